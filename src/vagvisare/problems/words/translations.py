"""Messages about the texts of a record in other languages and in easy Swedish."""

from vagvisare.problems.words.message import Message, Messages

MESSAGES: Messages = {
    "swedish-missing": {
        "sv": Message(
            "Den svenska texten saknas.",
            "Lägg till en rad med sv: den är källan för alla översättningar.",
            "sv: Café.",
        ),
        "en": Message(
            "The Swedish text is missing.",
            "Add a line with sv: it is the source of all translations.",
            "sv: Café.",
        ),
    },
    "translation-of-nothing": {
        "sv": Message(
            "Märkningen {field} gäller en text som inte finns på språket {language}.",
            "Ta bort märkningen eller lägg till texten.",
        ),
        "en": Message(
            "The mark {field} is for a text that is not there in the language {language}.",
            "Remove the mark or add the text.",
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
}
