"""vagvisare.site.html.markup: descriptions and prose without anything that could run or load."""

import pytest

from vagvisare.site.html.markup import description, prose


def test_a_description_has_emphasis_lists_and_links() -> None:
    assert description("**a** *b* [c](https://x.se)") == (
        '<p><strong>a</strong> <em>b</em> <a href="https://x.se" rel="nofollow">c</a></p>\n'
    )
    assert description("- d\n\n1. e") == "<ul>\n<li>d</li>\n</ul>\n<ol>\n<li>e</li>\n</ol>\n"


@pytest.mark.parametrize(
    "text",
    ["# a", "> a", "    a", "```\na\n```", "![a](https://x.se/a.png)", "<b>a</b>", "---", "a\n==="],
)
def test_all_else_is_shown_as_it_was_typed(text: str) -> None:
    html = description(text)
    assert not any(
        f"<{tag}" in html for tag in ("h1", "blockquote", "pre", "code", "img", "b>", "hr", "h2")
    )


@pytest.mark.parametrize(
    "text",
    [
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](&#106;avascript:alert(1))",
        r"[a](java\nscript:alert(1))",
        "[a](//x.se)",
        "[a](../elsewhere/)",
        "[a](#here)",
        "[a](data:text/html,<script>alert(1)</script>)",
        "[a](data:image/png;base64,xss)",
        "[a](vbscript:x)",
        "[a](file:///etc/passwd)",
        "<javascript:alert(1)>",
        "[a][b]\n\n[b]: javascript:alert(1)",
        "<script>alert(1)</script>",
        "<a href='javascript:alert(1)'>a</a>",
        '[a](https://x.se/"onclick="alert(1))',
        '[a](https://x.se "t\\" onclick=\\"alert(1)")',
    ],
)
def test_nothing_in_a_description_runs(text: str) -> None:
    html = description(text)
    assert "<script" not in html
    assert 'onclick="' not in html
    for scheme in ("javascript", "data", "vbscript", "file", "java", "/", ".", "#"):
        assert f'href="{scheme}' not in html.lower()


@pytest.mark.parametrize(
    "html",
    [
        "<script>x</script>",
        "<img src=x onerror=y>",
        "<a href='javascript:y'>a</a>",
        "<iframe src='https://x.se'></iframe>",
        "<style>y</style>",
        "<p style='y'>a</p>",
        "<form action=y>",
    ],
)
def test_nothing_in_prose_runs(html: str) -> None:
    cleaned = prose(html)
    assert not any(
        part in cleaned
        for part in ("<script", "onerror", "javascript", "<iframe", "<style", "style=", "<form")
    )


def test_prose_keeps_its_tables_and_ids() -> None:
    html = '<h2 id="a">a</h2><table><thead><tr><th scope="col">b</th></tr></thead></table>'
    assert prose(html) == html
