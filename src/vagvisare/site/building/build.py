"""The whole site: the theme's prose and assets, and every directory page in every language."""

import gc
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from vagvisare.languages.languages import SOURCE
from vagvisare.processes.workers import Workers, can_share
from vagvisare.prose import prose as written
from vagvisare.prose.prose import Pages
from vagvisare.reading.recordings import played
from vagvisare.records.directory import Directory
from vagvisare.records.kinds import Record
from vagvisare.site.building.render import Renderer
from vagvisare.site.exports.exports import EXPORTS
from vagvisare.site.facts.reader import Reader
from vagvisare.site.files import coverage, keeping, sounds, webapp
from vagvisare.site.files.sounds import Sounds
from vagvisare.site.html import interface
from vagvisare.site.html.shell import Shell
from vagvisare.site.html.themes import PACKAGED, Theme
from vagvisare.site.pages import addresses, sitemap
from vagvisare.site.pages.alternates import translated
from vagvisare.site.pages.pages import Page, address, all_pages
from vagvisare.site.pages.settings import Settings
from vagvisare.site.publishing.publish import Changes, Output
from vagvisare.site.search import choices, search
from vagvisare.site.views.chooser import chooser, not_found
from vagvisare.translating.standing import Standing, standing

FEW_PAGES = 2000
"""Below this number of pages, a second process takes longer to start than it saves."""


