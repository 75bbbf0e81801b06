"""Dry goods that lie loose on the tray: tea, coffee, pepper, rice, herbs and the like."""

# ruff: noqa: E501  paths of shapes are data

from __future__ import annotations

from math import pi

from tools.drawing.strokes import CENTRE, Picture, Spot, blob, disc, heap, line, polar, polygon, ring, shade, wobble
from tools.drawing.tray import tray

LEAF = "M-17 0C-9 -8 8 -8 18 -1C8 6 -9 7 -17 0z"


def tea() -> Picture:
    picture = tray(Picture("tea"))
    needle = blob("M-16 2C-8 -6 6 -7 17 -1C8 3 -6 6 -16 2z", "#3d5a2a", edge="#1c3013", line=2.2) + line("M-12 1Q0 -3 13 -1", "#7d9a55", 1.3)
    curl = line("M-13 4C-4 -8 2 9 9 -1C12 -5 14 -4 15 -2", "#1c3013", 5.4) + line("M-13 4C-4 -8 2 9 9 -1C12 -5 14 -4 15 -2", "#56702f", 2.8)
    return picture.lay([needle, curl, needle], heap(48, 84, turn=71), shadow="")


def coffee() -> Picture:
    picture = tray(Picture("coffee"))
    bean_outline = "M-10 1C-10 -8 9 -9 10 -1C10 8 -8 9 -10 1z"
    bean = (
        blob(bean_outline, "#64371c", edge="#2f1508", line=2)
        + line("M-9 1.500C-3 -3 3 4 9 -1", "#2f1508", 2)
        + line("M-6 -3.500Q-1 -6.500 4 -5", "#a06b42", 1.8)
    )
    return picture.lay(bean, heap(52, 84, turn=83), shadow="")


def pepper() -> Picture:
    picture = tray(Picture("pepper"))
    corns = [
        disc(6, "#3b312c", edge="#191210", width=1.4) + line("M-3 -1q2 -3 5 -1.500", "#7d6d62", 1.4),
        disc(5.4, "#524239", edge="#1f1714", width=1.4) + line("M-2 2l3 1", "#2a201c", 1.4),
    ]
    return picture.lay(corns, [Spot(spot.x, spot.y) for spot in heap(84, 82)])


def rice() -> Picture:
    picture = tray(Picture("rice"))
    identity = f"{picture.mark}-g"
    grains = "".join(
        f"M{x} {y}l{dx} {dy}"
        for x, y, dx, dy in (
            (2, 4, 4, 1),
            (11, 2, 3, 3),
            (17, 8, 4, -2),
            (5, 12, 3, -3),
            (13, 14, 4, 1),
            (21, 17, 3, 3),
            (3, 20, 4, 2),
            (12, 22, 3, -3),
            (8, 7, 2, 3),
            (19, 23, 3, -1),
        )
    )
    picture.defs.append(
        f'<pattern id="{identity}" width="24" height="24" patternUnits="userSpaceOnUse"><path fill="#f3ebd3" d="M0 0h24v24H0z"/>'
        f'<path d="{grains}" stroke="#cdbd92" stroke-width="3.800" stroke-linecap="round"/><path d="{grains}" stroke="#fffdf4" stroke-width="2.600" stroke-linecap="round"/></pattern>'
    )
    mound = "M120 44C166 42 192 78 190 116C190 160 160 192 122 192C80 194 50 164 50 120C50 78 78 46 120 44z"
    picture.add(
        f'<path d="{mound}" transform="translate(4 6)" fill="#3d2208" opacity=".3"/><path d="{mound}" fill="url(#{identity})" stroke="#c9b98f" stroke-width="2"/>'
    )
    picture.add('<path d="M62 92C78 56 116 48 138 50C104 62 82 86 78 132C66 124 58 106 62 92z" fill="#fff" opacity=".5"/>')
    scoop = (
        blob("M-26 0C-26 -14 10 -15 22 -6C26 -3 26 3 22 6C10 15 -26 14 -26 0z", "#b9783a", edge="#6d3d12", line=3)
        + blob("M-20 0C-20 -9 8 -10 17 -4C19 -2 19 2 17 4C8 10 -20 9 -20 0z", "#efe6ca", edge="#8a5522", line=2)
        + line("M24 0H60", "#6d3d12", 11)
        + line("M24 0H60", "#b9783a", 8)
        + line("M26 -2H58", "#dfa562", 2)
    )
    return picture.lay(scoop, [Spot(146, 132, -38)], shadow=shade("M-26 0C-26 -14 10 -15 22 -6H62V6H22C10 15 -26 14 -26 0z"), fall=6)


