"""Cloth, baskets, pots and other work of hands; wrapped food; scenes; the empty tray."""

# ruff: noqa: E501  paths of shapes are data

from __future__ import annotations

from openodop.foundation import weave
from tools.drawing.strokes import Picture, Spot, blob, disc, line, shade
from tools.drawing.tray import tray

INDIGO, LAC, JACK, COTTON, LEAF, EBONY = "#22386b", "#a3264b", "#e8ab1f", "#f6f1e4", "#2f6b45", "#2a2422"


def woven(chart: str, *, columns: int, colours: tuple[str, str, str, str], cell: float) -> str:
    """A length of band cut to a width, as cells."""
    ground, *dyes = colours
    rows = tuple((row * 3)[:columns] for row in weave.chart(chart))
    layers = [f'<path fill="{ground}" d="M0 -1h{columns}v{weave.ROWS + 2}H0z"/>']
    layers += [f'<path fill="{dye}" d="{weave.cells(rows, sign)}"/>' for sign, dye in zip("#ox", dyes, strict=True)]
    return f'<g transform="scale({cell})" shape-rendering="crispEdges">{"".join(layers)}</g>'


def shawl(
    name: str, ground: str, first: tuple[str, tuple[str, str, str, str]], second: tuple[str, tuple[str, str, str, str]], stripe: str
) -> Picture:
    """A folded length of cloth with three woven bands and a fringe."""
    picture = Picture(name)
    cell, left, top, width = 2.8, 44.4, 22, 54 * 2.8
    fringe = "".join(f"M{left + 2 + step * 5:g} {top + 187}v13" for step in range(30))
    picture.add(f'<path d="M{left + 7} {top + 9}h{width}v188h-{width}z" fill="#000" opacity=".16"/>')
    picture.add(line(fringe, stripe, 2.2) + f'<path d="M{left} {top}h{width}v188h-{width}z" fill="{ground}"/>')
    band, other = (picture.define(woven(chart, columns=54, colours=colours, cell=cell)) for chart, colours in (first, second))
    for y, which in ((14, band), (74, other), (134, band)):
        picture.add(
            f'<path d="M{left} {top + y - 8.5:g}h{width}v2.500h-{width}zM{left} {top + y + 42.4:g}h{width}v2.500h-{width}z" fill="{stripe}"/>'
        )
        picture.add(f'<use href="#{which}" transform="translate({left} {top + y})"/>')
    picture.add(f'<path d="M{left} {top}h24v188h-24z" fill="#fff" opacity=".1"/><path d="M{left + 24} {top}h2v188h-2z" fill="#000" opacity=".22"/>')
    return picture.add(
        f'<path d="M{left + 92} {top}h2v188h-2z" fill="#000" opacity=".16"/><path d="M{left + width - 14} {top}h14v188h-14z" fill="#000" opacity=".1"/>'
    )


def silk() -> Picture:
    return shawl("silk", LAC, ("star", (LAC, COTTON, JACK, INDIGO)), ("lozenge", (INDIGO, COTTON, JACK, LAC)), JACK)


def cotton() -> Picture:
    return shawl("cotton", "#2d4784", ("comb", ("#22386b", COTTON, "#9fb4de", LAC)), ("hook", (COTTON, INDIGO, "#6a84bb", "#9fb4de")), COTTON)


def generic_craft() -> Picture:
    """Thread, a shuttle and a needle: before it is any one thing."""
    picture = tray(Picture("generic-craft"))

    def ball(dark: str, middle: str, light: str) -> str:
        turns = "M-24 -10Q0 -30 24 -12M-28 0Q0 -20 28 -2M-27 10Q0 -8 27 8M-20 19Q2 4 21 18"
        cross = "M-18 -20Q-4 0 -14 24M-6 -27Q10 0 -2 28"
        return disc(29, middle, edge=dark, width=2.5) + line(turns, dark, 1.8) + line(cross, light, 2.4) + line("M-20 -12Q-10 -22 2 -24", light, 3)

    kinds = [ball("#14244d", "#2d4784", "#7f97cf"), ball("#6f1532", "#b12f57", "#e08aa2"), ball("#96690c", "#e8ab1f", "#fbdf92")]
    picture.add(line("M100 112C60 150 92 196 130 184C158 176 150 206 176 196", LAC, 3))
    picture.lay(kinds, [Spot(92, 84, 10), Spot(152, 92, 60), Spot(108, 142, 130)], shadow=disc(30, "#3d2208"), fall=6)
    shuttle_outline = "M-44 0Q0 -17 44 0Q0 17 -44 0z"
    shuttle = (
        blob(shuttle_outline, "#b9783a", edge="#5f3510", line=2.6)
        + blob("M-20 -4H20V4H-20z", "#5f3510")
        + line("M-18 0H18", JACK, 5)
        + line("M-14 -2V2M-8 -2V2M-2 -2V2M4 -2V2M10 -2V2", "#b98411", 1.4)
        + line("M-30 -3Q0 -12 30 -3", "#e0a768", 2)
    )
    return picture.lay(shuttle, [Spot(160, 156, -48)], shadow=shade(shuttle_outline), fall=5)


