"""What people type, tried in the browser on the built site, and measured by language.

``python -m benchmarks.queries FILE.jsonl [--site SITE]``; see README.md for the lines of FILE.
Ends with 1 where a figure is below `FLOORS`, with 2 where the file or the site cannot be read.
"""

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.answers import Answer, Asker
from benchmarks.generate import REPOSITORY
from benchmarks.querymeasures import Judged, Measures, judged, measures, shortfalls
from benchmarks.queryrivals import RIVALS, rival
from benchmarks.querysets import Query, SetError, read
from tests.browser.visits import launch
from tests.site.sites import LANGUAGES, served

HEADS = (
    "language",
    "queries",
    "right first",
    "within ten",
    "nDCG@10",
    "says nothing",
    "urgent first",
    "false alarms",
    "true status",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the measures by language, totals last; gives the exit code."""
    options = _options(arguments)
    try:
        queries = read(options.file, LANGUAGES)
    except (OSError, UnicodeDecodeError, SetError) as error:
        print(error, file=sys.stderr)
        return 2
    missing = [code for code in _by_language(queries) if not _page(options.site, code).is_file()]
    if missing or not queries:
        faults = [f"{_page(options.site, code)} is missing; make site" for code in missing]
        print(*(faults or [f"{options.file} has no queries"]), sep="\n", file=sys.stderr)
        return 2
    with sync_playwright() as playwright:
        browser = launch(playwright)
        found = [judged(query, answer) for query, answer in _asked(browser, options.site, queries)]
        _print_table(found)
        if options.missed:
            _print_missed(found)
        for name in options.beside:
            _print_rival(browser, name, queries)
    faults = shortfalls({code: measures(part) for code, part in _parts(found)}, measures(found))
    print(*faults, sep="\n")
    return 1 if faults else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.queries", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--site", type=Path, default=REPOSITORY / "site")
    parser.add_argument("--missed", action="store_true", help="lists what went wrong")
    parser.add_argument("--beside", nargs="*", choices=list(RIVALS), default=[])
    return parser.parse_args(arguments)


def _page(site: Path, language: str) -> Path:
    return site / language / "search" / "index.html"


def _by_language(queries: Iterable[Query]) -> Mapping[str, list[Query]]:
    found: dict[str, list[Query]] = {}
    for query in queries:
        found.setdefault(query.language, []).append(query)
    return found


def _asked(browser: Browser, site: Path, queries: Sequence[Query]) -> list[tuple[Query, Answer]]:
    """Every query with its answer: one page a language, typed one after another."""
    found = []
    with served(site) as base:
        for language, asked in _by_language(queries).items():
            with Asker(browser, base, language) as asker:
                found += [(query, asker.ask(query.query)) for query in asked]
    return found


def _print_rival(browser: Browser, name: str, queries: Sequence[Query]) -> None:
    """The same queries put to another engine; it has no urgent card and no status line."""
    print(f"\n{name}")
    found = []
    for language, asked in _by_language(queries).items():
        with rival(browser, name, language) as ask:
            found += [judged(query, ask(query.query)) for query in asked]
    _print_table(found)


def _parts(found: Sequence[Judged]) -> list[tuple[str, list[Judged]]]:
    codes = dict.fromkeys(one.query.language for one in found)
    return [(code, [one for one in found if one.query.language == code]) for code in codes]


def _print_table(found: Sequence[Judged]) -> None:
    rows = [*((code, measures(part)) for code, part in _parts(found)), ("all", measures(found))]
    print(_row(HEADS), _row(["---"] * len(HEADS)), sep="\n")
    for code, figures in rows:
        print(_row([code, *_cells(figures)]))


def _share(one: float | None) -> str:
    return "-" if one is None else f"{100 * one:.0f} %"


def _cells(figures: Measures) -> list[str]:
    ndcg = "-" if figures.ndcg is None else f"{figures.ndcg:.3f}"
    return [
        str(figures.queries),
        _share(figures.first),
        _share(figures.ten),
        ndcg,
        _share(figures.nothing),
        _share(figures.urgent),
        str(figures.alarms),
        _share(figures.status),
    ]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _print_missed(found: Sequence[Judged]) -> None:
    for one in found:
        if faults := one.faults():
            shown = ", ".join(place[0] for place in one.answer.places[:3]) or "nothing"
            print(f"{one.query.language}  {one.query.query}  [{'; '.join(faults)}]  {shown}")
            print(f"      {one.answer.status!r}")


if __name__ == "__main__":
    sys.exit(main())
