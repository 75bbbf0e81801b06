"""Bottles, bowls and what is in them; fish, meat and sausage."""

# ruff: noqa: E501  paths of shapes are data

from __future__ import annotations

from math import sin

from tools.drawing.strokes import Picture, Spot, blob, crescent, disc, line, shade, wobble
from tools.drawing.tray import tray

BOTTLE = "M-78 -9H-40C-30 -9 -28 -25 -12 -25H62C72 -25 76 -20 76 -12V12C76 20 72 25 62 25H-12C-28 25 -30 9 -40 9H-78z"


def bottle(content: str, dark: str, light: str, cap: str) -> str:
    """A glass bottle that lies on its side, its neck to the left."""
    return (
        blob(BOTTLE, content, edge=dark, line=3)
        + f'<path d="M-40 9C-30 9 -28 25 -12 25H62C72 25 76 20 76 12V4H-20C-34 6 -34 5 -40 9z" fill="{dark}" opacity=".4"/>'
        + line("M-14 -18H64M-70 -5H-42", light, 4, opacity=0.75)
        + blob("M-90 -11H-74V11H-90z", cap, edge=dark, line=2)
        + line("M-87 -6H-77", "#fff", 2.4, opacity=0.5)
        + blob("M4 -25H50V25H4z", "#f6f1e4")
        + '<path d="M4 -25h4v50h-4zM46 -25h4v50h-4z" fill="#a3264b"/>'
        + '<path d="M27 -15l13 15-13 15-13-15z" fill="#22386b"/><path d="M27 -7.500l6.500 7.500-6.500 7.500-6.500-7.500z" fill="#e8ab1f"/>'
    )


def lying(name: str, glass: str, around: str, spots: list[Spot], dark: str) -> Picture:
    picture = tray(Picture(name))
    picture.lay(around, spots, shadow=dark, fall=3)
    return picture.lay(glass, [Spot(120, 120, -34)], shadow=blob(f"{BOTTLE}M-90 -11H-74V11H-90z", "#3d2208"), fall=7)


def fish_sauce() -> Picture:
    return lying(
        "fish-sauce",
        bottle("#9a5418", "#4f2707", "#f0b468", "#a3264b"),
        small_fish(),
        [Spot(78, 70, -28, 0.62), Spot(166, 158, -38, 0.62), Spot(152, 182, -26, 0.62), Spot(64, 96, -40, 0.62)],
        shade(FISH),
    )


def oil() -> Picture:
    nut = blob("M-12 0C-12 -9 -3 -8 0 -5.500C3 -8 12 -9 12 0C12 9 3 8 0 5.500C-3 8 -12 9 -12 0z", "#dcb377", edge="#8a6230", line=2) + line(
        "M-8 -3h.1M-5 3h.1M6 -3h.1M7 3h.1M-7 0h.1M5 1h.1", "#a97c44", 1.6
    )
    spots = [
        Spot(70, 76, 20),
        Spot(94, 58, 70),
        Spot(64, 106, 110),
        Spot(174, 150, 30),
        Spot(150, 178, 80),
        Spot(178, 124, 130),
        Spot(120, 190, 10),
        Spot(96, 82, 140),
    ]
    return lying("oil", bottle("#e6b43a", "#8f6208", "#fbe6a4", "#2f6b45"), nut, spots, shade("M-12 0C-12 -9 12 -9 12 0C12 9 -12 9 -12 0z"))


def wine() -> Picture:
    berry = disc(9, "#5b2347", edge="#2f0e23", width=1.6) + line("M-4 -3q2 -3 5 -2.500", "#b4809f", 2)
    spots = [
        Spot(66, 82),
        Spot(82, 72),
        Spot(82, 90),
        Spot(98, 62),
        Spot(64, 100),
        Spot(166, 152),
        Spot(152, 164),
        Spot(170, 170),
        Spot(148, 184),
        Spot(184, 146),
    ]
    return lying("wine", bottle("#5f1c35", "#2c0716", "#c07f96", "#e8ab1f"), berry, spots, disc(9.5, "#3d2208"))


def bowl(content: str, light: str, rim: str = "#f3ede0", edge: str = "#8f866f", radius: float = 54) -> str:
    """A bowl from above: rim, inner wall in shade, what is in it."""
    return (
        disc(radius, rim, edge=edge, width=2.5)
        + disc(radius - 6, "#000", opacity=0.14)
        + disc(radius - 8, content)
        + f'<path d="M{-(radius - 18):g} -6A{radius - 17:g} {radius - 17:g} 0 0 1 -4 {-(radius - 18):g}" fill="none" stroke="{light}" stroke-width="5" stroke-linecap="round" opacity=".8"/>'
    )


