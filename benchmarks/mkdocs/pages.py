"""Turns our pages into Markdown files and a one-template theme, so MkDocs writes the same site.

The bodies come from our own templates (not timed), because MkDocs cannot read records itself. So
only its own share is timed, Markdown and theme: less than the others do.
"""

import json
import shutil
from pathlib import Path

from benchmarks import frames
from benchmarks.generate import SITE_LANGUAGES

HERE = Path(__file__).resolve().parent
_THEME = {
    "title": "{{ page.title }}",
    "description": "{{ page.meta.description | e }}",
    "canonical": "{{ page.canonical_url }}",
    "base": "{{ base_url }}",
    "head": "{{ page.meta.head }}",
    "switcher": "{{ page.meta.switcher }}",
    "body": "{{ page.content }}",
}


def write(root: Path, site: Path, folder: Path) -> None:  # noqa: ARG001 (the same for every generator)
    """Writes configuration, theme and a Markdown file per page of ``site``, our own build."""
    (folder / "theme").mkdir(parents=True)
    shutil.copy(HERE / "mkdocs.yml", folder)
    languages = [(code, frames.filled(frames.frame(site, code), _THEME)) for code in SITE_LANGUAGES]
    parts = "".join(
        f'{{% {"el" if index else ""}if page.meta.language == "{code}" %}}{html}'
        for index, (code, html) in enumerate(languages)
    )
    (folder / "theme/main.html").write_text(f"{parts}{{% endif %}}", encoding="utf-8")
    for language in SITE_LANGUAGES:
        for page in (site / language).rglob("index.html"):
            _write_page(site, language, page, folder / "docs")
    (folder / "docs/index.md").write_text("# Vägvisare\n", encoding="utf-8")


def _write_page(site: Path, language: str, page: Path, docs: Path) -> None:
    html = page.read_text(encoding="utf-8")
    parts = frames.parts(html)
    if not parts:
        return  # a page of prose
    parts = {**parts, "language": language}
    meta = "".join(
        f"{name}: {json.dumps(text, ensure_ascii=False)}\n"
        for name, text in parts.items()
        if name != "body"
    )
    target = (docs / page.relative_to(site).parent).with_suffix(".md")
    target.parent.mkdir(parents=True, exist_ok=True)
    body = "\n".join(line for line in parts["body"].splitlines() if line.strip())
    target.write_text(f"---\n{meta}---\n<div>\n{body}\n</div>\n", encoding="utf-8")
