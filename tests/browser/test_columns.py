"""assets/js/columns.js: what it reads from the site equals a plain recount of the records."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.visits import Visit
from tests.site import sites
from vagvisare.reading.loading import load
from vagvisare.site.search import search
from vagvisare.site.search.cards import size
from vagvisare.site.search.columns import encoded, facet_values, findable, kind_of

Values = dict[str, list[tuple[str, ...]]]
Choice = dict[str, list[str]]

CHOICES = 200


@pytest.fixture(scope="module")
def directory() -> Any:
    return load(sites.ROOT, today=sites.TODAY).directory


@pytest.fixture(scope="module")
def recounted(directory: Any) -> Values:
    """The codes of each record by facet, straight from the records."""
    return facet_values(directory, sites.TODAY)


@pytest.fixture
def columns(visit: Callable[..., Visit]) -> Iterator[Page]:
    """A page with the columns as ``window.columns``."""
    site = sites.shipped_site()
    (scripts,) = site.glob("assets/js.*")
    page = visit("sv/privacy/").page
    page.evaluate(
        "async ([script, folder]) =>"
        " { window.columns = await (await import(script)).load(folder) }",
        [f"/assets/{scripts.name}/columns.js", f"/{search.folder_in(site)}"],
    )
    return page


def _choices(values: Values) -> Iterator[Choice]:
    """Random choices of up to three facets with up to three codes each; some fit nothing."""
    drawn = random.Random(4)
    for number in range(CHOICES):
        facets = drawn.sample(sorted(values), number % 4)
        codes = {
            facet: sorted({code for some in values[facet] for code in some} | {"unknown"})
            for facet in facets
        }
        yield {
            facet: drawn.sample(codes[facet], min(len(codes[facet]), drawn.randint(1, 3)))
            for facet in facets
        }


def _fits(values: Values, record: int, choice: Choice) -> bool:
    return all(set(values[facet][record]) & set(codes) for facet, codes in choice.items())


def _counted(values: Values, choice: Choice, number: int) -> dict[str, dict[str, int]]:
    """The codes of each facet, counted in records that fit the choice of all other facets."""
    found = {}
    for facet, column in values.items():
        others = {name: codes for name, codes in choice.items() if name != facet}
        fitting = Counter(
            code
            for record in range(number)
            if _fits(values, record, others)
            for code in column[record]
        )
        found[facet] = {code: fitting[code] for some in column for code in some}
    return found


def _nonzero(counted: dict[str, dict[str, int]]) -> dict[str, dict[str, int]]:
    return {
        facet: {code: count for code, count in counts.items() if count}
        for facet, counts in counted.items()
        if any(counts.values())
    }


def test_counts_and_choices_are_those_of_a_plain_recount(
    columns: Page, recounted: Values, directory: Any
) -> None:
    """Of the records: pages, words and situations follow them."""
    number = len(directory)
    choices = list(_choices(recounted))
    told = columns.evaluate(
        """([choices, number]) => {
             const within = new Uint8Array(columns.records).fill(1, 0, number);
             return choices.map(choice => ({
               records: columns.filter(choice).filter(record => record < number),
               counts: Object.fromEntries([...columns.counts(choice, within)].map(
                 ([facet, sums]) => [facet, Object.fromEntries(sums)])),
             })) }""",
        [choices, number],
    )
    some = 0
    for choice, said in zip(choices, told, strict=True):
        fitting = [record for record in range(number) if _fits(recounted, record, choice)]
        some += 0 < len(fitting) < number
        assert said["records"] == fitting, choice
        counted = _counted(recounted, choice, number)
        assert _nonzero(said["counts"]) == _nonzero(counted), choice
    assert some >= CHOICES / 4


def test_counts_within_some_records_count_only_those(
    columns: Page, recounted: Values, directory: Any
) -> None:
    within = [number % 3 == 0 for number in range(len(directory))]
    told = columns.evaluate(
        "within => Object.fromEntries("
        "columns.counts({kinds: ['enterprises']}, Uint8Array.from(within)).get('industries'))",
        [int(one) for one in within],
    )
    counted = Counter(
        code
        for number, codes in enumerate(recounted["industries"])
        if within[number] and recounted["kinds"][number] == ("enterprises",)
        for code in codes
    )
    assert {code: count for code, count in told.items() if count} == counted


def test_a_facet_can_be_added(columns: Page) -> None:
    number = columns.evaluate("columns.records")
    told = columns.evaluate(
        """() => {
             columns.add('free', ['some', 'none'],
               Array.from({length: columns.records}, (_, r) => r % 5 ? [0] : [0, 1]));
             const some = columns.counts({}).get('free').get('some');
             return [columns.filter({free: ['none']}), columns.values('free', 0), some] }""",
    )
    assert told == [list(range(0, number, 5)), ["some", "none"], number]


def test_every_record_has_its_card_in_every_language(columns: Page, directory: Any) -> None:
    records = findable(directory)
    told = columns.evaluate(
        """async languages => Object.fromEntries(await Promise.all(languages.map(async language => [
             language,
             (await columns.cards([...Array(columns.records).keys()], language))
               .map(card => card.address)])))""",
        list(sites.LANGUAGES),
    )
    for language in sites.LANGUAGES:
        assert len(told[language]) >= len(records)
        for record, address in zip(records, told[language], strict=False):
            assert address.partition("/")[0] == kind_of(record)
            assert Path(sites.shipped_site(), language, address, "index.html").is_file()


def test_files_of_cards_grow_with_the_directory() -> None:
    assert (size(300), size(10_000), size(50_000)) == (8, 16, 64)


@pytest.mark.parametrize("number", [-1, 0xD800])
def test_a_number_that_no_character_stands_for_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="55,260"):
        encoded([number])
