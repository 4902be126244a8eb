"""Messages about files and folders: names, encoding, size, characters, links."""

from vagvisare.problems.words.message import Message, Messages

MESSAGES: Messages = {
    "file-name": {
        "sv": Message(
            "Filnamnet {value} är inte ett id: små bokstäver a–z, siffror och bindestreck.",
            "Döp om filen.",
            "{correct_bare}",
        ),
        "en": Message(
            "The file name {value} is not an id: small letters a–z, digits and hyphens.",
            "Rename the file.",
            "{correct_bare}",
        ),
    },
    "file-extension": {
        "sv": Message(
            "Filen {value} slutar inte på .yml.", "Döp om den eller ta bort den.", "{correct_bare}"
        ),
        "en": Message(
            "The file {value} does not end in .yml.", "Rename or remove it.", "{correct_bare}"
        ),
    },
    "unknown-folder": {
        "sv": Message(
            "Mappen {value} hör inte hemma här.",
            "Poster står direkt i mapparna för sitt slag: {valid_all}.",
        ),
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
        "sv": Message(
            "Filen saknas.", "Ordlistan behöver den: hämta tillbaka den ur versionshistoriken."
        ),
        "en": Message(
            "The file is missing.",
            "The vocabulary needs it: bring it back from the version history.",
        ),
    },
    "symlink": {
        "sv": Message("Länken leder ut ur katalogen.", "Lägg själva filen här i stället."),
        "en": Message("The link leads out of the directory.", "Put the file itself here instead."),
    },
    "unreadable": {
        "sv": Message(
            "Filen går inte att öppna ({detail_bare}).",
            "Kontrollera att den finns och att du får läsa den.",
        ),
        "en": Message(
            "The file cannot be opened ({detail_bare}).",
            "Check that it exists and that you may read it.",
        ),
    },
    "too-large": {
        "sv": Message(
            "Filen är större än {limit_bare} kB.",
            "Dela upp eller korta texten: en post är en kort fil.",
        ),
        "en": Message(
            "The file is larger than {limit_bare} kB.",
            "Split or shorten the text: a record is a short file.",
        ),
    },
    "not-utf8": {
        "sv": Message(
            "Filen är inte sparad som UTF-8: här står byten {value_bare}.",
            "Spara om filen med kodningen UTF-8.",
        ),
        "en": Message(
            "The file is not saved as UTF-8: here stands the byte {value_bare}.",
            "Save it again with the encoding UTF-8.",
        ),
    },
    "forbidden-character": {
        "sv": Message(
            (
                "Här står ett tecken som inte syns eller som vänder texten: "
                "{character_bare} {meaning_bare}."
            ),
            "Ta bort det, eller skriv om raden för hand i stället för att klistra in den.",
        ),
        "en": Message(
            (
                "Here stands a character that is invisible or turns the text round: "
                "{character_bare} {meaning_bare}."
            ),
            "Remove it, or type the line by hand instead of pasting it.",
        ),
    },
    "empty-file": {
        "sv": Message(
            "Filen är tom.",
            "Skriv fälten, ett på varje rad, eller ta bort filen.",
            "name: Basta Nykvarn",
        ),
        "en": Message(
            "The file is empty.",
            "Write the fields, one on each line, or remove the file.",
            "name: Basta Nykvarn",
        ),
    },
}
