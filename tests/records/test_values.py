"""vagvisare.records.values: the values of records."""

from builders import an_enterprise

from vagvisare.records.texts import texts


def test_a_name_is_the_same_everywhere_or_a_text() -> None:
    own = an_enterprise(name="Bo & Co").name
    assert (own.swedish, own.text, own.is_translated) == ("Bo & Co", {"sv": "Bo & Co"}, False)
    translated = an_enterprise(name={"sv": "Bo", "en": "Bo's"}).name
    assert (translated.swedish, translated.text["en"], translated.is_translated) == (
        "Bo",
        "Bo's",
        True,
    )


def test_only_a_name_that_is_a_text_is_translated() -> None:
    assert "name" not in dict(texts(an_enterprise(name="Bo")))
    assert dict(texts(an_enterprise(name={"sv": "Bo"})))["name"] == {"sv": "Bo"}
