"""The command line: the only module that prints and exits."""

import os
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import click

from vagvisare import coverage as chairs
from vagvisare import freeplaces, newlanguage, prose, prosechecks, recordings
from vagvisare import translations as standing
from vagvisare.configuration import Configuration, configuration
from vagvisare.directory import Directory
from vagvisare.exchange import incoming, outgoing, po
from vagvisare.folders import DIRECTORY, RECORDINGS, record_file
from vagvisare.freshness import today as this_day
from vagvisare.languages import SOURCE, Language
from vagvisare.loading import Loaded, Progress, load
from vagvisare.messages import LANGUAGES, visible
from vagvisare.problems import RENDERINGS, Problem
from vagvisare.reading import nearest, nearest_area, nearest_term
from vagvisare.records import Enterprise, Place
from vagvisare.site import addresses, handover
from vagvisare.site.build import Build, build
from vagvisare.site.publish import replace as replace_file
from vagvisare.writing import write


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Vägvisare: a directory of work-integration social enterprises and those who help people find them."""


root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    show_default="the current folder",
    help="The folder that `directory/` stands in.",
)
"""``--root DIR``, which every command takes."""


@main.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(tuple(RENDERINGS)), default="text", show_default=True, help="How to write them."
)
@click.option("--language", type=click.Choice(LANGUAGES), default="sv", show_default=True, help="The messages' language.")
@root_option
@click.pass_context
def check(context: click.Context, paths: Sequence[Path], form: str, language: str, root: Path) -> None:
    """Tell every problem of the directory and of the prose.

    With PATHs (files or folders), only the problems found there; the whole directory is read all the same, since records refer
    to each other. Exit status: 0 clean or warnings only, 1 errors, 2 wrong use.
    """
    wanted = [_within(root, path, language) for path in paths]
    loaded = _load(root, language)
    files = [file for file in loaded.files if _is_wanted(file, wanted)]
    problems = [problem for problem in loaded.problems if _is_wanted(problem.file, wanted)]
    if not wanted:
        files += prosechecks.files(root)
        heard = recordings.problems_of_pages(root, prose.pages(root), loaded.directory.vocabulary)
        problems = sorted([*problems, *prosechecks.check(root), *heard])
    for line in RENDERINGS[form](problems, language):
        click.echo(line)
    if form == "text":
        click.echo(summary(problems, len(files), language), err=True)
    context.exit(1 if any(problem.severity == "error" for problem in problems) else 0)


@main.command()
@click.option(
    "--shells",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    help="The folder with settings.json and a shell for each language, as a build leaves it (VAGVISARE_SHELLS).",
)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="The folder to write the pages to.")
@root_option
@click.pass_context
def pages(context: click.Context, shells: Path, out: Path, root: Path) -> None:
    """Write every page of the directory, without MkDocs.

    Into shells that any theme may have rendered. Files of the folder that are no page any more are removed. Exit status:
    0 written, 1 the directory has errors, 2 wrong use.
    """
    try:
        settings, cut = handover.load(shells)
    except (OSError, ValueError) as error:
        raise click.UsageError(str(error)) from error
    loaded = _load(root, "sv")
    errors = [problem for problem in loaded.problems if problem.severity == "error"]
    for line in RENDERINGS["text"](errors, "sv"):
        click.echo(line)
    if errors:
        context.exit(1)
    place = root / RECORDINGS
    made = Build(loaded.directory, settings, cut, root / "locale", this_day(), prose.pages(root), recordings=place)
    changes = build(made, None, out)
    click.echo(f"{changes.written} written, {changes.kept} kept, {changes.removed} removed", err=True)


@main.command()
@click.option(
    "--format", "form", type=click.Choice(tuple(chairs.RENDERINGS)), default="text", show_default=True, help="How to write it."
)
@click.option("--municipality", "municipalities", multiple=True, metavar="CODE|ID", help="Only this one; may be repeated.")
@click.option("--language", "languages", multiple=True, metavar="CODE", help="Of readers; may be repeated. Else the site's.")
@root_option
@click.pass_context
def coverage(context: click.Context, form: str, municipalities: Sequence[str], languages: Sequence[str], root: Path) -> None:
    """Tell how every municipality, situation, need and language ends.

    Served, only a responsible body, overlap, unreachable or gap: what each means stands in src/vagvisare/coverage.py. Exit
    status: 0 no hole in a municipality declared as served (mkdocs.yml), 1 a hole there or errors in the directory, 2 wrong use.
    """
    loaded = _load(root, "en")
    errors = [problem for problem in loaded.problems if problem.severity == "error"]
    for line in RENDERINGS["text"](errors, "en"):
        click.echo(line, err=True)
    if errors:
        context.exit(1)
    directory = loaded.directory
    codes = tuple(dict.fromkeys(_municipality(directory, value) for value in municipalities))
    readers = tuple(dict.fromkeys(_reader(directory, value) for value in languages)) or _configuration(root).languages
    try:
        served = chairs.served(directory, chairs.declared_in(root / "mkdocs.yml"))
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    found = chairs.Coverage(directory, this_day(), readers, codes)
    # Not echo, which flushes every line: there are several hundred thousand of them.
    sys.stdout.writelines(f"{line}\n" for line in chairs.RENDERINGS[form](found))
    promised = [code for code in served if code in found.codes]
    broken = chairs.broken_promises(directory, promised, readers, this_day())
    for line in chairs.told(directory, broken):
        click.echo(f"served, but {line}", err=True)
    click.echo(f"{len(broken)} holes in {len(promised)} municipalities declared as served", err=True)
    context.exit(1 if broken else 0)


# --- translations ---------------------------------------------------------------------------------------------------


@main.group()
def translations() -> None:
    """Tell how the translations stand, give them out to translators, and take them back in."""


@translations.command()
@click.option(
    "--format", "form", type=click.Choice(tuple(standing.RENDERINGS)), default="text", show_default=True, help="How to write it."
)
@click.option("--language", "languages", multiple=True, metavar="CODE", help="Only this one; may be repeated. Else the site's.")
@root_option
def status(form: str, languages: Sequence[str], root: Path) -> None:
    """Tell which share of the texts is current, made by machine, stale or missing.

    By kind and language, what is most stale first. Stale: the Swedish has changed since.
    """
    directory = _whole(root).directory
    readers = tuple(dict.fromkeys(_writing(directory, value) for value in languages)) or _configuration(root).languages
    for line in standing.RENDERINGS[form](standing.standing(directory, readers, prose.pages(root))):
        click.echo(line)


@translations.command()
@click.option("--language", required=True, metavar="CODE", help="The language to translate into.")
@click.option(
    "--to", "form", type=click.Choice(("po", "xlsx")), default="po", show_default=True, help="Gettext's PO or a workbook."
)
@click.option(
    "--state", "states", type=click.Choice(standing.STATES), multiple=True, help="Only texts in this state; may be repeated."
)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="The file. [default: vagvisare-CODE.po]")
@root_option
def export(language: str, form: str, states: Sequence[standing.State], output: Path | None, root: Path) -> None:
    """Write the texts that are to be translated into a file for translators.

    With the Swedish, the earlier Swedish where it has changed and the version history has it, the page each text stands on, and
    the words of the vocabulary in it. `vagvisare translations import` takes the file back.
    """
    directory, settings = _whole(root).directory, _configuration(root)
    code = _writing(directory, language)
    if code == SOURCE:
        raise click.UsageError("Swedish is what is translated from.")
    reader = directory.vocabulary.writings[code]

    def address(passage: standing.Passage) -> str:
        return f"{settings.url}{SOURCE}/{addresses.of_passage(directory, passage)}"

    entries = outgoing.entries(root, directory, prose.pages(root), reader, address)
    chosen = [entry for entry in entries if not states or entry.state in states]
    target = output or Path(f"vagvisare-{code}.{form}")
    target.write_bytes(_format(form).write(chosen, reader, "Vägvisare"))
    click.echo(f"{target}: {len(chosen)} texts", err=True)


@translations.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--reviewed", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The day on which a person read what is not fuzzy."
)
@click.option("--language", type=click.Choice(LANGUAGES), default="sv", show_default=True, help="The messages' language.")
@root_option
@click.pass_context
def import_(context: click.Context, file: Path, reviewed: datetime | None, language: str, root: Path) -> None:
    """Take translations back in from FILE (.po or .xlsx).

    Only the values that changed are written, each with who made it and from which Swedish; all else in a file stays as it is. An
    answer that would lose a link, a number or a placeholder is refused. Exit status: 0 taken in, 1 something is wrong and nothing
    was written, 2 wrong use.
    """
    form = file.suffix.removeprefix(".")
    if form not in {"po", "xlsx"}:
        raise click.BadParameter("the file ends neither in .po nor in .xlsx", param_hint="FILE")
    directory, pages_of_prose = _whole(root).directory, prose.pages(root)
    sheet = _format(form).read(str(file), file.read_bytes())
    found = incoming.received(root, directory, pages_of_prose, sheet, reviewed.date() if reviewed else None)
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
@click.option("--language", "languages", multiple=True, metavar="CODE", help="Only this one; may be repeated. Else all.")
@root_option
def unchanged(what: str, field: str | None, languages: Sequence[str], root: Path) -> None:
    """Say that the Swedish has changed and its meaning has not, so that the translations hold.

    RECORD is kind and id (`offers/sfi`), TERM a list and a code (`vocabulary/needs/tolk`), PAGE a page of prose
    (`docs/about`); `docs` alone is all pages. Without FIELD (`summary`), all of its texts. Who translated and who read it stays.
    """
    directory, pages_of_prose = _whole(root).directory, prose.pages(root)
    of_it = [p for p in standing.passages(directory, pages_of_prose) if p.key.startswith(f"{what}/")]
    chosen = [passage for passage in of_it if field is None or passage.path == field]
    if not chosen:
        names = {passage.path for passage in of_it} or {f"{p.kind}/{p.of}" for p in standing.passages(directory, pages_of_prose)}
        near = nearest((field or "") if of_it else what, dict.fromkeys(names))
        shown = visible(f"{what} {field}" if of_it else what)
        raise click.UsageError(f'There is no text "{shown}".' + (f" Did you mean {near}?" if near else ""))
    readers = tuple(_writing(directory, value) for value in languages) or tuple(directory.vocabulary.writings)
    found = incoming.unchanged(root, pages_of_prose, chosen, readers)
    write(root, found.files)
    click.echo(f"{found.marks} marks in {len(found.files)} files", err=True)


# --- languages ------------------------------------------------------------------------------------------------------


@main.group()
def language() -> None:
    """See to the languages that the site is in."""


@language.command()
@click.argument("code", metavar="CODE")
@root_option
def add(code: str, root: Path) -> None:
    """Set up one more language: a language of the vocabulary by its code (`uk`, `fa-AF`).

    The site builds at once. What is not translated shows its fallback and says so.
    """
    whole = _whole(root)
    package = find_spec("material")
    places = package.submodule_search_locations if package else None
    material = Path(places[0]) / "templates/partials/languages" if places else None
    try:
        made = newlanguage.files(root, _reader(whole.directory, code), whole.directory.vocabulary, material)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    write(root, made)
    for file in made:
        click.echo(file)
    click.echo(f"Next: make site, then vagvisare translations export --language {code}", err=True)


def _format(name: str) -> ModuleType:
    """The module of a format. openpyxl comes with the extra `xlsx` and may not be there."""
    if name == "po":
        return po
    try:
        return import_module("vagvisare.exchange.xlsx")
    except ImportError as error:
        raise click.UsageError("Workbooks need openpyxl: pip install 'vagvisare[xlsx]'.") from error


def _configuration(root: Path) -> Configuration:
    try:
        return configuration(root)
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def _whole(root: Path) -> Loaded:
    """The directory; with errors in it, they are told and the program ends."""
    loaded = _load(root, "en")
    errors = [problem for problem in loaded.problems if problem.severity == "error"]
    for line in RENDERINGS["text"](errors, "en"):
        click.echo(line, err=True)
    if errors:
        click.get_current_context().exit(1)
    return loaded


@main.group()
def places() -> None:
    """Keep the figures of free places: in the records, and in a built site's places.json without a build."""


