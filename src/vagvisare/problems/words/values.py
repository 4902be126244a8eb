"""Messages about single values: telephone numbers, addresses, dates, numbers, ids."""

from vagvisare.problems.words.message import Message, Messages

MESSAGES: Messages = {
    "not-one-of": {
        "sv": Message("Okänt värde {value}.", "Skriv ett av {valid}."),
        "en": Message("Unknown value {value}.", "Write one of {valid}."),
    },
    "phone": {
        "sv": Message(
            "Telefonnumret {value} har fel form.",
            "Skriv +46 och numret utan den första nollan och utan mellanslag.",
            "+46706123456",
        ),
        "en": Message(
            "The telephone number {value} has the wrong form.",
            "Write +46 and the number without its first zero or spaces.",
            "+46706123456",
        ),
    },
    "email": {
        "sv": Message(
            "E-postadressen {value} har fel form.",
            "Skriv den utan mellanslag och mailto.",
            "info@exempel.se",
        ),
        "en": Message(
            "The email address {value} has the wrong form.",
            "Write it without spaces and mailto.",
            "info@exempel.se",
        ),
    },
    "address": {
        "sv": Message(
            "Webbadressen {value} har fel form.",
            "Skriv hela adressen med https:// först.",
            "https://www.exempel.se/",
        ),
        "en": Message(
            "The web address {value} has the wrong form.",
            "Write the whole address, https:// first.",
            "https://www.exempel.se/",
        ),
    },
    "postal-code": {
        "sv": Message(
            "Postnumret {value} har fel form.",
            "Skriv tre siffror, mellanslag, två siffror.",
            "136 40",
        ),
        "en": Message(
            "The postal code {value} has the wrong form.",
            "Write three digits, a space, two digits.",
            "136 40",
        ),
    },
    "postal-codes": {
        "sv": Message(
            "Postnumren {value} har fel form.",
            "Skriv ett postnummer, eller det första och det sista med bindestreck.",
            "137 30-137 94",
        ),
        "en": Message(
            "The postal codes {value} have the wrong form.",
            "Write one postal code, or the first and the last with a hyphen.",
            "137 30-137 94",
        ),
    },
    "when": {
        "sv": Message(
            "Tiden {value} finns inte eller har fel form.",
            "Skriv år, månad eller dag; ~ för ungefär och / mellan början och slut.",
            "2016-11~/2017",
        ),
        "en": Message(
            "The time {value} does not exist or has the wrong form.",
            "Write a year, month or day; ~ for about, / between start and end.",
            "2016-11~/2017",
        ),
    },
    "day": {
        "sv": Message(
            "Datumet {value} finns inte eller har fel form.", "Skriv år-månad-dag.", "2026-11-23"
        ),
        "en": Message(
            "The date {value} does not exist or has the wrong form.",
            "Write year-month-day.",
            "2026-11-23",
        ),
    },
    "clock": {
        "sv": Message(
            "Klockslaget {value} har fel form.",
            "Skriv timme och minut med två siffror var.",
            "09:30",
        ),
        "en": Message(
            "The time of day {value} has the wrong form.",
            "Write hour and minute, two digits each.",
            "09:30",
        ),
    },
    "whole-number": {
        "sv": Message(
            "{value} är inte ett heltal.", "Skriv bara siffror, utan mellanslag och enhet.", "12"
        ),
        "en": Message(
            "{value} is not a whole number.", "Write digits only, without spaces and unit.", "12"
        ),
    },
    "number": {
        "sv": Message(
            "{value} är inte ett tal.", "Skriv siffror med punkt före decimalerna.", "59.17"
        ),
        "en": Message(
            "{value} is not a number.", "Write digits with a point before the decimals.", "59.17"
        ),
    },
    "out-of-bounds": {
        "sv": Message(
            "Talet {value} är för stort eller för litet ({bounds_bare}).",
            "Kontrollera det: latitud i Sverige är 55–70, longitud 10–25.",
        ),
        "en": Message(
            "The number {value} is too large or too small ({bounds_bare}).",
            "Check it: in Sweden latitude is 55–70, longitude 10–25.",
        ),
    },
    "organisation-number": {
        "sv": Message(
            "Organisationsnumret {value} stämmer inte.",
            "Skriv sex siffror, bindestreck, fyra siffror; den sista är en kontrollsiffra.",
            "556000-4615",
        ),
        "en": Message(
            "The organisation number {value} is not valid.",
            "Write six digits, a hyphen, four digits; the last is a check digit.",
            "556000-4615",
        ),
    },
    "record-id": {
        "sv": Message(
            "{value} är inte ett id.",
            (
                "Skriv den andra postens filnamn utan .yml: små bokstäver a–z, "
                "siffror och bindestreck."
            ),
            "basta-nykvarn",
        ),
        "en": Message(
            "{value} is not an id.",
            "Write the other record's file name without .yml: small letters a–z, digits, hyphens.",
            "basta-nykvarn",
        ),
    },
    "invalid-value": {
        "sv": Message(
            "Värdet {value} går inte att läsa ({detail_bare}).",
            "Jämför med samma fält i en annan post.",
        ),
        "en": Message(
            "The value {value} cannot be read ({detail_bare}).",
            "Compare it with that field in another record.",
        ),
    },
}
