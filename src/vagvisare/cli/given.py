"""What commands make of their options: the root and its directory, languages, configuration."""

import os
import sys
from collections.abc import Collection, Sequence
from pathlib import Path

import click

from vagvisare.cli.words import no_such, wrong_use
from vagvisare.problems.messages import LANGUAGES
from vagvisare.problems.problems import RENDERINGS
from vagvisare.prose import docs
from vagvisare.reading.configuration import Configuration, configuration
from vagvisare.reading.folders import DIRECTORY
from vagvisare.reading.loading import Loaded, Progress, load
from vagvisare.reading.suggestions import nearest
from vagvisare.records.freshness import today as this_day
from vagvisare.site.building.site import Site

root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    show_default="the current folder",
    help="The folder that `directory/` stands in.",
)
"""``--root DIR``, which every command takes."""
LANGUAGE = "vagvisare.language"
"""Where a command keeps the language it speaks, for messages after it has ended."""


def _kept(context: click.Context, _: click.Parameter, language: str) -> str:
    context.meta[LANGUAGE] = language
    return language


language_option = click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default="sv",
    show_default=True,
    callback=_kept,
    help="The messages' language.",
)
"""``--language``, for commands that report an editor's problems."""


def loaded_from(root: Path, language: str) -> Loaded:
    """The directory below a root, and its problems.

    A root without one is wrong use, which is reported in ``language``.
    """
    if not (root / DIRECTORY).is_dir():
        raise wrong_use("no-directory", language, DIRECTORY, root)
    progress = _progress() if sys.stderr.isatty() else None
    return load(root, progress=progress, processes=os.cpu_count() or 1)


def site_at(root: Path, language: str) -> Site:
    """The site at a root, which must have a directory (`loaded_from`)."""
    return Site(root, loaded_from(root, language), docs.load(root), this_day())


def _progress() -> Progress:
    """A line on the terminal that counts, and disappears when done."""

    def show(done: int, total: int) -> None:
        click.echo(f"\r{done}/{total}" if done < total else "\r\033[K", nl=False, err=True)

    return show


def whole(root: Path) -> Loaded:
    """The directory; errors in it are printed and end the program."""
    loaded = loaded_from(root, "en")
    errors = [problem for problem in loaded.problems if problem.severity == "error"]
    for line in RENDERINGS["text"](errors, "en"):
        click.echo(line, err=True)
    if errors:
        click.get_current_context().exit(1)
    return loaded


def configured(root: Path) -> Configuration:
    """What mkdocs.yml says; raises UsageError if it is no YAML."""
    try:
        return configuration(root)
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def languages_named(known: Collection[str], root: Path, values: Sequence[str]) -> tuple[str, ...]:
    """The languages asked for, each once; the site's if there are none."""
    return (
        tuple(dict.fromkeys(language_named(known, value) for value in values))
        or configured(root).languages
    )


def language_named(known: Collection[str], value: str) -> str:
    """A language by its code, which must be among the known ones."""
    if value in known:
        return value
    raise no_such("language", value, nearest(value, known))
