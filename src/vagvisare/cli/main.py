"""The command with all its parts."""

from typing import Any

import click

from vagvisare.cli import terminal
from vagvisare.cli.cases import cases
from vagvisare.cli.check import check
from vagvisare.cli.coverage import coverage
from vagvisare.cli.given import LANGUAGE
from vagvisare.cli.language import language
from vagvisare.cli.pages import pages
from vagvisare.cli.places import places
from vagvisare.cli.questions import questions
from vagvisare.cli.recordings import recordings
from vagvisare.cli.search import search
from vagvisare.cli.translations import translations
from vagvisare.cli.upcoming import upcoming
from vagvisare.cli.words import refused
from vagvisare.cli.worth import worth
from vagvisare.libraries.internals import ChangedError
from vagvisare.records.freshness import ClockError


class _Spoken(click.Group):
    """A command that says in words what the system refuses, on any terminal."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Runs the command."""
        terminal.prepare()
        return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command itself. Raises ClickException for what the system refuses."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # the reader has gone: click ends quietly
            raise
        except ChangedError as error:
            raise click.ClickException(str(error)) from error
        except (OSError, ClockError) as error:
            terminal.end_output()
            raise click.ClickException(refused(error, ctx.meta.get(LANGUAGE, "en"))) from error


@click.group(cls=_Spoken, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Vägvisare: work-integration social enterprises and those who help people find them."""


for command in (
    cases,
    check,
    coverage,
    language,
    pages,
    places,
    questions,
    recordings,
    search,
    translations,
    upcoming,
    worth,
):
    main.add_command(command)
