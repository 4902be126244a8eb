"""What people type, and what they must find: the tables of tests/queries in the real engine.

There is one page per language.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from tests.browser.visits import Visit
from tests.site import sites
from vagvisare.languages import folding
from vagvisare.reading.loading import load
from vagvisare.records.directory import Directory
from vagvisare.records.kinds import Record
from vagvisare.records.texts import texts
from vagvisare.site.pages.addresses import of_record
from vagvisare.site.search import search
from vagvisare.site.search.columns import facet_values, findable

QUERIES = sites.ROOT / "tests" / "queries"
FEWEST = 30
SHARE = 0.95
"""The share of a language's queries that must find theirs."""
SHOWN = 10

_FIND = """
async typed => {
  let found;
  for await (found of window.engine.find(typed));
  return found.records.slice(0, 10);
}
"""


@cache
def _directory() -> Directory:
    return load(sites.ROOT, today=sites.TODAY).directory


@cache
def _records() -> Sequence[Record]:
    return findable(_directory())


@cache
def _table(language: str) -> Mapping[str, list[dict[str, Any]]]:
    table: dict[str, list[dict[str, Any]]] = yaml.safe_load(
        (QUERIES / f"{language}.yml").read_text("utf-8")
    )
    return table


@pytest.fixture(params=sites.LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def engine(language: str, visit: Callable[..., Visit]) -> Iterator[Page]:
    """A page of the language with the search engine as ``window.engine``."""
    site = sites.shipped_site()
    (scripts,) = site.glob("assets/js.*")
    page = visit(f"{language}/privacy/").page
    page.evaluate(
        "async ([script, ...facts]) =>"
        " { window.engine = new (await import(script)).Engine(...facts) }",
        [
            f"/assets/{scripts.name}/engine.js",
            f"/{search.folder_in(site)}",
            language,
            list(sites.LANGUAGES),
            1,
        ],
    )
    return page


def _found(numbers: list[int], query: dict[str, Any]) -> bool:
    """Whether the first ten include all of ``finds`` and start with records of ``each`` code.

    Each code must hold for the first ten, or for as many as have it. The numbers after the records'
    are pages, words and needs, which have no codes.
    """
    numbers = [number for number in numbers if number < len(_records())]
    addresses = [of_record(_directory(), _records()[number]).rstrip("/") for number in numbers]
    values = facet_values(_directory(), sites.TODAY)
    for facet, code in query.get("each", {}).items():
        there = sum(code in codes for codes in values[facet])
        if not numbers or not all(
            code in values[facet][number] for number in numbers[: min(there, SHOWN)]
        ):
            return False
    return set(query.get("finds", ())) <= set(addresses)


def test_people_find_what_they_ask_for(language: str, engine: Page) -> None:
    table = _table(language)
    queries = [query for part in table.values() for query in part]
    missed = [
        query["query"]
        for query in queries
        if not _found(engine.evaluate(_FIND, query["query"]), query)
    ]
    assert len(missed) <= (1 - SHARE) * len(queries), missed


def test_the_tables_are_long_enough_and_name_records_that_there_are(language: str) -> None:
    queries = [query for part in _table(language).values() for query in part]
    assert len(queries) >= FEWEST
    assert len({query["query"] for query in queries}) == len(queries)
    there = {of_record(_directory(), record).rstrip("/") for record in _records()}
    assert {address for query in queries for address in query.get("finds", ())} <= there
    assert all(query.get("finds") or query.get("each") for query in queries)


def test_words_are_folded_alike_at_the_build_and_in_the_browser(
    language: str, engine: Page
) -> None:
    said = [
        text[language] for record in _records() for _, text in texts(record) if language in text
    ]
    said += [
        "ÅÄÖ åäö Æøß",
        "أإآٱءئؤ ةىیکپگ تَنْظِيفـ",
        "٠١٢ ۳۴۵ 0771-60 00 00",
        "su'aalo Kooperativ’s b&b",
        "Ḥ\u0301 ﬁ ½ İI ǅ 中文 አማርኛ",
        "ﻋﻤﻞ ﺗﺮﺟﻤﺔ ﻻ blå\u00adbärs\u00adpalt z\u200cw\u200dn ´a´ ℌ Ⅳ",
    ]
    (scripts,) = sites.shipped_site().glob("assets/js.*")
    told = engine.evaluate(
        "async ([script, texts]) =>"
        " { const {words} = await import(script); return texts.map(words) }",
        [f"/assets/{scripts.name}/fold.js", said],
    )
    for text, words in zip(said, told, strict=True):
        assert words == folding.words(text), text


def test_a_set_is_asked_on_the_page_and_measured(tmp_path: Path) -> None:
    asked = [
        {"language": "sv", "query": "sfi", "expected": ["offers/sfi"]},
        {"language": "en", "query": "SFI", "expected": ["offers/sfi"]},
        {"language": "so", "query": "Macken", "expected": ["enterprises/no-such"]},
        {"language": "so", "query": "zxqwvkjq", "none": True},
    ]
    file = tmp_path / "set.jsonl"
    file.write_text("".join(f"{json.dumps(query)}\n" for query in asked), "utf-8")
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "benchmarks.queries",
            file,
            "--missed",
            "--site",
            sites.shipped_site(),
        ],
        cwd=sites.ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert "| sv | 1 | 100 % | 100 % | 1.000 | - | - | 0 | 100 % |" in done.stdout
    assert "| en | 1 | 100 % | 100 % | 1.000 | - | - | 0 | 100 % |" in done.stdout
    assert "| so | 2 | 0 % | 0 % | 0.000 | 100 % | - | 0 | 100 % |" in done.stdout
    assert "so  Macken  [not first; not within ten]  enterprises/macken" in done.stdout
    assert "first: so is 100.0 points behind, at most 8" in done.stdout
