from __future__ import annotations

import re
from datetime import date
from typing import Any

from django import template
from django.utils.formats import date_format
from i18nfield.strings import LazyI18nString

from openodop.foundation import languages

register = template.Library()


@register.filter
def when(text: str) -> str:
    """A date as exact as the source gives it, in the reader's way: 2017-08-01, 2017-08 or any other words as they are."""
    exact = re.fullmatch(r"(\d{4})-(\d{2})(?:-(\d{2}))?", text)
    if not exact or not 1 <= int(exact[2]) <= 12:
        return re.sub(r"(?<=\d)-(?=\d)", "–", text)
    if exact[3]:
        return date_format(date.fromisoformat(text))
    return date_format(date(int(exact[1]), int(exact[2]), 1), "YEAR_MONTH_FORMAT")


@register.filter
def foreign_language(text: Any) -> str:
    """The language in which a text in several languages is shown, where it is not the reader's; else empty."""
    language = languages.best(text)[1]
    return "" if language == languages.active() else language


@register.simple_tag
def local_version(text: Any, language: str) -> dict[str, str]:
    """A second version beside the shown one: in the country's own `language`, or English where that is shown already."""
    shown = languages.best(text)[1]
    words = text.data.get(language, "") if isinstance(text, LazyI18nString) and isinstance(text.data, dict) else ""
    if language != shown and words:
        return {"words": words, "language": language}
    words, language = languages.second(text)
    return {"words": words, "language": language}
