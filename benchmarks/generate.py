"""Generates a directory of any size to measure with: records in four languages.

``python -m benchmarks.generate N FOLDER`` writes a whole root: N records beside the shipped
partners (the 290 municipalities and 21 regions among them), and links to the repository's prose,
hooks and configuration. Texts come from the vocabulary. The same N gives the same bytes. Nobody
named here exists: addresses end in ``.example``, and no Swedish number begins with 010-000.
"""

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from benchmarks import yamltext
from vagvisare.languages.languages import SOURCE
from vagvisare.reading.configuration import configuration
from vagvisare.reading.folders import record_file
from vagvisare.reading.loading import load
from vagvisare.records.kinds import Partner
from vagvisare.records.texts import fingerprint
from vagvisare.records.vocabulary import Municipality, Term, Vocabulary

REPOSITORY = Path(__file__).resolve().parents[1]
SITE_LANGUAGES = configuration(REPOSITORY).languages
"""The languages of the records: the site's."""
LINKED = ("docs", "hooks", "mkdocs.yml")
"""What a root needs besides its records."""

Data = dict[str, Any]
Text = dict[str, str]

SHARES: tuple[tuple[str, float], ...] = (
    ("local partner", 0.15),
    ("local offer", 0.14),
    ("national offer", 0.01),
)
"""The share of each kind; all other records, but for a few projects, are enterprises."""
PROJECTS = 5

_IN: dict[str, str] = {
    "sv": "{what} i {place}",
    "en": "{what} in {place}",
    "ar": "{what}: {place}",
    "so": "{what}, {place}",
}
"""Pattern for a thing at a place, by language."""


@dataclass(frozen=True)
class World:
    """The vocabulary, and the shipped partners by the area that they represent."""

    vocabulary: Vocabulary
    representatives: dict[str, Partner]

    def terms(self, name: str) -> list[Term]:
        """The terms of a list that have a label and an explanation in every language."""
        terms = self.vocabulary.terms(name).values()
        return [
            t
            for t in terms
            if t.explanation
            and all(code in t.label and code in t.explanation for code in SITE_LANGUAGES)
        ]


def generate(number: int, root: Path) -> None:
    """Writes a root with ``number`` records. Raises FileExistsError if ``root`` exists."""
    root.mkdir(parents=True)
    shipped = REPOSITORY / "directory"
    for folder in ("vocabulary", "partners"):
        shutil.copytree(shipped / folder, root / "directory" / folder)
    for kind in ("enterprises", "offers", "projects"):
        (root / "directory" / kind).mkdir()
    for name in LINKED:
        (root / name).symlink_to(REPOSITORY / name)
    directory = load(root).directory
    world = World(directory.vocabulary, dict(directory.representatives))
    for kind, record_id, data in records(number, world):
        (root / record_file(kind, record_id)).write_text(
            yamltext.record(_marked(data)), encoding="utf-8"
        )


def records(number: int, world: World) -> Iterator[tuple[str, str, Data]]:
    """The records as kind, id and fields, spread over all municipalities in turn."""
    municipalities = sorted(
        world.vocabulary.municipalities.values(), key=lambda municipality: municipality.code
    )
    for index, make in enumerate(_makers(number)):
        yield make(Random(index), world, municipalities[index * 7 % len(municipalities)], index)


Maker = Callable[[Random, World, Municipality, int], tuple[str, str, Data]]


def _makers(number: int) -> Iterator[Maker]:
    makers = {
        "local partner": partner,
        "local offer": local_offer,
        "national offer": national_offer,
    }
    counts = {name: round(number * share) for name, share in SHARES}
    yield from [enterprise] * (number - PROJECTS - sum(counts.values()))
    for name, count in counts.items():
        yield from [makers[name]] * count
    yield from [project] * PROJECTS


# --- the kinds ------------------------------------------------------------------------------------