def basket() -> Picture:
    """Two sticky-rice baskets, with their cords."""
    picture = Picture("basket")
    identity = "baske-w"
    picture.defs.append(
        f'<pattern id="{identity}" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path fill="#a9743a" d="M0 0h12v12H0z"/>'
        '<path fill="#dcb26b" d="M0 .5h6v5H0zM6 6.500h6v5H6z"/><path fill="#c6954d" d="M6.500 0h5v6h-5zM.5 6h5v6h-5z"/></pattern>'
    )

    def one(x: float, y: float, size: float) -> str:
        body = "M-46 -34C-46 -6 -38 22 -34 46H34C38 22 46 -6 46 -34z"
        lid = "M-50 -34C-50 -58 -34 -74 0 -76C34 -74 50 -58 50 -34z"
        foot = "M-38 46H38L44 60H-44z"
        return (
            f'<g transform="translate({x} {y}) scale({size})"><ellipse cx="6" cy="62" rx="56" ry="9" fill="#000" opacity=".18"/>'
            + line("M-46 -20C-74 -110 74 -110 46 -20", LAC, 4)
            + blob(foot, "#8a5a26", edge="#5a360f", line=2)
            + line("M-30 50L-34 58M-14 50L-16 58M2 50V58M18 50L20 58M32 50L36 58", "#c6954d", 3)
            + f'<path d="{body}" fill="url(#{identity})" stroke="#5a360f" stroke-width="2.500"/><path d="M18 -34C24 -6 18 22 14 46H34C38 22 46 -6 46 -34z" fill="#3d2208" opacity=".2"/>'
            + f'<path d="{lid}" fill="url(#{identity})" stroke="#5a360f" stroke-width="2.500"/><path d="M-36 -44C-32 -60 -18 -68 -4 -69" fill="none" stroke="#f6dca4" stroke-width="4" stroke-linecap="round" opacity=".8"/>'
            + blob("M-52 -40H52V-30H-52z", "#8a5a26", edge="#5a360f", line=2)
            + line("M-46 -35H48", "#dcb26b", 2.4, dash="5 6")
            + disc(3, LAC, x=-47, y=-22)
            + disc(3, LAC, x=47, y=-22)
            + "</g>"
        )

    return picture.add(one(88, 136, 1.06), one(168, 158, 0.78))


def pottery() -> Picture:
    picture = Picture("pottery")

    def jar(x: float, y: float, size: float) -> str:
        body = "M-24 -58H24C22 -46 26 -42 36 -34C66 -10 62 46 30 62H-30C-62 46 -66 -10 -36 -34C-26 -42 -22 -46 -24 -58z"
        return (
            f'<g transform="translate({x} {y}) scale({size})"><ellipse cx="8" cy="62" rx="56" ry="10" fill="#000" opacity=".18"/>'
            + blob(body, "#b4633a", edge="#5f2b12", line=2.6)
            + '<path d="M14 -34C44 -8 40 44 12 62H30C62 46 66 -10 36 -34C28 -40 24 -46 24 -56H8C10 -46 10 -40 14 -34z" fill="#5f2b12" opacity=".3"/>'
            + line("M-38 -20C-48 -4 -50 14 -44 30", "#e2a47c", 5, opacity=0.85)
            + line("M-45 -22Q0 -10 45 -22M-53 12Q0 26 53 12", "#f0d3ae", 2.4)
            + line("M-50 -8l8 8 8 -6 9 8 9 -7 9 8 9 -7 9 7 9 -8 9 7 8 -6 8 -4", "#f0d3ae", 2.4)
            + '<ellipse cx="0" cy="-58" rx="28" ry="8" fill="#c9784b" stroke="#5f2b12" stroke-width="2.400"/><ellipse cx="0" cy="-57" rx="20" ry="4.500" fill="#4a1f0c"/></g>'
        )

    return picture.add(jar(92, 132, 1.2), jar(178, 164, 0.66))


