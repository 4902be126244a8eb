"""QR codes (ISO/IEC 18004) as SVG that stands in the page."""

import segno
from markupsafe import Markup

MASK = 3
"""Which of the eight masks is laid over a code. To try them all and take the best takes six times as long, on thousands of
cards, and every reader reads every mask."""


def svg(address: str) -> Markup:
    """The code of an address, with the quiet zone of four modules, black on white in every colour scheme."""
    code = segno.make_qr(address, error="m", boost_error=False, mask=MASK)
    return Markup(code.svg_inline(border=4, omitsize=True, light="#fff", svgclass=None, lineclass=None))
