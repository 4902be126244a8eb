"""``vagvisare cases``: whether people are told what a case worker says that they must be told."""

from pathlib import Path

import click

from vagvisare.cli.given import root_option, whole
from vagvisare.guidance.cases import failures, notes, told
from vagvisare.reading.casefiles import CaseError, cases_of, files_of
from vagvisare.records.freshness import today

DEFAULT = Path("tests/cases")
"""Where the repository keeps its cases."""


@click.command()
@click.argument(
    "paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[FILE|FOLDER]..."
)
@click.option("--verbose", is_flag=True, help="Also say what each person is told.")
@root_option
@click.pass_context
def cases(context: click.Context, paths: tuple[Path, ...], root: Path, *, verbose: bool) -> None:
    """Try expected cases: who must lead, what must be named and offered, what must never be shown.

    Without paths: those of tests/cases. The form of a case is described in CONTRIBUTING.md. Exit
    status: 0 every case holds, 1 one fails or cannot be read, 2 wrong use.
    """
    directory = whole(root).directory
    tried = failed = 0
    for path in files_of(paths or (root / DEFAULT,)):
        try:
            for case in cases_of(path, directory):
                found = [*failures(directory, case, today())]
                tried, failed = tried + 1, failed + bool(found)
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
    context.exit(1 if failed else 0)
