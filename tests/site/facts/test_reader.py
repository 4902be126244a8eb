"""vagvisare.site.facts.reader: facts for a reader of one language.

They are escaped and keep their own direction.
"""

from dataclasses import replace
from datetime import date

import pytest
from builders import a_vocabulary
from markupsafe import Markup

from tests.site import sites
from vagvisare.languages.moments import Moment
from vagvisare.records.directory import Directory
from vagvisare.records.kinds import Enterprise, Offer, Partner, Record
from vagvisare.site.facts.reader import Reader
from vagvisare.site.html import interface

VOCABULARY = a_vocabulary()
DIRECTORY = Directory(VOCABULARY)


def _reader(language: str, directory: Directory = DIRECTORY) -> Reader:
    words = interface.load(sites.LOCALE, language)
    return Reader(
        directory, directory.vocabulary.languages[language], words, "../..", date(2026, 11, 23)
    )


def _record(model: type[Record], record_id: str, **facts: object) -> Record:
    data = {"id": record_id, "name": record_id, "summary": {"sv": "x"}, "sources": [{"title": "x"}]}
    return model.model_validate(data | facts, context=VOCABULARY)


def test_a_phone_number_reads_from_left_to_right_and_dials_in_full() -> None:
    assert (
        _reader("ar").phone("+46855241400")
        == '<a class="phone" href="tel:+46855241400"><bdi dir="ltr">08-552 414 00</bdi></a>'
    )


def test_a_text_in_the_reader_s_language_has_no_mark() -> None:
    assert _reader("so").text({"sv": "Hej", "so": "Salaan <b>"}) == "Salaan &lt;b&gt;"


def test_a_text_that_falls_back_says_so_in_mark_up_and_in_words() -> None:
    html = _reader("ar").text({"sv": "Hej <b>"})
    assert html.startswith(
        '<span lang="sv" dir="ltr">Hej &lt;b&gt;</span> <span class="badge badge--fallback">'
    )
    assert any("\u0600" <= character <= "\u06ff" for character in html)


def test_paragraphs_that_fall_back_say_so() -> None:
    html = _reader("so").paragraphs({"sv": "**Hej**"})
    assert html.startswith('<div lang="sv" dir="ltr"><p><strong>Hej</strong></p>')
    assert "badge--fallback" in html


def test_swedish_names_keep_their_language_and_direction() -> None:
    assert _reader("sv").swedish("A & B") == "A &amp; B"
    assert _reader("so").swedish("A & B") == '<bdi lang="sv">A &amp; B</bdi>'
    assert _reader("ar").swedish("A & B") == '<bdi lang="sv" dir="ltr">A &amp; B</bdi>'


def test_the_swedish_name_in_brackets_reads_from_left_to_right() -> None:
    names = {"sv": "IPS, stöd", "ar": "دعم (IPS, stöd)", "so": "Taageero (IPS, stöd)"}
    record = _record(
        Offer, "ips", name=names, kind="svenska", audience=["person"], needs=["svenska"]
    )
    assert _reader("ar").name(record) == 'دعم <bdi lang="sv" dir="ltr">(IPS, stöd)</bdi>'
    assert _reader("so").name(record) == "Taageero (IPS, stöd)"
    plain = _record(
        Offer,
        "tolk",
        name={"sv": "Tolk", "ar": "مترجم (شفهي)"},
        kind="svenska",
        audience=["person"],
        needs=["svenska"],
    )
    assert _reader("ar").name(plain) == "مترجم (شفهي)"


def test_figures_read_from_left_to_right_in_arabic() -> None:
    assert _reader("ar").figure("09:00–16:00") == '<bdi dir="ltr">09:00–16:00</bdi>'
    assert _reader("sv").figure("<1>") == "&lt;1&gt;"


def test_spans_of_years_read_from_left_to_right_and_dates_in_words_as_the_language_does() -> None:
    assert _reader("ar").when(Moment("2016/2019")) == '<bdi dir="ltr">2016–2019</bdi>'
    assert _reader("ar").when(date(2026, 11, 1)).startswith('<bdi dir="rtl">1 ')
    assert _reader("sv").when(Moment("2016~")) == "omkring 2016"


@pytest.mark.parametrize("language", sites.LANGUAGES)
def test_ages_are_open_at_either_end(language: str) -> None:
    reader = _reader(language)
    spans = [reader.ages(16, 65), reader.ages(16, None), reader.ages(None, 65)]
    assert len(set(spans)) == 3
    assert "16–65" in spans[0]
    assert [("16" in span, "65" in span) for span in spans] == [
        (True, True),
        (True, False),
        (False, True),
    ]
    assert "None" not in "".join(spans)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://www.malmo.se/", "malmo.se"),
        ("http://malmo.se/hjalp/", "malmo.se/hjalp"),
        ("https://exempel.se/en/mycket/lang/vag/till/en/sida.html", "exempel.se"),
    ],
)
def test_web_addresses_are_shown_by_their_host(address: str, shown: str) -> None:
    assert (
        _reader("sv").host(address)
        == f'<a href="{address}" rel="nofollow"><bdi dir="ltr">{shown}</bdi></a>'
    )


