"""Words on paper: in the language of the country, and in English below."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils import translation
from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext
from i18nfield.strings import LazyI18nString

from openodop.foundation import languages
from openodop.people.names import language_of
from openodop.training.models import Course

ENGLISH = "en"


def paper_language(course: Course) -> str:
    """The language of the course's country where the platform speaks it, else English."""
    code = languages.OF_COUNTRY.get(course.programme.country.code, ENGLISH)
    return code if code in languages.CODES else ENGLISH


def both(text: Callable[[], str], language: str) -> dict[str, Any]:
    """Return what `text` says in `language` and, where that is another language, in English."""
    local, english = _said_in(language, text), _said_in(ENGLISH, text)
    return {"local": {"text": local, "lang": language}, "english": english if language != ENGLISH and english != local else None}


def both_of(text: LazyI18nString | str | None, language: str) -> dict[str, Any]:
    """Return a text of the record in `language` (or what there is) and in English where that differs."""
    words, said = languages.best(text, language=language)
    english = text.data.get(ENGLISH) if isinstance(text, LazyI18nString) and isinstance(text.data, dict) else None
    return {"local": {"text": words, "lang": said}, "english": english if english and said != ENGLISH else None}


def labels(words: dict[str, Any], language: str) -> dict[str, Any]:
    return {key: both(lambda text=text: str(text), language) for key, text in words.items()}


def name(text: str) -> dict[str, str] | None:
    """A name with the language of its letters."""
    return {"text": text, "lang": language_of(text)} if text else None


def hours(minutes: int) -> str:
    """Return "27 hours" in the active language; half hours as 4.5."""
    count = minutes // 60 if minutes % 60 == 0 else round(minutes / 60, 1)
    return ngettext("%(count)s hour", "%(count)s hours", count if isinstance(count, int) else 2) % {"count": number_format(count, use_l10n=True)}


def where(course: Course) -> str:
    """Return the venue and place of a course in the active language, or that it is online."""
    if course.mode == "online":
        return gettext("Online")
    venue = languages.best(course.venue)[0]
    place = course.place.name if course.place else ""
    return ", ".join(part for part in (venue, place) if part) or course.programme.country.name


def _said_in(language: str, text: Callable[[], str]) -> str:
    with translation.override(language):
        return text()
