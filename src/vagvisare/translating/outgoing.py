"""The texts to translate, each with its place, its page, its earlier Swedish and words to use."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from vagvisare.languages.languages import SOURCE, Language
from vagvisare.prose.prose import Pages, Prose
from vagvisare.records.directory import Directory
from vagvisare.records.texts import fingerprint
from vagvisare.translating.history import earlier
from vagvisare.translating.passages import PROSE, VOCABULARY, Passage, is_wanted, passages
from vagvisare.translating.sheet import Outgoing
from vagvisare.yaml import yamlfile
from vagvisare.yaml.quick import quick

_SHORTEST = 4
"""Shorter words of the vocabulary (in letters) are not looked for: they turn up in every other
sentence by chance.
"""


def entries(
    root: Path,
    directory: Directory,
    pages: Pages,
    language: Language,
    address: Callable[[Passage], str],
) -> Iterator[Outgoing]:
    """Every text that is wanted in a language, in the order of the files.

    ``address`` gives the page on which a text is read.
    """
    words = _Words(directory, language.code)
    place = _Places(root, pages)
    for passage in passages(directory, pages):
        if not is_wanted(passage, language):
            continue
        state = passage.state(language.code)
        file, line = place.of(passage)
        yield Outgoing(
            key=passage.key,
            source=passage.text[SOURCE],
            translation=passage.text.get(language.code, ""),
            state=state,
            previous=_previous(root, passage, language.code) if state == "stale" else "",
            note=_note(directory, passage),
            file=file,
            line=line,
            address=address(passage),
            terms=tuple(words.within(passage)),
        )


def _note(directory: Directory, passage: Passage) -> str:
    """What the text belongs to, in Swedish, as a translator finds it on the site."""
    if passage.kind in {VOCABULARY, PROSE}:
        return f"{passage.of}: {passage.path}"
    return f"{directory.of_kind(passage.kind)[passage.of].name.swedish}: {passage.path}"


class _Places:
    """The file and line of each Swedish text; every file is read once."""

    def __init__(self, root: Path, pages: Pages) -> None:
        self._pages = pages
        self._document = cache(lambda file: yamlfile.reopened(file, (root / file).read_bytes()))

    def of(self, passage: Passage) -> tuple[str, int]:
        """The file, relative to the root, and the line."""
        file = passage.file(SOURCE)
        if passage.kind == PROSE:
            page = self._pages[passage.of][SOURCE]
            return file, page.text.count("\n", 0, page.spans.get(passage.path, (0, 0))[0]) + 1
        return file, self._document(file).position((*passage.way(), SOURCE))[0]


def _previous(root: Path, passage: Passage, language: str) -> str:
    """The Swedish that a stale translation was made from.

    Empty if the version history does not have it.
    """
    mark = passage.mark(language)
    file = passage.file(SOURCE)
    for content in earlier(root, file) if mark else ():
        if passage.kind == PROSE:
            page = Prose(file, passage.of, SOURCE, content.decode("utf-8", "replace"))
            if mark and fingerprint(page.whole) == mark.made_from:
                was = page.parts.get(passage.path, "")
                return was if was != passage.text[SOURCE] else ""
        elif (
            (was := _text_at(content, (*passage.way(), SOURCE)))
            and mark
            and fingerprint(was) == mark.made_from
        ):
            return was
    return ""


def _text_at(content: bytes, way: Iterable[str | int]) -> str:
    value: object = quick(content, limit=yamlfile.VOCABULARY_LIMIT)
    for part in way:
        if isinstance(value, dict):
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        else:
            return ""
    return value.strip() if isinstance(value, str) else ""


class _Words:
    """The vocabulary's words in a text, so that one thing is called by one name."""

    def __init__(self, directory: Directory, language: str) -> None:
        terms = (term for terms in directory.vocabulary.lists.values() for term in terms.values())
        self._own: Mapping[str, str] = {
            t.label[SOURCE].casefold(): t.label.get(language, "") for t in terms
        }
        known = sorted(
            (word for word in self._own if len(word) >= _SHORTEST), key=len, reverse=True
        )
        self._pattern = (
            re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, known))})(?!\w)", re.IGNORECASE)
            if known
            else None
        )

    def within(self, passage: Passage) -> Iterator[tuple[str, str]]:
        """The words in a text, each with the language's own; a term's own label is left out."""
        text = passage.text[SOURCE]
        found = (
            dict.fromkeys(match[0].casefold() for match in self._pattern.finditer(text))
            if self._pattern
            else {}
        )
        yield from ((word, self._own[word]) for word in found if word != text.casefold())
