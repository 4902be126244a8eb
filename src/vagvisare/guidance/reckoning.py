"""Answers and offers for very many people at once, with situations as bits of a number.

A rule is then three comparisons. The results are those of `Here.responsible` and `Here.fitting` (a
test checks that), some hundred times faster.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from vagvisare.guidance.answering import UNDOCUMENTED, Answer
from vagvisare.guidance.guidance import Here
from vagvisare.guidance.serving import is_reachable
from vagvisare.records.kinds import Offer, Record
from vagvisare.records.parts import Group

AGES = (0, 200)
"""All ages, in years."""
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """The answers and offers for a person, in order, and the number of bodies that except them."""

    answers: tuple[Answer, ...]
    offers: tuple[Offer, ...]
    refusals: int


@dataclass(frozen=True, slots=True)
class _RuleBits:
    answer: Answer
    named: int
    every: int
    excepted: int
    ages: Span
    endangers: bool

    def is_about(self, codes: int, ages: Span) -> bool:
        """Whether the rule is about these situations and ages, apart from its exceptions."""
        in_one = not self.named or bool(codes & self.named)
        return in_one and self.every & ~codes == 0 and _meet(self.ages, ages)


@dataclass(frozen=True, slots=True)
class _OfferBits:
    offer: Offer
    wanted: int
    barred: int
    listed: int
    ages: Span
    barred_ages: Span | None
    endangers: bool


@dataclass(frozen=True, eq=False)
class Reckoning:
    """The rules and offers of a place as bits."""

    here: Here

    @cached_property
    def _bits(self) -> Mapping[str, int]:
        return {
            code: 1 << number
            for number, code in enumerate(self.here.directory.vocabulary.situations)
        }

    def _mask(self, codes: Iterable[str]) -> int:
        mask = 0
        for code in codes:
            mask |= self._bits.get(code, 0)
        return mask

    @cached_property
    def _residence(self) -> int:
        vocabulary = self.here.directory.vocabulary
        return self._mask(vocabulary.residence(vocabulary.situations))

    @cached_property
    def _undocumented(self) -> int:
        return self._mask(UNDOCUMENTED)

    @cached_property
    def _closures(self) -> Mapping[str, tuple[int, Span]]:
        """What each situation implies, as bits, and the ages of those who are in it."""
        vocabulary = self.here.directory.vocabulary
        found = {}
        for code in vocabulary.situations:
            implied = vocabulary.implied((code,))
            spans = [
                vocabulary.situations[c].term.ages for c in implied if c in vocabulary.situations
            ]
            found[code] = self._mask(implied), _common(span for span in spans if span)
        return found

    @cached_property
    def _needs(self) -> Mapping[str, int]:
        """What each need implies."""
        vocabulary = self.here.directory.vocabulary
        return {
            need: self._mask(vocabulary.implied((), need)) for need in vocabulary.terms("needs")
        }

    @cached_property
    def _excluded(self) -> Mapping[str, int]:
        """By situation, what does not follow from a need for somebody in it."""
        vocabulary = self.here.directory.vocabulary
        everything = frozenset(vocabulary.situations)
        implied = {code: vocabulary.implied((code,)) for code in everything}
        return {
            code: self._mask(everything - vocabulary.compatible(everything, known))
            for code, known in implied.items()
        }

    @cached_property
    def _rules(self) -> Mapping[str, Sequence[_RuleBits]]:
        return {
            need: [self._rule(answer) for answer in answers]
            for need, answers in self.here.answers.items()
        }

    def _rule(self, answer: Answer) -> _RuleBits:
        rule = answer.rule
        ages = (
            rule.minimum_age or AGES[0],
            AGES[1] if rule.maximum_age is None else rule.maximum_age,
        )
        masks = (self._mask(rule.for_), self._mask(rule.all), self._mask(rule.except_))
        return _RuleBits(answer, *masks, ages, answer.partner.tells_police)

    @cached_property
    def _offers(self) -> Mapping[str, Sequence[_OfferBits]]:
        found: dict[str, list[_OfferBits]] = {
            need: [] for need in self.here.directory.vocabulary.terms("needs")
        }
        for offer in self.here.open_offers:
            if "person" in offer.audience and offer.valid.holds(self.here.today):
                bits = self._offer(offer)
                for need in offer.needs:
                    found[need].append(bits)
        return found

    def _offer(self, offer: Offer) -> _OfferBits:
        wanted = self._mask(offer.for_.situations) if offer.for_ else 0
        barred = self._mask(offer.not_for.situations) if offer.not_for else 0
        bodies = self.here.providers[offer.id].values()
        telling = [body.tells_police for body in bodies]
        ages = _span(offer.for_) or AGES
        return _OfferBits(
            offer,
            wanted,
            barred,
            wanted & self._residence,
            ages,
            _span(offer.not_for),
            bool(telling) and all(telling),
        )

    def of(self, situations: Sequence[str], need: str) -> Found:
        """The answers and offers for a person in these situations (one or more) who has a need."""
        codes, excluded, ages = 0, 0, AGES
        for code in situations:
            closure, span = self._closures[code]
            codes, excluded = codes | closure, excluded | self._excluded[code]
            ages = max(ages[0], span[0]), min(ages[1], span[1])
        codes |= self._needs[need] & ~excluded
        hidden = bool(codes & self._undocumented)
        about = [
            bits
            for bits in self._rules[need]
            if bits.is_about(codes, ages) and not (hidden and bits.endangers)
        ]
        answers = tuple(bits.answer for bits in about if not codes & bits.excepted)
        refused = {bits.answer.partner.id for bits in about if codes & bits.excepted}
        offers = (
            bits.offer
            for bits in self._offers[need]
            if self._fits(bits, codes, ages, hidden=hidden)
        )
        return Found(answers, tuple(offers), len(refused))

    def _fits(self, bits: _OfferBits, codes: int, ages: Span, *, hidden: bool) -> bool:
        if codes & bits.barred or (hidden and bits.endangers) or not _meet(bits.ages, ages):
            return False
        if bits.barred_ages and bits.barred_ages[0] <= ages[0] and ages[1] <= bits.barred_ages[1]:
            return False
        if not bits.wanted:
            return True
        known = codes & self._residence
        return bool(codes & bits.wanted) and not (bits.listed and known and not bits.listed & known)

    def through(self, offer: Offer, answers: Sequence[Answer]) -> tuple[Record, ...]:
        """The records whose contacts lead to an offer, for somebody who gets these answers.

        See `Here.through`.
        """
        if is_reachable(offer):
            return (offer,)
        bodies = self.here.providers[offer.id]
        if not offer.providers:
            bodies = {answer.partner.id: answer.partner for answer in answers}
        return tuple(
            body for body in bodies.values() if self.here.is_within_reach(body, offer.door)
        )


def _meet(one: Span, other: Span) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _common(spans: Iterable[Span]) -> Span:
    low, high = AGES
    for start, end in spans:
        low, high = max(low, start), min(high, end)
    return low, high


def _span(group: Group | None) -> Span | None:
    """The ages of a group; None where it names none."""
    if group is None or (group.minimum_age is None and group.maximum_age is None):
        return None
    return group.minimum_age or AGES[0], AGES[1] if group.maximum_age is None else group.maximum_age
