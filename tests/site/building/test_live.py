"""vagvisare.site.building.live: after any change the served pages equal those of a full build."""

import functools
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.site import sites
from tests.site.sites import enterprise, published, record_path, shipped, stamps, write_record
from vagvisare.site.building.build import Build, build
from vagvisare.site.building.live import Live
from vagvisare.site.pages import pages

LANGUAGES = ("sv", "ar")
RECORDS = (
    *(
        "partners/malmo",
        "partners/region-skane",
        "partners/forsakringskassan",
        "partners/kommunen",
        "partners/arbetsformedlingen",
    ),
    *("partners/finsam-i-malmo", "partners/coompanion-skane", "partners/coompanion"),
    *("offers/sfi", "offers/lonebidrag", "offers/coompanion-radgivning"),
)
PROJECT = """
name: Ett projekt
summary: {sv: Ett projekt i Skåne.}
owner: {partner: coompanion-skane, role: projektägare}
partners: [{partner: malmo, role: samarbetspartner}]
municipalities: ['1280']
sources: [{title: Test}]
"""
RULES = """
need: svenska
rules:
  kommunen:
    body: kommunen
    because: {sv: Kommunen ordnar kurser., ar: البلدية تنظم دورات.}
    sources: [{title: Test, date: '2026'}]
  verket:
    body: arbetsformedlingen
    except: [utan-tillstånd]
    because: {sv: Verket visar vägen., ar: المكتب يدلك على الطريق.}
    sources: [{title: Test, date: '2026'}]
"""


@functools.cache
def _first(folder: Path, longest: int) -> Build:  # noqa: ARG001 (a longest list of its own makes another site)
    """A root and its site in ``folder``, made once and copied for each test."""
    records: dict[str, str | Path] = {**shipped(*RECORDS)}
    records |= {
        "enterprises/anna": enterprise("Anna"),
        "enterprises/bo": enterprise("Bo", "1281", "part_of: anna\n"),
    }
    records |= {"enterprises/bodil": enterprise("Bodil", "0980", "member_of: [coompanion-skane]\n")}
    records |= {"projects/ett": PROJECT, "responsibility/svenska": RULES}
    made = sites.a_build(
        sites.a_root(folder / "root", records, places=("1280", "1281", "0980")), LANGUAGES
    )
    (folder / "prose").mkdir()
    build(made, folder / "prose", folder / "site", 1)
    return made


class Site:
    """A root, the site built from it, and the live part that keeps the two in step."""

    def __init__(self, folder: Path, first: Path) -> None:
        made = _first(first / str(pages.LONGEST_LIST), pages.LONGEST_LIST)
        shutil.copytree(first / str(pages.LONGEST_LIST), folder, dirs_exist_ok=True)
        self.folder = folder
        self.root = folder / "root"
        self.site = folder / "site"
        self.told = 0
        self.live = Live(made, self.root, self.site, self._tell)

    def _tell(self) -> None:
        self.told += 1

    def full(self) -> dict[str, str]:
        """The result of a full build of the root, by path, without sitemaps and lists to keep.

        On a preview they wait for a full build, as nobody reads them there.
        """
        target = self.folder / "full"
        build(sites.a_build(self.root, LANGUAGES), self.folder / "prose", target, 1)
        return _without_lists(published(target))

    def now(self) -> dict[str, str]:
        """The site as served, once the search box's indexes have caught up."""
        self.live.write_data()
        return _without_lists(published(self.site))

    def update(self, *names: str) -> set[str]:
        """Reports changed records; returns the paths of the pages that were written."""
        before = stamps(self.site)
        self.live.update([record_path(self.root, name) for name in names])
        return {
            path
            for path, stamp in stamps(self.site).items()
            if stamp != before.get(path) and path.endswith(".html")
        }

    def change(self, name: str, old: str, new: str) -> set[str]:
        """Changes a record's text and updates."""
        path = record_path(self.root, name)
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")
        return self.update(name)


def _without_lists(files: dict[str, str]) -> dict[str, str]:
    left = ("sitemap", "assets/keep-")
    return {path: content for path, content in files.items() if not path.startswith(left)}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("first")


@pytest.fixture
def live(tmp_path: Path, first: Path) -> Site:
    return Site(tmp_path, first)


