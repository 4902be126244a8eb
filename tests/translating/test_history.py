"""Earlier states of a file, from a real version history."""

import subprocess
from pathlib import Path

from builders import a_root
from translating.roots import run

from vagvisare.records.texts import fingerprint
from vagvisare.translating.history import earlier

FILE = "directory/enterprises/basta-nykvarn.yml"


def _git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Test", "-c", "user.email=test@vagvisare.example")
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


def test_a_stale_text_goes_out_with_the_swedish_that_it_was_made_from(tmp_path: Path) -> None:
    root = a_root(tmp_path)
    record = root / FILE
    text = "name: Basta\nsummary: {{sv: {}, en: Café.}}\nsources: [{{title: T}}]\n"
    text += "translations: {{en: {{summary: {{from: {}, by: human}}}}}}\n"
    first = fingerprint("Kafé.")
    _git(root, "init", "-q")
    for swedish in ("Kafé.", "Kafé och bageri.", "Kafé, bageri och butik."):
        record.write_text(text.format(f"'{swedish}'", f"'{first}'"), "utf-8")
        _git(root, "add", "-A")
        _git(root, "commit", "-qm", swedish)
    assert len(list(earlier(root, FILE))) == 3
    assert run(root, "export", "--language", "en", "--output", str(root / "en.po")).exit_code == 0
    assert (
        '#| msgid "Kafé."\nmsgctxt "enterprises/basta-nykvarn/summary"\n'
        'msgid "Kafé, bageri och butik."' in (root / "en.po").read_text("utf-8")
    )


def test_without_a_history_there_is_nothing(tmp_path: Path) -> None:
    assert list(earlier(tmp_path, FILE)) == []
