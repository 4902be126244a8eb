"""The index of names and texts: which records have a word, in files by the words' beginnings.

``names/<number>.json`` and ``text/<language>/<number>.json`` (read by ``assets/js/wordindex.js``)
map folded words to the records that have them: the gaps between their numbers, as a column (see
`vagvisare.site.search.columns`). Names are what the models declare as such
(`vagvisare.records.fields.Searched`), in every language; for a body that refers people also the
vocabulary's words for it; and numbers as digits. A whole name is also kept as one word after ``=``,
so that typing all of it can be told from typing a part. Texts are those that a reader of the
language sees; a very common word is there without records.

A word's first letters (`letters`: fewer in a small directory) determine its file (`file_of`).
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from vagvisare.languages.folding import bare, digits, fold, words
from vagvisare.languages.languages import SOURCE, Language, Text, wording
from vagvisare.records.directory import Directory
from vagvisare.records.fields import Searched, values
from vagvisare.records.kinds import Record
from vagvisare.records.values import Name
from vagvisare.records.vocabulary import Vocabulary
from vagvisare.site.search.beside import Beside
from vagvisare.site.search.beside import texts as texts_of
from vagvisare.site.search.columns import as_json, encoded, findable

FILES = {0: 1, 1: 32, 2: 256, 3: 1024}
"""The number of files, by how many letters determine the file."""
_FEW, _MANY = 1000, 20_000
"""The most records for which one letter is enough, and two."""
_COMMON = 0.1
_FEWEST_COMMON = 100
"""A word tells nothing if more than this share of the records, and more than so many, have it."""
NAMED = "^"
"""Before a word of the name of something beside the records."""
_WHOLE = frozenset({"pages", "languages"})
"""The kinds of what is beside the records whose whole names are kept too, without small words."""
_SHORTEST = 3
"""The fewest letters of an indexed word of a text."""


def letters(records: int) -> int:
    """How many first letters of a word determine its file."""
    return 1 if records <= _FEW else 2 if records <= _MANY else 3


def letters_of_texts(records: int) -> int:
    """How many for texts: one file is enough for few records, and then one request."""
    return 0 if records <= _FEW else letters(records)


def file_of(word: str, first: int) -> int:
    """The number of a word's file, from its ``first`` letters (FNV-1a, 32 bits, of their codes)."""
    number = 0x811C9DC5
    for letter in word[:first]:
        number = (number ^ ord(letter)) * 0x01000193 & 0xFFFFFFFF
    return number % FILES[first]


def files(
    directory: Directory, languages: Iterable[Language], beside: Sequence[Beside] = ()
) -> Iterator[tuple[str, str]]:
    """The files: path and content. ``beside`` is what is found beside the records."""
    records = findable(directory)
    known = directory.vocabulary.languages
    first = letters(len(records))
    yield from _files("names", _in_names(records, directory.vocabulary), first)
    texts = [*([*_searched(record, "texts")] for record in records), *texts_of(beside)]
    common = max(len(texts) * _COMMON, _FEWEST_COMMON)
    first = letters_of_texts(len(records))
    for language in languages:
        found = _in_texts(texts, language, known) | _of_pages(beside, language, len(records))
        telling = {
            word: numbers if len(numbers) <= common else [] for word, numbers in found.items()
        }
        yield from _files(f"text/{language.code}", telling, first)


def _files(folder: str, found: Mapping[str, list[int]], first: int) -> Iterator[tuple[str, str]]:
    shards: list[dict[str, str]] = [{} for _ in range(FILES[first])]
    for word in sorted(found):
        shards[file_of(word.lstrip("=^"), first)][word] = _gaps(found[word])
    for number, shard in enumerate(shards):
        yield f"{folder}/{number}.json", as_json(shard)


def _gaps(numbers: list[int]) -> str:
    return encoded(
        [number - before for before, number in zip([0, *numbers], numbers, strict=False)]
    )