CHANGES: dict[str, tuple[str, str, str]] = {
    "a summary": ("enterprises/anna", "Anna (sv)", "Nytt om Anna"),
    "a name": ("enterprises/anna", "name: 'Anna'", "name: 'Örjan'"),
    "the place": ("enterprises/anna", "1280", "0980"),
    "the parent": ("enterprises/bo", "part_of: anna", "part_of: bodil"),
    "no parent any more": ("enterprises/bo", "part_of: anna\n", ""),
    "a unit's name": ("enterprises/bo", "name: 'Bo'", "name: 'Zeb'"),
    "a translation goes": ("enterprises/anna", "  ar: 'Anna (ar)'\n", ""),
    "a municipality's name": ("partners/malmo", "Malmö kommun", "Malmö stad"),
    "a municipality's area": ("partners/malmo", "'1280'", "'0980'"),
    "a region's name": ("partners/region-skane", "Region Skåne", "Region Söder"),
    "a national partner's name": (
        "partners/arbetsformedlingen",
        "name:\n  sv: Arb",
        "name:\n  sv: Zarb",
    ),
    "a national partner becomes local": (
        "partners/arbetsformedlingen",
        "service_area: [SE]",
        "service_area: ['1281']",
    ),
    "a partner's kind": (
        "partners/arbetsformedlingen",
        "kind: statlig-myndighet",
        "kind: civilsamhälle",
    ),
    "a regional partner's area": ("partners/coompanion-skane", "'12'", "'09'"),
    "an association's members": (
        "partners/finsam-i-malmo",
        "members: [malmo, region-skane, ",
        "members: [malmo, ",
    ),
    "a national offer's name": ("offers/sfi", "Svenska för invandrare", "Ost för invandrare"),
    "an offer's provider": (
        "offers/sfi",
        "providers: [kommunen]",
        "providers: [arbetsformedlingen]",
    ),
    "an offer's need": ("offers/sfi", "needs: [svenska]", "needs: [tolk]"),
    "a project's name": ("projects/ett", "Ett projekt\n", "Nytt projekt\n"),
    "a project's parties": ("projects/ett", "partner: malmo", "partner: region-skane"),
    "a project's municipality": ("projects/ett", "1280", "0980"),
    "a municipality's telephone": ("partners/malmo", "phone: '+46", "phone: '+468"),
    "an enterprise's contact": (
        "enterprises/anna",
        "locations:",
        "contacts: [{phone: '+468123456'}]\nlocations:",
    ),
    "an offer closes": ("offers/sfi", "aliases:", "status: inactive\naliases:"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_after_a_change_the_site_is_that_of_a_full_build(change: str, live: Site) -> None:
    before = live.now()
    live.change(*CHANGES[change])
    assert live.now() == live.full()
    assert live.now() != before
    assert live.told == 1


def test_a_small_change_writes_a_few_pages(live: Site) -> None:
    where = (
        "enterprises/anna/",
        "enterprises/bo/",
        "enterprises/",
        "municipalities/malmo/",
        "counties/12/",
        "glossary/",
        "municipalities/malmo/training/",
        "municipalities/lund/training/",
        "municipalities/gotland/training/",
    )
    expected = {f"{language}/{there}index.html" for language in LANGUAGES for there in where}
    assert live.change("enterprises/anna", "Anna (sv)", "Nytt om Anna") == expected


@pytest.mark.parametrize("name", ["enterprises/anna", "enterprises/bo", "projects/ett", *RECORDS])
def test_a_record_that_goes_and_comes_back(name: str, live: Site) -> None:
    first, path = live.now(), record_path(live.root, name)
    text = path.read_text("utf-8")
    path.unlink()
    live.update(name)
    assert _whole(live, name)
    path.write_text(text, "utf-8")
    live.update(name)
    assert live.now() == first
    assert live.told == 2


def _whole(live: Site, name: str) -> bool:
    """Whether the site equals that of a full build, without the record's page.

    If others refer to a missing record, the check reports it; pages do not.
    """
    made = sites.made(sites.Site.load(live.root, today=sites.TODAY), LANGUAGES)
    build(made, live.folder / "prose", live.folder / "full", 1)
    return (
        live.now() == _without_lists(published(live.folder / "full"))
        and not (live.site / "sv" / name).exists()
    )


def test_a_new_record(live: Site) -> None:
    write_record(live.root, "enterprises/cecilia", enterprise("Cecilia", "1281", "part_of: anna\n"))
    assert "ar/enterprises/cecilia/index.html" in live.update("enterprises/cecilia")
    assert live.now() == live.full()


def test_two_records_at_once(live: Site) -> None:
    write_record(live.root, "enterprises/cecilia", enterprise("Cecilia"))
    record_path(live.root, "enterprises/bodil").unlink()
    live.update("enterprises/cecilia", "enterprises/bodil")
    assert live.now() == live.full()


def test_a_renamed_file(live: Site) -> None:
    record_path(live.root, "enterprises/bodil").rename(
        record_path(live.root, "enterprises/bodil-ny")
    )
    live.update("enterprises/bodil", "enterprises/bodil-ny")
    assert live.now() == live.full()


def test_a_broken_record_keeps_its_last_good_page_until_it_is_mended(
    live: Site, caplog: pytest.LogCaptureFixture
) -> None:
    before, path = stamps(live.site), record_path(live.root, "enterprises/anna")
    good = path.read_text("utf-8")
    path.write_text(f"{good}industries: [nothing]\n", "utf-8")
    assert live.update("enterprises/anna") == set()
    assert stamps(live.site) == before
    assert live.told == 0
    assert "directory/enterprises/anna.yml:" in caplog.text
    path.write_text(good.replace("Anna (sv)", "Mended"), "utf-8")
    assert live.update("enterprises/anna")
    assert live.now() == live.full()


def test_a_new_record_that_is_broken_has_no_page(live: Site) -> None:
    write_record(live.root, "enterprises/bad", "name: [\n")
    assert live.update("enterprises/bad") == set()
    assert not (live.site / "sv/enterprises/bad").exists()


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "enterprises/.anna.yml.swp",
        "enterprises/anna.yml~",
        "enterprises/._anna.yml",
        "vocabulary/needs.yml",
    ],
)
def test_what_is_no_record_changes_no_page(
    name: str, live: Site, caplog: pytest.LogCaptureFixture
) -> None:
    before = stamps(live.site)
    (live.root / "directory" / name).touch()
    live.live.update([live.root / "directory" / name])
    assert stamps(live.site) == before
    assert caplog.text == ""


