"""Small valid test data: a vocabulary, records, and a root folder with a directory.

Each builder takes what the test is about and fills in the rest. Records are built as plain data
and validated like a file's.
"""

import json
import wave
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from vagvisare.languages.languages import Language
from vagvisare.records.directory import FILES, Directory
from vagvisare.records.kinds import Enterprise, Offer, Partner, Project, Record
from vagvisare.records.termlists import TERM_LISTS
from vagvisare.records.vocabulary import County, Municipality, Term, Vocabulary

LABELS: Mapping[str, Mapping[str, str]] = {
    "accessibility": {"rullstol": "Rullstol", "hiss": "Hiss"},
    "agreements": {"lov": "Valfrihetssystem", "iop": "Idéburet offentligt partnerskap"},
    "audiences": {"person": "Person", "företag": "Företag"},
    "concepts": {"sfi": "Sfi"},
    "doors": {"socialtjänst": "Socialtjänsten"},
    "evidence": {"described": "Beskriven", "listed": "Uppräknad"},
    "freshness": {
        "confirmed": "Bekräftad",
        "ageing": "Åldras",
        "unconfirmed": "Obekräftad",
        "hidden": "Dold",
    },
    "industries": {"café": "Café", "catering": "Catering", "lokalvård": "Lokalvård"},
    "language-modes": {"staff": "Personal", "phone": "Telefon", "interpreter": "Tolk"},
    "languages": {"sv": "Svenska", "en": "Engelska", "ar": "Arabiska", "so": "Somaliska"},
    "legal-forms": {"ekonomisk-förening": "Ekonomisk förening"},
    "needs": {"svenska": "Svenska", "tolk": "Tolk"},
    "offer-kinds": {"tolk": "Tolk", "svenska": "Svenska"},
    "partner-kinds": {"kommun": "Kommun", "statlig-myndighet": "Statlig myndighet"},
    "place-kinds": {"arbetsträning": "Arbetsträning"},
    "project-roles": {"projektägare": "Projektägare", "samarbetspartner": "Samarbetspartner"},
    "referrals": {"själv": "Själv"},
    "roles": {"organisationen": "Organisationen"},
    "situation-groups": {"rätt-att-vara-här": "Rätt att vara här", "pengar": "Pengar"},
    "situations": {
        "asylsökande": "Asylsökande",
        "sjukpenning": "Sjukpenning",
        "långtidsarbetslös": "Långtidsarbetslös",
    },
    "stages": {"asyl": "Asyl"},
    "statuses": {"active": "Aktiv", "inactive": "Vilande"},
    "swedish-levels": {"ingen": "Ingen", "A1": "A1"},
}
"""The closed lists of a small vocabulary: codes and their Swedish labels. Other lists are empty."""
GROUPS = {
    "asylsökande": "rätt-att-vara-här",
    "sjukpenning": "pengar",
    "långtidsarbetslös": "pengar",
}
"""The group of each situation."""
SYNONYMS = {"lokalvård": {"sv": ["städning"]}}
AUTONYMS = {"sv": "svenska", "en": "English", "ar": "العربية", "so": "Soomaali"}


def a_vocabulary() -> Vocabulary:
    """The small vocabulary, with one county and two municipalities."""
    lists = {
        name: {code: _term(code, label) for code, label in LABELS.get(name, {}).items()}
        for name in TERM_LISTS
    }
    languages = {
        code: Language(code, autonym, "rtl" if code == "ar" else "ltr", "Latn")
        for code, autonym in AUTONYMS.items()
    }
    counties = {"01": County("01", {"sv": "Stockholms län"})}
    municipalities = {
        "0136": Municipality(
            "0136", "haninge", {"sv": "Haninge"}, "Haninge kommun", 59.17, 18.14, 101000
        ),
        "0140": Municipality(
            "0140", "nykvarn", {"sv": "Nykvarn"}, "Nykvarns kommun", 59.18, 17.43, 11500
        ),
    }
    names = {name: Term("list", {"sv": name}) for name in TERM_LISTS}
    return Vocabulary(lists, languages, counties, municipalities, names)


def _term(code: str, label: str) -> Term:
    return Term(code, {"sv": label}, facts={"group": GROUPS[code]} if code in GROUPS else {})


