"""Languages: what is available in each, and what is missing."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from vagvisare.guidance.guidance import GUIDANCE, INTERPRETER_OFFER
from vagvisare.guidance.serving import How, languages_of, serves
from vagvisare.languages.languages import SOURCE
from vagvisare.languages.order import sort_key
from vagvisare.records.directory import COUNTRY, Directory, kept
from vagvisare.records.kinds import Record
from vagvisare.site.facts.reader import Reader
from vagvisare.site.pages import kinds
from vagvisare.site.pages.pages import Page
from vagvisare.site.views.answers import here
from vagvisare.site.views.view import View


@dataclass(frozen=True, slots=True)
class Given:
    """A record that serves in a language, how, and where (area codes).

    ``through`` are the providers whose language it is, if it is not the record's own.
    """

    record: Record
    how: How
    areas: tuple[str, ...]
    through: tuple[Record, ...] = ()

    @property
    def needs(self) -> Sequence[str]:
        """The needs that the record meets."""
        return kinds.of(self.record).needs(self.record)


def languages(page: Page, reader: Reader) -> View:  # noqa: ARG001 (there is one page of this kind)
    """All languages of the vocabulary but Swedish, with how much is available in each."""
    codes = reader.directory.vocabulary.languages
    found = given(reader.directory, reader.today)
    counted = [(code, len(found.get(code, ()))) for code in codes if code != SOURCE]
    return View(
        title=reader.translate("Help in your language"),
        description=reader.translate(
            "Choose your language. See who speaks it and what is written in it."
        ),
        template="languages.html",
        facts={"languages": sorted(counted, key=lambda item: -item[1])},
        trail=((reader.translate("Find who helps you"), "municipalities/"),),
    )


def language(page: Page, reader: Reader) -> View:
    """Everything available in one language, guidance first, and what is missing."""
    found = sorted(given(reader.directory, reader.today).get(page.of, ()), key=_order)
    name = reader.line(reader.directory.vocabulary.term("languages", page.of).label)
    return View(
        title=reader.translate("Help in %(language)s", language=name),
        description=reader.translate(
            "Who speaks %(language)s, and what is written in it.", language=name
        ),
        template="language.html",
        facts={
            "code": page.of,
            "guidance": [one for one in found if GUIDANCE in one.needs],
            "offers": [
                one
                for one in found
                if one.record.kind_name == "offers" and GUIDANCE not in one.needs
            ],
            "partners": [one for one in found if one.record.kind_name == "partners"],
            "enterprises": [one for one in found if one.record.kind_name == "enterprises"],
            "missing": tuple(_missing(reader.directory, found)),
            "interpreters": [
                o
                for o in here(reader.directory, COUNTRY, reader.today).open_offers
                if o.kind == INTERPRETER_OFFER
            ],
            "municipalities": sorted(
                reader.directory.vocabulary.municipalities.values(),
                key=lambda m: sort_key(reader.plain_place(m.code)),
            ),
        },
        trail=(
            (reader.translate("Find who helps you"), "municipalities/"),
            (reader.translate("Help in your language"), "languages/"),
        ),
        script="nearest",
    )


@kept
def given(directory: Directory, today: date) -> Mapping[str, Sequence[Given]]:
    """Every open record by the languages that it serves in: the same for every reader.

    An offer is available through its providers too. Swedish counts only where a record names it.
    """
    found: dict[str, list[Given]] = defaultdict(list)
    for record in directory:
        if not serves(record, today):
            continue
        own = languages_of(record)
        bodies = [(body, languages_of(body)) for body in _providers(directory, record, today)]
        for code in dict.fromkeys(
            code for ways in (own, *(ways for _, ways in bodies)) for code in ways
        ):
            how = max(
                own.get(code, How.NOT), *(ways.get(code, How.NOT) for _, ways in bodies), How.NOT
            )
            if how >= How.TRANSLATION:
                through = (
                    ()
                    if own.get(code) is how
                    else tuple(body for body, ways in bodies if ways.get(code) is how)
                )
                found[code].append(
                    Given(
                        record,
                        how,
                        record.service_area or directory.municipalities_of(record),
                        through,
                    )
                )
    return found


def _providers(directory: Directory, record: Record, today: date) -> Iterator[Record]:
    """An offer's open providers."""
    return (body for body in kinds.of(record).providers(directory, record) if serves(body, today))


def _order(given: Given) -> tuple[bool, int, str, str]:
    """The most local first, then what is spoken before what is written."""
    return COUNTRY in given.areas, -given.how, sort_key(given.record.name.swedish), given.record.id


def _missing(directory: Directory, found: list[Given]) -> Iterator[str]:
    """The needs that nothing in the language meets."""
    met = {need for given in found for need in given.needs}
    return (need for need in directory.vocabulary.terms("needs") if need not in met)
