"""Words of the glossary where they are met: a link to an entry becomes a word that can be asked what it means.

Prose and templates link to the glossary and no more (``glossary/#sjukpenning``). Here each such link becomes a button with
the explanation beside it as a popover of HTML, which needs no script: a tap, a click or Enter shows it (a script adds hover
and focus, a style sheet does where scripts are off). On paper the explanations are footnotes.

A button cannot be broken at the end of a line. In prose it is therefore only the Swedish word where that stands in brackets
after the translation, which is the word that wants explaining; in a template (``class="word"``) it is all.
"""

import re

from markupsafe import Markup

from vagvisare.glossary import Word, words
from vagvisare.languages import SOURCE
from vagvisare.site.markup import filled
from vagvisare.site.reader import Reader

ADDRESS = "glossary/"
"""Where the glossary stands below its language's folder."""
_LINK = re.compile(rf'<a( class="word")? href="(\.\./[^"]*{ADDRESS}#([^"]+))">(.*?)</a>', re.DOTALL)
_SWEDISH = ' lang="sv" dir="ltr"'
_BRACKETED = re.compile(r"^([^<]*)\(([^<()]+)\)$")


def has_words(html: str) -> bool:
    """Whether a page has anything to explain: a quick look at every page of the directory."""
    return f"/{ADDRESS}#" in html


def explained(reader: Reader, html: Markup) -> Markup:
    """HTML with each link to a word of the glossary made a button, its explanation beside the first, and all as footnotes.

    A link to a word that the glossary does not have stays a link: the check of internal links finds it.
    """
    known = words(reader.directory.vocabulary)
    found: dict[str, int] = {}

    def explain(link: re.Match[str]) -> str:
        whole, address, code, label = link.groups()
        if code not in known:
            return link[0]
        box = _box(reader, known[code], address) if code not in found else ""
        mark = f'<sup class="word__mark">{found.setdefault(code, len(found) + 1)}</sup>'
        if not whole and (parts := _BRACKETED.match(label)):
            return f'{parts[1]}<span class="bracketed">({_button(code, parts[2], _SWEDISH)}{mark}{box})</span>'
        return f"{_button(code, label)}{mark}{box}"

    body = _LINK.sub(explain, html)
    return Markup(body) + _footnotes(reader, [known[code] for code in found])


def _button(code: str, label: str, attributes: str = "") -> str:
    """``label`` is HTML already, that of the link, and ``code`` is one of the glossary's."""
    target = f'popovertarget="w-{code}" popovertargetaction="show"'
    return f'<button class="word" type="button"{attributes} {target}>{label}</button>'


def _box(reader: Reader, word: Word, address: str) -> Markup:
    return filled(
        '<span class="explained" id="w-%s" popover>%s <a href="%s">%s</a></span>',
        word.code,
        _meaning(reader, word),
        address,
        reader.translate("See it in the glossary"),
    )


def _meaning(reader: Reader, word: Word) -> Markup:
    """The Swedish word, the reader's own and what it means."""
    term = word.term
    own, swedish = reader.line(term.label), term.label[SOURCE]
    name = filled("<strong>%s</strong>", reader.swedish(swedish))
    between = filled(" – %s", reader.text(term.label)) if own != swedish else ""
    explanation = filled(" %s", reader.text(term.explanation)) if term.explanation else ""
    return filled("%s%s.%s", name, between, explanation)


def _footnotes(reader: Reader, found: list[Word]) -> Markup:
    items = Markup().join(filled("<li>%s</li>", _meaning(reader, word)) for word in found)
    return filled('<ol class="footnotes">%s</ol>', items) if found else Markup()
