"""Sites for tests: small roots, builds with and without MkDocs, a loopback server, comparisons."""

import functools
import hashlib
import http.server
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import wave
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader

from tests.site.kept import kept
from vagvisare.problems.problems import as_text
from vagvisare.prose import docs
from vagvisare.records.directory import FILES, Directory
from vagvisare.records.texts import fingerprint
from vagvisare.site.building import theme
from vagvisare.site.building.build import Build
from vagvisare.site.building.site import Site
from vagvisare.site.html import interface
from vagvisare.site.html.shell import Shell, cut
from vagvisare.site.html.themes import theme_of
from vagvisare.site.pages.settings import Settings
from vagvisare.site.publishing import manifest
from vagvisare.site.publishing.publish import PLAIN
from vagvisare.translating.catalogues import SHIPPED

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)
"""The day of every build here: 2026-11-23 12:00 UTC."""
EPOCH = "1795435200"
LOCALE = SHIPPED
"""The folder of the catalogues."""
LANGUAGES = ("sv", "en", "ar", "so")
URL = "https://vagvisare.example/"
REPORT = "https://git.example/vagvisare/issues/new"
LIMIT = 900
"""Seconds before a test gives up on a build."""


def node_modules() -> Path:
    """Where npm has put the test tools."""
    return Path(os.environ.get("VAGVISARE_NODE_MODULES", ROOT / "node_modules"))


# --- roots ----------------------------------------------------------------------------------------


