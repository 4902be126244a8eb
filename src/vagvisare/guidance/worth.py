"""What each question of the guide is worth: how often its answer changes what people are told.

Persons who answer some of the questions are made up at random, only such as can exist. Then each of
their answers is taken away in turn, to see what changes.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from vagvisare.guidance.guidance import Here
from vagvisare.guidance.person import Person, can_be
from vagvisare.records.directory import COUNTRY, Directory

NEED = "needs"
"""The question what somebody needs; the others are those of ``situation-groups``, by code."""


@dataclass(frozen=True, slots=True)
class Worth:
    """Of how many persons who answered a question the answer changed who leads, or anything."""

    question: str
    answered: int
    leads: int
    anything: int

    def __str__(self) -> str:
        return f"{self.question:<24}{self.answered:>10}{self._share(self.leads)}" + self._share(
            self.anything
        )

    def _share(self, number: int) -> str:
        return f"{100 * number / self.answered if self.answered else 0:>11.1f} %"


@dataclass(frozen=True, eq=False)
class Sample:
    """So many made-up persons, the same each time, in a place (a code, or the whole country)."""

    directory: Directory
    today: date
    size: int
    place: str = COUNTRY

    @cached_property
    def _here(self) -> Here:
        return Here(self.directory, self.place, self.today)

    @cached_property
    def _choices(self) -> Mapping[str, Sequence[str]]:
        """The situations that each question asks for."""
        situations = self.directory.vocabulary.situations.values()
        groups = self.directory.vocabulary.terms("situation-groups")
        return {g: [s.code for s in situations if s.group == g and s.is_asked] for g in groups}

    def persons(self) -> Iterator[tuple[Person, Mapping[str, str]]]:
        """Persons who answer about half of the questions, and by question what they answer."""
        chosen = random.Random(0)  # noqa: S311 (no secret)
        vocabulary = self.directory.vocabulary
        made = 0
        while made < self.size:
            said = {q: chosen.choice(s) for q, s in self._choices.items() if chosen.getrandbits(1)}
            need = chosen.choice([*vocabulary.terms("needs")])
            if said and can_be(vocabulary, *said.values()):
                made += 1
                yield Person(tuple(said.values()), need), said

    @cached_property
    def _changes(self) -> Sequence[tuple[str, str, bool, bool]]:
        """Each answer that a person gave: the question, the answer, and what it changed.

        First whether it changed who leads, then whether it changed anything.
        """
        found = []
        for person, said in self.persons():
            whole = self._told(person)
            for question, answer, other in _without_each(person, said):
                told = self._told(other)
                found.append((question, answer, told[0][:1] != whole[0][:1], told != whole))
        return found

    def worths(self) -> Iterator[Worth]:
        """The worth of each question, that of the need first."""
        for question in (NEED, *self._choices):
            changes = [change for change in self._changes if change[0] == question]
            leads, anything = sum(c[2] for c in changes), sum(c[3] for c in changes)
            yield Worth(question, len(changes), leads, anything)

    def idle(self) -> Iterator[str]:
        """The answers (codes) that changed nothing for anybody who gave them."""
        given = dict.fromkeys(answer for _, answer, _, _ in self._changes)
        useful = {answer for _, answer, _, anything in self._changes if anything}
        return (answer for answer in given if answer not in useful)

    def _told(self, person: Person) -> tuple[Sequence[object], frozenset[str]]:
        """Who answers, in order, and which offers there are."""
        answers = [(answer.partner.id, answer.door) for answer in self._here.responsible(person)]
        return answers, frozenset(offer.id for offer in self._here.fitting(person))


def _without_each(person: Person, said: Mapping[str, str]) -> Iterator[tuple[str, str, Person]]:
    """The person without each of their answers in turn, with the question and the answer."""
    yield NEED, person.need or "", replace(person, need=None)
    for question, answer in said.items():
        rest = tuple(code for code in said.values() if code != answer)
        yield question, answer, replace(person, situations=rest)


def as_text(sample: Sample) -> Iterator[str]:
    """A table of the questions, and the answers that changed nothing for anybody."""
    yield f"{sample.size} persons, made up at random, who answer about half of the questions."
    yield "Without the answer to a question, this share of those who gave it are told otherwise:"
    yield ""
    yield f"{'':<24}{'answered':>10}{'who leads':>13}{'anything':>13}"
    yield from map(str, sample.worths())
    if idle := sorted(sample.idle()):
        yield ""
        yield f"Answers that changed nothing for anybody: {', '.join(idle)}"
