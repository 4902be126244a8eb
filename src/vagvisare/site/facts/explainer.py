"""Explainer of the glossary where they are met: a link to an entry becomes a word that can be asked what it means.

Prose and templates link to the glossary and no more (``glossary/#sjukpenning``). Here each such link becomes a button with
the explanation beside it as a popover of HTML, which needs no script: a tap, a click or Enter shows it (a script adds hover
and focus, a style sheet does where scripts are off). On paper the explanations are footnotes.

A button cannot be broken at the end of a line. In prose it is therefore only the Swedish word where that stands in brackets
after the translation, which is the word that wants explaining; in a template (``class="word"``) it is all.
"""

import re

from markupsafe import Markup, escape

from vagvisare.site.facts.reader import Reader

ADDRESS = "glossary/"
"""Where the glossary stands below its language's folder."""
_LINK = re.compile(rf'<a( class="word")? href="(\.\./[^"]*{ADDRESS}#([^"]+))">(.*?)</a>', re.DOTALL)
_BRACKETED = re.compile(r"^([^<]*)\(([^<()]+)\)$")


class Explainer:
    """The words of the glossary for pages at one depth of a language: each is put together once for all of them."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._parts: dict[str, tuple[str, str, str, str, str] | None] = {}

    def explained(self, html: Markup) -> Markup:
        """HTML with each link to a word made a button, its explanation beside the first, and all as footnotes.

        A link to a word that the glossary does not have stays a link: the check of internal links finds it.
        """
        found: dict[str, int] = {}

        def explain(link: re.Match[str]) -> str:
            parts = self._parts_of(link)
            if parts is None:
                return link[0]
            code, start, button, box, end = parts
            box = "" if code in found else box
            return f'{start}{button}<sup class="word__mark">{found.setdefault(code, len(found) + 1)}</sup>{box}{end}'

        body = _LINK.sub(explain, html)
        notes = "".join(f"<li>{self._reader.meaning(code)}</li>" for code in found)
        return Markup(f'{body}<div class="footnotes"><ol>{notes}</ol></div>' if found else body)

    def _parts_of(self, link: re.Match[str]) -> tuple[str, str, str, str, str] | None:
        """Code, what stands before the button, the button, the explanation, what stands after; None for an unknown word."""
        if link[0] not in self._parts:
            self._parts[link[0]] = self._made(*link.groups()) if link[3] in self._reader.glossary else None
        return self._parts[link[0]]

    def _made(self, whole: str | None, address: str, code: str, label: str) -> tuple[str, str, str, str, str]:
        """``address`` and ``label`` are HTML already, those of the link, and ``code`` is one of the glossary's."""
        meaning, more = self._reader.meaning(code), escape(self._reader.translate("See it in the glossary"))
        box = f'<span class="explained" id="w-{code}" popover>{meaning} <a href="{address}">{more}</a></span>'
        if not whole and (parts := _BRACKETED.match(label)):
            return code, f'{parts[1]}<span class="bracketed">(', _button(code, parts[2], ' lang="sv" dir="ltr"'), box, ")</span>"
        return code, "", _button(code, label), box, ""


def _button(code: str, label: str, attributes: str = "") -> str:
    target = f'popovertarget="w-{code}" popovertargetaction="show"'
    return f'<button class="word" type="button"{attributes} {target}>{label}</button>'