def honey() -> Picture:
    picture = tray(Picture("honey"))

    def cell(radius: float) -> str:
        return polygon((polar(radius, 30 + 60 * corner)[0] - CENTRE, polar(radius, 30 + 60 * corner)[1] - CENTRE) for corner in range(6))

    full = (
        blob(cell(15.5), "#b3730f", edge="#7d4c05", line=1.5)
        + blob(cell(12.5), "#eda51f")
        + blob("M-10 -6L0 -12L10 -6L6 -3.500L0 -7L-10 -1z", "#fbd36b")
        + line("M-5 6Q0 8 5 5", "#c97f10", 2)
    )
    capped = (
        blob(cell(15.5), "#b3730f", edge="#7d4c05", line=1.5) + blob(cell(12.5), "#f2cc7d") + line("M-5 -3Q0 -6 5 -3M-6 3Q0 0 6 3", "#d9a545", 1.8)
    )
    spots = []
    for row in range(-2, 3):
        columns = 5 - abs(row)
        spots += [Spot(112 + (column - (columns - 1) / 2) * 27.4, 114 + row * 23.8) for column in range(columns)]
    picture.lay([full, full, capped, full], spots, shadow=blob(cell(17), "#3d2208"), fall=5)
    dipper = (
        line("M10 0H58", "#6d3d12", 8)
        + line("M10 0H58", "#c18545", 5.4)
        + "".join(
            line(f"M{x} {-h}V{h}", "#6d3d12", 6.5) + line(f"M{x} {-h}V{h}", "#d79c55", 3.8) for x, h in ((-14, 6), (-8, 9), (-2, 10), (4, 9), (10, 6))
        )
        + '<path d="M-17 4Q-10 15 0 12Q6 16 10 8L6 1H-16z" fill="#eda51f" opacity=".85"/>'
    )
    return picture.lay(dipper, [Spot(150, 160, 22)], shadow=shade("M-17 -8H12L14 -4H62V4H14L12 10H-17z"), fall=5)


def herbal() -> Picture:
    picture = tray(Picture("herbal"))
    leaf = (
        blob(LEAF, "#5a8a45", edge="#2b5220", line=2.2)
        + line("M-13 0H15", "#b9d69d", 1.6)
        + line("M-5 0l4 -4M3 0l4 -3M-5 0l4 4M3 0l4 3", "#88b06d", 1.2)
    )
    ball_outline = "M0 -27C20 -27 29 -12 28 2C27 18 14 28 0 28C-14 28 -27 18 -28 2C-29 -12 -20 -27 0 -27z"
    ball = (
        blob(ball_outline, "#efe4c6", edge="#a58f5c", line=2.5)
        + line("M0 -4C-6 4 -14 16 -12 26M0 -4C6 4 14 16 12 26M0 -4C-12 -2 -22 4 -26 10M0 -4C12 -2 22 4 26 10M0 -4V27", "#c3ae7c", 1.6)
        + disc(9, "#f7efd8", edge="#a58f5c", y=-6)
        + line("M-9 -3Q0 2 9 -3M-8 -8Q0 -4 8 -8", "#a3264b", 2.4)
    )
    root = [
        disc(11, "#e08a1e", edge="#9b5608", width=1.8) + disc(7.5, "#f4b04a") + line("M-4 -1h.1M2 -3h.1M3 3h.1M-2 4h.1", "#c97611", 2),
        disc(9.500, "#efdcae", edge="#b39454", width=1.8) + line("M-4 0a4 4 0 1 0 4 -4", "#c9ad6c", 1.5),
    ]
    picture.lay(leaf, wobble(ring(13, 72, start=4, lean=28, size=1.18), by=4, turn=26), shadow=shade(LEAF), fall=4)
    picture.lay(root, wobble(ring(9, 44, start=20), by=5), shadow=disc(10.500, "#3d2208"), fall=3)
    return picture.lay(ball, [Spot(120, 120, 12)], shadow=shade(ball_outline), fall=6)


