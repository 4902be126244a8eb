"""The command ``vagvisare worth``."""

from pathlib import Path

from builders import a_root
from click.testing import CliRunner

from vagvisare.cli import main


def test_it_prints_a_line_for_each_question(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["worth", "--persons", "20", "--root", str(a_root(tmp_path))])
    assert result.exit_code == 0
    assert result.stdout.startswith("20 persons, ")
    assert any(line.startswith("needs  ") for line in result.stdout.splitlines())


def test_no_persons_are_wrong_use(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["worth", "--persons", "0", "--root", str(a_root(tmp_path))])
    assert result.exit_code == 2
