"""Coverage: outcomes, nobody left between the chairs, and the effect of changes."""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest
import world
from world import (
    CONTACT,
    TODAY,
    WAYS_TO_GO,
    decisions,
    directory,
    municipality,
    offer,
    partner,
    role,
    rule,
)

from vagvisare.guidance.coverage import (
    ANSWERED,
    BROKEN,
    OUTCOMES,
    Cell,
    Coverage,
    Hole,
)
from vagvisare.guidance.coveragereport import RENDERINGS, as_csv, as_json, as_text, told
from vagvisare.records.directory import Directory
from vagvisare.records.kinds import Entry

HANINGE, NYKVARN, BRACKE = "0136", "0140", "2305"
SITE_LANGUAGES = ("sv", "en", "ar", "so")
AT = ("långtidsarbetslös", "svenska")


def _outcome(
    *entries: Entry, language: str = "so", code: str = HANINGE, at: tuple[str, str] = AT
) -> str:
    return (
        Coverage(directory(*entries), TODAY, (language,), (code,)).cell(code, *at, language).outcome
    )


# --- the outcomes ---------------------------------------------------------------------------------

LAST = (
    role(),
    decisions(None, rule("kommunen", last_resort="yes")),
    municipality("haninge", HANINGE),
)
"""The municipality, as a last resort."""
FIRST = (partner("verket"), decisions("svenska", rule("verket")))
IN_SOMALI = {"languages": [{"code": "so", "how": ["staff"]}]}
COURSE = offer("kurs", contacts=CONTACT)


def test_nobody_where_nobody_answers_or_can_be_reached() -> None:
    assert _outcome() == "nobody"
    assert _outcome(partner("finns"), COURSE) == "nobody", "an offer does not mend it"
    assert _outcome(*LAST, code=NYKVARN) == "nobody", "nor does a neighbour"
    silent = (
        role(),
        LAST[1],
        municipality("haninge", HANINGE, contacts=[{"website": "https://www.exempel.se/"}]),
    )
    assert _outcome(*silent) == "nobody", "a home page is no door"
    assert _outcome(*silent, COURSE) == "nobody"


def test_the_last_resort_where_only_it_answers_or_who_answers_has_nothing_to_give() -> None:
    assert _outcome(*LAST) == "last-resort"
    assert _outcome(*LAST, COURSE) == "last-resort", "an offer that no rule leads to is no answer"
    assert _outcome(*LAST, *FIRST) == "last-resort"
    assert _outcome(*LAST, *FIRST, offer("annat", "skulder", contacts=CONTACT)) == "last-resort"
    assert (
        _outcome(*LAST, *FIRST, offer("kurs", providers=["tyst"]), partner("tyst", contacts=[]))
        == "last-resort"
    )


def test_answered_by_a_rule_and_an_offer_that_can_both_be_reached() -> None:
    assert _outcome(*LAST, *FIRST, COURSE) == "answered"
    assert _outcome(*LAST, *FIRST, offer("kurs", providers=["verket"])) == "answered"
    silent = (partner("verket", contacts=[]), FIRST[1])
    assert _outcome(*LAST, *silent, COURSE) == "last-resort"


def test_in_the_language_where_somebody_speaks_it_and_an_interpreter_is_not_enough() -> None:
    spoken = offer("kurs", contacts=CONTACT, **IN_SOMALI)
    assert _outcome(*LAST, *FIRST, spoken) == "answered-in-language"
    assert _outcome(*LAST, *FIRST, spoken, language="ar") == "answered"
    assert _outcome(*LAST, *FIRST, COURSE, language="sv") == "answered-in-language"
    through = offer("kurs", contacts=CONTACT, interpretation={"sv": "Du får tolk."})
    assert _outcome(*LAST, *FIRST, through) == "answered"
    assert _outcome(*LAST, *FIRST, through, offer("tolk", "tolk", kind="tolk")) == "answered"


def test_not_us_where_two_make_an_exception_of_the_person() -> None:
    excepting = {"except": ["långtidsarbetslös"]}
    two = (
        partner("a"),
        partner("b"),
        decisions("svenska", rule("a", **excepting), rule("b", **excepting)),
    )
    assert _outcome(*LAST, *two) == "not-us"
    assert _outcome(*LAST, *two, at=("hemlös", "svenska")) == "last-resort", "they are for others"
    one = (partner("a"), decisions("svenska", rule("a", **excepting)))
    assert _outcome(*LAST, *one) == "last-resort"


