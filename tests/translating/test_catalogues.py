"""The catalogues of the interface's words: the shipped ones are whole, and what is wrong with one is said."""

import gettext
import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from vagvisare.languages.languages import Language
from vagvisare.problems.messages import MESSAGES
from vagvisare.site.html import themes
from vagvisare.translating import catalogues

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
    catalogue.add(COUNT, changes.get("count", ["لا مكان", "مكان", "مكانان", *["%(number)s أماكن"] * 3]))
    catalogue.add("Search", changes.get("search", "بحث"))
    return catalogue


def _codes(catalogue: Catalog) -> set[str]:
    return {problem.code for problem in catalogues.faults("x.po", catalogue, _template())}


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
        (_catalogue(count=["لا مكان", "مكان", "", *["%(number)s أماكن"] * 3]), "catalogue-untranslated"),
        (_with(_catalogue(), "Search", flags={"fuzzy"}), "catalogue-untranslated"),
        (_catalogue(text="النص"), "catalogue-placeholder"),
        (_catalogue(text="النص بلغة %(langage)s"), "catalogue-placeholder"),
        (_catalogue(count=["لا مكان", "مكان", "مكانان", "أماكن", *["%(number)s أماكن"] * 2]), "catalogue-placeholder"),
        (_catalogue(text="النص {language} بلغة %(language)s"), "catalogue-placeholder"),
        (_catalogue(text="{{ 7 * 7 }} %(language)s"), "catalogue-mark"),
        (_catalogue(search="{% for i in range(9 ** 9) %}"), "catalogue-mark"),
        (_catalogue(search="{# hidden"), "catalogue-mark"),
        (_catalogue(search="@@head@@"), "catalogue-mark"),
        (_catalogue(text="%(language)2000000000s %(language)s"), "catalogue-percent"),
        (_catalogue(text="%(language).9s %(language)s"), "catalogue-percent"),
        (_catalogue(text="%(language)r %(language)s"), "catalogue-percent"),
        (_catalogue(text="%(language)s 100 %"), "catalogue-percent"),
        (_catalogue(text="%(language)s %s"), "catalogue-percent"),
        (_catalogue(search="%(language)9s"), "catalogue-percent"),
        (_catalogue("uk", count=["місце", "%(number)s місця", "%(number)s місць"]), "catalogue-placeholder"),
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
    form_of = gettext.c2py(catalogues.plural_forms("ar").partition("plural=")[2].rstrip(";"))
    assert [form_of(number) for number in (0, 1, 2, 3, 10, 11, 99, 100, 102, 103)] == [0, 1, 2, 3, 3, 4, 4, 5, 5, 3]


def test_every_code_is_brought_about() -> None:
    said = {"missing", "unused", "untranslated", "placeholder", "mark", "percent", "plurals", "form"}
    assert {code for code in MESSAGES if code.startswith("catalogue-")} == {f"catalogue-{name}" for name in said}


@pytest.mark.parametrize(("code", "forms"), [("uk", 3), ("ar", 6), ("fa-AF", 2), ("ti", 2), ("zh", 1), ("rom", 2)])
def test_a_new_catalogue_has_the_plural_forms_of_its_language(code: str, forms: int, tmp_path: Path) -> None:
    made = catalogues.empty(_template(), Language(code, code, "ltr", "Latn"))
    file = tmp_path / "new.po"
    file.write_text(catalogues.written(made), "utf-8")
    again = catalogues.read(file, code)
    assert len(again.get(COUNT).string) == forms
    assert _codes(again) == set(), "nothing is translated yet, and that is no fault"


def _check(root: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(root / "scripts/messages.py"), "--check"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_shipped_catalogues_and_partials_are_whole() -> None:
    done = _check(ROOT)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_the_check_fails_for_a_partial_that_lacks_a_word_of_materials() -> None:
    partial = (themes.SHIPPED / "partials/languages/so.html").read_text("utf-8")
    less = re.sub(r'^ *"search.placeholder".*\n', "", partial, flags=re.MULTILINE)
    assert list(catalogues.missing_keys(less, partial)) == ["search.placeholder"]
    assert list(catalogues.missing_keys(partial, partial)) == []
