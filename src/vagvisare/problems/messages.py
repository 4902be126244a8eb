"""The words of a problem, in Swedish and English.

Messages are written for an editor who has never seen YAML: they quote the value, and ask whether a
valid value near it was meant. Values come from files that anybody may have written, so invisible
characters are escaped and long values are cut. The texts themselves are in
`vagvisare.problems.words`, a module for each area.
"""

from collections.abc import Mapping

from vagvisare.problems.words import (
    catalogues,
    exchange,
    fields,
    files,
    laws,
    prose,
    recordings,
    records,
    translations,
    values,
    vocabulary,
    yaml,
)
from vagvisare.problems.words.message import Message, Messages

LANGUAGES: tuple[str, ...] = ("sv", "en")
"""The languages of the messages."""

_Facts = Mapping[str, str | tuple[str, ...] | Mapping[str, str]]
"""Facts by name: values, or words by language (`vagvisare.problems.problems.Fact`)."""

_LONGEST = 60
"""How many characters of a value a message quotes, the … of a cut included."""
_MOST = 6
"""How many valid values a message lists before …."""


def message(code: str, facts: _Facts, language: str) -> str:
    """The words of a problem in one of ``LANGUAGES``.

    Raises KeyError if ``code`` has no message.
    """
    found = MESSAGES[code][language]
    words = _words(facts, language)
    parts = [found.wrong.format_map(words)]
    if facts.get("suggestion"):
        name = f" ({words['name_bare']})" if facts.get("name") else ""
        parts.append(_SUGGESTION[language].format(suggestion=words["suggestion"], name=name))
    else:
        parts.append(found.instead.format_map(words))
        parts.append(_example(found, words, language))
    return " ".join(part for part in parts if part)


_SUGGESTION = {"sv": "Menade du {suggestion}{name}?", "en": "Did you mean {suggestion}{name}?"}
_EXAMPLE = {"sv": "Exempel: {}", "en": "Example: {}"}


def _example(found: Message, words: Mapping[str, str], language: str) -> str:
    """The example; empty where it would be the correct value and none is known."""
    if not found.example or (found.example == "{correct_bare}" and "correct_bare" not in words):
        return ""
    return _EXAMPLE[language].format(found.example.format_map(words))


def _words(facts: _Facts, language: str) -> dict[str, str]:
    words: dict[str, str] = {}
    for name, fact in facts.items():
        if isinstance(fact, tuple):
            shown = [quoted(item, language) for item in fact[:_MOST]]
            words[name] = ", ".join(shown) + (" …" if len(fact) > _MOST else "")
            words[f"{name}_all"] = ", ".join(visible(item) for item in fact)
            continue
        if isinstance(fact, Mapping):
            words[name] = fact[language]
            continue
        words[name] = quoted(fact, language)
        words[f"{name}_bare"] = _short(visible(fact))
        words[f"{name}_in_yaml"] = (
            '"' + _short(visible(fact.replace("\\", "\\\\").replace('"', '\\"'))) + '"'
        )
    if "list" in facts:
        words["form"] = _FORMS[language].get(str(facts["list"]), "")
    for name in ("field", "first"):
        if name in facts:
            words[f"{name}_example"] = _FIELD_EXAMPLES.get(
                str(facts[name]), f"{words[f'{name}_bare'] or '…'}: …"
            )
    return words


def quoted(text: str, language: str) -> str:
    """A value in the quotes of the language, escaped and cut."""
    shown = _short(visible(text))
    return f"”{shown}”" if language == "sv" else f'"{shown}"'


def visible(text: str) -> str:
    r"""The text with invisible characters escaped: ``\u202e`` for an override of direction."""
    return (
        text if text.isprintable() else "".join(c if c.isprintable() else _escaped(c) for c in text)
    )


_LAST_OF_TWO_DIGITS = 0xFF
_LAST_OF_FOUR_DIGITS = 0xFFFF


def _escaped(character: str) -> str:
    code = ord(character)
    if code <= _LAST_OF_TWO_DIGITS:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= _LAST_OF_FOUR_DIGITS else f"\\U{code:08x}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


_FORMS: Mapping[str, Mapping[str, str]] = {
    "sv": {
        "terms": "Skriv bokstäver, siffror, bindestreck och understreck. Exempel: arbetslös-1-år",
        "languages": "Skriv språkets kod enligt BCP 47. Exempel: fa-AF",
        "counties": 'Skriv länets två siffror inom citattecken. Exempel: "01"',
        "municipalities": 'Skriv kommunens fyra siffror inom citattecken. Exempel: "0136"',
    },
    "en": {
        "terms": "Write letters, digits, hyphens and underscores. Example: arbetslös-1-år",
        "languages": "Write the language's BCP 47 code. Example: fa-AF",
        "counties": 'Write the county\'s two digits in quotes. Example: "01"',
        "municipalities": 'Write the municipality\'s four digits in quotes. Example: "0136"',
    },
}
"""How the codes of each vocabulary file are written, by language."""

_FIELD_EXAMPLES: Mapping[str, str] = {
    "name": "name: Basta Nykvarn",
    "summary": "summary: {sv: Café och lokalvård i Haninge.}",
    "sources": "sources: [{url: https://www.exempel.se/, date: 2026-11-23}]",
    "kind": "kind: kommun",
    "list": "list: {label: {sv: Bransch}}",
    "code": "code: ar",
    "how": "how: [staff, phone]",
    "days": "days: [monday, tuesday]",
    "opens": "opens: 09:00",
    "closes": "closes: 16:00",
    "date": "date: 2026-11-23",
    "by": "by: organisationen",
    "role": "role: samarbetspartner",
    "value": "value: 45",
    "title": "title: Policy för sociala företag",
    "label": "label: {sv: Lokalvård}",
    "description": "description: Vem som betalar tolken.",
    "readers": "readers: newcomers",
    "checked": "checked: 2026-11-24",
    "direction": "direction: ltr",
    "script": "script: Latn",
    "phone": "phone: +4685551234",
}
"""Fields as they could be written in a file."""

MESSAGES: Messages = {
    **files.MESSAGES,
    **yaml.MESSAGES,
    **fields.MESSAGES,
    **values.MESSAGES,
    **vocabulary.MESSAGES,
    **records.MESSAGES,
    **laws.MESSAGES,
    **translations.MESSAGES,
    **recordings.MESSAGES,
    **prose.MESSAGES,
    **catalogues.MESSAGES,
    **exchange.MESSAGES,
}
"""Every problem's message, by code and language."""
