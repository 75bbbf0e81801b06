"""Phone numbers as people write them, kept as E.164 (+8562055512345) and shown in groups."""

from __future__ import annotations

import re
from functools import lru_cache

import phonenumbers
from django.conf import settings

from openodop.foundation import languages
from openodop.foundation.folding import ascii_digits, clean

#: a spreadsheet keeps a number as 2055512345.0
_SPREADSHEET = re.compile(r"^\+?\d{6,15}\.0$")
_WRITTEN = re.compile(r"^[\d\s+()./\-–—]+$")
_REGION_OF_LANGUAGE = {"th": "TH", "vi": "VN", "km": "KH"}


def regions() -> tuple[str, ...]:
    """Countries whose way of writing is tried, the reader's own first, then that of the installation."""
    own = _REGION_OF_LANGUAGE.get(languages.active())
    default = settings.OPENODOP_PHONE_REGION
    return tuple(dict.fromkeys([own, default] if own else [default]))


def parse(text: str, region: str = "") -> str:
    """Return the number as E.164, or "" when it is not a phone number of one of the tried countries.

    Understands spaces, dots and dashes, Lao, Thai and Khmer digits, a missing first 0, 00 or a bare country code in front,
    and Lao mobile numbers written with their last eight digits.
    """
    text = ascii_digits(clean(text))
    if _SPREADSHEET.match(text):
        text = text[:-2]
    if not _WRITTEN.match(text):
        return ""
    for country in (region,) if region else regions():
        number = _valid(text, country)
        if not number and country == "LA" and len(re.sub(r"\D", "", text)) == 8:
            number = _valid(f"020{text}", country)
        if number:
            return number
    return ""


def _valid(text: str, country: str) -> str:
    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) if phonenumbers.is_valid_number(number) else ""


@lru_cache(maxsize=1024)
def shown(number: str) -> str:
    """Return an E.164 number in groups, as a reader at home writes it: 020 55 512 345, or +66 81 234 5678 from elsewhere."""
    if not number:
        return ""
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    at_home = phonenumbers.region_code_for_number(parsed) == settings.OPENODOP_PHONE_REGION
    kind = phonenumbers.PhoneNumberFormat.NATIONAL if at_home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(parsed, kind)
