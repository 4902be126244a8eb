"""The chair check: what each outcome is, that nobody is left between the chairs, and that a change changes what it should.

``_naive`` is a second implementation, slow and without anything shared, that the first is compared with.
"""

import csv
import io
import json
import random
import time
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import world
from world import CONTACT, FINAL, TODAY, WAYS_TO_GO, directory, municipality, offer, partner, role, rule

from vagvisare.guidance.coverage import (
    BROKEN,
    OUTCOMES,
    RENDERINGS,
    Cell,
    Coverage,
    Hole,
    as_csv,
    as_json,
    as_text,
    broken_promises,
    served,
    told,
)
from vagvisare.records.directory import Directory
from vagvisare.records.freshness import months_after
from vagvisare.records.kinds import Partner, Record
from vagvisare.records.texts import fingerprint

HANINGE, NYKVARN, BRACKE = "0136", "0140", "2305"
SITE_LANGUAGES = ("sv", "en", "ar", "so")
AT = ("långtidsarbetslös", "svenska")


def _outcome(*records: Record, language: str = "so", code: str = HANINGE) -> str:
    return Coverage(directory(*records), TODAY, (language,), (code,)).cell(code, *AT, language).outcome


# --- the outcomes ---------------------------------------------------------------------------------------------------

ANSWERED = (role(FINAL), municipality("haninge", HANINGE))
IN_SOMALI = {"languages": [{"code": "so", "how": ["staff"]}]}
WRITTEN = {"languages": [{"code": "so", "how": ["written"]}]}


def test_gap_nobody_answers() -> None:
    assert _outcome() == "gap"
    assert _outcome(partner("finns"), offer("kurs", contacts=CONTACT, **IN_SOMALI)) == "gap", "an offer does not mend it"
    assert _outcome(*ANSWERED, code=NYKVARN) == "gap", "nor does a neighbour"


def test_unreachable_who_answers_has_no_contact() -> None:
    silent = (role(FINAL), municipality("haninge", HANINGE, contacts=[]))
    assert _outcome(*silent) == "unreachable"
    assert _outcome(*silent, offer("kurs", contacts=CONTACT, **IN_SOMALI)) == "unreachable"
    assert _outcome(*silent, partner("nas", responsible=[rule("svenska")])) == "responsible-only"


def test_responsible_only_no_offer_fits_or_can_be_reached_or_is_in_the_language() -> None:
    assert _outcome(*ANSWERED) == "responsible-only"
    assert _outcome(*ANSWERED, offer("annat", "skulder", contacts=CONTACT, **IN_SOMALI)) == "responsible-only"
    assert _outcome(*ANSWERED, offer("kurs", providers=["tyst"], **IN_SOMALI), partner("tyst", contacts=[])) == "responsible-only"
    assert _outcome(*ANSWERED, offer("kurs", contacts=CONTACT)) == "responsible-only"
    assert _outcome(*ANSWERED, partner("en", responsible=[rule("svenska")])) == "responsible-only"


def test_overlap_two_answer_before_the_final_one_and_no_offer_helps() -> None:
    two = [partner(name, responsible=[rule("svenska"), rule("svenska", situations=["långtidsarbetslös"])]) for name in ("a", "b")]
    assert _outcome(*ANSWERED, *two) == "overlap"
    assert _outcome(*ANSWERED, two[0]) == "responsible-only", "two rules of one body are no overlap"
    assert _outcome(*ANSWERED, *two, offer("kurs", contacts=CONTACT, **IN_SOMALI)) == "served-in-language"


@pytest.mark.parametrize(
    ("fields", "outcome"),
    [(IN_SOMALI, "served-in-language"), (WRITTEN, "served-by-translation"), ({}, "responsible-only")],
)
def test_served_by_an_offer_in_the_language(fields: dict[str, Any], outcome: str) -> None:
    assert _outcome(*ANSWERED, offer("kurs", contacts=CONTACT, **fields)) == outcome
    assert _outcome(*ANSWERED, offer("kurs", contacts=CONTACT, **fields), language="sv") == "served-in-language"


def test_served_through_an_interpreter() -> None:
    right = offer("tolk", "tolk", kind="tolk")
    course = offer("kurs", providers=["kommunen"])
    assert _outcome(*ANSWERED, course, right) == "served-through-interpreter"
    assert _outcome(*ANSWERED, course) == "responsible-only"
    assert (
        _outcome(*ANSWERED, offer("kurs", contacts=CONTACT, interpretation={"sv": "Du får tolk."}))
        == "served-through-interpreter"
    )


