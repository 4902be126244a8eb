"""Translations that come back: all of their problems, or the files as they become.

Nothing is written here. Either every reply can be taken and the changed files are returned, each
edited in place, or none can and the problems say why.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from vagvisare.languages.languages import EASY, SOURCE
from vagvisare.problems.problems import Fact, Problem, suggesting
from vagvisare.prose.docs import opened
from vagvisare.prose.prose import HEAD, INTRODUCTION, MARK, Pages, Prose
from vagvisare.reading.suggestions import nearest
from vagvisare.records.directory import Directory
from vagvisare.records.texts import fingerprint
from vagvisare.translating.losses import losses
from vagvisare.translating.passages import PROSE, VOCABULARY, Passage, is_wanted, passages
from vagvisare.translating.sheet import Reply, Sheet
from vagvisare.yaml import yamledit, yamlfile
from vagvisare.yaml.yamledit import EditError

Written = Mapping[str, str]
"""A mark as written in a file: ``from``, ``by``, and ``reviewed`` if somebody has read it."""


@dataclass(frozen=True, slots=True)
class Received:
    """What a sheet changes: the new content of each file, and how many texts and marks that is.

    Files are named relative to the root.
    """

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()
    texts: int = 0
    marks: int = 0
    waiting: tuple[str, ...] = ()
    """Pages of prose that the language lacks and the sheet has only some parts of."""


@dataclass(frozen=True, slots=True)
class _Change:
    """A text and its mark after the change; None leaves either as it was."""

    reply: Reply
    passage: Passage
    text: str | None
    mark: Written | None


def received(
    root: Path, directory: Directory, pages: Pages, sheet: Sheet, reviewed: date | None
) -> Received:
    """What the sheet changes, or its problems.

    ``reviewed`` is the day on which a person read what they vouch for, if that is to be recorded.
    """
    known = _known(directory, pages, sheet.language)
    problems = [*sheet.problems, *_problems(directory, known, sheet)]
    if problems or sheet.language is None:
        return Received({}, tuple(sorted(problems)))
    changes = [
        change
        for reply in sheet.replies
        if reply.translation
        and (change := _change(reply, known[reply.key], sheet.language, reviewed))
    ]
    return _Files(root, pages, sheet, reviewed).received(changes)


def _known(directory: Directory, pages: Pages, language: str | None) -> Mapping[str, Passage]:
    """The texts that can come back in a language, by key; easy Swedish takes only some of them."""
    found = {passage.key: passage for passage in passages(directory, pages)}
    return (
        {key: one for key, one in found.items() if is_wanted(one, EASY)}
        if language == EASY.code
        else found
    )


# --- what is wrong --------------------------------------------------------------------------------


def _problems(
    directory: Directory, known: Mapping[str, Passage], sheet: Sheet
) -> Iterator[Problem]:
    if not sheet.problems and (sheet.language is None or sheet.language == SOURCE):
        yield Problem(sheet.file, 1, 1, "exchange-no-language")
    elif sheet.language is not None and sheet.language not in directory.vocabulary.writings:
        facts = suggesting(
            nearest(sheet.language, directory.vocabulary.writings), value=sheet.language
        )
        yield Problem(sheet.file, 1, 1, "exchange-unknown-language", facts)
    first: dict[str, Reply] = {}
    for reply in sheet.replies:
        if reply.key not in known:
            facts = suggesting(nearest(reply.key, known), value=reply.key)
            yield _problem(sheet, reply, "exchange-unknown-text", **facts)
        elif reply.translation:
            yield from _faults(sheet, reply, known[reply.key], first)


def _faults(
    sheet: Sheet, reply: Reply, passage: Passage, first: dict[str, Reply]
) -> Iterator[Problem]:
    earlier = first.setdefault(reply.key, reply)
    if earlier.translation != reply.translation:
        yield _problem(sheet, reply, "exchange-two-answers", line=str(earlier.line))
    if not _is_news(reply, passage, sheet.language or ""):
        return  # text that changes nothing is not judged here
    if _is_outrun(reply, passage, sheet.language or ""):
        yield _problem(
            sheet, reply, "exchange-changed-meanwhile", value=passage.text[sheet.language or ""]
        )
    for character in sorted(yamlfile.forbidden_in(reply.translation)):
        facts = {"character": f"U+{ord(character):04X}"}
        yield _problem(sheet, reply, "exchange-forbidden-character", **facts)
    for kind, value in losses(reply.source, reply.translation):
        yield _problem(sheet, reply, f"exchange-lost-{kind}", value=value)


def _problem(sheet: Sheet, reply: Reply, code: str, **facts: Fact) -> Problem:
    return Problem(sheet.file, reply.line, reply.column, code, {"key": reply.key, **facts})


# --- what changes ---------------------------------------------------------------------------------


def _clean(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def _is_news(reply: Reply, passage: Passage, language: str) -> bool:
    """Whether a reply brings a new text.

    Not if it is what the file says already, or what was given out before somebody changed it here.
    """
    there, text = _clean(passage.text.get(language, "")), _clean(reply.translation)
    return text != there and not (
        _is_outrun(reply, passage, language) and fingerprint(text) == reply.given
    )


def _is_outrun(reply: Reply, passage: Passage, language: str) -> bool:
    """Whether the translation has been changed here since it was given out."""
    return reply.given not in {"", fingerprint(passage.text.get(language, ""))}


def _change(reply: Reply, passage: Passage, language: str, reviewed: date | None) -> _Change | None:
    """How a reply changes a text and its mark; None if it does not."""
    text = _clean(reply.translation)
    is_new = _is_news(reply, passage, language)
    vouched = (
        is_new
        if reply.vouched is None
        else reply.vouched and not (_is_outrun(reply, passage, language) and not is_new)
    )
    state, mark = passage.state(language), passage.mark(language)
    written: Written | None = None
    if vouched and (is_new or state in {"stale", "machine"}):
        written = _mark(fingerprint(reply.source), "human", reviewed)
    elif is_new and mark is None:
        written = _mark(fingerprint(reply.source), "machine", None)
    if not is_new and written is None:
        return None
    return _Change(reply, passage, text if is_new else None, written)


def _mark(made_from: str, by: str, reviewed: date | None) -> Written:
    return {"from": made_from, "by": by, **({"reviewed": reviewed.isoformat()} if reviewed else {})}


# --- files ----------------------------------------------------------------------------------------


class _Files:
    """The files that change, each built from its current content."""

    def __init__(self, root: Path, pages: Pages, sheet: Sheet, reviewed: date | None) -> None:
        self._root = root
        self._pages = pages
        self._sheet = sheet
        self._language = str(sheet.language)
        self._reviewed = reviewed

    def received(self, changes: Sequence[_Change]) -> Received:
        """The new content of every changed file."""
        by_file: dict[str, list[_Change]] = {}
        for change in changes:
            by_file.setdefault(change.passage.file(self._language), []).append(change)
        files: dict[str, bytes] = {}
        problems: list[Problem] = []
        waiting: list[str] = []
        for file, group in by_file.items():
            try:
                content = (
                    self._prose(file, group)
                    if group[0].passage.kind == PROSE
                    else self._yaml(file, group)
                )
            except EditError as error:
                problems.append(
                    _problem(
                        self._sheet,
                        group[0].reply,
                        "exchange-no-place",
                        file=file,
                        detail=str(error),
                    )
                )
                continue
            if content is None:
                waiting.append(file)
            else:
                files[file] = content
        if problems:
            return Received({}, tuple(sorted(problems)))
        taken = [change for change in changes if change.passage.file(self._language) in files]
        texts = sum(change.text is not None for change in taken)
        return Received(
            files, (), texts, sum(change.mark is not None for change in taken), tuple(waiting)
        )

    def _yaml(self, file: str, changes: Sequence[_Change]) -> bytes:
        wanted: dict[tuple[str | int, ...], yamledit.Value] = {}
        for change in changes:
            passage = change.passage
            if change.text is not None:
                wanted[*passage.way(), self._language] = change.text
            if change.mark is not None:
                entry = passage.way()[:1] if passage.kind == VOCABULARY else ()
                wanted[*entry, "translations", self._language, passage.path] = change.mark
        return edited_file(self._root, file, wanted)

    def _prose(self, file: str, changes: Sequence[_Change]) -> bytes | None:
        """A page with its parts in place.

        None if the language lacks the page and the sheet lacks some of its parts.
        """
        name = changes[0].passage.of
        source, page = self._pages[name][SOURCE], self._pages[name].get(self._language)
        texts = {change.passage.path: change.text for change in changes if change.text is not None}
        mark = self._page_mark(source, changes)
        if page is not None:
            return with_mark(_with_parts(page, source, texts), mark).encode()
        if texts.keys() < source.parts.keys():
            return None
        head = yamledit.edited(
            source.front, {(part,): texts[part] for part in HEAD if part in texts}
        )
        body = "\n\n".join(texts[part] for part in source.parts if part not in HEAD)
        made = Prose(file, name, self._language, f"---\n{head}---\n\n{body}\n")
        return with_mark(made, mark or _mark(fingerprint(source.whole), "machine", None)).encode()

    def _page_mark(self, source: Prose, changes: Sequence[_Change]) -> Written | None:
        """A page's new mark, if a person vouches for every part: a page has only one."""
        sources = {
            change.passage.path: change.reply.source
            for change in changes
            if change.mark and change.mark["by"] == "human"
        }
        if sources.keys() < source.parts.keys():
            return None
        seen = "\n\n".join(sources[part] for part in source.parts)
        return _mark(fingerprint(seen), "human", self._reviewed)


