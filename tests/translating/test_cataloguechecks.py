"""vagvisare.translating.cataloguechecks: the shipped catalogues are complete.

Whatever is wrong with one is reported.
"""

import os
import re
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from world import real

from vagvisare.problems.messages import MESSAGES
from vagvisare.site.html import themes
from vagvisare.translating import cataloguechecks, catalogues

ROOT = Path(__file__).parents[2]
TEXT = "Text in %(language)s"
COUNT = ("%(number)s place", "%(number)s places")


def _template() -> Catalog:
    template = Catalog()
    for message in (TEXT, COUNT, "Search"):
        template.add(message)
    return template


def _catalogue(code: str = "ar", **changes: object) -> Catalog:
    catalogue = Catalog(code)
    catalogue.mime_headers = [("Plural-Forms", catalogues.plural_forms(code))]
    catalogue.add(TEXT, changes.get("text", "النص بلغة %(language)s"))
    catalogue.add(
        COUNT, changes.get("count", ["لا مكان", "مكان", "مكانان", *["%(number)s أماكن"] * 3])
    )
    catalogue.add("Search", changes.get("search", "بحث"))
    return catalogue


def _codes(catalogue: Catalog) -> set[str]:
    return {
        problem.code
        for problem in cataloguechecks.faults("x.po", str(catalogue.locale), catalogue, _template())
    }


def test_a_whole_catalogue_has_no_faults() -> None:
    assert _codes(_catalogue()) == set()


def _with(catalogue: Catalog, message: str, **facts: object) -> Catalog:
    catalogue.add(message, "x", **facts)
    return catalogue


def _without(catalogue: Catalog, message: str) -> Catalog:
    catalogue.delete(message)
    return catalogue


@pytest.mark.parametrize(
    ("catalogue", "code"),
    [
        (_without(_catalogue(), "Search"), "catalogue-missing"),
        (_with(_catalogue(), "Gone"), "catalogue-unused"),
        (_catalogue(search=""), "catalogue-untranslated"),
        (
            _catalogue(count=["لا مكان", "مكان", "", *["%(number)s أماكن"] * 3]),
            "catalogue-untranslated",
        ),
        (_with(_catalogue(), "Search", flags={"fuzzy"}), "catalogue-untranslated"),
        (_catalogue(text="النص"), "catalogue-placeholder"),
        (_catalogue(text="النص بلغة %(langage)s"), "catalogue-placeholder"),
        (
            _catalogue(count=["لا مكان", "مكان", "مكانان", "أماكن", *["%(number)s أماكن"] * 2]),
            "catalogue-placeholder",
        ),
        (_catalogue(text="النص {language} بلغة %(language)s"), "catalogue-placeholder"),
        (_catalogue(text="{{ 7 * 7 }} %(language)s"), "catalogue-mark"),
        (_catalogue(search="{% for i in range(9 ** 9) %}"), "catalogue-mark"),
        (_catalogue(search="{# hidden"), "catalogue-mark"),
        (_catalogue(text="%(language)2000000000s %(language)s"), "catalogue-percent"),
        (_catalogue(text="%(language).9s %(language)s"), "catalogue-percent"),
        (_catalogue(text="%(language)r %(language)s"), "catalogue-percent"),
        (_catalogue(text="%(language)s 100 %"), "catalogue-percent"),
        (_catalogue(text="%(language)s %s"), "catalogue-percent"),
        (_catalogue(search="%(language)9s"), "catalogue-percent"),
        (
            _catalogue("uk", count=["місце", "%(number)s місця", "%(number)s місць"]),
            "catalogue-placeholder",
        ),
    ],
)
def test_what_is_wrong_is_said(catalogue: Catalog, code: str) -> None:
    assert _codes(catalogue) == {code}


def test_a_per_cent_sign_is_a_sign_where_nothing_is_put_in() -> None:
    assert _codes(_catalogue(search="100 %")) == set()
    assert _codes(_catalogue(text="%(language)s 100 %%")) == set()


