"""Pages of prose, split into the parts that are translated."""

from pathlib import Path

from vagvisare.prose.docs import pages
from vagvisare.prose.prose import Prose

ROOT = Path(__file__).parents[2]
TEXT = """---
title: Om
description: Vad det är.
---

Först.

# Om {#about}

## Varför? {#why}

Därför.

```
## not a heading {#not}
```

## Utan id

Hör till det förra.
"""


def test_parts() -> None:
    page = Prose("docs/sv/about.md", "about", "sv", TEXT)
    assert list(page.parts) == ["title", "description", "introduction", "about", "why"]
    assert page.parts["about"] == "# Om {#about}"
    assert page.parts["why"].endswith("Hör till det förra.")
    assert {part: TEXT[start:end] for part, (start, end) in page.spans.items()} == dict(
        list(page.parts.items())[2:]
    )


def test_a_page_without_front_matter_or_with_a_broken_one() -> None:
    assert Prose("docs/sv/x.md", "x", "sv", "Text.").parts == {"introduction": "Text."}
    assert Prose("docs/sv/x.md", "x", "sv", "---\na: [\n---\nText.").parts == {
        "introduction": "Text."
    }


def test_the_parts_of_every_page_are_the_same_in_every_language_that_has_it() -> None:
    for name, languages in pages(ROOT).items():
        for language, page in languages.items():
            assert list(page.parts) == list(languages["sv"].parts), f"{language} {name}"
