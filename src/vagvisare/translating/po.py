"""Gettext's PO, for Weblate, Poedit and anything else that reads it.

The context (``msgctxt``) is the text's key and ``#:`` its place. Stale and machine translations are
fuzzy, so that translators look at them; removing that flag means that a person vouches for the
text. If the Swedish has changed, ``#|`` has the old one.
https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from vagvisare.languages.languages import Language
from vagvisare.problems.problems import Problem
from vagvisare.records.texts import fingerprint
from vagvisare.translating import pofile
from vagvisare.translating.catalogues import plural_forms
from vagvisare.translating.pofile import PoError
from vagvisare.translating.sheet import Outgoing, Reply, Sheet

LIMIT = 32 * 1024 * 1024
"""The most bytes that a file may have; all texts of 10,000 records take half of it."""
_GIVEN = "given out: "
"""Begins the comment with the fingerprint of the translation as given out."""
_FUZZY = frozenset({"stale", "machine"})
_PASSING = re.compile(
    rb'^"(POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Report-Msgid-Bugs-To|Generated-By)[^\n]*\n',
    re.MULTILINE,
)
"""Header lines that say when, by whom and with what the file was written."""


def write(entries: Iterable[Outgoing], language: Language, project: str) -> bytes:
    """The texts as a PO file in one language; the same texts give the same bytes."""
    catalogue = Catalog(
        project=project, version="1", charset="utf-8", fuzzy=False, header_comment=_header(language)
    )
    for entry in entries:
        message = catalogue.add(
            entry.source,
            entry.translation,
            context=entry.key,
            locations=[(entry.file, entry.line)],
            auto_comments=[*_comments(entry)],
            previous_id=[entry.previous] if entry.previous else [],
        )
        # Babel takes a per cent sign or braces for a program's placeholders; here they are prose.
        message.flags = {"fuzzy"} if entry.state in _FUZZY else set()
    target = BytesIO()
    write_po(target, catalogue, include_previous=True, width=0)
    head, blank, rest = _PASSING.sub(b"", target.getvalue()).partition(b"\n\n")
    declared = f'"Language: {language.code}\\n"\n"Plural-Forms: {plural_forms(language.code)}\\n"\n'
    return head.replace(b'"MIME-Version', declared.encode() + b'"MIME-Version', 1) + blank + rest


def _header(language: Language) -> str:
    return (
        f"# {language.title}: texts of Vägvisare. The Swedish is the source.\n"
        "# Keep links, numbers and placeholders as they are."
    )


def _comments(entry: Outgoing) -> Iterable[str]:
    if entry.note:
        yield entry.note
    if entry.address:
        yield entry.address
    if entry.translation:
        yield f"{_GIVEN}{fingerprint(entry.translation)}"
    for swedish, own in entry.terms:
        yield f"{swedish} = {own}" if own else swedish


def read(file: str, content: bytes) -> Sheet:
    """A PO file that came back. If it cannot be read, that is a problem of the sheet."""
    try:
        text = pofile.decoded(file, content, LIMIT)
        declared = pofile.header(file, text).get("language", "")
        catalogue = read_po(
            BytesIO(pofile.readable(file, text)), abort_invalid=True, ignore_obsolete=True
        )
    except PoError as error:
        return Sheet(file, None, problems=(error.problem,))
    except PoFileError as error:
        return Sheet(file, None, problems=(_unreadable(file, error.lineno + 1, str(error)),))
    except (ValueError, LookupError, TypeError) as error:  # an impossible header
        return Sheet(file, None, problems=(_unreadable(file, 1, str(error)),))
    lines = _lines(text)
    replies = tuple(
        Reply(
            message.context,
            message.id if isinstance(message.id, str) else message.id[0],
            message.string if isinstance(message.string, str) else (message.string or ("",))[0],
            not message.fuzzy,
            next(lines.get(message.context, iter(())), message.lineno or 1),
            given=next(
                (
                    note.removeprefix(_GIVEN)
                    for note in message.auto_comments
                    if note.startswith(_GIVEN)
                ),
                "",
            ),
        )
        for message in catalogue
        if message.id and message.context
    )
    return Sheet(file, declared.replace("_", "-") or None, replies)


def _unreadable(file: str, line: int, detail: str) -> Problem:
    return Problem(file, max(line, 1), 1, "exchange-unreadable", {"detail": detail})


def _lines(text: str) -> Mapping[str, Iterator[int]]:
    """The lines on which the translations of each context begin."""
    found: dict[str, list[int]] = {}
    context = ""
    for number, line in enumerate(text.splitlines(), 1):
        if match := re.match(r'msgctxt "(.*)"$', line):
            context = match[1]
        elif line.startswith("msgstr") and context:
            found.setdefault(context, []).append(number)
            context = ""
    return {context: iter(numbers) for context, numbers in found.items()}
