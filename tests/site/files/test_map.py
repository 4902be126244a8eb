"""The map: every municipality is on it, outlines close, neighbours meet, Sweden is in place."""

import gzip
import re
from itertools import pairwise

import pytest
import world

from vagvisare.site.files.map import Area, Map, Point, projected, sweden

CODES = tuple(world.real().vocabulary.municipalities)
WHOLE = sweden(CODES)
NEIGHBOURS = [
    ("0136", "0127"),
    ("0183", "0180"),
    ("1280", "1230"),
    ("2305", "2380"),
    ("0136", "0138"),
    ("2584", "2523"),
]
STRANGERS = [("0136", "1280"), ("0980", "0180"), ("2584", "0183")]
Edge = frozenset[Point]


def _rings(path: str) -> list[list[Point]]:
    """The points of each ring or line of a path, as a browser resolves its relative steps."""
    assert re.fullmatch(r"(M-?\d+ ?-?\d+l[-\d ]+z?)*", path), path
    found = []
    for start, steps in re.findall(r"M([^l]+)l([^Mz]+)", path):
        numbers = [int(number) for number in re.findall(r"-?\d+", steps)]
        (x, y), ring = (int(number) for number in re.findall(r"-?\d+", start)), []
        ring.append(Point(x, y))
        for step_x, step_y in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + step_x, y + step_y
            ring.append(Point(x, y))
        found.append(ring)
    return found


def _edges(area: Area) -> set[Edge]:
    rings = _rings(area.outline)
    return {frozenset(edge) for ring in rings for edge in pairwise([*ring, ring[0]])}


def _area(code: str, whole: Map = WHOLE) -> Area:
    return next(area for area in whole.municipalities if area.code == code)


def _holds(area: Area, point: Point) -> bool:
    """Whether a point is inside an outline, by the even-odd rule."""
    inside = False
    for ring in _rings(area.outline):
        for a, b in pairwise([*ring, ring[0]]):
            if (a.y > point.y) != (b.y > point.y) and point.x < (b.x - a.x) * (point.y - a.y) / (
                b.y - a.y
            ) + a.x:
                inside = not inside
    return inside


def test_every_municipality_is_there_once_and_in_the_order_asked_for() -> None:
    assert len(CODES) == 290
    assert tuple(area.code for area in WHOLE.municipalities) == CODES


def test_outlines_are_closed_rings_with_an_inside() -> None:
    for area in WHOLE.municipalities:
        assert area.outline.count("z") == area.outline.count("M") >= 1, area.code
        for ring in _rings(area.outline):
            assert len(set(ring)) == len(ring) >= 3, area.code
            assert abs(sum(a.x * b.y - b.x * a.y for a, b in pairwise([*ring, ring[0]]))) > 0, (
                area.code
            )


def test_most_municipalities_hold_the_point_that_the_vocabulary_has_for_them() -> None:
    """Only a few points may lie outside, and never far.

    The outlines are simplified, so a point near the water may fall outside its own.
    """
    municipalities = world.real().vocabulary.municipalities
    outside = []
    for area in WHOLE.municipalities:
        place = municipalities[area.code]
        point = projected(place.longitude, place.latitude)
        if not _holds(area, point):
            outside.append(area.code)
            assert area.box.x - 20 <= point.x <= area.box.x + area.box.width + 20, area.code
            assert area.box.y - 20 <= point.y <= area.box.y + area.box.height + 20, area.code
    assert len(outside) < 15, outside


def test_the_box_is_sweden_s() -> None:
    """Sweden is about 1,570 km long and 500 km wide on the ground.

    On the map, islands and curvature included, it is 640 km wide.
    """
    x, y, width, height = WHOLE.box
    assert 1_520 < height / 4 < 1_600
    assert 600 < width / 4 < 680
    assert (x, y) == (
        min(a.box.x for a in WHOLE.municipalities),
        min(a.box.y for a in WHOLE.municipalities),
    )
    north, south = _area("2584"), _area("1287")
    assert north.box.y == y, "Kiruna is the farthest north"
    assert south.box.y + south.box.height == y + height, "Trelleborg is the farthest south"


def test_the_projection_keeps_the_distances_of_the_ground() -> None:
    """Malmö and Kiruna are 1,400 km apart as the crow flies, Göteborg and Stockholm 397 km."""
    municipalities = world.real().vocabulary.municipalities
    places = {
        code: projected(municipalities[code].longitude, municipalities[code].latitude)
        for code in CODES
    }
    assert projected(15.0, 0.0) == Point(0, 0)
    for here, there, metres in (("1280", "2584", 1_420_000), ("1480", "0180", 397_000)):
        a, b = places[here], places[there]
        assert 250 * ((a.x - b.x) ** 2 + (a.y - b.y) ** 2) ** 0.5 == pytest.approx(metres, rel=0.04)


@pytest.mark.parametrize(("here", "there"), NEIGHBOURS)
def test_neighbours_share_their_border_point_by_point(here: str, there: str) -> None:
    assert _edges(_area(here)) & _edges(_area(there))


@pytest.mark.parametrize(("here", "there"), STRANGERS)
def test_who_are_no_neighbours_share_nothing(here: str, there: str) -> None:
    assert not _edges(_area(here)) & _edges(_area(there))


def test_no_border_belongs_to_three() -> None:
    used: dict[Edge, int] = {}
    for area in WHOLE.municipalities:
        for edge in _edges(area):
            used[edge] = used.get(edge, 0) + 1
    assert max(used.values()) == 2


def test_county_borders_part_municipalities_of_two_counties() -> None:
    counties: dict[Edge, set[str]] = {}
    for area in WHOLE.municipalities:
        for edge in _edges(area):
            counties.setdefault(edge, set()).add(area.code[:2])
    lines = [frozenset(edge) for line in _rings(WHOLE.borders) for edge in pairwise(line)]
    assert len(lines) == len(set(lines)) > 400
    assert set(lines) == {edge for edge, codes in counties.items() if len(codes) == 2}


def test_some_municipalities_alone() -> None:
    few = sweden(("0136", "0183", "1280"))
    assert [area.code for area in few.municipalities] == ["0136", "0183", "1280"]
    assert _area("0183", few) == _area("0183")
    assert few.box.height < WHOLE.box.height
    assert few.borders == "", "Stockholm and Skåne do not meet"


def test_what_has_no_boundary_is_not_on_the_map() -> None:
    assert [area.code for area in sweden(("0136", "9999")).municipalities] == ["0136"]
    assert sweden(("9999",)) == Map((0, 0, 0, 0), (), "")
    assert sweden(()).municipalities == ()


def test_the_map_is_small_and_always_the_same() -> None:
    paths = (
        "".join(
            f'<path data-code="{area.code}" d="{area.outline}"/>' for area in WHOLE.municipalities
        )
        + WHOLE.borders
    )
    assert len(gzip.compress(paths.encode())) < 20_000
    sweden.cache_clear()
    assert sweden(CODES) == WHOLE
