"""Bananas in their five ways, other fruit and vegetables."""

# ruff: noqa: E501  paths of shapes are data

from __future__ import annotations

from math import sin

from tools.drawing.strokes import Picture, Spot, blob, crescent, disc, heap, line, polar, ring, shade, wobble
from tools.drawing.tray import tray

DRIED = crescent(24, 10, 8)
SLICE = "M-34 0C-24 -11 22 -12 35 -1C24 11 -22 11 -34 0z"
HALF = crescent(25, 7, 7)


def banana_dried() -> Picture:
    picture = tray(Picture("banana-dried"))
    fruit = (
        blob(DRIED, "#a55a1c", edge="#552808", fat=9, line=2.5)
        + line("M-22 2.500Q0 -8.500 22 2.500", "#7c3f12", 4.5, opacity=0.8)
        + line("M-22 -3Q0 -27 22 -3", "#cf8234", 4.5)
        + line("M-13 -13.500Q-1 -20 11 -14.500", "#f6c98c", 2.6)
        + line("M-11 -6.500Q1 -12 13 -6", "#8a4915", 1.6)
        + line("M-27 1.500l-2 1.500M27 1.500l2 1.500", "#3a1c07", 4.5)
    )
    spots = [*wobble(ring(12, 62, start=8, lean=-40), by=1.2, turn=4), Spot(120, 114, 6, 0.84), Spot(119, 127, 186, 0.84)]
    return picture.lay(fruit, spots, shadow=shade(DRIED, 10), fall=5)


def banana_chips() -> Picture:
    picture = tray(Picture("banana-chips"))
    # shadows belong to the round pieces themselves, which are therefore never turned
    kinds = [
        f'<g opacity=".28">{disc(14.5, "#3d2208", x=2, y=3)}</g>'
        + disc(14, colour, edge="#b47a1d", width=1.6)
        + disc(10.5, rim, edge="#e3b04a", width=1)
        + f'<path d="M0 -2v-5M2 1l4 3M-2 1l-4 3" transform="rotate({turn})" stroke="#a8711c" stroke-width="1.800" stroke-linecap="round"/>'
        for colour, rim, turn in (("#f0c75e", "#f7dc8b", 20), ("#eabd4e", "#f3d27a", 75), ("#f4d271", "#fae5a2", 48), ("#f0c75e", "#f7dc8b", 100))
    ]
    spots = [Spot(spot.x, spot.y, 0, 0.92 + 0.13 * sin(index * 2.1)) for index, spot in enumerate(heap(36, 81))]
    return picture.lay(kinds, spots[::-1])


def banana_butter() -> Picture:
    picture = tray(Picture("banana-butter"))
    strip = (
        blob(SLICE, "#edb93f", edge="#a06a10", fat=3, line=2.4)
        + blob("M-31 0C-20 -8 20 -8.500 31 -1C20 5 -20 6 -31 0z", "#f8d875")
        + line("M-22 0Q0 -2.500 23 -.5", "#d79a26", 1.6)
        + line("M-18 -3.500h.1M-11 2.500h.1M-4 -4.500h.1M4 2.500h.1M11 -4h.1M18 1.500h.1", "#9c6712", 2)
    )
    spots = [*wobble(ring(14, 55, start=5, lean=6, size=0.94), by=1.5, turn=5), Spot(118, 116, 28, 0.86), Spot(123, 125, 152, 0.8)]
    return picture.lay(strip, spots, shadow=shade(SLICE, 4), fall=4)


