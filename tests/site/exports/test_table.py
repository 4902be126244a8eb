"""vagvisare.site.exports.table: RFC 4180, and no formula."""

import csv
import io

import pytest

from vagvisare.site.exports.table import as_csv, harmless


def test_a_table_is_read_back_as_it_was() -> None:
    rows = [["0136", 'a "b", c', 3], ["", "två\nrader", 0]]
    text = as_csv(["code", "name", "number"], rows)
    assert text.startswith("code,name,number\r\n")
    read = list(csv.reader(io.StringIO(text)))[1:]
    assert read == [[str(value) for value in row] for row in rows]


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "a;=1", 'a"=1', "a,-1"])
def test_no_text_is_a_formula(text: str) -> None:
    assert "'" in harmless(text)


def test_a_number_stays_a_number() -> None:
    assert as_csv(["a"], [[-1]]) == "a\r\n-1\r\n"
    assert harmless("a-b") == "a-b"
