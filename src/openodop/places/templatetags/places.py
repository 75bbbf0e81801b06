"""Writes a map as SVG. In Python, because a country has 148 shapes and a template would take ten times as long."""

from __future__ import annotations

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from openodop.foundation import drawings
from openodop.places.maps import CELL, TRAY_RADIUS, Picture, Shape, Tray

register = template.Library()


@register.simple_tag
def map_to_choose_from(picture: Picture, title: str, description: str, key: str = "map") -> SafeString:
    """A map whose shapes are links; `key` makes its ids unique on the page."""
    shapes = "".join(_link(shape) for shape in picture.shapes)
    trays = "".join(_tray(tray) for tray in picture.trays)
    head = format_html('<title id="{0}-title">{1}</title><desc id="{0}-text">{2}</desc>', key, title, description)
    return _svg(picture, f'role="group" aria-labelledby="{escape(key)}-title" aria-describedby="{escape(key)}-text"', head, shapes, trays)


@register.simple_tag
def map_to_look_at(picture: Picture, title: str = "") -> SafeString:
    """A map that only shows where something lies; without a title it is decoration for the words beside it."""
    role = f'role="img" aria-label="{escape(title)}"' if title else 'aria-hidden="true"'
    return _svg(picture, role, "", "".join(_path(shape) for shape in picture.shapes))


def _svg(picture: Picture, role: str, head: str, shapes: str, trays: str = "") -> SafeString:
    kind = f"map{' map--stitched' if picture.is_stitched else ''}{'' if picture.legend else ' map--plain'}"
    stitches = _stitches(picture) if picture.is_stitched else ""
    borders = f'<path class="borders" d="{picture.borders}"/>' if picture.borders else ""
    knot = _knot(*picture.knot) if picture.knot else ""
    left, top, width, height = picture.box
    size = f'viewBox="{left:g} {top:g} {width:g} {height:g}"'
    # Every part is escaped above or drawn by our own program.
    return mark_safe(f'<svg class="{kind}" {size} {role}>{head}{shapes}{stitches}{borders}{knot}{trays}</svg>')  # noqa: S308


def _link(shape: Shape) -> str:
    current = ' aria-current="page"' if shape.is_current else ""
    return f'<a href="{escape(shape.href)}"{current}><title>{escape(shape.label)}</title>{_path(shape)}</a>'


def _path(shape: Shape) -> str:
    return f'<path class="m{shape.step}{" is-here" if shape.is_current else ""}" d="{shape.path}"/>'


def _stitches(picture: Picture) -> str:
    """The lines between the cells, drawn as one path over all provinces."""
    left, top, width, height = (round(part) for part in picture.box)
    first_x, first_y = -(-left // CELL) * CELL, -(-top // CELL) * CELL
    lines = "".join(f"M{left} {y}h{width}" for y in range(first_y, top + height, CELL))
    lines += "".join(f"M{x} {top}v{height}" for x in range(first_x, left + width, CELL))
    return f'<path class="stitches" d="{lines}"/>'


def _knot(x: float, y: float) -> str:
    return f'<path class="knot" d="M{x - 5:g} {y - 5:g}h10v10h-10z"/>'


def _tray(tray: Tray) -> str:
    (from_x, from_y), (x, y) = tray.knot, tray.centre
    radius = TRAY_RADIUS
    drawing = mark_safe(drawings.svg(tray.drawing))  # noqa: S308  our own drawing
    return format_html(
        '<a class="pin" href="{}"><line x1="{}" y1="{}" x2="{}" y2="{}"/>{}<circle cx="{}" cy="{}" r="{}"/>'
        '<svg x="{}" y="{}" width="{}" height="{}">{}</svg>'
        '<text x="{}" y="{}" text-anchor="middle">{}</text> <text class="sub" x="{}" y="{}" text-anchor="middle">{}</text></a>',
        tray.href,
        *(from_x, from_y, x, y),
        mark_safe(_knot(from_x, from_y)),  # noqa: S308  numbers only
        *(x, y, radius),
        *(x - radius + 3, y - radius + 3, 2 * radius - 6, 2 * radius - 6),
        drawing,
        *(x, y + radius + 20, tray.words),
        *(x, y + radius + 38, tray.second_words),
    )
