"""``vagvisare pages``: every page of the directory, without MkDocs."""

from collections.abc import Mapping
from pathlib import Path

import click

from vagvisare.cli.given import root_option, site_at
from vagvisare.problems.problems import RENDERINGS
from vagvisare.processes.ending import end_in_words
from vagvisare.site.building import handover
from vagvisare.site.building.site import Site
from vagvisare.site.html.shell import Shell
from vagvisare.site.pages.settings import Settings
from vagvisare.site.publishing import target
from vagvisare.site.publishing.publish import Changes, Output
from vagvisare.site.publishing.refusal import Refused, told


@click.command()
@click.option(
    "--shells",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    help="The folder with settings.json and a shell for each language, as a build leaves it "
    "(VAGVISARE_SHELLS).",
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The folder to write the pages to.",
)
@click.option("--adopt", is_flag=True, help="Take over a folder that holds other files. They stay.")
@root_option
@click.pass_context
def pages(context: click.Context, shells: Path, out: Path, root: Path, *, adopt: bool) -> None:
    """Write every page of the directory, without MkDocs.

    Into shells that any theme may have rendered. Pages of an earlier build that are there no more
    are removed; files that no build has written never are. Exit status: 0 written, 1 the directory
    has errors or the folder cannot be written, 2 wrong use, as a folder that holds other files or
    the sources; 143 and 130 ended by a signal.
    """
    try:
        target.guard(out, root)
        target.earlier(out, adopt=adopt)
    except Refused as error:
        raise click.UsageError(error.told("en")) from error
    try:
        settings, cut = handover.load(shells)
    except (OSError, ValueError) as error:
        raise click.UsageError(str(error)) from error
    site = site_at(root, "sv")
    errors = [problem for problem in site.check(settings.languages) if problem.severity == "error"]
    for line in RENDERINGS["text"](errors, "sv"):
        click.echo(line)
    if errors:
        context.exit(1)
    changes = _written(site, settings, cut, out, adopt=adopt)
    click.echo(
        f"{changes.written} written, {changes.kept} kept, {changes.removed} removed", err=True
    )


def _written(
    site: Site, settings: Settings, cut: Mapping[str, Shell], out: Path, *, adopt: bool
) -> Changes:
    end_in_words("Ended by {signal}. Nothing has been written by halves.")
    try:
        with Output(out, adopt=adopt) as output:
            return site.build(settings, cut, output)
    except Refused as error:
        raise click.ClickException(error.told("en")) from error
    except OSError as error:
        raise click.ClickException(told(error, "en")) from error
