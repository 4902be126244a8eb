"""vagvisare.site.html.pagecontext: a page's needs, as said by its contents and cached pieces."""

import pytest
from markupsafe import Markup, escape

from vagvisare.site.html import pagecontext
from vagvisare.site.html.pagecontext import Kept, PageContext


def test_a_page_needs_what_is_said_while_it_is_rendered() -> None:
    context = PageContext()
    with context.recording() as first:
        context.need("words")
    with context.recording() as second:
        context.need("easy", "places")
    assert (first, second) == ({"words"}, {"easy", "places"})


def test_what_surrounds_something_needs_that_too() -> None:
    context = PageContext()
    with context.recording() as outer:
        context.need("words")
        with context.recording() as inner:
            context.need("easy")
    assert (inner, outer) == ({"easy"}, {"easy", "words"})


def test_a_piece_is_made_once_and_says_each_time_what_it_needs() -> None:
    context, made = PageContext(), []
    kept = Kept(context)

    def make() -> Markup:
        made.append(1)
        context.need("places")
        return Markup("<b>")

    for _ in range(3):
        with context.recording() as needs:
            assert kept.piece("a", make) == "<b>"
        assert needs == {"places"}
    assert len(made) == 1


def test_a_piece_that_is_made_within_another_is_needed_by_both() -> None:
    context = PageContext()
    kept = Kept(context)

    def inner() -> Markup:
        context.need("easy")
        return Markup("inner")

    with context.recording():
        kept.piece("inner", inner)
    with context.recording() as needs:
        kept.piece("outer", lambda: kept.piece("inner", inner))
    assert needs == {"easy"}


def test_only_so_many_pieces_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagecontext, "MOST", 2)
    kept, made = Kept(PageContext()), []

    def piece(name: str) -> None:
        kept.piece(name, lambda: made.append(name) or escape(name))

    for name in ("a", "b", "c", "b", "a"):
        piece(name)
    assert made == ["a", "b", "c", "a"]
