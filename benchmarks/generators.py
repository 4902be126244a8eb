"""The compared generators: how each is prepared (not timed) and its build command (timed)."""

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import frames
from benchmarks.generate import SITE_LANGUAGES

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent


@dataclass(frozen=True)
class Generator:
    """A command to run in a folder.

    ``output`` is the folder that it writes; ``serve`` is the command of its live server, if any.
    """

    name: str
    folder: Path
    output: Path
    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    serve: Sequence[str] = ()


def ours(root: Path, work: Path, port: int = 8000) -> Generator:
    """Vägvisare: ``mkdocs build``, including reading, checking and prose."""
    output = work / "vagvisare-site"
    mkdocs = [sys.executable, "-m", "mkdocs"]
    path = os.pathsep.join(
        filter(None, [str(REPOSITORY / "src"), os.environ.get("PYTHONPATH", "")])
    )
    return Generator(
        "vagvisare",
        root,
        output,
        [*mkdocs, "build", "-q", "-d", str(output)],
        {"PYTHONPATH": path, "NO_MKDOCS_2_WARNING": "1"},
        [*mkdocs, "serve", "-q", "--dev-addr", f"127.0.0.1:{port}"],
    )


def eleventy(root: Path, work: Path, site: Path, port: int = 8000) -> Generator:
    """Eleventy with Nunjucks. ``site`` is our build of the same records, for the page frame."""
    folder = work / "eleventy"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(HERE / "eleventy", folder, ignore=shutil.ignore_patterns("node_modules"))
    (folder / "node_modules").symlink_to(HERE / "eleventy/node_modules")
    _name_icons(folder / "templates", site)
    for language in SITE_LANGUAGES:
        page = frames.filled(frames.frame(site, language), _NUNJUCKS)
        text = f'{{% set r = readers["{language}"].at(p.base) %}}{page}'
        (folder / f"templates/_includes/frame-{language}.njk").write_text(text, encoding="utf-8")
    frames.words(root, folder / "words.json")
    output = work / "eleventy-site"
    command = [
        "node",
        "--max-old-space-size=8192",
        "node_modules/@11ty/eleventy/cmd.cjs",
        "--quiet",
    ]
    environment = {
        "ROOT": str(root),
        "WORDS": str(folder / "words.json"),
        "OUT": os.path.relpath(output, folder),
        "PORT": str(port),
    }
    return Generator("eleventy", folder, output, command, environment, [*command, "--serve"])


def hugo(root: Path, work: Path, site: Path, port: int = 8000) -> Generator:
    """Hugo with a content adapter over the records as data."""
    folder, output = work / "hugo", work / "hugo-site"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(HERE / "hugo", folder)
    _name_icons(folder / "layouts", site)
    _frame_layouts(folder / "layouts", site)
    (folder / "data").mkdir()
    frames.words(root, folder / "data/words.json")
    with (folder / "hugo.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n[module]\n{_mounts(root)}")
    binary = os.environ.get("HUGO", "hugo")
    options = f"--bind 127.0.0.1 --port {port} --disableLiveReload --quiet".split()
    build = [binary, "--quiet", "-d", str(output)]
    serve = [binary, "server", *options, "-d", str(output)]
    return Generator("hugo", folder, output, build, {}, serve)


def _frame_layouts(layouts: Path, site: Path) -> None:
    """Puts the site's frame around Hugo's layouts: a partial before, and one after."""
    for language in SITE_LANGUAGES:
        page = frames.filled(frames.frame(site, language), _HUGO)
        before, _, after = page.partition("@@body@@")
        (layouts / f"_partials/before-{language}.html").write_text(before, encoding="utf-8")
        (layouts / f"_partials/after-{language}.html").write_text(after, encoding="utf-8")
    for layout in layouts.glob("*.html"):
        text = layout.read_text(encoding="utf-8")
        for mark in ("before", "after"):
            text = text.replace(
                f"@@{mark}@@", f'{{{{ partial (printf "{mark}-%s.html" $lang) $at }}}}'
            )
        layout.write_text(text, encoding="utf-8")


