"""``vagvisare coverage``: the outcome of every municipality, situation, need and language."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from vagvisare.cli import terminal
from vagvisare.cli.given import configured, languages_named, root_option, whole
from vagvisare.cli.words import no_such
from vagvisare.guidance.coverage import Coverage
from vagvisare.guidance.coveragereport import RENDERINGS
from vagvisare.guidance.pairs import Pairs, as_text
from vagvisare.guidance.promise import broken, promise, promised
from vagvisare.reading.suggestions import nearest_area
from vagvisare.records.directory import Directory
from vagvisare.records.freshness import today as this_day


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(RENDERINGS)),
    default="text",
    show_default=True,
    help="How to write it.",
)
@click.option(
    "--municipality",
    "municipalities",
    multiple=True,
    metavar="CODE|ID",
    help="Only this one; may be repeated.",
)
@click.option(
    "--language",
    "languages",
    multiple=True,
    metavar="CODE",
    help="Of readers; may be repeated. Else the site's.",
)
@click.option(
    "--pairs", is_flag=True, help="Every two situations at once instead, in any language."
)
@root_option
def coverage(
    form: str,
    municipalities: Sequence[str],
    languages: Sequence[str],
    root: Path,
    *,
    pairs: bool,
) -> None:
    """Tell how every municipality, situation, need and language ends.

    Outcomes: answered in the language, answered, only the last resort, two say "not us", nobody.
    What each means is written in src/vagvisare/guidance/coverage.py. Exit status: 0 the promise of
    mkdocs.yml holds, 1 it does not, or the directory has errors, 2 wrong use.
    """
    directory = whole(root).directory
    codes = tuple(dict.fromkeys(_municipality(directory, value) for value in municipalities))
    site = languages_named(directory.vocabulary.languages, root, languages)
    try:
        given = promise(configured(root).promise)
        served = promised(directory, given)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    if pairs and form != "text":
        raise click.UsageError("--pairs is written as text only")
    if form != "text":
        terminal.as_utf8()
    found = Coverage(directory, this_day(), site, codes)
    two = Pairs(directory, this_day(), found.codes)
    lines = as_text(two) if pairs else RENDERINGS[form](found)
    # Not echo, which flushes every line: there are several hundred thousand of them.
    sys.stdout.writelines(f"{line}\n" for line in lines)
    sys.stdout.flush()
    not_kept = broken(directory, given, site, this_day())
    for line in not_kept:
        click.echo(f"promised, but {line}", err=True)
    click.echo(
        f"The promise to {len(served)} municipalities {'is broken' if not_kept else 'holds'}.",
        err=True,
    )
    click.get_current_context().exit(1 if not_kept else 0)


def _municipality(directory: Directory, value: str) -> str:
    """The code of a municipality given by code or id."""
    by_id = {
        municipality.id: code for code, municipality in directory.vocabulary.municipalities.items()
    }
    if value in directory.vocabulary.municipalities:
        return value
    if value in by_id:
        return by_id[value]
    raise no_such(
        "municipality", value, nearest_area(directory.vocabulary, value, "unknown-municipality")
    )
