"""The words around a place's name (xã, ເມືອງ, อำเภอ, ខេត្ត, District …) and the keys by which names are compared."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from openodop.foundation.folding import plain, without_diacritics


class Part(StrEnum):
    """What a word beside a name says about it. A `city` is a province's city or a city of its own rank (thành phố)."""

    VILLAGE = "village"
    COMMUNE = "commune"
    DISTRICT = "district"
    CITY = "city"
    PROVINCE = "province"
    CAPITAL = "capital"


#: words before a name, with and without Vietnamese diacritics; a point stands for an abbreviation
_BEFORE = {
    Part.VILLAGE: "thôn|bản|ấp|làng|buôn|khóm|tổ dân phố|khu phố|tiểu khu|village of|ban|phum|b.",
    Part.COMMUNE: "xã|phường|thị trấn|tt.|x.|p.|commune of|tambon|khum|sangkat",
    Part.DISTRICT: "huyện|thị xã|quận|tx.|h.|q.|district of|muang|mueang|muong|amphoe|amphur|khet|srok|khan|krong|m.",
    Part.CITY: "thành phố|tp.|t.p.|tp|city of",
    Part.PROVINCE: "tỉnh|t.|province of|khoueng|khwaeng|changwat|khaet",
    Part.CAPITAL: "thủ đô|capital of",
}
#: the same where no space follows; spelling variants of the letters' coding included
_BEFORE_UNSPACED = {
    Part.VILLAGE: r"ບ້ານ|ບາ້ນ|ບ\.|หมู่บ้าน|หมู่ที่|หมู่|ม\.|บ้าน|ភូមិ",
    Part.COMMUNE: r"ຕາແສງ|ตำบล|ตําบล|แขวง|ต\.|ឃុំ|សង្កាត់",
    Part.DISTRICT: r"ເມືອງ|ມ\.|เขต|กิ่งอำเภอ|กิ่งอําเภอ|อำเภอ|อําเภอ|อ\.|ស្រុក|ក្រុង|ខណ្ឌ",
    Part.PROVINCE: r"ແຂວງ|ເເຂວງ|ຂ\.|จังหวัด|จ\.|ខេត្ត",
    Part.CAPITAL: "ນະຄອນຫຼວງ|ນະຄອນຫລວງ|ກຳແພງນະຄອນ|ກໍາແພງນະຄອນ|រាជធានី",
}
_AFTER = {
    Part.VILLAGE: "village",
    Part.COMMUNE: "commune|ward|sub-district|subdistrict|township",
    Part.DISTRICT: "district|dist.|amphoe|khet|khan|town",
    Part.CITY: "city|municipality",
    Part.PROVINCE: "province|prov.",
    Part.CAPITAL: "capital|capital city|prefecture",
}


#: without diacritics these are the beginnings of names: Lang Son, Bon …
_ONLY_WITH_DIACRITICS = {"làng", "ấp", "bản", "t.", "p.", "x.", "h.", "q.", "b.", "m."}


def _latin(words: str) -> str:
    """Return the pattern of Latin words: with and without diacritics, any run of spaces between them."""
    forms = {form for word in words.split("|") for form in (word, word if word in _ONLY_WITH_DIACRITICS else without_diacritics(word))}
    patterns = (r"\s+".join(map(re.escape, form.split())).replace(r"\.", r"\s*\.") for form in forms)
    return "|".join(sorted(patterns, key=len, reverse=True))


@cache
def _patterns() -> tuple[list[tuple[Part, re.Pattern[str]]], list[tuple[Part, re.Pattern[str]]]]:
    before = []
    for part in Part:
        if words := _BEFORE.get(part):
            before.append((part, re.compile(rf"(?:{_latin(words)})(?:(?<=\.)\s*|\s*:\s*|\s+)(?=\S)", re.IGNORECASE)))
        if words := _BEFORE_UNSPACED.get(part):
            before.append((part, re.compile(rf"(?:{words})\s*:?\s*(?=\S)")))
    after = [(part, re.compile(rf"(?P<name>\S.*?)\s+(?:{_latin(words)})$", re.IGNORECASE)) for part, words in _AFTER.items()]
    return before, after


