"""The guide: what somebody says, a few questions, and the answer on one screen.

Tested by touch, by keyboard and without script.
"""

import gzip
import random
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlencode

import pytest
import world
from playwright.sync_api import Locator, Page, expect

from tests.browser.fonts import FONTS
from tests.browser.visits import NARROW, NARROWEST, WIDE, Visit
from tests.site import sites
from vagvisare.guidance.answering import Answer
from vagvisare.guidance.cases import Case, told
from vagvisare.guidance.guidance import Here
from vagvisare.guidance.person import Person
from vagvisare.reading.casefiles import cases_of
from vagvisare.records.directory import COUNTRY

LANGUAGES = ("sv", "ar", "so")
CASES = sorted((Path(__file__).parents[1] / "cases").glob("*.yml"))
MOST = 60 * 1024
"""Bytes (gzip) that the guide may cost beyond the page itself."""


def _case(path: Path) -> Case:
    """The case without what the page does not ask: age, permit date and some situations."""
    (case,) = cases_of(path, world.real())
    asked = tuple(
        code for code in case.person.situations if world.real().vocabulary.situations[code].is_asked
    )
    language = case.person.language if case.person.language in sites.LANGUAGES else "sv"
    person = replace(
        case.person, situations=asked, language=language, age=None, months_since_permit=None
    )
    return replace(case, person=person)


def _where(municipality: str) -> str:
    return (
        "guide/"
        if municipality == COUNTRY
        else f"municipalities/{world.real().vocabulary.municipalities[municipality].id}/"
    )


def _fragment(situations: tuple[str, ...], need: str) -> str:
    return "#" + urlencode({"situation": ",".join(situations), "need": need})


SHOWN = """() => {
  const shown = (shelf, selector) =>
    [...shelf.querySelectorAll(selector)].filter(e => e.checkVisibility()).map(e => e.dataset);
  const shelves = [...document.querySelectorAll('.need')].filter(e => e.checkVisibility());
  const read = shelf => {
    const open = shelf.open;
    shelf.open = true;
    const bodies = shown(shelf, '.body')
      .map(({partner, door}) => door ? `${partner}/${door}` : partner);
    const ranks = shown(shelf, '.rule').map(rule => rule.rank).sort();
    const offers = shown(shelf, '.offering').map(one => one.offer);
    const found = [shelf.dataset.need, {bodies, ranks, offers, open}];
    shelf.open = open;
    return found;
  };
  const cards = [
    ...document.querySelectorAll('section[aria-labelledby=enterprises] .card[data-for]')];
  return {
    shelves: Object.fromEntries(shelves.map(read)),
    enterprises: cards.filter(e => e.checkVisibility()).map(e => e.dataset.record),
  };
}"""
"""What the page shows: by need, in page order, and the enterprises."""
Shelf = dict[str, Any]


def _expected(here: Here, person: Person) -> dict[str, Any]:
    """Guidance's answer to a need, in the form of `_seen`.

    Bodies in their order, the ranks of the answers among the need's, offers and enterprises.
    """
    answers = here.responsible(person)
    every = here.answers[str(person.need)]
    bodies = dict.fromkeys((_name(answer), answer.rule.last_resort) for answer in answers)
    enterprises = (
        [*here.enterprises(person), *here.neighbours(person)]
        if here.municipality != COUNTRY
        else []
    )
    return {
        "bodies": [body for body, _ in bodies],
        "ranks": [f"{index:03}" for index, one in enumerate(every) if one in answers],
        "offers": sorted(match.offer.id for match in here.offers(person)),
        "enterprises": sorted(one.id for one in enterprises),
    }


def _name(answer: Answer) -> str:
    return f"{answer.partner.id}/{answer.door}" if answer.door else answer.partner.id


def _name_of(body: Locator) -> str:
    """A body on the page, as `_name` names it."""
    parts = (body.get_attribute("data-partner"), body.get_attribute("data-door"))
    return "/".join(filter(None, parts))


