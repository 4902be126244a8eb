"""Messages about the catalogues of the interface's words, which are PO files."""

from vagvisare.problems.words.message import Message, Messages

MESSAGES: Messages = {
    "catalogue-missing": {
        "sv": Message("Meddelandet {value} saknas.", "Kör make messages och översätt det."),
        "en": Message("The message {value} is missing.", "Run make messages, and translate it."),
    },
    "catalogue-unused": {
        "sv": Message(
            "Meddelandet {value} används inte längre.", "Kör make messages, så försvinner det."
        ),
        "en": Message(
            "The message {value} is not used any more.", "Run make messages, and it goes."
        ),
    },
    "catalogue-untranslated": {
        "sv": Message(
            "Meddelandet {value} är inte översatt.",
            "Översätt alla dess former, eller ta bort märket fuzzy.",
        ),
        "en": Message(
            "The message {value} is not translated.",
            "Translate all of its forms, or take the mark fuzzy away.",
        ),
    },
    "catalogue-placeholder": {
        "sv": Message(
            "Översättningen av {value} har tappat eller lagt till {placeholder}.",
            "Skriv samma tecken som i originalet.",
        ),
        "en": Message(
            "The translation of {value} has lost or added {placeholder}.",
            "Write the same signs as in the original.",
        ),
    },
    "catalogue-mark": {
        "sv": Message(
            (
                "I översättningen av {value} står {mark}, som är ett tecken för mallar och inte "
                "för text."
            ),
            "Skriv bara ord där.",
        ),
        "en": Message(
            (
                "The translation of {value} has {mark}, which is a mark for templates and not for "
                "texts."
            ),
            "Write words only.",
        ),
    },
    "catalogue-percent": {
        "sv": Message(
            "Översättningen av {value} har ett procenttecken som inte betyder något: {found}.",
            (
                "Skriv platshållaren precis som i originalet, utan siffror i, "
                "eller %% för ett procenttecken."
            ),
            "%(name)s",
        ),
        "en": Message(
            "The translation of {value} has a per cent sign that means nothing: {found}.",
            (
                "Write the placeholder exactly as in the original, without figures, "
                "or %% for a per cent sign."
            ),
            "%(name)s",
        ),
    },
    "catalogue-plurals": {
        "sv": Message(
            "Pluralformerna är inte språkets (Unicode CLDR).",
            "Skriv i huvudet: Plural-Forms: {correct_all}",
        ),
        "en": Message(
            "The plural forms are not the language's (Unicode CLDR).",
            "Write in the header: Plural-Forms: {correct_all}",
        ),
    },
    "catalogue-character": {
        "sv": Message(
            (
                "I översättningen av {value} står ett tecken som inte syns eller som vänder "
                "texten: {character_bare}."
            ),
            "Ta bort det; sidan sköter själv riktningen.",
        ),
        "en": Message(
            (
                "The translation of {value} has a character that is invisible or turns the text "
                "round: {character_bare}."
            ),
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
        "sv": Message(
            "Webbplatsen är på det här språket, men katalogen saknas.",
            "Hämta tillbaka filen, eller ta bort språket.",
        ),
        "en": Message(
            "The site is in this language, but the catalogue is missing.",
            "Bring the file back, or take the language out.",
        ),
    },
    "catalogue-folder": {
        "sv": Message("Här står något annat än en fil.", "Lägg katalogen här, en PO-fil."),
        "en": Message("What stands here is not a file.", "Put the catalogue here, a PO file."),
    },
    "catalogue-outside": {
        "sv": Message("Länken leder ut ur mappen locale.", "Lägg själva filen här i stället."),
        "en": Message(
            "The link leads out of the folder locale.", "Put the file itself here instead."
        ),
    },
    "po-large": {
        "sv": Message(
            "Filen är större än {limit_bare} kB.",
            "Så mycket text har ingen översättning: hämta filen på nytt.",
        ),
        "en": Message(
            "The file is larger than {limit_bare} kB.",
            "No translation has so much text: fetch the file anew.",
        ),
    },
    "po-charset": {
        "sv": Message(
            "Filen säger att den är skriven med {value}.",
            "Spara den som UTF-8 och skriv i huvudet: charset=UTF-8",
        ),
        "en": Message(
            "The file says that it is written in {value}.",
            "Save it as UTF-8, and write in the header: charset=UTF-8",
        ),
    },
    "po-header": {
        "sv": Message(
            "Huvudet går inte att läsa: {value}.",
            "Skriv en uppgift på varje rad, varje uppgift en gång.",
            "Language: so",
        ),
        "en": Message(
            "The header cannot be read: {value}.",
            "Write one thing on each line, each of them once.",
            "Language: so",
        ),
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
            (
                'Ett meddelande är msgid "…" och sedan msgstr "…", varje text inom citattecken, '
                "och kommentarer (#) står före det."
            ),
        ),
        "en": Message(
            "The line cannot be read, or does not belong here: {value}.",
            (
                'A message is msgid "…" and then msgstr "…", each text in quotation marks, '
                "and comments (#) stand before it."
            ),
        ),
    },
    "po-cut": {
        "sv": Message(
            "Filen slutar mitt i meddelandet {value}.", "Den är avkortad: hämta den på nytt."
        ),
        "en": Message(
            "The file ends in the middle of the message {value}.",
            "It has been cut off: fetch it anew.",
        ),
    },
    "po-numbers": {
        "sv": Message(
            "Meddelandet {value} har inte sina översättningar i ordning.",
            "Skriv, en gång var: {valid_all}.",
        ),
        "en": Message(
            "The message {value} does not have its translations in order.",
            "Write, each once: {valid_all}.",
        ),
    },
    "po-twice": {
        "sv": Message("Meddelandet {value} finns redan, på rad {line_bare}.", "Behåll ett av dem."),
        "en": Message(
            "The message {value} is there already, on line {line_bare}.", "Keep one of them."
        ),
    },
}