def silver() -> Picture:
    picture = Picture("silver")
    identity = "silve-p"
    petal = "M0 -33C7 -40 7 -50 0 -58C-7 -50 -7 -40 0 -33z"
    picture.defs.append(f'<path id="{identity}" d="{petal}"/>')
    petals = "".join(f'<use href="#{identity}" transform="rotate({angle})"/>' for angle in range(0, 360, 24))
    picture.add(
        disc(92, "#000", x=128, y=130, opacity=0.16),
        '<g transform="translate(120 120)">',
        disc(92, "#b9c1cc", edge="#77818f", width=3),
        disc(84, "#dde2e8", edge="#98a2b0", width=2),
        '<circle r="76" fill="none" stroke="#8d97a6" stroke-width="5" stroke-dasharray="1 7" stroke-linecap="round"/>',
        disc(66, "#c3cad4", edge="#8d97a6", width=2),
        f'<g fill="#eef1f4" stroke="#808b9a" stroke-width="2">{petals}</g>',
        disc(28, "#aeb7c3", edge="#77818f", width=2),
        disc(18, "#d3d9e0", edge="#8d97a6", width=2),
        '<path d="M0 -11l4 7 7 4-7 4-4 7-4-7-7-4 7-4z" fill="#808b9a"/>',
        '<path d="M-62 -52A81 81 0 0 1 -8 -81" fill="none" stroke="#fff" stroke-width="6" stroke-linecap="round"/><path d="M52 62A81 81 0 0 1 20 78" fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round" opacity=".7"/></g>',
    )
    return picture


def paper() -> Picture:
    picture = Picture("paper")
    sheet = "M-66 -82L-40 -85L-8 -82L30 -84L66 -81L68 -40L65 0L67 44L65 82L24 84L-10 81L-44 84L-67 81L-65 40L-68 -4L-65 -44z"
    flower = "".join(f'<ellipse rx="4.500" ry="9" cy="-10" fill="#c5476b" transform="rotate({angle})"/>' for angle in range(0, 360, 72)) + disc(
        4, JACK
    )
    fibres = line(
        "M-50 -60q14 8 26 -2M-20 -34q10 -8 22 2M26 -58q12 4 22 -6M-46 20q12 8 20 -4M16 14q14 6 26 -4M-20 58q16 6 24 -4M34 52q8 8 18 2", "#d8c392", 1.8
    )
    leaf = blob("M-15 0C-8 -7 8 -7 16 0C8 6 -8 6 -15 0z", "#5f8a4a") + line("M-18 0H14", "#a8c48b", 1.5)
    for x, y, turn, tint in ((128, 130, 9, "#e5d4a8"), (116, 120, -7, "#f1e6c8"), (120, 116, 2, "#f8f0da")):
        picture.add(
            f'<g transform="translate({x} {y}) rotate({turn})"><path d="{sheet}" transform="translate(4 6)" fill="#000" opacity=".12"/><path d="{sheet}" fill="{tint}" stroke="#c7b282" stroke-width="1.500"/></g>'
        )
    picture.add(f'<g transform="translate(120 116) rotate(2)">{fibres}</g>')
    picture.lay(leaf, [Spot(92, 96, 24), Spot(140, 88, -30), Spot(158, 140, 60), Spot(102, 156, -16), Spot(128, 124, 100)])
    return picture.lay(flower, [Spot(112, 78, 10), Spot(146, 116, 40, 0.8), Spot(92, 132, 0, 1.1), Spot(134, 164, 20, 0.9)])