Said = tuple[str, str]
"""A language, and a text in it."""


def _bodies(vocabulary: Vocabulary) -> Mapping[str, list[Said]]:
    """What people call the bodies that refer them, by the body's folded Swedish name."""
    return {
        fold(term.label[SOURCE]): [
            *term.label.items(),
            *((code, word) for code, some in term.synonyms.items() for word in some),
        ]
        for term in vocabulary.terms("referrals").values()
    }


def _in_names(records: Iterable[Record], vocabulary: Vocabulary) -> dict[str, list[int]]:
    """For each word in a name, and each number, the numbers of the records that have it."""
    bodies = _bodies(vocabulary)
    beginnings = {code: language.beginnings for code, language in vocabulary.languages.items()}
    # A name without a language may be in any; no word of another script has these beginnings.
    beginnings[SOURCE] = tuple(dict.fromkeys(chain.from_iterable(beginnings.values())))
    found: dict[str, list[int]] = defaultdict(list)
    for number, record in enumerate(records):
        for word in _names(record, bodies, beginnings):
            found[word].append(number)
    return found


def _names(
    record: Record, bodies: Mapping[str, list[Said]], beginnings: Mapping[str, tuple[str, ...]]
) -> set[str]:
    found = set()
    for language, name in [*_called(record), *bodies.get(fold(record.name.swedish), ())]:
        parts = [bare(word, beginnings.get(language, ())) for word in words(name)]
        found |= {*parts, f"={''.join(parts)}"}
    return found | {digits(number) for number in _searched(record, "numbers")}


def _called(record: Record) -> Iterator[Said]:
    """Every name of a record; one without a language is Swedish."""
    for name in _searched(record, "names"):
        yield from name.text.items() if isinstance(name, Name) else [(SOURCE, name)]


def _searched(record: Record, among: str) -> Iterator[Any]:
    return (value for _, searched, value in values(record, Searched) if searched.among == among)


def _in_texts(
    texts: Iterable[Iterable[Text]], language: Language, known: Mapping[str, Language]
) -> dict[str, list[int]]:
    """For each word in the texts that a reader sees, the numbers of the records that have it.

    Pieces between spaces are collected first and split into words once, not at each occurrence.
    """
    pieces: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, some in enumerate(texts):
        for text in some:
            said = wording(text, language.code, language.fallback)
            having = pieces[said.language]
            for piece in said.text.split():
                having[piece].append(number)
    found: dict[str, set[int]] = defaultdict(set)
    for code, having in pieces.items():
        really = known.get(code, language)
        small = {fold(word) for word in really.small_words}
        for piece, numbers in having.items():
            for word in _telling(piece, small, really.beginnings):
                found[word].update(numbers)
    return {word: sorted(numbers) for word, numbers in found.items()}


def _of_pages(beside: Iterable[Beside], language: Language, first: int) -> dict[str, list[int]]:
    """The words of the names of what is found beside the records, after ``^``.

    They are the language's own and the Swedish ones, which stand beside a translation. ``first`` is
    the number of the first.
    """
    small = {fold(word) for word in language.small_words}
    found: dict[str, set[int]] = defaultdict(set)
    for number, one in enumerate(beside, first):
        said = [wording(one.name, language.code, language.fallback).text, one.name[SOURCE]]
        for text in [*said, *one.more.get(language.code, ())]:
            for word in words(text):
                if word not in small:
                    found[NAMED + bare(word, language.beginnings)].add(number)
        if one.kind in _WHOLE:
            telling = (bare(w, language.beginnings) for w in words(said[0]) if w not in small)
            found[f"={''.join(telling)}"].add(number)
    return {word: sorted(numbers) for word, numbers in found.items()}


def _telling(piece: str, small: Container[str], beginnings: Sequence[str]) -> Iterator[str]:
    """The telling words in a piece between two spaces."""
    for word in words(piece):
        if word not in small and len(plain := bare(word, beginnings)) >= _SHORTEST:
            yield plain
