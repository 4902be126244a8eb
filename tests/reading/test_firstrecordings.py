"""vagvisare.reading.firstrecordings: the texts that most depends on come first, and fit in time."""

from functools import cache
from itertools import pairwise

import pytest

from tests.site import sites
from vagvisare.reading.firstrecordings import first_lines
from vagvisare.records.directory import Directory
from vagvisare.site.building.site import Site


@cache
def _directory() -> Directory:
    return Site.load(sites.ROOT, today=sites.TODAY).directory


@pytest.mark.parametrize("language", sites.LANGUAGES)
def test_two_minutes_are_filled_and_not_more(language: str) -> None:
    lines = list(first_lines(_directory(), language, 2, sites.TODAY))
    assert 100 < sum(line.seconds for line in lines) <= 120
    assert all(line.text for line in lines)


def test_whom_to_call_in_danger_comes_first_and_each_text_once() -> None:
    lines = list(first_lines(_directory(), "so", 60, sites.TODAY))
    assert lines[0].record.id == "112"
    assert {"112", "bris", "kvinnofridslinjen"} <= {line.record.id for line in lines[:8]}
    ways = [(line.record.id, line.path) for line in lines]
    assert len(ways) == len(set(ways))
    kinds = [line.path for line in lines]
    assert all(not (one == "say" and other == "summary") for one, other in pairwise(kinds))
