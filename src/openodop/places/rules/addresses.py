"""An address as people write it, cut into parts. Nothing is looked up here; `gazetteer` decides what the parts mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from openodop.foundation.folding import clean, tidy
from openodop.places.rules.names import Part, cut_at_marks, key, split_mark

_SEPARATORS = re.compile(r"[,;\n|•،、]|\s[-–—/]\s|[()]")
_POSTCODE = re.compile(r"(?:^|\s)\d{5,6}$")
_COUNTRIES = ("Lao PDR", "Laos", "Lao People's Democratic Republic", "ສປປ ລາວ", "ປະເທດລາວ", "ສາທາລະນະລັດ ປະຊາທິປະໄຕ ປະຊາຊົນລາວ")
_COUNTRIES += ("Thailand", "ประเทศไทย", "ไทย", "Viet Nam", "Việt Nam", "Cambodia", "Kampuchea", "កម្ពុជា", "ព្រះរាជាណាចក្រកម្ពុជា", "Japan", "日本")
_COUNTRY_KEYS = {key(name) for name in _COUNTRIES}


@dataclass(frozen=True)
class Parts:
    """What an address says. `loose` are texts without a word that tells their level, in the order written."""

    code: str = ""
    province: str = ""
    district: str = ""
    #: a city whose rank the words leave open (thành phố)
    city: str = ""
    commune: str = ""
    village: str = ""
    loose: tuple[str, ...] = ()
    #: written from the province down
    province_first: bool = False
    #: the word beside the province's name, "" where it stands alone
    province_mark: str = ""
    #: (part, text) said a second time in other words, by the address beside the columns
    also: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return any((self.code, self.province, self.district, self.city, self.commune, self.village, self.loose))


_FIELD_OF = {Part.VILLAGE: "village", Part.COMMUNE: "commune", Part.DISTRICT: "district", Part.CITY: "city", Part.PROVINCE: "province"}
_FIELD_OF[Part.CAPITAL] = "province"


#: whether a text is the whole name of a province or district: such a text is not taken apart (Prachuap Khiri Khan, Ban Phai)
Knows = Callable[[str], bool]


def _knows_none(text: str) -> bool:
    return False


def parse_address(text: str, knows: Knows = _knows_none) -> Parts:
    """Cut an address in one cell into its parts: marked (`xã …`, `ເມືອງ…`, `… District`) or a plain list in either order."""
    parts = Parts()
    for segment in _SEPARATORS.split(tidy(text)):
        whole = clean(segment)
        for piece in [whole] if knows(whole) else cut_at_marks(whole):
            parts = _with_piece(parts, piece.strip(" .:-"), knows)
    return _with_district_out_of_village(parts)


def _with_piece(parts: Parts, piece: str, knows: Knows) -> Parts:
    piece = _POSTCODE.sub("", piece)
    if not piece or key(piece) in _COUNTRY_KEYS:
        return parts
    name, part = split_mark(piece)
    if part is None or knows(piece):
        return replace(parts, loose=(*parts.loose, piece))
    if part is Part.CAPITAL:
        name = piece  # the word is half of the name: Vientiane Capital
    if not any(letter.isalpha() for letter in name):
        name = piece  # "thôn 1" and "quận 3" are names only with their word
    if part is Part.CITY and parts.city and not parts.district:
        return replace(parts, district=parts.city, city=name)  # thành phố Thủ Đức, thành phố Hồ Chí Minh
    field = _FIELD_OF[part]
    written = ", ".join(filter(None, [getattr(parts, field), name]))
    changes: dict[str, object] = {field: written}
    if field == "province":
        changes |= {"province_mark": str(part), "province_first": not (parts.loose or parts.village or parts.commune or parts.district)}
    return replace(parts, **changes)


def _with_district_out_of_village(parts: Parts) -> Parts:
    """Cut `ໂພນເມືອງສັງທອງ`, written without a space; where a space stands, ເມືອງ was seen before."""
    if parts.district or parts.loose:
        return parts
    village, mark, district = parts.village.partition("ເມືອງ")
    return replace(parts, village=village.strip(), district=district.strip()) if mark and village.strip() and district.strip() else parts


def from_columns(
    *, code: str = "", address: str = "", province: str = "", district: str = "", commune: str = "", village: str = "", knows: Knows = _knows_none
) -> Parts:
    """Return the parts of an address in columns. `address` fills what the columns leave open."""
    parts = parse_address(address, knows)
    province_name, province_mark = _unmarked(province, knows, Part.PROVINCE, Part.CAPITAL)
    columns = {
        "code": clean(code),
        "province": clean(province) if province_mark == Part.CAPITAL else province_name,
        "district": _unmarked(district, knows, Part.DISTRICT)[0],
        "commune": _unmarked(commune, _knows_none, Part.COMMUNE)[0],
        "village": _unmarked(village, _knows_none, Part.VILLAGE)[0],
    }
    given = {name: value for name, value in columns.items() if value}
    if "province" in given:
        given["province_mark"] = str(province_mark or "")
    if "district" in given:
        given["city"] = ""
    said = [(name, getattr(parts, name)) for name in ("province", "district") if name in given]
    also = tuple((name, text) for name, text in said if text and key(text) != key(given[name]))
    return replace(parts, **given, also=also)


def _unmarked(text: str, knows: Knows, *expected: Part) -> tuple[str, Part | None]:
    """Return a cell without the word that its column already says; a word of another level stays (`thành phố Huế` as district)."""
    text = clean(text)
    name, part = split_mark(text)
    if part in expected and (part is Part.CAPITAL or not knows(text)) and any(letter.isalpha() for letter in name):
        return name, part
    return text, None
