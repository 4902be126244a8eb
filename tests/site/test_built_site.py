"""The built site as a whole: all links, ids, alternates, sitemaps and descriptions of all pages."""

import json
import posixpath
import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import pytest

from tests.site import sites
from tests.site.pages_read import PageRead, read_all
from vagvisare.reading.loading import load
from vagvisare.records.kinds import Record
from vagvisare.site.pages.addresses import of_record
from vagvisare.site.search.search import folder_in

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
SPEAK_ALL = ("index.html", "404.html")
"""The two pages that are in every language at once."""


@pytest.fixture(scope="module", params=["shipped", "rich"])
def site(request: pytest.FixtureRequest) -> Path:
    return request.getfixturevalue(f"{request.param}_site")


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, PageRead]:
    return read_all(site)


@pytest.fixture(scope="module")
def records(site: Path) -> dict[str, Record]:
    """The records of the site by the address of their page."""
    directory = load(
        sites.ROOT if site == sites.shipped_site() else sites.rich_root(), today=sites.TODAY
    ).directory
    return {of_record(directory, record): record for record in directory}


def _in_languages(pages: dict[str, PageRead]) -> dict[str, PageRead]:
    return {path: page for path, page in pages.items() if path not in SPEAK_ALL}


def _faults_of_link(path: str, link: str, site: Path, pages: dict[str, PageRead]) -> str | None:
    parts = urlsplit(link)
    if parts.scheme:
        return (
            None
            if parts.scheme in ("https", "http", "mailto", "tel", "sms")
            else f"{path}: {link}: scheme"
        )
    target = (
        path
        if not parts.path
        else posixpath.normpath(
            posixpath.join("/" + posixpath.dirname(path), unquote(parts.path))
        ).lstrip("/")
    )
    if target == "." or (parts.path.endswith("/") and parts.path) or not target:
        target = posixpath.join(target.removeprefix("."), "index.html")
    if target not in pages and not (site / target).is_file():
        return f"{path}: {link}: no such file"
    state = "=" in parts.fragment  # what a script reads: #words=…
    if (
        parts.fragment
        and not state
        and target in pages
        and unquote(parts.fragment) not in pages[target].ids
    ):
        return f"{path}: {link}: no such id"
    return None


def test_every_page_is_there_in_every_language(pages: dict[str, PageRead]) -> None:
    where = {
        language: {path.partition("/")[2] for path in pages if path.startswith(f"{language}/")}
        for language in sites.LANGUAGES
    }
    assert len(where["sv"]) > 300
    assert where["en"] == where["ar"] == where["so"] == where["sv"]
    assert len(pages) == len(SPEAK_ALL) + 4 * len(where["sv"])


def test_every_internal_link_and_fragment_leads_somewhere(
    site: Path, pages: dict[str, PageRead]
) -> None:
    faults = {
        fault
        for path, page in pages.items()
        for link in page.links
        if (fault := _faults_of_link(path, link, site, pages))
    }
    assert sorted(faults) == []


def test_icons_that_pages_use_exist(site: Path, pages: dict[str, PageRead]) -> None:
    (icons,) = site.glob("assets/icons*.svg")
    there = {element.get("id") for element in ET.parse(icons).iter() if element.get("id")}
    used = {
        link.partition("#")[2]
        for page in pages.values()
        for link in page.links
        if icons.name in link
    }
    assert used
    assert used <= there


def test_ids_are_unique_and_references_lead_to_one(pages: dict[str, PageRead]) -> None:
    faults = [
        f"{path}: {name} twice"
        for path, page in pages.items()
        for name, times in Counter(page.ids).items()
        if times > 1
    ]
    faults += [
        f"{path}: no {name}"
        for path, page in pages.items()
        for name in page.references
        if name not in page.ids
    ]
    assert faults == []


def test_pages_say_their_language_and_direction(pages: dict[str, PageRead]) -> None:
    for path, page in _in_languages(pages).items():
        language = path.partition("/")[0]
        assert (page.language, page.direction) == (
            language,
            "rtl" if language == "ar" else "ltr",
        ), path


def test_pages_have_a_title_and_their_own_canonical_address(pages: dict[str, PageRead]) -> None:
    for path, page in _in_languages(pages).items():
        assert page.title.removesuffix("– Vägvisare").strip(), path
        assert page.canonical == sites.URL + path.removesuffix("index.html"), path
    assert pages["index.html"].canonical == sites.URL


def _languages_of(path: str, records: dict[str, Record]) -> set[str]:
    record = records.get(path.partition("/")[2].removesuffix("index.html"))
    return set(sites.LANGUAGES) if record is None else set(sites.LANGUAGES) & set(record.summary)


def test_alternates_name_the_languages_that_the_text_is_really_in(
    pages: dict[str, PageRead], records: dict[str, Record]
) -> None:
    for path, page in _in_languages(pages).items():
        where = path.partition("/")[2].removesuffix("index.html")
        expected = {
            language: f"{sites.URL}{language}/{where}" for language in _languages_of(path, records)
        }
        assert page.alternates == expected | {"x-default": f"{sites.URL}sv/{where}"}, path


def test_alternates_are_reciprocal(pages: dict[str, PageRead]) -> None:
    for path, page in pages.items():
        for address in page.alternates.values():
            other = pages[address.removeprefix(sites.URL) + "index.html"]
            assert path in SPEAK_ALL or other.alternates == page.alternates, path


