"""The browser has the fonts of its set and no others, whatever the machine has."""

from collections.abc import Callable

import pytest

from tests.browser.fonts import FONTS
from tests.browser.visits import Visit


def _families(opened: Visit, selector: str) -> set[str]:
    """The fonts in which the browser drew the text of an element."""
    devtools = opened.page.context.new_cdp_session(opened.page)
    devtools.send("DOM.enable")
    devtools.send("CSS.enable")
    root = devtools.send("DOM.getDocument")["root"]["nodeId"]
    node = devtools.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    return {
        font["familyName"]
        for font in devtools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    }


@pytest.mark.parametrize("fonts", FONTS)
def test_every_text_is_set_in_the_fonts_of_the_set(fonts: str, visit: Callable[..., Visit]) -> None:
    family = FONTS[fonts].family
    # A heading's spaces are drawn with the first font that has them.
    arabic = family if fonts == "dejavu" else "Noto Naskh Arabic"
    assert _families(visit("so/"), "h1") == {family}
    assert _families(visit("ar/"), "h1") == {family, arabic}
