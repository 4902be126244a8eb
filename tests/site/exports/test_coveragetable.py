"""vagvisare.site.exports.coveragetable: coverage counted, and no formula in it."""

import csv
import io
from collections import Counter
from dataclasses import replace

import pytest
import world
from world import TODAY, directory

from vagvisare.guidance.coverage import OUTCOMES
from vagvisare.records.vocabulary import Municipality
from vagvisare.site.exports.coveragetable import summary
from vagvisare.site.files.coverage import checked

HANINGE = "0136"


def test_the_summary_counts_every_combination() -> None:
    whole = world.real()
    rows = list(csv.DictReader(io.StringIO(summary(whole, TODAY))))
    check = checked(whole, TODAY)
    assert len(rows) == 290 * len(check.languages)
    each = len(whole.vocabulary.situations) * len(whole.vocabulary.terms("needs"))
    assert {sum(int(row[outcome]) for outcome in OUTCOMES) for row in rows} == {each}
    added = Counter(
        {
            outcome: sum(int(r[outcome]) for r in rows if r["language"] == "so")
            for outcome in OUTCOMES
        }
    )
    assert +added == check.counts["so"]
    assert {row["language"] for row in rows} == {*check.languages[:-1], "other"}
    haninge = next(row for row in rows if row["code"] == HANINGE)
    assert (haninge["municipality"], haninge["county"]) == ("Haninge", "Stockholms län")


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t"])
def test_no_name_in_the_summary_is_a_formula(begins: str) -> None:
    evil = Municipality(
        HANINGE, "x", {"sv": f'{begins}HYPERLINK("https://x.example")'}, "x", 59.1, 18.1, 1
    )
    whole = directory()
    few = replace(whole, vocabulary=replace(whole.vocabulary, municipalities={HANINGE: evil}))
    (row, *_) = csv.DictReader(io.StringIO(summary(few, TODAY)))
    assert row["municipality"] == f'\'{begins}HYPERLINK("https://x.example")'


@pytest.mark.parametrize(
    "name", ["a;=1+1", "a,=1+1", "a;b;@x", 'a"=1+1', "a\t=1", "a\n=1", "a',-1"]
)
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_no_part_of_a_name_is_a_formula_however_a_row_is_parted(name: str, separator: str) -> None:
    evil = Municipality(HANINGE, "x", {"sv": name}, "x", 59.1, 18.1, 1)
    whole = directory()
    few = replace(whole, vocabulary=replace(whole.vocabulary, municipalities={HANINGE: evil}))
    text = summary(few, TODAY)
    for line in (
        *csv.reader(io.StringIO(text), delimiter=separator),
        *(line.split(separator) for line in text.splitlines()),
    ):
        assert not [
            part
            for part in line
            if part.lstrip("\"'\r")[:1] in {"=", "+", "-", "@"} and part[:1] != "'"
        ], line
