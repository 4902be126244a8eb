"""The recipes of CONTRIBUTING.md, to be carried out in a scratch copy of the project."""

import re
import shutil
from pathlib import Path

from tests.site.sites import ROOT

_STEP = re.compile(
    r"^`(?P<file>[^`]+/[^`]+)`|^```\w+\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)


def steps(title: str) -> list[tuple[str, str]]:
    """The texts to write below a heading of CONTRIBUTING.md, as (file, text).

    The file is named by the nearest paragraph above that begins with a path.
    """
    whole = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    section = re.split(
        r"^#+ ", whole.partition(f"\n### {title}\n")[2], maxsplit=1, flags=re.MULTILINE
    )[0]
    found, file = [], ""
    for step in _STEP.finditer(section):
        file = step["file"] or file
        if step["text"]:
            found.append((file, step["text"]))
    return found


def a_copy(folder: Path) -> Path:
    """A copy of the source, to be put first on PYTHONPATH."""
    copied = shutil.ignore_patterns("__pycache__")
    return shutil.copytree(ROOT / "src", folder / "src", ignore=copied)


def put_in(file: Path, text: str, before: str) -> None:
    """Inserts a text into a file, before the first occurrence of ``before``."""
    content = file.read_text("utf-8")
    assert before in content, f"{file} has no {before!r}"
    file.write_text(content.replace(before, text + before, 1), "utf-8")


def add_to(file: Path, text: str) -> None:
    """Appends a text to a file."""
    file.write_text(file.read_text("utf-8") + text, "utf-8")
