"""How people write numbers, stars, dates, phones and yes in five languages. Every parser returns None for an empty text
and raises NotUnderstood rather than guess."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

import phonenumbers

from openodop.foundation.folding import ascii_digits, clean, plain, without_diacritics


class NotUnderstood(ValueError):
    """The text cannot be read as what its column holds."""


class Typed(str):
    """A number that a spreadsheet keeps as a number: its point is a decimal point, never a thousands mark."""

    __slots__ = ()


# --- stars --------------------------------------------------------------------------------------------------------------
_FULL_STARS, _EMPTY_STARS = "★⭐✭✮🌟*", "☆"
_ONLY_STARS = re.compile(f"([{re.escape(_FULL_STARS)}]{{1,5}})([{_EMPTY_STARS}]{{0,4}})")
_SCHEMES = "(?:ocop|otop|odop|ovop)"
_RANKS = "(?:hang|dat|xep hang|loai|cap|chuan|rank|level|ລະດັບ|ระดับ|កម្រិត)"
_STARS = f"(?:sao|stars?|ดาว|ດາວ|ផ្កាយ|[{re.escape(_FULL_STARS)}])"
_COUNTED_STARS = re.compile(
    rf"(?:{_SCHEMES}\s*)?(?:{_RANKS}\s*)?(?:{_SCHEMES}\s*)?(?:{_STARS}\s*)?0*([1-5])(?:\s*-?\s*{_STARS})?(?:\s*{_SCHEMES})?\.?"
)


def parse_stars(text: str) -> int | None:
    """Return 1 to 5: `4`, `04 sao`, `OCOP 4 sao`, `hạng 4 sao`, `★★★★`, `4 ดาว`, `໔ ດາວ`."""
    text = without_diacritics(text)
    if not text:
        return None
    if drawn := _ONLY_STARS.fullmatch(text.replace(" ", "")):
        full, empty = map(len, drawn.groups())
        if full + empty <= 5:
            return full
    if counted := _COUNTED_STARS.fullmatch(text):
        return int(counted[1])
    raise NotUnderstood(text)


# --- numbers ------------------------------------------------------------------------------------------------------------
_PLAIN_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:e[+-]?\d{1,2})?")
_GROUPED = re.compile(r"([+-]?[1-9]\d{0,2}(?:([.,' ])\d{3})(?:\2\d{3})*)(?:([.,])(\d+))?")
_DECIMAL = re.compile(r"([+-]?\d+)(?:[.,](\d+))?")


def _number(text: str, *, groups_of_three: bool) -> Decimal | None:
    typed = isinstance(text, Typed)
    text = ascii_digits(clean(text)).replace("\u2212", "-").lower()
    if not text:
        return None
    if len(text) > 40:
        raise NotUnderstood(text)
    if typed and _PLAIN_NUMBER.fullmatch(text):
        return Decimal(text)
    if grouped := _GROUPED.fullmatch(text):
        whole, mark, point, rest = grouped.groups()
        several_groups = whole.count(mark) > 1
        sure = groups_of_three or mark in " '" or several_groups or (point and point != mark)
        if sure and point != mark:
            return Decimal(re.sub(r"[.,' ]", "", whole) + (f".{rest}" if rest else ""))
    elif simple := _DECIMAL.fullmatch(text):
        return Decimal(simple[1] + (f".{simple[2]}" if simple[2] else ""))
    raise NotUnderstood(text)


def parse_decimal(text: str) -> Decimal | None:
    """Return a number with decimal point or comma. `1.500` may mean two things and is refused; `1.500,75` is sure."""
    return _number(text, groups_of_three=False)


def parse_money(text: str) -> Decimal | None:
    """Return an amount; money has no three decimals, so `25.000` is twenty-five thousand."""
    return _number(text, groups_of_three=True)


def parse_degrees(text: str) -> Decimal | None:
    """Return decimal degrees; a coordinate has no thousands, so `17.123` and `17,123` are seventeen and a bit."""
    plain_text = ascii_digits(clean(text)).replace("\u2212", "-").replace(",", ".").rstrip("° ")
    if not plain_text:
        return None
    if len(plain_text) > 20 or not re.fullmatch(r"-?\d{1,3}(\.\d+)?", plain_text):
        raise NotUnderstood(text)
    return Decimal(plain_text)


def parse_whole(text: str) -> int | None:
    """Return a whole number; `1.200` and `1,200` are one thousand two hundred."""
    value = _number(text, groups_of_three=True)
    if value is None:
        return None
    if value != value.to_integral_value():
        raise NotUnderstood(text)
    return int(value)


# --- dates --------------------------------------------------------------------------------------------------------------
_MONTHS = [
    "january jan 1月 ມັງກອນ มกราคม ม.ค. មករា",
    "february feb 2月 ກຸມພາ กุมภาพันธ์ ก.พ. កុម្ភៈ",
    "march mar 3月 ມີນາ ມິນາ มีนาคม มี.ค. មីនា",
    "april apr 4月 ເມສາ เมษายน เม.ย. មេសា",
    "may 5月 ພຶດສະພາ พฤษภาคม พ.ค. ឧសភា",
    "june jun 6月 ມິຖຸນາ มิถุนายน มิ.ย. មិថុនា",
    "july jul 7月 ກໍລະກົດ กรกฎาคม ก.ค. កក្កដា",
    "august aug 8月 ສິງຫາ สิงหาคม ส.ค. សីហា",
    "september sep sept 9月 ກັນຍາ กันยายน ก.ย. កញ្ញា",
    "october oct 10月 ຕຸລາ ตุลาคม ต.ค. តុលា",
    "november nov 11月 ພະຈິກ พฤศจิกายน พ.ย. វិច្ឆិកា",
    "december dec 12月 ທັນວາ ธันวาคม ธ.ค. ធ្នូ",
]
_MONTH_OF = {plain(word): number for number, words in enumerate(_MONTHS, start=1) for word in words.split()}
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[t ]00:00(?::00)?)?")
_DAY_FIRST = re.compile(r"(?:(\d{1,2})\s*[-/.]\s*)?(\d{1,2})\s*[-/.]\s*(\d{4})")
_VIETNAMESE = re.compile(r"(?:(?:ngay\s*)?(\d{1,2})\s*)?thang\s*(\d{1,2})\s*(?:nam\s*|[-/.,]\s*)?(\d{4})")
_MONTH_NAMED = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\s*[-/.]?\s*)?([^\d\s,]+)[\s,/-]*(\d{4})")
_BUDDHIST_ERA = 543


def _parts(text: str) -> tuple[int, int | None, int | None]:
    """Return (year, month, day) as far as the text tells."""
    text = without_diacritics(text)
    if re.fullmatch(r"\d{4}", text):
        year, month, day = text, None, None
    elif found := _YEAR_FIRST.fullmatch(text):
        year, month, day = found.groups()
    elif found := (_DAY_FIRST.fullmatch(text) or _VIETNAMESE.fullmatch(text)):
        day, month, year = found.groups()
    elif (found := _MONTH_NAMED.fullmatch(text)) and plain(found[2]) in _MONTH_OF:
        day, month, year = found[1], _MONTH_OF[plain(found[2])], found[3]
    else:
        raise NotUnderstood(text)
    whole_year = int(year)
    if whole_year >= 2400:  # a year of the Buddhist era
        whole_year -= _BUDDHIST_ERA
    return whole_year, int(month) if month else None, int(day) if day else None


def parse_date(text: str) -> date | None:
    """Return a day. Figures are read day first; a year of the Buddhist era (2400 and later) is turned."""
    if not clean(text):
        return None
    year, month, day = _parts(text)
    if not (month and day and 1900 <= year <= 2200):
        raise NotUnderstood(text)
    try:
        return date(year, month, day)
    except ValueError as error:
        raise NotUnderstood(text) from error


def parse_reported_date(text: str) -> str | None:
    """Return a date as exact as it is given: "2020", "2020-11" or "2020-11-28"."""
    if not clean(text):
        return None
    year, month, day = _parts(text)
    try:
        date(year, month if month is not None else 1, day if day is not None else 1)
    except ValueError as error:
        raise NotUnderstood(text) from error
    if not 1900 <= year <= 2200:
        raise NotUnderstood(text)
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part)])


# --- words --------------------------------------------------------------------------------------------------------------
_YES_WORDS = ("yes", "y", "true", "1", "x", "✓", "✔", "có", "đúng", "ແມ່ນ", "ມີ", "ໃຊ່", "ใช่", "มี", "បាទ", "ចាស", "មាន")
_NO_WORDS = ("no", "n", "false", "0", "-", "không", "sai", "ບໍ່", "ບໍ່ແມ່ນ", "ບໍ່ມີ", "ไม่", "ไม่ใช่", "ไม่มี", "ទេ", "គ្មាន")
_YES, _NO = ({plain(word) or word for word in words} for words in (_YES_WORDS, _NO_WORDS))


def parse_yes_no(text: str) -> bool | None:
    text = clean(text)
    if not text:
        return None
    word = plain(text) or text
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise NotUnderstood(text)


def parse_choice(text: str, words: Mapping[str, Iterable[str]]) -> str | None:
    """Return the key of `words` that the text names, by the key itself or by one of its words."""
    wanted = plain(text)
    if not wanted:
        if clean(text):
            raise NotUnderstood(text)
        return None
    for key, spellings in words.items():
        if wanted == plain(key) or any(wanted == plain(str(spelling)) for spelling in spellings):
            return key
    raise NotUnderstood(text)


_EMAIL = re.compile(r"[^@\s,;]{1,64}@[^@\s.,;]+(?:\.[^@\s.,;]+)+")


def parse_email(text: str) -> str | None:
    text = clean(text).removeprefix("mailto:").lower()
    if not text:
        return None
    if not _EMAIL.fullmatch(text) or len(text) > 254:
        raise NotUnderstood(text)
    return text


def parse_phone(text: str, country: str) -> str | None:
    """Return a phone number as E.164, read as one of `country` when it names none.

    Length and country are checked; whether a prefix is given out is not, since lists of prefixes grow old.
    """
    text = ascii_digits(clean(text)).lstrip("'")
    if not text:
        return None
    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException as error:
        raise NotUnderstood(text) from error
    possible = phonenumbers.is_possible_number_with_reason(number) == phonenumbers.ValidationResult.IS_POSSIBLE
    if not possible or number.extension or re.search(r"[^\d\s()+./-]", text):
        raise NotUnderstood(text)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
