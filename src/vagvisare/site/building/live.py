"""The live site: a changed record shows in the served pages at once, the prose is not rebuilt.

The kernel's file events say what changed; one file is read, the pages that show the record are
rendered into the kept shells, and the browser is notified. A file's problems are logged, and the
last good page stays.
"""

import logging
import shutil
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from vagvisare.problems.problems import as_text
from vagvisare.reading.loading import load_record
from vagvisare.reading.recordings import names_of
from vagvisare.records.directory import Directory
from vagvisare.records.kinds import KINDS, Record
from vagvisare.site.building.build import Build
from vagvisare.site.files import sounds
from vagvisare.site.pages.pages import (
    OF_EVERYTHING,
    Page,
    address,
    initials,
    is_there,
    page_of,
    pages_showing,
    pages_with_index,
)
from vagvisare.site.publishing.files import remove
from vagvisare.site.publishing.files import replace as replace_file
from vagvisare.site.search import search
from vagvisare.yaml.filenames import passed_over

if TYPE_CHECKING:
    from watchdog.observers.api import BaseObserver

log = logging.getLogger("mkdocs.plugins.vagvisare")

QUIET = 0.02
"""Seconds without another event before a change is taken up: editors save in several steps."""
PAUSE = 1.0
"""Seconds without another change before the files that scripts read are written."""


class Live:
    """Watches ``root/directory`` and keeps the served folder ``site`` in step.

    ``tell`` notifies the browser.
    """

    def __init__(self, build: Build, root: Path, site: Path, tell: Callable[[], None]) -> None:
        self._root = root
        self._serving = threading.Lock()
        """Held while a change is taken into the build and the pages that show it are written."""
        self._tell = tell
        self._changed: set[Path] = set()
        self._since: set[Path] = set()
        """What has changed since the latest whole build began."""
        self._behind = False
        self._wake = threading.Condition()
        self._ended = False
        self._observer: BaseObserver | None = None
        """Made only at the start, since the kernel has few watches to give."""
        self.rebuilt(build, site)
        targets = {"vagvisare-live": self._keep_pages, "vagvisare-live-data": self._keep_data}
        self._workers = [
            threading.Thread(target=target, name=name, daemon=True)
            for name, target in targets.items()
        ]

    def start(self) -> None:
        """Begins to watch the records. Raises OSError when the kernel gives no watch."""
        for renderer in self._build.renderers.values():
            # compiles the templates before anybody waits for them
            renderer.page(Page("index", "projects"))
        handler = _Handler(self._note)
        self._observer = Observer()
        self._observer.schedule(handler, str(self._root / "directory"), recursive=True)
        self._observer.start()
        for worker in self._workers:
            worker.start()

    def stop(self) -> None:
        """Ends the watch and its threads."""
        with self._wake:
            self._ended = True
            self._wake.notify_all()
        if self._observer and self._observer.is_alive():
            self._observer.stop()
            self._observer.join()
            for worker in self._workers:
                worker.join()

    def rebuilding(self) -> None:
        """A whole build begins and reads the records now.

        What changes meanwhile is taken up again after it.
        """
        with self._wake:
            self._since.clear()

    def rebuilt(self, build: Build, site: Path) -> None:
        """Takes over the result of a whole build, after the prose or the theme changed."""
        with self._serving:
            self._build, self._site = replace(build, search_folder=search.folder_in(site)), site
        with self._wake:
            self._changed |= self._since
            self._wake.notify_all()

    def _note(self, path: Path) -> None:
        with self._wake:
            self._changed.add(path)
            self._since.add(path)
            self._wake.notify_all()

    def _keep_pages(self) -> None:
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._changed or self._ended)
                if self._ended:
                    return
            time.sleep(QUIET)
            with self._wake:
                paths, self._changed = list(self._changed), set()
            try:
                self.update(paths)
            except Exception:
                log.exception("the change could not be shown; the pages stay as they were")
            with self._wake:
                self._behind = True
                self._wake.notify_all()

    def _keep_data(self) -> None:
        """Has its own thread: it takes seconds, and the next change must not wait for it."""
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._behind or self._ended)
                while (
                    self._wake.wait_for(lambda: self._changed or self._ended, PAUSE)
                    and not self._ended
                ):
                    self._wake.wait_for(lambda: not self._changed or self._ended)
                if self._ended:
                    return
                self._behind = False
            try:
                self.write_data()
            except Exception:
                log.exception("what scripts read could not be written; it stays as it was")

    def update(self, paths: Iterable[Path]) -> int:
        """Reads these files and writes every page that shows their content.

        Gives the number of files written.
        """
        pages: set[Page] = set()
        gone: set[Page] = set()
        with self._serving:
            for path in paths:
                shown, left = self._take(path)
                pages |= shown
                gone |= left
            if pages:
                self._keep_recordings()
            written = _write(self._build, self._site, pages)
            for page in gone - pages:
                self._remove(page)
        if pages or gone:
            self._tell()
            log.info("%d pages written", written)
        return written

    def write_data(self) -> None:
        """Writes what scripts read, such as search indexes, and the pages of the whole directory.

        This takes longer than a record's page, and nobody looks at it while writing. Changes that
        come meanwhile are not in it.
        """
        build, site = self._build, self._site
        for path, content in build.data_files():
            replace_file(f"{site}/{path}", content.encode())
            for old in _earlier(site / path):
                old.unlink()
        self._write_index(build, site)
        _write(build, site, OF_EVERYTHING)

    def _write_index(self, build: Build, site: Path) -> None:
        """Writes the search index into a folder of a new name, and the pages that name it.

        The old folder is removed. An unchanged index keeps its folder.
        """
        files = build.index_files()
        old, new = build.search_folder, search.folder_of(files)
        if old == new:
            return
        for path, content in files.items():
            replace_file(f"{site}/{path}", content.encode())
        with self._serving:
            self._build = replace(self._build, search_folder=new)
            _write(self._build, site, pages_with_index())
        if old:
            shutil.rmtree(site / old)

    def _take(self, path: Path) -> tuple[set[Page], set[Page]]:
        """Takes one file into the directory. Gives the pages to write and the pages to remove."""
        kind, record_id = path.parent.name, path.stem
        directory = self._build.directory
        if path.parent == self._build.recordings:
            return self._take_recording(path.name), set()
        if kind not in KINDS or path.suffix != ".yml" or passed_over(path.name):
            return set(), set()
        old = directory.of_kind(kind).get(record_id)
        new, problems = (
            load_record(self._root, path, directory.vocabulary) if path.exists() else (None, [])
        )
        for line in as_text(problems, "sv"):
            log.warning(line)
        if path.exists() and new is None:
            return set(), set()
        changed = directory.with_entry(kind, record_id, new)
        self._build = replace(self._build, directory=changed)
        self._keep_exports(old, new)
        shown = pages_showing(directory, old) if old else set()
        shown |= pages_showing(changed, new) if new else set()
        shown |= _letters(directory, changed, kind)
        there = {page for page in shown if is_there(changed, page)}
        return there, shown - there

    def _take_recording(self, name: str) -> set[Page]:
        """The pages that play a recording that was added, changed or removed."""
        self._build = replace(self._build)  # forgets what it knew of recordings
        records = (record for record in self._build.directory if name in names_of(record))
        return {page_of(record) for record in records}

    def _keep_exports(self, old: Record | None, new: Record | None) -> None:
        """Writes the record's exports, and removes those that it has no more."""
        wanted = dict(self._build.record_files(new)) if new else {}
        for path, content in wanted.items():
            replace_file(f"{self._site}/{path}", content.encode())
        for path, _ in self._build.record_files(old) if old else ():
            if path not in wanted:
                remove(self._site, path)

    def _keep_recordings(self) -> None:
        """Writes the recordings that pages play now, and removes all others."""
        wanted = dict(sounds.files(self._build.recordings, self._build.sounds))
        for where, sound in wanted.items():
            replace_file(f"{self._site}/{where}", sound)
        for file in (self._site / sounds.FOLDER).glob("*"):
            if f"{sounds.FOLDER}/{file.name}" not in wanted:
                remove(self._site, f"{sounds.FOLDER}/{file.name}")

    def _remove(self, page: Page) -> None:
        for language in self._build.settings.languages:
            path = f"{language}/{address(self._build.directory, page)}index.html"
            if (self._site / path).exists():
                remove(self._site, path)


