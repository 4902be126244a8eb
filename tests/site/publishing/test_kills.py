"""The switch itself, killed at many moments: readers have a whole site.

At the very least, no page lacks anything that it loads. Killed builds are in test_ends.py; here
only their result is published, so that there can be many.
"""

import hashlib
import os
import random
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.site.sites import published, tree
from vagvisare.site.publishing import workplace

PUBLISH = """
import errno, sys
from pathlib import Path
from tests.site.publishing.test_kills import files
from vagvisare.site.publishing import switch
from vagvisare.site.publishing.publish import Output

def unable(one, other):
    raise OSError(errno.ENOSYS, "Function not implemented")

if sys.argv[3] == "file by file":
    switch.exchange = unable
contents = files(sys.argv[1])
with Output(Path(sys.argv[2])) as output:
    for path, content in contents.items():
        output.put(path, content.encode())
    print("now", flush=True)
    output.finish(contents)
"""
STYLE = re.compile("assets/style[.0-9]*css")


def files(word: str) -> dict[str, str]:
    """A site of 600 pages that all load a style sheet of this word's own.

    Every seventh has an address of its own too.
    """
    pages = {
        f"{n % 4}/{word if n % 7 == 0 else n}/{n}/index.html": f"assets/style.{word}.css"
        for n in range(600)
    }
    assets = {f"assets/{name}.{word}.css": word for name in ("style", "print")}
    return pages | assets | {"index.html": word, "sitemap.xml": word}


def _whole(word: str) -> dict[str, str]:
    return {
        path: hashlib.sha256(content.encode()).hexdigest() for path, content in files(word).items()
    }


def _start(word: str, site: Path, way: str) -> subprocess.Popen[str]:
    facts = {"PYTHONPATH": os.pathsep.join(sys.path)}
    process = subprocess.Popen(
        [sys.executable, "-c", PUBLISH, word, str(site), way],
        env=facts,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "now\n"
    return process


def _seconds(word: str, site: Path, way: str) -> float:
    """The duration of a switch."""
    process, start = _start(word, site, way), time.monotonic()
    assert process.wait() == 0
    return time.monotonic() - start


def _kill(word: str, site: Path, way: str, after: float) -> bool:
    """Kills a build that long after its switch has begun; returns whether it was still at it."""
    process = _start(word, site, way)
    time.sleep(after)
    process.kill()
    process.wait()
    return workplace.beside(site).exists()


@pytest.mark.parametrize("kills", [10, pytest.param(150, marks=pytest.mark.slow)])
@pytest.mark.parametrize("way", ["at once", "file by file"])
def test_killed_while_the_site_is_switched(way: str, kills: int, tmp_path: Path) -> None:
    site, chance, killed = tmp_path / "out" / "site", random.Random(way), 0
    words = [f"{number:08}" for number in range(kills + 3)]
    _seconds(words[0], site, way)
    longest = _seconds(words[1], site, way)
    for number in range(2, kills + 2):
        before = published(site)
        killed += _kill(words[number], site, way, chance.uniform(0, longest))
        if way == "at once":
            assert published(site) in (before, _whole(words[number]))
        _lacks_nothing(site)
    assert killed > kills / 5, "too few were killed while they were at it"
    _seconds(words[-1], site, way)
    assert published(site) == _whole(words[-1])
    assert [path.name for path in site.parent.iterdir()] == ["site"]
    assert not [path for path in tree(site) if path.startswith(f"{workplace.NAME}/")]


def _lacks_nothing(site: Path) -> None:
    pages = list(site.rglob("*/index.html"))
    assert len(pages) >= 600
    for style in {style for page in pages for style in STYLE.findall(page.read_text())}:
        assert (site / style).is_file(), style