def split_mark(text: str) -> tuple[str, Part | None]:
    """Return (name, what the word beside it says): ("Phong Điền", DISTRICT) for `huyện Phong Điền`; (text, None) where no word stands."""
    before, after = _patterns()
    longest: tuple[int, Part] | None = None
    for part, pattern in before:
        found = pattern.match(text)
        if found and (longest is None or found.end() > longest[0]):
            longest = (found.end(), part)
    if longest:
        return text[longest[0] :].strip(), longest[1]
    for part, pattern in after:
        if found := pattern.fullmatch(text):
            return found["name"], part
    return text, None


#: marks at which a text without commas is cut; villages' words are left out, since names of communes hold them (xã Bản Liền)
_CUT_LATIN = "|".join(_latin(_BEFORE[part]) for part in (Part.COMMUNE, Part.DISTRICT, Part.CITY, Part.PROVINCE, Part.CAPITAL) if part in _BEFORE)
#: whole words of the unspaced scripts that no name holds inside: cut at them also without a space before
_CUT_ANYWHERE = r"ແຂວງ|ເເຂວງ|ນະຄອນຫຼວງ|ນະຄອນຫລວງ|ກຳແພງນະຄອນ|ກໍາແພງນະຄອນ|ตำบล|ตําบล|อำเภอ|อําเภอ|จังหวัด|ต\.|อ\.|จ\.|ខេត្ត|រាជធានី"
_CUT_AFTER_SPACE = "|".join(_BEFORE_UNSPACED.values())
_CUTS = re.compile(
    rf"(?<=\S)(?:\s+(?=(?:{_CUT_AFTER_SPACE}))|(?<!thị)(?<!thi)\s+(?=(?:{_CUT_LATIN})(?:(?<=\.)|\s|:))|(?=(?:{_CUT_ANYWHERE})))", re.IGNORECASE
)
_BARE_MARK = re.compile(rf"(?:{'|'.join([*map(_latin, _BEFORE.values()), *_BEFORE_UNSPACED.values()])})\s*:?", re.IGNORECASE)


def cut_at_marks(text: str) -> list[str]:
    """Cut `xã Phong Hiền huyện Phong Điền` before each mark; a mark that follows another mark belongs to the name."""
    pieces: list[str] = []
    for piece in _CUTS.split(text):
        if pieces and _BARE_MARK.fullmatch(pieces[-1].strip()):
            pieces[-1] += f" {piece}"
        else:
            pieces.append(piece)
    return [piece.strip() for piece in pieces if piece.strip()]


# --- keys ---------------------------------------------------------------------------------------------------------------
#: spellings of Lao, Khmer and Thai names in Latin letters that differ between offices, towards one of them
_LOOSE = [
    ("ph", "p"),
    ("th", "t"),
    ("kh", "k"),
    ("ch", "c"),
    ("nh", "n"),
    ("gn", "y"),
    ("ck", "k"),
    ("x", "s"),
    ("ou", "u"),
    ("oo", "u"),
    ("eu", "u"),
]
_LOOSE += [("r", "l"), ("v", "w"), ("ay", "ai"), ("y", "i"), ("ae", "e"), ("j", "c")]
_DOUBLED = re.compile(r"(.)\1+")


def key(name: str) -> str:
    """Return what two spellings of one name share: letters and marks without case, spaces, Latin diacritics or coding."""
    return plain(name)


def loose_key(name: str) -> str:
    """Return a key under which spellings in Latin letters meet: Xiengkhouang, Xieng Khuang; "" for other scripts."""
    found = plain(name)
    if not found.isascii():
        return ""
    while (simpler := _simpler(found)) != found:  # one change may open the way for another
        found = simpler
    return found


def _simpler(found: str) -> str:
    for spelling, kept in _LOOSE:
        found = found.replace(spelling, kept)
    found = _DOUBLED.sub(r"\1", found)
    return found[:-1] if found.endswith("ne") else found
