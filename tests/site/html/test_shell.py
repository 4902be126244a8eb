"""vagvisare.site.html.shell: the shell is cut at its marks and filled in."""

import pytest
from markupsafe import escape

from vagvisare.site.html.shell import SLOTS, ShellError, cut, mark

PARTS = {slot: f"<{slot}>" for slot in SLOTS}
WHOLE = "start\n" + "\n".join(mark(slot) for slot in SLOTS) + "\nend"


def test_parts_stand_where_their_marks_were() -> None:
    assert cut(WHOLE).fill(PARTS) == "start\n" + "\n".join(f"<{slot}>" for slot in SLOTS) + "\nend"


def test_a_slot_may_have_several_marks() -> None:
    assert cut(f"{WHOLE}{mark('base')}").fill(PARTS).count("<base>") == 2


def test_a_mark_inside_a_part_stays_as_it_is() -> None:
    page = cut(WHOLE).fill(PARTS | {"title": mark("body")})
    assert page.count("<body>") == 1
    assert mark("body") in page


@pytest.mark.parametrize("slot", SLOTS)
def test_a_shell_without_a_mark_is_refused_by_the_mark_s_name(slot: str) -> None:
    with pytest.raises(ShellError, match=slot):
        cut(WHOLE.replace(mark(slot), ""))


def test_a_mark_that_nothing_fills_is_refused() -> None:
    with pytest.raises(ShellError, match="other"):
        cut(f"{WHOLE}<@other@>")


def test_a_text_of_the_frame_makes_no_mark() -> None:
    frame = cut(f"<title>{escape(str(mark('body')))} {escape(str(mark('other')))}</title>{WHOLE}")
    assert frame.slots == SLOTS


def test_indentation_and_empty_lines_go() -> None:
    assert cut(f"a\n\n   b\n{WHOLE}").pieces[0] == "a\nb\nstart\n"
