"""A site, from the files in its root to its pages: loaded, checked, built and served.

Platform adapters, ``vagvisare check``, ``vagvisare pages`` and the tests all use it, so that they
refuse and build the same.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from vagvisare.guidance import promise
from vagvisare.problems.problems import Problem
from vagvisare.prose import checks, docs
from vagvisare.prose.docs import Docs
from vagvisare.prose.prose import Pages, Prose
from vagvisare.reading import frontmatter, recordings
from vagvisare.reading.folders import RECORDINGS
from vagvisare.reading.loading import Loaded, Progress, load
from vagvisare.records.directory import Directory
from vagvisare.records.freshness import today as this_day
from vagvisare.site.building.build import Build, build
from vagvisare.site.building.live import Live
from vagvisare.site.files import sounds
from vagvisare.site.files.sounds import Sounds
from vagvisare.site.html import interface
from vagvisare.site.html.interface import Words
from vagvisare.site.html.shell import Shell
from vagvisare.site.html.themes import Theme, theme_of
from vagvisare.site.pages.settings import Settings
from vagvisare.site.publishing.publish import Changes, Output
from vagvisare.translating import cataloguechecks
from vagvisare.translating.catalogues import LOCALE


@dataclass(frozen=True)
class Site:
    """A root's records, prose and recordings, and its own words and theme.

    Records and prose are as they were when loaded. ``today`` is the day that dates are measured
    against.
    """

    root: Path
    loaded: Loaded
    docs: Docs
    today: date

    @classmethod
    def load(
        cls,
        root: Path,
        *,
        progress: Progress | None = None,
        processes: int = 1,
        today: date | None = None,
    ) -> "Site":
        """Loads the site at a root; `check` reports its problems.

        Raises FileNotFoundError without ``directory/``. For ``progress`` and ``processes`` see
        `vagvisare.reading.loading.load`.
        """
        day = today or this_day()
        loaded = load(root, progress=progress, processes=processes, today=day)
        return cls(root, loaded, docs.load(root), day)

    @property
    def directory(self) -> Directory:
        """The records that are whole."""
        return self.loaded.directory

    @property
    def pages(self) -> Pages:
        """The pages of prose that exist in Swedish, by name and language."""
        return self.docs.pages

    @property
    def theme(self) -> Theme:
        """The folders of the theme, the site's own first."""
        return theme_of(self.root)

    @property
    def files(self) -> list[str]:
        """The files that `check` looks at, relative to the root."""
        return [*self.loaded.files, *self.docs.files, *cataloguechecks.files(self.root)]

    def check(self, languages: Iterable[str]) -> list[Problem]:
        """Every problem of the records, the prose, the recordings and the interface's words."""
        vocabulary = self.directory.vocabulary
        above = frontmatter.check(self.docs, vocabulary)
        heard = recordings.problems_of_pages(self.root, self.pages, vocabulary)
        words = cataloguechecks.check(self.root, languages)
        return sorted([*self.loaded.problems, *checks.check(self.docs), *above, *heard, *words])

    def broken_promises(self, written: object, languages: Iterable[str]) -> list[str]:
        """How the directory breaks the promise ``written`` in mkdocs.yml, in words.

        See `vagvisare.guidance.promise`. Raises ValueError for what is not a promise, and for codes
        of no municipality.
        """
        return [*promise.broken(self.directory, promise.promise(written), languages, self.today)]

    def words(self, language: str) -> Words:
        """The interface's words in a language, and others' where it lacks them."""
        return interface.load(
            self.root / LOCALE, language, self.directory.vocabulary.fallback(language)
        )

    @cached_property
    def sounds(self) -> Sounds:
        """The recordings that can be played."""
        return sounds.addresses(
            self.root / RECORDINGS, recordings.played(self.directory, self.pages)
        )

    def stand_ins(self, language: str, languages: Sequence[str]) -> Mapping[str, Prose]:
        """The prose pages that a language lacks, by name, each from one of ``languages``."""
        chain = [code for code in self.directory.vocabulary.fallback(language) if code in languages]
        return docs.stand_ins(self.pages, language, chain)

    def made(self, settings: Settings, shells: Mapping[str, Shell]) -> Build:
        """What the pages are built from: the site, and the shells that a platform has rendered."""
        return Build(
            self.directory,
            settings,
            shells,
            self.root / LOCALE,
            self.today,
            self.pages,
            recordings=self.root / RECORDINGS,
            theme=self.theme,
        )

    def build(
        self,
        settings: Settings,
        shells: Mapping[str, Shell],
        output: Output,
        platform: Path | None = None,
    ) -> Changes:
        """Writes the whole site; ``platform`` is the folder of a platform's output, if any.

        Raises whatever went wrong, and Refused for a folder that is not one to publish to: see
        `Output.finish` for what the site then is.
        """
        return build(self.made(settings, shells), platform, output)

    def serve(
        self,
        settings: Settings,
        shells: Mapping[str, Shell],
        folder: Path,
        tell: Callable[[], None],
    ) -> Live:
        """Keeps a built ``folder`` in step with the records; ``tell`` notifies the browser.

        Raises OSError when the kernel gives no watch.
        """
        live = Live(self.made(settings, shells), self.root, folder, tell=tell)
        live.start()
        return live