def test_a_blank_where_a_translation_is_missing_serves_nobody() -> None:
    half = offer("kurs", contacts=CONTACT, summary={"sv": "En sak.", "ar": "شيء."})
    assert _outcome(*ANSWERED, half, language="ar") == "served-by-translation"
    assert _outcome(*ANSWERED, half, language="so") == "responsible-only"


# --- the real directory ---------------------------------------------------------------------------------------------


@cache
def _coverage(languages: tuple[str, ...] = SITE_LANGUAGES) -> Coverage:
    return Coverage(world.real(), TODAY, languages)


def test_every_combination_has_an_outcome() -> None:
    whole = world.real().vocabulary
    each = len(whole.municipalities) * len(whole.situations) * len(whole.terms("needs"))
    assert len(whole.municipalities) == 290
    assert {language: sum(counts.values()) for language, counts in _coverage().counts.items()} == dict.fromkeys(
        SITE_LANGUAGES, each
    )
    counted: dict[str, Counter[str]] = {language: Counter() for language in SITE_LANGUAGES}
    for row in _coverage().rows():
        counted[row.language][row.cell.outcome] += 1
    assert counted == _coverage().counts
    assert set().union(*counted.values()) <= set(OUTCOMES)


def test_no_served_municipality_is_without_a_reachable_body() -> None:
    promised = set(served(world.real()))
    assert len(promised) == 18
    partners = world.real().partners
    rows = [row for row in _coverage().rows() if row.municipality in promised]
    assert rows
    assert not [row for row in rows if not any(partners[body].contacts for body in row.cell.responsible)]
    assert not [row for row in rows if row.cell.outcome in BROKEN]
    assert broken_promises(world.real(), promised, SITE_LANGUAGES, TODAY) == ()


def test_every_municipality_has_its_own_body_last() -> None:
    bodies = world.real().representatives
    for row in _coverage(("so",)).rows():
        final = row.cell.responsible[row.cell.primary :]
        assert final in {(bodies[row.municipality].id,), ()}
        assert bodies[row.municipality].id in row.cell.responsible


def test_no_body_of_another_municipality_or_county_answers() -> None:
    partners = world.real().partners
    places = {(row.municipality, body) for row in _coverage(("so",)).rows() for body in row.cell.responsible}
    represented = {(code, partners[body].represents) for code, body in places if partners[body].represents}
    assert represented
    assert not [(code, area) for code, area in represented if area not in (code, code[:2])]


def test_national_bodies_answer_and_national_offers_are_given_everywhere() -> None:
    whole = world.real()
    bodies: dict[str, set[str]] = {}
    offers: dict[str, set[str]] = {}
    for row in _coverage(("so",)).rows():
        for body in row.cell.responsible:
            bodies.setdefault(body, set()).add(row.municipality)
        for given in row.cell.offers:
            offers.setdefault(given, set()).add(row.municipality)
    every = set(whole.vocabulary.municipalities)
    national = {
        p.id for p in whole.partners.values() if p.responsible and p.service_area == ("SE",) and p.kind == "statlig-myndighet"
    }
    assert len(national) >= 8
    assert all(bodies[name] == every for name in national)
    given = {o.id for o in whole.offers.values() if o.service_area == ("SE",) and "person" in o.audience}
    assert len(given) >= 20
    assert all(offers[name] == every for name in given)


def test_associations_answer_for_their_members_only() -> None:
    whole = world.real()
    associations = {p.id: p for p in whole.partners.values() if p.kind == "samordningsförbund" and p.responsible}
    assert len(associations) == 24
    found: dict[str, set[str]] = {name: set() for name in associations}
    for row in _coverage(("so",)).rows():
        for body in row.cell.responsible:
            if body in found:
                found[body].add(row.municipality)
    for name, association in associations.items():
        members = {whole.partners[member].represents for member in association.members}
        assert found[name] == {area for area in members if area and len(area) == 4}


def test_all_combinations_take_less_than_five_seconds() -> None:
    start = time.process_time()
    assert Coverage(world.real(), TODAY, SITE_LANGUAGES).counts
    assert time.process_time() - start < 5


# --- a second implementation ----------------------------------------------------------------------------------------


def _serves(record: Record) -> bool:
    if record.status in ("inactive", "defunct", "temporarily_closed"):
        return False
    mark = record.confirmed
    return mark is None or months_after(mark.date, 3 * mark.every) >= TODAY