def juice() -> Picture:
    picture = tray(Picture("juice"))
    pulp = "".join(
        line(f"M0 0L{12 * c:.1f} {12 * s:.1f}", "#fff3cf", 2) for c, s in ((sin(step * 0.785 + 1.571), sin(step * 0.785)) for step in range(8))
    )
    slice_ = disc(16, "#e58a2a", edge="#a9560f", width=2) + disc(13, "#f7bd63") + pulp
    picture.lay(slice_, [Spot(178, 84, 20), Spot(62, 150, 50), Spot(84, 176, 10), Spot(184, 154, 70)], shadow=disc(16, "#3d2208"))
    glass = (
        disc(50, "#e9f0f2", edge="#8fa5ad", width=2.5)
        + disc(44, "#f1982f")
        + '<path d="M-31 -5A31 31 0 0 1 -3 -31" fill="none" stroke="#fbd08a" stroke-width="5" stroke-linecap="round"/>'
        + f'<g transform="translate(10 10) scale(1.15)">{slice_}</g>'
        + line("M-2 -6L-46 -62", "#a3264b", 7)
        + line("M-3 -7L-46 -62", "#f6f1e4", 7, dash="5 9")
        + disc(5, "#ffc778", x=-20, y=14)
        + disc(3.5, "#ffc778", x=-26, y=4)
        + disc(4, "#ffc778", x=-10, y=26)
    )
    return picture.lay(glass, [Spot(118, 118)], shadow=disc(50, "#3d2208"), fall=7)


def generic_drink() -> Picture:
    picture = tray(Picture("generic-drink"))
    cup = (
        disc(40, "#f6f1e4", edge="#8f866f", width=2.5)
        + disc(34, "#000", opacity=0.12)
        + disc(32, "#a2662c")
        + '<path d="M-21 -4A21 21 0 0 1 -2 -21" fill="none" stroke="#e2b27a" stroke-width="4.500" stroke-linecap="round"/>'
    )
    cup += line("M-39 0A39 39 0 0 1 0 -39A39 39 0 0 1 39 0A39 39 0 0 1 0 39A39 39 0 0 1 -39 0", "#22386b", 2.2, dash="1 9")
    pot = (
        blob("M48 -10H74Q80 -10 80 -4V4Q80 10 74 10H48", "#7c3f22", edge="#43200f", line=2.5)
        + blob("M-46 -12L-72 -20L-74 -12L-48 8z", "#7c3f22", edge="#43200f", line=2.5)
        + disc(50, "#8f4a29", edge="#43200f", width=2.5)
        + disc(34, "#a55c36", edge="#6b3319", width=2)
        + disc(9, "#7c3f22", edge="#43200f", width=2)
        + '<path d="M-40 -8A41 41 0 0 1 -6 -40" fill="none" stroke="#d79a72" stroke-width="4.500" stroke-linecap="round"/>'
    )
    picture.lay(pot, [Spot(100, 92, 24)], shadow=disc(51, "#3d2208"), fall=6)
    return picture.lay(cup, [Spot(160, 158, 0, 0.92)], shadow=disc(41, "#3d2208"), fall=5)


def chilli_paste() -> Picture:
    picture = tray(Picture("chilli-paste"))
    pod = "M-24 -3C-8 -9 10 -6 27 6C8 6 -10 8 -24 3z"
    chilli = (
        blob(pod, "#c02a1d", edge="#6f120b", fat=2, line=2) + line("M-16 -2Q0 -5 13 0", "#ec8a78", 2) + line("M-25 0Q-31 -1 -34 -5", "#46701f", 3.5)
    )
    clove = blob("M-10 4C-10 -8 4 -12 12 -2C10 8 -4 12 -10 4z", "#f5ecd6", edge="#b29b6a", line=2) + line("M-6 3Q0 -5 9 -2", "#d3bf94", 1.5)
    picture.lay(
        [chilli, clove],
        [Spot(66, 84, 140), Spot(186, 116, 20), Spot(70, 166, 35), Spot(56, 120, 80), Spot(166, 178, -30), Spot(182, 86, 120)],
        shadow=shade("M-24 -5H26V7H-24z"),
    )
    dish = bowl("#a5271a", "#dd7a5c", rim="#7c4a2a", edge="#3f220f", radius=56)
    dish += "".join(
        disc(2.2, colour, x=30 * sin(step * 2.4), y=30 * sin(step * 1.7 + 1))
        for step, colour in enumerate(["#e8b04a", "#6e120a", "#e8b04a", "#7f170e"] * 5)
    )
    dish += line("M-14 16C-4 26 16 22 20 6C22 -8 6 -16 -4 -8", "#7c170f", 3.4)
    picture.lay(dish, [Spot(118, 120)], shadow=disc(56, "#3d2208"), fall=7)
    spoon = (
        blob("M-16 0C-16 -10 6 -11 12 -3C15 -1 15 1 12 3C6 11 -16 10 -16 0z", "#c18545", edge="#6d3d12", line=2.5)
        + line("M12 0H62", "#6d3d12", 8)
        + line("M12 0H62", "#c18545", 5.4)
        + blob("M-12 0C-12 -6 4 -7 8 0C4 7 -12 6 -12 0z", "#a5271a")
    )
    return picture.lay(spoon, [Spot(134, 112, -40)], shadow=shade("M-16 -8H10L14 -3H62V3H14L10 8H-16z"), fall=5)


