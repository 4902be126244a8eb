"""Takes the messages of the interface from code and templates into the catalogues of ``locale/``.

A message that is new stands there empty, to be translated; one that is gone goes. Catalogues carry no dates and no names, so
that a second run changes nothing.
"""

import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOUND = ROOT / "build" / "messages.pot"
KEYWORDS = ("translate", "message", "gettext")
PASSING = re.compile(r'^"(POT-Creation|PO-Revision|Last-|Language-Team|Report-|Generated-|Project-)[^\n]*\n', re.MULTILINE)
"""Lines of a catalogue's header that say when, by whom and with what it was written."""


def main() -> None:
    """Updates every catalogue, and says what is left to translate."""
    extract()
    template = read(FOUND)
    for file in sorted((ROOT / "locale").glob("*/LC_MESSAGES/*.po")):
        catalogue = read(file)
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        file.write_text(written(catalogue), encoding="utf-8")
        empty = [str(message.id) for message in catalogue if message.id and not message.string]
        print(f"{file.relative_to(ROOT)}: {len(catalogue)} messages", *(f"  to translate: {text}" for text in empty), sep="\n")


def extract() -> None:
    """Reads all messages of code and templates, as babel.cfg says, into a template."""
    FOUND.parent.mkdir(exist_ok=True)
    keywords = [part for keyword in KEYWORDS for part in ("-k", keyword)]
    options = ["-F", "babel.cfg", *keywords, "--add-comments=:", "--sort-output", "--omit-header", "-o", str(FOUND), "."]
    subprocess.run([Path(sys.executable).parent / "pybabel", "--quiet", "extract", *options], cwd=ROOT, check=True)


def read(file: Path) -> Catalog:
    """A catalogue, or the template of all."""
    locale = None if file == FOUND else file.parent.parent.name
    with file.open("rb") as source:
        return read_po(source, locale=locale, domain="vagvisare")


def written(catalogue: Catalog) -> str:
    """A catalogue as the file has it."""
    target = BytesIO()
    write_po(target, catalogue, sort_output=True, no_location=True, width=0)
    return PASSING.sub("", target.getvalue().decode())


if __name__ == "__main__":
    main()