def unchanged(
    root: Path, pages: Pages, chosen: Sequence[Passage], languages: Sequence[str]
) -> Received:
    """The files in which the chosen texts' translations count as made from today's Swedish.

    For Swedish whose wording has changed but not its meaning. Who translated it and who read it is
    kept. Raises EditError.
    """
    wanted: dict[str, dict[tuple[str | int, ...], yamledit.Value]] = {}
    for passage in chosen:
        for language in languages:
            mark = passage.mark(language)
            if mark is None or language not in passage.text:
                continue
            is_page = passage.kind == PROSE
            now = fingerprint(pages[passage.of][SOURCE].whole if is_page else passage.text[SOURCE])
            if mark.made_from != now:
                entry = passage.way()[:1] if passage.kind == VOCABULARY else ()
                way = (MARK,) if is_page else (*entry, "translations", language, passage.path)
                wanted.setdefault(passage.file(language), {})[way] = _mark(
                    now, mark.by, mark.reviewed
                )
    files = {file: _remarked(root, file, changes) for file, changes in wanted.items()}
    return Received(files, marks=sum(map(len, wanted.values())))


def _remarked(
    root: Path, file: str, changes: Mapping[tuple[str | int, ...], yamledit.Value]
) -> bytes:
    if not file.endswith(".md"):
        return edited_file(root, file, changes)
    page, problems = opened(root, file)
    if page is None:
        raise EditError("; ".join(problem.code for problem in problems))
    return with_front(page, changes).text.encode()


