"""Recordings of texts: which there may be, whether each is current, and what is wrong with them.

A record has them under ``recordings:`` by language and way to the text; a page of prose has one of
the whole page in its front matter (``recording:``). A recording of an older text is never played,
since it no longer says what the text says.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import ValidationError

from vagvisare.problems.problems import Facts, Problem, suggesting
from vagvisare.prose.prose import Pages, Prose
from vagvisare.reading.findings import Finding
from vagvisare.reading.folders import RECORDINGS, leads_out
from vagvisare.reading.suggestions import nearest
from vagvisare.reading.validation import validate_entry
from vagvisare.records.directory import Directory
from vagvisare.records.fields import Heard
from vagvisare.records.kinds import Record
from vagvisare.records.parts import Recording
from vagvisare.records.texts import fingerprint, text_at, texts
from vagvisare.records.vocabulary import Vocabulary

FIELD = "recording"
"""The field of a page's front matter."""
LIMIT = 5_000_000
"""The size of the largest recording, in bytes: ten minutes of speech at 64 kbit/s."""
ENDINGS: Mapping[str, str] = {
    "mp3": "audio/mpeg",
    "ogg": "audio/ogg",
    "opus": "audio/ogg",
    "m4a": "audio/mp4",
    "wav": "audio/wav",
}
"""The media types that recordings may have, by file name ending."""


def media_type(beginning: bytes) -> str | None:
    """The media type of a sound by its first 64 bytes; None for types not allowed here.

    The file's name plays no part. WAVE in RIFF; Opus and Vorbis in Ogg (RFC 7845, RFC 5334); MPEG
    layer III, also after an ID3 tag; MPEG-4 with audio alone.
    """
    if beginning[:4] == b"RIFF" and beginning[8:12] == b"WAVE":
        return "audio/wav"
    if beginning[:4] == b"OggS":
        return (
            "audio/ogg"
            if b"OpusHead" in beginning[:64] or b"\x01vorbis" in beginning[:64]
            else None
        )
    if beginning[4:12] == b"ftypM4A ":
        return "audio/mp4"
    is_frame = len(beginning) > 1 and beginning[0] == 0xFF and beginning[1] & 0xE6 == 0xE2  # noqa: PLR2004 (sync, then layer III)
    return "audio/mpeg" if beginning[:3] == b"ID3" or is_frame else None


def is_of(recording: Recording, text: str) -> bool:
    """Whether a recording is of exactly this text."""
    return recording.made_from == fingerprint(text)


def current(record: Record, path: str, language: str) -> Recording | None:
    """The recording of a text in a language; None if there is none or the text has changed."""
    recording = record.recordings.get(language, {}).get(path)
    text = text_at(record, path) if recording else None
    return (
        recording
        if recording and text and language in text and is_of(recording, text[language])
        else None
    )


def of_page(page: Prose, vocabulary: Vocabulary) -> Recording | None:
    """The recording of a page of prose; None if there is none or the page has changed."""
    try:
        recording = Recording.model_validate(
            page.head.get(FIELD), context=vocabulary, by_alias=True, by_name=False
        )
    except ValidationError:
        return None
    return recording if is_of(recording, page.whole) else None


def names_of(record: Record) -> set[str]:
    """The names of the files that a record names as recordings."""
    return {
        recording.file for by_path in record.recordings.values() for recording in by_path.values()
    }


def played(directory: Directory, pages: Pages) -> Iterator[str]:
    """The names of the files that pages play; one may come more than once."""
    for record in directory:
        for language, by_path in record.recordings.items():
            heard = dict(texts(record, Heard))
            yield from (
                one.file
                for path, one in by_path.items()
                if path in heard and current(record, path, language)
            )
    found = (
        of_page(page, directory.vocabulary)
        for by in pages.values()
        for page in by.values()
        if FIELD in page.head
    )
    yield from (recording.file for recording in found if recording)


# --- what is wrong --------------------------------------------------------------------------------


def findings(root: Path, directory: Directory) -> Iterator[Finding]:
    """What is wrong with the recordings of records."""
    for record in directory:
        for language, by_path in record.recordings.items():
            for path, recording in by_path.items():
                yield from _of_text(record, language, path, recording)
                for code, facts in _of_file(root, recording):
                    yield Finding(record, ("recordings", language, path, "file"), code, facts)


def _of_text(record: Record, language: str, path: str, recording: Recording) -> Iterator[Finding]:
    """A recording is of a text that the record's page shows, in a language it has, and current."""
    heard = dict(texts(record, Heard))
    facts: Facts = {"field": path, "language": language}
    if path not in heard:
        facts = suggesting(nearest(path, heard), **facts, valid=tuple(heard))
        yield Finding(
            record, ("recordings", language, path), "recording-of-nothing", facts, at_key=True
        )
    elif language not in heard[path]:
        yield Finding(
            record, ("recordings", language, path), "recording-language", facts, at_key=True
        )
    elif not is_of(recording, heard[path][language]):
        facts["fingerprint"] = fingerprint(heard[path][language])
        yield Finding(record, ("recordings", language, path, "from"), "stale-recording", facts)


def problems_of_pages(root: Path, pages: Pages, vocabulary: Vocabulary) -> Iterator[Problem]:
    """What is wrong with the recordings of pages of prose, if they are well-formed."""
    for by_language in pages.values():
        for page in by_language.values():
            if FIELD in page.head:
                yield from _of_page(root, page, vocabulary)


def _of_page(root: Path, page: Prose, vocabulary: Vocabulary) -> Iterator[Problem]:
    document = page.document
    recording = validate_entry(document, FIELD, Recording, vocabulary)[0] if document else None
    if document is None or recording is None:
        return
    for code, facts in _of_file(root, recording):
        yield Problem(page.file, *document.position((FIELD, "file")), code, facts)
    if not is_of(recording, page.whole):
        told: Facts = {
            "field": page.name,
            "language": page.language,
            "fingerprint": fingerprint(page.whole),
        }
        yield Problem(page.file, *document.position((FIELD, "from")), "stale-recording", told)


def _of_file(root: Path, recording: Recording) -> Iterator[tuple[str, Facts]]:
    """A recording's file exists, is of the type it is named for, and small enough for a phone."""
    place = root / RECORDINGS / recording.file
    if leads_out(root, place) or not place.is_file():
        there = dict.fromkeys(file.name for file in (root / RECORDINGS).glob("*"))
        yield "recording-missing", suggesting(nearest(recording.file, there), value=recording.file)
        return
    with place.open("rb") as file:
        found = media_type(file.read(64))
    if found != ENDINGS[recording.file.rpartition(".")[2]]:
        endings = [ending for ending, known in ENDINGS.items() if known == found]
        yield (
            "recording-type",
            {
                "value": recording.file,
                "valid": tuple(f".{ending}" for ending in endings or ENDINGS),
            },
        )
    elif place.stat().st_size > LIMIT:
        yield "recording-size", {"value": recording.file, "most": str(LIMIT // 1_000_000)}