def a_root(
    folder: Path, records: Mapping[str, str | Path] | None = None, places: tuple[str, ...] = ()
) -> Path:
    """A copy of the project in ``folder`` with only these records.

    ``records`` maps names such as ``enterprises/x`` to YAML or to the file to copy. With ``places``
    (codes, or how codes begin) the vocabulary knows only these municipalities: fewer pages.
    """
    for name in ("docs", "hooks"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name in ("vocabulary", "laws"):
        shutil.copytree(ROOT / "directory" / name, folder / "directory" / name)
    if places:
        _keep_places(folder / "directory" / "vocabulary", places)
    for kind in FILES:
        (folder / "directory" / kind).mkdir(exist_ok=True)
    for name, content in (records or {}).items():
        write_record(
            folder, name, content.read_text("utf-8") if isinstance(content, Path) else content
        )
    return folder


def _keep_places(vocabulary: Path, places: tuple[str, ...]) -> None:
    for name, beginnings in (
        ("municipalities", places),
        ("counties", tuple(place[:2] for place in places)),
    ):
        file = vocabulary / f"{name}.yml"
        entries = yaml.load(file.read_text("utf-8"), yaml.CBaseLoader)  # noqa: S506 (makes text of everything)
        kept = {code: entry for code, entry in entries.items() if code.startswith(beginnings)}
        file.write_text(yaml.safe_dump(kept, allow_unicode=True), "utf-8")


def record_path(root: Path, name: str) -> Path:
    """The file of the record ``enterprises/x``."""
    return root / "directory" / f"{name}.yml"


def write_record(root: Path, name: str, content: str) -> Path:
    """Puts the record ``enterprises/x`` into a root."""
    path = record_path(root, name)
    path.write_text(content, "utf-8")
    return path


def shipped(*names: str) -> dict[str, Path]:
    """Records of the shipped directory by name, such as ``enterprises/x``."""
    return {name: record_path(ROOT, name) for name in names}


def enterprise(name: str, municipality: str = "1280", more: str = "") -> str:
    """The YAML of a small enterprise in four languages."""
    texts = "".join(f"  {language}: '{name} ({language})'\n" for language in LANGUAGES)
    return (
        f"name: '{name}'\nsummary:\n{texts}"
        f"locations: [{{municipality: '{municipality}'}}]\nsources: [{{title: Test}}]\n{more}"
    )


_COMMON = "summary: {sv: En sak., en: A thing., ar: شيء., so: Wax.}\nsources: [{title: Test}]\n"
_SOMALI = "languages: [{code: so, how: [staff]}]\n"
_RULE = (
    "{body: kommunen, last_resort: 'yes', because: {sv: Därför., en: So., ar: لأن., so: Sabab.}, "
    "sources: [{title: Test, date: '2026'}]}"
)
_OWN = "kind: kommun\n" + _COMMON
HOLES: Mapping[str, str | Path] = {
    "partners/kommunen": f"name: Kommunen\nservice_area: [SE]\n{_OWN}",
    "responsibility/alla": f"rules:\n  kommunen: {_RULE}\n",
    "partners/haninge": "name: Haninge kommun\nrepresents: '0136'\nservice_area: ['0136']\n"
    f"contacts: [{{phone: '+4686067000'}}]\n{_OWN}",
    "partners/tyreso": f"name: Tyresö kommun\nrepresents: '0138'\nservice_area: ['0138']\n{_OWN}",
    "partners/hjalpen": "name: '=Hjälpen'\nkind: civilsamhälle\nservice_area: ['0140']\n"
    f"contacts: [{{phone: '+4685551234'}}]\n{_COMMON}{_SOMALI}",
    "offers/kurs": "name: '=1+1; \"kurs\"'\nkind: svenska\nneeds: [svenska]\naudience: [person]\n"
    f"service_area: ['0136', '0140']\nproviders: [hjalpen]\n{_COMMON}{_SOMALI}",
    "enterprises/bageriet": enterprise("Bageriet", "0140"),
}
"""Records for three municipalities. Two names begin like formulas.

- Haninge (0136): somebody answers.
- Tyresö (0138): somebody answers but cannot be reached.
- Nykvarn (0140): nobody is responsible; there are a body, an offer and an enterprise.
"""


@functools.cache
def holes_site() -> Path:
    """The site of `HOLES`."""
    root = kept("holes-root", lambda folder: a_root(folder, HOLES, places=("0136", "0138", "0140")))
    return kept("holes", lambda site: build_site(root, site))


def put_recording(root: Path, name: str, seconds: float = 0.2) -> None:
    """A WAV file of silence among a root's recordings."""
    file = root / "directory" / "recordings" / name
    file.parent.mkdir(exist_ok=True)
    with wave.open(str(file), "wb") as sound:
        sound.setparams((1, 1, 8000, 0, "NONE", "not compressed"))
        sound.writeframes(b"\x80" * int(8000 * seconds))


def recorded(text: str, file: str) -> str:
    """A recording of a text, as YAML."""
    return (
        f"{{file: {file}, from: '{fingerprint(text)}', by: redaktion, "
        "date: 2026-11-01, license: CC BY 4.0}"
    )


def recorded_root(folder: Path) -> Path:
    """A root with recordings of texts of sfi in each language, and of a page of prose.

    One is of an older text.
    """
    offer = record_path(ROOT, "offers/sfi").read_text("utf-8")
    said = yaml.load(offer, yaml.CBaseLoader)  # noqa: S506 (makes text of everything)
    ways = {
        "ar": "summary",
        "so": "summary",
        "sv": "summary",
        "sv-simple": "summary",
        "en": "description",
    }
    lines = [
        f"  {code}:\n    {way}: {recorded(said[way][code], f'sfi-{code}.wav')}\n"
        for code, way in ways.items()
    ]
    step = recorded(said["application_process"][1]["ar"], "step-ar.wav")
    lines[0] += (
        f"    application_process.1: {step}\n    cost: {recorded('Något annat.', 'old.wav')}\n"
    )
    root = a_root(
        folder,
        {**shipped("partners/kommunen"), "offers/sfi": f"{offer}recordings:\n{''.join(lines)}"},
        places=("1280",),
    )
    page = root / "docs/so/privacy.md"
    whole = docs.load(root).pages["privacy"]["so"].whole
    page.write_text(
        page.read_text("utf-8").replace(
            "---\n", f"---\nrecording: {recorded(whole, 'page.wav')}\n", 1
        ),
        "utf-8",
    )
    for name in (*(f"sfi-{code}.wav" for code in ways), "step-ar.wav", "old.wav", "page.wav"):
        put_recording(root, name)
    return root


@functools.cache
def recorded_site() -> Path:
    """The site of `recorded_root`."""
    root = kept("recorded-root", recorded_root)
    return kept("recorded", lambda site: build_site(root, site))


FEW = ("0136", "0138", "0140", "0180", "2380")
"""Haninge, Tyresö, Nykvarn, Stockholm, and Östersund, which has no enterprise."""
_WITHIN = {*FEW, *(code[:2] for code in FEW), "SE"}


@functools.cache
def few_root() -> Path:
    """A root with the shipped records that a few municipalities need."""
    return kept("few-root", _make_few)


def _make_few(root: Path) -> None:
    texts = {
        f"{kind}/{path.stem}": _cut(path.read_text("utf-8"))
        for kind in ("enterprises", "partners", "offers")
        for path in sorted((ROOT / "directory" / kind).glob("*.yml"))
    }
    read = {name: yaml.load(text, yaml.CBaseLoader) for name, text in texts.items()}  # noqa: S506 (makes text of everything)
    found = {name: facts for name, facts in read.items() if _is_within(facts)}
    while gone := {name for name, facts in found.items() if not _named(facts) <= _ids(found)}:
        found = {name: facts for name, facts in found.items() if name not in gone}
    rules = (ROOT / "directory" / "responsibility").glob("*.yml")
    lists = shipped(*(f"responsibility/{path.stem}" for path in sorted(rules)))
    a_root(root, {**{name: texts[name] for name in found}, **lists}, places=FEW)


def _cut(text: str) -> str:
    """A record without the areas that the few municipalities do not lie in."""
    return re.sub(r"(?m)^service_area: \[(.*)\]$", _areas, text)


def _areas(found: re.Match[str]) -> str:
    left = [area for area in found[1].split(", ") if area.strip("'") in _WITHIN]
    return f"service_area: [{', '.join(left)}]"


def _is_within(facts: dict[str, Any]) -> bool:
    places = [place.get(key) for place in facts.get("locations", []) for key in _PLACE]
    codes = {*filter(None, places), *facts.get("service_area", [])}
    return codes <= _WITHIN and facts.get("represents", "SE") in _WITHIN and bool(codes)


_PLACE = ("municipality", "county")


def _named(facts: dict[str, Any]) -> set[str]:
    return {*facts.get("providers", []), *facts.get("member_of", []), *facts.get("members", [])}


def _ids(records: Iterable[str]) -> set[str]:
    return {name.partition("/")[2] for name in records}


@functools.cache
def few_site() -> Path:
    """The site of `few_root`."""
    return kept("few", lambda site: build_site(few_root(), site))


# --- builds without MkDocs ------------------------------------------------------------------------


def settings(languages: tuple[str, ...] = LANGUAGES) -> Settings:
    """Settings whose asset names do not change with their content."""
    return Settings(
        "Vägvisare", URL, "https://git.example/vagvisare/edit/main/", languages, report_url=REPORT
    )


def uncut_shell(
    root: Path, directory: Directory, code: str, languages: tuple[str, ...] = LANGUAGES
) -> str:
    """The theme's own shell with its marks, rendered without MkDocs."""
    environment = Environment(loader=FileSystemLoader(theme_of(root)), autoescape=True)
    theme.prepare(environment, interface.load(LOCALE, code), directory, code, settings(languages))
    return theme.shell(environment, {"site_name": "Vägvisare"})


def shell_of(
    root: Path, directory: Directory, code: str, languages: tuple[str, ...] = LANGUAGES
) -> Shell:
    """The theme's own shell, cut."""
    return cut(uncut_shell(root, directory, code, languages))


def a_build(root: Path, languages: tuple[str, ...] = LANGUAGES) -> Build:
    """What a site of ``root`` is built from. Fails if its records have errors."""
    site = Site.load(root, today=TODAY)
    errors = [problem for problem in site.loaded.problems if problem.severity == "error"]
    assert not errors, "\n".join(as_text(errors, "en"))
    return made(site, languages)


def made(site: Site, languages: tuple[str, ...] = LANGUAGES) -> Build:
    """What a site is built from, of those records that are valid."""
    shells = {code: shell_of(site.root, site.directory, code, languages) for code in languages}
    return site.made(settings(languages), shells)


# --- builds with MkDocs ---------------------------------------------------------------------------


def run_build(
    root: Path,
    site: Path | None,
    generator: str = "mkdocs",
    seed: str = "0",
    temporary: Path | None = None,
    **more: str,
) -> subprocess.CompletedProcess[str]:
    """``mkdocs build`` (or ``properdocs build``) in a process of its own."""
    facts = {
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONHASHSEED": seed,
        "SOURCE_DATE_EPOCH": EPOCH,
        "NO_MKDOCS_2_WARNING": "1",
    }
    facts |= {
        "DISABLE_MKDOCS_2_WARNING": "true",
        "TMPDIR": str(temporary or tempfile.gettempdir()),
    } | more
    command = [
        sys.executable,
        "-m",
        generator,
        "build",
        "-q",
        "-f",
        str(root / "mkdocs.yml"),
        *(["-d", str(site)] if site else []),
    ]
    return subprocess.run(
        command,
        cwd=root,
        env=os.environ | facts,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=LIMIT,
    )


def build_site(root: Path, site: Path, generator: str = "mkdocs", seed: str = "0") -> Path:
    """A built site. If the generator fails, its output is the assertion's message."""
    done = run_build(root, site, generator, seed)
    assert done.returncode == 0, done.stdout + done.stderr
    return site


@functools.cache
def shipped_site() -> Path:
    """The project's own site."""
    return kept("shipped", lambda site: build_site(ROOT, site))


@functools.cache
def rich_root() -> Path:
    """A root with what the shipped directory lacks.

    Opening hours, fallbacks, hostile texts, lists by letter.
    """
    return kept("rich-root", _make_rich)


def _make_rich(root: Path) -> None:
    records: dict[str, str | Path] = {}
    for kind in ("partners", "offers", "responsibility"):
        records |= shipped(
            *(f"{kind}/{path.stem}" for path in sorted((ROOT / "directory" / kind).glob("*.yml")))
        )
    records |= shipped(*_named_in_prose())
    folder = Path(__file__).parents[1] / "hostile"
    records |= {f"{path.parent.name}/{path.stem}": path for path in sorted(folder.glob("*/*.yml"))}
    del records["partners/danderyd"]  # its place is taken by partners/hostile-municipality
    association = "partners/samordningsforbundet-roslagen"
    members = record_path(ROOT, association).read_text("utf-8")
    records[association] = members.replace(" danderyd,", " hostile-municipality,")
    letters = "abcdefghijklmnopqrstuvwxyzåäö"
    for number in range(305):
        records[f"enterprises/many-{number}"] = enterprise(
            f"{letters[number % len(letters)].upper()}-företag {number}", "1281"
        )
    put_recording(a_root(root, records), "hostile.wav")


def _named_in_prose() -> set[str]:
    """The enterprises and projects that the prose links to; without them the links would fail."""
    texts = (path.read_text("utf-8") for path in (ROOT / "docs" / "sv").glob("*.md"))
    return {
        name
        for text in texts
        for name in re.findall(r"site:((?:enterprises|projects)/[a-z0-9-]+)/", text)
    }


@functools.cache
def rich_site() -> Path:
    """The site of `rich_root`."""
    return kept("rich", lambda site: build_site(rich_root(), site))


# --- what came out --------------------------------------------------------------------------------


def tree(folder: Path) -> dict[str, str]:
    """Every file of a folder: path -> fingerprint of its content."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }


def published(site: Path) -> dict[str, str]:
    """Every file of a site that its pages lead to, by path.

    The site's list of files and what is kept for open tabs are left out.
    """
    left = {manifest.NAME, PLAIN, *(found.kept if (found := manifest.read(site)) else ())}
    return {path: content for path, content in tree(site).items() if path not in left}


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file of a folder: path -> (time of last writing in nanoseconds, inode).

    A file that was replaced has another inode.
    """
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.stat().st_ino)
        for path in files
    }


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves like a host of static sites: what does not exist gets the page 404.html."""

    def log_message(self, *_: object) -> None:
        """Logs nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Sends the site's own page for 404, if it has one."""
        page = Path(self.directory, "404.html")
        if code != http.HTTPStatus.NOT_FOUND or not page.is_file():
            return super().send_error(code, message, explain)
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        return None


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves in the middle of an answer is no error."""


@contextmanager
def served(folder: Path, handler: type[Handler] = Handler) -> Iterator[str]:
    """Serves a folder on loopback while the block runs; yields its address, ending in ``/``."""
    server = _Server(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
