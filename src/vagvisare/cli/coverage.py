"""``vagvisare coverage``: how every municipality, situation, need and language ends."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from vagvisare.cli import terminal
from vagvisare.cli.given import configured, languages_named, root_option, whole
from vagvisare.cli.words import no_such
from vagvisare.guidance import coverage as chairs
from vagvisare.reading.suggestions import nearest_area
from vagvisare.records.directory import Directory
from vagvisare.records.freshness import today as this_day


@click.command()
@click.option(
    "--format", "form", type=click.Choice(tuple(chairs.RENDERINGS)), default="text", show_default=True, help="How to write it."
)
@click.option("--municipality", "municipalities", multiple=True, metavar="CODE|ID", help="Only this one; may be repeated.")
@click.option("--language", "languages", multiple=True, metavar="CODE", help="Of readers; may be repeated. Else the site's.")
@root_option
@click.pass_context
def coverage(context: click.Context, form: str, municipalities: Sequence[str], languages: Sequence[str], root: Path) -> None:
    """Tell how every municipality, situation, need and language ends.

    Served, only a responsible body, overlap, unreachable or gap: what each means stands in src/vagvisare/coverage.py. Exit
    status: 0 no hole in a municipality declared as served (mkdocs.yml), 1 a hole there or errors in the directory, 2 wrong use.
    """
    directory = whole(root).directory
    codes = tuple(dict.fromkeys(_municipality(directory, value) for value in municipalities))
    site = languages_named(directory.vocabulary.languages, root, languages)
    try:
        served = chairs.served(directory, configured(root).served)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    found = chairs.Coverage(directory, this_day(), site, codes)
    if form != "text":
        terminal.as_utf8()
    # Not echo, which flushes every line: there are several hundred thousand of them.
    sys.stdout.writelines(f"{line}\n" for line in chairs.RENDERINGS[form](found))
    sys.stdout.flush()
    promised = [code for code in served if code in found.codes]
    broken = chairs.broken_promises(directory, promised, site, this_day())
    for line in chairs.told(directory, broken):
        click.echo(f"served, but {line}", err=True)
    click.echo(f"{len(broken)} holes in {len(promised)} municipalities declared as served", err=True)
    context.exit(1 if broken else 0)


def _municipality(directory: Directory, value: str) -> str:
    """The code of a municipality given by code or id."""
    by_id = {municipality.id: code for code, municipality in directory.vocabulary.municipalities.items()}
    if value in directory.vocabulary.municipalities:
        return value
    if value in by_id:
        return by_id[value]
    raise no_such("municipality", value, nearest_area(directory.vocabulary, value, "unknown-municipality"))