def _meets(whole: Directory, record: Record, code: str) -> Record | None:
    """The body that somebody here meets."""
    if not _serves(record):
        return None
    if not isinstance(record, Partner) or record.kind not in ("kommun", "region") or record.represents:
        return record
    area = code if record.kind == "kommun" else code[:2]
    own = [p for p in whole.partners.values() if p.represents == area and p.kind == record.kind and _serves(p)]
    return own[0] if own else None


def _all_codes(whole: Directory, situation: str, need: str) -> set[str]:
    codes, size = {situation, *whole.vocabulary.terms("needs")[need].implies}, 0
    while len(codes) > size:
        size = len(codes)
        for name in ("residence-statuses", "income-supports", "target-groups"):
            terms = whole.vocabulary.terms(name)
            codes |= {other for code in codes if code in terms for other in terms[code].implies}
    return codes


def _naive_bodies(whole: Directory, code: str, codes: set[str], need: str) -> Iterator[tuple[Partner, bool]]:
    for record in whole.partners.values():
        areas = set(record.service_area)
        if record.kind == "samordningsförbund":
            areas = {whole.partners[m].represents or "" for m in record.members if m in whole.partners}
            areas = {area for area in areas if len(area) == 4}
        body = _meets(whole, record, code)
        if not isinstance(body, Partner) or not areas & {"SE", code, code[:2]}:
            continue
        for one in record.responsible:
            about = not one.situations or codes & set(one.situations)
            if about and not codes & set(one.except_) and (not one.needs or need in one.needs):
                yield body, one.final


def _naive_offers(whole: Directory, code: str) -> Iterator[tuple[Any, list[Record]]]:
    """The offers here, whoever they are for, and who gives them."""
    for one in whole.offers.values():
        named = [whole.partners.get(provider) or whole.enterprises.get(provider) for provider in one.providers]
        bodies = [body for record in named if record and (body := _meets(whole, record, code))]
        if _serves(one) and set(one.service_area) & {"SE", code, code[:2]} and (bodies or not one.providers):
            yield one, bodies


def _naive_fits(whole: Directory, one: Any, codes: set[str], need: str) -> bool:
    wanted = {*one.for_.groups, *one.for_.residence, *one.for_.income} if one.for_ else set()
    unwanted = {*one.not_for.groups, *one.not_for.residence, *one.not_for.income} if one.not_for else set()
    residence = codes & set(whole.vocabulary.terms("residence-statuses"))
    if need not in one.needs or "person" not in one.audience or codes & unwanted or (wanted and not codes & wanted):
        return False
    return not (one.for_ and one.for_.residence and residence and not residence & set(one.for_.residence))


def _naive(whole: Directory, code: str, situation: str, need: str, language: str) -> tuple[str, set[str], set[str]]:
    """The outcome, the ids of those who answer, and the ids of the offers."""
    codes = _all_codes(whole, situation, need)
    bodies = list(_naive_bodies(whole, code, codes, need))
    here = list(_naive_offers(whole, code))
    offers = [(one, givers) for one, givers in here if _naive_fits(whole, one, codes, need)]
    ids = {body.id for body, _ in bodies}, {one.id for one, _ in offers}
    if not bodies:
        return "gap", *ids
    if not any(body.contacts for body, _ in bodies):
        return "unreachable", *ids
    right = any(one.kind == "tolk" for one, _ in here)
    ways = [way for one, givers in offers if (way := _naive_way(one, givers, language, right))]
    if ways:
        return min(ways, key=OUTCOMES.index), *ids
    return "overlap" if len({body.id for body, final in bodies if not final}) > 1 else "responsible-only", *ids


def _naive_way(one: Any, givers: list[Record], language: str, right: object) -> str | None:
    reached = [giver for giver in givers if giver.contacts] if not one.contacts else [one]
    if one.providers and not reached:
        return None
    from_providers = [record for record in reached if one.providers]
    modes = {(s.code, how) for record in (one, *from_providers) for s in record.languages for how in s.how}
    phones = {code for record in (one, *from_providers) for contact in record.contacts for code in contact.languages}
    if language == "sv" or (language, "staff") in modes or (language, "phone") in modes or language in phones:
        return "served-in-language"
    mark = one.translations.get(language, {}).get("summary")
    fresh = not mark or (mark.made_from == fingerprint(one.summary["sv"]) and (mark.by == "human" or mark.reviewed))
    if (language, "written") in modes or (language in one.summary and fresh):
        return "served-by-translation"
    kinds = {record.kind for record in from_providers if isinstance(record, Partner)}
    public = kinds & {"statlig-myndighet", "länsstyrelse", "kommun", "region", "kommunalförbund", "samordningsförbund"}
    if one.interpretation or one.kind == "tolk" or (language, "interpreter") in modes or (public and right):
        return "served-through-interpreter"
    return None


