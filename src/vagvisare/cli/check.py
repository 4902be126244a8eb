"""``vagvisare check``: every problem of the directory, the prose and the interface's words."""

from collections.abc import Sequence
from pathlib import Path

import click

from vagvisare.cli import terminal
from vagvisare.cli.given import configured, language_option, root_option, site_at
from vagvisare.cli.words import summary, wrong_use
from vagvisare.problems.problems import RENDERINGS
from vagvisare.reading.configuration import FILE as CONFIGURATION
from vagvisare.reading.folders import DIRECTORY


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(RENDERINGS)),
    default="text",
    show_default=True,
    help="How to write them.",
)
@language_option
@root_option
@click.pass_context
def check(
    context: click.Context, paths: Sequence[Path], form: str, language: str, root: Path
) -> None:
    """Tell every problem of the directory, of the prose and of the interface's words.

    With PATHs (files or folders), only the problems found there; the whole directory is read all
    the same, since records refer to each other. Exit status: 0 clean or warnings only, 1 errors, 2
    wrong use.
    """
    wanted = [_within(root, path, language) for path in paths]
    site = site_at(root, language)
    files, problems = list(site.loaded.files), list(site.loaded.problems)
    if not wanted:
        of_site = configured(root).languages if (root / CONFIGURATION).is_file() else ()
        files, problems = site.files, site.check(of_site)
    files = [file for file in files if _is_wanted(file, wanted)]
    problems = [problem for problem in problems if _is_wanted(problem.file, wanted)]
    if form != "text":
        terminal.as_utf8()
    for line in RENDERINGS[form](problems, language):
        click.echo(line)
    if form == "text":
        click.echo(summary(problems, len(files), language), err=True)
    context.exit(1 if any(problem.severity == "error" for problem in problems) else 0)


def _within(root: Path, path: Path, language: str) -> str:
    """A path given on the command line, seen from here or from the root, as problems name it."""
    found = [place for place in (path, root / path) if place.exists() or place.is_symlink()]
    if not found:
        raise wrong_use("no-path", language, path, root)
    for place in found:
        # The last part is not resolved: a link is named by its own place.
        whole = place.resolve() if place.name in {"", ".."} else place.parent.resolve() / place.name
        if whole == root.resolve():
            return DIRECTORY
        if whole.is_relative_to(root.resolve() / DIRECTORY):
            return whole.relative_to(root.resolve()).as_posix()
    raise wrong_use("outside", language, path, root / DIRECTORY)


def _is_wanted(file: str, wanted: Sequence[str]) -> bool:
    return not wanted or any(file == place or file.startswith(f"{place}/") for place in wanted)
