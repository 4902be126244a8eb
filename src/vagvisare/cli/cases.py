"""``vagvisare cases``: whether people are told what a case worker says that they must be told."""

from collections.abc import Sequence
from pathlib import Path

import click

from vagvisare.cli.given import root_option, whole
from vagvisare.guidance.cases import Case, failures, notes, told
from vagvisare.guidance.weight import Scales
from vagvisare.reading.casefiles import CaseError, cases_of, files_of
from vagvisare.records.directory import Directory
from vagvisare.records.freshness import today

DEFAULT = Path("tests/cases")
"""Where the repository keeps its cases."""


@click.command()
@click.argument(
    "paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[FILE|FOLDER]..."
)
@click.option("--verbose", is_flag=True, help="Also say what each person is told.")
@click.option(
    "--weight", is_flag=True, help="Also name rules and offers that no case or outcome needs."
)
@root_option
@click.pass_context
def cases(
    context: click.Context, paths: tuple[Path, ...], root: Path, *, verbose: bool, weight: bool
) -> None:
    """Try expected cases: who must lead, what must be named and offered, what must never be shown.

    Without paths: those of tests/cases. The form of a case is described in CONTRIBUTING.md. Exit
    status: 0 every case holds, 1 one fails or cannot be read, or something is dead
    weight, 2 wrong use.
    """
    directory = whole(root).directory
    tried = failed = 0
    read: list[Case] = []
    for path in files_of(paths or (root / DEFAULT,)):
        try:
            for case in cases_of(path, directory):
                found = [*failures(directory, case, today())]
                tried, failed = tried + 1, failed + bool(found)
                read.append(case)
                click.echo(f"{'FAIL' if found else 'ok':<5}{case.name}")
                for line in (*found, *(f"note: {note}" for note in notes(directory, case))):
                    click.echo(f"     {line}")
                if verbose:
                    given = told(directory, case, today())
                    click.echo(
                        f"     told: {', '.join(given.bodies)}; offers: {', '.join(given.offers)}"
                    )
        except (CaseError, OSError) as error:
            tried, failed = tried + 1, failed + 1
            click.echo(f"FAIL {error}")
    click.echo(f"{tried - failed} of {tried} cases hold")
    dead = _dead(directory, read) if weight else ()
    for name in dead:
        click.echo(f"dead weight: {name}: without it no case fails and no outcome changes")
    context.exit(1 if failed or dead else 0)


def _dead(directory: Directory, read: Sequence[Case]) -> tuple[str, ...]:
    """The rules and offers that change nothing where the cases' people live."""
    places = tuple(dict.fromkeys(case.municipality for case in read))
    weights = Scales(directory, today(), read, places).weights()
    return tuple(weight.name for weight in weights if weight.is_dead)