language_option = click.option(
    "--language", type=click.Choice(LANGUAGES), default="sv", show_default=True, help="The messages' language."
)


@places.command("set")
@click.argument("enterprise")
@click.option("--kind", required=True, metavar="CODE", help="The kind of places, as in the record: arbetsträning.")
@click.option("--available", metavar="NUMBER", help="How many are free.")
@click.option("--maximum", metavar="NUMBER", help="How many there are.")
@click.option("--date", "day", metavar="YYYY-MM-DD", help="The day on which that was so.  [default: today]")
@click.option(
    "--site",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A built site whose places.json is changed too, so that it shows at once.",
)
@language_option
@root_option
@click.pass_context
def set_places(
    context: click.Context, /, enterprise: str, site: Path | None, language: str, root: Path, **given: str | None
) -> None:
    """Say how many places an ENTERPRISE (its id) has free.

    Changes these values in its record and nothing else of the file. Nothing is written when anything would be wrong: a number
    below nought or above the maximum, a day to come. Exit status: 0 written, 1 problems, 2 wrong use.
    """
    directory = _load(root, language).directory
    record, changes = _wanted_places(directory, enterprise, given, language)
    file = root / record_file(record.kind_name, record.id)
    text = file.read_bytes().decode()
    changed, place, problems = freeplaces.in_record(text, record, changes, directory.vocabulary, this_day())
    target = site / freeplaces.PATH if site else None
    figures: freeplaces.Figures = {}
    if target:
        figures, faults = _read_places(target, directory, language)
        problems += faults
    if problems or place is None:
        _stop_at(context, problems, language)
        return
    contents = {file: changed}
    if target:
        contents[target] = freeplaces.as_json(freeplaces.with_figure(figures, record.id, place.kind, place))
    for path, content in contents.items():
        replace_file(str(path), content.encode())
        click.echo(_PLACES[language].format(file=visible(str(path)), **_told(place, directory, language)))


