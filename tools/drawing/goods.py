"""Every drawing of the package."""

from __future__ import annotations

from tools.drawing import craft, dry, fruit, wet
from tools.drawing.strokes import Picture


def all_pictures() -> list[Picture]:
    return [draw() for part in (fruit, dry, wet, craft) for draw in part.DRAWINGS]
