"""Messages about YAML: its grammar, and what it allows that the directory does not."""

from vagvisare.problems.words.message import Message, Messages

MESSAGES: Messages = {
    "second-document": {
        "sv": Message(
            "Här börjar ett andra dokument i samma fil.",
            "Ta bort raden ”---” eller ”...”: en fil är en post.",
        ),
        "en": Message(
            "A second document begins here in the same file.",
            'Remove the line "---" or "...": a file is one record.',
        ),
    },
    "directive": {
        "sv": Message("Rader som börjar med % styr YAML och får inte stå här.", "Ta bort raden."),
        "en": Message(
            "Lines that begin with % instruct YAML and may not stand here.", "Remove the line."
        ),
    },
    "alias": {
        "sv": Message(
            (
                "Ett värde som börjar med * pekar på ett annat värde, "
                "och det får det inte göra här: {value}."
            ),
            "Skriv ut värdet, eller sätt det inom citattecken om det ska börja med *.",
            "{value_in_yaml}",
        ),
        "en": Message(
            (
                "A value that begins with * points to another value, which it may not do here: "
                "{value}."
            ),
            "Write the value itself, or put it in quotes if it is to begin with *.",
            "{value_in_yaml}",
        ),
    },
    "anchor": {
        "sv": Message(
            "Ett värde får inte börja med & utan citattecken: {value}.",
            "Sätt det inom citattecken.",
            "{value_in_yaml}",
        ),
        "en": Message(
            "A value may not begin with & outside quotes: {value}.",
            "Put it in quotes.",
            "{value_in_yaml}",
        ),
    },
    "tag": {
        "sv": Message(
            "Ett värde får inte börja med ! utan citattecken: {value}.",
            "Sätt det inom citattecken.",
            "{value_in_yaml}",
        ),
        "en": Message(
            "A value may not begin with ! outside quotes: {value}.",
            "Put it in quotes.",
            "{value_in_yaml}",
        ),
    },
    "merge-key": {
        "sv": Message("Fältet << hämtar andra fält och får inte stå här.", "Skriv ut fälten."),
        "en": Message(
            "The field << fetches other fields and may not stand here.",
            "Write the fields themselves.",
        ),
    },
    "too-deep": {
        "sv": Message(
            "Här står listor och fält mer än {limit_bare} steg inuti varandra.",
            "Skriv det enklare.",
        ),
        "en": Message(
            "Here lists and fields stand more than {limit_bare} steps inside each other.",
            "Write it more simply.",
        ),
    },
    "hash-in-value": {
        "sv": Message(
            "Allt från # tappas bort här: {rest}.",
            (
                "Sätt hela värdet inom citattecken. En kommentar skrivs på en egen rad som börjar "
                "med #."
            ),
            "{value_in_yaml}",
        ),
        "en": Message(
            "Everything from # on is lost here: {rest}.",
            "Put the whole value in quotes. A comment has a line of its own that begins with #.",
            "{value_in_yaml}",
        ),
    },
    "tab": {
        "sv": Message(
            "Raden börjar med en tabb.", "Skriv mellanslag i stället, två för varje steg inåt."
        ),
        "en": Message("The line begins with a tab.", "Write spaces instead, two for each step in."),
    },
    "unclosed-quote": {
        "sv": Message(
            "Citattecknet som öppnas här stängs aldrig: {value}.",
            "Skriv samma tecken sist i värdet.",
            'name: "Café Ett"',
        ),
        "en": Message(
            "The quote that opens here is never closed: {value}.",
            "Write the same sign last in the value.",
            'name: "Café Ett"',
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
        "sv": Message(
            "Ett värde får inte börja med {sign} utan citattecken.",
            "Sätt det inom citattecken.",
            "{value_in_yaml}",
        ),
        "en": Message(
            "A value may not begin with {sign} outside quotes.",
            "Put it in quotes.",
            "{value_in_yaml}",
        ),
    },
    "unquoted-colon": {
        "sv": Message(
            "Värdet innehåller kolon och mellanslag: {value}.",
            "Sätt hela värdet inom citattecken.",
            "{value_in_yaml}",
        ),
        "en": Message(
            "The value contains a colon and a space: {value}.",
            "Put the whole value in quotes.",
            "{value_in_yaml}",
        ),
    },
    "no-space-after-colon": {
        "sv": Message(
            "Det saknas ett mellanslag efter kolonet i {field}.",
            "Skriv kolon, mellanslag, värde.",
            "{field_example}",
        ),
        "en": Message(
            "A space is missing after the colon of {field}.",
            "Write colon, space, value.",
            "{field_example}",
        ),
    },
    "unclosed-bracket": {
        "sv": Message(
            "Parentesen som öppnas här stängs aldrig: {value}.",
            "Skriv {sign} efter det sista värdet.",
            "[sv, ar]",
        ),
        "en": Message(
            "The bracket that opens here is never closed: {value}.",
            "Write {sign} after the last value.",
            "[sv, ar]",
        ),
    },
    "text-after-bracket": {
        "sv": Message(
            "Det står text efter den avslutande parentesen: {value}.",
            "Flytta in texten i listan eller ta bort den.",
            "[sv, ar]",
        ),
        "en": Message(
            "There is text after the closing bracket: {value}.",
            "Move it into the list or remove it.",
            "[sv, ar]",
        ),
    },
    "list-on-key-line": {
        "sv": Message(
            "En lista med streck börjar på en egen rad.",
            "Flytta strecket till nästa rad, två steg in, eller skriv [a, b].",
        ),
        "en": Message(
            "A list with dashes begins on a line of its own.",
            "Move the dash to the next line, two steps in, or write [a, b].",
        ),
    },
    "missing-colon": {
        "sv": Message(
            "Raden saknar kolon: {value}.",
            "Skriv fältets namn, kolon, mellanslag, värde.",
            "name: Basta Nykvarn",
        ),
        "en": Message(
            "The line has no colon: {value}.",
            "Write the field's name, colon, space, value.",
            "name: Basta Nykvarn",
        ),
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
            "Filen går inte att läsa från den här raden ({detail_bare}).",
            "Jämför raden med samma fält i en annan post.",
        ),
        "en": Message(
            "The file cannot be read from this line on ({detail_bare}).",
            "Compare the line with that field in another record.",
        ),
    },
}