def edited_file(
    root: Path, file: str, wanted: Mapping[tuple[str | int, ...], yamledit.Value]
) -> bytes:
    """A YAML file with values put in place.

    Raises EditError if the result could not be read or would not have these values.
    """
    content = (root / file).read_bytes()
    mark = "\ufeff" if content.startswith(b"\xef\xbb\xbf") else ""
    text = content.decode("utf-8-sig")
    new = (mark + yamledit.edited(text, wanted)).encode()
    limit = yamlfile.VOCABULARY_LIMIT if "/vocabulary/" in file else yamlfile.RECORD_LIMIT
    document, problems = yamlfile.read(file, new, limit=limit)
    if document is None or problems:
        raise EditError(
            "; ".join(problem.code for problem in problems) or "the file cannot be read afterwards"
        )
    for way, value in wanted.items():
        found = _at(document.data, way)
        if found != (dict(value) if isinstance(value, Mapping) else value):
            raise EditError(f"{'.'.join(map(str, way))} would not be what it is to be")
    return new


def _at(data: Any, way: Sequence[str | int]) -> Any:
    for part in way:
        data = data[part]
    return data


def _with_parts(page: Prose, source: Prose, texts: Mapping[str, str]) -> Prose:
    """The page with new parts; one it lacks goes after the part that precedes it in Swedish."""
    text = page.text
    before = {part: [*source.parts][:place] for place, part in enumerate(source.parts)}
    places: list[tuple[int, int, int, str]] = []
    for order, (part, new) in enumerate(
        (part, new) for part, new in texts.items() if part not in HEAD
    ):
        if part in page.spans:
            places.append((*page.spans[part], order, new))
        else:
            ends = [page.spans[other][1] for other in before[part] if other in page.spans]
            place = ends[-1] if ends else page.body_start
            places.append(
                (place, place, order, f"\n\n{new}" if part != INTRODUCTION else f"\n{new}\n")
            )
    for start, end, _, new in sorted(places, reverse=True):
        text = text[:start] + new + text[end:]
    head: dict[tuple[str | int, ...], yamledit.Value] = {
        (part,): texts[part] for part in HEAD if part in texts
    }
    return with_front(Prose(page.file, page.name, page.language, text), head)


def with_front(page: Prose, wanted: Mapping[tuple[str | int, ...], yamledit.Value]) -> Prose:
    """The page with values put into its front matter."""
    if not wanted:
        return page
    if not page.front:
        raise EditError("the page has no front matter")
    start = page.text.index(page.front, 3)
    front = yamledit.edited(page.front, wanted)
    return Prose(
        page.file,
        page.name,
        page.language,
        page.text[:start] + front + page.text[start + len(page.front) :],
    )


def with_mark(page: Prose, mark: Written | None) -> str:
    """The text of a page, with the mark (if any) in its front matter."""
    return with_front(page, {(MARK,): mark} if mark else {}).text
