"""What search and the narrowed lists load: one folder whose name changes with its content, made of the records at each build."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from vagvisare.directory import Directory
from vagvisare.languages import SOURCE, Language
from vagvisare.records import Enterprise, Offer, Partner, Record
from vagvisare.site import addresses, cards, lists
from vagvisare.site.columns import columns, findable
from vagvisare.site.order import sort_key
from vagvisare.site.pages import in_order, listed
from vagvisare.site.reader import Reader

FOLDER = "assets/search"


def files(readers: Iterable[Reader]) -> Mapping[str, str]:
    """Every file by its path below the folder. ``readers``: one for each language, of one directory and day."""
    return dict(_files(tuple(readers)))


def _files(readers: tuple[Reader, ...]) -> Iterator[tuple[str, str]]:
    directory, today = readers[0].directory, readers[0].today
    yield "columns.json", columns(directory, today, cards.size(len(findable(directory))))
    for reader in readers:
        yield from cards.files(reader)
        yield f"{reader.language.code}.json", index(directory, reader.language)
    yield from lists.files(readers)


def folder(index: Mapping[str, str]) -> str:
    """Where the files stand, from the site's root: a name that no other content has."""
    stamp = hashlib.sha256()
    for path, content in index.items():
        stamp.update(f"{path}\n{content}\n".encode())
    return f"{FOLDER}.{stamp.hexdigest()[:8]}"


def folder_of(paths: Iterable[str]) -> str:
    """The folder among the paths of a site's files; nothing when there is none."""
    start = f"{FOLDER}."
    return next((start + path.removeprefix(start).partition("/")[0] for path in paths if path.startswith(start)), "")


def folder_in(site: Path) -> str:
    """The folder that a built site has, from its root; nothing when it has none."""
    return folder_of(path.relative_to(site).as_posix() for path in site.glob(f"{FOLDER}.*"))


LISTS = ("industries", "offer-kinds", "partner-kinds", "needs", "target-groups")


def index(directory: Directory, language: Language) -> str:
    """The index as JSON: ``terms`` (words by code), ``rows`` of [name, address, line, place, codes, other names]."""
    rows = [_row(directory, language, r) for kind in addresses.KIND_OF_INDEX for r in in_order(listed(directory, kind))]
    return json.dumps(
        {"terms": _terms(directory), "rows": [*_municipalities(directory, language), *rows]},
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _terms(directory: Directory) -> dict[str, list[str]]:
    """Every word of every language for each term: a reader may type in any of them."""
    found: dict[str, list[str]] = {}
    for name in LISTS:
        for code, term in directory.vocabulary.terms(name).items():
            words = [*term.label.values(), *(word for words in term.synonyms.values() for word in words)]
            found.setdefault(f"{name}/{code}", []).extend(dict.fromkeys(words))
    return found


def _row(directory: Directory, language: Language, record: Record) -> list[Any]:
    names = [record.name] if isinstance(record.name, str) else list(dict.fromkeys(record.name.values()))
    own = names[0] if isinstance(record.name, str) else record.name.get(language.code, record.name[SOURCE])
    line = record.summary.get(language.code, record.summary[SOURCE])
    areas = directory.municipalities_of(record) or directory.counties_of(record)
    others = [*(name for name in names if name != own), *record.aliases]
    return [own, addresses.of_record(directory, record), line, _place(directory, areas), _codes(record), others]


def _place(directory: Directory, areas: Iterable[str]) -> str:
    vocabulary = directory.vocabulary
    places = (vocabulary.municipalities.get(area) or vocabulary.counties[area] for area in areas)
    return ", ".join(place.name[SOURCE] for place in places)


def _codes(record: Record) -> list[str]:
    match record:
        case Enterprise():
            return [f"industries/{code}" for code in record.industries] + [f"target-groups/{code}" for code in record.for_]
        case Offer():
            groups = record.for_.groups if record.for_ else ()
            return [
                f"offer-kinds/{record.kind}",
                *(f"needs/{code}" for code in record.needs),
                *(f"target-groups/{code}" for code in groups),
            ]
        case Partner():
            return [f"partner-kinds/{record.kind}"]
        case _:
            return []


def _municipalities(directory: Directory, language: Language) -> Iterable[list[Any]]:
    counties = directory.vocabulary.counties
    for municipality in sorted(directory.vocabulary.municipalities.values(), key=lambda m: sort_key(m.swedish_name)):
        names = list(dict.fromkeys(municipality.name.values()))
        own = municipality.name.get(language.code, municipality.swedish_name)
        county = counties[municipality.county].name.get(language.code, counties[municipality.county].name[SOURCE])
        where = addresses.of_municipality(directory, municipality.code)
        yield [own, where, municipality.official_name, county, [], [name for name in names if name != own]]
