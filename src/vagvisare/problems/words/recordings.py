"""Messages about recordings of texts."""

from vagvisare.problems.words.message import Message, Messages

MESSAGES: Messages = {
    "recording-name": {
        "sv": Message(
            "Filnamnet {value} duger inte för en inspelning.",
            (
                "Skriv små bokstäver a–z, siffror och bindestreck, och sist .mp3, .ogg, .opus, "
                ".m4a eller .wav."
            ),
            "sfi-ar.mp3",
        ),
        "en": Message(
            "The name {value} will not do for a recording.",
            (
                "Write small letters a–z, digits and hyphens, and at the end .mp3, .ogg, .opus, "
                ".m4a or .wav."
            ),
            "sfi-ar.mp3",
        ),
    },
    "recording-of-nothing": {
        "sv": Message(
            "Inspelningen {field} gäller ingen text som kan läsas upp.",
            "De som finns här är {valid}.",
        ),
        "en": Message(
            "The recording {field} is of no text that can be heard.",
            "Those that there are: {valid}.",
        ),
    },
    "recording-language": {
        "sv": Message(
            (
                "Inspelningen av {field} är på språket {language}, "
                "men texten finns inte på det språket."
            ),
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
            "Filen {value} är inte det slags ljud som namnet säger.",
            "Spara den som ljud, eller låt namnet sluta med {valid}.",
        ),
        "en": Message(
            "The file {value} is not the kind of sound that its name says.",
            "Save it as sound, or let the name end in {valid}.",
        ),
    },
    "recording-size": {
        "sv": Message(
            "Filen {value} är större än {most_bare} MB.",
            "Spara talet med lägre kvalitet: 64 kbit/s räcker.",
        ),
        "en": Message(
            "The file {value} is larger than {most_bare} MB.",
            "Save the speech at a lower quality: 64 kbit/s will do.",
        ),
    },
    "stale-recording": {
        "sv": Message(
            (
                "Inspelningen av {field} på {language} spelas inte upp: "
                "det är inte säkert att den är av texten som den står nu."
            ),
            "Lyssna, och skriv from: {fingerprint_in_yaml} om varje ord stämmer.",
        ),
        "en": Message(
            (
                "The recording of {field} in {language} is not played: "
                "it may not be of the text as it stands now."
            ),
            "Listen, and write from: {fingerprint_in_yaml} if every word is right.",
        ),
    },
}
