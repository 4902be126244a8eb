"""The glossary: every Swedish word with its explanation and users, by letter and by list."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from vagvisare.languages.languages import SOURCE
from vagvisare.languages.order import first_letter, sort_key
from vagvisare.records.directory import Directory, kept
from vagvisare.records.glossary import LISTS, Word, used
from vagvisare.records.kinds import KINDS, Record
from vagvisare.site.facts.reader import Reader
from vagvisare.site.pages import addresses
from vagvisare.site.pages.kinds import KIND_LABELS
from vagvisare.site.pages.pages import Page, in_order
from vagvisare.site.views.view import View

MOST = 3
"""Records of a kind that an entry names; the rest are only counted."""


@dataclass(frozen=True, slots=True)
class Uses:
    """The records of one kind that use a word.

    The name and address of the kind's list, the first records, and how many more there are.
    """

    kind: str
    address: str
    first: Sequence[Record]
    more: int


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """One word as the page shows it. ``own`` is empty if the reader's word is the Swedish one."""

    code: str
    swedish: str
    own: Markup
    explanation: Markup
    law: str
    payer: Record | None
    uses: Sequence[Uses]


def glossary(page: Page, reader: Reader) -> View:  # noqa: ARG001 (there is one page of this kind)
    """All words."""
    known = sorted(reader.glossary.values(), key=lambda word: sort_key(word.term.label[SOURCE]))
    return View(
        title=reader.translate("Glossary"),
        description=reader.translate("Swedish words that you meet, explained in plain language."),
        template="glossary.html",
        facts={"letters": _by_letter(known, reader), "lists": _by_list(known, reader)},
        trail=(),
        script="glossary",
    )


def _by_letter(known: Iterable[Word], reader: Reader) -> list[tuple[str, list[GlossaryEntry]]]:
    found: dict[str, list[GlossaryEntry]] = {}
    for word in known:
        found.setdefault(first_letter(word.term.label[SOURCE]), []).append(_entry(word, reader))
    return list(found.items())


def _by_list(known: Iterable[Word], reader: Reader) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each list's name with the codes and Swedish of its words.

    A word of several lists is only in the first.
    """
    found: dict[str, list[tuple[str, str]]] = {name: [] for name in LISTS}
    for word in known:
        found[word.lists[0]].append((word.code, word.term.label[SOURCE]))
    return [(reader.list_name(name), group) for name, group in found.items() if group]


def _entry(word: Word, reader: Reader) -> GlossaryEntry:
    term, partners = word.term, reader.directory.partners
    swedish = term.label[SOURCE]
    own = reader.term(word.lists[0], word.code) if reader.line(term.label) != swedish else Markup()
    explanation = reader.text(term.explanation) if term.explanation else Markup()
    payer = partners.get(term.facts.get("payer", ""))
    return GlossaryEntry(
        word.code,
        swedish,
        own,
        explanation,
        term.facts.get("law", ""),
        payer,
        _uses(word.code, reader),
    )


def _uses(code: str, reader: Reader) -> list[Uses]:
    found = users(reader.directory).get(code, {})
    return [
        Uses(
            reader.translate(KIND_LABELS[kind]),
            reader.to(_list_of(kind, code)),
            records[:MOST],
            len(records[MOST:]),
        )
        for kind, records in found.items()
    ]


def _list_of(kind: str, code: str) -> str:
    return "municipalities/" if (kind, code) == ("partners", "kommun") else addresses.of_index(kind)


@kept
def users(directory: Directory) -> Mapping[str, Mapping[str, Sequence[Record]]]:
    """The records that use each word, by kind, in alphabetical order."""
    found: dict[str, dict[str, list[Record]]] = {}
    for kind in KINDS:
        for record in in_order(directory.of_kind(kind).values()):
            for code in dict.fromkeys(used(record)):
                found.setdefault(code, {}).setdefault(kind, []).append(record)
    return found
