"""Recordings in the site: beside the text they read, in the page's language, none outdated."""

import re
from pathlib import Path

import pytest

from tests.site import sites
from vagvisare.records.fields import Heard
from vagvisare.records.texts import fingerprint, text_at, texts
from vagvisare.site.building.build import Build
from vagvisare.site.building.live import Live
from vagvisare.site.pages.pages import Page

PLAYER = re.compile(
    r'<audio controls preload="none" src="(?:\.\./)+recordings/([a-z0-9-]+)\.[0-9a-f]{8}\.wav" '
    r'aria-label="([^"]+)">'
)
TEXT = "{sv: Text}"
OFFER = f"""
name: Kurs
kind: svenska
summary: {TEXT}
alert: {TEXT}
description: {TEXT}
for: {{description: {TEXT}}}
not_for: {{description: {TEXT}}}
responsible: {TEXT}
interpretation: {TEXT}
application_process: [{TEXT}, {TEXT}]
required_documents: [{TEXT}]
cost: {TEXT}
duration: {TEXT}
sources: [{{title: Test}}]
"""
ENTERPRISE = (
    f"name: Kafé\nsummary: {TEXT}\nsells: {TEXT}\nvalues: {TEXT}\nsources: [{{title: Test}}]\n"
)
PROJECT = (
    f"name: Spira\nsummary: {TEXT}\naims: [{TEXT}]\n"
    f"methods: [{TEXT}]\nresults: [{TEXT}]\nsources: [{{title: Test}}]\n"
)
WAYS = {
    "offers/kurs": (
        *(
            "summary",
            "alert",
            "description",
            "for.description",
            "not_for.description",
            "responsible",
            "interpretation",
        ),
        *(
            "application_process.0",
            "application_process.1",
            "required_documents.0",
            "cost",
            "duration",
        ),
    ),
    "enterprises/kafe": ("summary", "sells", "values"),
    "projects/spira": ("summary", "aims.0", "methods.0", "results.0"),
}


def _heard(build: Build, language: str, of: str) -> list[str]:
    _, html = build.renderers[language].page(Page("record", of))
    return [name for name, _ in PLAYER.findall(html)]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sites.recorded_root(tmp_path_factory.mktemp("recorded"))


@pytest.fixture(scope="module")
def build(root: Path) -> Build:
    return sites.a_build(root)


def test_every_text_that_may_have_a_recording_plays_it(tmp_path: Path) -> None:
    records = {}
    for name, text in (
        ("offers/kurs", OFFER),
        ("enterprises/kafe", ENTERPRISE),
        ("projects/spira", PROJECT),
    ):
        lines = (
            f"    {way}: {sites.recorded('Text', f'r-{number}.wav')}\n"
            for number, way in enumerate(WAYS[name])
        )
        records[name] = f"{text}recordings:\n  sv:\n{''.join(lines)}"
    root = sites.a_root(tmp_path, records, places=("1280",))
    for number in range(12):
        sites.put_recording(root, f"r-{number}.wav")
    build = sites.a_build(root, ("sv", "ar"))
    for language in ("sv", "ar"):
        for name, ways in WAYS.items():
            assert sorted(_heard(build, language, name)) == sorted(
                f"r-{number}" for number in range(len(ways))
            )
    records_by_name = {f"{record.kind_name}/{record.id}": record for record in build.directory}
    for name, ways in WAYS.items():
        assert set(dict(texts(records_by_name[name], Heard))) == set(ways)


@pytest.mark.parametrize(
    ("language", "heard"),
    [
        ("ar", ["sfi-ar", "step-ar"]),
        ("so", ["sfi-so"]),
        ("sv", ["sfi-sv", "sfi-sv-simple"]),
        ("en", ["sfi-en"]),
    ],
)
def test_a_page_plays_what_it_shows_and_nothing_of_an_older_text(
    language: str, heard: list[str], build: Build
) -> None:
    assert _heard(build, language, "offers/sfi") == heard


def test_the_player_says_who_reads_in_the_reader_s_language(build: Build) -> None:
    _, html = build.renderers["ar"].page(Page("record", "offers/sfi"))
    (_, label), *_ = PLAYER.findall(html)
    assert label == "استمع إلى شخص يقرأ هذا النص"
    assert '<bdi dir="ltr">CC BY 4.0</bdi>' in html
    assert (
        build.renderers["sv"]
        .page(Page("record", "offers/sfi"))[1]
        .count('<span class="recording easy">')
        == 1
    )


def test_lists_cards_and_search_play_nothing(build: Build) -> None:
    for page in (
        Page("index", "offers"),
        Page("card", "offers/sfi"),
        Page("municipality", "1280"),
        Page("search"),
    ):
        assert "<audio" not in build.renderers["ar"].page(page)[1]


def test_only_what_is_played_is_in_the_site() -> None:
    site = sites.recorded_site()
    names = {file.name.split(".")[0] for file in (site / "recordings").iterdir()}
    assert names == {"sfi-ar", "sfi-so", "sfi-sv", "sfi-sv-simple", "sfi-en", "step-ar", "page"}
    for page in ("ar/offers/sfi", "so/privacy"):
        html = (site / page / "index.html").read_text("utf-8")
        for address in re.findall(r'<audio [^>]*src="([^"]+)"', html):
            assert (site / page / address).resolve().is_file()
    assert (site / "so/privacy/index.html").read_text("utf-8").count("<audio") == 1
    assert "<audio" not in (site / "ar/privacy/index.html").read_text("utf-8")


def test_a_changed_recording_is_heard_at_once_in_the_live_site(tmp_path: Path) -> None:
    root, site = sites.recorded_root(tmp_path / "root"), tmp_path / "site"
    made = sites.a_build(root, ("ar",))
    live = Live(made, root, site, lambda: None)
    page, file = site / "ar/offers/sfi/index.html", root / "directory/recordings/sfi-ar.wav"
    live.update([file])
    before = PLAYER.findall(page.read_text("utf-8"))
    names = {path.name for path in (site / "recordings").iterdir()}
    sites.put_recording(root, "sfi-ar.wav", 0.3)
    live.update([file])
    assert PLAYER.findall(page.read_text("utf-8")) == before
    now = {path.name for path in (site / "recordings").iterdir()}
    assert len(now) == len(names)
    assert len(now - names) == 1
    record = sites.record_path(root, "offers/sfi")
    old = text_at(made.directory.offers["sfi"], "summary")["ar"]
    record.write_text(record.read_text("utf-8").replace(old, f"{old} !"), "utf-8")
    live.update([record])
    assert "sfi-ar" not in page.read_text("utf-8")
    assert not [path for path in (site / "recordings").iterdir() if path.name.startswith("sfi-ar.")]
    assert fingerprint(old) in record.read_text("utf-8")
