"""Rules about laws and responsibility.

Each is a generator of findings, and its one-line docstring is the rule.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from vagvisare.problems.problems import Fact
from vagvisare.reading.findings import Finding
from vagvisare.reading.suggestions import nearest
from vagvisare.records.directory import Directory
from vagvisare.records.fields import Path, occurrences
from vagvisare.records.kinds import Entry
from vagvisare.records.laws import Law
from vagvisare.records.parts import Citation

SOON = timedelta(days=90)
"""How long before a law changes there is a warning to those who cite it."""


def citations(entry: Entry) -> Iterator[tuple[Path, Citation]]:
    """Every citation of an entry, with the way to it."""
    return occurrences(entry, Citation)


def cited_laws(directory: Directory, today: date) -> Iterator[Finding]:
    """A law that is cited is in the register, has the place that is cited, and is in force."""
    for entry in directory.entries:
        for way, citation in citations(entry):
            law = directory.laws.get(citation.law)
            if law is None:
                yield Finding(
                    entry, (*way, "law"), "law-unknown", _unknown(citation.law, directory)
                )
            else:
                yield from _faults(entry, way, citation, law, today)


def _unknown(value: str, directory: Directory) -> dict[str, Fact]:
    suggestion = nearest(value, directory.laws)
    return {"value": value, **({"suggestion": suggestion} if suggestion else {})}


def _faults(
    entry: Entry, way: Path, citation: Citation, law: Law, today: date
) -> Iterator[Finding]:
    if citation.at and not law.has(citation.at):
        places = tuple(paragraph.at for paragraph in law.paragraphs)
        facts: dict[str, Fact] = {"value": citation.at, "law": law.id, "valid": places}
        if suggestion := nearest(citation.at, places):
            facts["suggestion"] = suggestion
        yield Finding(entry, (*way, "at"), "law-place", facts)
    if law.until and law.until <= today:
        yield Finding(entry, (*way, "law"), "law-repealed", _repeal(law))
    elif law.first and law.first > today:
        facts = {"value": law.id, "day": law.first.isoformat()}
        yield Finding(entry, (*way, "law"), "law-not-yet", facts)


def _repeal(law: Law) -> dict[str, Fact]:
    facts: dict[str, Fact] = {"value": law.id, "day": law.until.isoformat() if law.until else ""}
    return {**facts, "suggestion": law.replaced_by} if law.replaced_by else facts


def laws_that_change(directory: Directory, today: date) -> Iterator[Finding]:
    """A law of the register does not change within 90 days."""
    for law in directory.laws.values():
        day = law.next_change(today)
        if day and day - today <= SOON:
            users = [entry.id for entry in directory.entries if _cites(entry, law)]
            facts: dict[str, Fact] = {
                "value": law.id,
                "day": day.isoformat(),
                "users": tuple(users),
            }
            if users:
                yield Finding(law, (), "law-changes", facts)


def _cites(entry: Entry, law: Law) -> bool:
    return any(citation.law == law.id for _, citation in citations(entry))


def unknown_successors(directory: Directory, _today: date) -> Iterator[Finding]:
    """What replaced a law is in the register."""
    for law in directory.laws.values():
        if law.replaced_by and law.replaced_by not in directory.laws:
            yield Finding(
                law, ("replaced_by",), "law-unknown", _unknown(law.replaced_by, directory)
            )


RULES = (cited_laws, laws_that_change, unknown_successors)
"""All rules about laws and responsibility."""