def enterprise(
    random: Random, world: World, municipality: Municipality, index: int
) -> tuple[str, str, Data]:
    """A social enterprise, with about as many facts as the better shipped ones."""
    trades = random.sample(world.terms("industries"), 3)
    groups = random.sample(world.terms("target-groups"), 3)
    fields = {
        "name": f"{municipality.swedish_name} {trades[0].label[SOURCE].lower()} {index}",
        "legal_form": _code(random, world, "legal-forms"),
        "summary": _at(trades[0].label, municipality),
        "description": _joined(groups[0].explanation, trades[0].explanation),
        "founded": str(random.randint(1990, 2024)),
        "industries": [trade.code for trade in trades],
        "sells": trades[1].explanation,
        "places": [
            {"kind": _code(random, world, "place-kinds"), "maximum": str(random.randint(3, 30))}
        ],
        "for": [group.code for group in groups],
        "referral": _codes(random, world, "referrals", 2),
        "employees": [
            {"value": str(random.randint(2, 120)), "date": f"{random.randint(2012, 2024)}~"}
        ],
        **_reached(random, municipality, index),
        "sources": _sources(random, index),
    }
    return "enterprises", f"{municipality.id}-{index}", fields


def partner(
    random: Random, world: World, municipality: Municipality, index: int
) -> tuple[str, str, Data]:
    """An association or adviser serving a municipality; every fifth serves the whole county."""
    kind = random.choice(
        ("civilsamhälle", "studieförbund", "rådgivare", "medlemsorganisation", "nätverk")
    )
    needs = random.sample(world.terms("needs"), 2)
    fields = {
        "name": (
            f"{municipality.swedish_name} "
            f"{world.vocabulary.term('partner-kinds', kind).label[SOURCE].lower()} {index}"
        ),
        "kind": kind,
        "summary": _at(needs[0].label, municipality),
        "description": _joined(needs[0].explanation, needs[1].explanation),
        "founded": str(random.randint(1950, 2024)),
        **_reached(random, municipality, index),
        "service_area": [municipality.county if index % 5 == 0 else municipality.code],
        "schedule": [
            {
                "days": ["monday", "tuesday", "thursday"],
                "opens": "09:00",
                "closes": f"{random.randint(12, 17)}:30",
            }
        ],
        "numbers": [
            {
                "value": str(random.randint(20, 9000)),
                "date": str(random.randint(2012, 2024)),
                "label": needs[1].label,
            }
        ],
        "sources": _sources(random, index),
    }
    return "partners", f"{municipality.id}-{index}", fields


def local_offer(
    random: Random, world: World, municipality: Municipality, index: int
) -> tuple[str, str, Data]:
    """Support from one municipality."""
    body = world.representatives[municipality.code]
    fields = _offer(random, world, index)
    kind = world.vocabulary.term("offer-kinds", fields["kind"])
    name = {code: f"{text} {index}" for code, text in _at(kind.label, municipality).items()}
    area = {"providers": [body.id], "service_area": [municipality.code]}
    return (
        "offers",
        f"{municipality.id}-{index}",
        {"name": name, **fields, **area, "sources": _sources(random, index)},
    )


def national_offer(
    random: Random,
    world: World,
    municipality: Municipality,  # noqa: ARG001 (called like the others)
    index: int,
) -> tuple[str, str, Data]:
    """Support for people in all of Sweden, so shown on every municipality's page."""
    fields = _offer(random, world, index)
    kind = world.vocabulary.term("offer-kinds", fields["kind"])
    name = {code: f"{kind.label[code]} {index}" for code in SITE_LANGUAGES}
    area = {"providers": ["kommunen"], "service_area": ["SE"]}
    return (
        "offers",
        f"nationellt-{index}",
        {"name": name, **fields, **area, "sources": _sources(random, index)},
    )


def _offer(random: Random, world: World, index: int) -> Data:
    kinds, needs = world.terms("offer-kinds"), random.sample(world.terms("needs"), 2)
    kind, groups, steps = (
        kinds[index % len(kinds)],
        random.sample(world.terms("target-groups"), 2),
        world.terms("stages"),
    )
    return {
        "kind": kind.code,
        "summary": kind.explanation,
        "description": _joined(needs[0].explanation, needs[1].explanation),
        "for": {
            "description": groups[0].explanation,
            "groups": [g.code for g in groups],
            "minimum_age": str(random.randint(16, 20)),
        },
        "audience": ["person"],
        "needs": [need.code for need in needs],
        "from_stage": random.choice(steps).code,
        "responsible": groups[1].explanation,
        "referral": _codes(random, world, "referrals", 2),
        "application_process": [
            _plain(random.choice(steps).explanation),
            _plain(random.choice(steps).explanation),
        ],
        "law": [f"Socialtjänstlagen (2025:400) {index % 30 + 1} kap. {index % 9 + 1} §"],
    }


