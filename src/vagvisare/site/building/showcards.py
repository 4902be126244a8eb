"""What the templates of cards to show get beside the reader."""

from vagvisare.languages.marking import message
from vagvisare.site.building.fragments import Fragments
from vagvisare.site.facts.reader import Reader
from vagvisare.site.files import qr
from vagvisare.site.pages import addresses
from vagvisare.site.pages.settings import Settings
from vagvisare.site.search import choices

PARTS = "showcard_parts.html"
"""The template of the lines that many cards share."""


def install(fragments: Fragments, reader: Reader, settings: Settings) -> None:
    """Gives an environment what the templates of cards call."""
    language = reader.language.code
    fragments.environment.globals |= {
        "swedish": reader.swedish_side,
        "message": message,
        "choices": f"{reader.base}/{choices.path(language)}",
        "implied": lambda kind, code: choices.implied(reader.directory.vocabulary, kind, code),
        "code_of": lambda where: qr.svg(f"{settings.url}{language}/{where}"),
        "address_of_card": lambda record: addresses.of_card(
            addresses.of_record(reader.directory, record)
        ),
        "address_of_contact": lambda record: f"{reader.base}/{addresses.of_contact(record)}",
    }
    fragments.environment.globals |= {
        "both": fragments.shared(PARTS, "both"),
        "options": fragments.shared(PARTS, "options"),
        "phrases": fragments.shared(PARTS, "phrases"),
        "saying_at": fragments.shared(PARTS, "saying_at"),
        "rule_to_show": fragments.shared(
            PARTS, "rule", lambda answer: (answer.name, answer.partner.id)
        ),
    }
