"""``vagvisare translations``: their states, texts out to translators, and back in."""

from collections.abc import Sequence
from datetime import datetime
from importlib import import_module
from pathlib import Path
from types import ModuleType

import click

from vagvisare.cli import terminal
from vagvisare.cli.given import (
    configured,
    language_named,
    language_option,
    languages_named,
    root_option,
    whole,
)
from vagvisare.cli.words import no_such
from vagvisare.languages.languages import SOURCE
from vagvisare.problems.problems import RENDERINGS
from vagvisare.prose import docs
from vagvisare.reading.suggestions import nearest
from vagvisare.records.texts import STATES, State
from vagvisare.site.pages import addresses
from vagvisare.translating import incoming, outgoing, po
from vagvisare.translating.passages import Passage, passages
from vagvisare.translating.standing import RENDERINGS as STANDING_RENDERINGS
from vagvisare.translating.standing import standing
from vagvisare.yaml.writing import write


@click.group()
def translations() -> None:
    """Tell how the translations stand, give them out to translators, and take them back in."""


@translations.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(STANDING_RENDERINGS)),
    default="text",
    show_default=True,
    help="How to write it.",
)
@click.option(
    "--language",
    "languages",
    multiple=True,
    metavar="CODE",
    help="Only this one; may be repeated. Else the site's.",
)
@root_option
def status(form: str, languages: Sequence[str], root: Path) -> None:
    """Tell which share of the texts is current, made by machine, stale or missing.

    By kind and language, what is most stale first. Stale: the Swedish has changed since.
    """
    directory = whole(root).directory
    site = languages_named(directory.vocabulary.writings, root, languages)
    if form != "text":
        terminal.as_utf8()
    for line in STANDING_RENDERINGS[form](standing(directory, site, docs.pages(root))):
        click.echo(line)


@translations.command()
@click.option("--language", required=True, metavar="CODE", help="The language to translate into.")
@click.option(
    "--to",
    "form",
    type=click.Choice(("po", "xlsx")),
    default="po",
    show_default=True,
    help="Gettext's PO or a workbook.",
)
@click.option(
    "--state",
    "states",
    type=click.Choice(STATES),
    multiple=True,
    help="Only texts in this state; may be repeated.",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file. [default: vagvisare-CODE.po]",
)
@root_option
def export(
    language: str, form: str, states: Sequence[State], output: Path | None, root: Path
) -> None:
    """Write the texts that are to be translated into a file for translators.

    With the Swedish, the earlier Swedish where it has changed and the version history has it, the
    page each text stands on, and the words of the vocabulary in it. `vagvisare translations import`
    takes the file back.
    """
    directory, settings = whole(root).directory, configured(root)
    code = language_named(directory.vocabulary.writings, language)
    if code == SOURCE:
        raise click.UsageError("Swedish is what is translated from.")
    reader = directory.vocabulary.writings[code]

    def address(passage: Passage) -> str:
        return f"{settings.url}{SOURCE}/{addresses.of_passage(directory, passage)}"

    entries = outgoing.entries(root, directory, docs.pages(root), reader, address)
    chosen = [entry for entry in entries if not states or entry.state in states]
    target = output or Path(f"vagvisare-{code}.{form}")
    target.write_bytes(_format(form).write(chosen, reader, "Vägvisare"))
    click.echo(f"{target}: {len(chosen)} texts", err=True)


@translations.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--reviewed",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day on which a person read what is not fuzzy.",
)
@language_option
@root_option
@click.pass_context
def import_(
    context: click.Context, file: Path, reviewed: datetime | None, language: str, root: Path
) -> None:
    """Take translations back in from FILE (.po or .xlsx).

    Only the values that changed are written, each with who made it and from which Swedish; all else
    in a file stays as it is. An answer that would lose a link, a number or a placeholder is
    refused. Exit status: 0 taken in, 1 something is wrong and nothing was written, 2 wrong use.
    """
    form = file.suffix.removeprefix(".")
    if form not in {"po", "xlsx"}:
        raise click.BadParameter("the file ends neither in .po nor in .xlsx", param_hint="FILE")
    if not file.is_file():
        raise click.BadParameter("what stands there is not a file", param_hint="FILE")
    directory, pages_of_prose = whole(root).directory, docs.pages(root)
    with file.open("rb") as source:
        sheet = _format(form).read(str(file), source.read(po.LIMIT + 1))
    found = incoming.received(
        root, directory, pages_of_prose, sheet, reviewed.date() if reviewed else None
    )
    for line in RENDERINGS["text"](found.problems, language):
        click.echo(line)
    if found.problems:
        context.exit(1)
    write(root, found.files)
    for page in found.waiting:
        click.echo(f"{page}: waits until all its parts are translated", err=True)
    click.echo(f"{found.texts} texts and {found.marks} marks in {len(found.files)} files", err=True)


@translations.command()
@click.argument("what", metavar="RECORD|TERM|PAGE")
@click.argument("field", required=False)
@click.option(
    "--language",
    "languages",
    multiple=True,
    metavar="CODE",
    help="Only this one; may be repeated. Else all.",
)
@root_option
def unchanged(what: str, field: str | None, languages: Sequence[str], root: Path) -> None:
    """Say that the Swedish has changed and its meaning has not, so that the translations hold.

    RECORD is kind and id (`offers/sfi`), TERM a list and a code (`vocabulary/needs/tolk`), PAGE a
    page of prose (`docs/about`); `docs` alone is all pages. Without FIELD (`summary`), all of its
    texts. Who translated and who read it stays.
    """
    directory, pages_of_prose = whole(root).directory, docs.pages(root)
    of_it = [p for p in passages(directory, pages_of_prose) if p.key.startswith(f"{what}/")]
    chosen = [passage for passage in of_it if field is None or passage.path == field]
    if not chosen:
        names = {passage.path for passage in of_it} or {
            f"{p.kind}/{p.of}" for p in passages(directory, pages_of_prose)
        }
        near = nearest((field or "") if of_it else what, dict.fromkeys(names))
        raise no_such("text", f"{what} {field}" if of_it else what, near)
    writings = directory.vocabulary.writings
    codes = tuple(language_named(writings, value) for value in languages) or tuple(writings)
    found = incoming.unchanged(root, pages_of_prose, chosen, codes)
    write(root, found.files)
    click.echo(f"{found.marks} marks in {len(found.files)} files", err=True)


def _format(name: str) -> ModuleType:
    """The module of a format; openpyxl comes with the extra `xlsx` and may be missing."""
    if name == "po":
        return po
    try:
        return import_module("vagvisare.translating.xlsx")
    except ImportError as error:
        raise click.UsageError("Workbooks need openpyxl: pip install 'vagvisare[xlsx]'.") from error
