"""vagvisare.translating.pofile reads what translators' programs write.

Anything else is refused quickly, with its line.
"""

import random
import time
from contextlib import suppress
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from vagvisare.problems.messages import LANGUAGES, MESSAGES, message
from vagvisare.translating import catalogues, pofile
from vagvisare.translating.pofile import PoError

HEAD = """msgid ""
msgstr ""
"Language: so\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
ONE = 'msgid "Search"\nmsgstr "Raadi"\n\n'
MANY = 'msgid "place"\nmsgid_plural "places"\nmsgstr[0] "meel"\nmsgstr[1] "meelo"\n\n'


def _messages(text: str) -> dict[object, object]:
    catalogue = read_po(pofile.readable("so.po", text).decode().split("\n"), abort_invalid=True)
    return {found.id: found.string for found in catalogue if found.id}


def _fault(content: str | bytes) -> tuple[int, int, str]:
    with pytest.raises(PoError) as raised:
        pofile.readable(
            "so.po",
            pofile.decoded(
                "so.po", content.encode() if isinstance(content, str) else content, 10_000
            ),
        )
    problem = raised.value.problem
    assert all(message(problem.code, problem.facts, language) for language in LANGUAGES)
    return problem.line, problem.column, problem.code


@pytest.mark.parametrize(
    "text",
    [
        HEAD + ONE + MANY,
        HEAD.replace("\n", "\r\n") + ONE + MANY.replace("\n", "\r\n"),
        HEAD + '# a\n#. b\n#: c.py:1 d\n#, fuzzy, python-format\n#| msgid "e"\n' + MANY + ONE,
        HEAD + ONE + MANY + '#~ msgid ""\n#~ msgstr[99999999999] "x"\n#~ "y"\n',
        HEAD + 'msgid ""\n"Sea"\n"rch"\nmsgstr ""\n"Raa"\n"di"\n' + MANY,
        HEAD.replace(
            "Language", 'Project-Id-Version: \\n"\n"X-Poedit-SearchPath-0: .\\n"\n"Language'
        )
        + ONE
        + MANY,
        (ONE + MANY).rstrip("\n"),
    ],
)
def test_what_programs_write_is_read(text: str) -> None:
    assert _messages(text) == {"Search": "Raadi", ("place", "places"): ("meel", "meelo")}


def _forms(forms: str) -> str:
    return HEAD.replace("nplurals=2; plural=(n != 1);", forms)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (HEAD + 'msgid "Sea', (7, 1, "po-line")),
        (HEAD + 'msgid "Search"', (7, 1, "po-cut")),
        (HEAD + 'msgctxt "x"\n', (7, 1, "po-cut")),
        (HEAD + 'msgid "Search"\nmsgid "b"\nmsgstr ""\n', (8, 1, "po-line")),
        (HEAD + ONE + "<<<<<<< HEAD\n", (10, 1, "po-line")),
        (HEAD + '"floating"\n' + ONE, (7, 1, "po-line")),
        (HEAD + 'msgid "a" "b"\n', (7, 1, "po-line")),
        (HEAD + "msgid 'a'\n", (7, 1, "po-line")),
        (HEAD + 'msgid "a"\n# b\nmsgstr "c"\n', (8, 1, "po-line")),
        (HEAD + 'msgstr "c"\n', (7, 1, "po-line")),
        (HEAD + MANY.replace("[1]", "[x]"), (10, 1, "po-line")),
        (HEAD + MANY.replace("[1]", "[99999999999]"), (10, 1, "po-line")),
        (HEAD + MANY.replace("[1]", "[0]"), (10, 1, "po-line")),
        (HEAD + MANY.replace("[1]", "[2]"), (7, 1, "po-numbers")),
        (HEAD + MANY.replace('msgstr[1] "meelo"\n', ""), (7, 1, "po-numbers")),
        (HEAD + MANY.replace("[0]", "").replace('msgstr[1] "meelo"\n', ""), (7, 1, "po-numbers")),
        (HEAD + ONE.replace("msgstr", "msgstr[0]"), (7, 1, "po-numbers")),
        (HEAD + ONE + ONE, (10, 1, "po-twice")),
        (HEAD + ONE + HEAD, (10, 1, "po-twice")),
        (HEAD + ONE + 'msgctxt "x"\n' + HEAD, (10, 1, "po-line")),
        (ONE + HEAD, (4, 1, "po-line")),
        (_forms("nplurals=2000000000; plural=0;"), (5, 1, "po-forms")),
        (_forms("nplurals=9; plural=0;"), (5, 1, "po-forms")),
        (_forms("nplurals=0; plural=0;"), (5, 1, "po-forms")),
        (_forms("nplurals=-1; plural=0;"), (5, 1, "po-forms")),
        (_forms("nplurals=2; plural=n;"), (5, 1, "po-forms")),
        (_forms("nplurals=2; plural=1/0;"), (5, 1, "po-forms")),
        (_forms("nplurals=2; plural=n%0;"), (5, 1, "po-forms")),
        (_forms("nplurals=2; plural=9**9**9**9;"), (5, 1, "po-forms")),
        (_forms("nplurals=2; plural=__import__('os').getpid();"), (5, 1, "po-forms")),
        (_forms(f"nplurals=2; plural={'(' * 240}n{')' * 240};"), (5, 1, "po-forms")),
        (_forms("nplurals=2; plural=" + "9" * 9000 + ";"), (5, 1, "po-forms")),
        (_forms("nplurals=2"), (5, 1, "po-forms")),
        (HEAD.replace("UTF-8", "utf-7"), (1, 1, "po-charset")),
        (HEAD.replace("UTF-8", "ISO-8859-1"), (1, 1, "po-charset")),
        (HEAD.replace("Language: so", "no colon"), (1, 1, "po-header")),
        (HEAD.replace("Language: so", "Language: so\\rPlural-Forms: x"), (1, 1, "po-header")),
        (
            HEAD.replace("Language: so", "plural-forms: nplurals=99999999; plural=0"),
            (1, 1, "po-header"),
        ),
        (b"\xff\xfem\x00", (1, 1, "not-utf8")),
        ((HEAD + ONE).encode() + 'msgid "å"'.encode("cp1252"), (10, 8, "not-utf8")),
        ("#" * 20_000, (1, 1, "po-large")),
    ],
)
def test_what_is_wrong_is_told_where_it_is(
    content: str | bytes, fault: tuple[int, int, str]
) -> None:
    assert _fault(content) == fault


def test_every_code_is_brought_about() -> None:
    said = {"line", "cut", "numbers", "twice", "forms", "charset", "header", "large"}
    assert {code for code in MESSAGES if code.startswith("po-")} == {f"po-{name}" for name in said}


@pytest.mark.parametrize(
    "part", ['\\"', "\\", '"', "a", "#\n", 'msgid "', "\n", "\\n", 'msgctxt "a"\n', '"a"\n']
)
def test_a_large_file_takes_no_longer_than_it_is_long(part: str) -> None:
    text = f'{HEAD}msgid "{part * (1024 * 1024 // len(part))}'
    began = time.process_time()
    with pytest.raises(PoError):
        pofile.readable("so.po", text)
    assert time.process_time() - began < 5


def test_damage_is_refused_or_read_and_never_more_than_that(tmp_path: Path) -> None:
    """Bytes of a good file are changed, removed and doubled.

    gettext's reader must accept whatever passes.
    """
    chance = random.Random(17)
    good = (HEAD + ONE + "# x\n" + MANY).encode()
    file = tmp_path / catalogues.catalogue_file("so")
    file.parent.mkdir(parents=True)
    for _ in range(2000):
        content = bytearray(good)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(content))
            content[at : at + chance.randint(0, 3)] = bytes(
                chance.choices(b'"\\[]#mn0129=;\n \xc3\xe2\x00', k=chance.randint(0, 3))
            )
        file.write_bytes(content)
        with suppress(PoError):
            catalogues.read(tmp_path / "locale", "so")
