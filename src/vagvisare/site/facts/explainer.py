"""Explanations of glossary words on the spot: a link to an entry becomes a word with a popover.

Prose and templates merely link to the glossary (``glossary/#sjukpenning``). Here each such link
becomes a button with the explanation beside it as an HTML popover, which needs no script: a tap, a
click or Enter shows it (a script adds hover and focus; where scripts are off, a style sheet does).
On paper the explanations are footnotes.

A line cannot break inside a button. In prose the button is therefore only the Swedish word, if it
follows the translation in brackets, for that is the word to explain; in a template
(``class="word"``) it is the whole label.
"""

import re

from markupsafe import Markup, escape

from vagvisare.site.facts.reader import Reader

ADDRESS = "glossary/"
"""The glossary's address below its language's folder."""
_LINK = re.compile(rf'<a( class="word")? href="(\.\./[^"]*{ADDRESS}#([^"]+))">(.*?)</a>', re.DOTALL)
_BRACKETED = re.compile(r"^([^<]*)\(([^<()]+)\)$")


class Explainer:
    """Explains glossary words on all pages at one depth of one language.

    The parts of each distinct link are made once for all of these pages.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._parts: dict[str, tuple[str, str, str, str, str] | None] = {}

    def explained(self, html: Markup) -> Markup:
        """HTML with each link to a word as a button, and the explanations as footnotes.

        A word's popover is beside its first button. A link to a word that the glossary lacks stays
        a link: the check of internal links finds it.
        """
        found: dict[str, int] = {}

        def explain(link: re.Match[str]) -> str:
            parts = self._parts_of(link)
            if parts is None:
                return link[0]
            code, start, button, box, end = parts
            box = "" if code in found else box
            return (
                f'{start}{button}<sup class="word__mark">'
                f"{found.setdefault(code, len(found) + 1)}</sup>{box}{end}"
            )

        body = _LINK.sub(explain, html)
        notes = "".join(f"<li>{self._reader.meaning(code)}</li>" for code in found)
        return Markup(f'{body}<div class="footnotes"><ol>{notes}</ol></div>' if found else body)

    def _parts_of(self, link: re.Match[str]) -> tuple[str, str, str, str, str] | None:
        """Code, HTML before the button, button, popover, HTML after it; None for unknown words."""
        if link[0] not in self._parts:
            self._parts[link[0]] = (
                self._made(*link.groups()) if link[3] in self._reader.glossary else None
            )
        return self._parts[link[0]]

    def _made(
        self, whole: str | None, address: str, code: str, label: str
    ) -> tuple[str, str, str, str, str]:
        """The parts of a link. With ``whole``, all of the label becomes the button.

        ``address`` and ``label`` are the link's own, already HTML; ``code`` is one of the
        glossary's.
        """
        meaning, more = (
            self._reader.meaning(code),
            escape(self._reader.translate("See it in the glossary")),
        )
        box = (
            f'<span class="explained" id="w-{code}" popover>'
            f'{meaning} <a href="{address}">{more}</a></span>'
        )
        if not whole and (parts := _BRACKETED.match(label)):
            return (
                code,
                f'{parts[1]}<span class="bracketed">(',
                _button(code, parts[2], ' lang="sv" dir="ltr"'),
                box,
                ")</span>",
            )
        return code, "", _button(code, label), box, ""


def _button(code: str, label: str, attributes: str = "") -> str:
    target = f'popovertarget="w-{code}" popovertargetaction="show"'
    return f'<button class="word" type="button"{attributes} {target}>{label}</button>'
