"""Whatever a file holds, reading it ends with a record or with problems, never with a traceback."""

import random
from pathlib import Path

import pytest
from builders import a_vocabulary, write

from vagvisare.problems.messages import LANGUAGES
from vagvisare.problems.problems import RENDERINGS
from vagvisare.reading.loading import load_record

GOOD = """name: Kafé Ett
aliases: [Ettan, "Café 'Ett'"]
summary:
  sv: Café i Haninge.
  ar: مقهى في هانينغه
description:
  sv: >-
    En längre text
    över flera rader.
contacts:
  - phone: "+4685551234"
    website: https://www.exempel.se/
locations:
  - {municipality: "0136", latitude: 59.17, longitude: 18.14}
schedule:
  - days: [monday, friday]
    opens: 09:00
    closes: 16:30
sources:
  - url: https://www.exempel.se/
    date: 2019-10~/2020
industries: [café, lokalvård]
places:
  - kind: arbetsträning
    maximum: 12
confirmed: {date: 2026-05-01, by: organisationen}
translations:
  ar:
    summary: {from: 00000000, by: machine}
"""
SPICE = [
    b"\t",
    b"\n",
    b"  ",
    b": ",
    b"- ",
    b" #",
    b"'",
    b'"',
    b"[",
    b"]",
    b"{",
    b"}",
    b"&a ",
    b"*a",
    b"!!x ",
    b"<<: ",
    b"|",
    b">",
]
SPICE += [
    b"%",
    b"@",
    b"`",
    b"\\",
    b"---\n",
    b"...\n",
    b"~",
    b"null",
    b"\x00",
    b"\xff",
    b"\xc3",
    b"\xe2\x80\xae",
    b"\r",
    b"? ",
    b",",
]
VOCABULARY = a_vocabulary()


def _mutated(chance: random.Random) -> bytes:
    content = bytearray(GOOD.encode())
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(content))
        match chance.randrange(5):
            case 0:
                content[start] = chance.randrange(256)
            case 1:
                content[start:start] = chance.choice(SPICE)
            case 2:
                del content[start : start + chance.randint(1, 20)]
            case 3:
                content[start:start] = content[start : start + chance.randint(1, 60)]
            case _:
                lines = content.split(b"\n")
                chance.shuffle(lines[2:8])
                del lines[chance.randrange(len(lines))]
                content = bytearray(b"\n".join(lines))
    return bytes(content)


@pytest.mark.parametrize("seed", range(20))
def test_any_bytes_give_a_record_or_problems(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    for _ in range(100):
        content = _mutated(chance)
        path = write(tmp_path, "directory/enterprises/kafe.yml", content)
        record, problems = load_record(tmp_path, path, VOCABULARY)
        assert (record is None) == bool(problems), content
        lines = content.count(b"\n") + content.count(b"\r") + 2
        for problem in problems:
            assert 1 <= problem.line <= lines, content
            assert problem.column >= 1, content
        for rendering in RENDERINGS.values():
            for language in LANGUAGES:
                list(rendering(problems, language))


def test_the_file_that_is_mutated_is_good(tmp_path: Path) -> None:
    path = write(tmp_path, "directory/enterprises/kafe.yml", GOOD)
    record, problems = load_record(tmp_path, path, VOCABULARY)
    assert record is not None
    assert problems == []