def test_the_way_in_names_every_language(pages: dict[str, PageRead]) -> None:
    expected = {language: f"{sites.URL}{language}/" for language in sites.LANGUAGES}
    assert pages["index.html"].alternates == expected | {"x-default": sites.URL}


def _sitemap(site: Path) -> list[str]:
    index = ET.parse(site / "sitemap.xml")
    parts = [str(element.text).removeprefix(sites.URL) for element in index.iter(LOC)]
    return [str(element.text) for part in parts for element in ET.parse(site / part).iter(LOC)]


def test_the_sitemap_lists_exactly_what_is_really_translated(
    site: Path, pages: dict[str, PageRead], records: dict[str, Record]
) -> None:
    listed = _sitemap(site)
    expected = {
        page.canonical
        for path, page in _in_languages(pages).items()
        if page.language in _languages_of(path, records)
    }
    assert len(listed) == len(set(listed))
    assert set(listed) == expected
    assert f"Sitemap: {sites.URL}sitemap.xml" in (site / "robots.txt").read_text("utf-8")


def test_a_page_that_falls_back_is_neither_in_the_sitemap_nor_among_the_alternates(
    rich_site: Path,
) -> None:
    page = read_all(rich_site)["so/enterprises/only-swedish/index.html"]
    assert set(page.alternates) == {"sv", "x-default"}
    listed = _sitemap(rich_site)
    assert f"{sites.URL}sv/enterprises/only-swedish/" in listed
    assert f"{sites.URL}so/enterprises/only-swedish/" not in listed


def _is_directory_page(path: str) -> bool:
    return path.partition("/")[2].partition("/")[0] in {
        "enterprises",
        "partners",
        "offers",
        "projects",
        "municipalities",
        "counties",
    }


def test_linked_data_has_what_schema_org_asks_for(
    pages: dict[str, PageRead], records: dict[str, Record]
) -> None:
    types = {
        "enterprises": {"Organization"},
        "partners": {"Organization", "GovernmentOrganization"},
    }
    types |= {"offers": {"Service", "GovernmentService"}, "projects": {"Project"}}
    for path, page in pages.items():
        if not _is_directory_page(path):
            continue
        trail, *things = page.linked_data
        steps = trail["itemListElement"]
        assert trail["@type"] == "BreadcrumbList", path
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1)), path
        assert all(step["name"] and step["item"].startswith(sites.URL) for step in steps), path
        assert steps[-1]["item"] == page.canonical, path
        record = records.get(path.partition("/")[2].removesuffix("index.html"))
        assert len(things) == (record is not None), path
        for thing in things:
            assert thing["@type"] in types[record.kind_name], path  # type: ignore[union-attr]
            assert thing["@id"] == page.canonical, path
            assert all((thing["name"], thing["description"])), path


def test_breadcrumbs_lead_to_pages(pages: dict[str, PageRead]) -> None:
    there = {page.canonical for page in pages.values()}
    steps = {
        step["item"]
        for page in pages.values()
        for data in page.linked_data[:1]
        for step in data["itemListElement"]
    }
    assert steps <= there


def test_a_national_provider_is_on_every_municipality_s_page(pages: dict[str, PageRead]) -> None:
    found = [
        page
        for path, page in pages.items()
        if re.fullmatch(r"so/municipalities/[^/]+/index\.html", path)
    ]
    assert len(found) == 290
    assert all("../../../so/partners/arbetsformedlingen/" in page.links for page in found)


def test_the_search_index_leads_to_pages(site: Path, pages: dict[str, PageRead]) -> None:
    for language in sites.LANGUAGES:
        cards = [
            card
            for file in site.glob(f"{folder_in(site)}/cards/{language}/*")
            for card in json.loads(file.read_text("utf-8"))
        ]
        assert len(cards) > 290
        search = f"{language}/search/index.html"
        links = [f"../{card['address']}" for card in cards]
        assert [
            fault for link in links if (fault := _faults_of_link(search, link, site, pages))
        ] == []


def test_no_page_asks_another_host_for_anything(pages: dict[str, PageRead]) -> None:
    loading = {
        "script",
        "img",
        "iframe",
        "source",
        "video",
        "audio",
        "object",
        "embed",
        "use",
        "form",
    }
    for path, page in pages.items():
        assert not [
            tag
            for tag, names in page.tags
            if tag in loading and {"srcset", "background"} & set(names)
        ], path
    for path in [*sites.shipped_site().rglob("*.css"), *sites.shipped_site().rglob("*.js")]:
        assert not re.search(
            r"(url\(|import ?|@import ?)[\"']?(https?:)?//", path.read_text("utf-8")
        ), path.name


def test_no_mark_of_the_shell_or_of_a_template_is_left(shipped_site: Path) -> None:
    for path, page in read_all(shipped_site).items():
        assert not re.search(r"<@[a-z]+@>|\{\{|\{%|%\(\w+\)s|StrictUndefined", page.text), path


@pytest.mark.parametrize(
    "link",
    [
        "../nowhere/",
        "nowhere.css",
        "#nowhere",
        "../so/#nowhere",
        "javascript:alert(1)",
        "data:text/html,x",
    ],
)
def test_a_link_that_leads_nowhere_is_found(link: str, shipped_site: Path) -> None:
    assert _faults_of_link("sv/index.html", link, shipped_site, read_all(shipped_site))