FISH = "M-36 0C-22 -14 12 -13 26 -2L42 -12Q37 0 42 12L26 2C12 13 -22 14 -36 0z"


def small_fish() -> str:
    return (
        blob(FISH, "#8d9aa3", edge="#48545d", line=2.4)
        + '<path d="M-34 1C-20 12 12 11 26 2L12 2Q-10 5 -34 1z" fill="#dfe5e8"/>'
        + line("M-24 -6Q-4 -11 16 -5", "#c2cdd3", 2)
        + line("M-18 -7Q-14 0 -18 7", "#5b6871", 1.8)
        + line("M-8 -4q3 4 0 8M0 -4q3 4 0 8M8 -4q3 4 0 7", "#68757e", 1.4)
        + disc(2.4, "#1d2428", x=-27, y=-2)
    )


def fish() -> Picture:
    picture = tray(Picture("fish"))
    spots = wobble([Spot(122, 58 + row * 31, 0, 1.28 if row in (1, 2, 3) else 1) for row in range(5)], by=3, turn=6)
    return picture.lay(small_fish(), spots, shadow=shade(FISH), fall=5)


def meat() -> Picture:
    picture = tray(Picture("meat"))
    strip = "M-34 -8C-22 -14 -4 -9 8 -12C20 -14 34 -12 36 -4C37 5 26 9 12 8C-4 7 -16 13 -30 9C-38 6 -40 -4 -34 -8z"
    kinds = [
        blob(strip, colour, edge="#45130c", line=2.4)
        + line("M-26 -3C-10 -7 6 -2 28 -5", light, 2.2)
        + line("M-24 3C-6 0 10 4 26 2", "#5c1a11", 1.8)
        + line("M-18 -6h.1M-2 5h.1M12 -6h.1M22 -1h.1M-10 1h.1", "#f0dfae", 2.4)
        for colour, light in (("#8c2f20", "#c47a63"), ("#7b2619", "#b3654f"))
    ]
    spots = [Spot(92, 74, -20), Spot(158, 76, 18), Spot(78, 112, 8), Spot(146, 112, -10), Spot(98, 146, 16), Spot(168, 148, -22), Spot(124, 180, 2)]
    return picture.lay(kinds, spots, shadow=shade(strip), fall=5)


def sausage() -> Picture:
    picture = tray(Picture("sausage"))
    body = crescent(30, 6, 5)
    link = (
        blob(body, "#b5502f", edge="#5e200e", fat=13, line=2.6)
        + line("M-27 4Q0 -6 27 4", "#84331a", 4)
        + line("M-24 -6Q0 -21 24 -6", "#e08a64", 3)
        + line("M-34 2l-7 4M34 2l7 4", "#5e200e", 4)
        + line("M-16 -1h.1M-4 -6h.1M8 -2h.1M18 -4h.1M0 1h.1", "#f1c9a0", 2.6)
    )
    leaf = blob("M-70 -24C-40 -50 40 -50 72 -20C50 34 -46 40 -70 -24z", "#4f8a3f", edge="#28511f", line=2.4) + line(
        "M-72 -20Q0 -8 74 -18", "#a8cf8b", 3
    )
    picture.lay(leaf, [Spot(118, 138, -8, 1.06)], shadow="")
    spots = [Spot(96, 84, -16), Spot(156, 92, 14), Spot(84, 124, 6), Spot(146, 130, -10), Spot(104, 164, 10), Spot(160, 168, -14)]
    return picture.lay(link, spots, shadow=shade(body, 14), fall=6)


DRAWINGS = (fish_sauce, oil, wine, juice, generic_drink, chilli_paste, fish, meat, sausage)