def vocabulary_files() -> dict[str, Any]:
    """The small vocabulary as its files: name without ``.yml`` -> data."""
    files: dict[str, Any] = {
        name: {
            code: {
                "label": {"sv": label},
                **({"synonyms": SYNONYMS[code]} if code in SYNONYMS else {}),
                **({"group": GROUPS[code]} if code in GROUPS else {}),
            }
            for code, label in LABELS.get(name, {}).items()
        }
        for name in TERM_LISTS
    }
    for code, entry in files["languages"].items():
        script = "Arab" if code == "ar" else "Latn"
        direction = "rtl" if code == "ar" else "ltr"
        entry.update(autonym=AUTONYMS[code], direction=direction, script=script, fallback=["sv"])
    vocabulary = a_vocabulary()
    files["counties"] = {
        county.code: {"name": county.name} for county in vocabulary.counties.values()
    }
    files["municipalities"] = {
        m.code: {
            "id": m.id,
            "name": m.name,
            "official_name": m.official_name,
            "latitude": str(m.latitude),
            "longitude": str(m.longitude),
            "population": str(m.population),
        }
        for m in vocabulary.municipalities.values()
    }
    for name in TERM_LISTS:
        files[name] = {"list": {"label": {"sv": name}}, **files[name]}
    return files


RECORDS: Mapping[str, Any] = {
    "enterprises/basta-nykvarn": {"name": "Basta Nykvarn", "industries": ["café"]},
    "partners/arbetsformedlingen": {
        "name": "Arbetsförmedlingen",
        "kind": "statlig-myndighet",
        "service_area": ["SE"],
    },
    "partners/haninge-kommun": {
        "name": "Haninge kommun",
        "kind": "kommun",
        "represents": "0136",
        "service_area": ["0136"],
    },
    "offers/sfi": {
        "name": {"sv": "Svenska för invandrare"},
        "kind": "svenska",
        "providers": ["haninge-kommun"],
    },
    "projects/spira": {
        "name": "SPIRA",
        "owner": {"partner": "arbetsformedlingen", "role": "projektägare"},
    },
}
"""A small good directory, without what `_common` gives."""


def _common(fields: Mapping[str, Any]) -> dict[str, Any]:
    common = {"summary": {"sv": "Café i Haninge."}, "sources": [{"url": "https://www.exempel.se/"}]}
    return {**common, **fields}


def a_root(root: Path, records: Mapping[str, Any] = RECORDS) -> Path:
    """A folder with a directory: the small vocabulary and ``records`` (``kind/id`` -> fields)."""
    for name, data in vocabulary_files().items():
        write(root, f"directory/vocabulary/{name}.yml", data)
    for kind in FILES:
        (root / "directory" / kind).mkdir(parents=True, exist_ok=True)
    for place, fields in records.items():
        write(root, f"directory/{place}.yml", _common(fields))
    return root


def write(root: Path, file: str, data: object) -> Path:
    """A file of data, text or bytes under ``root``. Data is written as JSON, which is YAML too."""
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(data, bytes):
        path.write_bytes(data)
    else:
        path.write_text(
            data if isinstance(data, str) else json.dumps(data, ensure_ascii=False, indent=1),
            encoding="utf-8",
        )
    return path


def a_sound(seconds: int = 1) -> bytes:
    """Silence as a WAVE file, 8,000 bytes a second."""
    file = BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setparams((1, 1, 8000, 0, "NONE", "not compressed"))
        sound.writeframes(b"\x80" * 8000 * seconds)
    return file.getvalue()


def a_directory(*records: Record) -> Directory:
    """A directory of these records over the small vocabulary."""
    return Directory.of(a_vocabulary(), records)


def an_enterprise(**fields: Any) -> Enterprise:
    """An enterprise; fields as they are written in a file (``for``, not ``for_``)."""
    return _a(Enterprise, {"id": "basta-nykvarn", "name": "Basta Nykvarn", **fields})


def a_partner(**fields: Any) -> Partner:
    """A partner of the kind kommun."""
    return _a(
        Partner, {"id": "haninge-kommun", "name": "Haninge kommun", "kind": "kommun", **fields}
    )


def an_offer(**fields: Any) -> Offer:
    """An offer of the kind svenska."""
    return _a(Offer, {"id": "sfi", "name": "Sfi", "kind": "svenska", **fields})


def a_project(**fields: Any) -> Project:
    """A project."""
    return _a(Project, {"id": "spira", "name": "SPIRA", **fields})


def _a(model: Any, fields: dict[str, Any]) -> Any:
    return model.model_validate(_common(fields), context=a_vocabulary())
