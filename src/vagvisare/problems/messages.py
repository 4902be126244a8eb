"""What problems say, in Swedish and English: what is wrong, what to write instead, and an example.

A message is written for an editor who has never seen YAML. It quotes the value, and where a valid value is near it asks
whether that was meant. Values come from files that anybody may have written: what cannot be seen is shown escaped, and
what is long is cut.
"""

from collections.abc import Mapping
from dataclasses import dataclass

LANGUAGES: tuple[str, ...] = ("sv", "en")
"""The languages that problems are told in."""

_Facts = Mapping[str, str | tuple[str, ...] | Mapping[str, str]]
"""Values, and words by the language in which the problem is told (see `vagvisare.problems.problems.Fact`)."""

_LONGEST = 60
"""Characters of a value that a message quotes."""
_MOST = 6
"""Valid values that a message names."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message: ``wrong``, ``instead`` (left out where a suggestion is near) and ``example``.

    In braces stand facts: ``{value}`` is quoted, ``{value_bare}`` is not, ``{value_in_yaml}`` is as it may be written in a file.
    """

    wrong: str
    instead: str = ""
    example: str = ""


def message(code: str, facts: _Facts, language: str) -> str:
    """The words of a problem in a language of ``LANGUAGES``. Raises KeyError for a code without a message."""
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
    """The example; none where it would be a correct value and there is none to name."""
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
        words[f"{name}_in_yaml"] = '"' + _short(visible(fact.replace("\\", "\\\\").replace('"', '\\"'))) + '"'
    if "list" in facts:
        words["form"] = _FORMS[language].get(str(facts["list"]), "")
    for name in ("field", "first"):
        if name in facts:
            words[f"{name}_example"] = _FIELD_EXAMPLES.get(str(facts[name]), f"{words[f'{name}_bare'] or '…'}: …")
    return words


def quoted(text: str, language: str) -> str:
    """A value in the quotes of the language."""
    shown = _short(visible(text))
    return f"”{shown}”" if language == "sv" else f'"{shown}"'


def visible(text: str) -> str:
    r"""The text with everything that cannot be seen escaped: ``\u202e`` for an override of direction."""
    return text if text.isprintable() else "".join(c if c.isprintable() else _escaped(c) for c in text)


def _escaped(character: str) -> str:
    code = ord(character)
    if code < 0x100:  # noqa: PLR2004 (where the longer escapes begin)
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004 (where the longer escapes begin)


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
"""What the codes of a vocabulary file look like."""

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
"""Fields as they may stand in a file."""

