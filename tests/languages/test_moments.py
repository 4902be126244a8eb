"""vagvisare.languages.moments: days, months, years and spans as sources give them."""

import re
from datetime import date

import pytest

from vagvisare.languages.moments import PATTERN, Moment


@pytest.mark.parametrize(
    ("text", "start", "end", "last"),
    [
        ("2016", "2016", "", "2016"),
        ("2016-11-03", "2016-11-03", "", "2016-11-03"),
        ("2016/2019-05", "2016", "2019-05", "2019-05"),
        ("2016-11~/2017~", "2016-11", "2017", "2017"),
        ("2016/..", "2016", "", ".."),
    ],
)
def test_a_moment_has_a_start_and_a_span_an_end(text: str, start: str, end: str, last: str) -> None:
    moment = Moment(text)
    assert re.fullmatch(PATTERN, text)
    assert (moment.start, moment.end, moment.last) == (start, end, last)


def test_a_span_may_be_open_and_either_end_about() -> None:
    assert [Moment(text).is_open for text in ("2016", "2016/2017", "2016/..")] == [
        False,
        False,
        True,
    ]
    assert [Moment(text).is_about for text in ("2016", "2016~", "2016/2017~")] == [
        False,
        True,
        True,
    ]


@pytest.mark.parametrize("text", ["2017/2016", "2017-05/2016", "2017-05/2017-04-30", "2017~/2016~"])
def test_a_span_that_ends_before_it_starts_is_backwards(text: str) -> None:
    moment = Moment(text)
    assert moment.is_backwards
    assert not moment.forwards.is_backwards


@pytest.mark.parametrize("text", ["2017", "2017/..", "2017/2017", "2017-05/2017", "2016/2017-05"])
def test_a_span_that_may_end_after_it_starts_is_not(text: str) -> None:
    assert not Moment(text).is_backwards


@pytest.mark.parametrize("text", ["", "16", "2016-13", "2016/", "../2016", "2016-1", "2016 "])
def test_nothing_else_is_a_moment(text: str) -> None:
    assert not re.fullmatch(PATTERN, text)


@pytest.mark.parametrize("text", ["2016-02-29", "2016-02", "0001", "2016/..", "2016~/2017-12-31~"])
def test_a_day_of_the_calendar_exists(text: str) -> None:
    assert Moment(text).exists


@pytest.mark.parametrize(
    "text", ["2016-02-30", "2015-02-29~", "0000", "0000-05", "2016/2017-04-31"]
)
def test_a_day_that_the_calendar_lacks_does_not_exist(text: str) -> None:
    assert not Moment(text).exists


def test_a_day_is_a_moment() -> None:
    assert str(Moment.of(date(2026, 11, 3))) == "2026-11-03"