def test_in_danger_the_call_is_the_help() -> None:
    danger = (partner("linje"), decisions("självmordstankar", rule("linje")))
    assert _outcome(*LAST, *danger, at=("hemlös", "självmordstankar")) == "answered"
    spoken = (partner("linje", **IN_SOMALI), danger[1])
    assert _outcome(*LAST, *spoken, at=("hemlös", "självmordstankar")) == "answered-in-language"


def test_the_duty_to_book_an_interpreter_is_a_column_of_its_own() -> None:
    right = offer("tolk", "tolk", kind="tolk")
    for entries, expected in (
        ((*LAST, *FIRST, COURSE, right), True),
        ((*LAST, *FIRST, COURSE), False),
    ):
        cell = Coverage(directory(*entries), TODAY, ("so",), (HANINGE,)).cell(HANINGE, *AT, "so")
        assert (cell.outcome, cell.interpreter) == ("answered", expected)


# --- the real directory ---------------------------------------------------------------------------


@cache
def _coverage(languages: tuple[str, ...] = SITE_LANGUAGES) -> Coverage:
    return Coverage(world.real(), TODAY, languages)


def test_every_combination_has_an_outcome() -> None:
    whole = world.real().vocabulary
    each = len(whole.municipalities) * len(whole.situations) * len(whole.terms("needs"))
    assert len(whole.municipalities) == 290
    assert {
        language: sum(counts.values()) for language, counts in _coverage().counts.items()
    } == dict.fromkeys(SITE_LANGUAGES, each)
    assert set().union(*_coverage().counts.values()) <= set(OUTCOMES)


def test_rows_and_counts_agree() -> None:
    codes = (HANINGE, BRACKE, "2380")
    coverage = Coverage(world.real(), TODAY, SITE_LANGUAGES, codes)
    counted: dict[str, Counter[str]] = {language: Counter() for language in SITE_LANGUAGES}
    for row in coverage.rows():
        counted[row.language][row.cell.outcome] += 1
    assert counted == coverage.counts


def test_nobody_in_sweden_falls_between_the_chairs_alone_with_one_situation() -> None:
    assert not [*_coverage().holes()]


def test_in_danger_everybody_is_answered_everywhere() -> None:
    needs = world.real().vocabulary.terms("needs")
    urgent = {code for code, term in needs.items() if term.is_urgent}
    assert len(urgent) == 8
    for _, table in _coverage().outcomes():
        assert all(
            cell.outcome in ANSWERED
            for (_, need), cells in table.items()
            if need in urgent
            for cell in cells
        )


def test_the_own_body_of_each_municipality_comes_last() -> None:
    bodies = world.real().representatives
    codes = (HANINGE, BRACKE, "2380", "0980")
    for row in Coverage(world.real(), TODAY, ("so",), codes).rows():
        final = row.cell.responsible[row.cell.primary :]
        assert final in {(bodies[row.municipality].id,), ()}
        assert bodies[row.municipality].id in row.cell.responsible


def test_no_body_of_another_municipality_or_county_answers() -> None:
    partners = world.real().partners
    codes = (HANINGE, BRACKE, "2380", "0980")
    rows = Coverage(world.real(), TODAY, ("so",), codes).rows()
    places = {(row.municipality, body) for row in rows for body in row.cell.responsible}
    represented = {
        (code, partners[body].represents) for code, body in places if partners[body].represents
    }
    assert represented
    assert not [(code, area) for code, area in represented if area not in (code, code[:2])]


# --- a change changes what it should and nothing else ---------------------------------------------

CHANGED = [
    ("partners", "migrationsverket"),
    ("partners", "region-jamtland-harjedalen"),
    ("partners", "forsakringskassan"),
    ("partners", "kommunen"),
    ("offers", "sfi"),
    ("offers", "vardcentral"),
]


@pytest.mark.parametrize("way", sorted(set(WAYS_TO_GO) - {"removed"}))
@pytest.mark.parametrize(("kind", "name"), CHANGED, ids=[name for _, name in CHANGED])
def test_closed_and_decayed_is_as_good_as_removed(kind: str, name: str, way: str) -> None:
    places = (BRACKE, HANINGE)
    removed = Coverage(world.without(world.real(), kind, name), TODAY, ("so",), places)
    gone = Coverage(WAYS_TO_GO[way](world.real(), kind, name), TODAY, ("so",), places)
    assert list(_cells(gone)) == list(_cells(removed))
    assert list(_cells(gone)) != list(_cells(Coverage(world.real(), TODAY, ("so",), places)))


