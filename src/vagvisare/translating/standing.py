"""How far each language has come: its shares of current, machine-made, stale and missing texts."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from vagvisare.languages.languages import SOURCE
from vagvisare.prose.prose import Pages
from vagvisare.records.directory import Directory
from vagvisare.records.texts import STATES, State
from vagvisare.translating.passages import is_wanted, passages

Standing = Mapping[str, Mapping[str, Mapping[State, int]]]
"""How many texts are in which state, by language and kind of passage."""


def standing(
    directory: Directory, languages: Iterable[str], pages: Pages | None = None
) -> Standing:
    """The counts of each language but Swedish, by kind."""
    known = directory.vocabulary.writings
    wanted = [known[code] for code in languages if code != SOURCE]
    found: dict[str, dict[str, Counter[State]]] = {language.code: {} for language in wanted}
    for passage in passages(directory, pages):
        for language in wanted:
            if is_wanted(passage, language):
                found[language.code].setdefault(passage.kind, Counter())[
                    passage.state(language.code)
                ] += 1
    return found


def share(counts: Mapping[State, int], state: State) -> float:
    """The share of the texts in a state, from 0 to 1."""
    return counts.get(state, 0) / (sum(counts.values()) or 1)


def as_text(found: Standing) -> Iterator[str]:
    """A table for the terminal: each language's kinds, stalest first, with each state's share."""
    yield f"{'':12}{'texts':>7}" + "".join(f"{state:>10}" for state in STATES)
    for code, kinds in found.items():
        yield code
        for kind, counts in sorted(kinds.items(), key=lambda item: _worst_first(item[1])):
            shares = (f"{outline(counts)[state]:>8} %" for state in STATES)
            yield f"  {kind:10}{sum(counts.values()):>7}" + "".join(shares)


def as_json(found: Standing) -> Iterator[str]:
    """The counts as one JSON object: language, kind, state."""
    counts = {
        code: {kind: {s: n.get(s, 0) for s in STATES} for kind, n in kinds.items()}
        for code, kinds in found.items()
    }
    yield json.dumps(counts, indent=1)


RENDERINGS: Mapping[str, Callable[[Standing], Iterator[str]]] = {"text": as_text, "json": as_json}
"""The renderings, by the name that ``--format`` takes."""


def _worst_first(counts: Mapping[State, int]) -> tuple[float, ...]:
    return tuple(-share(counts, state) for state in ("stale", "missing", "machine"))


def outline(counts: Mapping[State, int]) -> Mapping[State, int]:
    """The shares in whole per cent, adding up to 100.

    What exists is never shown as 0, nor what is incomplete as 100.
    """
    total = sum(counts.values())
    if not total:
        return dict.fromkeys(STATES, 0)
    rounded = {
        one: max(1, round(100 * counts[one] / total)) if counts.get(one) else 0 for one in STATES
    }
    most = max(STATES, key=lambda one: rounded[one])
    return {**rounded, most: 100 - sum(rounded[one] for one in STATES if one != most)}
