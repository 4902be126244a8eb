"""Messages about the pages of prose in docs."""

from vagvisare.problems.words.message import Message, Messages

MESSAGES: Messages = {
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
            "Överst på sidan saknas det som står mellan två rader med ---.",
            "Börja sidan med det.",
            "title: Tolk på ditt språk",
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
            (
                "Namnet {value} kan inte bli en adress: bara små bokstäver a–z, "
                "siffror och bindestreck."
            ),
            "Byt namn.",
            "{correct_bare}",
        ),
        "en": Message(
            "The name {value} cannot be an address: only small letters a–z, digits and hyphens.",
            "Rename it.",
            "{correct_bare}",
        ),
    },
    "prose-ending": {
        "sv": Message(
            "Filen {value} slutar inte på .md, men skulle bli en sida.",
            "Döp om den.",
            "{correct_bare}",
        ),
        "en": Message(
            "The file {value} does not end in .md, but would become a page.",
            "Rename it.",
            "{correct_bare}",
        ),
    },
    "prose-link-out": {
        "sv": Message(
            "Här är en länk till en annan mapp eller ut ur docs.",
            "Lägg själva filen här i stället.",
        ),
        "en": Message(
            "This is a link to another folder or out of docs.", "Put the file itself here instead."
        ),
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
        "sv": Message(
            "Sidan har fler än {limit_bare} tecken {value}.", "Dela upp den i flera sidor."
        ),
        "en": Message(
            "The page has more than {limit_bare} signs {value}.", "Split it into several pages."
        ),
    },
    "prose-picture": {
        "sv": Message(
            "Sidan visar bilden {value}. Läsarens webbläsare skulle fråga en annan värd efter den.",
            "Skriv det som bilden visar.",
        ),
        "en": Message(
            (
                "The page shows the picture {value}. The reader's browser would ask another host "
                "for it."
            ),
            "Write what it shows.",
        ),
    },
    "prose-heading": {
        "sv": Message(
            "Rubriken {value} har inget ankare.",
            "Skriv ett efter den, samma på alla språk.",
            "## Tolk {{#interpreter}}",
        ),
        "en": Message(
            "The heading {value} has no anchor.",
            "Write one after it, the same in every language.",
            "## Tolk {{#interpreter}}",
        ),
    },
    "prose-sources": {
        "sv": Message(
            "Sidan säger inte vad den bygger på.",
            "Skriv en lista under en rubrik sist.",
            "## Källor {{#sources}}",
        ),
        "en": Message(
            "The page does not say what it rests on.",
            "Write a list below a heading at the end.",
            "## Källor {{#sources}}",
        ),
    },
    "prose-hard": {
        "sv": Message(
            "Sidan är svår att läsa: LIX {value_bare}.",
            "Skriv kortare meningar och kortare ord, under {most_bare}.",
        ),
        "en": Message(
            "The page is hard to read: LIX {value_bare}.",
            "Write shorter sentences and words, below {most_bare}.",
        ),
    },
    "prose-anchors": {
        "sv": Message(
            "Rubrikernas ankare är inte den svenska sidans, vid {value}.",
            "Ge rubrikerna samma ankare i samma ordning.",
        ),
        "en": Message(
            "The headings' anchors are not the Swedish page's, at {value}.",
            "Give them the same anchors in the same order.",
        ),
    },
    "prose-nowhere": {
        "sv": Message(
            "Länken {value} leder ingenstans.",
            "Skriv en sida som finns, och rubrikens ankare efter #.",
            "sent-on.md#show",
        ),
        "en": Message(
            "The link {value} leads nowhere.",
            "Write a page that there is, and its heading's anchor after #.",
            "sent-on.md#show",
        ),
    },
    "prose-link": {
        "sv": Message(
            "Länken {value} finns på bara en av denna och den svenska sidan.",
            "Ta bort den, eller lägg till den på båda.",
        ),
        "en": Message(
            "Only one of this page and the Swedish one has the link {value}.",
            "Remove it, or add it to both.",
        ),
    },
    "prose-untranslated": {
        "sv": Message(
            "Raden är samma som på svenska: {value}",
            "Översätt den, eller märk den som svenska.",
            "{{lang=sv dir=ltr}}",
        ),
        "en": Message(
            "The line is the same as in Swedish: {value}",
            "Translate it, or mark it as Swedish.",
            "{{lang=sv dir=ltr}}",
        ),
    },
}
