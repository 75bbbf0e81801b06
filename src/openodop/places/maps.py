"""Pictures of places made on the server: the stitched map of provinces and the shapes of districts. No Django, no database.

A picture is a list of shapes, each with a link, a sentence and a step of colour; templates only write it down. Data and
licences: `data/shapes/README.md`. Thailand is drawn as stitched map only (see there).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from math import dist

#: drawing units of one cell of a stitched map
CELL = 11
#: country -> file of its stitched map; "VN63" are the provinces of Viet Nam before July 2025
STITCHED = {"LA": "stitched_la", "KH": "stitched_kh", "TH": "stitched_th", "VN": "stitched_vn", "VN63": "stitched_vn63"}
WITH_DISTRICT_SHAPES = "LA"

Cell = tuple[int, int]  # row, column
Box = tuple[float, float, float, float]  # left, top, width, height


@dataclass(frozen=True)
class Area:
    """A place as a map needs it: what to write on its link, where the link leads, and its number (None: nothing is counted)."""

    code: str
    label: str
    href: str
    number: int | None = None


@dataclass(frozen=True)
class Shape:
    code: str
    label: str
    href: str
    path: str
    step: int  # 0 none … 5 most
    is_current: bool = False


@dataclass(frozen=True)
class Step:
    """A line of the legend: the colour step stands for numbers from `least` to `most`."""

    step: int
    least: int
    most: int


@dataclass(frozen=True)
class Tray:
    """A place pointed at with a line: the knot on the map, the tray beside it, two lines of words and a drawing (symbol id)."""

    href: str
    words: str
    second_words: str
    drawing: str
    knot: tuple[float, float]
    centre: tuple[float, float] = (0, 0)


@dataclass(frozen=True)
class Picture:
    box: Box
    shapes: list[Shape]
    attribution: str
    legend: list[Step] = field(default_factory=list)
    is_stitched: bool = False
    borders: str = ""
    trays: list[Tray] = field(default_factory=list)
    knot: tuple[float, float] | None = None

    @property
    def view_box(self) -> str:
        return " ".join(f"{part:g}" for part in self.box)


# --- steps of colour -----------------------------------------------------------------------------------------------------


def steps(numbers: Iterable[int | None]) -> list[Step]:
    """Return up to five colour steps of about equally many places each; places with none or unknown are no step."""
    counted = sorted(number for number in numbers if number)
    if not counted:
        return []
    distinct = sorted(set(counted))
    fifths = {counted[max(0, round(len(counted) * part / 5) - 1)] for part in range(1, 6)}
    tops = distinct if len(distinct) <= 5 else sorted(fifths)
    colours = {1: [3], 2: [2, 4], 3: [1, 3, 5], 4: [1, 2, 4, 5]}.get(len(tops), [1, 2, 3, 4, 5])
    lows = [distinct[0], *(next(number for number in distinct if number > top) for top in tops[:-1])]
    return [Step(colour, low, top) for colour, low, top in zip(colours, lows, tops, strict=True)]


def step_of(number: int | None, legend: Sequence[Step]) -> int:
    """Return the colour step of a number: 0 for none."""
    return next((step.step for step in legend if number and step.least <= number <= step.most), 0)


# --- stitched map --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Grid:
    """A stitched map as data: which cells belong to which province, and where the grid lies on the earth."""

    cells: dict[str, frozenset[Cell]]
    west: float
    north: float
    degrees_wide: float
    degrees_high: float
    attribution: str

    @property
    def size(self) -> tuple[int, int]:
        taken = [cell for cells in self.cells.values() for cell in cells]
        return max(row for row, _ in taken) + 1, max(column for _, column in taken) + 1

    def point(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Return where a place lies in drawing units."""
        return round((longitude - self.west) / self.degrees_wide * CELL, 1), round((self.north - latitude) / self.degrees_high * CELL, 1)


@cache
def grid(name: str) -> Grid:
    """Return the stitched map `name`, one of STITCHED."""
    data = _read(STITCHED[name])
    cells: dict[str, set[Cell]] = {}
    for row, line in enumerate(data["rows"]):
        for column, number in enumerate(re.findall("..", line)):
            if number != "..":
                cells.setdefault(data["prefix"] + number, set()).add((row, column))
    frozen = {code: frozenset(found) for code, found in cells.items()}
    return Grid(frozen, data["west"], data["north"], data["degrees_wide"], data["degrees_high"], data["attribution"])


