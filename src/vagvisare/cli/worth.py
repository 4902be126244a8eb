"""``vagvisare worth``: how often each question of the guide changes the answer."""

from pathlib import Path

import click

from vagvisare.cli.given import root_option, whole
from vagvisare.guidance.worth import Sample, as_text
from vagvisare.records.freshness import today


@click.command()
@click.option(
    "--persons",
    type=click.IntRange(1, 100_000),
    default=2000,
    show_default=True,
    help="How many persons to make up.",
)
@root_option
def worth(persons: int, root: Path) -> None:
    """Tell how often each question of the guide changes who leads, and anything that is told.

    A question whose answers change little is not worth its place; neither is an answer that changes
    nothing.
    """
    for line in as_text(Sample(whole(root).directory, today(), persons)):
        click.echo(line)
