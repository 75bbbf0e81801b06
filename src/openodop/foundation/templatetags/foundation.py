"""Small pieces of the page that are faster and clearer in Python than in a template."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from html import unescape
from typing import Any

import segno
from django import template
from django.forms import BoundField, RadioSelect
from django.forms.utils import flatatt
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from openodop.foundation import drawings, icons, languages, panels, weave

register = template.Library()
MARK = (
    '<svg viewBox="0 0 13 13" aria-hidden="true" shape-rendering="crispEdges"><path fill="var(--mark-ring)" d="M6 0h1v1H6zM5 1h3v1H5zM4 2h2v1H4z'
    "M7 2h1v1H7zM3 3h2v1H3zM2 4h2v1H2zM1 5h2v1H1zM10 5h2v1h-2zM0 6h2v1H0zM11 6h2v1h-2zM1 7h2v1H1zM10 7h2v1h-2zM2 8h2v1H2zM9 8h2v1H9zM3 9h2v1H3z"
    'M8 9h2v1H8zM4 10h2v1H4zM7 10h2v1H7zM5 11h3v1H5zM6 12h1v1H6z"/><path fill="var(--dye-jack)" d="M6 4h1v1H6zM5 5h3v1H5zM4 6h5v1H4zM5 7h3v1H5z'
    'M6 8h1v1H6z"/><path fill="var(--mark-spark)" d="M9 3h1v1H9z"/></svg>'
)


@register.simple_tag
def mark() -> SafeString:
    return mark_safe(MARK)  # noqa: S308  our own drawing


@register.simple_tag
def hem() -> SafeString:
    return mark_safe(weave.hem_svg())  # noqa: S308  our own drawing


@register.simple_tag
def band(code: str = "") -> SafeString:
    """The woven band of a district; the same code gives the same band for ever."""
    return mark_safe(weave.band_svg(str(code)))  # noqa: S308  our own drawing


@register.simple_tag
def tray(name: str = drawings.FALLBACK, ground: str = "leaf") -> SafeString:
    """A drawing on its ground; `plain` leaves the ground out. It says nothing that the words beside it do not say."""
    picture = format_html('<img src="{}" alt="" width="240" height="240" loading="lazy">', static(drawings.address(str(name))))
    return picture if ground == "plain" else format_html('<span class="art art--{}">{}</span>', ground, picture)


@register.simple_tag
def icon(name: str) -> SafeString:
    return mark_safe(f'<svg class="ico" viewBox="0 0 24 24" aria-hidden="true"><path d="{icons.PATHS[str(name)]}"/></svg>')  # noqa: S308  our own drawing


@register.simple_tag
def stars(value: Any) -> SafeString:
    number = max(0, min(5, int(value or 0)))
    label = gettext("%(number)d of 5 stars") % {"number": number}
    on, off = (f'<svg viewBox="0 0 24 24"{extra}><path d="{icons.PATHS["star"]}"/></svg>' for extra in ("", ' class="off"'))
    return format_html('<span class="stars" role="img" aria-label="{}">{}</span>', label, mark_safe(on * number + off * (5 - number)))  # noqa: S308


@register.simple_tag
def knots(done: Any, total: Any, label: str = "") -> SafeString:
    """Progress in whole steps with its words; the step `done` is the one being answered."""
    now, steps = int(done), int(total)
    label = label or gettext("Step %(now)d of %(total)d") % {"now": now, "total": steps}
    states = ["is-done" if number < now else "is-now" if number == now else "" for number in range(1, steps + 1)]
    cells = mark_safe("".join(f'<i class="{state}"></i>' for state in states))  # noqa: S308  our own words
    return format_html('<p class="row row--s"><span class="knots" aria-hidden="true">{}</span><span class="meta">{}</span></p>', cells, label)


@lru_cache(maxsize=500)
def qr_svg(text: str, label: str) -> str:
    code = segno.make(text, error="m")
    return code.svg_inline(scale=1, border=4, svgclass="qr", lineclass=None, omitsize=True, title=label or None)


@register.simple_tag
def qr(text: str, label: str = "") -> SafeString:
    """A QR code with its quiet zone. Through a component the text comes escaped; the code must hold it as it was."""
    plain, said = (unescape(part) if isinstance(part, SafeString) else str(part) for part in (text, label))
    return mark_safe(qr_svg(plain, said))  # noqa: S308  made by segno, which escapes the title


@register.filter
def same_page(request: HttpRequest | None) -> str:
    """The address of this page without `?lang=`, which would overrule the switch."""
    if not request:  # a page made outside a request, such as one for a failed form token
        return "/"
    query = request.GET.copy()
    query.pop("lang", None)
    return f"{request.path}?{query.urlencode()}" if query else request.path


@register.simple_tag
def run(text: Any, tag: str = "span") -> SafeString:
    """A text in several languages as the reader reads it best, marked with its language where it differs from the page."""
    words, language = languages.best(text)
    if language == languages.active():
        return format_html("{}", words)
    return format_html("<{0} lang='{1}'>{2}</{0}>", mark_safe(tag), language, words)  # noqa: S308  our own tag name


@register.filter
def words(text: Any) -> str:
    """Only the words of a text in several languages, for attributes and titles."""
    return languages.best(text)[0]


@register.filter
def words_language(text: Any) -> str:
    return languages.best(text)[1]


@register.filter
def second_words(text: Any) -> str:
    return languages.second(text)[0]


@register.filter
def second_language(text: Any) -> str:
    return languages.second(text)[1]


@register.simple_tag(takes_context=True)
def panels_at(context: template.Context, place: str, subject: Any) -> SafeString:
    """Everything that higher rooms show at `place` of a page."""
    return mark_safe("".join(panels.render_all(place, context["request"], subject)))  # noqa: S308  rendered by the rooms' templates


@register.simple_tag
def date_block(start: date, end: date | None = None) -> SafeString:
    """The days of a course or meeting as a small leaf of a calendar: 16–20 over Mar 2026, or 30 Mar – over 2 Apr 2026."""
    end = end or start
    if (start.year, start.month) == (end.year, end.month):
        days, month = (str(start.day) if start == end else f"{start.day}–{end.day}"), date_format(start, "M Y")
    else:
        days, month = f"{date_format(start, 'j M')} –", date_format(end, "j M Y")
    return format_html('<span class="date"><b>{}</b><small>{}</small></span>', days, month)


@register.filter
def short_language(name: str) -> str:
    """The name of a language where there is little room; names that are short already stay."""
    return {"English": "EN", "Tiếng Việt": "VI"}.get(name, name)


@register.filter
def first_box(field: BoundField) -> str:
    """The id to which a list of errors leads: the box itself, or the first box where a question has several."""
    choices = "_0" if isinstance(field.field.widget, RadioSelect) else ""
    return getattr(field.field.widget, "first_box", lambda auto_id: f"{auto_id}{choices}")(field.auto_id)


@register.filter
def file_size(number: int) -> str:
    """Bytes in words: 820 kB, 1.4 MB."""
    return f"{number / 1_000_000:.1f} MB" if number >= 1_000_000 else f"{max(1, round(number / 1000))} kB"


@register.simple_tag
def form_field(field: BoundField, affix: str = "") -> SafeString:
    """A form field with label, hint and error; the same as `{{ field.as_field_group }}` plus a unit."""
    field.affix = affix
    return field.as_field_group()


@register.simple_tag
def select_options(options: list[dict[str, Any]]) -> SafeString:
    """The options of a select box, as the widget describes them."""
    parts = ((option["value"], flatatt(option["attrs"]), option["label"]) for option in options)
    return format_html_join("", '<option value="{}"{}>{}</option>', parts)
