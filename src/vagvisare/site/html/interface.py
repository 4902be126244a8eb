"""The interface's own words: gettext catalogues, read from ``locale/<language>/LC_MESSAGES/vagvisare.po``.

Message ids are the English words. `Fold` puts a message without arguments into the template as it is compiled, so that a
page of the site costs no look-up for it. A translation is data: whoever may translate may not run code here.
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
"""The language of the messages' ids."""


class Words(gettext.GNUTranslations):
    """The words of one language; what it has not is taken from another (``after``) or is the English of the message itself.

    ``own`` are the messages that it has, of as many as there are (``messages``); ``by_machine``: no person has read them.
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
        """Whether the language has (nearly) all messages of the site itself."""
        return len(self.own) >= share * self.messages

    def states(self) -> Mapping[State, int]:
        """How many messages are in which state. A catalogue whose head says that a machine translated it, is that as a whole."""
        there: State = "machine" if self.by_machine else "current"
        return {there: len(self.own), "missing": self.messages - len(self.own)}


def load(own: Path, language: str, fallback: Sequence[str] = ()) -> Words:
    """The words of one language, then of those of the ``fallback`` chain before English that have a catalogue.

    ``own`` is the folder of the site's own catalogues, which need not be there: the package's are taken for what it has not.

    Raises PoError for a catalogue that is no whole PO, and when the language itself has none.
    """
    before = [code for code in itertools.takewhile(lambda code: code != ENGLISH, fallback) if code != SOURCE]
    there = [language, *(code for code in before if find(own, code).is_file())]
    return _chained(own, tuple((code, _changed(find(own, code))) for code in there))


def _changed(file: Path) -> tuple[Path, int]:
    """A catalogue, and when it was changed, in nanoseconds; 0 where there is none."""
    return file, file.stat().st_mtime_ns if file.is_file() else 0


@lru_cache(maxsize=64)
def _chained(own: Path, chain: tuple[tuple[str, tuple[Path, int]], ...]) -> Words:
    """The words of a chain of catalogues: language, and its file, and when that was changed, so that it is read anew."""
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
"""Within these there is only text, and no element."""


class Fold(Extension):
    """Puts the words of ``{{ _("…") }}`` into a template as it is compiled, as text that is escaped and never read as a template.

    What another language has to stand in for says so in mark-up, wherever an element may stand.
    """

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """A template's tokens with its plain messages as data. A token of data goes into the page as it is."""
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
    """Whether an element may stand after this text of a template: not within a tag, and not where there is only text."""
    return before.rfind("<") <= before.rfind(">") and not _PLAIN.search(before)


def install(environment: Environment, words: Words) -> None:
    """Gives a Jinja environment the words of one language: ``_``, ``pgettext`` and ``ngettext``, with ``%(name)s`` arguments."""

    def translate(message: str, **facts: object) -> str:
        text = words.gettext(message)
        return put_in(text, facts) if facts else text

    def translate_number(one: str, many: str, number: int, **facts: object) -> str:
        return put_in(words.ngettext(one, many, number), {"number": number, **facts})

    def translate_in(context: str, message: str, **facts: object) -> str:
        text = words.pgettext(context, message)
        return put_in(text, facts) if facts else text

    environment.globals.update({"_": translate, "pgettext": translate_in, "ngettext": translate_number, "words": words})
    environment.add_extension(Fold)