def _seen(page: Page, need: str) -> dict[str, Any]:
    seen = page.evaluate(SHOWN)
    shelf = seen["shelves"].get(need, {"bodies": [], "ranks": [], "offers": []})
    return {
        "bodies": shelf["bodies"],
        "ranks": shelf["ranks"],
        "offers": sorted(shelf["offers"]),
        "enterprises": sorted(seen["enterprises"]),
    }


# --- the answers are those of guidance ------------------------------------------------------------


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_worked_case_is_answered_on_the_page(path: Path, visit: Callable[..., Visit]) -> None:
    case, directory = _case(path), world.real()
    person, here = case.person, Here(world.real(), case.municipality, world.TODAY)
    where = f"{person.language}/{_where(case.municipality)}"
    opened = visit(f"{where}{_fragment(person.situations, person.need or '')}", width=NARROW)
    shelves = opened.page.evaluate(SHOWN)["shelves"]
    given = told(directory, case, world.TODAY)
    if person.need:
        wanted = [
            *here.urgent(person),
            person.need,
            *(str(other.need) for other in here.also(person)),
        ]
        leading = wanted[: len(here.urgent(person)) + 1]
        assert [*shelves][: len(leading)] == leading
        assert next(iter(shelves.values()))["bodies"][0] in given.leads
        assert _name_of(opened.page.locator(".guide__lead .body").first) in given.leads
        for need in wanted:
            expected = _expected(here, replace(person, need=need))
            assert (shelves[need]["bodies"], sorted(shelves[need]["offers"])) == (
                expected["bodies"],
                expected["offers"],
            ), need
    shown = {thing for shelf in shelves.values() for thing in (*shelf["bodies"], *shelf["offers"])}
    shown |= {body.partition("/")[0] for body in shown} | set(_seen(opened.page, "")["enterprises"])
    assert set(given.offers) <= shown
    never = {thing for thing in case.must_never_show if thing not in given.everything}
    assert never.isdisjoint(shown if person.need is None else _about(shelves, here, person))


def _about(shelves: dict[str, Shelf], here: Here, person: Person) -> set[str]:
    """What is shown for the need, and for the others that the situations concern."""
    others = {str(other.need) for other in here.also(person)} | {
        *here.urgent(person),
        str(person.need),
    }
    found = {
        thing for need in others for thing in (*shelves[need]["bodies"], *shelves[need]["offers"])
    }
    return found | {thing.partition("/")[0] for thing in found}


@pytest.mark.parametrize("language", ["sv", "en", "ar", "so"])
def test_the_page_answers_as_guidance_does_for_any_person(
    language: str, visit: Callable[..., Visit]
) -> None:
    vocabulary = world.real().vocabulary
    asked = sorted(code for code, situation in vocabulary.situations.items() if situation.is_asked)
    chance = random.Random(f"guide {language}")
    for code in [COUNTRY, *chance.sample(sorted(vocabulary.municipalities), 5)]:
        opened = visit(f"{language}/{_where(code)}")
        here = Here(world.real(), code, world.TODAY)
        for _ in range(25):
            situations = tuple(chance.sample(asked, chance.randint(0, 3)))
            need = chance.choice(sorted(vocabulary.terms("needs")))
            opened.page.evaluate(GO, _fragment(situations, need))
            person = Person(situations, need, language)
            assert _seen(opened.page, need) == _expected(here, person), (code, person)


# --- walked by touch, by keyboard, without script -------------------------------------------------

GO = """fragment => new Promise(done => {
  if (location.hash === fragment) return done();
  addEventListener('hashchange', () => requestAnimationFrame(done), { once: true });
  location.hash = fragment;
})"""
"""Goes to a fragment of the page, and waits until the page shows it."""
NAMES = {"sv": "östersund", "ar": "أوسترسوند", "so": "ostersund"}


