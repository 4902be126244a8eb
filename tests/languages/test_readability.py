"""The readability score of Swedish text."""

import pytest

from vagvisare.languages.readability import lix, too_hard


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Du kan ringa oss. Vi svarar."], 6 / 2 + 0),
        (["Kommunen ansvarar."], 2 / 1 + 100),
        (["# Rubrik", "- Ett kort ord", "| a | b |"], 6 / 3 + 0),
        (["Vi har 1 000 platser: kom hit i dag."], 9 / 2 + 100 / 9),
        ([""], 0.0),
    ],
)
def test_lix_is_words_a_sentence_and_the_share_of_long_words(
    lines: list[str], expected: float
) -> None:
    assert lix(lines) == pytest.approx(expected)


def test_easy_swedish_is_measured_line_by_line() -> None:
    assert too_hard("Du får råd.\nDet kostar inget.") == {}
    assert too_hard("Du får råd om arbetsmarknadspolitiska program.") == {
        "value": "39",
        "most": "30",
    }
