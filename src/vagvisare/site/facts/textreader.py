"""How texts look to somebody who reads one language.

Text in another language or direction than the page's is marked as such.

Everything comes back escaped unless the method says otherwise. Names and figures are in ``<bdi>``
with ``lang`` and ``dir`` where the page needs that (in Arabic text ``08-540 810 00`` would
otherwise show as ``00 810 540-08``).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from markupsafe import Markup, escape

from vagvisare.languages.languages import EASY, SOURCE, Language, Text, wording
from vagvisare.languages.placeholders import put_in
from vagvisare.records.directory import Directory
from vagvisare.site.html import markup
from vagvisare.site.html.interface import Words
from vagvisare.site.html.markup import filled, isolated, isolated_html
from vagvisare.site.html.pagecontext import PageContext


@dataclass(frozen=True)
class TextReader:
    """A reader of one of the site's languages, on a page whose ``base`` leads to the root."""

    directory: Directory
    language: Language
    words: Words
    base: str
    today: date
    official: "TextReader | None" = None
    """The official, who reads the Swedish on the same page; None on Swedish pages."""
    easy: bool = False
    """Whether texts that also exist in easy Swedish are given in both: the page has a switch."""
    context: PageContext = field(default_factory=PageContext)
    """Records what the page needs."""

    def translate(self, message: str, **facts: object) -> str:
        """A message of the interface, not escaped."""
        text = self.words.gettext(message)
        return put_in(text, facts) if facts else text

    def line(self, text: Text) -> str:
        """A text in the reader's language or its fallback, not escaped and unmarked: for titles."""
        line = self.plain(text)
        return isolated(line) if self.language.direction == "rtl" else line

    def plain(self, text: Text) -> str:
        """A text as it is written, for other programs."""
        return wording(text, self.language.code, self.language.fallback).text

    def text(self, text: Text) -> Markup:
        """A text; a fallback to another language says so, in mark-up and in words."""
        words = wording(text, self.language.code, self.language.fallback)
        if words.language == self.language.code:
            return (
                self._both(text, "span", escape)
                if self.easy and EASY.code in text
                else self.directed(escape(words.text))
            )
        return filled(
            '<span lang="%s" dir="%s">%s</span> %s',
            words.language,
            self._direction(words.language),
            words.text,
            self._badge(words.language),
        )

    def beside(self, text: Text) -> Markup:
        """A text beside its Swedish; only a mark if there is no text but the Swedish."""
        words = wording(text, self.language.code, self.language.fallback)
        return (
            self._badge(SOURCE) if words.language == SOURCE and self.official else self.text(text)
        )

    def paragraphs(self, text: Text) -> Markup:
        """A description: paragraphs, lists and links; marked if it falls back."""
        words = wording(text, self.language.code, self.language.fallback)
        if words.language == self.language.code and self.easy and EASY.code in text:
            return self._both(text, "div", markup.description)
        html = markup.description(words.text)
        if words.language == self.language.code:
            return self.directed(html)
        return filled(
            '<div lang="%s" dir="%s">%s</div>%s',
            words.language,
            self._direction(words.language),
            html,
            self._badge(words.language),
        )

    def directed(self, html: Markup) -> Markup:
        """Safe HTML in the reader's language, its figures from the left to the right."""
        return isolated_html(html) if self.language.direction == "rtl" else html

    def _both(self, text: Text, tag: str, shown: Callable[[str], Markup]) -> Markup:
        """A Swedish text, then its easy version; once a script chooses, a style sheet hides one."""
        self.context.need("easy")
        label = self.translate("Easy Swedish")
        both = (
            f'<{tag} class="ordinary">%s</{tag}> <{tag} class="easy" lang="{EASY.code}">'
            f'<b class="easy__label">%s: </b>%s</{tag}>'
        )
        return filled(both, shown(text[SOURCE]), label, shown(text[EASY.code]))

    def _badge(self, language: str) -> Markup:
        return Markup('<span class="badge badge--fallback">%s</span>') % self.fallback_mark(
            language
        )

    def fallback_mark(self, language: str) -> str:
        """The mark of a text in another language than the reader's, not escaped."""
        label = self.directory.vocabulary.term("languages", language).label
        return self.translate("Text in %(language)s", language=self.line(label))

    def _direction(self, language: str) -> str:
        known = self.directory.vocabulary.languages.get(language)
        return known.direction if known else "ltr"

    def swedish(self, name: str) -> Markup:
        """A Swedish name, address or law in a page of any language."""
        if self.language.code == SOURCE:
            return escape(name)
        if self.language.direction == "rtl":
            return filled('<bdi lang="sv" dir="ltr">%s</bdi>', name)
        return filled('<bdi lang="sv">%s</bdi>', name)

    def figure(self, number: object) -> Markup:
        """A number, time or code that reads from left to right everywhere."""
        if self.language.direction == "rtl":
            return filled('<bdi dir="ltr">%s</bdi>', number)
        return escape(number)

    def ages(self, minimum: int | None, maximum: int | None) -> Markup:
        """A span of ages, open at either end: "16 or older", "16–65", "up to 65"."""
        if maximum is None:
            return escape(self.translate("%(age)s or older", age=minimum))
        if minimum is None:
            return escape(self.translate("up to %(age)s", age=maximum))
        return self.figure(f"{minimum}–{maximum}")
