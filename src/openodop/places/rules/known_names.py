"""The places of one country under every name that they are written by."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from openodop.places.rules.names import Part, key, loose_key, split_mark

PROVINCE_LEVEL, DISTRICT_LEVEL = 1, 2
PROVINCE_MARKS = (Part.PROVINCE, Part.CAPITAL, Part.CITY)
DISTRICT_MARKS = (Part.DISTRICT, Part.CITY)


@dataclass(frozen=True)
class Entry:
    """A place as the gazetteer needs it. A former place names its successor."""

    code: str
    level: int
    parent: str
    names: tuple[str, ...]
    kind: str = ""
    successor: str = ""


@dataclass
class KnownNames:
    """Entries by key in three tiers: its names; names without the word beside them; spellings in Latin letters, where these vary."""

    marks: tuple[Part, ...]
    spellings_vary: bool

    sure: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    bare: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    loose: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))

    def add(self, entry: Entry) -> None:
        for name in entry.names:
            bare = _bare_name(entry, name)
            keys = [(self.sure, key(name)), (self.bare, key(bare))]
            if self.spellings_vary:
                keys += [(self.loose, loose_key(name)), (self.loose, loose_key(bare))]
            for tier, found in keys:
                if found and entry not in tier[found]:
                    tier[found].append(entry)
        if any(name.startswith(_CHIEF_TOWN) for name in entry.names) and entry.level == DISTRICT_LEVEL:
            # Thai offices write only "อำเภอเมือง" for the district around a province's town.
            self.bare[key("เมือง")].append(entry)
            self.bare[key("Mueang")].append(entry)

    def named(self, text: str, *, also_bare: bool = False) -> list[Entry]:
        """Return the entries that a text names, former places included; `also_bare` adds those of the second tier."""
        bare_text, mark = split_mark(text)
        bare_text = bare_text if mark in self.marks else text
        sure = self.sure.get(key(text), []) or self.sure.get(key(bare_text), [])
        bare = self.bare.get(key(bare_text), [])
        if sure:
            return _union(sure, bare) if also_bare else sure
        return bare or self.loose.get(loose_key(text) or "-", []) or self.loose.get(loose_key(bare_text) or "-", [])


_CHIEF_TOWN = ("เมือง", "Mueang ")


def _bare_name(entry: Entry, name: str) -> str:
    """Return a name without the word that tells its rank: Vientiane Capital, Mueang Sukhothai."""
    if entry.level == PROVINCE_LEVEL:
        bare, mark = split_mark(name)
        return bare if mark in PROVINCE_MARKS else name
    return next((name.removeprefix(word) for word in _CHIEF_TOWN if name.startswith(word)), name)


def _union(first: list[Entry], second: list[Entry]) -> list[Entry]:
    return [*first, *(entry for entry in second if entry not in first)]
