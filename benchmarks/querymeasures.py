"""How well queries are answered: right first, right within ten, nDCG, honesty, and danger first."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.answers import Answer
from benchmarks.querysets import Query

TEN = 10
EXPECTED, ALSO = 2.0, 1.0
"""What a hit gains in nDCG."""
FLOORS = {"first": 0.80, "ten": 0.92, "urgent": 1.0, "nothing": 1.0}
"""The lowest shares that pass."""
APART = 0.08
"""How far a language may be behind another, in right first and right within ten."""
URGENT = "urgent#"


@dataclass(frozen=True, slots=True)
class Judged:
    """A query, its answer, and whether that is right. None: it is not asked of this query."""

    query: Query
    answer: Answer
    first: bool | None
    ten: bool | None
    ndcg: float | None
    nothing: bool | None
    urgent: bool | None
    alarm: bool
    status: bool | None

    def faults(self) -> list[str]:
        """What is wrong with the answer, in words."""
        named = {
            "not first": self.first is False,
            "not within ten": self.ten is False,
            "does not say nothing": self.nothing is False,
            "danger not first": self.urgent is False,
            "false alarm": self.alarm,
            "status untrue": self.status is False,
        }
        return [name for name, wrong in named.items() if wrong]


@dataclass(frozen=True, slots=True)
class Measures:
    """Shares (0-1) over some queries, None where no query asks for it; ``alarms`` is a number."""

    queries: int
    first: float | None
    ten: float | None
    ndcg: float | None
    nothing: float | None
    urgent: float | None
    alarms: int
    status: float | None


def judged(query: Query, answer: Answer) -> Judged:
    """How right an answer is."""
    places = answer.places
    ranks = [_gain(query, place) for place in places[:TEN]]
    asked = bool(query.expected) and not query.none
    return Judged(
        query,
        answer,
        first=ranks[:1] == [EXPECTED] if asked else None,
        ten=EXPECTED in ranks if asked else None,
        ndcg=_ndcg(query, places) if asked else None,
        nothing=not places and answer.says_nothing if query.none else None,
        urgent=_danger_first(query, answer) if query.urgent else None,
        alarm=answer.urgent and not query.urgent and not _about_danger(query),
        status=answer.status_is_true(),
    )


def _same(found: str, wanted: str) -> bool:
    """A page without a fragment is meant with all its parts."""
    return found == wanted or ("#" not in wanted and found.partition("#")[0] == wanted)


def _gain(query: Query, place: Sequence[str]) -> float:
    for wanted, gain in ((query.expected, EXPECTED), (query.also, ALSO)):
        if any(_same(found, one) for found in place for one in wanted):
            return gain
    return 0.0


def _ndcg(query: Query, places: Sequence[Sequence[str]]) -> float:
    """Discounted gain of the first ten, as a share of the best that was possible.

    An address that is found twice gains once.
    """
    seen: set[str] = set()
    gains = []
    for place in places[:TEN]:
        wanted = [
            one for one in (*query.expected, *query.also) if any(_same(f, one) for f in place)
        ]
        gains.append(_gain(query, place) if set(wanted) - seen else 0.0)
        seen |= set(wanted)
    best = [EXPECTED] * len(query.expected) + [ALSO] * len(query.also)
    return min(1.0, _discounted(gains) / _discounted(best[:TEN]))


def _discounted(gains: Sequence[float]) -> float:
    return sum(gain / math.log2(rank + 2) for rank, gain in enumerate(gains))


def _about_danger(query: Query) -> bool:
    return any(one.startswith(URGENT) for one in (*query.expected, *query.also))


def _danger_first(query: Query, answer: Answer) -> bool:
    """Whether the card of help in danger is on top, and of the kind of danger that is expected."""
    kinds = {one for one in query.expected if one.startswith(URGENT)}
    return answer.urgent and (not kinds or bool(kinds & set(answer.places[0])))


def measures(found: Sequence[Judged]) -> Measures:
    """The measures of some queries."""

    def share(name: str) -> float | None:
        return _mean([one for judge in found if (one := getattr(judge, name)) is not None])

    return Measures(
        queries=len(found),
        first=share("first"),
        ten=share("ten"),
        ndcg=share("ndcg"),
        nothing=share("nothing"),
        urgent=share("urgent"),
        alarms=sum(one.alarm for one in found),
        status=share("status"),
    )


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


def shortfalls(languages: Mapping[str, Measures], total: Measures) -> list[str]:
    """What is below the floors, a line each."""
    return [*_below(total), *_behind(languages)]


def _below(total: Measures) -> Iterator[str]:
    for name, floor in FLOORS.items():
        share = getattr(total, name)
        if share is not None and share < floor:
            yield f"{name}: {100 * share:.1f} %, wanted {100 * floor:.0f} %"


def _behind(languages: Mapping[str, Measures]) -> Iterator[str]:
    for name in ("first", "ten"):
        shares = {
            code: share
            for code, figures in languages.items()
            if (share := getattr(figures, name)) is not None
        }
        if shares and max(shares.values()) - min(shares.values()) > APART:
            last = min(shares, key=shares.__getitem__)
            behind = 100 * (max(shares.values()) - shares[last])
            yield f"{name}: {last} is {behind:.1f} points behind, at most {100 * APART:.0f}"
