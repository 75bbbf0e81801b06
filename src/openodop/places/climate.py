"""Mean weather by month: the station that speaks for a place, and its bars as a picture. Values that the source lacks stay empty."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from math import asin, cos, radians, sin, sqrt

from django.utils.dates import MONTHS

from openodop.places.models import ClimateNormal, Place

EARTH_KM = 6371.0
#: a station farther away says too little about a place
FARTHEST_KM = 150
#: the scale of the temperature bars
HOTTEST_C = 45


@dataclass(frozen=True)
class Bar:
    """A bar in a row of the table, in per cent of its width."""

    start: str
    width: str


@dataclass(frozen=True)
class Month:
    name: str
    maximum: Decimal | None
    minimum: Decimal | None
    mean: Decimal | None
    humidity: Decimal | None
    humidity_is_inferred: bool

    @property
    def range_bar(self) -> Bar | None:
        """From the mean lowest to the mean highest temperature of the day."""
        if self.maximum is None or self.minimum is None:
            return None
        return _bar(self.minimum, self.maximum, HOTTEST_C)

    @property
    def mean_mark(self) -> str:
        return f"{float(self.mean) / HOTTEST_C * 100:.1f}%" if self.mean is not None else ""

    @property
    def humidity_bar(self) -> Bar | None:
        return None if self.humidity is None else _bar(Decimal(0), self.humidity, 100)


def _bar(least: Decimal, most: Decimal, scale: int) -> Bar:
    return Bar(f"{float(least) / scale * 100:.1f}%", f"{float(most - least) / scale * 100:.1f}%")


@dataclass(frozen=True)
class Climate:
    station: str
    distance_km: int
    period: str
    kind: str
    certainties: list[str]
    sources: list[str]
    notes: list[str]
    months: list[Month]

    @property
    def is_elsewhere(self) -> bool:
        return self.distance_km >= 10

    @property
    def any_inferred(self) -> bool:
        return any(month.humidity_is_inferred for month in self.months)


def near(place: Place) -> Climate | None:
    """Return the mean weather of the nearest station of the country within FARTHEST_KM, or None."""
    if place.latitude is None or place.longitude is None:
        return None
    rows = ClimateNormal.objects.filter(place__path__startswith=f"{place.country_code}/").order_by("station", "month")
    stations = [(_distance_km(place, normals[0]), normals) for _, group in groupby(rows, key=lambda row: row.station) for normals in [list(group)]]
    # One month alone is no climate.
    near_enough = [(distance, normals) for distance, normals in stations if distance <= FARTHEST_KM and len(normals) == 12]
    if not near_enough:
        return None
    distance, normals = min(near_enough, key=lambda pair: pair[0])
    return summarise(normals, distance_km=round(distance))


def summarise(normals: Sequence[ClimateNormal], *, distance_km: int) -> Climate:
    first = normals[0]
    return Climate(
        station=first.station,
        distance_km=distance_km,
        period=first.period,
        kind=first.kind,
        certainties=_distinct(row.certainty for row in normals),
        sources=_distinct(row.source for row in normals),
        notes=_distinct(row.note for row in normals if row.note),
        months=[_month(row) for row in normals],
    )


def _month(row: ClimateNormal) -> Month:
    measured, inferred = row.relative_humidity_percent, row.relative_humidity_inferred_percent
    return Month(
        name=str(MONTHS[row.month]),
        maximum=row.temperature_max_c,
        minimum=row.temperature_min_c,
        mean=row.temperature_mean_c,
        humidity=inferred if measured is None else measured,
        humidity_is_inferred=measured is None and inferred is not None,
    )


def _distance_km(place: Place, normal: ClimateNormal) -> float:
    """Return the great-circle distance (haversine)."""
    a_lat, a_lon, b_lat, b_lon = (radians(float(value)) for value in (place.latitude, place.longitude, normal.latitude, normal.longitude))
    half = sin((b_lat - a_lat) / 2) ** 2 + cos(a_lat) * cos(b_lat) * sin((b_lon - a_lon) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))


def _distinct(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))
