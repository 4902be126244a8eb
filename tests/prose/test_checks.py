"""The guide's prose: what its rules find, and that the shipped pages follow them."""

import re
from pathlib import Path

import pytest

from vagvisare.problems.messages import LANGUAGES, MESSAGES
from vagvisare.problems.problems import Problem, as_text
from vagvisare.prose import checks, docs
from vagvisare.prose.prose import DEPTH, Prose

ROOT = Path(__file__).parents[2]
SITE_LANGUAGES = ("sv", "en", "ar", "so")
PAGE = """---
title: {title}
description: Om {title}.
readers: {readers}
checked: 2026-11-24
---

# {title} {{#start}}

{text}

## Källor {{#sources}}

- En källa om {title}, 2014.
"""


def a_page(title: str, text: str, readers: str = "newcomers") -> str:
    return PAGE.format(title=title, text=text, readers=readers)


def a_root(folder: Path, **pages: str) -> Path:
    """A root with the page ``page.md`` in every language of the site.

    Languages that are not given get a text without faults.
    """
    for language in SITE_LANGUAGES:
        (folder / "docs" / language).mkdir(parents=True)
        content = pages.get(language, a_page(f"T-{language}", f"{language} {language}."))
        (folder / "docs" / language / "page.md").write_text(content, "utf-8")
    return folder


def told(root: Path) -> list[tuple[str, int, str]]:
    return [
        (problem.file, problem.line, problem.code)
        for problem in sorted(checks.check(docs.load(root)))
    ]


def test_a_page_that_keeps_the_rules_is_not_told_of(tmp_path: Path) -> None:
    assert told(a_root(tmp_path)) == []


def test_the_shipped_prose_keeps_the_rules() -> None:
    assert list(as_text(checks.check(docs.load(ROOT)), "en")) == []


@pytest.mark.parametrize(
    "page",
    [page for page in docs.load(ROOT).readable if page.head["readers"] == "newcomers"],
    ids=lambda page: page.file,
)
def test_a_newcomer_s_page_says_first_what_it_gives_and_last_who_to_call(page: Prose) -> None:
    first = next(line for _, line in page.lines if line and not line.startswith("#"))
    assert len(re.findall(r"[.؟?](?=\s|$)", first)) == 2
    assert [heading.anchor for heading in page.headings][-2:] == ["who-to-call", "sources"]


def test_a_page_that_is_not_there_in_a_language(tmp_path: Path) -> None:
    root = a_root(tmp_path)
    (root / "docs/so/other.md").write_text(a_page("T-other", "so."), "utf-8")
    (root / "docs/so/page.md").unlink()
    missing = [file for file, _, code in told(root) if code == "prose-missing"]
    assert missing == [
        "docs/ar/other.md",
        "docs/en/other.md",
        "docs/so/page.md",
        "docs/sv/other.md",
    ]


def test_a_language_without_any_page_has_only_just_been_added(tmp_path: Path) -> None:
    root = a_root(tmp_path)
    (root / "docs/so/page.md").unlink()
    assert told(root) == []


def test_a_page_that_is_known_to_be_missing(tmp_path: Path) -> None:
    swedish = a_page("Sida", "Hej.").replace("readers:", "missing: [so]\nreaders:")
    root = a_root(tmp_path, sv=swedish)
    (root / "docs/so/page.md").unlink()
    assert told(root) == []


def test_a_home_page_is_not_held_against_sources(tmp_path: Path) -> None:
    home = (
        "---\ntitle: Hem\ndescription: Hem.\ntemplate: home.html\nreaders: site\n---\n\n"
        "# Hem {#start}\n"
    )
    root = a_root(tmp_path, **dict.fromkeys(SITE_LANGUAGES, home))
    assert told(root) == []


def test_a_heading_without_an_anchor_and_so_with_another(tmp_path: Path) -> None:
    found = told(a_root(tmp_path, en=a_page("Page", "Hello.").replace(" {#start}", "")))
    assert found == [
        ("docs/en/page.md", 1, "prose-anchors"),
        ("docs/en/page.md", 8, "prose-heading"),
    ]


def test_anchors_in_another_order(tmp_path: Path) -> None:
    swedish = a_page("Sida", "## Ett {#one}\n\n## Två {#two}")
    others = {code: a_page("Page", "## A {#one}\n\n## B {#two}") for code in ("ar", "so")}
    english = a_page("Page", "## B {#two}\n\n## A {#one}")
    assert told(a_root(tmp_path, sv=swedish, en=english, **others)) == [
        ("docs/en/page.md", 1, "prose-anchors")
    ]


def test_a_link_that_only_one_language_has(tmp_path: Path) -> None:
    english = a_page("Page", "[There](site:offers/sfi/)")
    problems = list(checks.check(docs.load(a_root(tmp_path, en=english))))
    assert [(problem.code, problem.facts["value"]) for problem in problems] == [
        ("prose-link", "site:offers/sfi/")
    ]


@pytest.mark.parametrize("link", ["other.md", "page.md#not-there", "#not-there"])
def test_a_link_that_leads_nowhere(link: str, tmp_path: Path) -> None:
    root = a_root(
        tmp_path, **{code: a_page(f"T-{code}", f"[{code}]({link})") for code in SITE_LANGUAGES}
    )
    assert told(root) == [
        (f"docs/{code}/page.md", 10, "prose-nowhere") for code in sorted(SITE_LANGUAGES)
    ]


