"""Cuts Lao text, which has no spaces between words, into syllables. Pure; expects text folded by `folding.with_diacritics`.

A Lao syllable is: a vowel written before, the first consonant (or two), vowel and tone signs, vowels written after, a last
consonant. Whether a consonant ends a syllable or begins the next shows in what follows it: a sign or a vowel makes it a
beginning. A letter that fits nowhere is kept as a piece of its own; nothing is ever dropped.
"""

from __future__ import annotations

import re

_CONSONANT = "[\u0e81-\u0eae\u0edc-\u0edf]"
_LAST = "[\u0e81-\u0eaa\u0edc-\u0edf]"  # HO SUNG, O and HO TAM end no syllable
_TONE = "[\u0ec8-\u0ecc]*"
_ABOVE = "[\u0eb1\u0eb4-\u0eb9\u0ebb\u0ecd]"  # vowel signs above and below
_SIGN = "[\u0eb0-\u0eb9\u0ebb-\u0ebd\u0ec8-\u0ecb\u0ecd]"  # what shows that the consonant before it begins a syllable
_O, _WO, _HO = "\u0ead", "\u0ea7", "\u0eab"

#: ອ is a vowel here, unless a sign or another vowel letter makes it the first consonant of the next syllable
_VOWEL_O = f"{_O}(?!{_SIGN}|{_O})"
_FIRST = (
    f"(?:{_HO}[\u0e87\u0e8d\u0ea5\u0ea7\u0ebc](?={_TONE}(?:{_SIGN}|{_CONSONANT}))"  # ຫງ ຫຍ ຫວ ຫຼ
    f"|[\u0e81\u0e82\u0e84]{_WO}(?={_TONE}[\u0eb0-\u0eb3\u0ebd])"  # ຄວາມ ກວ່າ ຂວັນ
    f"|{_CONSONANT}\u0ebc|[\u0e81\u0e82\u0e84\u0e95\u0e9b\u0e9e]\u0ea5(?={_SIGN})|{_CONSONANT})"  # ພຼະ ປລາ
)
#: not before a sign, nor where ອ or ວ is the vowel that follows: ມາ|ນອນ, ສີ|ນວນ, but ການ|ອອກ
_END = (
    f"(?:(?![\u0e81\u0e82\u0e84]{_WO}{_TONE}[\u0eb1\u0eb2]){_LAST}"
    f"(?!{_SIGN}|{_TONE}{_O}(?!{_SIGN}|{_O}|{_TONE}{_CONSONANT}{_SIGN})|{_WO}{_TONE}{_LAST}(?!{_SIGN}))\u0ecc?)"
)
_SYLLABLE = re.compile(
    f"[\u0ec3\u0ec4](?:{_HO}[\u0e87\u0e8d\u0ea7\u0ebc](?!{_SIGN})|{_CONSONANT}\u0ebc?){_TONE}(?:\u0e8d(?!{_SIGN}|{_O}))?"  # ໃ ໄ
    f"|\u0ec0{_FIRST}[\u0eb6\u0eb7]{_TONE}{_O}{_END}?"  # ເກືອ
    f"|[\u0ec1\u0ec2][\u0e81\u0e82\u0e84]{_WO}{_TONE}{_LAST}(?!{_SIGN})"  # ແຂວງ
    f"|[\u0ec0-\u0ec2]{_FIRST}{_ABOVE}?{_TONE}(?:\u0eb2\u0eb0|\u0eb2|\u0eb0|\u0ebd|{_VOWEL_O})?{_END}?"  # ເ ແ ໂ
    f"|{_FIRST}{_TONE}\u0eb3"  # ຳ
    f"|{_FIRST}\u0eb1{_TONE}(?:{_WO}\u0eb0|{_LAST})"  # ັ needs a last consonant
    f"|{_FIRST}{_ABOVE}?{_TONE}(?:\u0eb2{_END}?|\u0eb0|\u0ebd{_END}?|{_VOWEL_O}{_END}?|{_WO}\u0eb0|{_WO}{_END})"
    f"|{_FIRST}{_ABOVE}{_TONE}{_END}?"
)


def cut(text: str) -> list[str]:
    """Return the syllables of a run of Lao letters, in order; joined they are the text again."""
    pieces = []
    at = 0
    while at < len(text):
        found = _SYLLABLE.match(text, at)
        end = found.end() if found else at + 1
        pieces.append(text[at:end])
        at = end
    return pieces