def banana_candy() -> Picture:
    picture = tray(Picture("banana-candy"))

    def sweet(dark: str, middle: str, light: str) -> str:
        fan = "M-12 -5L-23 -9.500L-20.500 -3L-24 0L-20.500 3L-23 9.500L-12 5z"
        other = "M12 -5L23 -9.500L20.500 -3L24 0L20.500 3L23 9.500L12 5z"
        body = "M-13 -8Q0 -11 13 -8Q15 0 13 8Q0 11 -13 8Q-15 0 -13 -8z"
        heart = "M0 -5.500L4.500 0L0 5.500L-4.500 0z"
        return (
            blob(fan + other, middle, edge=dark, line=1.8)
            + line("M-13 -2L-20 -5M-13 2L-20 5M13 -2L20 -5M13 2L20 5", dark, 1.1)
            + blob(body, middle, edge=dark, line=1.8)
            + f'<path d="{heart}" fill="#fff" opacity=".9"/>'
            + line("M-9 -6.500Q0 -8.500 9 -6.500", light, 2)
        )

    kinds = [
        sweet("#6f1532", "#b12f57", "#e0879f"),
        sweet("#96690c", "#e8ab1f", "#fbe19a"),
        sweet("#1c4a2e", "#34794e", "#8cc0a0"),
        sweet("#14244d", "#2d4784", "#8fa5d8"),
    ]
    spots = wobble(ring(10, 69, start=14, lean=55), by=4, turn=38) + wobble(ring(4, 30, start=35, lean=20), by=3, turn=44)
    return picture.lay(kinds, spots, shadow=shade("M-23 -8L-12 -7Q0 -11 13 -8L23 -8V8L12 7Q0 11 -13 8L-23 8z"), fall=4)


def banana_chocolate() -> Picture:
    picture = tray(Picture("banana-chocolate"))
    body = crescent(29, 6, 9)
    fruit = (
        blob(body, "#eaa74c", edge="#8a5012", fat=7, line=2.4)
        + line("M14 -9Q22 -6 28 -1", "#f9d08c", 2.6)
        + '<path d="M-33 -1C-35 5 -29 8 -24 5Q-8 -1 9 3.500C13 5 16 2 13 -2L15 -6L11 -10L14 -15Q-10 -25 -29 -6C-32 -4 -32 -4 -33 -1z" fill="#47210f" stroke="#2a1006" stroke-width="1.800"/>'
        + line("M-22 -8.500Q-8 -15.500 5 -13.500", "#8a5a3c", 2.8)
        + line("M-19 1l6 -11M-8 -1l5 -13M3 1l3 -12", "#6e3d22", 1.6)
    )
    picture.lay(fruit, ring(9, 57, start=6, lean=4), shadow=shade(body, 8), fall=5)
    bowl = disc(20, "#8f5c2a", edge="#5d3712", width=2) + disc(16, "#3d1b0b") + line("M-9 2Q0 -10 9 -2Q8 7 -1 6Q-6 4 -2 0", "#6b3a1f", 2.6)
    return picture.lay(bowl, [Spot(120, 120)], shadow=disc(20, "#3d2208"), fall=4)


def fruit() -> Picture:
    picture = tray(Picture("fruit"))
    mango_outline = "M-27 3C-30 -14 -8 -24 12 -17C30 -11 32 8 15 16C0 23 -24 20 -27 3z"
    mango = blob(mango_outline, "#eda32b", edge="#9a5d0c", line=2.5) + blob(
        "M-20 2C-20 -12 -4 -18 10 -13C-2 -10 -8 0 -6 12C-14 12 -20 9 -20 2z", "#f8c75a"
    )
    mango += '<path d="M12 -17C30 -11 32 8 15 16C22 4 20 -8 12 -17z" fill="#d8662b" opacity=".55"/>' + line("M-26 -1l-5 -4", "#5d3712", 3)
    lime = (
        disc(14, "#7ea53c", edge="#48651a", width=2)
        + '<path d="M-8 -5a9 9 0 0 1 9 -5" fill="none" stroke="#c6dc8e" stroke-width="3" stroke-linecap="round"/>'
        + disc(1.8, "#3f5a16", x=3, y=4)
    )
    pulp = "".join(
        line(f"M0 0L{x:.1f} {y:.1f}", "#fbe9b4", 2)
        for x, y in ((polar(12, angle)[0] - 120, polar(12, angle)[1] - 120) for angle in range(0, 360, 45))
    )
    half = disc(15, "#e58a2a", edge="#a9560f", width=2) + disc(12.5, "#f6b95a") + pulp
    picture.lay(
        mango, [Spot(84, 92, -18, 1.15), Spot(150, 84, 30, 1.15), Spot(116, 138, 8, 1.2), Spot(70, 142, 75)], shadow=shade(mango_outline), fall=6
    )
    picture.lay(
        [lime, half],
        [
            Spot(168, 146, 0, 1.15),
            Spot(120, 52, 0, 1.1),
            Spot(182, 116, 0, 1.1),
            Spot(100, 182, 0, 1.1),
            Spot(142, 176, 0, 1.2),
            Spot(118, 100, 0, 1.1),
        ],
        shadow=disc(14.5, "#3d2208"),
        fall=4,
    )
    return picture


