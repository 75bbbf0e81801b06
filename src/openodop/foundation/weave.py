"""The woven bands: five charts of 24 by 13 cells, drawn for this product, in four dye colourways. A place code picks one of twenty.

Inspired by the order of a sinh's foot, copied from no community's cloth. A chart is given by its upper left quarter (12 by 7 cells);
the loom mirrors it, as a weaver's heddles do.
"""

from __future__ import annotations

import zlib
from functools import cache

COLUMNS, ROWS = 24, 13
#: rows of a whole band: a thin line and a row of ground on either side of the chart
BAND_ROWS = ROWS + 4
#: quarter charts, 12 wide and 7 high (the seventh row is the middle); "#" first colour, "o" second, "x" third, "." ground
QUARTERS = {
    "lozenge": ("....oo.....#", "..........##", "x........###", "xx......###.", "xxx....###.o", "oxxx..###.ox", "ooxxx###.oxx"),
    "hook": ("##........##", "###......##.", ".###....##..", "...######..x", "o...####..xx", "oo..#....xxo", "ooo.#.#.xxoo"),
    "comb": ("x.xx.xx.xx.x", "#.##.##.##.#", "############", "............", ".....oo....#", "#...oooo..##", "##.oo##oo###"),
    "star": ("##....o....x", "#....ooo...x", "....ooxoo..#", ".#...ooo..##", "..#...o..###", "x..#....####", "xx..#..####o"),
    "naga": ("oo....##....", "o....####...", "....##..##..", "...##.xx.##.", "x.##..xx..##", "###..o..o..#", "##..ooo..x.."),
}
#: ground, first, second, third; the second also draws the thin lines
COLOURWAYS = (
    ("#22386b", "#f6f1e4", "#e8ab1f", "#a3264b"),
    ("#a3264b", "#f6f1e4", "#e8ab1f", "#22386b"),
    ("#2f6b45", "#f6f1e4", "#e8ab1f", "#a3264b"),
    ("#2a2422", "#f6f1e4", "#e8ab1f", "#a3264b"),
)
#: one tooth of the foot of a page, its left half, six cells wide
TOOTH = (".....#", ".....#", "....##", "...##x", "..##xo", ".##xoo", "####xo", "#####x", "######")


def of_place(code: str) -> tuple[str, int]:
    """Return the chart's name and the colourway of a place: the same for ever, different for neighbours as a rule."""
    number = zlib.crc32(code.encode()) % (len(QUARTERS) * len(COLOURWAYS))
    return list(QUARTERS)[number % len(QUARTERS)], number // len(QUARTERS)


@cache
def chart(name: str) -> tuple[str, ...]:
    """Return the whole chart, ROWS strings of COLUMNS cells."""
    upper = [quarter + quarter[::-1] for quarter in QUARTERS[name]]
    return tuple(upper + upper[-2::-1])


@cache
def cells(rows: tuple[str, ...], sign: str) -> str:
    """Return the SVG path of all cells with one sign, runs of a row joined."""
    pieces = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            run = len(row[x:]) - len(row[x:].lstrip(sign))
            if run:
                pieces.append(f"M{x} {y}h{run}v1h-{run}z")
            x += run or 1
    return "".join(pieces)


def path(name: str, sign: str) -> str:
    """Return the SVG path of all cells of a chart that have one sign."""
    return cells(chart(name), sign)


def pattern(identity: str, rows: int, cell: int, inside: str) -> str:
    """Return an SVG that repeats `inside`, COLUMNS by `rows` cells, over its whole width."""
    width, height = COLUMNS * cell, rows * cell
    return (
        f'width="100%" height="{height}" aria-hidden="true" shape-rendering="crispEdges"><defs>'
        f'<pattern id="{identity}" width="{width}" height="{height}" patternUnits="userSpaceOnUse">'
        f'<g transform="scale({cell})">{inside}</g></pattern></defs>'
        f'<rect width="100%" height="{height}" fill="url(#{identity})"/></svg>'
    )


@cache
def band_svg(code: str, *, cell: int = 2) -> str:
    """Return the band of a place as an SVG that fills its width."""
    name, number = of_place(code)
    ground, first, second, third = COLOURWAYS[number]
    inside = (
        f'<path fill="{ground}" d="M0 0h{COLUMNS}v{BAND_ROWS}H0z"/><path fill="{second}" d="M0 0h{COLUMNS}v1H0zM0 {BAND_ROWS - 1}h{COLUMNS}v1H0z"/>'
        f'<g transform="translate(0 2)"><path fill="{first}" d="{path(name, "#")}"/><path fill="{second}" d="{path(name, "o")}"/>'
        f'<path fill="{third}" d="{path(name, "x")}"/></g>'
    )
    return '<svg class="weave" ' + pattern(f"band-{name}-{number}-{cell}", BAND_ROWS, cell, inside)


@cache
def hem_svg() -> str:
    """Return the foot of public pages: stepped teeth and the lozenge band above the footer."""
    teeth = tuple((half + half[::-1]) * 2 for half in TOOTH)
    top, bottom = len(teeth), len(teeth) + ROWS + 4
    inside = (
        f'<path fill="var(--dye-indigo)" d="{cells(teeth, "#")}M0 {top}h24v{ROWS + 4}H0z"/>'
        f'<path fill="var(--dye-lac)" d="{cells(teeth, "x")}M0 {top}h24v1H0zM0 {bottom - 1}h24v1H0z"/>'
        f'<path fill="var(--dye-jack)" d="{cells(teeth, "o")}"/><g transform="translate(0 {top + 2})">'
        f'<path fill="var(--dye-cotton)" d="{path("lozenge", "#")}"/>'
        f'<path fill="var(--dye-jack)" d="{path("lozenge", "o")}"/><path fill="var(--dye-lac)" d="{path("lozenge", "x")}"/></g>'
    )
    return '<svg class="hem" ' + pattern("hem", bottom, 3, inside)
