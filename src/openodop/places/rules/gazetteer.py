"""Decides which place the parts of an address mean, among the places of one country.

A name that is known under two places is decided by what else the address says, else it is refused with the choices; a
name that is not known is refused with the nearest ones. Nothing is guessed and nothing is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from rapidfuzz import fuzz, process

from openodop.places.rules.addresses import Parts
from openodop.places.rules.known_names import DISTRICT_LEVEL, DISTRICT_MARKS, PROVINCE_LEVEL, PROVINCE_MARKS, Entry, KnownNames
from openodop.places.rules.names import Part, key, loose_key, split_mark

#: share of alike letters (0 to 100) below which a name is no help as a suggestion
_NEAR_ENOUGH = 55
_MOST_SUGGESTIONS = 3
#: places of one name that are worth listing; beyond it the province is asked for
_MOST_CHOICES = 5


@dataclass(frozen=True)
class Located:
    """Codes of what was found, and the texts below it as written."""

    code: str
    former_code: str = ""
    district_text: str = ""
    commune: str = ""
    village: str = ""


class Reason(StrEnum):
    NOTHING_SAID = "nothing said"
    CODE_UNKNOWN = "code unknown"
    PROVINCE_UNKNOWN = "province unknown"
    PROVINCE_MISSING = "province missing"
    DISTRICT_UNKNOWN = "district unknown"
    AMBIGUOUS = "ambiguous"
    DISAGREE = "disagree"


class NotLocated(Exception):
    """The address cannot be placed; `suggestions` are codes, nearest first. `within` is the province that was understood."""

    def __init__(self, reason: Reason, part: str, text: str, suggestions: Iterable[str] = (), within: str = "") -> None:
        super().__init__(reason)
        self.reason, self.part, self.text, self.suggestions, self.within = reason, part, text, tuple(suggestions), within


class Gazetteer:
    """The provinces and districts of one country."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = {entry.code: entry for entry in entries}
        # Vietnamese names have one spelling; those of the other scripts are written in Latin letters in many ways.
        spellings_vary = not any(code.startswith("VN") for code in self.entries)
        self._provinces, self._districts = KnownNames(PROVINCE_MARKS, spellings_vary), KnownNames(DISTRICT_MARKS, spellings_vary)
        self._children: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries.values():
            if entry.level == PROVINCE_LEVEL:
                self._provinces.add(entry)
            elif entry.level == DISTRICT_LEVEL:
                self._districts.add(entry)
                self._children[entry.parent].append(entry)
        #: Viet Nam has no districts since July 2025 and our list has none: they are kept as written
        self.has_districts = bool(self._children)

    def knows(self, text: str) -> bool:
        """Whether a text is the whole name of a province or district."""
        return bool(self._provinces.sure.get(key(text)) or self._districts.sure.get(key(text)))

    # --- the way through ------------------------------------------------------------------------------------------
    def locate(self, parts: Parts) -> Located:
        """Return what the parts mean. Raises NotLocated with the reason and the nearest choices."""
        if not parts:
            raise NotLocated(Reason.NOTHING_SAID, "address", "")
        by_code = self._by_code(parts.code) if parts.code else None
        if not self._of_level(PROVINCE_LEVEL):
            return self._country_only(parts)
        if by_code is not None and by_code.level == DISTRICT_LEVEL:
            return self._with_code(by_code, parts)
        parts = self._place_loose(parts, known_province=by_code)
        provinces = self._province(parts, by_code)
        district = self._district(parts, provinces)
        province = self._choose_province([self.entries[district.parent]] if district else provinces, parts, by_code)
        self._refuse_contradiction(parts, province, district)
        return self._located(parts, province, district)

    def _refuse_contradiction(self, parts: Parts, province: Entry, district: Entry | None) -> None:
        """Refuse an address that says something else than the columns beside it."""
        for part, text in parts.also:
            if part == "province":
                agrees = any(_same_land(entry, province) for entry in self._provinces.named(text, also_bare=True))
            else:
                agrees = district is not None and district in self._districts.named(text, also_bare=True)
            if not agrees:
                raise NotLocated(Reason.DISAGREE, part, text, [(district or province).code])

    def _country_only(self, parts: Parts) -> Located:
        """A country of which no provinces are listed: the place is the country, all else is kept as written."""
        country = next((entry.code for entry in self.entries.values() if entry.level == 0), "")
        if not country:
            raise NotLocated(Reason.PROVINCE_UNKNOWN, "province", parts.province or parts.code)
        above = ", ".join(filter(None, [parts.district, parts.city, parts.province]))
        return Located(country, "", above, parts.commune, ", ".join(filter(None, [parts.village, *parts.loose])))

    def _by_code(self, code: str) -> Entry:
        entry = self.entries.get(code.upper().replace(" ", ""))
        if entry is None:
            near = process.extract(code.upper(), list(self.entries), scorer=fuzz.ratio, limit=_MOST_SUGGESTIONS, score_cutoff=70)
            raise NotLocated(Reason.CODE_UNKNOWN, "place_code", code, [found for found, _, _ in near])
        return entry

    def _with_code(self, entry: Entry, parts: Parts) -> Located:
        """The code of a district decides; names that mean another place contradict it, unknown spellings do not."""
        if parts.province and (named := self._provinces.named(parts.province, also_bare=True)) and not _holds(named, entry.parent):
            raise NotLocated(Reason.DISAGREE, "province", parts.province, [entry.code])
        if parts.district and (named := self._districts.named(parts.district)) and entry not in named:
            raise NotLocated(Reason.DISAGREE, "district", parts.district, [entry.code])
        rest = [text for text in parts.loose if entry not in self._districts.named(text) and not _holds(self._provinces.named(text), entry.parent)]
        return Located(entry.code, commune=parts.commune, village=", ".join(filter(None, [parts.village, *rest])))

    # --- texts whose level no word tells ----------------------------------------------------------------------------
    def _place_loose(self, parts: Parts, known_province: Entry | None) -> Parts:
        """Give each loose text its level: the province stands at one end, the district beside it, what is left lies below."""
        parts = self._peel(parts)
        loose = self._without_repeated_province(list(parts.loose[::-1] if parts.province_first else parts.loose), parts, known_province)
        if not parts.province and known_province is None:
            parts, loose = self._loose_province(parts, loose)
        if parts.city:
            parts = replace(parts, district=parts.district or parts.city, city="") if parts.province or known_province else parts
        if not parts.district and self.has_districts and loose:
            parts, loose = self._loose_district(parts, loose)
        elif not parts.district and loose and not parts.commune and self._speaks_of_former(parts):
            at = -1 if len(loose) > 1 or parts.village else 0
            parts = replace(parts, district=loose.pop(at))
        if loose and not parts.commune and _is_name(loose[-1]) and not self._expects_village_first():
            parts = replace(parts, commune=loose.pop())
        return replace(parts, village=", ".join(filter(None, [*loose, parts.village])), loose=())

    def _without_repeated_province(self, loose: list[str], parts: Parts, known: Entry | None) -> list[str]:
        """Leave out the end of a list that only says again which province the code or the column gave.

        A text that stands alone is rather the district of that name: Phongsaly in Phongsaly.
        """
        given = [known] if known else self._provinces.named(parts.province, also_bare=True) if parts.province else []
        for end in (-1, 0):
            if not loose or not any(_same_land(entry, province) for entry in self._provinces.named(loose[end]) for province in given):
                continue
            if len(loose) > 1 or not self._inside(loose[end], given):
                del loose[end]
                break
        return loose

    def _inside(self, text: str, provinces: list[Entry]) -> bool:
        """Whether a text names a district of one of the provinces."""
        return any(entry.parent in {province.code for province in provinces} for entry in self._districts.named(text))

    def _loose_province(self, parts: Parts, loose: list[str]) -> tuple[Parts, list[str]]:
        for end in (-1, 0):
            if loose and self._provinces.named(loose[end], also_bare=True):
                # A single name may be a district's as well: the province is meant, unless a word said otherwise.
                province = loose.pop(end)
                return replace(parts, province=province, province_mark=str(split_mark(province)[1] or "")), loose if end else loose[::-1]
        if parts.city and self._provinces.named(parts.city):
            return replace(parts, province=parts.city, city="", province_mark=str(Part.CITY)), loose
        return parts, loose

    def _loose_district(self, parts: Parts, loose: list[str]) -> tuple[Parts, list[str]]:
        """The district stands beside the province: last of what is left. Without a province either end may hold it."""
        ends = (-1,) if parts.province else (-1, 0)
        for end in ends:
            if self._districts.named(loose[end]):
                return replace(parts, district=loose.pop(end)), loose if end else loose[::-1]
        # Not a district that we know: it is refused with suggestions rather than taken for a village.
        return (replace(parts, district=loose.pop()), loose) if _is_name(loose[-1]) else (parts, loose)

    def _peel(self, parts: Parts) -> Parts:
        """Find a province written after the last name without a mark or comma: `ดุสิต กรุงเทพมหานคร`."""
        last = parts.district or parts.city or (parts.loose[-1] if parts.loose else "")
        if parts.province or parts.code or not last or self._provinces.named(last) or self._districts.named(last):
            return parts
        if any(self._provinces.named(text) for text in (*parts.loose, parts.city)):
            return parts
        words = last.split()
        for at in range(1, len(words)):
            province, before = " ".join(words[at:]), " ".join(words[:at])
            if self._provinces.named(province):
                field_name = "district" if parts.district else "city" if parts.city else ""
                changed = {field_name: before} if field_name else {"loose": (*parts.loose[:-1], before)}
                return replace(parts, province=province, province_mark=str(split_mark(province)[1] or ""), **changed)
        return parts

    def _speaks_of_former(self, parts: Parts) -> bool:
        """Whether the province named exists no longer: then the country still had districts."""
        named = self._provinces.named(parts.province) if parts.province else []
        return bool(named) and all(entry.successor for entry in named)

    def _expects_village_first(self) -> bool:
        """In Lao PDR a village follows the district; elsewhere a commune stands between."""
        return any(code.startswith("LA") for code in self.entries)

    # --- levels -----------------------------------------------------------------------------------------------------
    def _province(self, parts: Parts, by_code: Entry | None) -> list[Entry]:
        if not parts.province:
            return [by_code] if by_code else []
        named = self._provinces.named(parts.province, also_bare=True)
        if by_code is not None:
            if named and not any(_same_land(entry, by_code) for entry in named):
                raise NotLocated(Reason.DISAGREE, "province", parts.province, [by_code.code])
            return named or [by_code]
        if not named:
            raise NotLocated(Reason.PROVINCE_UNKNOWN, "province", parts.province, self._near(parts.province, self._of_level(PROVINCE_LEVEL), parts))
        return named if _one_land(named) else self._by_mark(named, parts)

    def _district(self, parts: Parts, provinces: list[Entry]) -> Entry | None:
        if not self.has_districts:
            if not provinces:
                raise NotLocated(Reason.PROVINCE_MISSING, "province", parts.district or parts.city or parts.commune or parts.village)
            return None
        text = parts.district or parts.city
        if not text:
            if not provinces:
                raise NotLocated(Reason.PROVINCE_MISSING, "province", parts.commune or parts.village)
            return None
        codes = {entry.code for entry in provinces}
        everywhere = self._districts.named(text, also_bare=True)
        named = [entry for entry in everywhere if entry.parent in codes] if codes else self._districts.named(text)
        if not named:
            self._refuse_district(text, provinces, everywhere)
        if len(named) > _MOST_CHOICES:
            raise NotLocated(Reason.PROVINCE_MISSING, "district", text)
        if len(named) > 1:
            raise NotLocated(Reason.AMBIGUOUS, "district", text, [entry.code for entry in named])
        return named[0]

    def _refuse_district(self, text: str, provinces: list[Entry], elsewhere: list[Entry]) -> None:
        inside = [child for province in provinces for child in self._children[province.code]] or self._of_level(DISTRICT_LEVEL)
        near = [*self._near(text, inside), *(entry.code for entry in elsewhere)][:_MOST_SUGGESTIONS]
        within = provinces[0].code if len(provinces) == 1 else ""
        raise NotLocated(Reason.DISTRICT_UNKNOWN, "district", text, dict.fromkeys(near), within)

    def _choose_province(self, named: list[Entry], parts: Parts, by_code: Entry | None) -> Entry:
        """Choose among entries of one name.

        A former province and the present one of its name are the same land: an address with a district was written before
        July 2025, so the former one is meant and both are kept; without a district the present one is meant.
        """
        if by_code is not None and by_code in named:
            return by_code
        if not _one_land(named):
            raise NotLocated(Reason.AMBIGUOUS, "province", parts.province, [entry.code for entry in named])
        former = [entry for entry in named if entry.successor]
        present = [entry for entry in named if not entry.successor]
        return former[0] if former and (not present or parts.district) else present[0]

    def _by_mark(self, named: list[Entry], parts: Parts) -> list[Entry]:
        """Let the word beside the name decide: ແຂວງວຽງຈັນ is the province, ນະຄອນຫຼວງວຽງຈັນ the capital."""
        capitals = [entry for entry in named if entry.kind == "capital"]
        others = [entry for entry in named if entry.kind != "capital"]
        if parts.province_mark == Part.PROVINCE and others:
            return others
        return capitals if parts.province_mark == Part.CAPITAL and capitals else named

    def _located(self, parts: Parts, province: Entry, district: Entry | None) -> Located:
        former = province.code if province.successor else ""
        district_text = "" if district else parts.district or parts.city
        code = district.code if district else province.successor or province.code
        return Located(code, former, district_text, parts.commune, parts.village)

    # --- suggestions --------------------------------------------------------------------------------------------------
    def _of_level(self, level: int) -> list[Entry]:
        return [entry for entry in self.entries.values() if entry.level == level]

    def _near(self, text: str, among: list[Entry], parts: Parts | None = None) -> list[str]:
        """Return codes of the nearest names; the province of a district that the address names comes first."""
        bare = split_mark(text)[0]
        wanted = loose_key(bare) or key(bare)
        names = {(entry.code, name): loose_key(name) or key(name) for entry in among for name in entry.names}
        found = process.extract(wanted, names, scorer=fuzz.ratio, limit=12, score_cutoff=_NEAR_ENOUGH)
        codes = [code for _, _, (code, _) in found]
        if parts is not None and parts.district:
            codes = [*{entry.parent for entry in self._districts.named(parts.district)}, *codes][:6]
        return list(dict.fromkeys(codes))[:_MOST_SUGGESTIONS]


def _same_land(one: Entry, other: Entry) -> bool:
    """Whether two entries are one province, before or after the change of July 2025."""
    return (one.successor or one.code) == (other.successor or other.code)


def _one_land(named: list[Entry]) -> bool:
    return all(_same_land(entry, named[0]) for entry in named)


def _is_name(text: str) -> bool:
    """Whether a text may name a place: house numbers and roads with numbers do not."""
    return not any(letter.isdigit() for letter in text)


def _holds(named: list[Entry], code: str) -> bool:
    return any(entry.code == code for entry in named)
