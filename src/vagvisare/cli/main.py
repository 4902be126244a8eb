"""The command with all its parts."""

import click

from vagvisare.cli.check import check
from vagvisare.cli.coverage import coverage
from vagvisare.cli.language import language
from vagvisare.cli.pages import pages
from vagvisare.cli.places import places
from vagvisare.cli.translations import translations


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Vägvisare: a directory of work-integration social enterprises and those who help people find them."""


for command in (check, coverage, language, pages, places, translations):
    main.add_command(command)
