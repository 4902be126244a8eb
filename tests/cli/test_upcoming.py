"""The command ``vagvisare upcoming``."""

from pathlib import Path

import pytest
from builders import RECORDS, a_root, write
from click.testing import CliRunner
from world import rule

from vagvisare.cli import main


def test_what_begins_after_today_is_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798718400")  # 2026-12-31 12:00 UTC
    kommunen = {"name": "Kommunen", "kind": "kommun", "service_area": ["SE"]}
    root = a_root(tmp_path, {**RECORDS, "partners/kommunen": kommunen})
    ends = {"rules": {"kommunen": rule("kommunen", valid={"to": "2026-12-31"})}}
    write(root, "directory/responsibility/alla.yml", ends)
    result = CliRunner().invoke(main, ["upcoming", "--root", str(root)])
    assert result.exit_code == 0
    line = "2027-01-01 responsibility/alla rules kommunen: has ended"
    assert line in result.stdout.splitlines()