@cache
def province_paths(name: str) -> dict[str, str]:
    return {code: outline(cells) for code, cells in grid(name).cells.items()}


def stitched(name: str, areas: Iterable[Area], *, current: str = "", trays: Sequence[Tray] = (), knot: tuple[float, float] | None = None) -> Picture:
    """Return the stitched map `name` with the given provinces; those that are not given are left out."""
    areas, paths = list(areas), province_paths(name)
    legend = steps(area.number for area in areas)
    shapes = [_shape(area, paths[area.code], legend, current) for area in areas if area.code in paths]
    placed, box = arrange(name, trays)
    return Picture(box, shapes, grid(name).attribution, legend, is_stitched=True, trays=placed, knot=knot)


def outline(cells: frozenset[Cell]) -> str:
    """Return the border of a set of cells as an SVG path of level and upright lines."""
    ahead: dict[tuple[int, int], list[tuple[int, int]]] = {}  # corner -> corners that follow it, clockwise around the cells
    for row, column in cells:
        a, b, c, d = (column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)
        for neighbour, start, end in (((row - 1, column), a, b), ((row, column + 1), b, c), ((row + 1, column), c, d), ((row, column - 1), d, a)):
            if neighbour not in cells:
                ahead.setdefault(start, []).append(end)
    loops = []
    while ahead:
        start = min(ahead)
        corner, loop = start, [start]
        while True:
            following = ahead[corner].pop()
            if not ahead[corner]:
                del ahead[corner]
            if following == start:
                break
            loop.append(following)
            corner = following
        loops.append(_straightened(loop))
    return "".join(_loop_path(loop) for loop in loops)


def _straightened(loop: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave out corners where the line does not turn."""
    around = zip([loop[-1], *loop[:-1]], loop, [*loop[1:], loop[0]], strict=True)
    return [here for before, here, after in around if not (before[0] == here[0] == after[0] or before[1] == here[1] == after[1])]


def _loop_path(loop: list[tuple[int, int]]) -> str:
    path = f"M{loop[0][0] * CELL} {loop[0][1] * CELL}"
    for (ax, ay), (bx, by) in pairwise(loop):
        path += f"h{(bx - ax) * CELL}" if ay == by else f"v{(by - ay) * CELL}"
    return path + "z"


# --- trays beside the map ------------------------------------------------------------------------------------------------

TRAY_RADIUS = 33
TRAY_WIDTH, TRAY_HEIGHT = 140, 118  # a tray with its two lines of words
#: how far outside the map a tray may stand, and how fine its places are tried
MARGIN, LATTICE = 88, 22

Point = tuple[float, float]


def arrange(name: str, trays: Sequence[Tray]) -> tuple[list[Tray], Box]:
    """Lay the trays around a map; the same trays are laid once and remembered."""
    return _arranged(name, tuple(trays))


@lru_cache(maxsize=64)
def _arranged(name: str, trays: tuple[Tray, ...]) -> tuple[list[Tray], Box]:
    """Put each tray near its knot where no province lies, no two trays meet and no line crosses another; return the box around all.

    A tray for which no such place is left is not drawn; the list beside the map still has its place.
    """
    rows, columns = grid(name).size
    placed: list[Tray] = []
    knots = [tray.knot for tray in trays]
    free = [centre for centre in _free_places(name) if not any(_holds(_room(centre), knot) for knot in knots)] if trays else []
    for tray in sorted(trays, key=lambda tray: tray.knot[1]):
        nearest = sorted(free, key=lambda centre: dist(centre, tray.knot))
        centre = next((centre for centre in nearest if _fits(tray.knot, centre, placed)), None)
        if centre:
            placed.append(replace(tray, centre=centre))
    rooms = [(0, 0, columns * CELL, rows * CELL), *(_room(tray.centre) for tray in placed)]
    left, top = min(room[0] for room in rooms), min(room[1] for room in rooms)
    return placed, (left, top, max(room[2] for room in rooms) - left, max(room[3] for room in rooms) - top)


@cache
def _free_places(name: str) -> tuple[Point, ...]:
    """Centres at which a tray with its words covers no province."""
    land = {cell for cells in grid(name).cells.values() for cell in cells}
    rows, columns = grid(name).size
    tried = [(x, y) for x in range(-MARGIN, columns * CELL + MARGIN, LATTICE) for y in range(TRAY_RADIUS, rows * CELL, LATTICE)]
    return tuple(centre for centre in tried if not any((row, column) in land for row, column in _cells_under(_room(centre))))


def _room(centre: Point) -> tuple[float, float, float, float]:
    """What a tray and its words cover: left, top, right, bottom."""
    x, y = centre
    return x - TRAY_WIDTH / 2, y - TRAY_RADIUS, x + TRAY_WIDTH / 2, y - TRAY_RADIUS + TRAY_HEIGHT


def _cells_under(room: tuple[float, float, float, float]) -> Iterator[Cell]:
    left, top, right, bottom = (int(edge // CELL) for edge in room)
    return ((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))


def _fits(knot: Point, centre: Point, placed: Sequence[Tray]) -> bool:
    return all(
        not _overlap(_room(centre), _room(other.centre))
        and not _cross(knot, centre, other.knot, other.centre)
        and not _hits(knot, centre, _room(other.centre))
        and not _hits(other.knot, other.centre, _room(centre))
        for other in placed
    )


def _holds(room: Sequence[float], point: Point) -> bool:
    """Whether the point lies in the room or less than a cell beside it."""
    return room[0] - CELL < point[0] < room[2] + CELL and room[1] - CELL < point[1] < room[3] + CELL


def _overlap(one: Sequence[float], other: Sequence[float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the lines a-b and c-d meet."""
    return _turn(a, b, c) != _turn(a, b, d) and _turn(c, d, a) != _turn(c, d, b)


def _turn(a: Point, b: Point, c: Point) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) > (b[1] - a[1]) * (c[0] - a[0])


