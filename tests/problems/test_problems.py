"""A problem is data; text, JSON and annotations are renderings of it."""

import json
from multiprocessing import Pipe

from vagvisare.problems.problems import Problem, as_github, as_json, as_text, suggesting

INDUSTRY = {"sv": "Okänd bransch", "en": "Unknown industry"}
FACTS = {"unknown": INDUSTRY, "value": "x", "suggestion": "café"}
UNKNOWN = Problem("directory/enterprises/a.yml", 3, 5, "unknown-term", FACTS)
OLD = Problem("directory/enterprises/a.yml", 2, 1, "old-places", {"value": "2019-01-01"})


def test_sorts_by_file_place_and_code() -> None:
    other = Problem("directory/enterprises/b.yml", 1, 1, "tab")
    later = Problem("directory/enterprises/a.yml", 10, 1, "tab")
    assert sorted([other, later, UNKNOWN, OLD]) == [OLD, UNKNOWN, later, other]


def test_is_frozen_hashable_and_can_be_sent() -> None:
    assert len({UNKNOWN, UNKNOWN, OLD}) == 2
    receiver, sender = Pipe(duplex=False)
    sender.send(UNKNOWN)
    assert receiver.recv() == UNKNOWN


def test_severity_follows_from_the_code() -> None:
    assert (UNKNOWN.severity, OLD.severity) == ("error", "warning")


def test_text() -> None:
    assert list(as_text([UNKNOWN], "sv")) == [
        "directory/enterprises/a.yml:3:5: Okänd bransch ”x”. Menade du ”café”? [unknown-term]"
    ]
    assert next(as_text([OLD], "en")).startswith(
        "directory/enterprises/a.yml:2:1: Warning: The figure of places"
    )


def test_json() -> None:
    (found,) = json.loads("".join(as_json([UNKNOWN], "en")))
    assert found == {
        "file": "directory/enterprises/a.yml",
        "line": 3,
        "column": 5,
        "code": "unknown-term",
        "severity": "error",
        "message": 'Unknown industry "x". Did you mean "café"?',
        "facts": FACTS,
    }
    assert json.loads("".join(as_json([], "sv"))) == []


def test_a_file_name_cannot_turn_a_log_round() -> None:
    problem = Problem("directory/enterprises/\u202ea\x1b[2J\x9b\u200b.yml", 1, 1, "empty-file")
    for rendering in (as_text, as_github):
        assert not set("\u202e\x1b\x9b\u200b") & set(next(rendering([problem], "sv")))


def test_github_annotations_are_escaped() -> None:
    problem = Problem("a,b:c%\n.yml", 3, 5, "unknown-record", {"value": "100%::x"})
    assert list(as_github([problem], "en")) == [
        (
            "::error file=a%2Cb%3Ac%25\\x0a.yml,line=3,col=5,title=unknown-record::"
            'There is no record "100%25::x". '
            "Write the file name, without .yml, of a record that there is."
        )
    ]
    assert next(as_github([OLD], "sv")).startswith(
        "::warning file=directory/enterprises/a.yml,line=2,col=1,title=old-places::"
    )


def test_a_hostile_file_name_stays_on_its_line() -> None:
    problem = Problem("a\n\u202eb\udcff.yml", 1, 1, "empty-file")
    for rendering in (as_text, as_github, as_json):
        text = "".join(rendering([problem], "sv"))
        text.encode()
        assert rendering is as_json or "\n" not in text
    assert next(as_text([problem], "sv")).startswith("a\\x0a\\u202eb\\udcff.yml:1:1: ")


def test_a_suggestion_is_a_fact_where_there_is_one() -> None:
    assert suggesting("a", value="b") == {"value": "b", "suggestion": "a"}
    assert suggesting(None, value="b") == {"value": "b"}
