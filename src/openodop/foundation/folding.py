"""Texts of five scripts made comparable: one coding per letter, without case, Latin diacritics or foreign digits.

Pure functions. `plain` compares short words such as column titles; `foundation.search` builds on it for search.
The rules for Lao follow a measurement (docs/explanation/search-in-lao.md): coding variants are joined towards the composed
letters before anything is cut, RO is read as LO. Unicode's own NFC joins none of them, and NFKC would damage Lao words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ZERO_WIDTH = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f"))
_LATIN_MARKS = re.compile("[\u0300-\u036f]")
_STROKES = str.maketrans({"đ": "d", "ð": "d", "ø": "o", "ł": "l", "ı": "i", "ŧ": "t", "’": "'", "ʼ": "'"})

_LAO_OR_THAI = re.compile("[\u0e00-\u0eff]")
LAO_TONES = "\u0ec8-\u0ecb"
#: coding variant -> the one form kept; in this order
_CODINGS = [
    # Lao
    (re.compile("\u0ea3"), "\u0ea5"),  # RO is read as LO
    (re.compile("\u0ec0\u0ec0"), "\u0ec1"),  # two E signs are one EI sign
    (re.compile("\u0eab\u0ea1"), "\u0edd"),  # HO SUNG, MO -> HO MO
    (re.compile("\u0eab\u0e99"), "\u0edc"),  # HO SUNG, NO -> HO NO
    (re.compile("\u0eab\u0ea5"), "\u0eab\u0ebc"),  # HO SUNG, LO -> HO SUNG with semivowel LO
    (re.compile(f"\u0ecd([{LAO_TONES}]*)\u0eb2|([{LAO_TONES}]+)\u0ecd\u0eb2|\u0eb3([{LAO_TONES}]+)"), r"\1\2\3" + "\u0eb3"),  # AM after its tone mark
    # Thai
    (re.compile("\u0e40\u0e40"), "\u0e41"),
    (re.compile("\u0e4d([\u0e48-\u0e4b]*)\u0e32|([\u0e48-\u0e4b]+)\u0e4d\u0e32|\u0e33([\u0e48-\u0e4b]+)"), r"\1\2\3" + "\u0e33"),
]


def tidy(text: str) -> str:
    """Return the text as it is worth keeping: NFC, no byte-order mark, each run of spaces in a line as one space, trimmed."""
    lines = unicodedata.normalize("NFC", text).replace("\ufeff", "").splitlines()
    return "\n".join(" ".join(line.split()) for line in lines).strip()


#: hoà and hòa, thuý and thúy are one word each; the mark moves to the first vowel of an open syllable (not in quý)
_TONE_ON_SECOND = re.compile("(?<!q)([ou])([àáảãạèéẻẽẹỳýỷỹỵ])(?![^\\W\\d_])")


def _tone_on_first(found: re.Match[str]) -> str:
    second, tone = unicodedata.normalize("NFD", found[2])
    return unicodedata.normalize("NFC", found[1] + tone) + second


def clean(text: str) -> str:
    """Return the text in NFC, without characters of no width, each run of spaces as one space, trimmed."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_ZERO_WIDTH).split())


_DIGITS = {letter: str(unicodedata.decimal(chr(letter))) for letter in range(0x80, 0x20000) if chr(letter).isdecimal()}


def ascii_digits(text: str) -> str:
    """Return the text with Lao, Thai, Khmer and full-width digits written 0 to 9."""
    return text if text.isascii() else text.translate(_DIGITS)


def with_diacritics(text: str) -> str:
    """Return the folded text with its Latin diacritics: lower case, one coding per letter, ASCII digits."""
    if text.isascii():
        return " ".join(text.lower().split())
    text = ascii_digits(clean(text)).casefold()
    if _LAO_OR_THAI.search(text):
        for variant, kept in _CODINGS:
            text = variant.sub(kept, text)
    return _TONE_ON_SECOND.sub(_tone_on_first, unicodedata.normalize("NFC", text))


def without_diacritics(text: str) -> str:
    """Return `with_diacritics` without them: `Phong Điền` and `phong dien` become the same."""
    if text.isascii():
        return with_diacritics(text)
    text = unicodedata.normalize("NFD", with_diacritics(text)).translate(_STROKES)
    return unicodedata.normalize("NFC", _LATIN_MARKS.sub("", text))


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Return the text for comparing names and titles: folded, letters and digits only, without any space."""
    marks_kept = unicodedata.normalize("NFC", without_diacritics(text))
    return "".join(letter for letter in marks_kept if letter.isalnum() or unicodedata.category(letter) in ("Mn", "Mc"))
