"""Messages about laws: unknown, repealed, not yet in force, or about to change."""

from vagvisare.problems.words.message import Message, Messages

MESSAGES: Messages = {
    "law-unknown": {
        "sv": Message(
            "Lagen {value} finns inte i directory/laws.",
            "Skriv lagens id, eller lägg till den.",
            "law: sol",
        ),
        "en": Message(
            "The law {value} is not in directory/laws.",
            "Write the law's id, or add it.",
            "law: sol",
        ),
    },
    "law-place": {
        "sv": Message(
            "Lagregistret har inte {value} i lagen {law_bare}.",
            (
                "Skriv stället som det står i directory/laws/{law_bare}.yml, "
                "eller lägg till det där: {valid}."
            ),
        ),
        "en": Message(
            "The register of laws does not have {value} in the law {law_bare}.",
            "Write the place as in directory/laws/{law_bare}.yml, or add it there: {valid}.",
        ),
    },
    "law-repealed": {
        "sv": Message(
            "Lagen {value} gäller inte längre. Den upphörde {day_bare}.",
            "Skriv den lag som gäller i stället.",
        ),
        "en": Message(
            "The law {value} no longer holds. It ended on {day_bare}.",
            "Write the law that holds instead.",
        ),
    },
    "law-not-yet": {
        "sv": Message(
            "Lagen {value} gäller först från {day_bare}.",
            "Skriv ”valid: {{from: {day_bare}}}” på regeln, eller vänta.",
        ),
        "en": Message(
            "The law {value} holds only from {day_bare}.",
            'Write "valid: {{from: {day_bare}}}" on the rule, or wait.',
        ),
    },
    "law-changes": {
        "sv": Message("Lagen {value} ändras {day_bare}.", "Läs om det som bygger på den: {users}."),
        "en": Message(
            "The law {value} changes on {day_bare}.", "Read again what rests on it: {users}."
        ),
    },
}
