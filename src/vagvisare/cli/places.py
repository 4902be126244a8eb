"""``vagvisare places``: the figures of free places, in the records and in a built site."""

import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from vagvisare.cli.given import language_option, loaded_from, root_option
from vagvisare.cli.words import summary, wrong_use
from vagvisare.problems.messages import visible
from vagvisare.problems.problems import RENDERINGS, Problem
from vagvisare.reading import freeplaces
from vagvisare.reading.folders import record_file
from vagvisare.reading.suggestions import nearest, nearest_term
from vagvisare.records.directory import Directory
from vagvisare.records.freshness import today as this_day
from vagvisare.records.kinds import Enterprise
from vagvisare.records.parts import Place
from vagvisare.yaml.writing import write


@click.group()
def places() -> None:
    """Keep the figures of free places, in the records and (without a build) in a places.json."""


@places.command("set")
@click.argument("enterprise")
@click.option(
    "--kind",
    required=True,
    metavar="CODE",
    help="The kind of places, as in the record: arbetsträning.",
)
@click.option("--available", metavar="NUMBER", help="How many are free.")
@click.option("--maximum", metavar="NUMBER", help="How many there are.")
@click.option(
    "--date", "day", metavar="YYYY-MM-DD", help="The day on which that was so.  [default: today]"
)
@click.option(
    "--site",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A built site whose places.json is changed too, so that it shows at once.",
)
@language_option
@root_option
@click.pass_context
def set_places(
    context: click.Context,
    /,
    enterprise: str,
    site: Path | None,
    language: str,
    root: Path,
    **given: str | None,
) -> None:
    """Say how many places an ENTERPRISE (its id) has free.

    Changes these values in its record and nothing else of the file. Nothing is written when
    anything would be wrong: a number below nought or above the maximum, a day to come. Exit status:
    0 written, 1 problems, 2 wrong use.
    """
    directory = loaded_from(root, language).directory
    record, changes = _wanted_places(directory, enterprise, given, language)
    contents, place, problems = _with_places(
        root / record_file(record.kind_name, record.id), record, changes, directory
    )
    if site:
        target = site / freeplaces.PATH
        figures, faults = _read_places(target, directory, language)
        problems += faults
        if place:
            changed = freeplaces.with_figure(figures, record.id, place.kind, place)
            contents[target] = freeplaces.as_json(changed)
    if problems or place is None:
        _stop_at(context, problems, language)
        return
    write(root, {str(path.absolute()): content.encode() for path, content in contents.items()})
    for path in contents:
        click.echo(
            _PLACES[language].format(file=visible(str(path)), **_told(place, directory, language))
        )


@places.command("check")
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@language_option
@root_option
@click.pass_context
def check_places(context: click.Context, file: Path, language: str, root: Path) -> None:
    """Tell every problem of a places.json (FILE, or the folder of the site that it stands in).

    Exit status: 0 clean, 1 problems, 2 wrong use.
    """
    directory = loaded_from(root, language).directory
    target = file / freeplaces.PATH if file.is_dir() else file
    _, problems = _read_places(target, directory, language)
    _stop_at(context, problems, language)
    click.echo(summary([], 1, language), err=True)


def _wanted_places(
    directory: Directory, enterprise: str, given: Mapping[str, str | None], language: str
) -> tuple[Enterprise, dict[str, str]]:
    """The enterprise, and the changes as written in its record."""
    record = directory.enterprises.get(enterprise)
    if record is None:
        raise wrong_use(
            "no-enterprise", language, enterprise, near=nearest(enterprise, directory.enterprises)
        )
    kind = unicodedata.normalize("NFC", given["kind"] or "")
    if kind not in directory.vocabulary.terms("place-kinds"):
        raise wrong_use(
            "no-kind", language, kind, near=nearest_term(directory.vocabulary, "place-kinds", kind)
        )
    figures = {
        name: value for name in ("maximum", "available") if (value := given[name]) is not None
    }
    if not figures:
        raise wrong_use("no-figure", language)
    return record, {"kind": kind, **figures, "updated": given["day"] or this_day().isoformat()}


def _with_places(
    file: Path, record: Enterprise, changes: Mapping[str, str], directory: Directory
) -> tuple[dict[Path, str], Place | None, list[Problem]]:
    """The record's file as it becomes, the place that changes, and what is wrong with that."""
    text = file.read_bytes().decode()
    changed, place, problems = freeplaces.in_record(
        text, record, changes, directory.vocabulary, this_day()
    )
    return {file: changed}, place, problems


def _read_places(
    target: Path, directory: Directory, language: str
) -> tuple[freeplaces.Figures, list[Problem]]:
    try:
        content = target.read_bytes()
    except OSError as error:
        raise wrong_use("no-places", language, target) from error
    return freeplaces.read(str(target), content, directory, this_day())


def _stop_at(context: click.Context, problems: Sequence[Problem], language: str) -> None:
    """Prints problems and ends, if there are any."""
    for line in RENDERINGS["text"](problems, language):
        click.echo(line)
    if problems:
        click.echo(
            summary(problems, len({problem.file for problem in problems}), language), err=True
        )
        context.exit(1)


def _told(place: Place, directory: Directory, language: str) -> dict[str, object]:
    unknown = {"sv": "okänt antal", "en": "an unknown number"}[language]
    numbers = {
        name: unknown if (n := getattr(place, name)) is None else n
        for name in ("available", "maximum")
    }
    kind = directory.vocabulary.term("place-kinds", place.kind).label[language]
    return {"kind": kind, "updated": place.updated, **numbers}


_PLACES = {
    "sv": "{file}: {kind}, {available} lediga av {maximum}, {updated}.",
    "en": "{file}: {kind}, {available} free of {maximum}, {updated}.",
}
