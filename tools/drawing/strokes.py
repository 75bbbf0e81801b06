"""Brushes: how pieces are shaped, turned and laid out. Numbers are in a square of 240 by 240, light falls from the upper left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, hypot, radians, sin

CENTRE = 120
GOLDEN_ANGLE = 137.508


@dataclass(frozen=True)
class Spot:
    """Where a piece lies: place, turn in degrees, size."""

    x: float
    y: float
    turn: float = 0
    size: float = 1

    def transform(self, dx: float = 0, dy: float = 0) -> str:
        parts = f"translate({number(self.x + dx)} {number(self.y + dy)})"
        if self.turn % 360:
            parts += f"rotate({number(self.turn % 360)})"
        if self.size != 1:
            parts += f"scale({number(self.size, 2)})"
        return parts


def number(value: float, digits: int = 1) -> str:
    return f"{round(value, digits):g}"


def polar(distance: float, angle: float) -> tuple[float, float]:
    """The point at an angle (degrees, clockwise from the right) and distance from the middle of the picture."""
    return CENTRE + distance * cos(radians(angle)), CENTRE + distance * sin(radians(angle))


def ring(count: int, radius: float, *, start: float = 0, lean: float = 0, size: float = 1) -> list[Spot]:
    """Pieces in a circle, each turned outwards by `lean` degrees more than its place."""
    angles = [start + 360 / count * index for index in range(count)]
    return [Spot(*polar(radius, angle), angle + lean, size) for angle in angles]


def heap(count: int, reach: float, *, turn: float = 97, size: float = 1, from_: float = 0.5) -> list[Spot]:
    """Pieces strewn by the golden angle, as seeds lie in a flower: even, and never in rows."""
    spots = []
    for index in range(count):
        angle = index * GOLDEN_ANGLE
        spots.append(Spot(*polar(reach * ((index + from_) / count) ** 0.5, angle), index * turn % 360, size))
    return spots


def wobble(spots: Iterable[Spot], *, by: float, turn: float = 0) -> list[Spot]:
    """Move each piece a little, by a fixed rule, so that a heap looks laid by hand."""
    moved = []
    for index, spot in enumerate(spots):
        moved.append(Spot(spot.x + by * sin(index * 2.4), spot.y + by * cos(index * 3.7), spot.turn + turn * sin(index * 5.1), spot.size))
    return moved


def blob(outline: str, fill: str, *, edge: str = "", fat: float = 0, line: float = 3) -> str:
    """A filled shape; `fat` swells it by a round stroke of its own colour, `edge` draws a darker rim around."""
    pieces = []
    if edge:
        pieces.append(f'<path d="{outline}" fill="{edge}" stroke="{edge}" stroke-width="{number(fat + line)}" stroke-linejoin="round"/>')
    swell = f' stroke="{fill}" stroke-width="{number(fat)}" stroke-linejoin="round"' if fat else ""
    return "".join(pieces) + f'<path d="{outline}" fill="{fill}"{swell}/>'


def line(outline: str, colour: str, width: float, *, opacity: float = 1, dash: str = "") -> str:
    extra = (f' opacity="{number(opacity, 2)}"' if opacity != 1 else "") + (f' stroke-dasharray="{dash}"' if dash else "")
    return f'<path d="{outline}" fill="none" stroke="{colour}" stroke-width="{number(width)}" stroke-linecap="round" stroke-linejoin="round"{extra}/>'


def disc(radius: float, fill: str, *, x: float = 0, y: float = 0, edge: str = "", width: float = 1.5, opacity: float = 1) -> str:
    place = (f' cx="{number(x)}"' if x else "") + (f' cy="{number(y)}"' if y else "")
    rim = f' stroke="{edge}" stroke-width="{number(width)}"' if edge else ""
    see = f' opacity="{number(opacity, 2)}"' if opacity != 1 else ""
    return f'<circle r="{number(radius)}"{place} fill="{fill}"{rim}{see}/>'


def polygon(corners: Iterable[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in corners) + "z"


def crescent(half: float, bend: float, thick: float) -> str:
    """A bent body lying along x: outer edge above, inner edge below; swell it to round its tips."""
    return f"M{number(-half)} 0Q0 {number(-2 * bend - thick)} {number(half)} 0Q0 {number(-2 * bend + thick)} {number(-half)} 0z"


def inside(spot: Spot, reach: float) -> bool:
    return hypot(spot.x - CENTRE, spot.y - CENTRE) <= reach


class Picture:
    """Collects the layers of one drawing; pieces that repeat are drawn once and used many times."""

    def __init__(self, name: str) -> None:
        self.name, self.defs, self.layers, self._count = name, [], [], 0
        #: short start of ids inside the drawing, unique among drawings because several may stand in one page
        self.mark = name.split("-")[-1][:5]

    def add(self, *layers: str) -> Picture:
        self.layers.extend(layers)
        return self

    def define(self, drawn: str) -> str:
        self._count += 1
        identity = f"{self.mark}{self._count}"
        self.defs.append(f'<g id="{identity}">{drawn}</g>')
        return identity

    def lay(self, drawn: str | list[str], spots: Iterable[Spot], *, shadow: str = "", fall: float = 3) -> Picture:
        """Lay a piece (or several kinds in turn) on every spot; `shadow` is the outline that darkens the ground below."""
        spots = list(spots)
        kinds = [self.define(one) for one in ([drawn] if isinstance(drawn, str) else drawn)]
        if shadow:
            dark = self.define(shadow)
            self.add(
                '<g opacity=".28">' + "".join(f'<use href="#{dark}" transform="{spot.transform(fall * 0.7, fall)}"/>' for spot in spots) + "</g>"
            )
        uses = (f'<use href="#{kinds[index % len(kinds)]}" transform="{spot.transform()}"/>' for index, spot in enumerate(spots))
        return self.add("".join(uses))

    def inner(self) -> str:
        return (f"<defs>{''.join(self.defs)}</defs>" if self.defs else "") + "".join(self.layers)


DARK = "#3d2208"


def shade(outline: str, fat: float = 0) -> str:
    """The silhouette of a piece for its shadow."""
    return blob(outline, DARK, fat=fat)
