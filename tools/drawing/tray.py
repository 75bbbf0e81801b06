"""The bamboo tray, seen from above: split bamboo plaited on the slant, a bound rim, a soft shadow."""

# ruff: noqa: E501  paths of shapes are data

from __future__ import annotations

from tools.drawing.strokes import Picture, disc

STRIP = 7


def tray(picture: Picture) -> Picture:
    """Put the tray below everything else."""
    picture.defs.insert(
        0,
        f'<pattern id="{picture.mark}-w" width="{2 * STRIP}" height="{2 * STRIP}" patternUnits="userSpaceOnUse" patternTransform="rotate(45 120 120)">'
        f'<path fill="#c99b54" d="M0 0h{2 * STRIP}v{2 * STRIP}H0z"/>'
        f'<path fill="#e7c88b" d="M0 .5h{STRIP}v{STRIP - 1}H0zM{STRIP} {STRIP}.5h{STRIP}v{STRIP - 1}H{STRIP}z"/>'
        f'<path fill="#d8b06c" d="M{STRIP}.5 0h{STRIP - 1}v{STRIP}h-{STRIP - 1}zM.5 {STRIP}h{STRIP - 1}v{STRIP}H.5z"/></pattern>',
    )
    whole = '<g transform="translate(120 120)">'
    picture.layers[:0] = [
        disc(106, "#000", x=126, y=129, opacity=0.16),
        whole,
        disc(107, "#a9743a"),
        disc(100.5, "none", edge="#d9a65f", width=8),
        f'<circle r="100.5" fill="none" stroke="#8a5726" stroke-width="9" stroke-dasharray="2.5 {(2 * 3.14159265 * 100.5 / 36) - 2.5:.3f}"/>',
        "</g>",
        f'<circle cx="120" cy="120" r="95" fill="url(#{picture.mark}-w)"/>',
        # the rim throws a narrow shadow on the plait, from the upper left
        '<path d="M120 25a95 95 0 0 0 0 190a95 95 0 0 0 27 -3.900A91 91 0 1 1 211 93A95 95 0 0 0 120 25z" fill="#7a4d1c" opacity=".26"/>',
        '<circle cx="120" cy="120" r="95" fill="none" stroke="#8f602b" stroke-width="2"/>',
    ]
    return picture
