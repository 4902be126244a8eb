"""Benchmark of a full build from scratch, beside other generators.

``python -m benchmarks.build --against eleventy hugo``; see README.md.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generate import generate
from benchmarks.generators import OTHERS, Generator, ours
from benchmarks.memory import Cost, run

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Result:
    """One generator at one size: the median of its runs, and its output."""

    name: str
    records: int
    pages: int
    size: int
    cost: Cost


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the table."""
    options = _options(arguments)
    with tempfile.TemporaryDirectory(prefix="vagvisare-bench-", dir=options.memory_fs) as folder:
        print(
            f"Files on {options.memory_fs}"
            f"{'' if str(options.memory_fs) == '/dev/shm' else ' (no memory file system)'};",  # noqa: S108 (named, not written to by its name)
            _machine(),
        )
        results = []
        for records in options.records:
            for result in _measure(records, options.against, options.runs, Path(folder)):
                results.append(result)
                print(row(result), flush=True)
    for line in linearity(results):
        print(line)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    shared = Path("/dev/shm")  # noqa: S108 (a memory file system is what is wanted)
    parser = argparse.ArgumentParser(prog="python -m benchmarks.build", description=__doc__)
    parser.add_argument("--records", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--against", nargs="*", choices=[*OTHERS, []], default=[])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument(
        "--memory-fs", type=Path, default=shared if shared.is_dir() else Path(tempfile.gettempdir())
    )
    return parser.parse_args(arguments)


def _machine() -> str:
    pages, size = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
    return (
        f"{os.cpu_count()} cores, {pages * size / 1024**3:.0f} GiB, "
        f"load {os.getloadavg()[0]:.1f}\n{_HEAD}"
    )


_HEAD = (
    f"{'':10}{'records':>8}{'pages':>8}{'seconds':>9}{'work, s':>9}{'pages/s':>9}"
    f"{'largest':>10}{'together':>10}{'MB':>8}{'B/page':>8}"
)


def row(result: Result) -> str:
    """A row of the table: memory in MiB, median seconds, and ``work``, the seconds of all cores."""
    cost = result.cost
    return (
        f"{result.name:10}{result.records:8}{result.pages:8}{cost.seconds:9.1f}{cost.work:9.1f}"
        f"{result.pages / cost.seconds:9.0f}"
        f"{cost.largest / MEBIBYTE:10.0f}{cost.together / MEBIBYTE:10.0f}"
        f"{result.size / 1e6:8.1f}{result.size / result.pages:8.0f}"
    )


def _measure(records: int, against: Iterable[str], runs: int, folder: Path) -> Iterator[Result]:
    root, work = folder / f"root-{records}", folder / f"work-{records}"
    generate(records, root)
    work.mkdir()
    own = ours(root, work)
    yield _result(own, records, runs)
    for name in against:
        try:
            other = OTHERS[name](root, work, own.output)
            yield _result(other, records, runs)
            shutil.rmtree(other.output)
        except (OSError, subprocess.CalledProcessError) as error:
            print(
                f"{name:10}{records:8} failed: {error}\n{getattr(error, 'output', None) or ''}",
                file=sys.stderr,
            )
    shutil.rmtree(root)
    shutil.rmtree(work)


def _result(generator: Generator, records: int, runs: int) -> Result:
    """Builds ``runs`` times from scratch; each figure is the median of the runs."""
    costs = []
    for _ in range(runs):
        shutil.rmtree(generator.output, ignore_errors=True)
        costs.append(run(generator.command, generator.folder, generator.environment))
    middle = Cost(
        statistics.median(cost.seconds for cost in costs),
        statistics.median(cost.work for cost in costs),
        int(statistics.median(cost.largest for cost in costs)),
        int(statistics.median(cost.together for cost in costs)),
    )
    sizes = [file.stat().st_size for file in generator.output.rglob("*.html")]
    return Result(generator.name, records, len(sizes), sum(sizes), middle)


def linearity(results: Sequence[Result]) -> Iterator[str]:
    """The cost per page at each size, for each generator measured at more than one."""
    for name in dict.fromkeys(result.name for result in results):
        sizes = [result for result in results if result.name == name]
        if len(sizes) > 1:
            costs = (
                f"{r.records}: {1000 * r.cost.seconds / r.pages:.2f} ms, "
                f"{r.cost.together / r.pages / 1024:.1f} KiB"
                for r in sizes
            )
            yield f"{name} a page at " + "; ".join(costs)


if __name__ == "__main__":
    main()
