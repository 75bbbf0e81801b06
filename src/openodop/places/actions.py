"""What happens to places: one is kept, or the shipped lists are loaded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from openodop.foundation import audit, languages
from openodop.foundation.refusals import refuse_if
from openodop.places import messages, shipped
from openodop.places.choices import Level
from openodop.places.models import ClimateNormal, Place, Village
from openodop.places.rules.known_names import DISTRICT_LEVEL, PROVINCE_LEVEL


@dataclass(frozen=True)
class PlaceValues:
    """What is known about a place. `given` names the fields that a table had: the others stay as they are."""

    code: str
    level: int
    parent_code: str = ""
    successor_code: str = ""
    name_en: str = ""
    name_local: str = ""
    other_names: tuple[str, ...] = ()
    kind: str = ""
    iso_code: str = ""
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    source: str = ""
    given: frozenset[str] = field(default=frozenset())


#: fields that are written as they come
_PLAIN = ("name_en", "name_local", "kind", "iso_code", "latitude", "longitude", "valid_from", "valid_to", "source")


@transaction.atomic
def keep_place(*, values: PlaceValues, by: Any) -> bool | None:
    """Create the place of this code or bring it up to date. Return True when created, False when changed, None when nothing differs.

    Refuses a parent or successor that is not known or of the wrong level; other names are added, never taken away.
    """
    known = Place.objects.filter(code=values.code).select_related("parent", "successor").first()
    place = known or Place(code=values.code, level=values.level, language=_language(values.code))
    refuse_if(known and known.level != values.level, messages.LEVEL_CHANGED, field="level", level=Level(place.level).label)
    before = {name: getattr(place, name) for name in (*_PLAIN, "other_names", "parent_id", "successor_id", "path")}
    for name in _PLAIN:
        if known is None or name in values.given:
            setattr(place, name, getattr(values, name))
    place.other_names = _other_names(place, values.other_names)
    if known is None or "parent_code" in values.given:
        place.parent = _parent(place, values.parent_code)
        place.path = f"{place.parent.path if place.parent else ''}{place.code}/"
    if known is None or "successor_code" in values.given:
        place.successor = _successor(place, values.successor_code)
    _refuse_contradictions(place)
    if known is not None and all(getattr(place, name) == value for name, value in before.items()):
        return None
    place.save()
    if known is not None and before["path"] != place.path:
        _move_places_below(before["path"], place.path)
    audit.record("places.place.created" if known is None else "places.place.changed", by=by, about=place)
    return known is None


def _language(code: str) -> str:
    language = languages.OF_COUNTRY.get(code[:2])
    refuse_if(language is None, messages.LANGUAGE_UNKNOWN, field="code", country=code[:2])
    return str(language)


def _other_names(place: Place, names: Iterable[str]) -> str:
    """Return the other names with new ones added; the two names themselves are none."""
    kept = dict.fromkeys([*place.other_names.splitlines(), *names])
    return "\n".join(name for name in kept if name and name not in (place.name_en, place.name_local))


def _parent(place: Place, code: str) -> Place | None:
    if place.level == Level.COUNTRY:
        refuse_if(code, messages.COUNTRY_HAS_PARENT, field="parent_code")
        return None
    refuse_if(not code, messages.PARENT_MISSING, field="parent_code")
    parent = Place.objects.filter(code=code).first()
    refuse_if(parent is None, messages.PARENT_UNKNOWN, field="parent_code", code=code)
    # A level lies exactly one above: a place can then never come to lie below itself.
    refuse_if(parent.level != place.level - 1, messages.PARENT_OF_WRONG_LEVEL, field="parent_code", code=code)
    refuse_if(parent.code[:2] != place.code[:2], messages.PARENT_IN_OTHER_COUNTRY, field="parent_code", code=code)
    return parent


def _successor(place: Place, code: str) -> Place | None:
    if not code:
        return None
    successor = Place.objects.filter(code=code).first()
    refuse_if(successor is None, messages.SUCCESSOR_UNKNOWN, field="successor_code", code=code)
    # A successor exists today, so a chain or ring of successors cannot come about.
    fits = successor.pk != place.pk and successor.level == place.level and successor.country_code == place.code[:2]
    fits = fits and successor.successor_id is None and not (place.pk and place.predecessors.exists())
    refuse_if(not fits, messages.SUCCESSOR_WRONG, field="successor_code", code=code)
    return successor


def _refuse_contradictions(place: Place) -> None:
    refuse_if(place.successor and place.valid_to is None, messages.SUCCESSOR_NEEDS_END, field="valid_to")
    refuse_if(place.valid_from and place.valid_to and place.valid_to < place.valid_from, messages.ENDS_BEFORE_START, field="valid_to")
    refuse_if((place.latitude is None) != (place.longitude is None), messages.POSITION_HALF, field="latitude")


def _move_places_below(old: str, new: str) -> None:
    below = list(Place.objects.filter(path__startswith=old).exclude(path=old))
    for place in below:
        place.path = new + place.path.removeprefix(old)
    Place.objects.bulk_update(below, ["path"])


# --- the shipped lists --------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Loaded:
    """Rows in the record after loading."""

    places: int
    villages: int
    climate_months: int


@transaction.atomic
def load_reference_places(*, countries: Iterable[str] = shipped.COUNTRIES, by: Any = None) -> Loaded:
    """Bring the shipped places, villages and climate normals of these countries into the record; loading again changes nothing.

    Places that are known get the shipped names and points; names added by people stay.
    """
    countries = tuple(countries)
    places = [values for country in countries for values in shipped.places(country)]
    ids: dict[str, int] = {}
    for level in (Level.COUNTRY, PROVINCE_LEVEL, DISTRICT_LEVEL):
        ids |= _load_level([values for values in places if values["level"] == level], ids)
    villages = _load_villages(ids) if "LA" in countries else 0
    months = _load_climate(countries)
    for country in Place.objects.filter(code__in=countries):
        audit.record("places.reference.loaded", by=by, about=country)
    return Loaded(len(places), villages, months)


def _load_level(rows: list[Mapping[str, Any]], ids: dict[str, int]) -> dict[str, int]:
    """Write the places of one level, present ones before former ones, which name them; return the id of each code."""
    known = {place.code: place for place in Place.objects.filter(code__in=[row["code"] for row in rows])}
    paths = dict(Place.objects.filter(code__in={row["parent_code"] for row in rows}).values_list("code", "path"))
    for is_former in (False, True):
        batch = []
        for row in rows:
            if bool(row["successor_code"]) is not is_former:
                continue
            place = Place(code=row["code"], level=row["level"], language=_language(row["code"]), **{name: row[name] for name in _PLAIN})
            place.other_names = _other_names(known.get(place.code, place), row["other_names"])
            place.parent_id, place.successor_id = ids.get(row["parent_code"]), ids.get(row["successor_code"])
            place.path = f"{paths.get(row['parent_code'], '')}{place.code}/"
            batch.append(place)
        fields = [*_PLAIN, "other_names", "language", "level", "parent", "successor", "path"]
        Place.objects.bulk_create(batch, batch_size=500, update_conflicts=True, unique_fields=["code"], update_fields=fields)
        ids |= dict(Place.objects.filter(code__in=[place.code for place in batch]).values_list("code", "pk"))
    return ids


def _load_villages(ids: Mapping[str, int]) -> int:
    villages = [
        Village(district_id=ids[row["district_code"]], source_number=row["source_village_id"], name_local=row["name_lo"], name_en=row["name_en"])
        for row in shipped.villages()
    ]
    Village.objects.bulk_create(
        villages, batch_size=1000, update_conflicts=True, unique_fields=["district", "source_number"], update_fields=["name_local", "name_en"]
    )
    return len(villages)


def _load_climate(countries: Iterable[str]) -> int:
    rows = list(shipped.climate(countries))
    places = {place.code: place for place in Place.objects.filter(code__in={row["place_code"] for row in rows})}
    normals = [_climate_normal(row, places[row["place_code"]]) for row in rows if row["place_code"] in places]
    fields = [field.name for field in ClimateNormal._meta.fields if field.name not in ("id", "station", "month")]
    ClimateNormal.objects.bulk_create(normals, update_conflicts=True, unique_fields=["station", "month"], update_fields=fields)
    return len(normals)


def _climate_normal(row: Mapping[str, Any], place: Place) -> ClimateNormal:
    values = {name: row[name] for name in shipped.CLIMATE_FIELDS}
    if values["latitude"] is None:
        # Where the source does not say where the station stands, it stands at the place it is named after, and says so.
        values |= {"latitude": place.latitude, "longitude": place.longitude}
        values["note"] = "; ".join(filter(None, [values["note"], "position of the place that the station is named after"]))
    return ClimateNormal(place=place, **values)
