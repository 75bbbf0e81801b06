"""The five languages of the interface, Lao included, which Django does not know by itself."""

from __future__ import annotations

import django.conf.locale
from django.utils.translation import get_language
from i18nfield.strings import LazyI18nString

LAO = {"bidi": False, "code": "lo", "name": "Lao", "name_local": "ລາວ"}
LANGUAGES = [("lo", "ລາວ"), ("en", "English"), ("th", "ไทย"), ("km", "ខ្មែរ"), ("vi", "Tiếng Việt")]
CODES = tuple(code for code, _ in LANGUAGES)
#: the language in which a country's own names are written
OF_COUNTRY = {"LA": "lo", "TH": "th", "KH": "km", "VN": "vi", "JP": "ja"}


def teach_django_lao() -> None:
    """Add Lao to Django's table of languages; must run before settings are used."""
    django.conf.locale.LANG_INFO.setdefault("lo", LAO)


def active() -> str:
    """Return the reader's language code, one of CODES."""
    code = (get_language() or "en").split("-")[0]
    return code if code in CODES else "en"


def best(text: LazyI18nString | str | None, *, language: str | None = None) -> tuple[str, str]:
    """Return (text, its language) for the reader: theirs, else English, else Lao, else whichever there is."""
    language = language or active()
    if text is None:
        return "", language
    data = text.data if isinstance(text, LazyI18nString) else text
    if not isinstance(data, dict):
        return str(data or ""), language
    for code in (language, "en", "lo", *data):
        if data.get(code):
            return data[code], code
    return "", language


def second(text: LazyI18nString | str | None, *, language: str | None = None) -> tuple[str, str]:
    """Return another language's version beside `best`: the local one for an English reader, English for others."""
    data = text.data if isinstance(text, LazyI18nString) else None
    if not isinstance(data, dict):
        return "", ""
    _, shown = best(text, language=language)
    order = [code for code in ("lo", "th", "km", "vi", "ja") if shown == "en"] + ["en", "lo", *data]
    for code in order:
        if code != shown and data.get(code):
            return data[code], code
    return "", ""
