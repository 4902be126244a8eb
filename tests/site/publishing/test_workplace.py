"""vagvisare.site.publishing.workplace: one build of a site at a time, and nothing left behind."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from vagvisare.site.publishing import workplace
from vagvisare.site.publishing.refusal import Refused

HOLD = """
import sys, time
from pathlib import Path
from vagvisare.site.publishing import workplace
kept = workplace.taken(Path(sys.argv[1]))
(kept.folder / "new").mkdir()
print("taken", flush=True)
time.sleep(60)
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "public" / "site"


def _holder(site: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(site)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "taken\n"
    return process


def test_nothing_is_left_not_even_the_folders_above(site: Path, tmp_path: Path) -> None:
    kept = workplace.taken(site)
    (kept.folder / "new").mkdir()
    kept.close()
    assert list(tmp_path.iterdir()) == []


def test_another_build_is_named_and_a_killed_one_is_followed(site: Path) -> None:
    process = _holder(site)
    with pytest.raises(Refused, match="busy") as refused:
        workplace.taken(site)
    for language in ("sv", "en"):
        assert str(process.pid) in refused.value.told(language)
    process.kill()
    process.wait()
    kept = workplace.taken(site)
    assert [path.name for path in kept.folder.iterdir()] == [workplace.LOCK]
    kept.close()


def test_one_process_builds_a_site_once_at_a_time(site: Path) -> None:
    kept = workplace.taken(site)
    with pytest.raises(Refused, match="busy"):
        workplace.taken(site)
    kept.close()
    workplace.taken(site).close()


def test_a_lock_of_nobody_is_waited_for_a_while(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = workplace.taken(site)
    (kept.folder / workplace.LOCK).write_text(
        "4194305"
    )  # of no process: Linux has none above 4194304
    monkeypatch.setattr(workplace, "PATIENCE", 0.2)
    start = time.monotonic()
    with pytest.raises(Refused, match="busy"):
        workplace.taken(site)
    assert time.monotonic() - start >= 0.2
    kept.close()


@pytest.mark.parametrize("name", [".site.vagvisare", ".site.vagvisare/thesis.doc"])
def test_what_has_the_workplace_s_name_and_is_none_stays(name: str, site: Path) -> None:
    (site.parent / name).parent.mkdir(parents=True, exist_ok=True)
    (site.parent / name).write_text("theirs")
    with pytest.raises(Refused, match="in-the-way"):
        workplace.taken(site)
    assert (site.parent / name).read_text() == "theirs"


def test_where_nothing_can_be_written_nothing_is_left(site: Path, tmp_path: Path) -> None:
    program = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))\n" + HOLD
    done = subprocess.run(
        [sys.executable, "-c", program, str(site)], capture_output=True, text=True, check=False
    )
    assert "File too large" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="may write everywhere")
def test_it_stands_in_the_site_where_nothing_can_stand_beside_it(site: Path) -> None:
    site.mkdir(parents=True)
    site.parent.chmod(0o555)
    try:
        kept = workplace.taken(site)
        assert kept.folder.parent == site
        kept.close()
        assert list(site.iterdir()) == []
    finally:
        site.parent.chmod(0o755)
