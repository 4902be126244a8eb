"""``vagvisare search``: what the search of a built site does not answer."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.site import sites
from vagvisare.cli import search as command
from vagvisare.cli.main import main


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["search", *map(str, arguments)])


def test_what_finds_nothing_and_what_nothing_knows_are_listed(tmp_path: Path) -> None:
    asked = tmp_path / "asked.txt"
    so = json.dumps({"language": "so", "query": "zxqwvkjq"})
    asked.write_text(f"\ufeffsfi\r\nqqzzxx\r\nqqzzxx\r\n\r\n{so}\n", "utf-8")
    done = _run(asked, "--site", sites.shipped_site())
    assert done.exit_code == 0, done.output
    assert done.stdout.splitlines() == [
        "2\tsv\tnothing\tqqzzxx\tqqzzxx",
        "1\tso\tnothing\tzxqwvkjq\tzxqwvkjq",
    ]
    assert "3 queries: 2 find nothing, 0 more have unknown words" in done.stderr


def test_a_broken_line_is_refused_with_its_place(tmp_path: Path) -> None:
    asked = tmp_path / "asked.jsonl"
    asked.write_text('sfi\n{"query": \n', "utf-8")
    done = _run(asked, "--site", tmp_path)
    assert done.exit_code == 1
    assert f"{asked}:2:" in done.stderr
    asked.write_text('{"language": "sv"}\n', "utf-8")
    assert f"{asked}:1:1: 'query' is missing" in _run(asked, "--site", tmp_path).stderr
    asked.write_bytes(b"\xff\xfe")
    assert "not UTF-8" in _run(asked, "--site", tmp_path).stderr


def test_without_a_site_or_node_it_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = tmp_path / "asked.txt"
    asked.write_text("sfi\n", "utf-8")
    done = _run(asked, "--site", tmp_path, "--language", "en")
    assert done.exit_code == 2
    assert "Build the site first." in done.stderr
    monkeypatch.setattr(command, "NODE", "no-such-program")
    done = _run(asked, "--site", sites.shipped_site(), "--language", "en")
    assert "Node is missing." in done.stderr


def test_a_language_that_the_site_lacks_is_named(tmp_path: Path) -> None:
    asked = tmp_path / "asked.txt"
    asked.write_text("sfi\n", "utf-8")
    done = _run(asked, "--site", sites.shipped_site(), "--typed-in", "xx")
    assert done.exit_code == 1
    assert "xx (sfi): sv, en, ar, so" in done.stderr
