"""Keeping the site on the phone: what is kept, how large it is, and how it goes away again."""

from vagvisare.site.facts.reader import Reader
from vagvisare.site.files import keeping
from vagvisare.site.pages import addresses
from vagvisare.site.pages.pages import Page
from vagvisare.site.views.view import View


def keep(page: Page, reader: Reader) -> View:  # noqa: ARG001 (there is one page of this kind)
    """What one can keep, by municipality, in the reader's order."""
    vocabulary = reader.directory.vocabulary
    places = sorted(vocabulary.municipalities.values(), key=lambda one: reader.place_key(one.name))
    return View(
        title=reader.translate("Keep on the phone"),
        description=reader.translate(
            "Keep one municipality's help on the phone. It works without the internet."
        ),
        template="keep.html",
        facts={
            "places": [
                (addresses.of_municipality(reader.directory, one.code), one.code) for one in places
            ],
            "files": keeping.path(reader.language.code),
        },
        trail=(),
        script="keep",
    )
