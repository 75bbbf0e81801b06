"""Places found by the names that people write."""

from __future__ import annotations

from dataclasses import dataclass

from openodop.places.models import Place


@dataclass(frozen=True)
class PlaceFound:
    """Where an address lies. `place` is the district, or the province where the address or our list ends there.

    `former_place` is the former province that the address named; `place` is then its successor. District, commune and
    village are kept as written where our list of places does not reach down to them.
    """

    place: Place
    former_place: Place | None = None
    district_text: str = ""
    commune: str = ""
    village: str = ""
