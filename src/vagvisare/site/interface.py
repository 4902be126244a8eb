"""The interface's own words: gettext catalogues, read from ``locale/<language>/LC_MESSAGES/vagvisare.po``.

Message ids are the English words. `Fold` writes a message without arguments into the template as it is compiled, so
that a page of the site costs no look-up for it.
"""

import gettext
import io
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import cast

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from jinja2 import Environment
from jinja2.ext import Extension
from markupsafe import escape

DOMAIN = "vagvisare"


def message(text: str) -> str:
    """Marks a text as a message of the interface, to be translated where it is shown."""
    return text


def load(locale_directory: Path, language: str) -> gettext.GNUTranslations:
    """The words of one language. Raises FileNotFoundError when the language has no catalogue."""
    file = locale_directory / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    return _read(file, language, file.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _read(file: Path, language: str, changed: int) -> gettext.GNUTranslations:  # noqa: ARG001 (a changed file is read anew)
    with file.open("rb") as source:
        catalogue = read_po(source, locale=language, domain=DOMAIN)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


_MESSAGE = re.compile(r'\{\{-?\s*_\("((?:[^"\\]|\\.)*)"\)\s*-?\}\}')


class Fold(Extension):
    """Writes ``{{ _("…") }}`` into the template's source, translated and escaped, before it is compiled."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        """A template's source with its plain messages written out in the language."""
        translate = cast(Callable[[str], str], self.environment.globals["_"])
        return _MESSAGE.sub(lambda match: str(escape(translate(match[1].replace('\\"', '"')))), source)


def install(environment: Environment, words: gettext.GNUTranslations) -> None:
    """Gives a Jinja environment the words of one language as ``_`` and ``ngettext``, with ``%(name)s`` arguments."""

    def translate(message: str, **facts: object) -> str:
        text = words.gettext(message)
        return text % cast(Mapping[str, object], facts) if facts else text

    def translate_number(one: str, many: str, number: int, **facts: object) -> str:
        return words.ngettext(one, many, number) % {"number": number, **facts}

    environment.globals.update({"_": translate, "ngettext": translate_number})
    environment.add_extension(Fold)
