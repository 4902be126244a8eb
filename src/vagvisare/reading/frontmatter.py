"""The front matter of a page of prose, as a model: MkDocs and templates get nothing else."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from vagvisare.problems.problems import Problem
from vagvisare.prose.docs import Docs
from vagvisare.prose.prose import Prose
from vagvisare.reading.validation import validate
from vagvisare.records.parts import Part, Recording
from vagvisare.records.values import Day, LanguageCode, Line
from vagvisare.records.vocabulary import Vocabulary


class PageMark(Part):
    """How a translated page came to be; without ``from`` nobody can tell whether it is stale."""

    made_from: Line | None = Field(None, alias="from")
    by: Literal["human", "machine"]
    reviewed: Day | None = None


class FrontMatter(Part):
    """Title, description and whom a page is for (``site``: it is about the site itself).

    ``checked`` is the day on which it was checked against its sources; the home page (``template``)
    has none. ``missing``, on the Swedish page, lists the languages in which it is known to be
    missing so far.
    """

    title: Line
    description: Line
    readers: Literal["newcomers", "officials", "enterprises", "site"]
    checked: Day | None = None
    template: Literal["home.html"] | None = None
    translated: PageMark | None = None
    missing: tuple[LanguageCode, ...] = ()
    recording: Recording | None = None


def check(docs: Docs, vocabulary: Vocabulary) -> Iterator[Problem]:
    """What is wrong in the pages' front matter."""
    for page in docs.readable:
        yield from page.problems or _faults(page, vocabulary)


def _faults(page: Prose, vocabulary: Vocabulary) -> Iterator[Problem]:
    if page.document is None:
        yield Problem(page.file, 1, 1, "prose-front-matter")
        return
    front, problems = validate(page.document, FrontMatter, vocabulary)
    yield from problems
    if front and front.checked is None and front.template is None:
        yield Problem(page.file, 2, 1, "missing-field", {"field": "checked"})
