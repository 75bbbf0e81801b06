"""The woven bands: five charts of 24 by 13 cells, drawn for this product, in four dye colourways. A place code picks one.

Inspired by the order of a sinh's foot, copied from no community's cloth. A chart is given by its upper left quarter (12 by 7 cells);
the loom mirrors it, as a weaver's heddles do.
"""

from __future__ import annotations

import zlib
from functools import cache

COLUMNS, ROWS = 24, 13
#: quarter charts, 12 wide and 7 high (the seventh row is the middle); "#" first colour, "o" second, "." ground
QUARTERS = {
    "lozenge": ("o..........#", ".o........##", "..o......##.", "...#....##.o", "..###..##.oo", ".#ooo##..ooo", "##ooo##.oooo"),
    "hook": ("#....####...", "##...#..#..o", ".##.....#.oo", "..##...##..o", "o..##.##...#", "oo..###...##", "ooo..#...###"),
    "comb": ("#.#.#.#.#.#.", "#.#.#.#.#.#.", "###########o", "...o...o..oo", "..ooo.ooo..o", ".oo#ooo#oo.#", "oo###o###oo#"),
    "star": ("...o....o..#", "..ooo..ooo.#", "...o....o.##", "#........###", "##.#...#####", "###.#.####oo", "####.#####oo"),
    "naga": ("##....##....", ".##..####..o", "..####..##oo", "o..##....##o", "oo......##..", "ooo..####..#", "oo..##....##"),
}
#: ground, first, second, edge
COLOURWAYS = (
    ("#22386b", "#f6f1e4", "#e8ab1f", "#a3264b"),
    ("#a3264b", "#f6f1e4", "#e8ab1f", "#22386b"),
    ("#2f6b45", "#f6f1e4", "#e8ab1f", "#2a2422"),
    ("#2a2422", "#f6f1e4", "#a3264b", "#e8ab1f"),
)


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
def path(name: str, sign: str) -> str:
    """Return the SVG path of all cells of one colour, runs of a row joined."""
    pieces = []
    for y, row in enumerate(chart(name)):
        x = 0
        while x < COLUMNS:
            run = 0
            while x + run < COLUMNS and row[x + run] == sign:
                run += 1
            if run:
                pieces.append(f"M{x} {y}h{run}v1h-{run}z")
            x += run or 1
    return "".join(pieces)


def band_svg(code: str, *, cell: int = 3, height_cells: int = ROWS + 4) -> str:
    """Return the band of a place as an SVG that fills its width: pattern, a thin line and an edge above and below."""
    name, number = of_place(code)
    ground, first, second, edge = COLOURWAYS[number]
    identity = f"band-{name}-{number}"
    return (
        f'<svg class="weave" width="100%" height="{height_cells * cell}" aria-hidden="true" shape-rendering="crispEdges"><defs>'
        f'<pattern id="{identity}" width="{COLUMNS * cell}" height="{height_cells * cell}" patternUnits="userSpaceOnUse">'
        f'<g transform="scale({cell})"><rect width="{COLUMNS}" height="{height_cells}" fill="{ground}"/>'
        f'<rect width="{COLUMNS}" height="1" fill="{edge}"/><rect y="{height_cells - 1}" width="{COLUMNS}" height="1" fill="{edge}"/>'
        f'<g transform="translate(0 2)"><path fill="{first}" d="{path(name, "#")}"/><path fill="{second}" d="{path(name, "o")}"/></g></g></pattern></defs>'
        f'<rect width="100%" height="100%" fill="url(#{identity})"/></svg>'
    )


@cache
def hem_svg() -> str:
    """Return the foot of public pages: stepped teeth and the lozenge band above the footer."""
    teeth = "".join(f"M{12 - step * 2} {step}h{step * 4}v1h-{step * 4}z" for step in range(1, 7))
    return (
        '<svg class="hem" width="100%" height="72" aria-hidden="true" shape-rendering="crispEdges"><defs>'
        '<pattern id="hem" width="72" height="72" patternUnits="userSpaceOnUse"><g transform="scale(3)">'
        f'<path fill="var(--dye-indigo)" d="{teeth}M0 7h24v17H0z"/><path fill="var(--dye-lac)" d="M0 8h24v1H0zM0 23h24v1H0z"/>'
        f'<g transform="translate(0 10)"><path fill="var(--dye-cotton)" d="{path("lozenge", "#")}"/><path fill="var(--dye-jack)" d="{path("lozenge", "o")}"/></g>'
        '</g></pattern></defs><rect width="100%" height="72" fill="url(#hem)"/></svg>'
    )
