"""The reader: how facts look to somebody who reads one language.

Templates ask a `Reader` for every text, name, number, date and link. Everything comes back escaped
unless the method says otherwise.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from markupsafe import Markup, escape

from vagvisare.languages.languages import EASY, SOURCE, Text, wording
from vagvisare.languages.marking import message
from vagvisare.languages.moments import Moment
from vagvisare.languages.order import reading_key
from vagvisare.reading import freeplaces, recordings
from vagvisare.records.directory import COUNTRY
from vagvisare.records.freshness import freshness, silent_since
from vagvisare.records.glossary import LISTS as EXPLAINED
from vagvisare.records.glossary import Word
from vagvisare.records.glossary import words as words_of
from vagvisare.records.kinds import Offer, Record
from vagvisare.records.parts import Citation, Confirmation, Recording, Role, Source
from vagvisare.records.termlists import Facet
from vagvisare.records.texts import text_at
from vagvisare.records.vocabulary import Term
from vagvisare.site.facts.textreader import TextReader
from vagvisare.site.facts.valuereader import ValueReader
from vagvisare.site.files.sounds import Sounds
from vagvisare.site.html.markup import filled
from vagvisare.site.html.pagecontext import Kept
from vagvisare.site.pages import addresses
from vagvisare.site.pages.pages import in_order
from vagvisare.translating.standing import Standing

R = TypeVar("R", bound=Record)

_SWEDISH_KEPT = re.compile(r"(.+) (\([^()\u0600-\u06ff]+\))")
"""An Arabic name followed by the Swedish one in brackets.