@dataclass(frozen=True)
class Build:
    """What a site is built from.

    ``shells`` are by language; ``locale`` is the folder of the catalogues. ``search_folder`` is the
    folder of the search index (see `vagvisare.site.search.search`), known once the index is made.
    """

    directory: Directory
    settings: Settings
    shells: Mapping[str, Shell]
    locale: Path
    today: date
    prose: Pages = field(default_factory=dict)
    """The pages of prose as written, by name and language."""

    @cached_property
    def borrowed(self) -> frozenset[str]:
        """The pages of prose (``uk/about/``) shown in another language for want of their own.

        No sitemap has them.
        """
        names = (
            (code, name)
            for name, page in self.prose.items()
            for code in self.settings.languages
            if code not in page
        )
        return frozenset(f"{code}/{written.address(name)}" for code, name in names)

    @cached_property
    def standing(self) -> Standing:
        """The state of the translations of records, vocabulary, prose and the interface's words."""
        found = standing(self.directory, self.settings.languages, self.prose)
        words = {language: interface.load(self.locale, language) for language in found}
        return {
            language: {**kinds, "interface": words[language].states()}
            for language, kinds in found.items()
        }

    search_folder: str = ""
    recordings: Path = Path()
    """The folder of the recordings."""
    theme: Theme = PACKAGED

    @cached_property
    def sounds(self) -> Sounds:
        """The recordings that pages play."""
        return sounds.addresses(self.recordings, played(self.directory, self.prose))

    @cached_property
    def renderers(self) -> Mapping[str, Renderer]:
        """A renderer for each language of the site."""
        return {language: self._renderer(language) for language in self.settings.languages}

    def _renderer(self, language: str) -> Renderer:
        return Renderer(
            directory=self.directory,
            settings=self.settings,
            language=self.directory.vocabulary.languages[language],
            words=self.words(language),
            source_words=interface.load(self.locale, SOURCE),
            shell=self.shells[language],
            today=self.today,
            search_folder=self.search_folder,
            standing=lambda: self.standing,
            sounds=self.sounds,
            theme=self.theme,
        )

    def words(self, language: str) -> interface.Words:
        """The interface's words in a language, with those of its fallback."""
        return interface.load(self.locale, language, self.directory.vocabulary.fallback(language))

    def _reader(self, language: str) -> Reader:
        known = self.directory.vocabulary.languages[language]
        return Reader(
            self.directory,
            known,
            interface.load(self.locale, language, known.fallback),
            "",
            self.today,
        )

    def index_files(self) -> dict[str, str]:
        """Every file of the search index by path, in a folder whose name changes with them."""
        index = search.files(map(self._reader, self.settings.languages), self.theme, self.prose)
        folder = search.folder(index)
        return {f"{folder}/{path}": content for path, content in index.items()}

    def data_files(self) -> Iterator[tuple[str, str]]:
        """Every other file of data made from the records: path and content.

        A live site rewrites them too.
        """
        languages = self.directory.vocabulary.languages
        for language in self.settings.languages:
            yield (
                choices.path(language),
                choices.index(self.directory.vocabulary, languages[language]),
            )
        yield coverage.data(self.directory, self.today)
        for export in EXPORTS:
            yield from export.of_directory(self.directory, self.today)

    def record_files(self, record: Record) -> Iterator[tuple[str, str]]:
        """A record's exports: path and content. A live site keeps them in step with the record."""
        for export in EXPORTS:
            yield from export.of_record(record)

    def other_files(self, prose: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
        """Every file beside the pages and the search index: path and content.

        ``prose`` are the addresses of the prose pages by language.
        """
        yield from self.data_files()
        for record in self.directory:
            yield from self.record_files(record)
        for code in self.settings.languages:
            language, words = self.directory.vocabulary.languages[code], self.words(code)
            yield webapp.path(code), webapp.manifest(self.settings, language, words.gettext)
        yield "index.html", chooser(self.directory, self.settings, self.locale, self.theme)
        yield "404.html", not_found(self.directory, self.settings, self.locale, self.theme)
        yield from sitemap.files(self.settings.url, self._addresses(prose)).items()

    def _addresses(self, prose: Mapping[str, Sequence[str]]) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {
            language: [
                where
                for where in prose.get(language, ())
                if f"{language}/{where}" not in self.borrowed
            ]
            for language in self.settings.languages
        }
        for page in all_pages(self.directory):
            for language in translated(self.settings, record_of(self.directory, page)):
                found[language].append(address(self.directory, page))
        return found


def record_of(directory: Directory, page: Page):  # type: ignore[no-untyped-def]  # noqa: ANN201
    """The record whose own page this is, if any."""
    if page.kind == "municipality":
        return directory.representatives.get(page.of)
    if page.kind != "record":
        return None
    kind, _, record_id = page.of.partition("/")
    return directory.of_kind(kind)[record_id]


def build(
    build: Build, prose: Path | None, site: Path | Output, processes: int | None = None
) -> Changes:
    """Writes the site: the theme's output in ``prose``, if any, and all pages of the directory.

    Uses ``processes`` (default: one a core, or a single one for few pages). Raises Refused where
    the folder is not ours, and whatever went wrong: see `Output.finish` for what the site then is.
    An output that is passed in has been started, and its owner closes it.
    """
    if isinstance(site, Output):
        return _built(build, prose, site, processes)
    with Output(site) as output:
        return _built(build, prose, output, processes)


def _built(build: Build, prose: Path | None, output: Output, processes: int | None) -> Changes:
    # the records stay: this spares the collector walking them again and again for the index
    gc.freeze()
    index = list(_put_index(build, output))
    build = replace(build, search_folder=search.folder_of(index))
    paths = [
        *_copy(prose, output),
        *index,
        *_put_others(build, prose, output),
        *_put_pages(build, output, processes),
    ]
    paths += _put_lists(build, output, paths)
    return output.finish(paths)


def _copy(prose: Path | None, output: Output) -> Iterator[str]:
    if prose is None:
        return
    for file in sorted(path for path in prose.rglob("*") if path.is_file()):
        path = file.relative_to(prose).as_posix()
        output.put(path, file.read_bytes())
        yield path


def _put_index(build: Build, output: Output) -> Iterator[str]:
    for path, content in build.index_files().items():
        output.put(path, content.encode())
        yield path


def _put_others(build: Build, prose: Path | None, output: Output) -> Iterator[str]:
    pages = prose_addresses(prose, build.settings.languages) if prose else {}
    for path, content in build.other_files(pages):
        output.put(path, content.encode())
        yield path
    for path, sound in sounds.files(build.recordings, build.sounds):
        output.put(path, sound)
        yield path


def _put_lists(build: Build, output: Output, paths: Sequence[str]) -> Iterator[str]:
    """The lists of what a phone can keep: they hold the size of every page."""
    places = [
        addresses.of_municipality(build.directory, code)
        for code in build.directory.vocabulary.municipalities
    ]
    for path, content in keeping.lists(build.settings.languages, places, paths, output.content):
        output.put(path, content.encode())
        yield path


def prose_addresses(prose: Path, languages: Iterable[str]) -> dict[str, list[str]]:
    """The addresses of the prose pages that the theme has written, by language."""
    return {language: sorted(_addresses_below(prose / language)) for language in languages}


def _addresses_below(folder: Path) -> Iterator[str]:
    for page in folder.rglob("index.html"):
        where = page.parent.relative_to(folder).as_posix()
        yield "" if where == "." else f"{where}/"


# --- pages, on every core -------------------------------------------------------------------------

Job = tuple[str, Sequence[Page]]
"""Pages to render in one language."""

_shared: tuple[Build, Output] | None = None
"""What forked processes inherit: to send 10,000 records takes longer than to render them."""


def _put_pages(build: Build, output: Output, processes: int | None) -> list[str]:
    global _shared  # noqa: PLW0603
    pages = list(all_pages(build.directory))
    build.standing  # noqa: B018 (worked out once, before the processes part)
    number = processes or (
        os.cpu_count() or 1 if len(pages) * len(build.settings.languages) > FEW_PAGES else 1
    )
    _shared = (build, output)
    try:
        shares = _shares(build.settings.languages, pages, number)
        if number == 1 or not can_share():
            return [path for share in shares for path in _render(share)]
        gc.collect()
        gc.freeze()
        # This process renders too: every other one soon has its own copy of the directory, since
        # Python counts references.
        with Workers(_render, shares[:-1], number - 1) as others:
            paths = _render(shares[-1])
            return [*paths, *(path for share in others for path in share)]
    finally:
        gc.unfreeze()
        _shared = None


def _shares(languages: Sequence[str], pages: Sequence[Page], number: int) -> list[list[Job]]:
    """Splits the work into ``number`` shares of similar size.

    Each has few languages, so that a process compiles few templates.
    """
    total = len(pages) * len(languages)
    shares: list[list[Job]] = []
    for share in range(number):
        start, end = total * share // number, total * (share + 1) // number
        jobs = (
            (language, pages[max(0, start - i * len(pages)) : max(0, end - i * len(pages))])
            for i, language in enumerate(languages)
        )
        shares.append([job for job in jobs if job[1]])
    return shares


def _render(share: Sequence[Job]) -> list[str]:
    if _shared is None:
        raise RuntimeError("pages are rendered within a build")
    build, output = _shared
    paths = []
    for language, pages in share:
        renderer = build.renderers[language]
        for page in pages:
            path, html = renderer.page(page)
            output.put(path, html.encode())
            paths.append(path)
    return paths