def test_addresses_are_escaped_where_they_stand() -> None:
    assert "onclick='" not in _reader("sv").host("https://x.se/?'onclick='y")
    assert "o'x" not in _reader("sv").mailbox("o'x@example.org")
    assert 'href="mailto:a%3Fbcc%3Db%26c@example.org"' in _reader("sv").mailbox(
        "a?bcc=b&c@example.org"
    )


def test_a_place_keeps_its_swedish_name_in_arabic() -> None:
    reader = _reader("ar")
    assert reader.place("0136") == '<bdi lang="sv" dir="ltr">Haninge</bdi>'
    assert reader.place("SE") == interface.load(sites.LOCALE, "ar").gettext("All of Sweden")


def test_a_language_goes_by_its_own_name() -> None:
    assert _reader("sv").autonym("ar") == '<bdi lang="ar" dir="rtl">العربية</bdi>'


def test_links_are_relative_and_in_the_reader_s_language() -> None:
    record = _record(Enterprise, "bo", name="Bo & Co")
    assert _reader("sv").link(record) == '<a href="../../sv/enterprises/bo/">Bo &amp; Co</a>'


@pytest.mark.parametrize(
    ("confirmed", "state"),
    [
        (None, "unconfirmed"),
        ("2026-01-01", "confirmed"),
        ("2025-01-01", "ageing"),
        ("2024-01-01", "unconfirmed"),
        ("2020-01-01", "hidden"),
    ],
)
def test_freshness(confirmed: str | None, state: str) -> None:
    given = {"confirmed": {"date": confirmed, "by": "organisationen"}} if confirmed else {}
    assert _reader("sv").freshness(_record(Enterprise, "bo", **given).confirmed) == state


def test_a_machine_s_translation_is_told_to_those_who_read_it_until_somebody_has_reviewed_it() -> (
    None
):
    def marked(**mark: str) -> Record:
        return _record(Enterprise, "bo", translations={"so": {"summary": {"from": "0", **mark}}})

    assert _reader("so").machine_translated(marked(by="machine"))
    assert not _reader("ar").machine_translated(marked(by="machine"))
    assert not _reader("so").machine_translated(marked(by="machine", reviewed="2026-11-01"))
    assert not _reader("so").machine_translated(marked(by="human"))


def test_the_newest_source_is_told_by_its_end() -> None:
    sources = [{"title": "x", "date": "2014/2020"}, {"title": "x", "date": "2019~"}, {"title": "x"}]
    assert _reader("sv").newest(_record(Enterprise, "bo", sources=sources).sources) == Moment(
        "2014/2020"
    )
    assert _reader("sv").newest(_record(Enterprise, "bo").sources) is None


def test_on_a_municipality_s_page_its_own_body_stands_for_municipalities_as_such() -> None:
    general = _record(Partner, "kommunen", kind="kommun")
    own = _record(Partner, "haninge", kind="kommun", represents="0136", service_area=["0136"])
    offer = _record(Offer, "sfi", kind="svenska", providers=["kommunen"])
    directory = Directory.of(VOCABULARY, [general, own, offer])
    reader = _reader("sv", directory)
    assert reader.providers(offer, "0136") == [own]  # type: ignore[arg-type]
    assert reader.providers(offer, "0140") == [general]  # type: ignore[arg-type]
    assert reader.providers(offer) == [general]  # type: ignore[arg-type]


def test_everything_for_templates_is_mark_up() -> None:
    reader = _reader("ar")
    for html in (
        reader.figure("<"),
        reader.swedish("<"),
        reader.text({"sv": "<"}),
        reader.place("0136"),
        reader.when(Moment("2016")),
        reader.ages(1, None),
    ):
        assert isinstance(html, Markup)


def test_a_span_of_years_within_arabic_words_is_a_figure() -> None:
    assert '<bdi dir="ltr">2022–2024</bdi></bdi>' in _reader("ar").when(Moment("2022~/2024~"))
    assert _reader("ar").when(Moment("2022/2024")) == '<bdi dir="ltr">2022–2024</bdi>'


TEXT = {"sv": "Undervisning <b>", "sv-simple": "Du lär dig.\nDet är <i> gratis."}


def test_easy_swedish_stands_below_the_swedish_where_the_page_has_a_switch() -> None:
    easy = replace(_reader("sv"), easy=True)
    assert easy.text(TEXT) == (
        '<span class="ordinary">Undervisning &lt;b&gt;</span> <span class="easy" lang="sv-simple">'
        '<b class="easy__label">Lätt svenska: </b>Du lär dig.\nDet är &lt;i&gt; gratis.</span>'
    )
    assert (
        '<div class="easy" lang="sv-simple"><b class="easy__label">Lätt svenska: </b><p>'
        in easy.paragraphs(TEXT)
    )
    assert easy.line(TEXT) == TEXT["sv"]
    assert easy.text({"sv": "Hej"}) == "Hej"


@pytest.mark.parametrize("language", ["sv", "en", "ar", "so"])
def test_easy_swedish_stands_nowhere_else(language: str) -> None:
    assert "easy" not in _reader(language).text(TEXT) + _reader(language).paragraphs(TEXT)
