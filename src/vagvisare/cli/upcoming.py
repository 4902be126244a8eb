"""``vagvisare upcoming``: what begins and ends by itself after today."""

from pathlib import Path

import click

from vagvisare.cli.given import root_option, whole
from vagvisare.guidance.upcoming import upcoming as after
from vagvisare.records.freshness import today


@click.command()
@root_option
def upcoming(root: Path) -> None:
    """List what changes by itself after today: laws, rules and offers with a first or a last day.

    What a law changes is for somebody to read: a rule or an offer that it concerns gets its
    `valid: {from: …}` or `{to: …}` before that day.
    """
    found = after(whole(root).directory, today())
    for event in found:
        click.echo(event)
    click.echo(f"{len(found)} changes to come")
