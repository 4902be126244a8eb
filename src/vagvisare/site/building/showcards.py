"""What the templates of cards to show are given beside the reader; the lines that many cards share are made once and kept."""

from collections.abc import Callable, Hashable

from jinja2 import Environment
from markupsafe import Markup

from vagvisare.languages.marking import message
from vagvisare.site.facts.reader import Reader
from vagvisare.site.files import qr
from vagvisare.site.pages import addresses
from vagvisare.site.pages.settings import Settings
from vagvisare.site.search import choices


def install(environment: Environment, reader: Reader, settings: Settings) -> None:
    """Gives an environment what the templates of cards call."""
    language = reader.language.code
    environment.globals |= {
        "swedish": reader.swedish_side,
        "message": message,
        "choices": f"{reader.base}/{choices.path(language)}",
        "implied": lambda kind, code: choices.implied(reader.directory.vocabulary, kind, code),
        "code_of": lambda where: qr.svg(f"{settings.url}{language}/{where}"),
        "address_of_card": lambda record: addresses.of_card(addresses.of_record(reader.directory, record)),
        "address_of_contact": lambda record: f"{reader.base}/{addresses.of_contact(record)}",
    }
    environment.globals |= _parts_of_cards(environment)


def _parts_of_cards(environment: Environment) -> dict[str, Callable[..., Markup]]:
    """The lines that many cards to show have in common, each made once."""
    parts = environment.get_template("showcard_parts.html").module
    return {
        "both": _kept(parts.both),  # type: ignore[attr-defined]
        "options": _kept(parts.options),  # type: ignore[attr-defined]
        "phrases": _kept(parts.phrases),  # type: ignore[attr-defined]
        "rule_to_show": _kept(parts.rule, lambda answer: (answer.stands_in.id, answer.index)),  # type: ignore[attr-defined]
    }


def _kept(macro: Callable[..., Markup], key: Callable[..., Hashable] = lambda *facts: facts) -> Callable[..., Markup]:
    """A macro whose HTML is made once for the same facts; ``key`` says which are the same."""
    kept: dict[Hashable, Markup] = {}

    def made(*facts: object) -> Markup:
        same = key(*facts)
        if same not in kept:
            kept[same] = macro(*facts)
        return kept[same]

    return made
