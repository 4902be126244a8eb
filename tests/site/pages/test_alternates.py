"""vagvisare.site.pages.alternates: the language switcher and hreflang."""

from html.parser import HTMLParser

from builders import a_vocabulary

from tests.site import sites
from vagvisare.records.directory import Directory
from vagvisare.records.kinds import Enterprise
from vagvisare.site.pages.alternates import alternates, switcher, translated


def _elements(html: str) -> list[dict[str, str | None]]:
    found: list[dict[str, str | None]] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda _, attrs: found.append(dict(attrs))  # type: ignore[method-assign]
    parser.feed(html)
    return found


def test_alternates_are_absolute_with_a_default() -> None:
    found = _elements(alternates(sites.settings(), "offers/", ("sv", "ar")))
    assert [(link["hreflang"], link["href"]) for link in found] == [
        ("sv", "https://vagvisare.example/sv/offers/"),
        ("ar", "https://vagvisare.example/ar/offers/"),
        ("x-default", "https://vagvisare.example/sv/offers/"),
    ]


def test_the_switcher_leads_to_the_same_page_in_every_language_and_marks_the_current_one() -> None:
    found = _elements(
        switcher(Directory(a_vocabulary()), sites.settings(), "ar", "../..", "offers/")
    )
    assert [link["href"] for link in found] == [
        f"../../{language}/offers/" for language in sites.LANGUAGES
    ]
    assert [link["lang"] for link in found if "aria-current" in link] == ["ar"]
    assert {link["lang"]: link["dir"] for link in found} == {
        "sv": "ltr",
        "en": "ltr",
        "ar": "rtl",
        "so": "ltr",
    }


def test_a_record_is_in_the_languages_of_its_summary() -> None:
    data = {
        "id": "bo",
        "name": "Bo",
        "summary": {"so": "x", "sv": "x"},
        "sources": [{"title": "x"}],
    }
    record = Enterprise.model_validate(data, context=a_vocabulary())
    assert translated(sites.settings(), record) == ("sv", "so")
    assert translated(sites.settings(), None) == sites.LANGUAGES
