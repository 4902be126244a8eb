"""vagvisare.translating.catalogues: a new language's catalogue, and a number's plural form."""

import gettext
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from vagvisare.languages.languages import Language
from vagvisare.translating import cataloguechecks, catalogues

COUNT = ("%(number)s place", "%(number)s places")


def _template() -> Catalog:
    template = Catalog()
    for message in ("Text in %(language)s", COUNT, "Search"):
        template.add(message)
    return template


def test_arabic_has_its_forms_in_cldr_s_order() -> None:
    form_of = gettext.c2py(catalogues.plural_forms("ar").partition("plural=")[2].rstrip(";"))
    assert [form_of(number) for number in (0, 1, 2, 3, 10, 11, 99, 100, 102, 103)] == [
        0,
        1,
        2,
        3,
        3,
        4,
        4,
        5,
        5,
        3,
    ]


@pytest.mark.parametrize(
    ("code", "forms"), [("uk", 3), ("ar", 6), ("fa-AF", 2), ("ti", 2), ("zh", 1), ("rom", 2)]
)
def test_a_new_catalogue_has_the_plural_forms_of_its_language(
    code: str, forms: int, tmp_path: Path
) -> None:
    made = catalogues.empty(_template(), Language(code, code, "ltr", "Latn"))
    file = tmp_path / catalogues.catalogue_file(code)
    file.parent.mkdir(parents=True)
    file.write_text(catalogues.written(made), "utf-8")
    again = catalogues.read(tmp_path / catalogues.LOCALE, code)
    assert len(again.get(COUNT).string) == forms
    assert list(cataloguechecks.faults("x.po", code, again, _template())) == [], (
        "nothing is translated yet, and that is no fault"
    )
