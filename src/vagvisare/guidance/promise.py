"""What the site promises (``extra: promise:`` in mkdocs.yml), and whether it holds.

::

    promise:
      municipalities: ["0136", "2380"] # codes; without it: those of the projects
      never: [nobody, not-us] # outcomes that no combination there may have
      answered: 60 # at least so many of a hundred combinations are answered

A combination is a municipality, a situation, a need and a language; its outcome is that of
`vagvisare.guidance.coverage`. ``never`` holds for every two situations at once, too. The share is
needed because "never nobody" alone would still hold with every offer deleted: the municipality's
last responsibility answers for everything.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from vagvisare.guidance.coverage import ANSWERED, BROKEN, OUTCOMES, Coverage
from vagvisare.guidance.coveragereport import few, told
from vagvisare.guidance.pairs import Pairs
from vagvisare.records.directory import Directory


@dataclass(frozen=True, slots=True)
class Promise:
    """``never`` are outcomes, ``answered`` is a share in per cent: see this module."""

    municipalities: tuple[str, ...] = ()
    never: frozenset[str] = BROKEN
    answered: float = 0


def promise(written: object) -> Promise:
    """The promise as mkdocs.yml writes it, with every scalar as text.

    Raises ValueError, whose message says what to write instead.
    """
    if not written:
        return Promise()
    if not isinstance(written, dict) or (
        unknown := set(written) - {"municipalities", "never", "answered"}
    ):
        names = (
            ""
            if not isinstance(written, dict)
            else f" {', '.join(sorted(map(str, unknown)))} is none of them."
        )
        raise ValueError(
            f"promise in mkdocs.yml has the fields municipalities, never and answered.{names}"
        )
    never = _listed(written, "never", [*BROKEN])
    if wrong := [outcome for outcome in never if outcome not in OUTCOMES]:
        raise ValueError(
            f"promise: never: in mkdocs.yml: {', '.join(wrong)} is no outcome. "
            f"Outcomes: {', '.join(OUTCOMES)}"
        )
    return Promise(
        tuple(_listed(written, "municipalities", [])),
        frozenset(never),
        _share(written.get("answered", "0")),
    )


def _listed(written: dict[str, object], name: str, default: list[str]) -> list[str]:
    value = written.get(name, default)
    example = default or ['"0136"']
    if not isinstance(value, list):
        raise ValueError(  # noqa: TRY004 (a fault of the file, not of the code)
            f"promise: {name}: in mkdocs.yml is a list. Example: {name}: [{', '.join(example)}]"
        )
    return [str(one) for one in value]


def _share(value: object) -> float:
    try:
        share = float(str(value))
    except ValueError:
        share = -1
    if not 0 <= share <= 100:  # noqa: PLR2004 (per cent)
        raise ValueError(
            f"promise: answered: in mkdocs.yml is a number from 0 to 100 (per cent), not {value}"
        )
    return share


def promised(directory: Directory, promise: Promise) -> tuple[str, ...]:
    """The codes of the promised municipalities; where none are named, those of the projects.

    Raises ValueError, naming them, for codes that no municipality has.
    """
    projects = sorted(
        {code for project in directory.projects.values() for code in project.municipalities}
    )
    codes = tuple(dict.fromkeys(promise.municipalities)) or tuple(projects)
    unknown = [code for code in codes if code not in directory.vocabulary.municipalities]
    if unknown:
        raise ValueError(
            f"promise in mkdocs.yml: no municipality has the code {', '.join(unknown)} "
            "(four digits, in quotes)"
        )
    return codes


def broken(
    directory: Directory, promise: Promise, languages: Iterable[str], today: date
) -> tuple[str, ...]:
    """What does not hold of the promise on a day, one a line; empty if it holds.

    Raises ValueError as `promised` does.
    """
    codes = promised(directory, promise)
    if not codes:
        return ()
    coverage = Coverage(directory, today, tuple(languages), codes)
    pairs = Pairs(directory, today, codes)
    return (
        *told(directory, coverage.holes(promise.never)),
        *few(map(str, pairs.holes(promise.never))),
        *_too_few(coverage, promise),
    )


def _too_few(coverage: Coverage, promise: Promise) -> Iterator[str]:
    share = answered(coverage)
    if share < promise.answered:
        yield (
            f"{share:.1f} per cent of all combinations are answered, "
            f"and {promise.answered:g} are promised"
        )


def answered(coverage: Coverage) -> float:
    """How many of a hundred combinations are answered."""
    total = sum(counts.total() for counts in coverage.counts.values())
    found = sum(counts[outcome] for counts in coverage.counts.values() for outcome in ANSWERED)
    return 100 * found / total if total else 0
