"""Who answers: for each need a decision list, whose first rule that is about a person leads.

A list is a file ``directory/responsibility/<id>.yml``. The order of its rules is the order in which
to turn to the bodies, so a list reads as a case worker would explain it.
"""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from vagvisare.records.fields import Searched
from vagvisare.records.kinds import Entry
from vagvisare.records.parts import Citation, DatedSource, Part, Validity
from vagvisare.records.values import (
    Area,
    HeardText,
    PartnerId,
    RecordId,
    SituationCode,
    Whole,
    YesNo,
    code_in,
)


class Rule(Part):
    """When ``body`` (a partner's id or a role's) answers for a person, and because of what.

    ``for_``: the person is in one of these situations (none named: in any); ``all``: in all of
    these too; ``except_``: in none of these. Ages are in years, both ends included. ``door`` is the
    function within the body to turn to, ``area`` where the rule holds (none named: everywhere the
    body is). ``say`` is what to say there, ``after_no`` what to do after a no. ``last_resort``
    marks whoever answers when nobody else does.
    """

    body: PartnerId
    door: code_in("doors") | None = None  # type: ignore[valid-type]
    area: tuple[Area, ...] = ()
    for_: tuple[SituationCode, ...] = Field((), alias="for")
    all: tuple[SituationCode, ...] = ()
    except_: tuple[SituationCode, ...] = Field((), alias="except")
    minimum_age: Whole | None = None
    maximum_age: Whole | None = None
    valid: Validity = Validity()
    because: Annotated[HeardText, Searched()]
    say: HeardText | None = None
    after_no: HeardText | None = None
    law: tuple[Citation, ...] = ()
    sources: tuple[DatedSource, ...] = Field(min_length=1)
    last_resort: YesNo = False

    @property
    def is_for_some(self) -> bool:
        """Whether it is only about people in some situations or of some ages."""
        return (
            bool(self.for_ or self.all)
            or self.minimum_age is not None
            or self.maximum_age is not None
        )

    def applies(self, codes: frozenset[str], age: int | None, today: date) -> bool:
        """Whether it is about a person in these situations (and all that they imply), on a day.

        What is not known rules nothing out: without situations those of the rule are ignored,
        without an age its limits of age.
        """
        return self.valid.holds(today) and self._holds_age(age) and self._holds_codes(codes)

    def _holds_codes(self, codes: frozenset[str]) -> bool:
        if not codes:
            return True
        named = not self.for_ or not codes.isdisjoint(self.for_)
        return named and codes.issuperset(self.all) and codes.isdisjoint(self.except_)

    def _holds_age(self, age: int | None) -> bool:
        if age is None:
            return True
        old_enough = self.minimum_age is None or age >= self.minimum_age
        return old_enough and (self.maximum_age is None or age <= self.maximum_age)


class DecisionList(Entry):
    """Who answers for a need (none named: for every need): the rules in order, by their ids.

    The first that applies leads.
    """

    kind_name: ClassVar[str] = "responsibility"
    need: code_in("needs") | None = None  # type: ignore[valid-type]
    rules: dict[RecordId, Rule] = Field(min_length=1)
