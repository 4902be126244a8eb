"""MkDocs (or ProperDocs, its drop-in fork): it renders the prose and one shell per language.

A site's ``hooks/site.py`` takes its hooks from here. Each translates, calls and returns. For what
the platform gets wrong and why we mend it this way, see "The platform" in ARCHITECTURE.md. No other
module knows of MkDocs.
"""

import atexit
import gc
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from vagvisare.cli import terminal
from vagvisare.libraries import internals
from vagvisare.problems.problems import as_text
from vagvisare.processes import ending
from vagvisare.prose.prose import DOCS, Prose
from vagvisare.reading.configuration import configuration
from vagvisare.reading.folders import DIRECTORY, VOCABULARY
from vagvisare.records.directory import FILES
from vagvisare.records.freshness import ClockError
from vagvisare.records.kinds import KINDS
from vagvisare.site.building import handover, theme
from vagvisare.site.building.live import Live
from vagvisare.site.building.site import Site
from vagvisare.site.files import assets
from vagvisare.site.html.shell import Shell, ShellError, cut
from vagvisare.site.html.themes import theme_of
from vagvisare.site.pages.settings import Settings
from vagvisare.site.publishing import previews, target
from vagvisare.site.publishing.publish import Output
from vagvisare.site.publishing.refusal import Refused, told
from vagvisare.translating.catalogues import LOCALE, SHIPPED

__all__ = [
    "on_build_error",
    "on_config",
    "on_env",
    "on_files",
    "on_page_context",
    "on_page_markdown",
    "on_post_build",
    "on_serve",
    "on_shutdown",
    "on_startup",
]

LAST = -200
"""After static-i18n, which runs at -100."""

log = get_plugin_logger("vagvisare")


@dataclass
class _Run:
    """What one run of MkDocs keeps between its hooks.

    static-i18n builds one language after the other.
    """

    site: Site | None = None
    out: Path = Path()
    """The folder that is published to."""
    output: Output | None = None
    serving: bool = False
    preview: object = None
    shells: dict[str, str] = field(default_factory=dict)
    stand_ins: dict[str, Mapping[str, Prose]] = field(default_factory=dict)
    live: Live | None = None


run = _Run()


def on_startup(command: str, dirty: bool) -> None:  # noqa: ARG001, FBT001 (MkDocs calls by name)
    """Makes a signal end the build in words, without a traceback.

    Control-C ends a preview as MkDocs has it; what killed previews left behind is removed. Problems
    can be shown on terminals that lack some of their letters.
    """
    terminal.prepare()
    try:
        internals.try_direct()
    except internals.ChangedError as error:
        raise Abort(str(error)) from error
    atexit.register(_close)
    ending.end_in_words(
        "Avbrutet ({signal}). Inget har skrivits till hälften.", interrupts=command != "serve"
    )
    if command == "serve":
        run.serving = True
        previews.sweep()


@event_priority(LAST)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Has the prose built beside the site, and reads the records.

    The theme's own 404 is left out.
    """
    if _i18n(config).building:
        return config
    run.out, run.shells = Path(config.site_dir), {}
    config.theme.dirs[:0] = [str(folder) for folder in theme_of(_root(config))]
    output = _started(config)
    run.site = _loaded(config)
    gc.freeze()  # the records stay: the collector need not walk them while the prose is rendered
    _refuse_errors(config, run.site)
    config.site_dir = str(output.prose)
    config.theme.static_templates.clear()
    return config


def _started(config: MkDocsConfig) -> Output:
    """Starts the output, before anything is read, in a folder that is nobody else's."""
    if run.live:
        run.live.rebuilding()
    if Path(config.docs_dir).resolve() != (_root(config) / DOCS).resolve():
        raise Abort(
            f"docs_dir i mkdocs.yml måste vara {DOCS}: bara den kontrolleras. Ta bort raden."
        )
    try:
        target.guard(run.out, _root(config), [Path(config.docs_dir), *map(Path, config.theme.dirs)])
        output = run.output = Output(
            run.out, adopt=bool(config.extra.get("adopt")), private=bool(run.live)
        )
        output.start()
        if run.serving and run.preview is None:
            run.preview = previews.keep(run.out)
    except Refused as error:
        raise Abort(error.told("sv")) from error
    return output


def _loaded(config: MkDocsConfig) -> Site:
    try:
        return Site.load(_root(config), processes=os.cpu_count() or 1)
    except ClockError as error:
        raise Abort(error.told("sv")) from error


def _close() -> None:
    """Discards what is waiting; a site that has not been switched stays as it was."""
    if run.output:
        run.output.close()


def _refuse_errors(config: MkDocsConfig, site: Site) -> None:
    """Aborts on errors, and if what the site promises in mkdocs.yml is broken."""
    problems = site.check(_languages(config))
    if errors := [problem for problem in problems if problem.severity == "error"]:
        raise Abort("\n".join(as_text(errors, "sv")))
    file = Path(config.config_file_path)
    try:
        broken = site.broken_promises(
            configuration(file.parent, file.name).promise, _languages(config)
        )
    except ValueError as error:
        raise Abort(str(error)) from error
    if broken:
        raise Abort("\n".join(broken))