def soap() -> Picture:
    picture = tray(Picture("soap"))
    bar_outline = "M-36 -16Q-36 -24 -28 -24H28Q36 -24 36 -16V16Q36 24 28 24H-28Q-36 24 -36 16z"
    petal = blob("M0 0C5 -6 5 -12 0 -16C-5 -12 -5 -6 0 0z", "#f3dce4", edge="#b0617d", line=1.6)
    flower = "".join(f'<g transform="rotate({angle})">{petal}</g>' for angle in range(0, 360, 72)) + disc(4, JACK)

    def bar(colour: str, dark: str, light: str, sign: str) -> str:
        return (
            blob(bar_outline, colour, edge=dark, line=2.6)
            + line("M-29 -12Q-29 -18 -23 -18H22", light, 3)
            + blob("M-26 -14H26V14H-26z", colour, edge=dark, line=1.2)
            + line("M-26 14H26V-14", light, 1.4, opacity=0.7)
            + sign
        )

    signs = (
        line("M-12 4C-8 -10 8 -10 14 -2C6 6 -6 8 -12 4M-14 6L10 -1", "#4f7a3c", 2),
        '<path d="M0 -9l9 9-9 9-9-9z" fill="none" stroke="#96690c" stroke-width="2.200"/><path d="M0 -4l4 4-4 4-4-4z" fill="#96690c"/>',
        line("M-12 2q4 -7 8 0t8 0 8 0M-12 8q4 -7 8 0t8 0 8 0M-12 -4q4 -7 8 0t8 0 8 0", "#8a5f50", 1.8),
    )
    bars = [
        bar("#c3d9a8", "#6a8a4c", "#e4f0d2", signs[0]),
        bar("#f0cf7c", "#a97b1d", "#fbebbe", signs[1]),
        bar("#e8cbbb", "#a87a66", "#f8e8df", signs[2]),
    ]
    picture.lay(bars, [Spot(88, 84, -14), Spot(150, 118, 12), Spot(96, 158, -6)], shadow=shade(bar_outline), fall=6)
    return picture.lay(flower, [Spot(164, 70, 0, 1.15), Spot(168, 172, 30), Spot(142, 178, 10, 0.8)], shadow=disc(14, "#3d2208"), fall=3)


def river_weed() -> Picture:
    picture = tray(Picture("river-weed"))
    sheet = "M-52 -38L-20 -40L18 -37L52 -39L51 -4L53 37L16 39L-22 37L-52 39L-53 2z"
    specks = "M-40 -24h.1M-14 -32h.1M20 -22h.1M42 -30h.1M-46 4h.1M-18 -2h.1M8 6h.1M34 -2h.1M-34 26h.1M-4 30h.1M24 24h.1M44 20h.1M-26 12h.1M14 -8h.1M-6 -16h.1M46 -10h.1"
    tomato = disc(8.5, "#c8402c", edge="#7d1b12", width=1.6) + disc(5.5, "#e2735c") + line("M-2 -1h.1M2 -2h.1M1 2.500h.1", "#f7d9a0", 1.8)
    clove = blob("M-6 2C-6 -5 3 -7 7 -1C6 5 -2 7 -6 2z", "#f1e6c6", edge="#b79f63", line=1.4)
    drawn = (
        blob(sheet, "#24452b", edge="#0f2415", line=2.4)
        + line(
            "M-46 -20C-20 -30 -4 -10 22 -22S46 -18 50 -24M-48 8C-22 -4 -6 16 20 4S44 8 50 2M-46 28C-20 18 -2 34 22 26S42 30 48 26M-30 -36C-24 -12 -36 8 -28 36M12 -36C4 -14 18 8 10 36",
            "#3f6b45",
            2,
        )
        + line(specks, "#efe0b0", 3)
        + "".join(
            f'<g transform="translate({x} {y})">{what}</g>'
            for x, y, what in (
                (-34, -14, tomato),
                (2, -24, tomato),
                (36, 8, tomato),
                (-14, 18, tomato),
                (28, -16, clove),
                (-40, 14, clove),
                (10, 22, clove),
            )
        )
    )
    return picture.lay(drawn, [Spot(92, 86, -13, 0.92), Spot(146, 116, 9, 0.92), Spot(96, 156, -4, 0.92)], shadow=shade(sheet), fall=6)


