"""Sets of queries are read, asked in the browser, and measured by `benchmarks.queries`."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from benchmarks import queries
from benchmarks.answers import Answer
from benchmarks.querymeasures import judged, measures, shortfalls
from benchmarks.querysets import Query, SetError, read
from tests.site import sites

SETS = sites.ROOT / "benchmarks" / "queries"


def _set(tmp_path: Path, *lines: Mapping[str, Any] | str) -> Path:
    file = tmp_path / "set.jsonl"
    texts = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    file.write_text("".join(f"{text}\n" for text in texts), "utf-8")
    return file


def _answer(*places: str, **facts: Any) -> Answer:
    words = {"found": "Found:", "nothing": "Nothing found.", "loading": "Searching"}
    status = f"Found: {len(places)}" if places else "Nothing found."
    return Answer(tuple((place,) for place in places), **{"status": status, **words, **facts})


# --- the sets -------------------------------------------------------------------------------------


def test_both_halves_have_every_language_and_kind() -> None:
    for half in ("dev", "test"):
        found = read(SETS / f"{half}.jsonl", sites.LANGUAGES)
        assert len(found) >= 120
        for language in sites.LANGUAGES:
            own = [query for query in found if query.language == language]
            assert len(own) >= 28
            assert sum(query.urgent for query in own) == 4
            assert sum(query.none for query in own) == 3


def test_the_halves_share_no_query() -> None:
    halves = [
        {(query.language, query.query) for query in read(SETS / f"{half}.jsonl", sites.LANGUAGES)}
        for half in ("dev", "test")
    ]
    assert not halves[0] & halves[1]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "set.jsonl:2:2: "),
        ("[]", "set.jsonl:2: write an object"),
        ({"language": "xx", "query": "a", "none": True}, "set.jsonl:2: language must be one of sv"),
        ({"language": "sv", "none": True}, "set.jsonl:2: query is missing"),
        ({"language": "sv", "query": "a"}, "set.jsonl:2: expected is missing"),
        ({"language": "sv", "query": "a", "expected": "b"}, "expected must be a list"),
        ({"language": "sv", "query": "a", "hopes": []}, "hopes is not known here"),
    ],
)
def test_a_line_that_is_no_query_is_refused_with_its_place(
    tmp_path: Path, line: Mapping[str, Any] | str, said: str
) -> None:
    good = {"language": "sv", "query": "sfi", "expected": ["offers/sfi"]}
    with pytest.raises(SetError) as refused:
        read(_set(tmp_path, good, line), sites.LANGUAGES)
    assert said in str(refused.value)


def test_a_missing_set_and_a_missing_site_end_with_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert queries.main([str(tmp_path / "none.jsonl")]) == 2
    good = _set(tmp_path, {"language": "sv", "query": "sfi", "expected": ["offers/sfi"]})
    assert queries.main([str(good), "--site", str(tmp_path)]) == 2
    assert "is missing; make site" in capsys.readouterr().err


# --- measures -------------------------------------------------------------------------------------


def test_right_first_and_within_ten() -> None:
    query = Query("sv", "sfi", ("offers/sfi", "first-time"), ("offers/sprakcafe",))
    assert judged(query, _answer("offers/sfi")).first
    assert judged(query, _answer("first-time#swedish")).first  # a part of a page is that page
    late = judged(query, _answer("offers/sprakcafe", *map(str, range(8)), "offers/sfi"))
    assert (late.first, late.ten) == (False, True)
    assert not judged(query, _answer(*map(str, range(10)), "offers/sfi")).ten
    assert not judged(query, _answer("offers/sprakcafe")).ten


def test_ndcg_is_1_for_the_best_order_and_less_for_any_other() -> None:
    query = Query("sv", "sfi", ("a", "b"), ("c",))
    best, worse = (judged(query, _answer(*order)).ndcg for order in (("b", "a", "c"), ("c", "a")))
    assert best == pytest.approx(1)
    assert worse is not None
    assert 0 < worse < 1
    assert judged(query, _answer("x")).ndcg == 0
    again = judged(query, _answer("a", "a", "a")).ndcg
    assert again == judged(query, _answer("a")).ndcg  # the same hit gains once


def test_nothing_is_said_where_nothing_answers() -> None:
    query = Query("sv", "qwerty", none=True)
    assert judged(query, _answer()).nothing
    assert not judged(query, _answer("offers/sfi")).nothing
    assert not judged(query, _answer(status="")).nothing


def test_danger_is_first_and_of_the_right_kind() -> None:
    query = Query("en", "he hits me", ("urgent#skydd-mot-våld",), urgent=True)
    assert judged(query, _answer("urgent#skydd-mot-våld", urgent=True, status="")).urgent
    assert not judged(query, _answer("urgent#mat-i-dag", urgent=True, status="")).urgent
    assert not judged(query, _answer("offers/skydd-vald")).urgent
    assert judged(Query("en", "cleaning", ("x",)), _answer("urgent#mat-i-dag", urgent=True)).alarm


@pytest.mark.parametrize(
    ("answer", "true"),
    [
        (_answer("a", "b"), True),
        (_answer(), True),
        (_answer("a", "b", status="Found: 3"), False),
        (_answer("a", "b", status="Found: 3", more=True), True),
        (_answer("a", status="Nothing found."), False),
        (_answer(status="Searching …"), False),
        (_answer(status=""), False),
    ],
)
def test_the_status_line_is_held_against_what_is_shown(answer: Answer, *, true: bool) -> None:
    assert answer.status_is_true() is true


def test_what_is_below_the_floors_is_named() -> None:
    right, wrong = (Query(code, "a", ("a",)) for code in ("sv", "so"))
    good = [judged(right, _answer("a"))] * 9
    bad = [judged(wrong, _answer("b"))]
    languages = {"sv": measures(good), "so": measures(bad)}
    assert shortfalls({"sv": measures(good)}, measures(good)) == []
    assert shortfalls(languages, measures([*good, *bad])) == [
        "ten: 90.0 %, wanted 92 %",
        "first: so is 100.0 points behind, at most 8",
        "ten: so is 100.0 points behind, at most 8",
    ]