MESSAGES: Mapping[str, Mapping[str, Message]] = {
    # --- the file's form
    "too-large": {
        "sv": Message("Filen är större än {limit_bare} kB.", "Dela upp eller korta texten: en post är en kort fil."),
        "en": Message("The file is larger than {limit_bare} kB.", "Split or shorten the text: a record is a short file."),
    },
    "not-utf8": {
        "sv": Message("Filen är inte sparad som UTF-8: här står byten {value_bare}.", "Spara om filen med kodningen UTF-8."),
        "en": Message(
            "The file is not saved as UTF-8: here stands the byte {value_bare}.", "Save it again with the encoding UTF-8."
        ),
    },
    "forbidden-character": {
        "sv": Message(
            "Här står ett tecken som inte syns eller som vänder texten: {character_bare} {meaning_bare}.",
            "Ta bort det, eller skriv om raden för hand i stället för att klistra in den.",
        ),
        "en": Message(
            "Here stands a character that is invisible or turns the text round: {character_bare} {meaning_bare}.",
            "Remove it, or type the line by hand instead of pasting it.",
        ),
    },
    "empty-file": {
        "sv": Message("Filen är tom.", "Skriv fälten, ett på varje rad, eller ta bort filen.", "name: Basta Nykvarn"),
        "en": Message("The file is empty.", "Write the fields, one on each line, or remove the file.", "name: Basta Nykvarn"),
    },
    "not-fields": {
        "sv": Message(
            "Här väntades fält.", "Skriv ett fält på varje rad: namn, kolon, mellanslag, värde.", "name: Basta Nykvarn"
        ),
        "en": Message("Fields were expected here.", "Write one field a line: name, colon, space, value.", "name: Basta Nykvarn"),
    },
    "second-document": {
        "sv": Message("Här börjar ett andra dokument i samma fil.", "Ta bort raden ”---” eller ”...”: en fil är en post."),
        "en": Message("A second document begins here in the same file.", 'Remove the line "---" or "...": a file is one record.'),
    },
    "directive": {
        "sv": Message("Rader som börjar med % styr YAML och får inte stå här.", "Ta bort raden."),
        "en": Message("Lines that begin with % instruct YAML and may not stand here.", "Remove the line."),
    },
    "alias": {
        "sv": Message(
            "Ett värde som börjar med * pekar på ett annat värde, och det får det inte göra här: {value}.",
            "Skriv ut värdet, eller sätt det inom citattecken om det ska börja med *.",
            "{value_in_yaml}",
        ),
        "en": Message(
            "A value that begins with * points to another value, which it may not do here: {value}.",
            "Write the value itself, or put it in quotes if it is to begin with *.",
            "{value_in_yaml}",
        ),
    },
    "anchor": {
        "sv": Message(
            "Ett värde får inte börja med & utan citattecken: {value}.", "Sätt det inom citattecken.", "{value_in_yaml}"
        ),
        "en": Message("A value may not begin with & outside quotes: {value}.", "Put it in quotes.", "{value_in_yaml}"),
    },
    "tag": {
        "sv": Message(
            "Ett värde får inte börja med ! utan citattecken: {value}.", "Sätt det inom citattecken.", "{value_in_yaml}"
        ),
        "en": Message("A value may not begin with ! outside quotes: {value}.", "Put it in quotes.", "{value_in_yaml}"),
    },
    "merge-key": {
        "sv": Message("Fältet << hämtar andra fält och får inte stå här.", "Skriv ut fälten."),
        "en": Message("The field << fetches other fields and may not stand here.", "Write the fields themselves."),
    },
    "too-deep": {
        "sv": Message("Här står listor och fält mer än {limit_bare} steg inuti varandra.", "Skriv det enklare."),
        "en": Message("Here lists and fields stand more than {limit_bare} steps inside each other.", "Write it more simply."),
    },
    "key-not-text": {
        "sv": Message("Fältet saknar namn.", "Skriv fältets namn före kolonet.", "name: Basta Nykvarn"),
        "en": Message("The field has no name.", "Write the field's name before the colon.", "name: Basta Nykvarn"),
    },
    "duplicate-key": {
        "sv": Message(
            "Fältet {field} står redan på rad {line_bare}.", "Behåll ett av dem; flera värden skrivs som en lista i ett fält."
        ),
        "en": Message(
            "The field {field} stands on line {line_bare} already.", "Keep one of them; several values are a list in one field."
        ),
    },
    "empty-value": {
        "sv": Message("Tomt värde i fältet {field}.", "Skriv ett värde efter kolonet eller ta bort raden.", "{field_example}"),
        "en": Message(
            "Empty value in the field {field}.", "Write a value after the colon or remove the line.", "{field_example}"
        ),
    },
    "hash-in-value": {
        "sv": Message(
            "Allt från # tappas bort här: {rest}.",
            "Sätt hela värdet inom citattecken. En kommentar skrivs på en egen rad som börjar med #.",
            "{value_in_yaml}",
        ),
        "en": Message(
            "Everything from # on is lost here: {rest}.",
            "Put the whole value in quotes. A comment has a line of its own that begins with #.",
            "{value_in_yaml}",
        ),
    },
    # --- YAML's grammar
    "tab": {
        "sv": Message("Raden börjar med en tabb.", "Skriv mellanslag i stället, två för varje steg inåt."),
        "en": Message("The line begins with a tab.", "Write spaces instead, two for each step in."),
    },
    "unclosed-quote": {
        "sv": Message(
            "Citattecknet som öppnas här stängs aldrig: {value}.", "Skriv samma tecken sist i värdet.", 'name: "Café Ett"'
        ),
        "en": Message(
            "The quote that opens here is never closed: {value}.", "Write the same sign last in the value.", 'name: "Café Ett"'
        ),
    },
    "text-after-quote": {
        "sv": Message(
            "Det står text efter det avslutande citattecknet: {value}.",
            'Sätt hela värdet inom citattecken; sådana inuti skrivs då \\".',
            "{value_in_yaml}",
        ),
        "en": Message(
            "There is text after the closing quote: {value}.",
            'Put the whole value in quotes; those inside it are then written \\".',
            "{value_in_yaml}",
        ),
    },
    "bad-escape": {
        "sv": Message(
            "Ett omvänt snedstreck inom dubbla citattecken har en egen betydelse: {value}.",
            "Skriv det två gånger, eller använd enkla citattecken.",
            "'C:\\Café'",
        ),
        "en": Message(
            "A backslash within double quotes has a meaning of its own: {value}.",
            "Write it twice, or use single quotes.",
            "'C:\\Café'",
        ),
    },
    "reserved-sign": {
        "sv": Message("Ett värde får inte börja med {sign} utan citattecken.", "Sätt det inom citattecken.", "{value_in_yaml}"),
        "en": Message("A value may not begin with {sign} outside quotes.", "Put it in quotes.", "{value_in_yaml}"),
    },
    "unquoted-colon": {
        "sv": Message(
            "Värdet innehåller kolon och mellanslag: {value}.", "Sätt hela värdet inom citattecken.", "{value_in_yaml}"
        ),
        "en": Message("The value contains a colon and a space: {value}.", "Put the whole value in quotes.", "{value_in_yaml}"),
    },
    "no-space-after-colon": {
        "sv": Message("Det saknas ett mellanslag efter kolonet i {field}.", "Skriv kolon, mellanslag, värde.", "{field_example}"),
        "en": Message("A space is missing after the colon of {field}.", "Write colon, space, value.", "{field_example}"),
    },
    "unclosed-bracket": {
        "sv": Message("Parentesen som öppnas här stängs aldrig: {value}.", "Skriv {sign} efter det sista värdet.", "[sv, ar]"),
        "en": Message("The bracket that opens here is never closed: {value}.", "Write {sign} after the last value.", "[sv, ar]"),
    },
    "text-after-bracket": {
        "sv": Message(
            "Det står text efter den avslutande parentesen: {value}.", "Flytta in texten i listan eller ta bort den.", "[sv, ar]"
        ),
        "en": Message("There is text after the closing bracket: {value}.", "Move it into the list or remove it.", "[sv, ar]"),
    },
    "list-on-key-line": {
        "sv": Message(
            "En lista med streck börjar på en egen rad.", "Flytta strecket till nästa rad, två steg in, eller skriv [a, b]."
        ),
        "en": Message(
            "A list with dashes begins on a line of its own.", "Move the dash to the next line, two steps in, or write [a, b]."
        ),
    },
    "missing-colon": {
        "sv": Message("Raden saknar kolon: {value}.", "Skriv fältets namn, kolon, mellanslag, värde.", "name: Basta Nykvarn"),
        "en": Message("The line has no colon: {value}.", "Write the field's name, colon, space, value.", "name: Basta Nykvarn"),
    },
    "wrong-indentation": {
        "sv": Message(
            "Raden börjar för långt in eller för långt ut: {value}.",
            "Fält som hör ihop börjar lika långt in, två mellanslag för varje steg.",
        ),
        "en": Message(
            "The line begins too far in or too far out: {value}.",
            "Fields that belong together begin equally far in, two spaces for each step.",
        ),
    },
    "yaml-syntax": {
        "sv": Message(
            "Filen går inte att läsa från den här raden ({detail_bare}).", "Jämför raden med samma fält i en annan post."
        ),
        "en": Message(
            "The file cannot be read from this line on ({detail_bare}).", "Compare the line with that field in another record."
        ),
    },
    # --- fields
    "missing-field": {
        "sv": Message("Fältet {field} saknas.", "Lägg till det.", "{field_example}"),
        "en": Message("The field {field} is missing.", "Add it.", "{field_example}"),
    },
    "unknown-field": {
        "sv": Message("Okänt fält {field}.", "Ta bort det, eller skriv ett av fälten {valid_all}."),
        "en": Message("Unknown field {field}.", "Remove it, or write one of the fields {valid_all}."),
    },
    "id-in-file": {
        "sv": Message("Fältet ”id” skrivs inte i filen.", "Ta bort raden: filens namn är postens id, här {value}."),
        "en": Message(
            'The field "id" is not written in the file.', "Remove the line: the file's name is the record's id, here {value}."
        ),
    },
    "not-text": {
        "sv": Message("Fältet {field} ska ha ett enda värde här.", "Skriv värdet på samma rad som fältet.", "{field_example}"),
        "en": Message(
            "The field {field} has a single value here.", "Write the value on the field's own line.", "{field_example}"
        ),
    },
    "not-per-language": {
        "sv": Message(
            "Texten i {field} ska stå per språk.",
            "Skriv varje språk på en egen rad under fältet, svenska alltid.",
            "sv: Café och lokalvård.",
        ),
        "en": Message(
            "The text of {field} is written per language.",
            "Write each language on a line under the field, Swedish always.",
            "sv: Café och lokalvård.",
        ),
    },
    "not-a-map": {
        "sv": Message(
            "I {field} väntades fält med namn och värde.", "Skriv ett fält på varje rad, två steg in.", "{first_example}"
        ),
        "en": Message(
            "Fields with a name and a value were expected in {field}.", "Write one a line, two steps in.", "{first_example}"
        ),
    },
    "not-a-list": {
        "sv": Message(
            "Fältet {field} är en lista.",
            "Sätt värdena inom hakparenteser, även om det bara är ett.",
            "{field_bare}: [{value_bare}]",
        ),
        "en": Message(
            "The field {field} is a list.",
            "Put the values in square brackets, even a single one.",
            "{field_bare}: [{value_bare}]",
        ),
    },
    "missing-dash": {
        "sv": Message(
            "Fältet {field} är en lista, och varje del börjar med ett streck.", "Skriv en del i taget.", "- {first_example}"
        ),
        "en": Message(
            "The field {field} is a list, and each part begins with a dash.", "Write one part at a time.", "- {first_example}"
        ),
    },
    "too-few": {
        "sv": Message("Listan {field} är tom.", "Skriv minst ett värde.", "{field_example}"),
        "en": Message("The list {field} is empty.", "Write at least one value.", "{field_example}"),
    },
    "swedish-missing": {
        "sv": Message(
            "Den svenska texten saknas.", "Lägg till en rad med sv: den är källan för alla översättningar.", "sv: Café."
        ),
        "en": Message("The Swedish text is missing.", "Add a line with sv: it is the source of all translations.", "sv: Café."),
    },
    # --- values
    "unknown-term": {
        "sv": Message("{unknown} {value}.", "Koderna står i directory/vocabulary/{list_bare}.yml: {valid}"),
        "en": Message("{unknown} {value}.", "The codes stand in directory/vocabulary/{list_bare}.yml: {valid}"),
    },
    "unknown-situation": {
        "sv": Message(
            "Okänd situation {value}.",
            "Koderna finns i directory/vocabulary/situations.yml: {valid}",
        ),
        "en": Message(
            "Unknown situation {value}.",
            "The codes are in directory/vocabulary/situations.yml: {valid}",
        ),
    },
    "not-one-of": {
        "sv": Message("Okänt värde {value}.", "Skriv ett av {valid}."),
        "en": Message("Unknown value {value}.", "Write one of {valid}."),
    },
    "unknown-area": {
        "sv": Message(
            "Okänt område {value}.",
            "Skriv en kommunkod (fyra siffror), en länskod (två siffror) eller SE för hela landet.",
            '["0136"]',
        ),
        "en": Message(
            "Unknown area {value}.",
            "Write a municipality's code (four digits), a county's (two) or SE for the whole country.",
            '["0136"]',
        ),
    },
    "unknown-municipality": {
        "sv": Message("Okänd kommun {value}.", "Skriv kommunens fyra siffror enligt SCB.", 'municipality: "0136"'),
        "en": Message("Unknown municipality {value}.", "Write the municipality's four digits (SCB).", 'municipality: "0136"'),
    },
    "unknown-county": {
        "sv": Message("Okänt län {value}.", "Skriv länets två siffror enligt SCB.", 'county: "01"'),
        "en": Message("Unknown county {value}.", "Write the county's two digits (SCB).", 'county: "01"'),
    },
    "phone": {
        "sv": Message(
            "Telefonnumret {value} har fel form.",
            "Skriv +46 och numret utan den första nollan och utan mellanslag.",
            "+46706123456",
        ),
        "en": Message(
            "The telephone number {value} has the wrong form.",
            "Write +46 and the number without its first zero or spaces.",
            "+46706123456",
        ),
    },
    "email": {
        "sv": Message("E-postadressen {value} har fel form.", "Skriv den utan mellanslag och mailto.", "info@exempel.se"),
        "en": Message("The email address {value} has the wrong form.", "Write it without spaces and mailto.", "info@exempel.se"),
    },
    "address": {
        "sv": Message("Webbadressen {value} har fel form.", "Skriv hela adressen med https:// först.", "https://www.exempel.se/"),
        "en": Message(
            "The web address {value} has the wrong form.", "Write the whole address, https:// first.", "https://www.exempel.se/"
        ),
    },
    "postal-code": {
        "sv": Message("Postnumret {value} har fel form.", "Skriv tre siffror, mellanslag, två siffror.", "136 40"),
        "en": Message("The postal code {value} has the wrong form.", "Write three digits, a space, two digits.", "136 40"),
    },
    "postal-codes": {
        "sv": Message(
            "Postnumren {value} har fel form.",
            "Skriv ett postnummer, eller det första och det sista med bindestreck.",
            "137 30-137 94",
        ),
        "en": Message(
            "The postal codes {value} have the wrong form.",
            "Write one postal code, or the first and the last with a hyphen.",
            "137 30-137 94",
        ),
    },
    "when": {
        "sv": Message(
            "Tiden {value} finns inte eller har fel form.",
            "Skriv år, månad eller dag; ~ för ungefär och / mellan början och slut.",
            "2016-11~/2017",
        ),
        "en": Message(
            "The time {value} does not exist or has the wrong form.",
            "Write a year, month or day; ~ for about, / between start and end.",
            "2016-11~/2017",
        ),
    },
    "day": {
        "sv": Message("Datumet {value} finns inte eller har fel form.", "Skriv år-månad-dag.", "2026-11-23"),
        "en": Message("The date {value} does not exist or has the wrong form.", "Write year-month-day.", "2026-11-23"),
    },
    "clock": {
        "sv": Message("Klockslaget {value} har fel form.", "Skriv timme och minut med två siffror var.", "09:30"),
        "en": Message("The time of day {value} has the wrong form.", "Write hour and minute, two digits each.", "09:30"),
    },
    "whole-number": {
        "sv": Message("{value} är inte ett heltal.", "Skriv bara siffror, utan mellanslag och enhet.", "12"),
        "en": Message("{value} is not a whole number.", "Write digits only, without spaces and unit.", "12"),
    },
    "number": {
        "sv": Message("{value} är inte ett tal.", "Skriv siffror med punkt före decimalerna.", "59.17"),
        "en": Message("{value} is not a number.", "Write digits with a point before the decimals.", "59.17"),
    },
    "out-of-bounds": {
        "sv": Message(
            "Talet {value} är för stort eller för litet ({bounds_bare}).",
            "Kontrollera det: latitud i Sverige är 55–70, longitud 10–25.",
        ),
        "en": Message(
            "The number {value} is too large or too small ({bounds_bare}).",
            "Check it: in Sweden latitude is 55–70, longitude 10–25.",
        ),
    },
    "organisation-number": {
        "sv": Message(
            "Organisationsnumret {value} stämmer inte.",
            "Skriv sex siffror, bindestreck, fyra siffror; den sista är en kontrollsiffra.",
            "556000-4615",
        ),
        "en": Message(
            "The organisation number {value} is not valid.",
            "Write six digits, a hyphen, four digits; the last is a check digit.",
            "556000-4615",
        ),
    },
    "record-id": {
        "sv": Message(
            "{value} är inte ett id.",
            "Skriv den andra postens filnamn utan .yml: små bokstäver a–z, siffror och bindestreck.",
            "basta-nykvarn",
        ),
        "en": Message(
            "{value} is not an id.",
            "Write the other record's file name without .yml: small letters a–z, digits, hyphens.",
            "basta-nykvarn",
        ),
    },
    "invalid-value": {
        "sv": Message("Värdet {value} går inte att läsa ({detail_bare}).", "Jämför med samma fält i en annan post."),
        "en": Message("The value {value} cannot be read ({detail_bare}).", "Compare it with that field in another record."),
    },
    # --- parts of a record
    "empty-contact": {
        "sv": Message(
            "Kontakten har inget sätt att nå fram.",
            "Lägg till minst ett av phone, email, website och booking.",
            "phone: +4685551234",
        ),
        "en": Message(
            "The contact has no way to reach it.", "Add at least one of phone, email, website and booking.", "phone: +4685551234"
        ),
    },
    "empty-source": {
        "sv": Message("Källan har varken titel eller adress.", "Lägg till title eller url.", "url: https://www.exempel.se/"),
        "en": Message("The source has neither title nor address.", "Add title or url.", "url: https://www.exempel.se/"),
    },
    "undated-places": {
        "sv": Message("{value_bare} lediga platser, men inte från vilken dag.", "Lägg till updated.", "updated: 2026-11-23"),
        "en": Message("{value_bare} free places, but not as of what day.", "Add updated.", "updated: 2026-11-23"),
    },
    "too-many-places": {
        "sv": Message("Fler lediga platser ({value_bare}) än platser ({maximum_bare}).", "Rätta available eller maximum."),
        "en": Message("More free places ({value_bare}) than places ({maximum_bare}).", "Correct available or maximum."),
    },
    "partner-or-name": {
        "sv": Message(
            "En part anges med antingen partner eller name.",
            "Skriv partner: med id där en post finns, annars name:.",
            "partner: arbetsformedlingen",
        ),
        "en": Message(
            "A party is given by either partner or name.",
            "Write partner: with the id where there is a record, else name:.",
            "partner: arbetsformedlingen",
        ),
    },
    # --- the whole directory
    "unknown-record": {
        "sv": Message("Det finns ingen post {value}.", "Skriv filnamnet, utan .yml, på en post som finns."),
        "en": Message("There is no record {value}.", "Write the file name, without .yml, of a record that there is."),
    },
    "represented-twice": {
        "sv": Message("Området {value} företräds redan av {first}.", "Ta bort represents ur en av posterna."),
        "en": Message("The area {value} is represented by {first} already.", "Remove represents from one of the records."),
    },
    "represents-unserved": {
        "sv": Message("Området {value} finns inte i service_area.", "Lägg till det där.", "service_area: [{value_in_yaml}]"),
        "en": Message("The area {value} is not in service_area.", "Add it there.", "service_area: [{value_in_yaml}]"),
    },
    # --- laws
    "law-unknown": {
        "sv": Message("Lagen {value} finns inte i directory/laws.", "Skriv lagens id, eller lägg till den.", "law: sol"),
        "en": Message("The law {value} is not in directory/laws.", "Write the law's id, or add it.", "law: sol"),
    },
    "law-place": {
        "sv": Message(
            "Lagregistret har inte {value} i lagen {law_bare}.",
            "Skriv stället som det står i directory/laws/{law_bare}.yml, eller lägg till det där: {valid}.",
        ),
        "en": Message(
            "The register of laws does not have {value} in the law {law_bare}.",
            "Write the place as in directory/laws/{law_bare}.yml, or add it there: {valid}.",
        ),
    },
    "law-repealed": {
        "sv": Message("Lagen {value} gäller inte längre. Den upphörde {day_bare}.", "Skriv den lag som gäller i stället."),
        "en": Message("The law {value} no longer holds. It ended on {day_bare}.", "Write the law that holds instead."),
    },
    "law-not-yet": {
        "sv": Message(
            "Lagen {value} gäller först från {day_bare}.", "Skriv ”valid: {{from: {day_bare}}}” på regeln, eller vänta."
        ),
        "en": Message("The law {value} holds only from {day_bare}.", 'Write "valid: {{from: {day_bare}}}" on the rule, or wait.'),
    },
    "law-changes": {
        "sv": Message("Lagen {value} ändras {day_bare}.", "Läs om det som bygger på den: {users}."),
        "en": Message("The law {value} changes on {day_bare}.", "Read again what rests on it: {users}."),
    },
    "end-before-start": {
        "sv": Message("Tiden {value} slutar innan den börjar.", "Skriv början före snedstrecket.", "{correct_bare}"),
        "en": Message("The time {value} ends before it starts.", "Write the start before the slash.", "{correct_bare}"),
    },
    "closes-before-opens": {
        "sv": Message(
            "Stängningstiden {value} är inte efter öppningstiden {opens}.",
            "Skriv tider på samma dag, 24 timmar.",
            "closes: 16:00",
        ),
        "en": Message(
            "The closing time {value} is not after the opening time {opens}.",
            "Write times of one day, 24 hours.",
            "closes: 16:00",
        ),
    },
    "old-places": {
        "sv": Message(
            "Uppgiften om platser är från {value_bare}, mer än ett år gammal.",
            "Fråga på nytt och ändra updated, eller ta bort den.",
        ),
        "en": Message(
            "The figure of places is from {value_bare}, more than a year old.", "Ask again and change updated, or remove it."
        ),
    },
    "future-date": {
        "sv": Message("Dagen {value_bare} har inte varit ännu (i dag är {today_bare}).", "Skriv dagen då uppgiften lämnades."),
        "en": Message("The day {value_bare} has not been yet (today is {today_bare}).", "Write the day on which it was said."),
    },
    "prose-missing": {
        "sv": Message(
            "Sidan finns inte på språket {language}.",
            "Lägg till filen, eller skriv språket efter missing på den svenska sidan.",
            "missing: [{language_bare}]",
        ),
        "en": Message(
            "The page is not there in the language {language}.",
            "Add the file, or write the language after missing on the Swedish page.",
            "missing: [{language_bare}]",
        ),
    },
    "prose-front-matter": {
        "sv": Message(
            "Överst på sidan saknas det som står mellan två rader med ---.", "Börja sidan med det.", "title: Tolk på ditt språk"
        ),
        "en": Message(
            "The page does not begin with what is written between two lines of ---.",
            "Begin the page with it.",
            "title: Tolk på ditt språk",
        ),
    },
    "prose-place": {
        "sv": Message("Sidan ligger inte i ett språks mapp.", "Flytta den dit.", "{correct_bare}"),
        "en": Message("The page is in no language's folder.", "Move it there.", "{correct_bare}"),
    },
    "prose-name": {
        "sv": Message(
            "Namnet {value} kan inte bli en adress: bara små bokstäver a–z, siffror och bindestreck.",
            "Byt namn.",
            "{correct_bare}",
        ),
        "en": Message(
            "The name {value} cannot be an address: only small letters a–z, digits and hyphens.", "Rename it.", "{correct_bare}"
        ),
    },
    "prose-ending": {
        "sv": Message("Filen {value} slutar inte på .md, men skulle bli en sida.", "Döp om den.", "{correct_bare}"),
        "en": Message("The file {value} does not end in .md, but would become a page.", "Rename it.", "{correct_bare}"),
    },
    "prose-link-out": {
        "sv": Message("Här är en länk till en annan mapp eller ut ur docs.", "Lägg själva filen här i stället."),
        "en": Message("This is a link to another folder or out of docs.", "Put the file itself here instead."),
    },
    "prose-no-file": {
        "sv": Message("Detta är ingen vanlig fil.", "Ta bort det."),
        "en": Message("This is no ordinary file.", "Remove it."),
    },
    "prose-large": {
        "sv": Message("Sidan är större än {limit_bare} kB.", "Dela upp den i flera sidor."),
        "en": Message("The page is larger than {limit_bare} kB.", "Split it into several pages."),
    },
    "prose-signs": {
        "sv": Message("Sidan har fler än {limit_bare} tecken {value}.", "Dela upp den i flera sidor."),
        "en": Message("The page has more than {limit_bare} signs {value}.", "Split it into several pages."),
    },
    "prose-picture": {
        "sv": Message(
            "Sidan visar bilden {value}. Läsarens webbläsare skulle fråga en annan värd efter den.", "Skriv det som bilden visar."
        ),
        "en": Message(
            "The page shows the picture {value}. The reader's browser would ask another host for it.", "Write what it shows."
        ),
    },
    "prose-heading": {
        "sv": Message(
            "Rubriken {value} har inget ankare.", "Skriv ett efter den, samma på alla språk.", "## Tolk {{#interpreter}}"
        ),
        "en": Message(
            "The heading {value} has no anchor.", "Write one after it, the same in every language.", "## Tolk {{#interpreter}}"
        ),
    },
    "prose-sources": {
        "sv": Message("Sidan säger inte vad den bygger på.", "Skriv en lista under en rubrik sist.", "## Källor {{#sources}}"),
        "en": Message(
            "The page does not say what it rests on.", "Write a list below a heading at the end.", "## Källor {{#sources}}"
        ),
    },
    "prose-hard": {
        "sv": Message("Sidan är svår att läsa: LIX {value_bare}.", "Skriv kortare meningar och kortare ord, under {most_bare}."),
        "en": Message("The page is hard to read: LIX {value_bare}.", "Write shorter sentences and words, below {most_bare}."),
    },
    "prose-anchors": {
        "sv": Message(
            "Rubrikernas ankare är inte den svenska sidans, vid {value}.", "Ge rubrikerna samma ankare i samma ordning."
        ),
        "en": Message(
            "The headings' anchors are not the Swedish page's, at {value}.", "Give them the same anchors in the same order."
        ),
    },
    "prose-nowhere": {
        "sv": Message(
            "Länken {value} leder ingenstans.", "Skriv en sida som finns, och rubrikens ankare efter #.", "sent-on.md#show"
        ),
        "en": Message(
            "The link {value} leads nowhere.", "Write a page that there is, and its heading's anchor after #.", "sent-on.md#show"
        ),
    },
    "prose-link": {
        "sv": Message(
            "Länken {value} finns på bara en av denna och den svenska sidan.", "Ta bort den, eller lägg till den på båda."
        ),
        "en": Message("Only one of this page and the Swedish one has the link {value}.", "Remove it, or add it to both."),
    },
    "prose-untranslated": {
        "sv": Message(
            "Raden är samma som på svenska: {value}", "Översätt den, eller märk den som svenska.", "{{lang=sv dir=ltr}}"
        ),
        "en": Message(
            "The line is the same as in Swedish: {value}", "Translate it, or mark it as Swedish.", "{{lang=sv dir=ltr}}"
        ),
    },
    "duplicate-name": {
        "sv": Message("Namnet {value} har också {first} på samma ort.", "Ta bort den ena posten, eller skilj namnen åt."),
        "en": Message(
            "{first} in the same place has the name {value} too.", "Remove one of the records, or tell the names apart."
        ),
    },
    "translation-of-nothing": {
        "sv": Message(
            "Märkningen {field} gäller en text som inte finns på språket {language}.",
            "Ta bort märkningen eller lägg till texten.",
        ),
        "en": Message(
            "The mark {field} is for a text that is not there in the language {language}.", "Remove the mark or add the text."
        ),
    },
    "stale-translation": {
        "sv": Message(
            "Översättningen av {field} till {language} är gjord från en äldre svensk text.",
            "Läs igenom den och skriv from: {fingerprint_in_yaml}.",
        ),
        "en": Message(
            "The translation of {field} into {language} was made from an older Swedish text.",
            "Read it through and write from: {fingerprint_in_yaml}.",
        ),
    },
    "easy-hard": {
        "sv": Message(
            "Texten på lätt svenska är svår att läsa: LIX {value_bare}.",
            "Skriv korta meningar med vanliga ord, en tanke på varje rad, under {most_bare}.",
        ),
        "en": Message(
            "The text in easy Swedish is hard to read: LIX {value_bare}.",
            "Write short sentences with everyday words, one idea a line, below {most_bare}.",
        ),
    },
    # --- recordings
    "recording-name": {
        "sv": Message(
            "Filnamnet {value} duger inte för en inspelning.",
            "Skriv små bokstäver a–z, siffror och bindestreck, och sist .mp3, .ogg, .opus, .m4a eller .wav.",
            "sfi-ar.mp3",
        ),
        "en": Message(
            "The name {value} will not do for a recording.",
            "Write small letters a–z, digits and hyphens, and at the end .mp3, .ogg, .opus, .m4a or .wav.",
            "sfi-ar.mp3",
        ),
    },
    "recording-of-nothing": {
        "sv": Message("Inspelningen {field} gäller ingen text som kan läsas upp.", "De som finns här är {valid}."),
        "en": Message("The recording {field} is of no text that can be heard.", "Those that there are: {valid}."),
    },
    "recording-language": {
        "sv": Message(
            "Inspelningen av {field} är på språket {language}, men texten finns inte på det språket.",
            "Skriv texten först, ord för ord som den läses.",
        ),
        "en": Message(
            "The recording of {field} is in the language {language}, and the text is not.",
            "Write the text first, word for word as it is read.",
        ),
    },
    "recording-missing": {
        "sv": Message("Filen {value} finns inte.", "Lägg den i mappen directory/recordings."),
        "en": Message("There is no file {value}.", "Put it into the folder directory/recordings."),
    },
    "recording-type": {
        "sv": Message(
            "Filen {value} är inte det slags ljud som namnet säger.", "Spara den som ljud, eller låt namnet sluta med {valid}."
        ),
        "en": Message(
            "The file {value} is not the kind of sound that its name says.", "Save it as sound, or let the name end in {valid}."
        ),
    },
    "recording-size": {
        "sv": Message("Filen {value} är större än {most_bare} MB.", "Spara talet med lägre kvalitet: 64 kbit/s räcker."),
        "en": Message(
            "The file {value} is larger than {most_bare} MB.", "Save the speech at a lower quality: 64 kbit/s will do."
        ),
    },
    "stale-recording": {
        "sv": Message(
            "Inspelningen av {field} på {language} spelas inte upp: det är inte säkert att den är av texten som den står nu.",
            "Lyssna, och skriv from: {fingerprint_in_yaml} om varje ord stämmer.",
        ),
        "en": Message(
            "The recording of {field} in {language} is not played: it may not be of the text as it stands now.",
            "Listen, and write from: {fingerprint_in_yaml} if every word is right.",
        ),
    },
    # --- files
    "file-name": {
        "sv": Message(
            "Filnamnet {value} är inte ett id: små bokstäver a–z, siffror och bindestreck.", "Döp om filen.", "{correct_bare}"
        ),
        "en": Message(
            "The file name {value} is not an id: small letters a–z, digits and hyphens.", "Rename the file.", "{correct_bare}"
        ),
    },
    "file-extension": {
        "sv": Message("Filen {value} slutar inte på .yml.", "Döp om den eller ta bort den.", "{correct_bare}"),
        "en": Message("The file {value} does not end in .yml.", "Rename or remove it.", "{correct_bare}"),
    },
    "unknown-folder": {
        "sv": Message("Mappen {value} hör inte hemma här.", "Poster står direkt i mapparna för sitt slag: {valid_all}."),
        "en": Message(
            "The folder {value} does not belong here.",
            "Records stand directly in the folders of their kinds: {valid_all}.",
        ),
    },
    "unknown-file": {
        "sv": Message("Filen hör inte hemma här.", "Flytta eller ta bort den."),
        "en": Message("The file does not belong here.", "Move or remove it."),
    },
    "missing-file": {
        "sv": Message("Filen saknas.", "Ordlistan behöver den: hämta tillbaka den ur versionshistoriken."),
        "en": Message("The file is missing.", "The vocabulary needs it: bring it back from the version history."),
    },
    "symlink": {
        "sv": Message("Länken leder ut ur katalogen.", "Lägg själva filen här i stället."),
        "en": Message("The link leads out of the directory.", "Put the file itself here instead."),
    },
    "unreadable": {
        "sv": Message("Filen går inte att öppna ({detail_bare}).", "Kontrollera att den finns och att du får läsa den."),
        "en": Message("The file cannot be opened ({detail_bare}).", "Check that it exists and that you may read it."),
    },
    # --- the vocabulary
    "vocabulary-code": {
        "sv": Message("Koden {value} har fel form.", "{form}"),
        "en": Message("The code {value} has the wrong form.", "{form}"),
    },
    "duplicate-municipality": {
        "sv": Message("Kommunen {first} har redan id {value}.", "Ge var och en sitt eget: id är sidans adress."),
        "en": Message("The municipality {first} has the id {value} already.", "Give each its own: the id is the page's address."),
    },
    # --- the interface's own words
    "catalogue-missing": {
        "sv": Message("Meddelandet {value} saknas.", "Kör make messages och översätt det."),
        "en": Message("The message {value} is missing.", "Run make messages, and translate it."),
    },
    "catalogue-unused": {
        "sv": Message("Meddelandet {value} används inte längre.", "Kör make messages, så försvinner det."),
        "en": Message("The message {value} is not used any more.", "Run make messages, and it goes."),
    },
    "catalogue-untranslated": {
        "sv": Message("Meddelandet {value} är inte översatt.", "Översätt alla dess former, eller ta bort märket fuzzy."),
        "en": Message("The message {value} is not translated.", "Translate all of its forms, or take the mark fuzzy away."),
    },
    "catalogue-placeholder": {
        "sv": Message(
            "Översättningen av {value} har tappat eller lagt till {placeholder}.", "Skriv samma tecken som i originalet."
        ),
        "en": Message("The translation of {value} has lost or added {placeholder}.", "Write the same signs as in the original."),
    },
    "catalogue-mark": {
        "sv": Message(
            "I översättningen av {value} står {mark}, som är ett tecken för mallar och inte för text.", "Skriv bara ord där."
        ),
        "en": Message(
            "The translation of {value} has {mark}, which is a mark for templates and not for texts.", "Write words only."
        ),
    },
    "catalogue-percent": {
        "sv": Message(
            "Översättningen av {value} har ett procenttecken som inte betyder något: {found}.",
            "Skriv platshållaren precis som i originalet, utan siffror i, eller %% för ett procenttecken.",
            "%(name)s",
        ),
        "en": Message(
            "The translation of {value} has a per cent sign that means nothing: {found}.",
            "Write the placeholder exactly as in the original, without figures, or %% for a per cent sign.",
            "%(name)s",
        ),
    },
    "catalogue-plurals": {
        "sv": Message("Pluralformerna är inte språkets (Unicode CLDR).", "Skriv i huvudet: Plural-Forms: {correct_all}"),
        "en": Message(
            "The plural forms are not the language's (Unicode CLDR).", "Write in the header: Plural-Forms: {correct_all}"
        ),
    },
    "catalogue-character": {
        "sv": Message(
            "I översättningen av {value} står ett tecken som inte syns eller som vänder texten: {character_bare}.",
            "Ta bort det; sidan sköter själv riktningen.",
        ),
        "en": Message(
            "The translation of {value} has a character that is invisible or turns the text round: {character_bare}.",
            "Remove it; the page looks after the direction itself.",
        ),
    },
    "catalogue-cut": {
        "sv": Message(
            "Katalogen har bara {value_bare} av {valid_bare} meddelanden.",
            "Är den avkortad? Hämta tillbaka den, eller kör make messages och översätt resten.",
        ),
        "en": Message(
            "The catalogue has only {value_bare} of {valid_bare} messages.",
            "Has it been cut off? Bring it back, or run make messages and translate the rest.",
        ),
    },
    "catalogue-no-file": {
        "sv": Message("Webbplatsen är på det här språket, men katalogen saknas.", "Hämta tillbaka filen, eller ta bort språket."),
        "en": Message(
            "The site is in this language, but the catalogue is missing.", "Bring the file back, or take the language out."
        ),
    },
    "catalogue-folder": {
        "sv": Message("Här står något annat än en fil.", "Lägg katalogen här, en PO-fil."),
        "en": Message("What stands here is not a file.", "Put the catalogue here, a PO file."),
    },
    "catalogue-outside": {
        "sv": Message("Länken leder ut ur mappen locale.", "Lägg själva filen här i stället."),
        "en": Message("The link leads out of the folder locale.", "Put the file itself here instead."),
    },
    "po-large": {
        "sv": Message("Filen är större än {limit_bare} kB.", "Så mycket text har ingen översättning: hämta filen på nytt."),
        "en": Message("The file is larger than {limit_bare} kB.", "No translation has so much text: fetch the file anew."),
    },
    "po-charset": {
        "sv": Message("Filen säger att den är skriven med {value}.", "Spara den som UTF-8 och skriv i huvudet: charset=UTF-8"),
        "en": Message("The file says that it is written in {value}.", "Save it as UTF-8, and write in the header: charset=UTF-8"),
    },
    "po-header": {
        "sv": Message(
            "Huvudet går inte att läsa: {value}.", "Skriv en uppgift på varje rad, varje uppgift en gång.", "Language: so"
        ),
        "en": Message("The header cannot be read: {value}.", "Write one thing on each line, each of them once.", "Language: so"),
    },
    "po-forms": {
        "sv": Message(
            "Pluralformerna i huvudet går inte att räkna med: {value}.",
            "Skriv språkets former, högst sex.",
            "Plural-Forms: nplurals=2; plural=(n != 1);",
        ),
        "en": Message(
            "The plural forms in the header cannot be counted with: {value}.",
            "Write those of the language, six at most.",
            "Plural-Forms: nplurals=2; plural=(n != 1);",
        ),
    },
    "po-line": {
        "sv": Message(
            "Raden går inte att läsa, eller hör inte hit: {value}.",
            'Ett meddelande är msgid "…" och sedan msgstr "…", varje text inom citattecken, och kommentarer (#) står före det.',
        ),
        "en": Message(
            "The line cannot be read, or does not belong here: {value}.",
            'A message is msgid "…" and then msgstr "…", each text in quotation marks, and comments (#) stand before it.',
        ),
    },
    "po-cut": {
        "sv": Message("Filen slutar mitt i meddelandet {value}.", "Den är avkortad: hämta den på nytt."),
        "en": Message("The file ends in the middle of the message {value}.", "It has been cut off: fetch it anew."),
    },
    "po-numbers": {
        "sv": Message("Meddelandet {value} har inte sina översättningar i ordning.", "Skriv, en gång var: {valid_all}."),
        "en": Message("The message {value} does not have its translations in order.", "Write, each once: {valid_all}."),
    },
    "po-twice": {
        "sv": Message("Meddelandet {value} finns redan, på rad {line_bare}.", "Behåll ett av dem."),
        "en": Message("The message {value} is there already, on line {line_bare}.", "Keep one of them."),
    },
    # --- translations that come back
    "exchange-unreadable": {
        "sv": Message("Filen går inte att läsa: {detail_bare}.", "Exportera den på nytt ur översättningsprogrammet."),
        "en": Message("The file cannot be read: {detail_bare}.", "Export it anew from the translation program."),
    },
    "exchange-no-workbook": {
        "sv": Message("Filen är ingen hel arbetsbok.", "Öppna den i kalkylprogrammet och spara den på nytt som .xlsx."),
        "en": Message("The file is no whole workbook.", "Open it in the spreadsheet program, and save it again as .xlsx."),
    },
    "exchange-no-language": {
        "sv": Message(
            "Filen säger inte vilket språk den är på, eller att den är på svenska.",
            'I PO står det i huvudet ("Language: ar"), i en arbetsbok i kolumnens namn (translation (ar)).',
        ),
        "en": Message(
            "The file does not say which language it is in, or says Swedish.",
            'In PO it stands in the header ("Language: ar"), in a workbook in the name of the column (translation (ar)).',
        ),
    },
    "exchange-unknown-language": {
        "sv": Message("Språket {value} finns inte i ordlistan.", "Lägg till det i directory/vocabulary/languages.yml."),
        "en": Message("The language {value} is not in the vocabulary.", "Add it to directory/vocabulary/languages.yml."),
    },
    "exchange-unknown-text": {
        "sv": Message(
            "{value}: en sådan text finns inte.",
            "Posten eller fältet kan ha tagits bort: exportera på nytt, eller ta bort raden.",
        ),
        "en": Message(
            "{value}: there is no such text.", "The record or field may have been removed: export anew, or take the entry out."
        ),
    },
    "exchange-two-answers": {
        "sv": Message("{key_bare} har två olika översättningar, den första på rad {line_bare}.", "Behåll en av dem."),
        "en": Message("{key_bare} has two different translations, the first on line {line_bare}.", "Keep one of them."),
    },
    "exchange-changed-meanwhile": {
        "sv": Message(
            "{key_bare} har ändrats här sedan filen lämnades ut, till {value}.",
            "Exportera på nytt och för in ändringen igen, så skrivs ingens arbete över.",
        ),
        "en": Message(
            "{key_bare} has been changed here since the file was given out, to {value}.",
            "Export anew and make the change again, so that nobody's work is overwritten.",
        ),
    },
    "exchange-lost-link": {
        "sv": Message("{key_bare}: översättningen har tappat länken {value}.", "Skriv samma adress som i den svenska texten."),
        "en": Message("{key_bare}: the translation has lost the link {value}.", "Write the same address as in the Swedish text."),
    },
    "exchange-lost-number": {
        "sv": Message(
            "{key_bare}: översättningen har tappat talet {value}.", "Skriv samma tal med siffrorna 0–9, som i den svenska texten."
        ),
        "en": Message(
            "{key_bare}: the translation has lost the number {value}.",
            "Write the same number with the digits 0–9, as in the Swedish text.",
        ),
    },
    "exchange-lost-placeholder": {
        "sv": Message(
            "{key_bare}: översättningen har tappat {value}, som byts mot något annat när sidan visas.", "Skriv tecknen precis så."
        ),
        "en": Message(
            "{key_bare}: the translation has lost {value}, which something else takes the place of when the page is shown.",
            "Write the characters exactly so.",
        ),
    },
    "exchange-forbidden-character": {
        "sv": Message(
            "{key_bare}: här står ett tecken som inte syns eller som vänder texten: {character_bare}.",
            "Ta bort det; sidan sköter själv riktningen.",
        ),
        "en": Message(
            "{key_bare}: here stands a character that is invisible or turns the text round: {character_bare}.",
            "Remove it; the page looks after the direction itself.",
        ),
    },
    "exchange-missing-column": {
        "sv": Message("Kolumnen {value} saknas.", "Första raden ska ha kolumnerna: {valid_all}."),
        "en": Message("The column {value} is missing.", "The first row is to have the columns: {valid_all}."),
    },
    "exchange-formula": {
        "sv": Message("{key_bare}: i cellen står en formel: {value}.", "Skriv själva texten, inte en formel."),
        "en": Message("{key_bare}: the cell holds a formula: {value}.", "Write the text itself, not a formula."),
    },
    "exchange-no-place": {
        "sv": Message(
            "{key_bare}: texten får inte plats i {file_bare} ({detail_bare}).", "Rätta filen först; inget har skrivits."
        ),
        "en": Message(
            "{key_bare}: the text cannot be put into {file_bare} ({detail_bare}).", "Mend that file first; nothing was written."
        ),
    },
}
"""Every problem's message by code and language."""
