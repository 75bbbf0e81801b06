"""Proposals of customs numbers (Harmonized System 2022) for a product, found by words in any of the five languages.

The list is data/hs_codes_odop.csv. It only proposes: where a good falls is decided by customs.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from openodop.foundation.folding import ascii_digits, plain, with_diacritics, without_diacritics


@dataclass(frozen=True)
class HsCode:
    code: str
    description: str
    words: str

    @property
    def shown(self) -> str:
        """As customs write it: 0803.90."""
        return f"{self.code[:4]}.{self.code[4:]}" if len(self.code) == 6 else self.code


@cache
def every_code() -> dict[str, HsCode]:
    """Return code -> entry; read from the file once."""
    with files("openodop.products").joinpath("data/hs_codes_odop.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {row["hs_code"]: HsCode(row["hs_code"], row["description_en"], _spaced(f"{row['keywords']} {row['description_en']}")) for row in rows}


def _spaced(text: str) -> str:
    """Return folded words with one space before each, so that " tea" is found in "Tea, green" and not in "steamed"."""
    return "".join(f" {word}" for word in re.split(r"[\W_]+", without_diacritics(text)) if word)


@cache
def _english_words() -> dict[str, str]:
    """Return what people call their goods -> the English word of the list; the longest first.

    Lao, Thai and Khmer words stand folded, to be found inside a text without spaces; Vietnamese ones with a space on both sides.
    """
    with files("openodop.products").joinpath("data/hs_words.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    words = {plain(row[language]): row["english"] for row in rows for language in ("lo", "th", "km")}
    words |= {f" {with_diacritics(row['vi'])} ": row["english"] for row in rows}
    return dict(sorted(words.items(), key=lambda pair: -len(pair[0])))


def find(text: str, *, most: int = 12) -> list[HsCode]:
    """Return the entries that fit a number ("0803", "0803.90") or words; six-digit ones and those with more of the words first."""
    digits = ascii_digits(text).replace(".", "").replace(" ", "")
    if digits.isdecimal():
        return [entry for code, entry in every_code().items() if code.startswith(digits)][:most]
    wanted = _in_english(text)
    if not wanted:
        return []
    ranked = sorted(
        (
            (sum(f" {word}" in entry.words for word in wanted), entry.words.startswith(f" {wanted[0]}"), len(entry.code), entry)
            for entry in every_code().values()
        ),
        key=lambda found: (-found[0], not found[1], -found[2], found[3].code),
    )
    return [entry for hits, *_, entry in ranked if hits][:most]


def proposals(codes: Iterable[str]) -> list[HsCode]:
    return [every_code()[code] for code in codes if code in every_code()]


def _in_english(text: str) -> list[str]:
    """Turn known words of the other languages into English; other words in plain Latin letters stay as they are."""
    rest, words = f"{plain(text)} {with_diacritics(text)} ", []
    for local, english in _english_words().items():
        if local in rest:
            words.append(english)
            rest = rest.replace(local, "  ")
    words += [word for word in rest.split()[1:] if word.isascii() and word.isalpha() and len(word) > 2]
    return [word.removesuffix("s") for word in dict.fromkeys(words)]