def test_arabic_has_its_forms_in_cldr_s_order() -> None:
    by_babel = Catalog("ar")
    for message in _catalogue():
        if message.id:
            by_babel.add(message.id, message.string)
    assert _codes(by_babel) == {"catalogue-plurals"}, "Babel 2.18 says 4 of 100 and 5 of 11"


def test_every_code_is_brought_about() -> None:
    said = {
        "missing",
        "unused",
        "untranslated",
        "placeholder",
        "mark",
        "percent",
        "plurals",
        "character",
    }
    said |= {"cut", "no-file", "folder", "outside"}
    assert {code for code in MESSAGES if code.startswith("catalogue-")} == {
        f"catalogue-{name}" for name in said
    }


# --- the files under a root -----------------------------------------------------------------------


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A root with the shipped catalogues."""
    shutil.copytree(catalogues.SHIPPED, tmp_path / "locale")
    return tmp_path


def _found(root: Path, *languages: str) -> list[tuple[str, int, str]]:
    return [
        (problem.file, problem.line, problem.code)
        for problem in cataloguechecks.check(root, languages or ("sv", "so"))
    ]


def _file(root: Path, code: str = "so") -> Path:
    return root / catalogues.catalogue_file(code)


SOMALI = catalogues.catalogue_file("so")


def test_the_shipped_catalogues_have_no_problem(root: Path) -> None:
    assert _found(root, "sv", "en", "ar", "so") == []


def _hostile(root: Path, message: str, translation: str) -> int:
    """Replaces the translation of a message; returns the line where the message begins."""
    lines = _file(root).read_text("utf-8").split("\n")
    at = lines.index(f'msgid "{message}"')
    lines[at + 1] = f'msgstr "{translation}"'
    _file(root).write_text("\n".join(lines), "utf-8")
    return at + 1


@pytest.mark.parametrize(
    ("message", "translation", "code"),
    [
        ("Search", "{{ cycler.__init__.__globals__.os.getpid() }}", "catalogue-mark"),
        ("Search", "Raadi{#", "catalogue-mark"),
        ("up to %(age)s", "%(age)2000000000s %(age)s", "catalogue-percent"),
        ("up to %(age)s", "ilaa jir", "catalogue-placeholder"),
        ("up to %(age)s", "ilaa %(age)s {age}", "catalogue-placeholder"),
        ("Search", "\u202eidaaR", "catalogue-character"),
        ("Search", "\u2066Raadi\u2069", "catalogue-character"),
        ("Search", "Raa\u200bdi", "catalogue-character"),
    ],
)
def test_a_hostile_translation_is_told_where_it_is(
    root: Path, message: str, translation: str, code: str
) -> None:
    line = _hostile(root, message, translation)
    assert set(_found(root)) == {(SOMALI, line, code)}


def test_a_fuzzy_translation_is_looked_at_too(root: Path) -> None:
    _hostile(root, "Search", "{{ 1 }}")
    _file(root).write_text(
        _file(root).read_text("utf-8").replace('msgid "Search"', '#, fuzzy\nmsgid "Search"'),
        "utf-8",
    )
    assert {code for _, _, code in _found(root)} == {"catalogue-mark"}


def test_a_catalogue_that_is_not_there(root: Path) -> None:
    assert _found(root, "sv", "uk") == [
        ("src/vagvisare/locale/uk/LC_MESSAGES/vagvisare.po", 1, "catalogue-no-file")
    ]


def test_the_package_s_own_stands_in(root: Path) -> None:
    _file(root).unlink()
    assert _found(root) == []


def test_a_folder_in_its_place(root: Path) -> None:
    _file(root).unlink()
    _file(root).mkdir()
    assert _found(root) == [(SOMALI, 1, "catalogue-folder")]


def test_a_pipe_in_its_place_does_not_hang(root: Path) -> None:
    _file(root).unlink()
    os.mkfifo(_file(root))
    assert _found(root) == [(SOMALI, 1, "catalogue-folder")]


@pytest.mark.parametrize("target", ["/proc/self/environ", "/etc/passwd", "../../../secret.env"])
def test_a_link_out_is_neither_followed_nor_quoted(root: Path, target: str) -> None:
    (root / "secret.env").write_text("PASSWORD=hunter2\n")
    _file(root).unlink()
    _file(root).symlink_to(target)
    assert _found(root) == [(SOMALI, 1, "catalogue-outside")]


def test_a_link_to_itself(root: Path) -> None:
    _file(root).unlink()
    _file(root).symlink_to(_file(root))
    assert {code for _, _, code in _found(root)} <= {
        "catalogue-outside",
        "catalogue-no-file",
        "unreadable",
    }
    assert _found(root)


def test_a_file_that_may_not_be_read(root: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    _file(root).chmod(0)
    assert _found(root) == [(SOMALI, 1, "unreadable")]


def test_a_very_large_file_is_not_read(root: Path) -> None:
    with _file(root).open("r+b") as file:
        file.truncate(50 * 1024**3)
    assert _found(root) == [(SOMALI, 1, "po-large")]


def test_a_catalogue_that_was_cut_off_is_told_wherever_it_was(root: Path) -> None:
    content = _file(root).read_bytes()
    for size in range(0, len(content) - 200, len(content) // 150):
        _file(root).write_bytes(content[:size])
        assert _found(root), size


def test_an_empty_catalogue_has_none_of_the_messages(root: Path) -> None:
    _file(root).write_bytes(b"")
    assert _found(root) == [(SOMALI, 1, "catalogue-cut")]


def test_a_missing_message_is_named(root: Path) -> None:
    text = _file(root).read_text("utf-8")
    _file(root).write_text(re.sub(r'msgid "Search"\nmsgstr ".*"\n', "", text), "utf-8")
    assert [problem.facts["value"] for problem in cataloguechecks.check(root, ())] == ["Search"]


def test_a_mark_at_the_beginning_is_passed_over(root: Path) -> None:
    _file(root).write_bytes(b"\xef\xbb\xbf" + _file(root).read_bytes())
    assert _found(root) == []


def test_what_weblate_and_poedit_write_is_no_fault(root: Path) -> None:
    """Lines wrapped at 77 characters, and the programs' own headers.

    Also their order, their line ends and obsolete messages.
    """
    catalogue = catalogues.read(root / "locale", "so")
    target = BytesIO()
    write_po(target, catalogue, width=77)
    text = (
        target.getvalue()
        .decode()
        .replace('"Language: so', '"X-Generator: Weblate 5.9\\n"\n"Language: so')
    )
    assert re.search(r'^msgstr ""\n"\w.*"\n"', text, re.MULTILINE), "nothing is wrapped"
    _file(root).write_bytes(
        f'{text}\n#~ msgid "Gone"\n#~ msgstr "Tegay"\n'.replace("\n", "\r\n").encode()
    )
    again = catalogues.read(root / "locale", "so")
    assert list(cataloguechecks.faults(SOMALI, "so", again, catalogue)) == []
    assert _found(root) == []


def test_a_new_language_need_not_be_translated(root: Path) -> None:
    made = catalogues.empty(
        catalogues.read(root / "locale", "en"), real().vocabulary.languages["uk"]
    )
    _file(root, "uk").parent.mkdir(parents=True)
    _file(root, "uk").write_text(catalogues.written(made), "utf-8")
    assert _found(root, "uk") == []


# --- the shipped ones -----------------------------------------------------------------------------


def _check(root: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(root / "scripts/messages.py"), "--check"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_shipped_catalogues_and_partials_are_whole() -> None:
    done = _check(ROOT)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_the_check_fails_for_a_partial_that_lacks_a_word_of_materials() -> None:
    partial = (themes.SHIPPED / "partials/languages/so.html").read_text("utf-8")
    less = re.sub(r'^ *"search.placeholder".*\n', "", partial, flags=re.MULTILINE)
    assert list(cataloguechecks.missing_keys(less, partial)) == ["search.placeholder"]
    assert list(cataloguechecks.missing_keys(partial, partial)) == []
