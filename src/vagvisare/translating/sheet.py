"""What translators are given and what comes back, in any format: texts, and replies with places."""

from dataclasses import dataclass

from vagvisare.problems.problems import Problem
from vagvisare.records.texts import State


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A text to translate.

    ``previous`` is the Swedish that the translation was made from, if it differs and is known.
    ``file`` and ``line`` say where the Swedish is, ``address`` on which page it is read, ``terms``
    which words of the vocabulary it has: the Swedish and, if there is one, the language's own.
    """

    key: str
    source: str
    translation: str
    state: State
    previous: str = ""
    note: str = ""
    file: str = ""
    line: int = 1
    address: str = ""
    terms: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """A translation that came back, with the Swedish it was made from and its line and column.

    ``vouched`` says whether a person vouches for it; None: if it differs from the current one.
    ``given`` is the fingerprint of the translation as given out, if the file still has it: a change
    made here since must not be overwritten.
    """

    key: str
    source: str
    translation: str
    vouched: bool | None
    line: int
    column: int = 1
    given: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file that came back: its language (None if it does not say), replies and form problems."""

    file: str
    language: str | None
    replies: tuple[Reply, ...] = ()
    problems: tuple[Problem, ...] = ()
