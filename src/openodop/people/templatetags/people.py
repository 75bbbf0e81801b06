"""Facts that the pages around signing in need, whichever view shows them."""

from __future__ import annotations

from typing import Any

from django import template
from django.conf import settings
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from openodop.foundation import languages
from openodop.people import phones, sms
from openodop.people.names import language_of
from openodop.people.words import place_or_programme

register = template.Library()
#: letters with their marks; longer parts do not fit beside a picture at 320 px
LONGEST_WHOLE_PART = 18


@register.simple_tag
def sign_in_help() -> dict[str, Any]:
    """Give whom to ask, and which messages can leave this machine: `{% sign_in_help as help %}`."""
    return {"contact": settings.OPENODOP_HELP_CONTACT, "mail": settings.SENDS_MAIL, "sms": sms.is_set(), "code": settings.SENDS_MAIL or sms.is_set()}


@register.filter
def phone(number: str | None) -> str:
    """Show an E.164 number in groups."""
    return phones.shown(number or "")


@register.simple_tag
def named(name: str) -> SafeString:
    """A human's name, marked with the language of its letters where that is not the page's."""
    language = language_of(name)
    # Browsers break Lao, Thai and Khmer by dictionary, and names stand in none: each part of a name stays whole, as far as a phone is wide.
    parts = (("nowrap" if len(part) <= LONGEST_WHOLE_PART else "break", part) for part in name.split())
    shown = format_html_join(" ", '<span class="{}">{}</span>', parts) if language != "en" else name
    return format_html("{}", shown) if language == languages.active() else format_html('<span lang="{}">{}</span>', language, shown)


@register.filter
def or_programme(place: Any | None) -> str:
    """Show a place, or "the whole programme" where there is none."""
    return place_or_programme(place)
