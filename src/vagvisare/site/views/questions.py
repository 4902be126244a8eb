"""Open questions, for editors: what a person must find out before it can be published."""

from collections.abc import Mapping

from vagvisare.languages.marking import message
from vagvisare.records.directory import Directory
from vagvisare.records.kinds import KINDS, Record
from vagvisare.records.questions import Question
from vagvisare.site.facts.reader import Reader
from vagvisare.site.pages.pages import Page
from vagvisare.site.views.view import View

BASES: Mapping[str, str] = {
    "knowledge": message("Somebody knows it, but no source says it."),
    "secondary": message("A source tells of it, but not the one that decides."),
}
"""What a question rests on so far, as messages of the interface."""


def questions(page: Page, reader: Reader) -> View:  # noqa: ARG001 (there is one page of this kind)
    """All open questions, each with what it is about, sorted by that and then by id."""
    directory = reader.directory
    found = sorted(directory.questions.values(), key=lambda question: (question.about, question.id))
    return View(
        title=reader.translate("What we do not know"),
        description=reader.translate(
            "Questions that a person must answer before it can be published here."
        ),
        template="open-questions.html",
        facts={
            "found": [(question, _about(directory, question)) for question in found],
            "bases": {code: reader.translate(text) for code, text in BASES.items()},
        },
        trail=((reader.translate("Keep it up to date"), "keep-up-to-date/"),),
    )


def _about(directory: Directory, question: Question) -> Record | None:
    """The record that a question is about, if it has a page."""
    kind, _, name = question.about.partition("/")
    return directory.of_kind(kind).get(name) if kind in KINDS else None
