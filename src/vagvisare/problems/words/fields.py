"""Messages about the fields of a file: missing, unknown, empty, twice, or of the wrong kind."""

from vagvisare.problems.words.message import Message, Messages

MESSAGES: Messages = {
    "not-fields": {
        "sv": Message(
            "Här väntades fält.",
            "Skriv ett fält på varje rad: namn, kolon, mellanslag, värde.",
            "name: Basta Nykvarn",
        ),
        "en": Message(
            "Fields were expected here.",
            "Write one field a line: name, colon, space, value.",
            "name: Basta Nykvarn",
        ),
    },
    "key-not-text": {
        "sv": Message(
            "Fältet saknar namn.", "Skriv fältets namn före kolonet.", "name: Basta Nykvarn"
        ),
        "en": Message(
            "The field has no name.",
            "Write the field's name before the colon.",
            "name: Basta Nykvarn",
        ),
    },
    "duplicate-key": {
        "sv": Message(
            "Fältet {field} står redan på rad {line_bare}.",
            "Behåll ett av dem; flera värden skrivs som en lista i ett fält.",
        ),
        "en": Message(
            "The field {field} stands on line {line_bare} already.",
            "Keep one of them; several values are a list in one field.",
        ),
    },
    "empty-value": {
        "sv": Message(
            "Tomt värde i fältet {field}.",
            "Skriv ett värde efter kolonet eller ta bort raden.",
            "{field_example}",
        ),
        "en": Message(
            "Empty value in the field {field}.",
            "Write a value after the colon or remove the line.",
            "{field_example}",
        ),
    },
    "missing-field": {
        "sv": Message("Fältet {field} saknas.", "Lägg till det.", "{field_example}"),
        "en": Message("The field {field} is missing.", "Add it.", "{field_example}"),
    },
    "unknown-field": {
        "sv": Message("Okänt fält {field}.", "Ta bort det, eller skriv ett av fälten {valid_all}."),
        "en": Message(
            "Unknown field {field}.", "Remove it, or write one of the fields {valid_all}."
        ),
    },
    "id-in-file": {
        "sv": Message(
            "Fältet ”id” skrivs inte i filen.",
            "Ta bort raden: filens namn är postens id, här {value}.",
        ),
        "en": Message(
            'The field "id" is not written in the file.',
            "Remove the line: the file's name is the record's id, here {value}.",
        ),
    },
    "not-text": {
        "sv": Message(
            "Fältet {field} ska ha ett enda värde här.",
            "Skriv värdet på samma rad som fältet.",
            "{field_example}",
        ),
        "en": Message(
            "The field {field} has a single value here.",
            "Write the value on the field's own line.",
            "{field_example}",
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
            "I {field} väntades fält med namn och värde.",
            "Skriv ett fält på varje rad, två steg in.",
            "{first_example}",
        ),
        "en": Message(
            "Fields with a name and a value were expected in {field}.",
            "Write one a line, two steps in.",
            "{first_example}",
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
            "Fältet {field} är en lista, och varje del börjar med ett streck.",
            "Skriv en del i taget.",
            "- {first_example}",
        ),
        "en": Message(
            "The field {field} is a list, and each part begins with a dash.",
            "Write one part at a time.",
            "- {first_example}",
        ),
    },
    "too-few": {
        "sv": Message("Listan {field} är tom.", "Skriv minst ett värde.", "{field_example}"),
        "en": Message("The list {field} is empty.", "Write at least one value.", "{field_example}"),
    },
}
