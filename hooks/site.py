"""MkDocs hooks: MkDocs renders the prose and one shell a language; `vagvisare` makes the site of it.

Adapters only: each hook translates, calls and returns. What the platform does wrong and why we mend it so:
see "The platform" in ARCHITECTURE.md.
"""

import atexit
import gc
import os
import signal
from pathlib import Path

from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File

from vagvisare.cli import terminal
from vagvisare.guidance import coverage
from vagvisare.problems.problems import as_text
from vagvisare.processes import ending
from vagvisare.prose import prose
from vagvisare.reading import recordings
from vagvisare.reading.configuration import configuration
from vagvisare.reading.folders import RECORDINGS, VOCABULARY
from vagvisare.reading.loading import load
from vagvisare.records.freshness import ClockError, today
from vagvisare.site.building import build, handover, live, theme
from vagvisare.site.files import assets, sounds
from vagvisare.site.html import interface, themes
from vagvisare.site.html.shell import cut
from vagvisare.site.pages.settings import Settings
from vagvisare.site.publishing import previews, target
from vagvisare.site.publishing.publish import Output
from vagvisare.site.publishing.refusal import Refused, told
from vagvisare.translating import cataloguechecks
from vagvisare.translating.catalogues import LOCALE, SHIPPED

LAST = -200
"""After static-i18n, which works at -100."""

log = get_plugin_logger("vagvisare")


class _Run:
    """What one run of MkDocs keeps between its hooks: static-i18n builds once a language, one after the other."""

    def __init__(self) -> None:
        self.root = Path()
        self.site = Path()
        self.output = None
        self.serving = False
        self.preview = None
        self.shells = {}
        self.stand_ins = {}
        self.sounds = {}
        self.loaded = None
        self.live = None


run = _Run()


def on_startup(command, dirty):  # noqa: ARG001 (MkDocs calls by name)
    """A signal ends the build in words and without a trace; what previews have left that were killed is cleared away.

    Control-C ends a preview as MkDocs has it. Problems are told on terminals that lack some of their letters.
    """
    terminal.prepare()
    signals = (signal.SIGTERM,) if command == "serve" else (signal.SIGTERM, signal.SIGINT)
    atexit.register(_close)
    ending.end_in_words("Avbrutet ({signal}). Inget har skrivits till hälften.", signals)
    if command == "serve":
        run.serving = True
        previews.sweep()


@event_priority(LAST)
def on_config(config):
    """Lets the prose be built beside the site, reads the records, and keeps the theme's own 404 and sitemap out."""
    if config.plugins["i18n"].building:
        return config
    run.root = Path(config.config_file_path).parent
    run.site = Path(config.site_dir)
    config.theme.dirs[:0] = [str(folder) for folder in themes.theme_of(run.root)]
    _start(config)
    run.shells = {}
    try:
        run.loaded = load(run.root, processes=os.cpu_count() or 1)
    except ClockError as error:
        raise Abort(error.told("sv")) from error
    gc.freeze()  # the records stay: the collector need not walk 10,000 of them again and again while the prose is rendered
    problems = [*run.loaded.problems, *cataloguechecks.check(run.root, _languages(config))]
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        raise Abort("\n".join(as_text(errors, "sv")))
    _keep_promises(config)
    run.sounds = sounds.addresses(run.root / RECORDINGS, recordings.played(run.loaded.directory, prose.pages(run.root)))
    config.site_dir = str(run.output.prose)
    config.theme.static_templates.clear()
    return config


def _start(config):
    """Before anything is read: the folder to publish to is nobody else's, nor the sources', and no other build has it."""
    if run.live:
        run.live.rebuilding()
    try:
        target.guard(run.site, run.root, [Path(config.docs_dir), *map(Path, config.theme.dirs)])
        run.output = Output(run.site, adopt=_adopt(config), private=bool(run.live))
        run.output.start()
        if run.serving and run.preview is None:
            run.preview = previews.keep(run.site)
    except Refused as error:
        raise Abort(error.told("sv")) from error


def _close():
    """What is waiting goes; a site that has not been switched stays as it was."""
    if run.output:
        run.output.close()


def _adopt(config):
    return bool(config.extra.get("adopt"))


def _keep_promises(config):
    """No build with a municipality that the site declares as served and where somebody is left without an answer."""
    directory = run.loaded.directory
    file = Path(config.config_file_path)
    try:
        served = coverage.served(directory, configuration(file.parent, file.name).served)
    except ValueError as error:
        raise Abort(str(error)) from error
    if broken := coverage.broken_promises(directory, served, _languages(config), today()):
        raise Abort("\n".join(coverage.told(directory, broken)))


