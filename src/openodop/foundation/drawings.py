"""Goods drawn from above on a bamboo tray: what a product shows while it has no photograph, and every empty state.

Each drawing is made from a few shapes by a fixed rule, so that it is small, sharp at any size and the same for ever.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from functools import cache
from math import cos, pi, radians, sin

SIZE = 240
#: bamboo strips over and under; every drawing carries the same pattern, so that each also stands alone as a file
WEAVE = (
    '<defs><pattern id="weave" width="22" height="22" patternUnits="userSpaceOnUse" patternTransform="translate(10 10)">'
    '<path d="M1 3h9v5H1zM12 14h9v5h-9z" fill="#e6c88c"/><path d="M3 12h5v9H3zM14 1h5v9h-5z" fill="#cfa662"/></pattern></defs>'
)
TRAY = (
    f'{WEAVE}<circle cx="126" cy="129" r="106" fill="#000" opacity=".14"/><circle cx="120" cy="120" r="106" fill="#b98a4a"/>'
    '<circle cx="120" cy="120" r="99" fill="#dcb878"/><circle cx="120" cy="120" r="97" fill="url(#weave)"/>'
    '<circle cx="120" cy="120" r="99" fill="none" stroke="#a5763a" stroke-width="3"/>'
    '<circle cx="120" cy="120" r="106" fill="none" stroke="#8c6130" stroke-width="2" stroke-dasharray="9 5"/>'
)


def _turn(shape: str, x: float, y: float, angle: float, scale: float = 1) -> str:
    size = f" scale({scale:g})" if scale != 1 else ""
    return f'<g transform="translate({x:.0f} {y:.0f}) rotate({angle:.0f}){size}">{shape}</g>'


def _pieces(shape: str, places: Iterable[tuple[float, float, float]], scale: float) -> str:
    """Draw the shape once and lay copies of it: (x, y, angle) each."""
    name = f"p{zlib.crc32(shape.encode()):x}"
    copies = "".join(_turn("", x, y, angle, scale).replace("<g ", f'<use href="#{name}" ').replace("></g>", "/>") for x, y, angle in places)
    return f'<defs><g id="{name}">{shape}</g></defs>{copies}'


def _ring(shape: str, number: int, radius: float, *, lean: float = 0, start: float = 0, scale: float = 1) -> str:
    """Lay `number` pieces in a ring, each turned outwards by `lean` degrees more than its place."""
    angles = [start + 360 / number * index for index in range(number)]
    return _pieces(shape, [(120 + radius * cos(radians(a)), 120 + radius * sin(radians(a)), a + lean) for a in angles], scale)


def _heap(shape: str, number: int, reach: float, *, scale: float = 1) -> str:
    """Strew pieces by the golden angle, as seeds lie in a flower: even, and never in rows."""
    places = []
    for index in range(number):
        distance, angle = reach * ((index + 0.5) / number) ** 0.5, index * 137.5
        places.append((120 + distance * cos(radians(angle)), 120 + distance * sin(radians(angle)), angle * 1.7 % 360))
    return _pieces(shape, places, scale)


def _piece(path: str, fill: str, edge: str, shine: str = "") -> str:
    light = f'<path d="{shine}" fill="none" stroke="#fff" stroke-opacity=".45" stroke-width="2.500" stroke-linecap="round"/>' if shine else ""
    return f'<path d="{path}" fill="{fill}" stroke="{edge}" stroke-width="1.800" stroke-linejoin="round"/>{light}'


BANANA = "M-36 -9C-37 -15 -30 -15 -28 -10C-15 2 14 3 28 -9C31 -14 37 -12 35 -6C29 20 -27 20 -36 -9z"
LEAF = "M-16 0C-8 -9 8 -9 17 0C8 7 -8 7 -16 0z"
BEAN = "M-8 0C-8 -6 8 -6 8 0C8 6 -8 6 -8 0z"


def _round(radius: float, fill: str, edge: str, inside: str = "") -> str:
    return f'<circle r="{radius:g}" fill="{fill}" stroke="{edge}" stroke-width="1.800"/>{inside}'


CHIP = _round(
    17,
    "#f4d277",
    "#c8952f",
    '<circle r="10" fill="none" stroke="#dcae48" stroke-width="1.500"/><path d="M-3 -3h1M3 -2h1M0 4h1" stroke="#8a5a18" stroke-width="2.500"/>',
)
DRIED = _piece(BANANA, "#a8642a", "#6e3b14", "M-24 1C-8 10 8 11 23 2")
BUTTER = _piece(BANANA, "#e9b23f", "#a8741c", "M-24 1C-8 10 8 11 23 2")
CHOCOLATE = (
    _piece(BANANA, "#4b2a1a", "#2a160c", "M-22 1C-8 9 4 10 14 6")
    + '<path d="M18 -1C24 -4 28 -9 30 -11C34 -13 36 -10 35 -6C33 2 28 7 22 10C18 8 17 3 18 -1z" fill="#d9a05b" stroke="#9c6a2d" stroke-width="1.500"/>'
)
WRAPPED = '<path d="M-24 -9l9 5v8l-9 5zM24 -9l-9 5v8l9 5z" fill="{0}"/><rect x="-15" y="-9" width="30" height="18" rx="4" fill="{0}"/><path d="M-7 -9v18M7 -9v18" stroke="#fff" stroke-opacity=".6" stroke-width="2"/>'


def _cup(liquid: str) -> str:
    return f'<circle cx="120" cy="120" r="62" fill="#f6f1e4" stroke="#b8ad95" stroke-width="3"/><circle cx="120" cy="120" r="50" fill="{liquid}"/><path d="M88 108a36 36 0 0 1 34-24" fill="none" stroke="#fff" stroke-opacity=".5" stroke-width="5" stroke-linecap="round"/>'


def _cloth(ground: str, first: str, second: str) -> str:
    """A folded length of cloth with two woven bands and a fringe."""
    rhombs = "".join(f"M{x} 0l9 9-9 9-9-9z" for x in range(74, 170, 23))
    hearts = "".join(f"M{x} 5l4 4-4 4-4-4z" for x in range(74, 170, 23))
    bands = "".join(
        f'<g transform="translate(0 {y})"><rect x="62" y="-5" width="116" height="28" fill="{first}"/><path d="{rhombs}" fill="#f6f1e4"/><path d="{hearts}" fill="{second}"/></g>'
        for y in (78, 142)
    )
    fringe = "".join(f"M{x} 190v11" for x in range(64, 178, 5))
    return f'<rect x="68" y="56" width="118" height="140" fill="#000" opacity=".14"/><rect x="62" y="50" width="116" height="140" fill="{ground}"/>{bands}<path d="{fringe}" stroke="{second}" stroke-width="2.500"/><path d="M62 118h116" stroke="{second}" stroke-width="4"/>'


def _jar(content: str, lid: str) -> str:
    return f'<g><ellipse cx="128" cy="196" rx="52" ry="10" fill="#000" opacity=".16"/><path d="M76 92c0-14 88-14 88 0v90c0 16-88 16-88 0z" fill="#fdfbf4" stroke="#b8ad95" stroke-width="3"/><path d="M82 104h76v78c0 10-76 10-76 0z" fill="{content}"/><path d="M78 64h84v24h-84z" fill="{lid}"/><path d="M88 118v48" stroke="#fff" stroke-opacity=".6" stroke-width="7" stroke-linecap="round"/><rect x="98" y="124" width="46" height="34" fill="#f6f1e4"/><path d="M121 130l9 11-9 11-9-11z" fill="#22386b"/></g>'


def _bottle(content: str) -> str:
    return f'<g><ellipse cx="126" cy="206" rx="36" ry="8" fill="#000" opacity=".16"/><path d="M108 30h24v34c0 12 20 18 20 40v86c0 14-64 14-64 0v-86c0-22 20-28 20-40z" fill="{content}" stroke="#2a2422" stroke-opacity=".35" stroke-width="3"/><path d="M106 22h28v16h-28z" fill="#a3264b"/><rect x="92" y="120" width="56" height="48" fill="#f6f1e4"/><path d="M120 128l13 16-13 16-13-16z" fill="#22386b"/><path d="M100 100v76" stroke="#fff" stroke-opacity=".35" stroke-width="6" stroke-linecap="round"/></g>'


def _basket() -> str:
    rings = "".join(
        f'<ellipse cx="120" cy="120" rx="{74 - step * 9}" ry="{74 - step * 9}" fill="none" stroke="{"#8c6130" if step % 2 else "#d8b06a"}" stroke-width="8"/>'
        for step in range(8)
    )
    return f'<circle cx="128" cy="130" r="82" fill="#000" opacity=".14"/><circle cx="120" cy="120" r="80" fill="#c4954f" stroke="#8c6130" stroke-width="4"/>{rings}<path d="M60 70C90 20 150 20 180 70" fill="none" stroke="#a3264b" stroke-width="6"/>'


def _sheets() -> str:
    sheet = '<rect x="-40" y="-30" width="80" height="60" fill="#3d5a35" stroke="#24381f" stroke-width="2"/><path d="M-34 -22h68M-34 -8h60M-30 6h62M-34 20h66" stroke="#5d7d4d" stroke-width="2" stroke-dasharray="7 4"/><path d="M-20 -14h2M6 -2h2M20 12h2M-10 14h2" stroke="#f0dfae" stroke-width="4" stroke-linecap="round"/>'
    return _turn(sheet, 98, 104, -18) + _turn(sheet, 142, 116, 9) + _turn(sheet, 118, 146, -4)


def _soap() -> str:
    bar = '<rect x="-34" y="-22" width="68" height="44" rx="9" fill="{0}" stroke="{1}" stroke-width="2.500"/><path d="M0 -12l9 12-9 12-9-12z" fill="none" stroke="{1}" stroke-width="2.500"/>'
    return (
        _turn(bar.format("#e8c267", "#b88a2c"), 98, 96, -14)
        + _turn(bar.format("#b9cfa1", "#6f8c57"), 142, 132, 10)
        + _turn(bar.format("#e3c6bd", "#a98275"), 96, 160, -4)
    )


def _pouch() -> str:
    return '<ellipse cx="126" cy="210" rx="56" ry="9" fill="#000" opacity=".16"/><path d="M70 40h100l8 166H62z" fill="#d9b98a" stroke="#a9824e" stroke-width="3"/><path d="M70 40h100v14H70z" fill="#c19c66"/><rect x="84" y="92" width="72" height="78" fill="#f6f1e4"/><path d="M120 102l20 22-20 22-20-22z" fill="#22386b"/><path d="M120 114l9 10-9 10-9-10z" fill="#e8ab1f"/><path d="M92 156h56" stroke="#a3264b" stroke-width="5"/>'


def _dryer() -> str:
    posts = "".join(f"M{x} 96v84" for x in (62, 101, 140, 178))
    return f'<rect width="240" height="240" fill="var(--g-sky)"/><circle cx="192" cy="48" r="20" fill="#e8ab1f"/><path d="M0 180h240v60H0z" fill="#9cb68a"/><path d="M44 180V118C44 74 196 74 196 118v62z" fill="#eef3f6" fill-opacity=".85" stroke="#6a84bb" stroke-width="3"/><path d="{posts}" stroke="#8aa0c8" stroke-width="2.500"/><path d="M56 146h128M56 164h128" stroke="#8c6130" stroke-width="5"/><path d="M64 142h24M96 142h20M124 142h26M158 142h18M68 160h20M98 160h26M134 160h18M160 160h16" stroke="#a8642a" stroke-width="6" stroke-linecap="round"/>'


def _pot() -> str:
    return '<ellipse cx="128" cy="198" rx="62" ry="10" fill="#000" opacity=".16"/><path d="M88 54h64l-8 22c40 16 46 104-8 118h-32c-54-14-48-102-8-118z" fill="#b06a41" stroke="#7b4425" stroke-width="3"/><path d="M70 122h100M66 136h108" stroke="#f0d9b8" stroke-width="4" stroke-dasharray="10 6"/>'


TEA_LEAF = _piece("M-15 1C-8 -5 6 -6 16 -1C8 3 -6 6 -15 1z", "#4c6b34", "#2c4220")
GRAIN = '<path d="M-6 0C-4 -3 4 -3 6 0C4 3 -4 3 -6 0z" fill="#fbf7ea" stroke="#d3c7a4" stroke-width="1"/>'
COFFEE = _piece(BEAN, "#5a3420", "#341b0f") + '<path d="M-7 0C-3 -3 3 3 7 0" fill="none" stroke="#341b0f" stroke-width="1.800"/>'
HEXAGON = "M0 -15l13 7.500v15L0 15l-13-7.500v-15z"
COMB = _piece(HEXAGON, "#eda92a", "#a96e0d", "M-6 -6l6 -3")
CHILLI = (
    _piece("M-20 -2C-6 -8 12 -5 20 4C8 5 -8 6 -20 2z", "#b3261e", "#771410", "M-10 -2C-2 -4 6 -2 10 0")
    + '<path d="M-20 0l-7 -4" stroke="#4c6b34" stroke-width="3.500" stroke-linecap="round"/>'
)
PEPPER = _round(5.5, "#3d3431", "#231c1a")
FRUIT = _round(19, "#e07b39", "#a04f1c", '<path d="M0 -19c2 -5 6 -7 10 -7" fill="none" stroke="#4c6b34" stroke-width="3.500"/>')
GREEN = _piece(LEAF, "#5f8c4a", "#365a2a", "M-10 0h18")
SAUSAGE = _piece("M-30 -7C-34 -7 -34 7 -30 7H30C34 7 34 -7 30 -7z", "#b0563c", "#743121", "M-22 -2h40")
SILVER = _round(22, "none", "#8d97a8", '<circle r="22" fill="none" stroke="#c5ccd8" stroke-width="6"/><path d="M0 -22l5 5-5 5-5-5z" fill="#8d97a8"/>')
PAPER = '<rect x="-34" y="-44" width="68" height="88" fill="#f3ead2" stroke="#cbb98d" stroke-width="2"/><path d="M-18 -20c8 8 20 4 30 14M-10 22c10 -8 20 0 26 -10" fill="none" stroke="#b06a41" stroke-width="2"/>'
DRAWN = {
    "empty": lambda: TRAY,
    "banana-dried": lambda: TRAY + _ring(DRIED, 11, 62, lean=-22, scale=0.9) + _turn(DRIED, 120, 111, 12, 0.72) + _turn(DRIED, 120, 130, 192, 0.72),
    "banana-chips": lambda: TRAY + _heap(CHIP, 24, 76),
    "banana-butter": lambda: TRAY + _ring(BUTTER, 10, 60, lean=20, scale=0.92) + _turn(_round(16, "#f7e08d", "#d3b24e"), 120, 120, 0),
    "banana-candy": lambda: TRAY + "".join(_turn(WRAPPED.format(("#a3264b", "#2f6b45", "#e8ab1f", "#22386b")[i % 4]), 120 + 60 * cos(i * pi / 5), 120 + 60 * sin(i * pi / 5), i * 47) for i in range(10)) + _turn(WRAPPED.format("#a3264b"), 120, 120, 20),
    "banana-chocolate": lambda: TRAY + _ring(CHOCOLATE, 9, 60, lean=-8),
    "tea": lambda: TRAY + _heap(TEA_LEAF, 46, 84),
    "coffee": lambda: TRAY + _heap(COFFEE, 60, 84, scale=1.05),
    "honey": lambda: TRAY + "".join(_turn(COMB, 120 + (column + (row % 2) / 2) * 27, 120 + row * 23.4, 0) for row in range(-2, 3) for column in range(-2, 3) if abs(column + (row % 2) / 2) < 2.3),
    "rice": lambda: TRAY + '<circle cx="120" cy="120" r="70" fill="#efe6cc"/>' + _heap(GRAIN, 90, 72),
    "river-weed": lambda: TRAY + _sheets(),
    "silk": lambda: _cloth("#a3264b", "#22386b", "#e8ab1f"),
    "cotton": lambda: _cloth("#22386b", "#a3264b", "#f6f1e4"),
    "basket": _basket,
    "herbal": lambda: TRAY + _heap(GREEN, 18, 78),
    "soap": lambda: TRAY + _soap(),
    "fish-sauce": lambda: _bottle("#8a4a1c"),
    "chilli-paste": lambda: _jar("#8e2a1c", "#22386b"),
    "chilli": lambda: TRAY + _heap(CHILLI, 20, 78),
    "pepper": lambda: TRAY + _heap(PEPPER, 90, 82),
    "oil": lambda: _bottle("#e3b94a"),
    "juice": lambda: TRAY + _cup("#d9822b"),
    "wine": lambda: _bottle("#5b1f33"),
    "sausage": lambda: TRAY + "".join(_turn(SAUSAGE, 120 + (i % 2) * 10 - 5, 68 + i * 21, -8 + (i % 3) * 7) for i in range(6)),
    "fruit": lambda: TRAY + _heap(FRUIT, 11, 70),
    "vegetables": lambda: TRAY + _heap(GREEN, 14, 76, scale=1.3),
    "meat": lambda: TRAY + _heap(_piece("M-22 -8C-8 -14 14 -12 22 -2C16 10 -12 14 -22 6z", "#8e3a2b", "#5a2117", "M-12 -4C0 -7 8 -5 12 -1"), 13, 74),
    "fish": lambda: TRAY + "".join(_turn(_piece("M-30 0C-16 -13 12 -13 24 0L36 -9V9L24 0C12 13 -16 13 -30 0z", "#9aa7ad", "#5f6d74", "M-18 -4C-6 -9 8 -8 14 -3") + '<circle cx="-20" cy="-2" r="2" fill="#231c1a"/>', 120, 66 + i * 27, -6 + i * 4) for i in range(5)),
    "noodles": lambda: TRAY + "".join(f'<circle cx="120" cy="120" r="{radius}" fill="none" stroke="#e9d9a8" stroke-width="4" stroke-dasharray="{radius * 2} 6"/>' for radius in range(10, 80, 6)),
    "pottery": _pot,
    "silver": lambda: TRAY + _ring(SILVER, 5, 44) + _turn(SILVER, 120, 120, 0),
    "paper": lambda: TRAY + _turn(PAPER, 104, 118, -12) + _turn(PAPER, 138, 124, 8),
    "pouch": _pouch,
    "dryer-house": _dryer,
    "generic-food": lambda: TRAY + _heap(_round(11, "#e0a83d", "#a8741c"), 26, 78),
    "generic-craft": lambda: _cloth("#2f6b45", "#a3264b", "#e8ab1f"),
    "generic-drink": lambda: TRAY + _cup("#8a5a2b"),
    "generic-herb": lambda: TRAY + _heap(GREEN, 18, 78),
}  # fmt: skip
GROUNDS = ("leaf", "cotton", "jack", "lac", "indigo", "sky")
#: words of names and categories -> drawing; the first that occurs wins, so special words come first
WORDS = (
    ("banana-chocolate", ("chocolate", "ຊັອກໂກ", "ช็อก")), ("banana-chips", ("banana chip", "ກ້ວຍທອດ", "crisp banana", "กล้วยกรอบ", "กล้วยกรอง")),
    ("banana-candy", ("candy", "ກ້ວຍກວນ", "kẹo")), ("banana-butter", ("butter banana", "ກ້ວຍອົບ")), ("banana-dried", ("banana", "ກ້ວຍ", "กล้วย", "chuối", "080390")),
    ("river-weed", ("river weed", "ໄຄແຜ່ນ", "seaweed", "rong")), ("silk", ("silk", "ໄໝ", "ไหม", "tơ lụa")), ("cotton", ("cotton", "textile", "shawl", "scarf", "ຜ້າ", "ผ้า", "vải")),
    ("coffee", ("coffee", "ກາເຟ", "กาแฟ", "cà phê")), ("honey", ("honey", "ນ້ຳເຜິ້ງ", "น้ำผึ้ง", "mật ong")), ("wine", ("wine", "liquor", "spirit", "rượu", "ເຫຼົ້າ", "ไวน์")),
    ("tea", ("tea", "ຊາ", "ชา", "chè", "trà")), ("fish-sauce", ("fish sauce", "nước mắm", "น้ำปลา", "soy sauce", "sauce", "mắm")), ("oil", ("oil", "ນ້ຳມັນ", "น้ำมัน", "dầu")),
    ("noodles", ("noodle", "vermicelli", "miến", "bún", "phở")), ("rice", ("rice", "ເຂົ້າ", "ข้าว", "gạo", "nếp")), ("chilli-paste", ("chilli paste", "ແຈ່ວ", "น้ำพริก", "paste")),
    ("chilli", ("chilli", "chili", "ໝາກເຜັດ", "ớt")), ("pepper", ("pepper", "ພິກໄທ", "tiêu")), ("sausage", ("sausage", "meat ball", "ໄສ້ກອກ", "ລູກຊີ້ນ", "nem", "giò", "chả")),
    ("meat", ("meat", "beef", "pork", "buffalo", "thịt", "ຊີ້ນ")), ("fish", ("fish", "prawn", "shrimp", "squid", "cá", "tôm", "ປາ")), ("soap", ("soap", "shampoo", "ສະບູ", "สบู่")),
    ("basket", ("basket", "bamboo", "rattan", "wicker", "ຕິບ", "ກະຕ່າ", "tre", "mây")), ("pottery", ("pottery", "ceramic", "gốm")), ("silver", ("silver", "ເງິນ", "jewel")), ("paper", ("paper", "giấy", "ເຈ້ຍ")),
    ("juice", ("juice", "milk", "ນ້ຳໝາກ", "nước ép", "sữa")), ("vegetables", ("vegetable", "mushroom", "rau", "nấm", "garlic", "ກະທຽມ", "onion", "ginger")), ("fruit", ("fruit", "orange", "mango", "bưởi", "cam", "xoài", "quả", "ໝາກ")),
    ("herbal", ("herb", "ສະໝຸນໄພ", "สมุนไพร", "dược", "medicin", "turmeric")), ("generic-drink", ("beverage", "drink", "ເຄື່ອງດື່ມ")), ("generic-craft", ("handicraft", "craft", "fabric", "souvenir", "decor", "ຫັດຖະກຳ")),
)  # fmt: skip


@cache
def svg(name: str) -> str:
    """Return a drawing by name; an unknown name gives the drawing of food."""
    draw = DRAWN.get(name, DRAWN["generic-food"])
    return f'<svg viewBox="0 0 {SIZE} {SIZE}" aria-hidden="true">{draw()}</svg>'


def drawing_for(hint: str) -> str:
    """Choose a drawing by words of the product's names, category or HS code."""
    text = hint.casefold()
    return next((name for name, words in WORDS if any(word in text for word in words)), "generic-food")


def ground_for(code: str) -> str:
    """Give each product one of the dye tints, the same for ever."""
    return GROUNDS[sum(code.encode()) % len(GROUNDS)]