@places.command("check")
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@language_option
@root_option
@click.pass_context
def check_places(context: click.Context, file: Path, language: str, root: Path) -> None:
    """Tell every problem of a places.json (FILE, or the folder of the site that it stands in).

    Exit status: 0 clean, 1 problems, 2 wrong use.
    """
    directory = _load(root, language).directory
    target = file / freeplaces.PATH if file.is_dir() else file
    _, problems = _read_places(target, directory, language)
    _stop_at(context, problems, language)
    click.echo(summary([], 1, language), err=True)


def _wanted_places(
    directory: Directory, enterprise: str, given: Mapping[str, str | None], language: str
) -> tuple[Enterprise, dict[str, str]]:
    """The enterprise, and the changes as they are written in its record."""
    record = directory.enterprises.get(enterprise)
    if record is None:
        raise _unknown("no-enterprise", language, enterprise, nearest(enterprise, directory.enterprises))
    kind = unicodedata.normalize("NFC", given["kind"] or "")
    if kind not in directory.vocabulary.terms("place-kinds"):
        raise _unknown("no-kind", language, kind, nearest_term(directory.vocabulary, "place-kinds", kind))
    figures = {name: value for name in ("maximum", "available") if (value := given[name]) is not None}
    if not figures:
        raise click.UsageError(_WRONG_USE[language]["no-figure"])
    return record, {"kind": kind, **figures, "updated": given["day"] or this_day().isoformat()}


