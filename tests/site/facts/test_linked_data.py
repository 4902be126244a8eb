"""vagvisare.site.facts.linked_data: no schema.org description can end its script element."""

import json

import pytest

from vagvisare.site.facts.linked_data import script


@pytest.mark.parametrize(
    "text",
    ["</script><script>x</script>", "<!--<script>", "]]>", "&lt;", "\u2028\u2029", '"', "\\"],
)
def test_texts_come_back_as_they_were(text: str) -> None:
    html = script([{"name": text}])
    inside = html.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set(inside) & set("<>&\u2028\u2029")
    assert json.loads(inside)["@graph"] == [{"name": text}]