def _mounts(root: Path) -> str:
    """The folders that Hugo reads, with the records as data."""
    return "".join(
        f'[[module.mounts]]\nsource = "{source}"\ntarget = "{target}"\n'
        for source, target in (
            ("content", "content"),
            ("layouts", "layouts"),
            ("data", "data"),
            *(
                (str(root / "directory" / kind), f"data/{kind}")
                for kind in ("vocabulary", "enterprises", "partners", "offers", "projects")
            ),
        )
    )


def mkdocs(root: Path, work: Path, site: Path, port: int = 8000) -> Generator:  # noqa: ARG001 (called like the others)
    """MkDocs with a theme of one template: a Markdown file per page, no navigation in the pages."""
    from benchmarks.mkdocs.pages import write  # noqa: PLC0415 (only when asked for)

    folder = work / "mkdocs"
    shutil.rmtree(folder, ignore_errors=True)
    write(root, site, folder)
    output = work / "mkdocs-site"
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(output)]
    return Generator("mkdocs", folder, output, command, {"NO_MKDOCS_2_WARNING": "1"})


OTHERS = {"eleventy": eleventy, "hugo": hugo, "mkdocs": mkdocs}


_NUNJUCKS = {
    "title": "{{ p.title }}",
    "description": "{{ p.description }}",
    "canonical": "{{ p.url }}",
    "base": "{{ p.base }}",
    "head": '{% for code in ["sv", "en", "ar", "so", "x-default"] %}'
    '<link rel="alternate" hreflang="{{ code }}" '
    'href="https://vagvisare.example/'
    '{{ "sv" if code == "x-default" else code }}/{{ p.where }}">'
    "{% endfor %}{{ r.graph(p) }}",
    "switcher": "{% for code, other in readers %}"
    '<a href="{{ p.base }}/{{ code }}/{{ p.where }}" lang="{{ code }}" hreflang="{{ code }}" '
    'dir="{{ "rtl" if other.rtl else "ltr" }}"'
    '{% if code == p.lang %} aria-current="true"{% endif %}>{{ other.title }}</a>{% endfor %}',
    "body": "{% include p.template %}",
}
_HUGO = {
    "title": "{{ .page.Title }}",
    "description": "{{ .page.Params.description }}",
    "canonical": "{{ .page.Permalink }}",
    "base": "{{ .base }}",
    "head": '{{ $where := strings.TrimPrefix (printf "/%s/" .lang) .page.RelPermalink }}'
    '{{ range slice "sv" "en" "ar" "so" }}'
    '<link rel="alternate" hreflang="{{ . }}" '
    'href="https://vagvisare.example/{{ . }}/{{ $where }}">{{ end }}'
    '<link rel="alternate" hreflang="x-default" '
    'href="https://vagvisare.example/sv/{{ $where }}">{{ partial "graph.html" . }}',
    "switcher": "{{ $base := .base }}{{ $lang := .lang }}"
    '{{ $there := strings.TrimPrefix (printf "/%s/" .lang) .page.RelPermalink }}'
    '{{ range slice "sv" "en" "ar" "so" }}'
    "{{ $l := index hugo.Data.vocabulary.languages . }}"
    '<a href="{{ $base }}/{{ . }}/{{ $there }}" '
    'lang="{{ . }}" hreflang="{{ . }}" dir="{{ $l.direction }}"'
    '{{ if eq . $lang }} aria-current="true"{{ end }}>{{ $l.autonym }}</a>{{ end }}',
    "body": "@@body@@",
}


def _name_icons(folder: Path, site: Path) -> None:
    """Writes the path of our icons, which contains a hash, into a generator's templates."""
    address = frames.icons(site)
    for file in folder.rglob("*.*"):
        text = file.read_text(encoding="utf-8")
        if "@@icons@@" in text:
            file.write_text(text.replace("@@icons@@", address), encoding="utf-8")
