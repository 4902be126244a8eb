"""What translators are given and what comes back, whatever the format: texts to translate, and replies with their places."""

from dataclasses import dataclass

from vagvisare.problems.problems import Problem
from vagvisare.records.texts import State


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A text to translate. ``previous`` is the Swedish that the translation was made from, where it is another and known.

    ``file`` and ``line`` say where the Swedish stands, ``address`` on which page it is read, ``terms`` which words of the
    vocabulary are in it: Swedish and, where it has them, the language's own.
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
    """A translation that came back: of what, made from which Swedish, at which line and column of the file.

    ``vouched`` says whether a person stands for it; None: if it differs from what is there. ``given`` is the fingerprint of the
    translation as it was given out, where the file still has it: whoever has changed it here since is not to be overwritten.
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
    """A file that came back: its language (None where it does not say), its replies, and what is wrong with its form."""

    file: str
    language: str | None
    replies: tuple[Reply, ...] = ()
    problems: tuple[Problem, ...] = ()
