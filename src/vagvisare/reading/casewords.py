"""How people who write cases spell what the directory calls by an id: bodies, offers and promises.

Cases come from many hands. Accepted are ids; a partner's or an offer's other names (``aliases``); a
door in brackets (``kommun (skola)``); a door alone (``socialjour``); ``region via 1177``; a number
(``116 016``); and either of two, ``112 / bris 116 111`` or ``alfa-kassan or own a-kassa``. Anything
else in brackets is a remark: ``migrationsverket (own permit)``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from vagvisare.guidance.cases import ENTERPRISES, NEIGHBOURS, OR
from vagvisare.languages.folding import digits, fold
from vagvisare.languages.languages import SOURCE
from vagvisare.records.directory import Directory
from vagvisare.records.kinds import Record

FIRST = " first"
"""The ending of a thing that must never lead."""
SEVERAL: Mapping[str, tuple[str, ...]] = {
    "civil society (Red Cross, Stadsmission)": ("roda-korset", "sveriges-stadsmissioner"),
}
"""What a case may write for several bodies at once, all of which must be named."""
PROMISES: Mapping[str, str] = {
    "an enterprise": ENTERPRISES,
    "neighbour municipality's contacts": NEIGHBOURS,
    "the old municipality as payer after the move": NEIGHBOURS,
    "sjukpenning as possible": "forsakringskassan-sjuk",
    "kommun (socialtjänst) as payer": "kommunen-forsorjningsstod",
    '"you may work now"': "arbetsformedlingen-alla",
    '"no right to sfi"': "kommunen-svenska-utan-sfi",
    '"65 = pensionär"': "pensionsmyndigheten-alder",
    "two months as the time": "forsakringskassan-omprova",
    "full ekonomiskt bistånd as a right": "ekonomiskt-bistand",
    "familjerådgivning together with the partner": "familjeradgivning",
    "samhällsintroduktion": "samhallsintroduktion",
    "jobb-och-utvecklingsgarantin": "jobbgarantin",
}
"""Promises that must not be made, and the rule, offer or kind of record that would make them."""
_QUALIFIED = re.compile(r" (as a right|now|yet|on the ground|after \d+)\b.*$")
"""What limits a promise: nothing here promises by halves, so the thing itself must not be shown."""
_BRACKETED = re.compile(r"^(?P<body>[^()]+?) \((?P<door>[^()]*)\)")
_VIA = re.compile(r"^(?P<body>\w+) via (?P<door>.+)$")
_EITHER = re.compile(r" / | or ")
_NUMBER = re.compile(r"[0-9][0-9 -]{2,}$")
_OWN = "own "
_LONG = 4
"""A word with more letters than this identifies a door by its beginning: ``överförmyndaren``."""


class Spellings:
    """The spellings of one directory."""

    def __init__(self, directory: Directory) -> None:
        """Looks names up in a directory."""
        self._directory = directory

    def bodies(self, written: str) -> Iterator[str]:
        """The bodies that an entry of a case names.

        Each is ``<partner>``, ``<partner>/<door>``, or a choice of several.
        """
        for one in SEVERAL.get(written.strip(), (written,)):
            either = [self.body(part) for part in _EITHER.split(one.strip())]
            yield OR.join(dict.fromkeys(either))

    def body(self, written: str) -> str:
        """A body as the directory names it; unchanged if it does not know it, or as a rule's id."""
        if written.strip() in self._rules:
            return written.strip()
        plain, _, door = written.strip().partition("/")
        found = _BRACKETED.match(plain) or _VIA.match(plain)
        if found and not door:
            plain, door = found["body"], found["door"]
        partner = self._partner(plain)
        code = self._door(door) if door else None
        if partner:
            return f"{partner}/{code}" if code else partner
        return self._door_alone(plain) or written

    def offer(self, written: str) -> str:
        """The id of an offer, given the id or another of its names; unchanged if unknown."""
        return (
            written
            if written in self._directory.offers
            else self._offers.get(fold(written), written)
        )

    @cached_property
    def _rules(self) -> frozenset[str]:
        return frozenset(name for rules in self._directory.rules.values() for name, _ in rules)

    @cached_property
    def _offers(self) -> Mapping[str, str]:
        return _by_names(self._directory.offers.values())

    @cached_property
    def _partners(self) -> Mapping[str, str]:
        return _by_names(
            partner for partner in self._directory.partners.values() if not partner.represents
        )

    def thing(self, written: str) -> str:
        """What must never be shown.

        A body, offer, enterprise or rule, `ENTERPRISES`, `NEIGHBOURS`, or one of the promises.
        """
        written = written.strip()
        if written in PROMISES:
            return PROMISES[written]
        if written.endswith(FIRST):
            return f"{self._plain_thing(written.removesuffix(FIRST))}{FIRST}"
        return self._plain_thing(_QUALIFIED.sub("", written))

    def _plain_thing(self, written: str) -> str:
        offer = self.offer(written)
        return offer if offer in self._directory.offers else self.body(written)

    def _partner(self, written: str) -> str | None:
        partners = self._directory.partners
        number = _NUMBER.search(written)
        if written in partners:
            return written
        bare = written.removeprefix(_OWN)
        return self._partners.get(fold(bare)) or (self._by_number(number[0]) if number else None)

    def _by_number(self, written: str) -> str | None:
        number = digits(written)
        for partner in self._directory.partners.values():
            phones = (digits(contact.phone) for contact in partner.contacts if contact.phone)
            if not partner.represents and number in phones:
                return partner.id
        return None

    def _door(self, written: str) -> str | None:
        """The code of a door, given its code, its Swedish name or a word for it.

        Failing an exact match, one may be the beginning of the other (see `_is_near`).
        """
        name = written.strip().casefold()
        doors = self._directory.vocabulary.terms("doors")
        words = {
            code: [
                code,
                term.label[SOURCE].casefold(),
                *map(str.casefold, term.synonyms.get(SOURCE, ())),
            ]
            for code, term in doors.items()
        }
        exact = (code for code, known in words.items() if name in known)
        near = (
            code for code, known in words.items() if any(_is_near(name, word) for word in known)
        )
        return next(exact, None) or next(near, None)

    def _door_alone(self, written: str) -> str | None:
        door = self._door(written)
        term = self._directory.vocabulary.terms("doors").get(door) if door else None
        return f"{term.facts['body']}/{door}" if term and "body" in term.facts else None


def _by_names(records: Iterable[Record]) -> Mapping[str, str]:
    """The ids of records by each of their names, folded."""
    found: dict[str, str] = {}
    for record in records:
        for name in (record.id, record.name.swedish, *record.aliases):
            found.setdefault(fold(name), record.id)
    return found


def _is_near(name: str, word: str) -> bool:
    shorter, longer = sorted((name, word), key=len)
    return len(shorter) > _LONG and longer.startswith(shorter)
