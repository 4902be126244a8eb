"""Situations: the list of them, and for each who is responsible and what people can get."""

from collections.abc import Iterator

from vagvisare.guidance.person import Person
from vagvisare.guidance.serving import serves
from vagvisare.records.directory import COUNTRY, Directory
from vagvisare.records.kinds import Enterprise
from vagvisare.records.vocabulary import Situation, Term
from vagvisare.site.facts.reader import Reader
from vagvisare.site.pages.pages import Page, in_order
from vagvisare.site.views.answers import final_answer, shelves
from vagvisare.site.views.view import View


def by_group(directory: Directory) -> list[tuple[Term, list[Situation]]]:
    """The situations that are asked about, by group: its term and its situations.

    Both are in the vocabulary's order.
    """
    asked = [
        situation for situation in directory.vocabulary.situations.values() if situation.is_asked
    ]
    groups = directory.vocabulary.terms("situation-groups")
    return [(term, [one for one in asked if one.group == group]) for group, term in groups.items()]


def situations(page: Page, reader: Reader) -> View:  # noqa: ARG001 (there is one page of this kind)
    """All situations by group."""
    return View(
        title=reader.translate("What is your situation?"),
        description=reader.translate(
            "Choose what is true for you. See who is responsible and what you can get."
        ),
        template="situations.html",
        facts={"groups": by_group(reader.directory)},
        trail=((reader.translate("Find who helps you"), "municipalities/"),),
    )


def situation(page: Page, reader: Reader) -> View:
    """One situation."""
    directory = reader.directory
    term = directory.vocabulary.situations[page.of].term
    return View(
        title=reader.line(term.label),
        description=reader.translate(
            "Who is responsible and what you can get: %(situation)s.",
            situation=reader.line(term.label),
        ),
        template="situation.html",
        facts={
            "term": term,
            "shelves": shelves(COUNTRY, reader, (page.of,)),
            "final": final_answer(COUNTRY, reader),
            "enterprises": in_order(_naming(directory, page.of, reader), reader.language),
        },
        trail=(
            (reader.translate("Find who helps you"), "municipalities/"),
            (reader.translate("What is your situation?"), "situations/"),
        ),
    )


def _naming(directory: Directory, situation: str, reader: Reader) -> Iterator[Enterprise]:
    """The open enterprises that say that they are for people in this situation."""
    codes = directory.vocabulary.implied(Person((situation,)).situations)
    for enterprise in directory.enterprises.values():
        if serves(enterprise, reader.today) and not codes.isdisjoint(enterprise.for_):
            yield enterprise