def _cells(coverage: Coverage) -> Iterator[tuple[str, str, str, Cell]]:
    return ((row.municipality, row.situation, row.need, row.cell) for row in coverage.rows())


def test_a_municipality_s_own_body_that_goes_leaves_holes_that_are_told() -> None:
    less = world.without(world.real(), "partners", "bracke")
    holes = [*Coverage(less, TODAY, SITE_LANGUAGES, (BRACKE, HANINGE)).holes()]
    assert {hole.municipality for hole in holes} == {BRACKE}
    assert {hole.outcome for hole in holes} <= BROKEN
    assert Hole(BRACKE, "hemlös", "boende", "nobody", SITE_LANGUAGES) in holes
    lines = [*told(less, holes)]
    assert len(lines) == 11
    assert lines[0].startswith("2305 Bräcke: ")
    assert lines[10] == f"… and {len(holes) - 10} more"


def test_municipalities_share_tables_only_where_all_is_alike() -> None:
    """Bräcke without a contact, or speaking Somali, is no longer like its neighbours."""
    whole = directory(
        role(),
        decisions(None, rule("kommunen", last_resort="yes")),
        decisions("svenska", rule("kommunen")),
        municipality("bracke", BRACKE),
        municipality("haninge", HANINGE),
        offer("kurs", providers=["kommunen"]),
    )
    codes = (BRACKE, HANINGE)

    def outcomes(one: Directory) -> list[str]:
        return [
            Coverage(one, TODAY, ("so",), codes).cell(code, *AT, "so").outcome for code in codes
        ]

    assert outcomes(whole) == ["answered", "answered"]
    assert outcomes(world.changed(whole, "partners", "bracke", contacts=())) == [
        "nobody",
        "answered",
    ]
    speaking = municipality("bracke", BRACKE, **IN_SOMALI)
    assert outcomes(whole.with_entry("partners", "bracke", speaking)) == [
        "answered-in-language",
        "answered",
    ]


# --- renderings -----------------------------------------------------------------------------------


def test_csv_has_a_row_for_each_combination() -> None:
    found = Coverage(world.real(), TODAY, ("so", "sv"), (BRACKE, HANINGE))
    rows = [*csv.DictReader(io.StringIO("\n".join(as_csv(found))))]
    assert len(rows) == 2 * 2 * len(found.directory.vocabulary.situations) * len(
        found.directory.vocabulary.terms("needs")
    )
    (row,) = [
        row
        for row in rows
        if (row["municipality"], row["situation"], row["need"], row["language"])
        == (BRACKE, "nollplacerad", "försörjning", "so")
    ]
    assert row["outcome"] == "answered"
    assert row["responsible"].split()[0] == "bracke"
    assert "ekonomiskt-bistand" in row["offers"].split()


def test_json_has_each_outcome() -> None:
    found = Coverage(world.real(), TODAY, ("so", "sv"), (BRACKE, HANINGE))
    data = json.loads("".join(as_json(found)))
    assert data["date"] == "2026-11-23"
    assert data["counts"]["so"] == {outcome: found.counts["so"][outcome] for outcome in OUTCOMES}
    for row in found.rows():
        assert (
            data["municipalities"][row.municipality][row.situation][row.need][row.language]
            == row.cell.outcome
        )


def test_text_counts_and_names_the_first_holes() -> None:
    found = Coverage(directory(*LAST), TODAY, ("so",), (HANINGE, NYKVARN))
    text = [*as_text(found)]
    each = len(found.directory.vocabulary.situations) * len(
        found.directory.vocabulary.terms("needs")
    )
    assert text[0].endswith(f" = {2 * each} combinations")
    assert f"{'last-resort':<28}{each:>10}{each:>10}" in text
    assert f"{'nobody':<28}{each:>10}{each:>10}" in text
    assert "0140 Nykvarn: asylsökande, skydd-mot-våld (so): nobody" in text
    assert text[-1] == f"… and {each - 10} more"


def test_each_form_has_a_rendering() -> None:
    assert set(RENDERINGS) == {"text", "json", "csv"}