@event_priority(LAST)
def on_files(files, config):
    """The default language goes below its own folder too; of the theme's files only those that pages use stay.

    A page that a language does not have stands there in another, and says so (partials/untranslated.html of the theme).
    """
    language = config.plugins["i18n"].current_language
    for file in list(files):
        if file.is_documentation_page():
            if not file.dest_uri.startswith(f"{language}/"):
                _move(file, f"{language}/{file.dest_uri}", config)
        else:
            files.remove(file)
    chain = [code for code in run.loaded.directory.vocabulary.fallback(language) if code in _languages(config)]
    run.stand_ins[language] = prose.stand_ins(run.root, language, chain)
    for name, page in run.stand_ins[language].items():
        files.append(File.generated(config, f"{language}/{name}.md", content=page.text))
    if language == config.plugins["i18n"].default_language:
        for path, content in assets.files(_material(config), themes.theme_of(run.root)).items():
            files.append(File.generated(config, path, content=content))
    return files


def _move(file, dest_uri, config):
    file.dest_uri = dest_uri
    file.url = file._get_url(config.use_directory_urls)  # noqa: SLF001 (no public way to change where a page goes)
    file.abs_dest_path = str(Path(config.site_dir, dest_uri))


def _material(config):
    folders = (Path(folder) for folder in config.theme.dirs if "material" in folder)
    return next(folder for folder in folders if (folder / "assets/stylesheets").is_dir())


@event_priority(LAST)
def on_env(env, config, files):  # noqa: ARG001 (MkDocs calls by name)
    """Gives the theme the language's words, and takes the shell that the directory's pages are put into."""
    code = config.plugins["i18n"].current_language
    theme.prepare(env, _words(code), run.loaded.directory, code, _settings(config))
    run.shells[code] = theme.shell(env, config)
    return env


@event_priority(LAST)
def on_page_context(context, page, config, nav):  # noqa: ARG001 (MkDocs calls by name)
    """The address parts of a page of prose, and its text: safe, with its links and the words of the glossary."""
    code = config.plugins["i18n"].current_language
    where = page.url.removeprefix(f"{code}/")
    exists = [language for language in _settings(config).languages if (run.root / "docs" / language / _source(page)).is_file()]
    stand_in = run.stand_ins[code].get(_source(page).removesuffix(".md"))
    really = stand_in.language if stand_in else code
    reader = theme.reader(run.loaded.directory, _words(code), code, where, run.sounds)
    written = prose.read(run.root, f"docs/{really}/{_source(page)}")
    facts = theme.prose_facts(reader, page.content, page.meta.get("checked"), where, written)
    return context | theme.page_facts(run.loaded.directory, _settings(config), code, where, exists, really) | facts


def _words(code):
    return interface.load(run.root / LOCALE, code, run.loaded.directory.vocabulary.fallback(code))


def _source(page):
    return page.file.src_uri.partition("/")[2]


@event_priority(LAST)
def on_post_build(config):
    """After the last language: the whole site, at once."""
    plugin = config.plugins["i18n"]
    if plugin.building:
        return
    made = _build(config)
    if folder := config.extra.get("shells"):
        handover.save(run.root / folder, made.settings, run.shells)
    try:
        changes = build.build(made, run.output.prose, run.output)
    except Refused as error:
        raise Abort(error.told("sv")) from error
    _close()
    log.info(f"{changes.written} files written, {changes.kept} as they were, {changes.removed} removed")
    if run.live:
        run.live.rebuilt(made, run.site)


def _build(config):
    shells = {code: cut(html) for code, html in run.shells.items()}
    pages, place = prose.pages(run.root), run.root / RECORDINGS
    facts = {"recordings": place, "theme": themes.theme_of(run.root)}
    return build.Build(run.loaded.directory, _settings(config), shells, run.root / LOCALE, today(), pages, **facts)


def _settings(config):
    edit = f"{(config.repo_url or '').rstrip('/')}/{(config.edit_uri or '').strip('/')}/"
    files = assets.addresses(_material(config), themes.theme_of(run.root))
    return Settings(config.site_name, config.site_url, edit, _languages(config), files, config.extra.get("report") or "")


def _languages(config):
    return tuple(config.plugins["i18n"].build_languages)


def on_serve(server, config, builder):  # noqa: ARG001 (MkDocs calls by name)
    """A changed record is rendered at once, by the kernel's file events.

    MkDocs' own watcher keeps to the prose, the theme, the catalogues and the vocabulary.
    """
    run.live = live.Live(_build(config), run.root, run.site, tell=lambda: _reload(server))
    run.live.start()
    for folder in (*themes.theme_of(run.root), SHIPPED, run.root / LOCALE, run.root / VOCABULARY):
        if folder.is_dir():
            server.watch(str(folder))
    return server


def _reload(server):
    with server._epoch_cond:  # noqa: SLF001 (MkDocs 1.6 has no public way to tell the browser)
        server._visible_epoch = server._wanted_epoch = server._visible_epoch + 1  # noqa: SLF001
        server._epoch_cond.notify_all()  # noqa: SLF001


def on_shutdown():
    """Ends the watcher, and clears away what a build that was interrupted has left."""
    if run.live:
        run.live.stop()
    _close()


def on_build_error(error):
    """What was built beside the site goes; the site itself was not touched."""
    _close()
    if isinstance(error, OSError):
        raise Abort(told(error, "sv")) from error