def pass_over(page: Page) -> list[str]:
    """Answers every question on show with "I don't know". Gives the questions, by their codes."""
    passed = []
    while page.locator(".guide__unknown").is_visible():
        passed.append(str(page.locator(".guide__step:visible").get_attribute("data-step")))
        page.locator(".guide__unknown").click()
    return passed


@pytest.mark.parametrize("language", LANGUAGES)
def test_by_touch_from_what_one_says_to_who_answers(
    language: str, visit: Callable[..., Visit]
) -> None:
    opened = visit(f"{language}/", width=NARROW, has_touch=True)
    page = opened.page
    page.locator(".sayings a[href$='#from=hyra']").tap()
    expect(page.locator("[data-step=rätt]")).to_be_visible()
    small = page.locator(".guide button:visible").evaluate_all(
        "all => all.filter(e => e.getBoundingClientRect().height < 44).length"
    )
    assert small == 0
    page.locator("[data-step=rätt] [data-ask=skydd]").tap()
    page.locator("[data-situation=flykting]").tap()
    pass_over(page)
    page.wait_for_url("**/municipalities/#from=hyra&situation=*")
    page.locator("#filter").fill(NAMES[language])
    page.locator(".county li:visible a").tap()
    page.wait_for_url("**/municipalities/ostersund/#from=hyra&*")
    lead = page.locator(".guide__lead .body")
    expect(lead.locator(".phone").first).to_be_in_viewport()
    person = Person(("flykting", "ingen-inkomst"), "försörjning", language)
    expected = _expected(Here(world.real(), "2380", world.TODAY), person)
    assert _seen(page, "försörjning") == expected
    assert [_name_of(body) for body in lead.all()] == expected["bodies"][:1]
    card = lead.locator(".card-link")
    assert "situation=ingen-inkomst,flykting" in unquote(str(card.get_attribute("href")))
    card.tap()
    page.wait_for_url("**/card/#from=*")
    chosen = page.locator(".showcard input:checked").evaluate_all(
        "all => all.map(one => one.value)"
    )
    assert set(chosen) >= {"försörjning", "flykting", "ingen-inkomst"}
    page.go_back()
    assert (opened.axe(), opened.overflow()) == ([], 0)