def _hits(start: Point, end: Point, room: tuple[float, float, float, float]) -> bool:
    left, top, right, bottom = room
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    return any(_cross(start, end, one, other) for one, other in pairwise([*corners, corners[0]]))


# --- shapes of districts -------------------------------------------------------------------------------------------------


def has_district_shapes(code: str) -> bool:
    return code.startswith(WITH_DISTRICT_SHAPES)


def districts(areas: Iterable[Area], *, current: str = "", whole_country: bool = False) -> Picture:
    """Return the shapes of the given districts of Lao PDR, coarse for the whole country, fine for one province."""
    areas, data = list(areas), _read("districts_la")
    scale = data["country" if whole_country else "province"]
    paths = scale["districts"]
    legend = steps(area.number for area in areas)
    shapes = [_shape(area, paths[area.code], legend, current) for area in areas if area.code in paths]
    return Picture(_box(shape.path for shape in shapes), shapes, data["attribution"], legend, borders=scale.get("borders", ""))


def _shape(area: Area, path: str, legend: Sequence[Step], current: str) -> Shape:
    return Shape(area.code, area.label, area.href, path, step_of(area.number, legend), area.code == current)


def _box(paths: Iterable[str]) -> Box:
    """Return the box around paths written as "M x y l steps z"."""
    xs, ys = [0], [0]
    points = [point for path in paths for point in _points(path)]
    if points:
        xs, ys = [x for x, _ in points], [y for _, y in points]
    margin = max(max(xs) - min(xs), max(ys) - min(ys)) // 100 + 1
    return min(xs) - margin, min(ys) - margin, max(xs) - min(xs) + 2 * margin, max(ys) - min(ys) + 2 * margin


def _points(path: str) -> list[tuple[int, int]]:
    points = []
    for ring in path.split("M")[1:]:
        numbers = [int(number) for number in re.findall(r"-?\d+", ring)]
        x = y = 0
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            points.append((x, y))
    return points


@cache
def _read(name: str) -> dict:
    return json.loads((files("openodop.places") / "data" / "shapes" / f"{name}.json").read_text(encoding="utf-8"))
