"""Places in tables: the address of a row, which other rooms' tables share, and the table of places itself."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from openodop.foundation import languages
from openodop.foundation.refusals import Refusal
from openodop.foundation.tables.kinds import CREATED, UNCHANGED, UPDATED, Context, Outcome, TableKind
from openodop.foundation.tables.rows import Row
from openodop.places import actions, messages
from openodop.places.actions import PlaceValues
from openodop.places.columns import ADDRESS_COLUMNS, ADDRESS_NAMES, PLACE_COLUMNS
from openodop.places.queries import PlaceFinder, PlaceFound, PlaceNotFound

__all__ = ["ADDRESS_COLUMNS", "PLACES", "take_address"]

#: part of an address -> the columns that may hold it
_COLUMNS_OF_PART = {
    "place_code": ("place_code",),
    "province": ("province", "address", "place_code"),
    "district": ("district", "address"),
    "address": ("address", "province", "place_code", "district"),
}


def take_address(row: Row, context: Context, *, country: str, required: bool = True) -> PlaceFound | None:
    """Return the place that the row's address cells name in `country` (two letters), or None with the reasons put on the row.

    An empty address refuses the row when `required`; otherwise it gives None and no reason. A former province is followed to
    its successor, with a note.
    """
    finder = context.once(("places", country), lambda: PlaceFinder(country))
    texts = {name: row[name] for name in ("address", "province", "district", "commune", "village")}
    parts = finder.parts(code=row["place_code"], **texts)
    if not parts and not required:
        return None
    try:
        found = finder.find(parts)
    except PlaceNotFound as refusal:
        row.refuse(_column(row, refusal.part), str(refusal), value=refusal.text)
        return None
    if found.former_place and found.former_place.name_en != found.place.name_en:
        row.note(_column(row, "province"), messages.FORMER_FOLLOWED, former=found.former_place.name, place=found.place.name)
    return found


def _column(row: Row, part: str) -> str:
    """Return the column of this file that holds the part, the first that it could stand in where all are empty."""
    columns = _COLUMNS_OF_PART[part]
    present = [column for column in columns if row.has(column)] or list(ADDRESS_NAMES)
    return next((column for column in present if row[column]), present[0] if row.has(present[0]) else columns[0])


# --- the table of places ------------------------------------------------------------------------------------------------
_CODE = re.compile(r"[A-Z]{2}[0-9]{0,6}(-[0-9]{1,4})?")
_LEVELS = {"0": ["country", "ປະເທດ", "ประเทศ", "quốc gia"], "1": ["province", "ແຂວງ", "จังหวัด", "tỉnh"], "2": ["district", "ເມືອງ", "อำเภอ", "huyện"]}
#: column of the file -> field of Place, where they are called differently
_FIELD_OF_COLUMN = {"type": "kind", "iso3166_2": "iso_code", "lat": "latitude", "lon": "longitude"}
_COLUMN_OF_FIELD = {field: column for column, field in _FIELD_OF_COLUMN.items()}
_NO_SOURCE = "imported table"


def take_place(row: Row, context: Context) -> Outcome:
    """Create or update the place of this code; columns that the file lacks stay as they are."""
    values = _place_values(row)
    row.stop_if_refused()
    try:
        created = actions.keep_place(values=values, by=context.account)
    except Refusal as refusal:
        row.refuse(_COLUMN_OF_FIELD.get(refusal.field or "", refusal.field or ""), str(refusal))
        row.stop_if_refused()
    return UNCHANGED if created is None else CREATED if created else UPDATED


def _place_values(row: Row) -> PlaceValues:
    code = row["code"].upper()
    if not _CODE.fullmatch(code):
        row.refuse("code", messages.CODE_NOT_WRITTEN_SO)
    local = f"name_{languages.OF_COUNTRY.get(code[:2], '')}"
    alt = [name.strip() for column in ("name_en_alt", f"{local}_alt") for name in row[column].split(";")]
    given = {_FIELD_OF_COLUMN.get(column, column) for column in row.cells}
    return PlaceValues(
        code=code,
        level=int(row.choice("level", _LEVELS) or 0),
        parent_code=row["parent_code"].upper(),
        successor_code=row["successor_code"].upper(),
        name_en=row["name_en"],
        name_local=row["name_local"] or row[local],
        other_names=tuple(filter(None, alt)),
        kind=row["type"],
        iso_code=row["iso3166_2"],
        latitude=_degrees(row, "lat", 90),
        longitude=_degrees(row, "lon", 180),
        valid_from=row.date("valid_from"),
        valid_to=row.date("valid_to"),
        source=row["source"] or _NO_SOURCE,
        given=frozenset(given | ({"name_local"} if row.has(local) else set()) - (set() if row["source"] else {"source"})),
    )


def _degrees(row: Row, column: str, most: int) -> Decimal | None:
    value = row.degrees(column, most=most)
    return None if value is None else round(value, 5)


def may_import_places(account: Any) -> bool:
    """Places are the whole programme's: its managers change them. (The role's name belongs to the room above, `people`.)"""
    return getattr(account, "is_authenticated", False) and (account.is_superuser or account.has_role("programme_manager"))


PLACES = TableKind(
    name="places",
    label=pgettext_lazy("table", "Places"),
    help=_("One row for each country, province or district, the higher place first. A row finds its place by the code."),
    columns=PLACE_COLUMNS,
    take_row=take_place,
    may_import=may_import_places,
    order=10,
)
