"""``vagvisare questions``: what a person must find out before it can be published."""

from pathlib import Path

import click

from vagvisare.cli.given import root_option, whole
from vagvisare.languages.languages import SOURCE


@click.command()
@click.option(
    "--about",
    default="",
    metavar="WORDS",
    help="Only questions about what has these words in its way: offers, sol.",
)
@root_option
def questions(root: Path, about: str) -> None:
    """List the open questions: what no source that was read says, so that no record says it either.

    Each is a file of directory/questions. Whoever finds the answer corrects the record, with its
    source, and removes the question.
    """
    directory = whole(root).directory
    found = sorted(directory.questions.values(), key=lambda question: (question.about, question.id))
    shown = [question for question in found if about in question.about]
    for question in shown:
        click.echo(f"{question.about} ({question.id}, {question.basis}, {question.seen})")
        click.echo(f"    {question.question[SOURCE]}")
    click.echo(f"{len(shown)} open questions")
