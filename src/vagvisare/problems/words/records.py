"""Messages about records: parts that contradict each other, and references between records."""

from vagvisare.problems.words.message import Message, Messages

MESSAGES: Messages = {
    "empty-contact": {
        "sv": Message(
            "Kontakten har inget sätt att nå fram.",
            "Lägg till minst ett av phone, email, website och booking.",
            "phone: +4685551234",
        ),
        "en": Message(
            "The contact has no way to reach it.",
            "Add at least one of phone, email, website and booking.",
            "phone: +4685551234",
        ),
    },
    "empty-source": {
        "sv": Message(
            "Källan har varken titel eller adress.",
            "Lägg till title eller url.",
            "url: https://www.exempel.se/",
        ),
        "en": Message(
            "The source has neither title nor address.",
            "Add title or url.",
            "url: https://www.exempel.se/",
        ),
    },
    "undated-places": {
        "sv": Message(
            "{value_bare} lediga platser, men inte från vilken dag.",
            "Lägg till updated.",
            "updated: 2026-11-23",
        ),
        "en": Message(
            "{value_bare} free places, but not as of what day.",
            "Add updated.",
            "updated: 2026-11-23",
        ),
    },
    "too-many-places": {
        "sv": Message(
            "Fler lediga platser ({value_bare}) än platser ({maximum_bare}).",
            "Rätta available eller maximum.",
        ),
        "en": Message(
            "More free places ({value_bare}) than places ({maximum_bare}).",
            "Correct available or maximum.",
        ),
    },
    "partner-or-name": {
        "sv": Message(
            "En part anges med antingen partner eller name.",
            "Skriv partner: med id där en post finns, annars name:.",
            "partner: arbetsformedlingen",
        ),
        "en": Message(
            "A party is given by either partner or name.",
            "Write partner: with the id where there is a record, else name:.",
            "partner: arbetsformedlingen",
        ),
    },
    "end-before-start": {
        "sv": Message(
            "Tiden {value} slutar innan den börjar.",
            "Skriv början före snedstrecket.",
            "{correct_bare}",
        ),
        "en": Message(
            "The time {value} ends before it starts.",
            "Write the start before the slash.",
            "{correct_bare}",
        ),
    },
    "closes-before-opens": {
        "sv": Message(
            "Stängningstiden {value} är inte efter öppningstiden {opens}.",
            "Skriv tider på samma dag, 24 timmar.",
            "closes: 16:00",
        ),
        "en": Message(
            "The closing time {value} is not after the opening time {opens}.",
            "Write times of one day, 24 hours.",
            "closes: 16:00",
        ),
    },
    "old-places": {
        "sv": Message(
            "Uppgiften om platser är från {value_bare}, mer än ett år gammal.",
            "Fråga på nytt och ändra updated, eller ta bort den.",
        ),
        "en": Message(
            "The figure of places is from {value_bare}, more than a year old.",
            "Ask again and change updated, or remove it.",
        ),
    },
    "future-date": {
        "sv": Message(
            "Dagen {value_bare} har inte varit ännu (i dag är {today_bare}).",
            "Skriv dagen då uppgiften lämnades.",
        ),
        "en": Message(
            "The day {value_bare} has not been yet (today is {today_bare}).",
            "Write the day on which it was said.",
        ),
    },
    "unknown-record": {
        "sv": Message(
            "Det finns ingen post {value}.", "Skriv filnamnet, utan .yml, på en post som finns."
        ),
        "en": Message(
            "There is no record {value}.",
            "Write the file name, without .yml, of a record that there is.",
        ),
    },
    "represented-twice": {
        "sv": Message(
            "Området {value} företräds redan av {first}.", "Ta bort represents ur en av posterna."
        ),
        "en": Message(
            "The area {value} is represented by {first} already.",
            "Remove represents from one of the records.",
        ),
    },
    "represents-unserved": {
        "sv": Message(
            "Området {value} finns inte i service_area.",
            "Lägg till det där.",
            "service_area: [{value_in_yaml}]",
        ),
        "en": Message(
            "The area {value} is not in service_area.",
            "Add it there.",
            "service_area: [{value_in_yaml}]",
        ),
    },
    "duplicate-name": {
        "sv": Message(
            "Namnet {value} har också {first} på samma ort.",
            "Ta bort den ena posten, eller skilj namnen åt.",
        ),
        "en": Message(
            "{first} in the same place has the name {value} too.",
            "Remove one of the records, or tell the names apart.",
        ),
    },
}
