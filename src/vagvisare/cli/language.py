"""``vagvisare language``: the languages that the site is in."""

from importlib.util import find_spec
from pathlib import Path

import click

from vagvisare.cli.given import language_named, root_option, whole
from vagvisare.translating import newlanguage
from vagvisare.yaml.writing import write


@click.group()
def language() -> None:
    """See to the languages that the site is in."""


@language.command()
@click.argument("code", metavar="CODE")
@root_option
def add(code: str, root: Path) -> None:
    """Set up one more language: a language of the vocabulary by its code (`uk`, `fa-AF`).

    The site builds at once. What is not translated shows its fallback and says so.
    """
    directory = whole(root).directory
    package = find_spec("material")
    places = package.submodule_search_locations if package else None
    material = Path(places[0]) / "templates/partials/languages" if places else None
    try:
        made = newlanguage.files(
            root,
            language_named(directory.vocabulary.languages, code),
            directory.vocabulary,
            material,
        )
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    write(root, made)
    for file in made:
        click.echo(file)
    click.echo(f"Next: make site, then vagvisare translations export --language {code}", err=True)
