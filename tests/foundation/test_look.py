"""The look in numbers: contrast of the colours, sizes of what a first visit loads, fonts and drawings that are there."""

import gzip
import re
from pathlib import Path

import pytest

from openodop.foundation import drawings, gallery
from tools.drawing.__main__ import files

FOUNDATION = Path(__file__).resolve().parents[2] / "src" / "openodop" / "foundation"
STATIC = FOUNDATION / "static" / "foundation"
TOKENS = (STATIC / "css" / "tokens.css").read_text()
LIGHT = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", TOKENS.split("prefers-color-scheme")[0]))
DARK = {**LIGHT, **dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", TOKENS.split("prefers-color-scheme")[1].split("@media print")[0]))}
FACES = re.findall(r"@font-face \{(.*?)\}", TOKENS)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast of two colours after WCAG 2.2."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


GROUNDS = ("bg", "surface", "sunken")
TEXT = [(ink, ground) for ink in ("ink", "ink-2", "link", "brand", "ok", "warn", "bad") for ground in GROUNDS]
TEXT += [(kind, f"{kind}-bg") for kind in ("ok", "warn", "bad", "info")]
TEXT += [("on-action", "action"), ("on-action", "action-2"), ("foot-ink", "foot"), ("foot-hi", "foot"), ("foot-ink", "cloth"), ("ink", "g-indigo")]
SHAPES = [(edge, ground) for edge in ("line-2", "star-edge") for ground in GROUNDS] + [
    ("c1", "bg"),
    ("c2", "bg"),
    ("c3", "bg"),
    ("c4", "bg"),
    ("c5", "bg"),
]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(theme, ink, ground):
    assert contrast(theme[ink], theme[ground]) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), SHAPES)
def test_borders_of_controls_stars_and_curves_can_be_seen(theme, edge, ground):
    assert contrast(theme[edge], theme[ground]) >= 3


def packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


def test_what_a_first_visit_loads_stays_small():
    styles = sum(packed(STATIC / "css" / name) for name in ("tokens.css", "components.css"))
    scripts = packed(STATIC / "js" / "openodop.js") + packed(STATIC / "vendor" / "htmx.min.js")
    assert styles <= 9_000
    assert scripts <= 25_000


def test_fonts_are_there_and_no_script_stays_unreadable():
    """Latin keeps the phone's own letters on a slow first visit; where a machine has none for a script, ours come as soon as they are there."""
    assert len(FACES) == 10
    for face in FACES:
        assert (STATIC / "css" / re.search(r"url\(\"?([^)\"]+)", face).group(1)).resolve().exists()
        assert "unicode-range" in face
        assert ("font-display: optional" if '"Noto Sans"' in face else "font-display: swap") in face
    assert (STATIC / "fonts" / "OFL.txt").exists()


def test_every_script_has_its_font_for_paper():
    names = {path.name for path in (FOUNDATION / "fonts").glob("*.ttf")}
    for family in ("noto-sans", "noto-sans-lao-looped", "noto-sans-thai-looped", "noto-sans-khmer"):
        assert {f"{family}-Regular.ttf", f"{family}-SemiBold.ttf"} <= names
    assert (FOUNDATION / "fonts" / "OFL.txt").exists()


def test_what_was_taken_from_elsewhere_says_its_version_and_licence():
    written = (STATIC / "vendor" / "VENDORED.md").read_text()
    for name in (
        "htmx.org",
        "@fontsource/noto-sans",
        "@fontsource/noto-sans-lao-looped",
        "@fontsource/noto-sans-thai-looped",
        "@fontsource/noto-sans-khmer",
    ):
        assert re.search(rf"\| {re.escape(name)} \| \d+\.\d+\.\d+ \| \S+ \|", written)


def test_the_drawings_are_those_that_the_tool_draws():
    assert {f"{name}.svg": (drawings.FOLDER / f"{name}.svg").read_text() for name in drawings.DRAWN} == files()


@pytest.mark.parametrize("name", drawings.DRAWN)
def test_a_drawing_is_small(name):
    assert (drawings.FOLDER / f"{name}.svg").stat().st_size <= 7_000


def test_ids_inside_drawings_never_meet():
    """Several drawings may stand in one picture, for example on a map."""
    ids = [identity for name in drawings.DRAWN for identity in re.findall(r'\bid="([^"]+)"', drawings.svg(name))]
    assert len(ids) == len(set(ids))


def test_every_word_leads_to_a_drawing():
    assert {name for name, _ in drawings.WORDS} <= set(drawings.DRAWN)


def test_the_gallery_shows_each_band_once():
    assert len(set(gallery.twenty_bands())) == 20
