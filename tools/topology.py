"""Reading TopoJSON: shared border lines ("arcs") stored once, as steps on a whole-number grid. Used by the map tools only."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

Point = tuple[float, float]


@dataclass(frozen=True)
class Area:
    """A province or district: its properties and its rings as lists of arc numbers (negative: walked backwards)."""

    properties: dict[str, str]
    rings: list[list[int]]


@dataclass(frozen=True)
class Topology:
    arcs: list[list[Point]]  # longitude, latitude in degrees (WGS 84)
    layers: dict[str, list[Area]]

    def line(self, number: int) -> list[Point]:
        return self.arcs[number] if number >= 0 else self.arcs[~number][::-1]

    def ring(self, numbers: list[int]) -> list[Point]:
        points: list[Point] = []
        for number in numbers:
            points += self.line(number)[1:] if points else self.line(number)
        return points


def read(file: Path) -> Topology:
    data = json.loads(file.read_text())
    (wide, high), (west, south) = data["transform"]["scale"], data["transform"]["translate"]
    arcs = []
    for steps in data["arcs"]:
        x = y = 0
        points = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            points.append((x * wide + west, y * high + south))
        arcs.append(points)
    layers = {name: [_area(geometry) for geometry in layer["geometries"]] for name, layer in data["objects"].items()}
    return Topology(arcs, layers)


def _area(geometry: dict) -> Area:
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    return Area(geometry["properties"], [ring for polygon in polygons for ring in polygon])
