"""The fonts of the tests' browser: it knows one set, whatever the machine has installed.

Readers' fonts are not ours, so the layout must hold in narrow, medium and wide ones. The files come
from npm, locked by hash, and fontconfig knows no others. Browsers on macOS do not use fontconfig:
there the machine's own fonts are used.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from tests.site.sites import node_modules


@dataclass(frozen=True)
class Fonts:
    """A set of fonts: the family for every text, and its files below node_modules."""

    family: str
    files: tuple[str, ...]


def _google(package: str, name: str, *styles: str) -> tuple[str, ...]:
    return tuple(f"@expo-google-fonts/{package}/{style}/{name}_{style}.ttf" for style in styles)


_STYLES = ("400Regular", "700Bold", "400Regular_Italic", "700Bold_Italic")
_ARABIC = _google("noto-naskh-arabic", "NotoNaskhArabic", "400Regular", "700Bold")
FONTS: Mapping[str, Fonts] = {
    "liberation": Fonts("Arimo", (*_google("arimo", "Arimo", *_STYLES), *_ARABIC)),
    "noto": Fonts("Noto Sans", (*_google("noto-sans", "NotoSans", *_STYLES), *_ARABIC)),
    "dejavu": Fonts(
        "DejaVu Sans",
        tuple(f"dejavu-fonts-ttf/ttf/DejaVuSans{style}.ttf" for style in ("", "-Bold")),
    ),
}
"""The narrow set is Arimo, from which Liberation Sans is drawn, with the same glyph widths. The
wide one, all that Debian installs by default, has Arabic letters of its own.
"""
_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{folder}</dir>
  <cachedir>{folder}/cache</cachedir>
  <match target="pattern">
    <edit name="family" mode="append_last"><string>{family}</string></edit>
  </match>
</fontconfig>
"""
"""A family without a match, ``sans-serif`` and ``system-ui`` included, becomes the set's."""


def configured(name: str, folder: Path) -> Path:
    """Writes a fontconfig configuration in ``folder`` that knows only the fonts of this set."""
    fonts = FONTS[name]
    for file in fonts.files:
        font = node_modules() / file
        assert font.is_file(), f"{font} is missing: npm ci --ignore-scripts"
        (folder / font.name).symlink_to(font.resolve())
    configuration = folder / "fonts.conf"
    configuration.write_text(
        _CONFIGURATION.format(folder=escape(str(folder)), family=fonts.family), "utf-8"
    )
    return configuration
