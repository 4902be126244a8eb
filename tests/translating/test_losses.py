"""vagvisare.translating.losses: links, numbers and placeholders that a translation lacks."""

import pytest

from vagvisare.translating.losses import losses


@pytest.mark.parametrize(
    ("source", "translation", "lost"),
    [
        ("Ring 112.", "Call 112.", []),
        ("Ring 112.", "Call us.", [("number", "112")]),
        ("Ring 112.", "اتصل ١١٢.", [("number", "112")]),
        ("Högst 12 000 kronor", "At most 12,000 kronor", []),
        ("[Sidan](https://a.se/1) och 17", "[The page](https://a.se/1)", [("number", "17")]),
        ("[Sidan](https://a.se/)", "The page", [("link", "https://a.se/")]),
        ("Inte sedan %(year)s", "Not since then", [("placeholder", "%(year)s")]),
        ("17 av 17", "none", [("number", "17")]),
        ("2 av 2", "two of two", []),  # small numbers may be words
    ],
)
def test_what_is_lost_is_told_once(
    source: str, translation: str, lost: list[tuple[str, str]]
) -> None:
    assert [*losses(source, translation)] == lost
