"""The same records as one site per search engine: ours, Material's lunr, MiniSearch, Pagefind."""

import gc
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from importlib import resources
from pathlib import Path
from typing import Any

from benchmarks.generate import REPOSITORY, World, records
from vagvisare.languages.languages import wording
from vagvisare.reading.configuration import configuration
from vagvisare.reading.loading import load
from vagvisare.records.directory import Directory
from vagvisare.records.kinds import KINDS, Record
from vagvisare.site.facts.reader import Reader
from vagvisare.site.html import interface
from vagvisare.site.pages.addresses import of_record
from vagvisare.site.search import search
from vagvisare.site.search.columns import findable
from vagvisare.site.search.wordindex import letters
from vagvisare.translating.catalogues import LOCALE

RIVALS = Path(__file__).parent / "rivals"
LANGUAGES = configuration(REPOSITORY).languages
TODAY = date(2026, 11, 24)
STEMMED = ("sv", "en", "ar")
"""The languages that lunr has a stemmer for."""


@dataclass(frozen=True)
class Made:
    """A searchable site: its page (with ``%s`` for the words) and the cost of its index.

    The cost is in seconds, by the clock and of CPU work.
    """

    page: str
    seconds: float
    work: float


class _Clock:
    """Seconds since its creation: by the clock, and of CPU work, child processes included."""

    def __init__(self) -> None:
        self._started, self._before = time.perf_counter(), os.times()

    def cost(self) -> tuple[float, float]:
        work = sum(os.times()[:4]) - sum(self._before[:4])
        return time.perf_counter() - self._started, work


def directory_of(number: int) -> Directory:
    """The shipped partners and ``number`` generated records, without files."""
    shipped = load(REPOSITORY, today=TODAY).directory
    world = World(shipped.vocabulary, dict(shipped.representatives))
    found: dict[str, dict[str, Record]] = {
        "enterprises": {},
        "offers": {},
        "projects": {},
        "partners": dict(shipped.partners),
    }
    for kind, record_id, data in records(number, world):
        plain = json.loads(json.dumps({**data, "id": record_id}, default=dict))
        found[kind][record_id] = KINDS[kind].model_validate(
            plain, context=shipped.vocabulary, by_alias=True, by_name=False
        )
    return Directory(shipped.vocabulary, found)


def ours(directory: Directory, folder: Path, site: Path = REPOSITORY / "site") -> Made:
    """The search page of the built ``site`` with an index of this directory."""
    shutil.copytree(site / "assets", folder / "assets")
    shutil.rmtree(folder / search.folder_in(folder))
    readers = [_reader(directory, language) for language in LANGUAGES]
    gc.freeze()  # as the build does
    clock = _Clock()
    files = search.files(readers)
    place = folder / search.folder(files)
    for path, content in files.items():
        file = place / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")
    cost = clock.cost()
    gc.unfreeze()
    page = (site / "sv/search/index.html").read_text("utf-8")
    page = re.sub(r"assets/search\.[0-9a-f]{8}", f"assets/{place.name}", page)
    page = re.sub(r'data-letters="\d"', f'data-letters="{letters(len(findable(directory)))}"', page)
    (folder / "sv/search").mkdir(parents=True)
    (folder / "sv/search/index.html").write_text(page, "utf-8")
    return Made("sv/search/#words=%s", *cost)


def _reader(directory: Directory, language: str) -> Reader:
    words = interface.load(REPOSITORY / LOCALE, language)
    return Reader(directory, directory.vocabulary.languages[language], words, "../..", TODAY)


def _documents(
    directory: Directory, language: str, *, synonyms: bool = False
) -> Iterator[dict[str, Any]]:
    """Title, line and text of each record, as on its page in a language."""
    vocabulary = directory.vocabulary
    for number, record in enumerate(findable(directory)):
        name = wording(record.name.text, language).text
        line = wording(record.summary, language).text
        more = [
            word
            for list_name in ("industries", "needs")
            if synonyms
            for code in getattr(record, list_name, ())
            for words in vocabulary.term(list_name, code).synonyms.values()
            for word in words
        ]
        texts = filter(None, (record.description, getattr(record, "sells", None)))
        text = " ".join([line, *(wording(text, language).text for text in texts), *more])
        yield {
            "id": number,
            "location": of_record(directory, record),
            "title": name,
            "line": line,
            "text": text,
        }


def lunr(directory: Directory, folder: Path, language: str = "") -> Made:
    """Material's search worker with all four languages in one index, as its plugin writes it.

    With ``language`` it has that one, and the words for what records are about.
    """
    assets = Path(str(resources.files("material"))) / "templates/assets/javascripts"
    shutil.copytree(assets / "lunr", folder / "javascripts/lunr")
    (folder / "javascripts/workers").mkdir(parents=True)
    shutil.copy(
        next((assets / "workers").glob("search.*.min.js")), folder / "javascripts/workers/search.js"
    )
    clock = _Clock()
    asked = language
    docs = [
        {
            "location": f"{language}/{document['location']}",
            "title": document["title"],
            "text": escape(document["text"]),
        }
        for language in ([language] if language else LANGUAGES)
        for document in _documents(directory, language, synonyms=bool(asked))
    ]
    config = {
        "lang": [one for one in dict.fromkeys([asked or "sv", "en", "ar"]) if one in STEMMED],
        "separator": r"[\s\-]+",
        "pipeline": ["stemmer"],
        "fields": {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1e6}},
    }
    index = {"config": config, "docs": docs}
    (folder / "search_index.json").write_text(
        json.dumps(index, ensure_ascii=False, separators=(",", ":")), "utf-8"
    )
    cost = clock.cost()
    shutil.copy(RIVALS / "lunr.html", folder)
    return Made("lunr.html#%s", *cost)


def minisearch(directory: Directory, folder: Path, language: str = "sv") -> Made:
    """MiniSearch over the text of a language's pages and the synonyms of what they are about."""
    documents = folder / "documents.json"
    documents.write_text(
        json.dumps(list(_documents(directory, language, synonyms=True)), ensure_ascii=False),
        "utf-8",
    )
    clock = _Clock()
    subprocess.run(
        ["node", RIVALS / "minisearch.mjs", documents, folder / "index.json"], check=True
    )
    cost = clock.cost()
    documents.unlink()
    shutil.copy(RIVALS / "minisearch.html", folder)
    shutil.copy(RIVALS / "node_modules/minisearch/dist/es/index.js", folder / "minisearch.js")
    return Made("minisearch.html#%s", *cost)


def pagefind(directory: Directory, folder: Path, language: str = "") -> Made:
    """Pagefind, unconfigured, over the Swedish pages.

    With ``language`` over those of that one, and the words for what they are about.
    """
    shown = language or "sv"
    for document in _documents(directory, shown, synonyms=bool(language)):
        page = folder / document["location"] / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        title, text = escape(document["title"]), escape(document["text"])
        page.write_text(
            f'<!doctype html><html lang="{shown}"><title>{title}</title>'
            f"<h1>{title}</h1><p>{text}</p>",
            "utf-8",
        )
    clock = _Clock()
    program = RIVALS / "node_modules/pagefind/lib/runner/bin.cjs"
    subprocess.run(["node", program, "--site", folder, "--quiet"], check=True, stdout=sys.stderr)
    cost = clock.cost()
    shutil.copy(RIVALS / "pagefind.html", folder)
    return Made("pagefind.html#%s", *cost)


ENGINES: Mapping[str, Callable[[Directory, Path], Made]] = {
    "vagvisare": ours,
    "Material's lunr": lunr,
    "MiniSearch": minisearch,
    "Pagefind": pagefind,
}
