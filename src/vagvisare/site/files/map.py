"""The map of Sweden's municipalities and counties, as SVG paths.

The boundaries are those of Statistics Sweden (``boundaries/README.md``), as TopoJSON: borders are
*arcs*, each kept once, in steps from point to point of a grid, and a municipality consists of rings
of arcs. An arc is converted to points once, so neighbours share exactly the same points and the map
has no gaps.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from math import atan2, atanh, cos, radians, sin, tan
from typing import Any, NamedTuple

UNIT = 250
"""Metres per unit: less than a pixel where a county fills the screen."""
EARTH = 6_371_000
"""The earth's mean radius in metres (IUGG)."""
MERIDIAN = 15.0
"""Degrees east: the projection's middle, as in SWEREF 99 TM, used for Sweden's official maps."""


class Point(NamedTuple):
    """Units east of the meridian, and units downwards, as in SVG."""

    x: int
    y: int


class Box(NamedTuple):
    """The bounding box of an area, in units."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Area:
    """A municipality on the map: its code (SCB), the path of its outline, and its box."""

    code: str
    outline: str
    box: Box


@dataclass(frozen=True, slots=True)
class Map:
    """Everything that is drawn. ``borders`` is the path of borders between counties, each once."""

    box: Box
    municipalities: tuple[Area, ...]
    borders: str


Arcs = Sequence[Sequence[Point]]
Shape = Sequence[Sequence[int]]
"""The rings of an area, each a list of arc numbers; ``~number`` is the arc reversed."""


@lru_cache(maxsize=4)
def sweden(municipalities: tuple[str, ...]) -> Map:
    """The map of these municipalities and of the borders between the counties that contain them.

    ``municipalities`` are codes, in the order of the map. One without a known boundary is left out;
    without any, the map is empty and so is its box.
    """
    topology = _topology()
    arcs = [_points(steps, topology["transform"]) for steps in topology["arcs"]]
    known, counties = (_shapes(topology["objects"][name]) for name in ("kommun", "lan"))
    shown = {code[:2] for code in municipalities}
    areas = tuple(_area(code, known[code], arcs) for code in municipalities if code in known)
    borders = _borders((shape for code, shape in counties.items() if code in shown), arcs)
    return Map(
        _holding([corner for area in areas for corner in _corners(area.box)]), areas, borders
    )


@lru_cache(maxsize=1)
def _topology() -> Mapping[str, Any]:
    topology: Mapping[str, Any] = json.loads(
        (files("vagvisare.site") / "boundaries" / "sweden.topojson").read_bytes()
    )
    return topology


def _points(
    steps: Iterable[Sequence[int]], transform: Mapping[str, Sequence[float]]
) -> list[Point]:
    """An arc of the topology as points of the map, merging those that the map cannot tell apart."""
    scale, origin = transform["scale"], transform["translate"]
    found: list[Point] = []
    x = y = 0
    for step_x, step_y in steps:
        x, y = x + step_x, y + step_y
        point = projected(x * scale[0] + origin[0], y * scale[1] + origin[1])
        if not found or found[-1] != point:
            found.append(point)
    return found


def projected(longitude: float, latitude: float) -> Point:
    """The point on the map of a place in degrees (WGS 84).

    The transverse Mercator projection gives Sweden the shape that people know from its official
    maps. It projects a sphere: an ellipsoid would make no visible difference.
    """
    east, north = radians(longitude - MERIDIAN), radians(latitude)
    x = EARTH * atanh(sin(east) * cos(north))
    y = EARTH * atan2(tan(north), cos(east))
    return Point(round(x / UNIT), round(-y / UNIT))


def _shapes(collection: Mapping[str, Any]) -> dict[str, Shape]:
    """The areas of a collection by code.

    An area's parts and the holes in them are all rings: the even-odd rule fills them.
    """
    found: dict[str, Shape] = {}
    for geometry in collection["geometries"]:
        parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        found[geometry["properties"]["code"]] = [ring for part in parts for ring in part]
    return found


def _ring(ring: Iterable[int], arcs: Arcs) -> list[Point]:
    """The points of a ring; the last is the first again.

    Each arc begins where the previous one ends.
    """
    found: list[Point] = []
    for number in ring:
        points = arcs[number] if number >= 0 else arcs[~number][::-1]
        found += points[1:] if found else points
    return found


def _area(code: str, shape: Shape, arcs: Arcs) -> Area:
    rings = [_ring(ring, arcs) for ring in shape]
    outline = "".join(f"{_line(ring[:-1])}z" for ring in rings if len(set(ring)) > 2)  # noqa: PLR2004 (a triangle is the least)
    return Area(code, outline, _holding([point for ring in rings for point in ring]))


def _borders(shapes: Iterable[Shape], arcs: Arcs) -> str:
    """The arcs that two areas share."""
    used = Counter(
        number if number >= 0 else ~number for shape in shapes for ring in shape for number in ring
    )
    return "".join(
        _line(arcs[number])
        for number, times in sorted(used.items())
        if times > 1 and len(arcs[number]) > 1
    )


def _line(points: Sequence[Point]) -> str:
    """A path from point to point.

    Relative steps are short, and a minus separates two numbers as well as a space does.
    """
    steps = " ".join(f"{there.x - here.x} {there.y - here.y}" for here, there in pairwise(points))
    return f"M{points[0].x} {points[0].y}l{steps}".replace(" -", "-")


def _holding(points: Sequence[Point]) -> Box:
    if not points:
        return Box(0, 0, 0, 0)
    left, top = min(point.x for point in points), min(point.y for point in points)
    return Box(
        left, top, max(point.x for point in points) - left, max(point.y for point in points) - top
    )


def _corners(box: Box) -> tuple[Point, Point]:
    return Point(box.x, box.y), Point(box.x + box.width, box.y + box.height)
