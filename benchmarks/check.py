"""Benchmark of reading and checking all records.

``python -m benchmarks.check --records 1000 10000 25000``
"""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.generate import generate
from benchmarks.generators import REPOSITORY
from benchmarks.memory import run


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints a row per size: median seconds, CPU seconds and peak memory, and the cost per file."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.check", description=__doc__)
    parser.add_argument("--records", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args(arguments)
    print(
        f"{'records':>8}{'files':>8}{'seconds':>9}{'work, s':>9}{'MiB':>7}"
        f"{'ms/file':>9}{'KiB/file':>10}"
    )
    for records in options.records:
        with tempfile.TemporaryDirectory(prefix="vagvisare-bench-") as folder:
            print(_row(records, Path(folder) / "root", options.runs), flush=True)


def _row(records: int, root: Path, runs: int) -> str:
    generate(records, root)
    files = sum(1 for _ in (root / "directory").rglob("*.yml"))
    command = [sys.executable, "-m", "vagvisare", "check", "--root", str(root)]
    costs = [run(command, root, {"PYTHONPATH": str(REPOSITORY / "src")}) for _ in range(runs)]
    seconds, work, memory = (
        statistics.median(values)
        for values in zip(*((c.seconds, c.work, c.largest) for c in costs), strict=True)
    )
    each = f"{1000 * seconds / files:9.2f}{memory / 1024 / files:10.1f}"
    return f"{records:8}{files:8}{seconds:9.1f}{work:9.1f}{memory / 1024**2:7.0f}{each}"


if __name__ == "__main__":
    main()