def project(
    random: Random, world: World, municipality: Municipality, index: int
) -> tuple[str, str, Data]:
    """Something that a municipality has tried."""
    groups = random.sample(world.terms("target-groups"), 3)
    year = random.randint(2005, 2022)
    fields = {
        "name": f"{municipality.swedish_name} {groups[0].label[SOURCE].lower()} {index}",
        "summary": _at(groups[0].label, municipality),
        "owner": {"partner": world.representatives[municipality.code].id, "role": "projektägare"},
        "period": f"{year}-01/{year + 2}-12",
        "budget": [{"value": str(random.randint(5, 90) * 100_000)}],
        "municipalities": [municipality.code],
        "target": [group.code for group in groups],
        "aims": [_plain(group.explanation) for group in groups],
        "sources": _sources(random, index),
    }
    return "projects", f"{municipality.id}-{index}", fields


# --- parts ----------------------------------------------------------------------------------------


def _at(what: Any, municipality: Municipality) -> Text:
    """A thing in a municipality, in every language."""
    names = municipality.name
    return {
        code: _IN[code].format(what=what[code], place=names.get(code, names[SOURCE]))
        for code in SITE_LANGUAGES
    }


def _joined(first: Any, second: Any) -> Text:
    return {code: f"{first[code]} {second[code]}" for code in SITE_LANGUAGES}


def _plain(text: Any) -> Text:
    return {code: text[code] for code in SITE_LANGUAGES}


def _code(random: Random, world: World, name: str) -> str:
    return random.choice(tuple(world.vocabulary.terms(name)))


def _codes(random: Random, world: World, name: str, number: int) -> list[str]:
    return random.sample(tuple(world.vocabulary.terms(name)), number)


def _reached(random: Random, municipality: Municipality, index: int) -> Data:
    host = f"{municipality.id}-{index}.example"
    address = {
        "address": f"Storgatan {random.randint(1, 120)}",
        "postal_code": f"{random.randint(100, 984)} {random.randint(10, 99)}",
        "locality": municipality.swedish_name,
        "municipality": municipality.code,
    }
    ways = {
        "phone": f"+4610000{index:04d}",
        "email": f"info@{host}",
        "website": f"https://{host}/om-oss/",
    }
    return {
        "contacts": [ways],
        "locations": [address],
        "languages": [{"code": code, "how": ["staff"]} for code in ("sv", "ar")],
    }


def _sources(random: Random, index: int) -> list[Data]:
    return [
        {
            "url": f"https://kallor.example/{index}/",
            "date": f"{random.randint(2016, 2024)}~",
            "evidence": "described",
        },
        {
            "title": "Underlag för mätning",
            "date": f"2025-{random.randint(1, 12):02d}-{random.randint(1, 28):02d}",
        },
    ]


# --- translations ---------------------------------------------------------------------------------


def _marked(data: Data) -> Data:
    """The record with each translated text marked as machine-translated from its Swedish."""
    sources = dict(_texts(data, ""))
    marks = {path: {"from": fingerprint(text), "by": "machine"} for path, text in sources.items()}
    return {**data, "translations": {code: marks for code in SITE_LANGUAGES if code != SOURCE}}


def _texts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """The Swedish of each multilingual text, by its path in the file."""
    if isinstance(value, dict) and SOURCE in value:
        yield path, value[SOURCE]
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, f"{path}.{key}".removeprefix("."))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, f"{path}.{index}")


def main(arguments: Sequence[str]) -> None:
    """``python -m benchmarks.generate N FOLDER``."""
    number, folder = arguments
    generate(int(number), Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
