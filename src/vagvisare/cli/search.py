"""``vagvisare search``: which queries of a list the search of a built site does not answer.

The site's own scripts are asked, by Node: what is printed is what its pages would find.
"""

import json
import re
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from vagvisare.cli.given import language_option
from vagvisare.cli.words import wrong_use
from vagvisare.problems.messages import visible

NODE = "node"
WANTED = 'write the words alone, or {"language": "so", "query": "…"}'
Asked = tuple[str, str]
"""A language, and what is typed on its page."""

_ASK = """
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
const { scripts, folder, letters, languages, asked } = JSON.parse(readFileSync(0, "utf-8"));
globalThis.fetch = async (address) => new Response(await readFile(address));
const { Engine } = await import(scripts);
const engines = new Map();
const told = [];
for (const [language, query] of asked) {
  if (!engines.has(language))
    engines.set(language, new Engine(folder, language, languages, letters));
  let last;
  for await (const found of engines.get(language).find(query)) last = found;
  const missed = [...(last?.ignored ?? []), ...(last?.mended ?? []).map(({ unit }) => unit)];
  told.push([Boolean(last?.records.length || last?.danger), missed.map(({ typed }) => typed)]);
}
console.log(JSON.stringify(told));
"""
"""Whether anything is found for each query, and the words of it that nothing is known of."""


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--site",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default="site",
    show_default=True,
    help="The built site whose search is asked.",
)
@click.option("--typed-in", default="sv", show_default=True, help="The language of bare lines.")
@language_option
def search(file: Path, site: Path, typed_in: str, language: str) -> None:
    """List which queries of FILE find nothing, and which of their words nothing knows.

    A line of FILE is what somebody typed, or {"language": "so", "query": "…"}; what stands there
    several times is counted. Add the words as `synonyms` of a record or a term. Needs Node.
    """
    asked = Counter(_asked(file, typed_in))
    told = _told(site, list(asked), language)
    silent = unknown = 0
    for (code, query), (found, missed) in zip(asked, told, strict=True):
        silent, unknown = silent + (not found), unknown + bool(found and missed)
        if missed or not found:
            says = ", ".join(map(visible, missed)) if missed else "-"
            answer = "found" if found else "nothing"
            click.echo(f"{asked[code, query]}\t{code}\t{answer}\t{visible(query)}\t{says}")
    click.echo(
        f"{len(asked)} queries: {silent} find nothing, {unknown} more have unknown words", err=True
    )


def _asked(file: Path, language: str) -> Iterator[Asked]:
    """The queries of a list. Raises ClickException with the place of a line that is none."""
    try:
        lines = file.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{file}: not UTF-8 ({error.reason})") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        if not line.lstrip().startswith("{"):
            yield language, line.strip()
            continue
        try:
            facts = json.loads(line)
            yield str(facts.get("language", language)), str(facts["query"]).strip()
        except json.JSONDecodeError as error:
            raise click.ClickException(f"{file}:{number}:{error.colno}: {WANTED}") from error
        except KeyError as error:
            raise click.ClickException(
                f"{file}:{number}:1: {error} is missing; {WANTED}"
            ) from error


def _told(site: Path, asked: Sequence[Asked], language: str) -> list[tuple[bool, list[str]]]:
    facts = _facts(site, language)
    known = facts["languages"]
    for code, query in asked:
        if code not in known:
            raise click.ClickException(f"{code} ({visible(query)}): {', '.join(known)}")
    if shutil.which(NODE) is None:
        raise wrong_use("no-node", language)
    with tempfile.TemporaryDirectory(prefix="vagvisare-search-") as place:
        # Node takes a script for a module where the nearest package.json says so.
        scripts = Path(place, "js")
        shutil.copytree(facts["scripts"], scripts)
        (scripts / "package.json").write_text('{"type": "module"}', "utf-8")
        given = {**facts, "scripts": (scripts / "engine.js").as_uri(), "asked": asked}
        done = subprocess.run(  # noqa: S603 (Node as it is on PATH, with our own arguments)
            [NODE, "--input-type=module", "--eval", _ASK],
            input=json.dumps(given, default=str),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    if done.returncode:
        raise click.ClickException(_fault(done.stderr))
    return [(found, missed) for found, missed in json.loads(done.stdout)]


def _fault(said: str) -> str:
    """The line in which Node names what went wrong, of all that it says."""
    lines = said.splitlines()
    named = (line for line in lines if re.match(r"\w*Error\b", line))
    return visible(next(named, lines[-1] if lines else NODE))


def _facts(site: Path, language: str) -> Mapping[str, Any]:
    """What the search page tells its script, with the places of both on this machine."""
    page = site / "sv" / "search" / "index.html"
    html = page.read_text("utf-8") if page.is_file() else ""
    folder = re.search(r'data-folder="[./]*(assets/search\.\w+)"', html)
    folders = re.findall(r'"[./]*(assets/js[.\w]*)/', html)
    scripts = next((one for one in folders if (site / one / "engine.js").is_file()), None)
    facts = {name: re.search(rf'data-{name}="([^"]*)"', html) for name in ("letters", "languages")}
    if not (folder and scripts and facts["letters"] and facts["languages"]):
        raise wrong_use("no-site", language, str(page))
    return {
        "folder": (site / folder[1]).resolve(),
        "scripts": (site / scripts).resolve(),
        "letters": int(facts["letters"][1]),
        "languages": facts["languages"][1].split(),
    }
