"""Messages about codes: of terms, situations, areas, municipalities and counties."""

from vagvisare.problems.words.message import Message, Messages

MESSAGES: Messages = {
    "unknown-term": {
        "sv": Message(
            "{unknown} {value}.", "Koderna står i directory/vocabulary/{list_bare}.yml: {valid}"
        ),
        "en": Message(
            "{unknown} {value}.", "The codes stand in directory/vocabulary/{list_bare}.yml: {valid}"
        ),
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
    "unknown-area": {
        "sv": Message(
            "Okänt område {value}.",
            "Skriv en kommunkod (fyra siffror), en länskod (två siffror) eller SE för hela landet.",
            '["0136"]',
        ),
        "en": Message(
            "Unknown area {value}.",
            (
                "Write a municipality's code (four digits), a county's (two) or SE for the whole "
                "country."
            ),
            '["0136"]',
        ),
    },
    "unknown-municipality": {
        "sv": Message(
            "Okänd kommun {value}.",
            "Skriv kommunens fyra siffror enligt SCB.",
            'municipality: "0136"',
        ),
        "en": Message(
            "Unknown municipality {value}.",
            "Write the municipality's four digits (SCB).",
            'municipality: "0136"',
        ),
    },
    "unknown-county": {
        "sv": Message("Okänt län {value}.", "Skriv länets två siffror enligt SCB.", 'county: "01"'),
        "en": Message(
            "Unknown county {value}.", "Write the county's two digits (SCB).", 'county: "01"'
        ),
    },
    "vocabulary-code": {
        "sv": Message("Koden {value} har fel form.", "{form}"),
        "en": Message("The code {value} has the wrong form.", "{form}"),
    },
    "phrases-without-danger": {
        "sv": Message(
            "{value} har phrases, men är inget behov av hjälp i fara.",
            "Skriv orden under synonyms. Bara behov med urgent: 'yes' har phrases.",
        ),
        "en": Message(
            "{value} has phrases, but is no need of help in danger.",
            "Write the words under synonyms. Only needs with urgent: 'yes' have phrases.",
        ),
    },
    "duplicate-municipality": {
        "sv": Message(
            "Kommunen {first} har redan id {value}.",
            "Ge var och en sitt eget: id är sidans adress.",
        ),
        "en": Message(
            "The municipality {first} has the id {value} already.",
            "Give each its own: the id is the page's address.",
        ),
    },
}