@pytest.mark.parametrize("fonts", FONTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_by_keyboard_alone(language: str, visit: Callable[..., Visit]) -> None:
    opened = visit(f"{language}/municipalities/bracke/", width=WIDE)
    page = opened.page

    def to(selector: str) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                assert opened.focus_shows(), selector
                return
        raise AssertionError(f"{selector} is not reached")

    to("[data-saying=sjuk]")
    page.keyboard.press("Enter")
    expect(page.locator("[data-step=sjuk] h2")).to_be_focused()
    to("[data-situation=nollplacerad]")
    page.keyboard.press("Enter")
    expect(page.locator("[data-step=rätt] h2")).to_be_focused()
    to(".guide__unknown")
    page.keyboard.press("Space")
    to("[data-answer]")
    page.keyboard.press("Enter")
    expect(page.locator("[data-step=answer] h2").first).to_be_focused()
    assert _seen(page, "försörjning")["bodies"][0].startswith("bracke/")
    assert _name_of(page.locator(".guide__lead .body")).startswith("bracke/")
    to(".guide__said button")
    page.keyboard.press("Enter")
    expect(page.locator("[data-step=start] h2")).to_be_focused()
    assert opened.axe() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_script_a_saying_leads_to_its_answers(
    language: str, visit: Callable[..., Visit]
) -> None:
    opened = visit(f"{language}/", java_script_enabled=False)
    page = opened.page
    page.locator(".sayings a[href$='#from=skulder']").click()
    page.wait_for_url("**/guide/#from=skulder")
    bodies = page.locator(".need[data-need=skulder] .body")
    expect(bodies.first).to_be_in_viewport()
    assert page.locator(".need[data-need=försörjning] .body").first.is_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_script_the_municipality_and_the_situation_have_the_same_answers(
    language: str, visit: Callable[..., Visit]
) -> None:
    opened = visit(f"{language}/municipalities/bracke/", java_script_enabled=False)
    page = opened.page
    assert page.locator("#guide").is_hidden()
    page.locator(".need[data-need='försörjning'] summary").first.click()
    bodies = page.locator(".need[data-need='försörjning'] .body:visible")
    assert "bracke" in [body.get_attribute("data-partner") for body in bodies.all()]
    opened.go(f"{language}/situations/nollplacerad/")
    page.locator(".need[data-need='försörjning'] summary").first.click()
    here = Here(world.real(), COUNTRY, world.TODAY)
    expected = _expected(here, Person(("nollplacerad",), "försörjning", language))
    shelf = page.locator(".need[data-need='försörjning']")
    named = [
        (one.get_attribute("data-partner"), one.get_attribute("data-door"))
        for one in shelf.locator(".body").all()
    ]
    assert ["/".join(filter(None, name)) for name in named] == expected["bodies"]
    assert (
        sorted(str(one.get_attribute("data-offer")) for one in shelf.locator(".offering").all())
        == expected["offers"]
    )
    page.locator("a.button[href$='/municipalities/']").click()
    page.wait_for_url(f"**/{language}/municipalities/")


# --- what is answered belongs to the person -------------------------------------------------------


def test_back_reload_and_languages_keep_the_answers_and_nothing_leaves(
    visit: Callable[..., Visit],
) -> None:
    opened = visit("sv/municipalities/malmo/", width=NARROW)
    page = opened.page
    page.locator("[data-saying=svenska]").click()
    page.locator("[data-ask=asyl]").click()
    page.locator("[data-situation=asylsökande]").click()
    pass_over(page)
    answered = _seen(page, "svenska")
    while not page.locator("[data-step=asyl]").is_visible():
        page.go_back()
    page.locator("[data-back]").click()
    expect(page.locator("[data-step=rätt]")).to_be_visible()
    page.go_back()
    expect(page.locator("[data-step=start]")).to_be_visible()
    while not page.locator("[data-step=answer]").is_visible():
        page.go_forward()
    assert _seen(page, "svenska") == answered
    page.reload()
    assert _seen(page, "svenska") == answered
    page.locator("[popovertarget=languages]").click()
    page.locator("#languages a[lang=ar]").click()
    page.wait_for_url("**/ar/municipalities/malmo/#from=*")
    assert _seen(page, "svenska")["bodies"] == answered["bodies"]
    assert not [
        address
        for address in opened.requests
        if re.search("asyl|from=|situation|need", address.partition(opened.base)[2])
    ]
    assert (
        page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0
    )


def test_an_address_with_codes_that_are_none_shows_what_can_be_shown(
    visit: Callable[..., Visit],
) -> None:
    opened = visit("so/municipalities/malmo/#situation=<b>,flykting,%00&need=javascript:alert(1)")
    assert opened.page.locator(".guide__said > span > *").count() == 1
    assert opened.page.locator(".need:visible").count() > 5


def test_a_question_that_changes_nothing_is_not_asked(visit: Callable[..., Visit]) -> None:
    page = visit("sv/municipalities/malmo/#from=hot", width=NARROW).page
    expect(page.locator("[data-step=answer]")).to_be_visible()
    expect(page.locator(".guide__lead .phone").first).to_be_in_viewport()


def test_after_the_first_questions_more_can_be_answered(visit: Callable[..., Visit]) -> None:
    page = visit("sv/municipalities/malmo/#from=hyra", width=NARROW).page
    assert len(pass_over(page)) <= 3
    expect(page.locator("[data-step=answer]")).to_be_visible()
    page.locator("[data-more]").click()
    asked = pass_over(page)
    assert len(asked) == len({*asked}) > 3
    expect(page.locator("[data-step=answer]")).to_be_visible()


def test_the_questions_cost_little(visit: Callable[..., Visit]) -> None:
    opened = visit("so/municipalities/haninge/#situation=flykting&need=svenska")
    loaded = [address.removeprefix(opened.base) for address in opened.requests]
    scripts = [path for path in loaded if path.endswith((".js", ".json"))]
    assert scripts
    assert (
        sum(len(gzip.compress((sites.shipped_site() / path).read_bytes())) for path in scripts)
        < MOST
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_fits_the_smallest_screen(
    language: str, visit: Callable[..., Visit]
) -> None:
    opened = visit(f"{language}/municipalities/haninge/", width=NARROWEST)
    steps = opened.page.locator(".guide__step").evaluate_all(
        "all => all.map(step => step.dataset.step)"
    )
    said = "#from=svenska&situation=flykting&need=svenska"
    for fragment in ("", said, *(f"{said}&ask={quote(step)}" for step in steps[1:-1])):
        opened.page.evaluate(GO, fragment)
        assert opened.overflow() == 0, fragment
        assert covered(opened.page) == [], fragment
    for fragment in ("", said, f"{said}&ask=pengar"):
        opened.page.evaluate(GO, fragment)
        assert (opened.axe(), opened.axe_in_dark()) == ([], []), fragment


COVERED = """() => [...document.querySelectorAll('.guide button, .guide a')]
  .filter(e => e.checkVisibility())
  .filter(e => {
    e.scrollIntoView({ block: 'nearest' });
    const { left, top, width, height } = e.getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    return !e.contains(there) && !there?.contains(e);
  })
  .map(e => e.textContent)"""


def covered(page: Page) -> list[str]:
    """What can be pressed in the guide and lies below something else, once scrolled into view."""
    found: list[str] = page.evaluate(COVERED)
    return found


@pytest.mark.parametrize(("width", "height"), [(320, 640), (640, 320)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_to_a_question_is_in_view_or_below(
    language: str, width: int, height: int, visit: Callable[..., Visit]
) -> None:
    opened = visit(f"{language}/guide/#from=hyra", width=width, height=height)
    page = opened.page
    step = page.locator(".guide__step:visible")
    assert 2 <= step.locator("button").count() <= 6
    assert covered(page) == []
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert (covered(page), opened.overflow()) == ([], 0)


# --- step one: the municipality -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "typed", "found"),
    [
        ("sv", "137 30", "haninge"),
        ("ar", "١٣٧٣٠", "haninge"),
        ("so", "84330", "bracke"),
        ("sv", "أوسترسوند", "ostersund"),
        ("so", "ostersund", "ostersund"),
        ("sv", "ÖSTERSUND", "ostersund"),
    ],
)
def test_a_municipality_is_found_by_name_in_any_script_and_by_postal_code(
    language: str, typed: str, found: str, visit: Callable[..., Visit]
) -> None:
    page = visit(f"{language}/municipalities/#situation=flykting&need=svenska").page
    page.locator("#filter").fill(typed)
    links = page.locator(".county li:visible a")
    expect(links).to_have_count(1)
    links.click()
    page.wait_for_url(f"**/municipalities/{found}/#situation=flykting&need=svenska")


def test_the_municipality_can_be_skipped(visit: Callable[..., Visit]) -> None:
    page = visit("so/municipalities/").page
    page.locator("main a[href$='/guide/']").click()
    page.wait_for_url("**/so/guide/")
    page.locator("[data-saying=skulder]").click()
    page.wait_for_url("**/so/municipalities/#from=skulder&*")
    page.locator("main a[href*='/guide/']").click()
    page.wait_for_url("**/so/guide/#from=skulder&*")
    expect(page.locator(".guide__lead .body")).to_be_visible()
    assert any(body.startswith("kommunen") for body in _seen(page, "skulder")["bodies"])
    expect(page.locator(".guide__lead a.choose")).to_be_visible()
