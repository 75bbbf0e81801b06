"""Make the shapes of the districts of Lao PDR small enough for a page.

    python tools/district_shapes.py tools/shapes/districts_la.topojson

Writes src/openodop/places/data/shapes/districts_la.json: one SVG path for each district, twice. "country" is coarse (one unit is
about 1 km), for the map of the whole country; "province" is fine (one unit about 200 m), for the map of one province. Border lines
that districts share are thinned once, so that neighbours still meet. "borders" are the lines between provinces.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import topology
from topology import Point

OUT = Path(__file__).resolve().parent.parent / "src" / "openodop" / "places" / "data" / "shapes" / "districts_la.json"
KM_PER_DEGREE = 111.32
#: name -> (units for one kilometre, triangle area in square units below which a corner is left out)
SCALES = {"country": (1.0, 3.0), "province": (5.0, 12.0)}
ATTRIBUTION = (
    "National Geographic Department of Lao PDR, OCHA ROAP (COD-AB), CC BY 3.0 IGO; "
    "through geoBoundaries (Runfola et al. 2020, PLoS ONE 15(4): e0231866), simplified."
)


def main(file: Path) -> None:
    shapes = topology.read(file)
    points = [point for arc in shapes.arcs for point in arc]
    west, north = min(x for x, _ in points), max(y for _, y in points)
    shrink = math.cos(math.radians((min(y for _, y in points) + north) / 2))
    record: dict = {"licence": "CC BY 3.0 IGO", "attribution": ATTRIBUTION, "west": round(west, 5), "north": round(north, 5)}
    for name, (units, least) in SCALES.items():

        def place(point: Point, units: float = units) -> Point:
            return (point[0] - west) * KM_PER_DEGREE * shrink * units, (north - point[1]) * KM_PER_DEGREE * units

        arcs = [[(round(x), round(y)) for x, y in _thinned([place(point) for point in arc], least)] for arc in shapes.arcs]
        thin = topology.Topology(arcs, shapes.layers)
        record[name] = {
            "units_per_degree_wide": round(KM_PER_DEGREE * shrink * units, 4),
            "units_per_degree_high": round(KM_PER_DEGREE * units, 4),
            "districts": {area.properties["code"]: "".join(_closed(thin.ring(ring)) for ring in area.rings) for area in shapes.layers["districts"]},
        }
        if name == "country":
            record[name]["borders"] = "".join(_open(arcs[number]) for number in _between_provinces(shapes))
    OUT.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n")
    print(f"{len(shapes.layers['districts'])} districts, {OUT.stat().st_size:,} bytes")


def _thinned(line: list[Point], least: float) -> list[Point]:
    """Leave out, smallest first, corners whose triangle with their neighbours is smaller than `least`; ends stay (Visvalingam)."""
    line = list(line)
    while len(line) > 2:
        areas = [_triangle(line[i - 1], line[i], line[i + 1]) for i in range(1, len(line) - 1)]
        smallest = min(range(len(areas)), key=areas.__getitem__)
        # A ring of one line needs four points to stay an area.
        if areas[smallest] >= least or (line[0] == line[-1] and len(line) <= 4):
            break
        del line[smallest + 1]
    return line


def _triangle(a: Point, b: Point, c: Point) -> float:
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def _between_provinces(shapes: topology.Topology) -> list[int]:
    """Return the arcs that two provinces share."""
    uses = Counter(number if number >= 0 else ~number for area in shapes.layers["provinces"] for ring in area.rings for number in ring)
    return [number for number, times in uses.items() if times > 1]


def _steps(points: list[tuple[int, int]]) -> str:
    """Relative steps, "l3-4-2 5": shorter than places on the grid and they compress well."""
    steps = [(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(points) if (ax, ay) != (bx, by)]
    text = "".join(f"{' ' if dx >= 0 else ''}{dx}{' ' if dy >= 0 else ''}{dy}" for dx, dy in steps)
    return f"l{text.lstrip()}" if text else ""


def _closed(points: list[tuple[int, int]]) -> str:
    steps = _steps(points[:-1])
    return f"M{points[0][0]} {points[0][1]}{steps}z" if steps else ""  # an islet smaller than a unit vanishes


def _open(points: list[tuple[int, int]]) -> str:
    steps = _steps(points)
    return f"M{points[0][0]} {points[0][1]}{steps}" if steps else ""


if __name__ == "__main__":
    main(Path(sys.argv[1]))
