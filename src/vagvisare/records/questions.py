"""Questions for a person: what no source that was read says, so that no record says it either."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from vagvisare.records.kinds import Entry
from vagvisare.records.parts import Source
from vagvisare.records.values import Day, Line, Text

About = Annotated[Line, Field(pattern=r"^[a-z]+/[a-z0-9-]+$")]
"""The entry that a question is about, as the way to its file below ``directory/``: ``offers/sfi``."""


class Question(Entry):
    """Something that a person must find out before it can be published.

    ``basis`` says what stands behind it so far: somebody's ``knowledge`` without a source, or a
    ``secondary`` source that only tells of the one that decides. ``seen`` is the day on which it was asked.
    """

    kind_name: ClassVar[str] = "questions"
    about: About
    question: Text
    basis: Literal["knowledge", "secondary"]
    seen: Day
    sources: tuple[Source, ...] = ()