@event_priority(LAST)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Moves the default language below its own folder too, and drops all but checked pages.

    A page that a language lacks is shown there in another, and says so (the theme's
    partials/untranslated.html).
    """
    language = _language(config)
    pages = {page.file for page in _site().docs.readable}
    for file in list(files):
        if f"{DOCS}/{file.src_uri}" in pages:
            if not file.dest_uri.startswith(f"{language}/"):
                _move(file, f"{language}/{file.dest_uri}", config)
        else:
            files.remove(file)
    for file in _added(config, language):
        files.append(file)
    return files


def _move(file: File, dest_uri: str, config: MkDocsConfig) -> None:
    """Gives a file another address; MkDocs works out the rest again when needed."""
    file.dest_uri = dest_uri
    file.dest_dir = config.site_dir
    for known in ("url", "abs_dest_path"):
        vars(file).pop(known, None)


def _added(config: MkDocsConfig, language: str) -> Iterator[File]:
    """Pages in place of those that a language lacks; and, once, the files that pages load."""
    run.stand_ins[language] = _site().stand_ins(language, _languages(config))
    for name, page in run.stand_ins[language].items():
        yield File.generated(config, f"{language}/{name}.md", content=page.text)
    if language == _i18n(config).default_language:
        for path, content in assets.files(_material(config), _site().theme).items():
            yield File.generated(config, path, content=content)


@event_priority(LAST)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001
    """Gives the theme the language's words, and takes the shell of the directory's pages."""
    code = _language(config)
    theme.prepare(env, _site().words(code), _site().directory, code, _settings(config))
    run.shells[code] = theme.shell(env, config)
    return env


@event_priority(LAST)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Keeps a page's front matter as text, as it was checked.

    MkDocs makes dates and numbers of it.
    """
    page.meta = dict(_written(page, _language(config)).head)
    return markdown


def _written(page: Page, code: str) -> Prose:
    """The page as we read it: in the language, or in the one that replaces it."""
    name = page.file.src_uri.partition("/")[2].removesuffix(".md")
    return run.stand_ins[code].get(name) or _site().docs.by_name[name][code]


@event_priority(LAST)
def on_page_context(
    context: dict[str, Any],
    page: Page,
    config: MkDocsConfig,
    nav: Navigation,  # noqa: ARG001 (MkDocs calls by name)
) -> dict[str, Any]:
    """Adds what a page of prose is shown with.

    Its addresses, and its text made safe, with the glossary.
    """
    site, code = _site(), _language(config)
    where, written = page.url.removeprefix(f"{code}/"), _written(page, code)
    exists = [
        language for language in _languages(config) if language in site.docs.by_name[written.name]
    ]
    reader = theme.reader(site.directory, site.words(code), code, where, site.sounds)
    facts = theme.prose_facts(reader, page.content or "", where, written)
    return (
        context
        | theme.page_facts(site.directory, _settings(config), code, where, exists, written.language)
        | facts
    )


@event_priority(LAST)
def on_post_build(config: MkDocsConfig) -> None:
    """Publishes the whole site at once, after the last language."""
    if _i18n(config).building:
        return
    settings = _settings(config)
    if folder := config.extra.get("shells"):
        handover.save(_site().root / folder, settings, run.shells)
    output = _output()
    try:
        changes = _site().build(settings, _shells(), output, output.prose)
    except Refused as error:
        raise Abort(error.told("sv")) from error
    _close()
    log.info(
        "%s files written, %s as they were, %s removed",
        changes.written,
        changes.kept,
        changes.removed,
    )
    if run.live:
        run.live.rebuilt(_site().made(settings, _shells()), run.out)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: object) -> LiveReloadServer:
    """Renders a changed record at once, by the kernel's file events.

    MkDocs' own watcher keeps to the prose, the theme, the catalogues, the vocabulary and those
    files of the directory that are no records.
    """
    site = _site()
    run.live = site.serve(
        _settings(config), _shells(), run.out, lambda: internals.tell_browser(server)
    )
    lists = [site.root / DIRECTORY / kind for kind in FILES if kind not in KINDS]
    for folder in (*site.theme, SHIPPED, site.root / LOCALE, site.root / VOCABULARY, *lists):
        if folder.is_dir():
            server.watch(str(folder))
    return server


def on_shutdown() -> None:
    """Ends the watcher, and clears away what an interrupted build left behind."""
    if run.live:
        run.live.stop()
    _close()


def on_build_error(error: Exception) -> None:
    """Discards what was built beside the site; the site itself was not touched."""
    _close()
    if isinstance(error, OSError):
        raise Abort(told(error, "sv")) from error


# --- what MkDocs knows ----------------------------------------------------------------------------


def _site() -> Site:
    if run.site is None:
        raise RuntimeError("MkDocs has called a hook before on_config")
    return run.site


def _output() -> Output:
    if run.output is None:
        raise RuntimeError("MkDocs has called a hook before on_config")
    return run.output


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _i18n(config: MkDocsConfig) -> Any:
    return config.plugins["i18n"]


def _language(config: MkDocsConfig) -> str:
    code: str = _i18n(config).current_language
    return code


def _languages(config: MkDocsConfig) -> tuple[str, ...]:
    return tuple(_i18n(config).build_languages)


def _shells() -> dict[str, Shell]:
    try:
        return {code: cut(html) for code, html in run.shells.items()}
    except ShellError as error:
        raise Abort(f"shell.html: {error}") from error


def _settings(config: MkDocsConfig) -> Settings:
    edit = f"{(config.repo_url or '').rstrip('/')}/{(config.edit_uri or '').strip('/')}/"
    files = assets.addresses(_material(config), theme_of(_root(config)))
    report = config.extra.get("report") or ""
    return Settings(
        config.site_name, config.site_url or "", edit, _languages(config), files, report
    )


def _material(config: MkDocsConfig) -> Path:
    folders = (Path(folder) for folder in config.theme.dirs if "material" in folder)
    return next(folder for folder in folders if (folder / "assets/stylesheets").is_dir())
