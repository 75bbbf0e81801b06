"""What every template keeps: the strict content-security policy, translated words, and the size of the styles."""

import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "openodop"
TEMPLATES = sorted(path for path in PACKAGE.glob("*/templates/**/*.html"))
STYLES = PACKAGE / "foundation" / "static" / "foundation" / "css"


def name_of(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_no_inline_style_script_or_handler(path: Path):
    text = path.read_text()
    assert not re.search(r"<[^>]+\sstyle=", text), "inline style"
    assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)", text), "inline script"
    assert not re.search(r"\son[a-z]+=[\"']", text), "event handler in an attribute"


@pytest.mark.parametrize("path", [path for path in TEMPLATES if "gallery" not in path.parts], ids=name_of)
def test_a_template_hides_no_second_component(path: Path):
    assert len(path.read_text().splitlines()) <= 100


def test_styles_of_public_pages_stay_small():
    assert sum((STYLES / name).stat().st_size for name in ("tokens.css", "components.css")) <= 30 * 1024


def test_blocktranslate_is_trimmed():
    untrimmed = [name_of(path) for path in TEMPLATES if re.search(r"{% blocktrans(late)? (?!.*trimmed)", path.read_text())]
    assert untrimmed == []


def test_no_colour_is_written_into_a_template():
    """Colours come from the tokens; drawings and the weave are Python."""
    coloured = [name_of(path) for path in TEMPLATES if re.search(r"(?:fill|stroke)=\"#", path.read_text())]
    assert coloured == []