def _seen(cell: Cell) -> tuple[str, set[str], set[str]]:
    return cell.outcome, set(cell.responsible), set(cell.offers)


def _sample(whole: Directory, size: int, seed: str, municipalities: tuple[str, ...] = ()) -> list[tuple[str, str, str, str]]:
    chosen = random.Random(seed)
    vocabulary = whole.vocabulary
    lists = (municipalities or tuple(vocabulary.municipalities), tuple(vocabulary.situations), tuple(vocabulary.terms("needs")))
    return [(*(chosen.choice(codes) for codes in lists), chosen.choice(SITE_LANGUAGES)) for _ in range(size)]  # type: ignore[misc]


def test_the_second_implementation_agrees() -> None:
    whole = world.real()
    for combination in _sample(whole, 600, "agree"):
        assert _seen(_coverage().cell(*combination)) == _naive(whole, *combination), combination


# --- a change changes what it should and nothing else ---------------------------------------------------------------

CHANGED = [
    ("partners", "bracke"),
    ("partners", "region-jamtland-harjedalen"),
    ("partners", "samordningsforbundet-ostra-sodertorn"),
    ("partners", "forsakringskassan"),
    ("partners", "kommunen"),
    ("offers", "sfi"),
    ("offers", "halsoundersokning"),
]


def _touches(cell: Cell, whole: Directory, kind: str, name: str, code: str) -> bool:
    """Whether a record has a part in how a combination ends."""
    if kind == "offers":
        return name in cell.offers
    record = whole.partners[name]
    bodies = {name}
    if record.kind in {"kommun", "region"} and not record.represents:
        own = whole.representatives.get(code if record.kind == "kommun" else code[:2])
        bodies = {own.id} if own else set()
    roles = {
        p.id for p in whole.partners.values() if p.kind == record.kind and p.kind in {"kommun", "region"} and not p.represents
    }
    here = record.represents in (None, code, code[:2])
    gives = {name, *roles} if here else {name}
    return bool(bodies & set(cell.responsible)) or any(gives & set(whole.offers[one].providers) for one in cell.offers)


@pytest.mark.parametrize(("kind", "name"), CHANGED, ids=[name for _, name in CHANGED])
def test_a_record_that_goes_changes_what_it_had_a_part_in_and_no_other(kind: str, name: str) -> None:
    whole = world.real()
    before = {row[:-1]: row[-1] for row in _cells(_coverage(("so",)))}
    less = world.without(whole, kind, name)
    after = {row[:-1]: row[-1] for row in _cells(Coverage(less, TODAY, ("so",)))}
    different = {place for place, cell in before.items() if after[place] != cell}
    assert different
    kinds_of_ends = {(place[0], before[place]) for place in different}
    assert not [(code, cell) for code, cell in kinds_of_ends if not _touches(cell, whole, kind, name, code)]
    for place in random.Random(name).sample(sorted(different), min(40, len(different))):
        assert _seen(after[place]) == _naive(less, *place, "so")
    for *place, _ in _sample(whole, 60, name):
        assert _seen(after[tuple(place)]) == _naive(less, *place, "so")


@pytest.mark.parametrize("way", sorted(set(WAYS_TO_GO) - {"removed"}))
@pytest.mark.parametrize(("kind", "name"), CHANGED, ids=[name for _, name in CHANGED])
def test_closed_and_decayed_is_as_good_as_removed(kind: str, name: str, way: str) -> None:
    places = (BRACKE, HANINGE, "0180", "2380")
    removed = Coverage(world.without(world.real(), kind, name), TODAY, ("so",), places)
    gone = Coverage(WAYS_TO_GO[way](world.real(), kind, name), TODAY, ("so",), places)
    assert list(_cells(gone)) == list(_cells(removed))


def _cells(coverage: Coverage) -> Iterator[tuple[str, str, str, Cell]]:
    return ((row.municipality, row.situation, row.need, row.cell) for row in coverage.rows())