def _write(build: Build, site: Path, pages: Iterable[Page]) -> int:
    number = 0
    # a record's own page first
    for page in sorted(pages, key=lambda page: (page.kind != "record", page.kind, page.of)):
        for renderer in build.renderers.values():
            path, html = renderer.page(page)
            replace_file(f"{site}/{path}", html.encode())
            number += 1
    return number


def _earlier(file: Path) -> list[Path]:
    """The files replaced by one whose name changes with its content (``name.<stamp>.json``)."""
    stem, _, ending = file.name.partition(".")
    return [
        other
        for other in file.parent.glob(f"{stem}.*.{ending.rpartition('.')[2]}")
        if "." in ending and other != file
    ]


def _letters(before: Directory, after: Directory, kind: str) -> set[Page]:
    """All of a kind's lists by letter if the letters have changed: each list names them all."""
    old, new = initials(before, kind), initials(after, kind)
    return {Page("letter", kind, letter) for letter in old | new} if old != new else set()


class _Handler(FileSystemEventHandler):
    """Reports every file that was written, moved or removed."""

    def __init__(self, note: Callable[[Path], None]) -> None:
        self._note = note

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.is_directory or event.event_type in ("opened", "closed_no_write"):
            return
        self._note(Path(str(event.src_path)))
        if event.dest_path:
            self._note(Path(str(event.dest_path)))
