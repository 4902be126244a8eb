"""Questions for a person: what no source that was read says, so no record says it either."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from vagvisare.records.kinds import Entry
from vagvisare.records.parts import Source
from vagvisare.records.values import Day, Line, Text

About = Annotated[Line, Field(pattern=r"^[a-z]+/[a-z0-9-]+$")]
"""The entry that a question is about, as its path below ``directory/``: ``offers/sfi``."""


class Question(Entry):
    """Something that a person must find out before it can be published.

    ``basis`` says what supports it so far: somebody's ``knowledge`` without a source, or a
    ``secondary`` source that only reports what the deciding one says. ``seen`` is the day on which
    it was asked.
    """

    kind_name: ClassVar[str] = "questions"
    about: About
    question: Text
    basis: Literal["knowledge", "secondary"]
    seen: Day
    sources: tuple[Source, ...] = ()