Its comma would otherwise change sides where the line breaks.
"""
AGE_NAMES = {
    "month": message("More than a month old"),
    "quarter": message("More than three months old"),
    "half-year": message("More than half a year old"),
    "year": message("More than a year old"),
}
"""The labels of old figures, by the codes of `freeplaces.AGES`."""


@dataclass(frozen=True)
class Reader(ValueReader):
    """Somebody who reads one language and is shown the facts of records.

    ``standing`` gives the state of the translations; only the page that shows it calls it.
    """

    standing: Callable[[], Standing] = dict
    sounds: Sounds = field(default_factory=dict)
    """The recordings that can be played."""

    @property
    def swedish_side(self) -> TextReader:
        """The reader to ask for the Swedish side of a page in two languages."""
        return self.official or self

    # --- recordings ----------------------------------------------------------------------------

    def recording(self, record: Record, path: str) -> Markup:
        """The player of a record's text as the page shows it, where somebody has read it aloud.

        Empty elsewhere. A recording speaks for the element that contains it
        (`assets/js/read-aloud.js`).
        """
        text = text_at(record, path) if record.recordings else None
        if text is None:
            return Markup()
        shown = wording(text, self.language.code, self.language.fallback).language
        if not (self.easy and EASY.code in text):
            return self._heard(recordings.current(record, path, shown))
        ordinary, easy = (recordings.current(record, path, code) for code in (SOURCE, EASY.code))
        return self._heard(ordinary, "ordinary") + self._heard(easy, "easy")

    def _heard(self, recording: Recording | None, text: str = "") -> Markup:
        return self.player(recording, text) if recording else Markup()

    def player(self, recording: Recording, text: str = "") -> Markup:
        """The browser's own player, which loads nothing before it plays; empty if there is no file.

        ``text`` says which of two texts it reads: ``ordinary`` or ``easy``.
        """
        address = self.sounds.get(recording.file)
        if address is None:
            return Markup()
        label = self.translate("Listen to a person who reads this")
        return filled(
            '<span class="%s"><strong class="recording__label">%s</strong>'
            '<audio controls preload="none" src="%s/%s" aria-label="%s"></audio>'
            '<span class="recording__facts soft">%s · %s · %s</span></span>',
            f"recording {text}".strip(),
            label,
            self.base,
            address,
            label,
            self.term("roles", recording.by),
            self.when(recording.date),
            self.figure(recording.license),
        )

    # --- facts ---------------------------------------------------------------------------------

    def name(self, record: Record) -> Markup:
        """A record's name as the organisation writes it, or its official translation.

        In a right-to-left translation, the Swedish name in brackets is marked as Swedish.
        """
        if not record.name.is_translated:
            return self.swedish(record.name.swedish)
        own = record.name.text.get(self.language.code, "")
        kept = _SWEDISH_KEPT.fullmatch(own) if self.language.direction == "rtl" else None
        return (
            filled('%s <bdi lang="sv" dir="ltr">%s</bdi>', self.directed(escape(kept[1])), kept[2])
            if kept
            else self.text(record.name.text)
        )

    def plain_name(self, record: Record) -> str:
        """A record's name, not escaped: for titles."""
        return self.line(record.name.text)

    def link(self, record: Record) -> Markup:
        """A record's name, linked to its page."""
        return filled('<a href="%s">%s</a>', self.href(record), self.name(record))

    def links(self, records: Sequence[Record]) -> Markup:
        """The names of several records in a row, each linked to its page."""
        return self.row([self.link(record) for record in records])

    def party(self, role: Role) -> Markup:
        """A party to a project: a link if it has a record, else its name."""
        bodies = self.directory.bodies([role.partner or ""])
        return self.link(bodies[0]) if bodies else self.swedish(role.name or role.partner or "")

    def in_order(self, records: Iterable[R]) -> list[R]:
        """Records by their names as the reader sees them."""
        return in_order(records, self.language)

    def href(self, record: Record) -> str:
        """The relative address of a record's page in the reader's language."""
        return self.to(addresses.of_record(self.directory, record))

    def to(self, address: str) -> str:
        """The relative address of a page, in the reader's language."""
        return f"{self.base}/{self.language.code}/{address}"

    def list_name(self, name: str) -> str:
        """The name of a term list, not escaped."""
        return self.line(self.directory.vocabulary.name(name))

    def facet_name(self, facet: Facet) -> str:
        """The name of a facet, not escaped: its own label, else the name of its list."""
        return self.translate(facet.label) if facet.label else self.list_name(facet.name)

    def term(self, list_name: str, code: str) -> Markup:
        """The label of a term of the vocabulary."""
        return self._kept.piece(
            (list_name, code), lambda: self.text(self._term(list_name, code).label)
        )

    def terms(self, list_name: str, codes: Sequence[str]) -> Markup:
        """The labels of several terms in a row."""
        return self.row([self.term(list_name, code) for code in codes])

    def swedish_list(self, names: Sequence[str]) -> Markup:
        """Several Swedish names in a row."""
        return self.row([self.swedish(name) for name in names])

    def word(self, list_name: str, code: str) -> Markup:
        """The label of a term, linked to its glossary entry if the glossary explains its list.

        `vagvisare.site.facts.explainer` turns the link into a popover.
        """
        if list_name not in EXPLAINED:
            return self.term(list_name, code)
        self.context.need("words")
        return self._kept.piece(("word", list_name, code), lambda: self._word(list_name, code))

    def _word(self, list_name: str, code: str) -> Markup:
        return filled(
            '<a class="word" href="%s#%s">%s</a>',
            self.to("glossary/"),
            code,
            self.term(list_name, code),
        )

    @cached_property
    def glossary(self) -> Mapping[str, Word]:
        """The words of the glossary by code."""
        return words_of(self.directory.vocabulary)

    def meaning(self, code: str) -> Markup:
        """The meaning of a glossary word in one line.

        It has the Swedish word, the reader's own if that differs, and the explanation.
        """
        return self._kept.piece(("meaning", code), lambda: self._meaning(self.glossary[code].term))

    def _meaning(self, term: Term) -> Markup:
        own = (
            ""
            if self.line(term.label) == term.label[SOURCE]
            else filled(" – %s", self.text(term.label))
        )
        explanation = filled(" %s", self.text(term.explanation)) if term.explanation else ""
        return filled(
            "<strong>%s</strong>%s.%s", self.swedish(term.label[SOURCE]), own, explanation
        )

    @cached_property
    def _kept(self) -> Kept:
        return Kept(self.context)

    def situation(self, code: str) -> Markup:
        """The label of a situation."""
        return self.term("situations", code)

    def law(self, citation: Citation) -> Markup:
        """A citation as officials write it: ``Socialtjänstlagen (2025:400) 12 kap. 1 §``.

        The title and number are from the register of laws.
        """
        law = self.directory.laws.get(citation.law)
        name = law.title[SOURCE] if law else citation.law
        number = f"({law.number})" if law and law.number else ""
        return self.swedish(" ".join(part for part in (name, number, citation.at) if part))

    def explanation(self, list_name: str, code: str) -> Markup:
        """A term's plain explanation, empty if it has none."""
        explanation = self._term(list_name, code).explanation
        return self.text(explanation) if explanation else Markup()

    def _term(self, list_name: str, code: str) -> Term:
        return self.directory.vocabulary.term(list_name, code)

    def places(self, codes: Sequence[str]) -> Markup:
        """The names of several places in a row."""
        return self.row([self.place(code) for code in codes])

    def place_key(self, name: Text) -> tuple[int, str | tuple[int, ...]]:
        """The key to sort places by, as the reader reads their names."""
        return reading_key(name.get(self.language.code, name[SOURCE]))

    def place_links(self, codes: Sequence[str]) -> Markup:
        """The names of several municipalities in a row, each linked to its page."""
        pages = (self.to(addresses.of_municipality(self.directory, code)) for code in codes)
        return self.row(
            [
                filled('<a href="%s">%s</a>', page, self.place(code))
                for page, code in zip(pages, codes, strict=True)
            ]
        )

    def place(self, code: str) -> Markup:
        """The name of a municipality, a county or the country.

        In a right-to-left language, the Swedish name follows in brackets if it differs.
        """
        return self._places[code]

    @cached_property
    def _places(self) -> dict[str, Markup]:
        vocabulary = self.directory.vocabulary
        named = {code: county.name for code, county in vocabulary.counties.items()}
        named |= {
            code: municipality.name for code, municipality in vocabulary.municipalities.items()
        }
        return {
            COUNTRY: escape(self.translate("All of Sweden")),
            **{code: self._place(name) for code, name in named.items()},
        }

    def _place(self, name: Text) -> Markup:
        own = name.get(self.language.code)
        swedish = name[SOURCE]
        if own is None or own == swedish:
            return self.swedish(swedish)
        if self.language.direction == "rtl":
            return filled('%s <bdi lang="sv" dir="ltr">(%s)</bdi>', own, swedish)
        return escape(own)

    def plain_place(self, code: str) -> str:
        """The name of a municipality or county, not escaped: for titles.

        In a right-to-left language, the Swedish name follows in brackets if it differs.
        """
        vocabulary = self.directory.vocabulary
        name = (vocabulary.municipalities.get(code) or vocabulary.counties[code]).name
        own, swedish = name.get(self.language.code, name[SOURCE]), name[SOURCE]
        return f"{own} ({swedish})" if self.language.direction == "rtl" and own != swedish else own

    def autonym(self, code: str) -> Markup:
        """A language by its own name in its own script, else by the reader's name for it."""
        language = self.directory.vocabulary.languages[code]
        if not language.autonym:
            return self.term("languages", code)
        return filled(
            '<bdi lang="%s" dir="%s">%s</bdi>', code, language.direction, language.autonym
        )

    def autonyms(self, codes: Sequence[str]) -> Markup:
        """Several languages in a row, each by its own name."""
        return self.row([self.autonym(code) for code in codes])

    def age(self, updated: date) -> str:
        """How old a figure of free places is, in words, not escaped; empty while it is fresh."""
        found = freeplaces.age(updated, self.today)
        return self.translate(AGE_NAMES[found]) if found else ""

    # --- standing ------------------------------------------------------------------------------

    def freshness(self, confirmation: Confirmation | None) -> str:
        """How far a confirmation holds today: a code of the vocabulary list ``freshness``."""
        return freshness(confirmation, self.today)

    def silence(self, record: Record) -> str:
        """Since when nobody has heard of a record, in words, not escaped.

        Empty for a record that is still heard of.
        """
        year = silent_since(record, self.today)
        return self.translate("Not heard of since %(year)s", year=year) if year else ""

    def machine_translated(self, record: Record) -> bool:
        """Whether a text that the reader sees was translated by machine and not reviewed since."""
        return _is_by_machine(record, self.language.code)

    def machine_eased(self, record: Record) -> bool:
        """Whether the reader may choose an easy Swedish by a machine that nobody has reviewed."""
        return self.easy and _is_by_machine(record, EASY.code)

    def newest(self, sources: Iterable[Source]) -> Moment | None:
        """The date of the newest of some sources; None if none has a date."""
        dates = [source.date for source in sources if source.date]
        return max(dates, key=lambda moment: moment.last, default=None)

    def providers(self, offer: Offer, municipality: str | None = None) -> list[Record]:
        """The partners that give an offer.

        On a municipality's page, its own municipality and region replace the generic ones.
        """
        found: list[Record] = []
        for provider in offer.providers:
            partner = self.directory.partners.get(provider)
            if partner is None:
                continue
            own = {"kommun": municipality, "region": (municipality or "")[:2]}.get(partner.kind)
            found.append(
                partner
                if partner.represents
                else self.directory.representatives.get(own or "", partner)
            )
        return found


def _is_by_machine(record: Record, language: str) -> bool:
    return any(
        mark.by == "machine" and mark.reviewed is None
        for mark in record.translations.get(language, {}).values()
    )