def vegetables() -> Picture:
    picture = tray(Picture("vegetables"))
    leaf_outline = "M-34 0C-26 -17 2 -19 14 -8C24 -8 34 -4 36 0C34 4 24 8 14 8C2 19 -26 17 -34 0z"
    leaf = (
        blob(leaf_outline, "#4f8a3f", edge="#28511f", line=2.4)
        + line("M-26 0H40", "#cfe3b4", 3.4)
        + line("M-16 0l-5 -8M-4 0l-5 -11M8 0l-4 -7M-16 0l-5 8M-4 0l-5 11M8 0l-4 7", "#8fbb77", 1.8)
    )
    tomato = (
        disc(15, "#cc3b2a", edge="#7d1b12", width=2)
        + line("M0 0l0 -8M0 0l7 -4M0 0l6 6M0 0l-6 6M0 0l-7 -4", "#3f7230", 3)
        + '<path d="M-9 -3a10 10 0 0 1 6 -7" fill="none" stroke="#f3a294" stroke-width="2.800" stroke-linecap="round"/>'
    )
    round_slice = (
        disc(12, "#5f9a48", edge="#2f5c22", width=2)
        + disc(9.5, "#e4efc4")
        + line("M0 -4.500h.1M4 -1.500h.1M2.500 4h.1M-2.500 4h.1M-4 -1.500h.1", "#9dbb6c", 2.6)
    )
    egg = (
        disc(13, "#6a4a86", edge="#3b2550", width=2)
        + line("M0 0l0 -6M0 0l5 4M0 0l-5 4", "#6ea05a", 3.4)
        + '<path d="M-8 -3a9 9 0 0 1 5 -6" fill="none" stroke="#b79dcc" stroke-width="2.600" stroke-linecap="round"/>'
    )
    picture.lay(
        leaf,
        [
            Spot(88, 70, 38, 1.15),
            Spot(72, 104, 14, 1.15),
            Spot(148, 68, 118, 1.1),
            Spot(86, 172, -40, 1.15),
            Spot(70, 138, -10, 1.15),
            Spot(146, 176, -116, 1.1),
        ],
        shadow=shade(leaf_outline),
        fall=5,
    )
    picture.lay(
        [tomato, egg],
        [Spot(128, 112, 0, 1.15), Spot(152, 142, 0, 1.15), Spot(120, 144, 0, 1.15), Spot(180, 122, 0, 1.1), Spot(160, 104, 0, 1.1)],
        shadow=disc(15, "#3d2208"),
        fall=5,
    )
    return picture.lay(
        round_slice, [Spot(176, 150), Spot(98, 122), Spot(138, 84), Spot(184, 92), Spot(116, 172)], shadow=disc(12.5, "#3d2208"), fall=3
    )


DRAWINGS = (banana_dried, banana_chips, banana_butter, banana_candy, banana_chocolate, fruit, vegetables)