def generic_food() -> Picture:
    """Parcels in banana leaf, tied with bamboo."""
    picture = tray(Picture("generic-food"))
    outline = "M-36 -19L-29 -23H29L36 -19V19L29 23H-29L-36 19z"
    parcel = (
        blob(outline, "#4b8440", edge="#234719", line=2.8)
        + blob("M-36 -19L-12 0L-36 19zM36 -19L12 0L36 19z", "#619a50", edge="#2c561f", line=1.4)
        + line("M-30 -18H28M-26 -10H24M-18 -3H16M-20 6H20M-28 14H28", "#78ad64", 1.5)
        + line("M-10 -23V23M12 -23V23", "#8a6428", 4.6)
        + line("M-10 -23V23M12 -23V23", "#e3c27c", 2.8)
        + line("M-10 0q8 -8 22 0", "#e3c27c", 2.6)
    )
    spots = [Spot(92, 76, -16), Spot(156, 92, 14), Spot(84, 124, 6), Spot(150, 138, -12), Spot(98, 170, 10)]
    return picture.lay(parcel, spots, shadow=shade(outline), fall=6)


def empty() -> Picture:
    return tray(Picture("empty"))


def pouch() -> Picture:
    picture = Picture("pouch")
    picture.add(
        '<path d="M74 40h104l6 168H70z" fill="#000" opacity=".16"/>',
        '<path d="M66 32h108l6 166q-60 8-120 0z" fill="#d2a768" stroke="#94692f" stroke-width="2.500"/><path d="M66 32h108l.8 20H65.200z" fill="#bb8d4b"/>',
        line("M66 38H174M66 45H174", "#94692f", 1.2, dash="3 3"),
        '<path d="M76 56L70 190" stroke="#ecd0a0" stroke-width="5" opacity=".7"/><path d="M166 54l6 144 8 0-6-166-9 0z" fill="#94692f" opacity=".35"/>',
        '<path d="M80 76h80l2 100H78z" fill="#fbf7ec" stroke="#c8b283" stroke-width="1.500"/><path d="M120 84l16 16-16 16-16-16z" fill="#22386b"/><path d="M120 92l8 8-8 8-8-8z" fill="#fbf7ec"/><path d="M120 96l4 4-4 4-4-4z" fill="#e8ab1f"/>',
        line("M96 126H144", "#22386b", 5) + line("M102 136H138", "#858a99", 3),
        f'<g transform="translate(79 147)">{woven("lozenge", columns=33, colours=(INDIGO, COTTON, JACK, LAC), cell=2.5)}</g>',
    )
    return picture


def dryer_house() -> Picture:
    """A greenhouse dryer: the dome that lets in sun and keeps out rain and flies."""
    picture = Picture("dryer-house")
    strip = line("M-13 0Q0 -7 13 0", "#552808", 8) + line("M-13 0Q0 -7 13 0", "#b0641f", 5.5) + line("M-9 -3Q0 -7.500 7 -4", "#e9a864", 1.6)
    picture.add(
        '<path d="M0 0h240v240H0z" fill="#dbe8ee"/>',
        disc(21, "#e8ab1f", x=196, y=46),
        disc(27, "#e8ab1f", x=196, y=46, opacity=0.25),
        '<path d="M0 150C20 118 50 112 78 138C96 118 120 122 134 142C160 112 206 116 240 146V180H0z" fill="#7fa58c"/><path d="M0 164C30 138 60 146 84 160C120 140 190 140 240 162V184H0z" fill="#5f8f6e"/>',
        '<path d="M0 178h240v62H0z" fill="#c9b37e"/><path d="M0 178h240v7H0z" fill="#b39a62"/>',
        '<ellipse cx="124" cy="207" rx="98" ry="8" fill="#000" opacity=".16"/><path d="M28 206V146C28 84 76 60 120 60C164 60 212 84 212 146V206z" fill="#f4f8fb" opacity=".86"/>',
    )
    for y in (140, 164, 188):
        picture.add(line(f"M44 {y + 7}H196", "#8a5a26", 4))
    picture.lay(strip, [Spot(60 + column * 30, 140 + row * 24) for row in range(3) for column in range(5)])
    picture.add(
        '<path d="M40 196C40 120 60 84 104 72C80 92 66 124 64 196z" fill="#fff" opacity=".55"/>',
        '<path d="M28 206V146C28 84 76 60 120 60C164 60 212 84 212 146V206M70 206V116C72 88 92 64 120 60M170 206V116C168 88 148 64 120 60M120 60V206M29 140H211" fill="none" stroke="#51637c" stroke-width="3"/>',
        line("M22 206H218", "#51637c", 5),
    )
    return picture


DRAWINGS = (silk, cotton, generic_craft, basket, pottery, silver, paper, soap, river_weed, generic_food, empty, pouch, dryer_house)
