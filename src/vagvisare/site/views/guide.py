"""The guide without a municipality: the same questions and answers for the whole country."""

from vagvisare.records.directory import COUNTRY
from vagvisare.site.facts.reader import Reader
from vagvisare.site.pages.pages import Page
from vagvisare.site.views.answers import final_answer, shelves
from vagvisare.site.views.view import View


def guide(page: Page, reader: Reader) -> View:  # noqa: ARG001 (there is one page of this kind)
    """Who answers in all of Sweden, by situation and need."""
    return View(
        title=reader.translate("Who helps you in Sweden"),
        description=reader.translate(
            "Say what your situation is and what you need. "
            "See who is responsible and what you can get."
        ),
        template="guide.html",
        facts={"shelves": shelves(COUNTRY, reader), "final": final_answer(COUNTRY, reader)},
        trail=((reader.translate("Find who helps you"), "municipalities/"),),
        script="guide",
    )
