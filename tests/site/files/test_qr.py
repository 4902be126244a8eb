"""vagvisare.site.files.qr: codes that somebody else's reader can decode."""

import re

import pytest
import zxingcpp

from vagvisare.site.files.qr import svg

SCALE = 4


def decoded(html: str) -> str:
    """The text that a reader finds in the SVG of a code.

    Its strokes are drawn module by module, as in a browser.
    """
    size = int(re.search(r'viewBox="0 0 (\d+) \1"', html)[1])  # type: ignore[index]
    path = re.search(r'stroke="#000" d="([^"]+)"', html)[1]  # type: ignore[index]
    dark, x, y = set(), 0, 0
    for command, numbers in re.findall(r"([Mmh])([^Mmh]*)", path):
        values = [float(number) for number in numbers.split()]
        if command == "h":
            dark |= {(x + step, y) for step in range(int(values[0]))}
            x += int(values[0])
        else:
            x, y = (
                (int(values[0]), int(values[1]))
                if command == "M"
                else (x + int(values[0]), y + int(values[1]))
            )
    side = size * SCALE
    pixels = bytes(
        0 if (column // SCALE, row // SCALE) in dark else 255
        for row in range(side)
        for column in range(side)
    )
    (found,) = zxingcpp.read_barcodes(memoryview(pixels).cast("B", (side, side)))
    assert found.format == zxingcpp.BarcodeFormat.QRCode
    return str(found.text)


@pytest.mark.parametrize(
    "address",
    [
        "https://vagvisare.example/so/offers/sfi/",
        "http://a.se/",
        "https://vagvisare.example/ar/municipalities/upplands-vasby/",
        f"https://vagvisare.example/sv/partners/{'lang-' * 40}namn/",
    ],
)
def test_a_code_leads_to_its_address(address: str) -> None:
    assert decoded(svg(address)) == address


def test_the_reader_is_not_easily_pleased() -> None:
    """A code with its corners erased is invalid, and this test's reader has to say so."""
    html = re.sub(r"d=\"M4 4\.5h7", 'd="M4 4.5h1', str(svg("https://vagvisare.example/")))
    broken = re.sub(r"m-\d+ 1h7m", "m-33 1h1m", html)
    with pytest.raises((ValueError, AssertionError)):
        assert decoded(broken) == "https://vagvisare.example/"


def test_a_code_is_the_same_each_time_and_black_on_white() -> None:
    address = "https://vagvisare.example/so/offers/sfi/"
    assert svg(address) == svg(address)
    assert 'fill="#fff"' in svg(address)
    assert "style" not in svg(address)
