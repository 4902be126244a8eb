"""The state of the translations, for everyone: read by a person, by machine, old or missing."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from vagvisare.languages.languages import Language
from vagvisare.languages.marking import message
from vagvisare.records.texts import STATES, State
from vagvisare.site.facts.reader import Reader
from vagvisare.site.pages.kinds import KIND_LABELS
from vagvisare.site.pages.pages import Page
from vagvisare.site.views.view import View
from vagvisare.translating.standing import outline

STATE_NAMES: Mapping[State, str] = {
    "current": message("Made or read by a person"),
    "machine": message("Made by a machine, not read by a person"),
    "stale": message("The Swedish text has changed since"),
    "missing": message("Not translated yet"),
}
NAMES: Mapping[str, str] = {
    **KIND_LABELS,
    "docs": message("Pages of the guide"),
    "vocabulary": message("Words and places"),
    "interface": message("Buttons and headings"),
}


@dataclass(frozen=True, slots=True)
class Share:
    """One state of a kind of text: its name, its per cent, and where it begins in a bar of 100."""

    state: State
    name: str
    percent: int
    start: int


@dataclass(frozen=True, slots=True)
class KindOfText:
    """One kind of text: its name, how many there are, and its shares."""

    name: str
    number: int
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """One language: all its texts together, and by kind."""

    language: Language
    whole: KindOfText
    kinds: tuple[KindOfText, ...]


def translations(page: Page, reader: Reader) -> View:  # noqa: ARG001 (there is one page of this kind)
    """Every language of the site but Swedish, the reader's own first."""
    standing = reader.standing()
    languages = sorted(standing, key=lambda code: code != reader.language.code)
    return View(
        title=reader.translate("Languages and translations"),
        description=reader.translate(
            "How much of the site is there in each language, and how good the texts are."
        ),
        template="translations.html",
        facts={
            "languages": [_standing(code, standing[code], reader) for code in languages],
            "states": _names(reader),
        },
        trail=(),
    )


def _standing(code: str, kinds: Mapping[str, Mapping[State, int]], reader: Reader) -> Standing:
    total: Counter[State] = Counter()
    for counts in kinds.values():
        total.update(counts)
    shown = tuple(_kind(name, kinds[kind], reader) for kind, name in NAMES.items() if kind in kinds)
    return Standing(reader.directory.vocabulary.languages[code], _kind("", total, reader), shown)


def _kind(name: str, counts: Mapping[State, int], reader: Reader) -> KindOfText:
    shares, start = [], 0
    for state, percent in outline(counts).items():
        if percent:
            shares.append(Share(state, reader.translate(STATE_NAMES[state]), percent, start))
        start += percent
    return KindOfText(reader.translate(name) if name else "", sum(counts.values()), tuple(shares))


def _names(reader: Reader) -> list[tuple[State, str]]:
    return [(state, reader.translate(STATE_NAMES[state])) for state in STATES]