def _unknown(code: str, language: str, value: str, near: str | None) -> click.UsageError:
    words = _WRONG_USE[language]
    hint = f" {words['near'].format(near=near)}" if near else ""
    return click.UsageError(words[code].format(value=visible(value)) + hint)


def _read_places(target: Path, directory: Directory, language: str) -> tuple[freeplaces.Figures, list[Problem]]:
    try:
        content = target.read_bytes()
    except OSError as error:
        raise click.UsageError(_WRONG_USE[language]["no-places"].format(value=visible(str(target)))) from error
    return freeplaces.read(str(target), content, directory, this_day())


def _stop_at(context: click.Context, problems: Sequence[Problem], language: str) -> None:
    """Tells problems and ends, if there are any."""
    for line in RENDERINGS["text"](problems, language):
        click.echo(line)
    if problems:
        click.echo(summary(problems, len({problem.file for problem in problems}), language), err=True)
        context.exit(1)


def _told(place: Place, directory: Directory, language: str) -> dict[str, object]:
    unknown = {"sv": "okänt antal", "en": "an unknown number"}[language]
    numbers = {name: unknown if (n := getattr(place, name)) is None else n for name in ("available", "maximum")}
    kind = directory.vocabulary.term("place-kinds", place.kind).label[language]
    return {"kind": kind, "updated": place.updated, **numbers}


_PLACES = {
    "sv": "{file}: {kind}, {available} lediga av {maximum}, {updated}.",
    "en": "{file}: {kind}, {available} free of {maximum}, {updated}.",
}


def _municipality(directory: Directory, value: str) -> str:
    """The code of a municipality given by code or id."""
    by_id = {municipality.id: code for code, municipality in directory.vocabulary.municipalities.items()}
    if value in directory.vocabulary.municipalities:
        return value
    if value in by_id:
        return by_id[value]
    near = nearest_area(directory.vocabulary, value, "unknown-municipality")
    raise click.UsageError(f'There is no municipality "{visible(value)}".' + (f" Did you mean {near}?" if near else ""))