# --- lists by letter ------------------------------------------------------------------------------

LETTERS: dict[str, Callable[[Site], set[str]]] = {
    "a name moves to a new letter": lambda live: live.change(
        "enterprises/anna", "name: 'Anna'", "name: 'Örjan'"
    ),
    "a name moves to a letter that is there": lambda live: live.change(
        "enterprises/anna", "name: 'Anna'", "name: 'Bengt'"
    ),
    "a letter's last record goes": lambda live: _remove(live, "enterprises/anna"),
    "a letter's first record comes": lambda live: _add(live, "enterprises/c", "Cecilia"),
    "a letter's second record comes": lambda live: _add(live, "enterprises/b", "Bengt"),
}


def _remove(live: Site, name: str) -> set[str]:
    record_path(live.root, name).unlink()
    return live.update(name)


def _add(live: Site, name: str, title: str) -> set[str]:
    write_record(live.root, name, enterprise(title))
    return live.update(name)


@pytest.mark.parametrize("longest", [2, 3])
@pytest.mark.parametrize("change", LETTERS)
def test_lists_by_letter_follow(
    change: str, longest: int, tmp_path: Path, first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With three enterprises, a limit of two gives letters from the start.

    A limit of three gives them when a fourth comes.
    """
    monkeypatch.setattr(pages, "LONGEST_LIST", longest)
    live = Site(tmp_path, first)
    record_path(live.root, "enterprises/bo").write_text(enterprise("Bo", "1281"), "utf-8")
    live.update("enterprises/bo")
    LETTERS[change](live)
    assert live.now() == live.full()


def test_lists_by_letter_go_when_the_list_is_short_again(
    tmp_path: Path, first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "LONGEST_LIST", 2)
    live = Site(tmp_path, first)
    assert list((live.site / "sv/enterprises").glob("_*"))
    _remove(live, "enterprises/bodil")
    assert not list((live.site / "sv/enterprises").glob("_*"))
    assert live.now() == live.full()


# --- by the kernel's events -----------------------------------------------------------------------


@pytest.fixture
def watching(live: Site) -> Iterator[Site]:
    live.live.start()
    yield live
    live.live.stop()


def _wait_for(happened: Callable[[], bool], seconds: float = 10) -> bool:
    end = time.monotonic() + seconds
    while not happened() and time.monotonic() < end:
        time.sleep(0.01)
    return happened()


def test_saving_a_file_shows_in_the_served_page(watching: Site) -> None:
    page = watching.site / "sv/enterprises/anna/index.html"
    path = record_path(watching.root, "enterprises/anna")
    path.write_text(path.read_text("utf-8").replace("Anna (sv)", "Sparad"), "utf-8")
    assert _wait_for(lambda: "Sparad" in page.read_text("utf-8") and watching.told > 0)
    assert _wait_for(
        lambda: any(
            "Sparad" in cards.read_text("utf-8")
            for cards in watching.site.glob("assets/search.*/cards/sv/*")
        )
    )


def test_an_editor_that_saves_by_renaming_is_seen(watching: Site) -> None:
    page = watching.site / "ar/enterprises/anna/index.html"
    path = record_path(watching.root, "enterprises/anna")
    beside = path.with_name(".anna.yml.tmp")
    beside.write_text(path.read_text("utf-8").replace("Anna (ar)", "Sparad"), "utf-8")
    beside.rename(path)
    assert _wait_for(lambda: "Sparad" in page.read_text("utf-8"))


def test_the_watch_ends(live: Site) -> None:
    live.live.start()
    live.live.stop()
    told = live.told
    live.change("enterprises/anna", "Anna (sv)", "Efteråt")  # by hand it still works
    assert live.told == told + 1
