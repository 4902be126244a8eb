"""``vagvisare recordings``: what somebody who reads aloud should begin with."""

from pathlib import Path

import click

from vagvisare.cli.given import root_option, whole
from vagvisare.reading.firstrecordings import first_lines
from vagvisare.records.freshness import today


@click.group()
def recordings() -> None:
    """Recordings of texts, by people who read them aloud."""


@recordings.command("list")
@click.option(
    "--language",
    default="so",
    show_default=True,
    metavar="CODE",
    help="The language to read in.",
)
@click.option(
    "--minutes",
    type=click.FloatRange(min=0.1),
    default=2,
    show_default=True,
    help="How long the reader has.",
)
@root_option
def listed(language: str, minutes: float, root: Path) -> None:
    """List what to record first: whom to call in danger, who answers for each need, what to say.

    Texts that have a recording are left out. CONTRIBUTING.md says where a file goes.
    """
    lines = list(first_lines(whole(root).directory, language, minutes, today()))
    for line in lines:
        click.echo(f"{line.record.kind_name}/{line.record.id} {line.path} ({line.seconds} s)")
        click.echo(f"    {' '.join(line.text.split())}")
    click.echo(f"{len(lines)} texts, about {sum(line.seconds for line in lines)} seconds")
