"""Recordings: which sound files are accepted, and that one of an older text is not played."""

from pathlib import Path
from typing import Any

import pytest
from builders import a_directory, a_root, a_sound, a_vocabulary, an_offer, write
from click.testing import CliRunner

from vagvisare.cli import main
from vagvisare.problems.problems import as_text
from vagvisare.prose import docs
from vagvisare.prose.docs import pages
from vagvisare.reading import frontmatter
from vagvisare.reading.loading import load
from vagvisare.reading.recordings import (
    current,
    findings,
    media_type,
    of_page,
    played,
    problems_of_pages,
)
from vagvisare.records.texts import fingerprint

SUMMARY = {"sv": "Lär dig svenska.", "ar": "تعلم السويدية."}


def _recording(text: str, file: str = "sfi.wav", **facts: str) -> dict[str, str]:
    return {
        "file": file,
        "from": fingerprint(text),
        "by": "organisationen",
        "date": "2026-11-01",
        "license": "CC BY 4.0",
        **facts,
    }


def _offer(recordings: dict[str, Any], **facts: Any) -> Any:
    return an_offer(summary=SUMMARY, recordings=recordings, **facts)


@pytest.mark.parametrize(
    ("beginning", "found"),
    [
        (a_sound()[:64], "audio/wav"),
        (b"OggS" + bytes(24) + b"OpusHead\x01\x01", "audio/ogg"),
        (b"OggS" + bytes(24) + b"\x01vorbis", "audio/ogg"),
        (b"OggS" + bytes(24) + b"\x80theora", None),
        (b"ID3\x04\x00", "audio/mpeg"),
        (b"\xff\xfb\x90\x64", "audio/mpeg"),
        (b"\xff\xf3\x40\xc4", "audio/mpeg"),
        (b"\xff\xf1\x50\x80", None),
        (b"\x00\x00\x00\x20ftypM4A \x00", "audio/mp4"),
        (b"\x00\x00\x00\x20ftypisom\x00", None),
        (b"RIFF\x00\x00\x00\x00AVI ", None),
        (b"<!doctype html><script>", None),
        (b"", None),
    ],
)
def test_a_sound_is_known_by_what_is_in_it(beginning: bytes, found: str | None) -> None:
    assert media_type(beginning) == found


def test_a_recording_is_current_until_the_text_that_was_read_changes() -> None:
    offer = _offer(
        {
            "ar": {"summary": _recording(SUMMARY["ar"])},
            "sv": {"summary": _recording("Lär dig engelska.", "old.wav")},
        }
    )
    assert current(offer, "summary", "ar").file == "sfi.wav"
    assert current(offer, "summary", "sv") is None
    assert current(offer, "summary", "so") is None
    assert current(offer, "description", "ar") is None
    assert list(played(a_directory(offer), {})) == ["sfi.wav"]


@pytest.mark.parametrize(
    "recording",
    [
        {"file": "../sfi.wav"},
        {"file": "a/b.wav"},
        {"file": "sfi.exe"},
        {"file": "Sfi.wav"},
        {"by": "Anna Andersson"},
        {"license": ""},
        {"date": "igår"},
        {"source": "javascript:alert(1)"},
    ],
)
def test_a_recording_says_who_reads_by_role_when_and_by_which_licence(
    recording: dict[str, str],
) -> None:
    with pytest.raises(ValueError, match="validation error"):
        _offer({"ar": {"summary": _recording(SUMMARY["ar"], **recording)}})


def test_easy_swedish_has_its_own(tmp_path: Path) -> None:
    summary = {**SUMMARY, "sv-simple": "Du lär dig."}
    offer = an_offer(
        summary=summary, recordings={"sv-simple": {"summary": _recording("Du lär dig.")}}
    )
    write(tmp_path, "directory/recordings/sfi.wav", a_sound())
    assert [*findings(tmp_path, a_directory(offer))] == []
    assert current(offer, "summary", "sv-simple")


def test_no_recording_is_no_fault_and_needs_no_folder(tmp_path: Path) -> None:
    assert load(a_root(tmp_path)).problems == ()


# --- pages of prose -------------------------------------------------------------------------------

PAGE = """---
title: Hej
description: En sida.
readers: site
checked: 2026-11-24
recording: {{file: {file}, from: '{made_from}', by: {by}, date: 2026-11-01, license: CC BY 4.0}}
---

# Hej {{#hej}}

Du är här.
"""


def _page(
    root: Path, file: str = "hej.wav", by: str = "organisationen", made_from: str = ""
) -> list[str]:
    write(root, "docs/sv/hej.md", PAGE.format(file=file, by=by, made_from="00000000"))
    whole = fingerprint(pages(root)["hej"]["sv"].whole)
    write(root, "docs/sv/hej.md", PAGE.format(file=file, by=by, made_from=made_from or whole))
    write(root, "directory/recordings/hej.wav", a_sound())
    return list(as_text(problems_of_pages(root, pages(root), a_vocabulary()), "en"))


def test_a_page_has_one_of_all_of_it(tmp_path: Path) -> None:
    assert _page(tmp_path) == []
    assert of_page(pages(tmp_path)["hej"]["sv"], a_vocabulary()).file == "hej.wav"
    assert list(played(a_directory(), pages(tmp_path))) == ["hej.wav"]


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (
            {"file": "nej.wav"},
            (
                'docs/sv/hej.md:6:19: There is no file "nej.wav". '
                'Did you mean "hej.wav"? [recording-missing]'
            ),
        ),
        (
            {"made_from": "00000000"},
            'docs/sv/hej.md:6:34: Warning: The recording of "hej" in "sv" is not played',
        ),
    ],
)
def test_what_is_wrong_with_a_page_s_recording(
    facts: dict[str, str], told: str, tmp_path: Path
) -> None:
    (line,) = _page(tmp_path, **facts)
    assert line.startswith(told)


@pytest.mark.parametrize("facts", [{"by": "Anna"}, {"file": "hej.mp4"}])
def test_a_page_s_recording_of_the_wrong_form_is_told_with_what_else_is_above_the_page(
    facts: dict[str, str], tmp_path: Path
) -> None:
    assert _page(tmp_path, **facts) == []
    assert [problem.line for problem in frontmatter.check(docs.load(tmp_path), a_vocabulary())] == [
        6
    ]


def test_the_command_tells_it(tmp_path: Path) -> None:
    root = a_root(tmp_path)
    _page(root, file="nej.wav")
    said = CliRunner().invoke(main, ["check", "--root", str(root), "--language", "en"])
    assert said.exit_code == 1
    assert "docs/sv/hej.md:6:19: There is no file" in said.output
