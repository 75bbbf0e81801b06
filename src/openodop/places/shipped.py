"""The files in `data/` as rows of values. They are the package's own, checked by tests; a wrong cell is an error, not a refusal."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from importlib.resources import files
from typing import Any

from openodop.foundation import languages

COUNTRIES = ("LA", "KH", "TH", "VN", "JP")
#: field of ClimateNormal -> column of the file
CLIMATE_FIELDS = {
    "station": "station",
    "station_number": "wmo_id",
    "latitude": "lat",
    "longitude": "lon",
    "elevation_m": "elev_m",
    "month": "month",
    "temperature_mean_c": "tmean_C",
    "temperature_max_c": "tmax_C",
    "temperature_min_c": "tmin_C",
    "relative_humidity_percent": "rh_pct",
    "relative_humidity_inferred_percent": "rh_inferred_pct",
    "period": "period",
    "kind": "kind",
    "certainty": "certainty",
    "source": "source",
    "note": "note",
}
_CLIMATE_NUMBERS = [field for field in CLIMATE_FIELDS if field.startswith(("latitude", "longitude", "temperature", "relative"))]


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (files("openodop.places") / "data" / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def places(country: str) -> Iterator[dict[str, Any]]:
    """Yield the places of a country as values of Place, with `parent_code`, `successor_code` and all other names."""
    local = f"name_{languages.OF_COUNTRY[country]}"
    others: dict[str, list[str]] = {}
    for row in _rows("other_names.csv"):
        others.setdefault(row["code"], []).append(row["name"])
    for row in _rows(f"places_{country.lower()}.csv"):
        names = [*_list(row["name_en_alt"]), *_list(row[f"{local}_alt"]), *others.get(row["code"], [])]
        yield {
            "code": row["code"],
            "level": int(row["level"]),
            "parent_code": row["parent_code"],
            "successor_code": row["successor_code"],
            "name_en": row["name_en"],
            "name_local": row[local],
            "other_names": names,
            "kind": row["type"],
            "iso_code": row["iso3166_2"],
            "latitude": _number(row["lat"]),
            "longitude": _number(row["lon"]),
            "valid_from": _day(row["valid_from"]),
            "valid_to": _day(row["valid_to"]),
            "source": row["source"],
        }


def villages() -> Iterator[dict[str, str]]:
    """Yield Lao villages by district; a row whose name is a mere number is left out."""
    return (row for row in _rows("villages_la.csv") if any(letter.isalpha() for letter in row["name_lo"]))


def climate(countries: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Yield the months of each station in these countries that has monthly values, with the code of its place."""
    wanted = set(countries)
    place_of = {row["station"]: row["place_code"] for row in _rows("climate_stations.csv")}
    for row in _rows("climate_normals.csv"):
        if not row["month"].isdigit() or row["country"] not in wanted or row["station"] not in place_of:
            continue
        values: dict[str, Any] = {field: row[column] for field, column in CLIMATE_FIELDS.items()}
        values |= {field: _number(values[field]) for field in _CLIMATE_NUMBERS}
        values |= {"month": int(values["month"]), "elevation_m": int(values["elevation_m"]) if values["elevation_m"] else None}
        yield values | {"place_code": place_of[row["station"]]}


def _list(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
