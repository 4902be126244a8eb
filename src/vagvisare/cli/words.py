"""What the commands say themselves, in Swedish and English.

That is how many problems there are, and what is wrong with their use.
"""

from collections.abc import Sequence

import click

from vagvisare.problems import system
from vagvisare.problems.messages import visible
from vagvisare.problems.problems import Problem
from vagvisare.records.freshness import ClockError


def summary(problems: Sequence[Problem], files: int, language: str) -> str:
    """The last line: how many errors and warnings in how many files."""
    errors = sum(problem.severity == "error" for problem in problems)
    counts = {"errors": errors, "warnings": len(problems) - errors}
    words = _SUMMARY[language]
    found = [_counted(count, words[name]) for name, count in counts.items() if count]
    return words["line"][0].format(
        found=words["and"][0].join(found) or words["none"][0], files=_counted(files, words["files"])
    )


_SUMMARY = {
    "sv": {
        "line": ("{found} i {files}.",),
        "none": ("Inga problem",),
        "and": (" och ",),
        "errors": ("fel", "fel"),
        "warnings": ("varning", "varningar"),
        "files": ("fil", "filer"),
    },
    "en": {
        "line": ("{found} in {files}.",),
        "none": ("No problems",),
        "and": (" and ",),
        "errors": ("error", "errors"),
        "warnings": ("warning", "warnings"),
        "files": ("file", "files"),
    },
}
_WRONG_USE = {
    "sv": {
        "no-directory": "Det finns ingen mapp {value} i {root}. Ange rätt mapp med --root.",
        "no-path": "Det finns ingen fil eller mapp {value}.",
        "outside": "{value} ligger inte i {root}.",
        "no-enterprise": "Det finns inget företag {value}.",
        "no-kind": "Det finns inget slags plats {value}.",
        "no-figure": "Ange --available, --maximum eller båda.",
        "no-places": "Filen {value} kan inte läsas. Bygg webbplatsen först.",
        "no-node": "Node saknas. Installera Node 20 eller senare: det kör sökningens egna skript.",
        "no-site": "Filen {value} finns inte eller är ingen söksida. Bygg webbplatsen först.",
        "near": "Menade du {near}?",
    },
    "en": {
        "no-directory": "There is no folder {value} in {root}. Give the right one with --root.",
        "no-path": "There is no file or folder {value}.",
        "outside": "{value} does not lie in {root}.",
        "no-enterprise": "There is no enterprise {value}.",
        "no-kind": "There is no kind of places {value}.",
        "no-figure": "Give --available, --maximum or both.",
        "no-places": "The file {value} cannot be read. Build the site first.",
        "no-node": "Node is missing. Install Node 20 or later: it runs the search's own scripts.",
        "no-site": "The file {value} does not exist or is no search page. Build the site first.",
        "near": "Did you mean {near}?",
    },
}


def refused(error: OSError | ClockError, language: str) -> str:
    """What the system refuses, and what to do."""
    return (
        error.told(language) if isinstance(error, ClockError) else system.refused(error, language)
    )


def _counted(count: int, words: tuple[str, ...]) -> str:
    return f"{count} {words[0] if count == 1 else words[1]}"


def wrong_use(
    code: str, language: str, value: object = "", root: object = "", near: str | None = None
) -> click.UsageError:
    """The error for a command used wrongly, by a code of ``_WRONG_USE``.

    ``near`` is what may have been meant.
    """
    words = _WRONG_USE[language]
    hint = f" {words['near'].format(near=near)}" if near else ""
    return click.UsageError(
        words[code].format(value=visible(str(value)), root=visible(str(root))) + hint
    )


def no_such(what: str, value: str, near: str | None) -> click.UsageError:
    """The error for something that does not exist, in English only."""
    return click.UsageError(
        f'There is no {what} "{visible(value)}".' + (f" Did you mean {near}?" if near else "")
    )
