"""Messages about translations that come back, as PO files or workbooks."""

from vagvisare.problems.words.message import Message, Messages

MESSAGES: Messages = {
    "exchange-unreadable": {
        "sv": Message(
            "Filen går inte att läsa: {detail_bare}.",
            "Exportera den på nytt ur översättningsprogrammet.",
        ),
        "en": Message(
            "The file cannot be read: {detail_bare}.",
            "Export it anew from the translation program.",
        ),
    },
    "exchange-no-workbook": {
        "sv": Message(
            "Filen är ingen hel arbetsbok.",
            "Öppna den i kalkylprogrammet och spara den på nytt som .xlsx.",
        ),
        "en": Message(
            "The file is no whole workbook.",
            "Open it in the spreadsheet program, and save it again as .xlsx.",
        ),
    },
    "exchange-no-language": {
        "sv": Message(
            "Filen säger inte vilket språk den är på, eller att den är på svenska.",
            (
                'I PO står det i huvudet ("Language: ar"), i en arbetsbok i kolumnens namn '
                "(translation (ar))."
            ),
        ),
        "en": Message(
            "The file does not say which language it is in, or says Swedish.",
            (
                'In PO it stands in the header ("Language: ar"), '
                "in a workbook in the name of the column (translation (ar))."
            ),
        ),
    },
    "exchange-unknown-language": {
        "sv": Message(
            "Språket {value} finns inte i ordlistan.",
            "Lägg till det i directory/vocabulary/languages.yml.",
        ),
        "en": Message(
            "The language {value} is not in the vocabulary.",
            "Add it to directory/vocabulary/languages.yml.",
        ),
    },
    "exchange-unknown-text": {
        "sv": Message(
            "{value}: en sådan text finns inte.",
            "Posten eller fältet kan ha tagits bort: exportera på nytt, eller ta bort raden.",
        ),
        "en": Message(
            "{value}: there is no such text.",
            "The record or field may have been removed: export anew, or take the entry out.",
        ),
    },
    "exchange-two-answers": {
        "sv": Message(
            "{key_bare} har två olika översättningar, den första på rad {line_bare}.",
            "Behåll en av dem.",
        ),
        "en": Message(
            "{key_bare} has two different translations, the first on line {line_bare}.",
            "Keep one of them.",
        ),
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
        "sv": Message(
            "{key_bare}: översättningen har tappat länken {value}.",
            "Skriv samma adress som i den svenska texten.",
        ),
        "en": Message(
            "{key_bare}: the translation has lost the link {value}.",
            "Write the same address as in the Swedish text.",
        ),
    },
    "exchange-lost-number": {
        "sv": Message(
            "{key_bare}: översättningen har tappat talet {value}.",
            "Skriv samma tal med siffrorna 0–9, som i den svenska texten.",
        ),
        "en": Message(
            "{key_bare}: the translation has lost the number {value}.",
            "Write the same number with the digits 0–9, as in the Swedish text.",
        ),
    },
    "exchange-lost-placeholder": {
        "sv": Message(
            (
                "{key_bare}: översättningen har tappat {value}, som byts mot något annat när sidan "
                "visas."
            ),
            "Skriv tecknen precis så.",
        ),
        "en": Message(
            (
                "{key_bare}: the translation has lost {value}, which something else takes the "
                "place of when the page is shown."
            ),
            "Write the characters exactly so.",
        ),
    },
    "exchange-forbidden-character": {
        "sv": Message(
            (
                "{key_bare}: här står ett tecken som inte syns eller som vänder texten: "
                "{character_bare}."
            ),
            "Ta bort det; sidan sköter själv riktningen.",
        ),
        "en": Message(
            (
                "{key_bare}: here stands a character that is invisible or turns the text round: "
                "{character_bare}."
            ),
            "Remove it; the page looks after the direction itself.",
        ),
    },
    "exchange-missing-column": {
        "sv": Message("Kolumnen {value} saknas.", "Första raden ska ha kolumnerna: {valid_all}."),
        "en": Message(
            "The column {value} is missing.", "The first row is to have the columns: {valid_all}."
        ),
    },
    "exchange-formula": {
        "sv": Message(
            "{key_bare}: i cellen står en formel: {value}.", "Skriv själva texten, inte en formel."
        ),
        "en": Message(
            "{key_bare}: the cell holds a formula: {value}.",
            "Write the text itself, not a formula.",
        ),
    },
    "exchange-no-place": {
        "sv": Message(
            "{key_bare}: texten får inte plats i {file_bare} ({detail_bare}).",
            "Rätta filen först; inget har skrivits.",
        ),
        "en": Message(
            "{key_bare}: the text cannot be put into {file_bare} ({detail_bare}).",
            "Mend that file first; nothing was written.",
        ),
    },
}
