"""The interface's own words, from ``locale/<language>/LC_MESSAGES/vagvisare.po`` (gettext).

Message ids are the English words. `Fold` writes a message without arguments into the template as it
is compiled, so a page of the site needs no look-up for it. A translation is data: whoever may
translate may not run code here.
"""

import gettext
import io
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import cast

from babel.messages.catalog import Message
from babel.messages.mofile import write_mo
from jinja2 import Environment
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import escape

from vagvisare.languages.cldr import direction
from vagvisare.languages.languages import SOURCE
from vagvisare.languages.placeholders import put_in
from vagvisare.records.texts import State
from vagvisare.translating.catalogues import find, read

ENGLISH = "en"
"""The language of the message ids."""


class Words(gettext.GNUTranslations):
    """The words of one language.

    A missing message falls back to ``after``, then to the English id. ``own`` are the messages that
    the language has, out of ``messages``; ``by_machine`` means that no person has read them.
    """

    code: str
    own: frozenset[str]
    messages: int
    by_machine: bool
    after: "Words | None" = None

    def language_of(self, message: str) -> str:
        """The language in which a message is shown."""
        if message in self.own:
            return self.code
        return self.after.language_of(message) if self.after else ENGLISH

    def is_whole(self, share: float = 0.9) -> bool:
        """Whether the language has at least this share of the messages."""
        return len(self.own) >= share * self.messages

    def states(self) -> Mapping[State, int]:
        """How many messages are in which state.

        A catalogue whose header says that a machine translated it counts as machine-translated
        throughout.
        """
        there: State = "machine" if self.by_machine else "current"
        return {there: len(self.own), "missing": self.messages - len(self.own)}


def load(own: Path, language: str, fallback: Sequence[str] = ()) -> Words:
    """The words of one language, with a fallback to others before English.

    The others are the languages of the ``fallback`` chain up to English that have a catalogue,
    except Swedish. ``own`` is the folder of the site's own catalogues, which need not exist: for
    what it lacks the package's catalogues are used.

    Raises PoError for a catalogue that is not a complete PO file, and if the language itself has
    none.
    """
    before = [
        code
        for code in itertools.takewhile(lambda code: code != ENGLISH, fallback)
        if code != SOURCE
    ]
    there = [language, *(code for code in before if find(own, code).is_file())]
    return _chained(own, tuple((code, _changed(find(own, code))) for code in there))


def _changed(file: Path) -> tuple[Path, int]:
    """A catalogue and its modification time in nanoseconds; 0 if there is none."""
    return file, file.stat().st_mtime_ns if file.is_file() else 0


@lru_cache(maxsize=64)
def _chained(own: Path, chain: tuple[tuple[str, tuple[Path, int]], ...]) -> Words:
    """The words of a chain of catalogues, each a language with its file and modification time.

    The time is part of the cache's key, so a changed file is read anew.
    """
    (language, _), *rest = chain
    words = _read(own, language)
    if rest:
        words.after = _chained(own, tuple(rest))
        words.add_fallback(words.after)
    return words


def _read(own: Path, language: str) -> Words:
    catalogue = read(own, language)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    words = Words(compiled)
    words.code = language
    messages = [message for message in catalogue if message.id]
    words.own = frozenset(_id(message) for message in messages if _is_there(message))
    words.messages = len(messages)
    words.by_machine = "by machine" in catalogue.header_comment
    return words


def _id(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _is_there(message: Message) -> bool:
    words = (message.string,) if isinstance(message.string, str) else message.string or ()
    return any(words) and all(words) and not message.fuzzy


_MESSAGE = ("variable_begin", "name", "lparen", "string", "rparen", "variable_end")
"""The types of the tokens of ``{{ _("…") }}``."""
_PLAIN = re.compile(r"<(title|option|script|style|textarea)\b[^>]*>[^<]*$")
"""Text that ends inside an element whose content is only text."""


class Fold(Extension):
    """Writes the words of ``{{ _("…") }}`` into a template as it is compiled.

    They are escaped text and never read as a template. Words in a fallback language say so in
    mark-up, wherever an element is allowed.
    """

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """A template's tokens with plain messages as data, which goes into the page as it is."""
        tokens = list(stream)
        before, at = "", 0
        while at < len(tokens):
            token = tokens[at]
            if _is_message(tokens[at : at + len(_MESSAGE)]):
                yield Token(token.lineno, "data", self._written(tokens[at + 3].value, before))
                at += len(_MESSAGE)
                continue
            before += token.value if token.type == "data" else ""
            yield token
            at += 1

    def _written(self, message: str, before: str) -> str:
        words = cast(Words, self.environment.globals["words"])
        text, language = escape(words.gettext(message)), words.language_of(message)
        if language == words.code or not _takes_elements(before):
            return str(text)
        return f'<span lang="{language}" dir="{direction(language)}">{text}</span>'


def _is_message(tokens: Sequence[Token]) -> bool:
    return tuple(token.type for token in tokens) == _MESSAGE and tokens[1].value == "_"


def _takes_elements(before: str) -> bool:
    """Whether an element is allowed after this text of a template.

    It is not within a tag, nor where only text is allowed.
    """
    return before.rfind("<") <= before.rfind(">") and not _PLAIN.search(before)


def install(environment: Environment, words: Words) -> None:
    """Gives a Jinja environment the words of one language.

    Adds ``_``, ``pgettext`` and ``ngettext``, with ``%(name)s`` arguments.
    """

    def translate(message: str, **facts: object) -> str:
        text = words.gettext(message)
        return put_in(text, facts) if facts else text

    def translate_number(one: str, many: str, number: int, **facts: object) -> str:
        return put_in(words.ngettext(one, many, number), {"number": number, **facts})

    def translate_in(context: str, message: str, **facts: object) -> str:
        text = words.pgettext(context, message)
        return put_in(text, facts) if facts else text

    environment.globals.update(
        {"_": translate, "pgettext": translate_in, "ngettext": translate_number, "words": words}
    )
    environment.add_extension(Fold)