def test_links_to_headings_that_there_are(tmp_path: Path) -> None:
    text = (
        "[a](page.md) [b](page.md#start) [c](#sources) [d](site:offers/) "
        "[e](https://x.example/#nothing)"
    )
    assert (
        told(
            a_root(
                tmp_path, **{code: a_page(f"T-{code}", f"{code} {text}") for code in SITE_LANGUAGES}
            )
        )
        == []
    )


@pytest.mark.parametrize(
    "text",
    ["Ring kommunen när du vill.", "- Ring kommunen när du vill.", "| Ring kommunen när du vill |"],
)
def test_a_line_left_in_swedish(text: str, tmp_path: Path) -> None:
    root = a_root(tmp_path, sv=a_page("Sida", text), so=a_page("Bog", text))
    assert told(root) == [("docs/so/page.md", 10, "prose-untranslated")]


@pytest.mark.parametrize(
    "text",
    [
        "> Jag vill ha en tolk.\n{lang=sv dir=ltr}",
        "- *Samordning för socialt företagande*{lang=sv}, 2014.",
        "- Coompanion: [coompanion.se](https://coompanion.se/socialt-foretagande), 2014–2018.",
        "## Samordning för socialt företagande {#name lang=sv}",
        "```\nname: Basta Nykvarn och flera\n```",
    ],
)
def test_swedish_that_is_meant_to_stay(text: str, tmp_path: Path) -> None:
    root = a_root(tmp_path, **{code: a_page(f"T-{code}", text) for code in SITE_LANGUAGES})
    assert "prose-untranslated" not in {code for _, _, code in told(root)}


@pytest.mark.parametrize("text", ["## Källor {#sources}", ""])
def test_a_page_that_rests_on_nothing(text: str, tmp_path: Path) -> None:
    english = a_page("Page", "Hello.").split("## Källor")[0] + text + "\n"
    assert "prose-sources" in {code for _, _, code in told(a_root(tmp_path, en=english))}


def test_swedish_that_is_hard_to_read(tmp_path: Path) -> None:
    hard = (
        "Förvaltningsmyndigheterna samordnar rehabiliteringsinsatserna "
        "tillsammans med kommunförbunden."
    )
    assert told(a_root(tmp_path, sv=a_page("Sida", hard))) == [("docs/sv/page.md", 1, "prose-hard")]


def test_officials_may_be_given_harder_swedish(tmp_path: Path) -> None:
    hard = (
        "Förvaltningsmyndigheterna samordnar rehabiliteringsinsatserna "
        "tillsammans med kommunförbunden."
    )
    assert told(a_root(tmp_path, sv=a_page("Sida", hard, "officials"))) == []


def test_lix_leaves_out_addresses_and_sources(tmp_path: Path) -> None:
    root = a_root(
        tmp_path,
        sv=a_page(
            "Sida", "[Hej](https://arbetsmarknadsmyndigheten.example/rehabiliteringsinsatser) du."
        ),
    )
    page = docs.load(root).pages["page"]["sv"]
    assert "arbetsmarknad" not in " ".join(page.told())
    assert "källa" not in " ".join(page.told())


@pytest.mark.parametrize("code", [code for code in MESSAGES if code.startswith("prose-")])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_problem_of_prose_is_told_with_its_example(code: str, language: str) -> None:
    facts = {
        "language": "so",
        "field": "checked",
        "value": "x",
        "most": "35",
        "limit": "500",
        "correct": "y",
    }
    (line,) = as_text([Problem("docs/so/page.md", 3, 1, code, facts)], language)
    assert line.startswith("docs/so/page.md:3:1: ")
    assert "{{" not in line


def test_links_are_found_however_they_are_written(tmp_path: Path) -> None:
    text = (
        "[a](no-a.md 'title') and\n[b][b] and\n![x](no-c.png)\n\n- <https://x.example>\n\n"
        "[b]: no-b.md\n\n```\n[c](no-d.md)\n```"
    )
    root = a_root(
        tmp_path, **{code: a_page(f"T-{code}", f"{code}\n{text}") for code in SITE_LANGUAGES}
    )
    found = [
        (problem.line, problem.facts["value"])
        for problem in checks.check(docs.load(root))
        if problem.code == "prose-nowhere"
    ]
    assert found == [(11, "no-a.md"), (12, "no-b.md")] * 4


@pytest.mark.parametrize(
    "address",
    ["https://x.example/p.png", "//x.example/p.png", "data:image/png;base64,AA==", "p.png"],
)
def test_a_picture(address: str, tmp_path: Path) -> None:
    root = a_root(tmp_path, so=a_page("T", f"so\n\nso ![p]({address})"))
    assert told(root) == [("docs/so/page.md", 12, "prose-picture")]


@pytest.mark.parametrize("sign", ["- ", "> ", "1. "])
def test_lists_in_lists_without_end(sign: str, tmp_path: Path) -> None:
    root = a_root(tmp_path, so=a_page("T", f"so\n\n{sign * DEPTH}so"))
    assert told(root) == []
    (root / "docs/so/page.md").write_text(a_page("T", f"so\n\n{sign * 5000}so"), "utf-8")
    assert told(root) == [("docs/so/page.md", 12, "too-deep")]


@pytest.mark.parametrize("text", ["[" * 9000, "<" * 9000, "# so {#so}\n" * 900])
def test_signs_without_end(text: str, tmp_path: Path) -> None:
    found = told(a_root(tmp_path, so=a_page("T", text)))
    assert ("docs/so/page.md", 1, "prose-signs") in found