def test_a_municipality_s_own_body_that_goes_leaves_a_hole_that_is_told() -> None:
    less = world.without(world.real(), "partners", "bracke")
    holes = broken_promises(less, served(world.real()), SITE_LANGUAGES, TODAY)
    assert {hole.municipality for hole in holes} == {BRACKE}
    assert Hole(BRACKE, "asylsökande", "svenska", "gap", SITE_LANGUAGES) in holes
    lines = [*told(less, holes)]
    assert len(lines) == 11
    assert lines[0].startswith("2305 Bräcke: ")
    assert lines[10] == f"… and {len(holes) - 10} more"
    silent = world.changed(world.real(), "partners", "bracke", contacts=())
    assert {hole.outcome for hole in broken_promises(silent, [BRACKE], ["so"], TODAY)} == {"unreachable"}


def test_municipalities_share_tables_only_where_all_is_alike() -> None:
    """Bräcke without a contact, or speaking Somali, is no longer like its neighbours."""
    whole = directory(
        role(FINAL), municipality("bracke", BRACKE), municipality("haninge", HANINGE), offer("kurs", providers=["kommunen"])
    )
    codes = (BRACKE, HANINGE)

    def outcomes(one: Directory) -> list[str]:
        return [Coverage(one, TODAY, ("so",), codes).cell(code, *AT, "so").outcome for code in codes]

    assert outcomes(whole) == ["responsible-only", "responsible-only"]
    assert outcomes(world.changed(whole, "partners", "bracke", contacts=())) == ["unreachable", "responsible-only"]
    spoken = municipality("x", BRACKE, **IN_SOMALI).languages
    assert outcomes(world.changed(whole, "partners", "bracke", languages=spoken)) == ["served-in-language", "responsible-only"]
    other = world.changed(whole, "partners", "haninge", status="inactive")
    assert outcomes(other) == ["responsible-only", "gap"]


# --- what is promised -----------------------------------------------------------------------------------------------


def test_served_are_those_declared_else_those_of_the_projects() -> None:
    whole = world.real()
    seeds = {code for project in whole.projects.values() for code in project.municipalities}
    assert set(served(whole)) == seeds
    assert served(whole, ["0180", "0136", "0180"]) == ("0180", "0136")
    with pytest.raises(ValueError, match="no municipality has the code 94"):
        served(whole, ["0136", "94"])


# --- renderings -----------------------------------------------------------------------------------------------------


def test_csv_has_a_row_for_each_combination() -> None:
    found = Coverage(world.real(), TODAY, ("so", "sv"), (BRACKE, HANINGE))
    rows = [*csv.DictReader(io.StringIO("\n".join(as_csv(found))))]
    assert len(rows) == 2 * 2 * len(found.directory.vocabulary.situations) * len(found.directory.vocabulary.terms("needs"))
    (row,) = [
        row
        for row in rows
        if (row["municipality"], row["situation"], row["need"], row["language"]) == (BRACKE, "nollplacerad", "försörjning", "so")
    ]
    assert (row["outcome"], row["primary"]) == ("served-through-interpreter", "1")
    assert (row["responsible"], row["offers"]) == ("bracke", "ekonomiskt-bistand")


def test_json_has_each_outcome() -> None:
    found = Coverage(world.real(), TODAY, ("so", "sv"), (BRACKE, HANINGE))
    data = json.loads("".join(as_json(found)))
    assert data["date"] == "2026-11-23"
    assert data["counts"]["so"] == {outcome: found.counts["so"][outcome] for outcome in OUTCOMES}
    for row in found.rows():
        assert data["municipalities"][row.municipality][row.situation][row.need][row.language] == row.cell.outcome


def test_text_counts_and_names_the_first_holes() -> None:
    found = Coverage(directory(role(FINAL), municipality("haninge", HANINGE)), TODAY, ("so",), (HANINGE, NYKVARN))
    text = [*as_text(found)]
    each = len(found.directory.vocabulary.situations) * len(found.directory.vocabulary.terms("needs"))
    assert text[0].endswith(f" = {2 * each} combinations")
    assert f"{'responsible-only':<28}{each:>10}{each:>10}" in text
    assert f"{'gap':<28}{each:>10}{each:>10}" in text
    assert "0140 Nykvarn: asylsökande, vägledning-på-mitt-språk (so): gap" in text
    assert text[-1] == f"… and {each - 10} more"


def test_each_form_has_a_rendering() -> None:
    assert set(RENDERINGS) == {"text", "json", "csv"}