def generic_herb() -> Picture:
    picture = tray(Picture("generic-herb"))
    outline = "M-30 0C-18 -13 14 -12 32 -1C14 11 -18 12 -30 0z"
    leaf = (
        blob(outline, "#5f8f4a", edge="#2d5522", line=2.2)
        + line("M-34 1H27", "#b4d296", 2)
        + line("M-14 0l6 -6M-2 0l7 -6M10 0l6 -4M-14 0l6 6M-2 0l7 6M10 0l6 4", "#86ad68", 1.4)
    )
    picture.lay(
        leaf,
        wobble(ring(9, 56, start=10, lean=14), by=2, turn=10) + wobble(ring(5, 24, start=30, lean=8, size=0.8), by=2, turn=10),
        shadow=shade(outline),
        fall=4,
    )
    return picture


def chilli() -> Picture:
    picture = tray(Picture("chilli"))
    pod = "M-24 -3C-8 -9 10 -6 27 6C8 6 -10 8 -24 3z"
    kinds = [
        blob(pod, colour, edge=edge, fat=2, line=2.2)
        + line("M-16 -2Q0 -5 13 0", light, 2)
        + blob("M-24 -4C-19 -5 -17 -3 -17 0C-17 3 -19 5 -24 4z", "#5d8a3a", edge="#2d5018", line=2)
        + line("M-25 0Q-31 -1 -34 -5", "#46701f", 3)
        for colour, edge, light in (("#c02a1d", "#6f120b", "#ec8a78"), ("#a81f16", "#5c0e08", "#d8705f"), ("#c9361f", "#77170b", "#f09a80"))
    ]
    return picture.lay(
        kinds,
        wobble(ring(11, 66, start=5, lean=50), by=3, turn=30) + wobble(ring(6, 30, start=25, lean=35), by=2, turn=30),
        shadow=shade(pod, 3),
        fall=4,
    )


def noodles() -> Picture:
    picture = tray(Picture("noodles"))
    nest = disc(31, "#d8bd7c", edge="#a98a48", width=2)
    for index, radius in enumerate((27.5, 22.5, 17.5, 12.5, 7.5)):
        dash = f"{radius * pi * (1.1 + index * 0.13):.0f} 5"
        nest += f'<circle r="{radius}" fill="none" stroke="#f4e6bd" stroke-width="3.800" stroke-dasharray="{dash}" stroke-linecap="round" transform="rotate({index * 67})"/>'
        nest += f'<circle r="{radius + 2}" fill="none" stroke="#bb9c58" stroke-width="1" stroke-dasharray="{dash}" transform="rotate({index * 67 + 20})"/>'
    nest += line("M-18 -12Q0 -24 16 -10M-14 16Q4 4 20 10", "#f9f0d2", 3.2)
    return picture.lay(
        nest, [Spot(88, 90), Spot(152, 88, 70), Spot(84, 152, 130), Spot(150, 154, 200), Spot(120, 121, 30)], shadow=disc(32, "#3d2208"), fall=5
    )


DRAWINGS = (tea, coffee, pepper, rice, honey, herbal, generic_herb, chilli, noodles)