def _reader(directory: Directory, value: str) -> str:
    """A language of the vocabulary, given by its code."""
    return _of_these(directory.vocabulary.languages, value)


def _writing(directory: Directory, value: str) -> str:
    """A language of the vocabulary or easy Swedish, given by its code."""
    return _of_these(directory.vocabulary.writings, value)


def _of_these(languages: Mapping[str, Language], value: str) -> str:
    if value in languages:
        return value
    near = nearest(value, languages)
    raise click.UsageError(f'There is no language "{visible(value)}".' + (f" Did you mean {near}?" if near else ""))


def summary(problems: Sequence[Problem], files: int, language: str) -> str:
    """The last line: how many errors and warnings in how many files."""
    errors = sum(problem.severity == "error" for problem in problems)
    counts = {"errors": errors, "warnings": len(problems) - errors}
    words = _SUMMARY[language]
    found = [_counted(count, words[name]) for name, count in counts.items() if count]
    return words["line"][0].format(found=words["and"][0].join(found) or words["none"][0], files=_counted(files, words["files"]))


_SUMMARY = {
    "sv": {
        "line": ("{found} i {files}.",),
        "none": ("Inga problem",),
        "and": (" och ",),
        "errors": ("fel", "fel"),
        "warnings": ("varning", "varningar"),
        "files": ("fil", "filer"),
    },
    "en": {
        "line": ("{found} in {files}.",),
        "none": ("No problems",),
        "and": (" and ",),
        "errors": ("error", "errors"),
        "warnings": ("warning", "warnings"),
        "files": ("file", "files"),
    },
}
_WRONG_USE = {
    "sv": {
        "no-directory": "Det finns ingen mapp {value} i {root}. Ange rätt mapp med --root.",
        "no-path": "Det finns ingen fil eller mapp {value}.",
        "outside": "{value} ligger inte i {root}.",
        "no-enterprise": "Det finns inget företag {value}.",
        "no-kind": "Det finns inget slags plats {value}.",
        "no-figure": "Ange --available, --maximum eller båda.",
        "no-places": "Filen {value} kan inte läsas. Bygg webbplatsen först.",
        "near": "Menade du {near}?",
    },
    "en": {
        "no-directory": "There is no folder {value} in {root}. Give the right one with --root.",
        "no-path": "There is no file or folder {value}.",
        "outside": "{value} does not lie in {root}.",
        "no-enterprise": "There is no enterprise {value}.",
        "no-kind": "There is no kind of places {value}.",
        "no-figure": "Give --available, --maximum or both.",
        "no-places": "The file {value} cannot be read. Build the site first.",
        "near": "Did you mean {near}?",
    },
}


def _counted(count: int, words: tuple[str, ...]) -> str:
    return f"{count} {words[0] if count == 1 else words[1]}"


def _wrong_use(code: str, language: str, value: object, root: object) -> click.UsageError:
    return click.UsageError(_WRONG_USE[language][code].format(value=visible(str(value)), root=visible(str(root))))


def _within(root: Path, path: Path, language: str) -> str:
    """A path given on the command line, seen from here or from the root, as problems name it."""
    found = [place for place in (path, root / path) if place.exists() or place.is_symlink()]
    if not found:
        raise _wrong_use("no-path", language, path, root)
    for place in found:
        # The last part is not resolved: a link is named by where it stands.
        whole = place.resolve() if place.name in {"", ".."} else place.parent.resolve() / place.name
        if whole == root.resolve():
            return DIRECTORY
        if whole.is_relative_to(root.resolve() / DIRECTORY):
            return whole.relative_to(root.resolve()).as_posix()
    raise _wrong_use("outside", language, path, root / DIRECTORY)


def _is_wanted(file: str, wanted: Sequence[str]) -> bool:
    return not wanted or any(file == place or file.startswith(f"{place}/") for place in wanted)


def _load(root: Path, language: str) -> Loaded:
    if not (root / DIRECTORY).is_dir():
        raise _wrong_use("no-directory", language, DIRECTORY, root)
    progress = _progress() if sys.stderr.isatty() else None
    return load(root, progress=progress, processes=os.cpu_count() or 1)


def _progress() -> Progress:
    """A line on the terminal that counts, and goes when it is done."""

    def show(done: int, total: int) -> None:
        click.echo(f"\r{done}/{total}" if done < total else "\r\033[K", nl=False, err=True)

    return show
