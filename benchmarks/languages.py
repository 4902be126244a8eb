"""Cost of one more language: the project's own site in more and more languages.

``python -m benchmarks.languages 4 10 20``
"""

import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.generators import REPOSITORY, ours
from benchmarks.memory import run
from vagvisare.reading.configuration import configuration
from vagvisare.reading.loading import load
from vagvisare.translating.newlanguage import LanguageError, files
from vagvisare.yaml.writing import write


def main() -> None:
    """Prints a line for each number of languages."""
    print(
        f"{'languages':>10}{'pages':>8}{'seconds':>9}{'work, s':>9}"
        f"{'ms/page (work)':>16}{'largest, MiB':>14}"
    )
    for number in map(int, sys.argv[1:] or ("4", "10", "20")):
        with tempfile.TemporaryDirectory(prefix="vagvisare-bench-") as folder:
            root = _root(Path(folder, "root"), number)
            own = ours(root, Path(folder))
            cost = run(own.command, own.folder, own.environment)
            pages = sum(1 for _ in own.output.rglob("*.html"))
            costs = (
                f"{cost.seconds:9.1f}{cost.work:9.1f}{1000 * cost.work / pages:16.2f}"
                f"{cost.largest / 1024**2:14.0f}"
            )
            print(f"{number:10}{pages:8}{costs}", flush=True)


def _root(root: Path, number: int) -> Path:
    """A copy of the project in ``number`` languages; the added ones have nothing translated."""
    for name in ("directory", "docs", "hooks"):
        shutil.copytree(REPOSITORY / name, root / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    vocabulary = load(root).directory.vocabulary
    for code in vocabulary.languages:
        if len(configuration(root).languages) < number:
            try:
                write(root, files(root, code, vocabulary, None))
            except LanguageError:
                continue
    return root


if __name__ == "__main__":
    main()
