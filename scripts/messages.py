"""Extracts the interface's messages from code and templates into the catalogues.

These are the package's and the site's own. A new message is added empty, to be translated; a
removed one is dropped. Catalogues contain no dates and no names, so a second run changes nothing.
"""

import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from vagvisare.problems.problems import Problem, as_text
from vagvisare.site.html import themes
from vagvisare.translating import cataloguechecks, catalogues
from vagvisare.translating.pofile import PoError

ROOT = Path(__file__).resolve().parent.parent
FOUND = ROOT / "build" / "messages.pot"
CATALOGUES = (catalogues.SHIPPED, ROOT / catalogues.LOCALE)
FILES = [file for folder in CATALOGUES for file in sorted(folder.glob("*/LC_MESSAGES/*.po"))]
KEYWORDS = ("translate", "message")
PARTIALS = themes.SHIPPED / "partials/languages"


def main() -> None:
    """Updates every catalogue and lists what is untranslated; ``--check`` only lists faults."""
    template = extract()
    if "--check" in sys.argv[1:]:
        problems = sorted(check(template))
        print(*as_text(problems, "en"), sep="\n", end="\n" if problems else "")
        sys.exit(1 if problems else 0)
    for file in FILES:
        catalogue = catalogues.read(file.parents[2], file.parents[1].name)
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        file.write_text(catalogues.written(catalogue), encoding="utf-8")
        empty = [str(message.id) for message in catalogue if message.id and not message.string]
        print(
            f"{file.relative_to(ROOT)}: {len(catalogue)} messages",
            *(f"  to translate: {text}" for text in empty),
            sep="\n",
        )


def check(template: Catalog) -> Iterator[Problem]:
    """Faults in the catalogues, and keys of Material's that the theme's languages lack."""
    for file in FILES:
        folder, code = file.parents[2], file.parents[1].name
        try:
            yield from cataloguechecks.faults(
                catalogues.name(file), code, catalogues.read(folder, code), template
            )
        except PoError as error:
            yield error.problem
    material = files("material") / "templates/partials/languages/en.html"
    for file in sorted(PARTIALS.glob("*.html")):
        for key in cataloguechecks.missing_keys(
            file.read_text("utf-8"), material.read_text("utf-8")
        ):
            yield Problem(
                file.relative_to(ROOT).as_posix(), 1, 1, "catalogue-missing", {"value": key}
            )


def extract() -> Catalog:
    """Every message in code and templates, as configured in babel.cfg."""
    FOUND.parent.mkdir(exist_ok=True)
    keywords = [part for keyword in KEYWORDS for part in ("-k", keyword)]
    options = [
        "-F",
        "babel.cfg",
        *keywords,
        "--add-comments=:",
        "--sort-output",
        "--omit-header",
        "-o",
        str(FOUND),
        ".",
    ]
    subprocess.run(
        [Path(sys.executable).parent / "pybabel", "--quiet", "extract", *options],
        cwd=ROOT,
        check=True,
    )
    with FOUND.open("rb") as source:
        return read_po(source, domain=catalogues.DOMAIN)


if __name__ == "__main__":
    main()
