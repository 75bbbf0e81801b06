"""`/api/v1/places`: countries, provinces and districts with their names in all languages."""

from datetime import date
from typing import Literal
from unicodedata import normalize

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from ninja import Field, Query, Router, Schema
from ninja.pagination import paginate

from openodop.foundation.api import AskedText, Names, NotFound, NotUnderstood, Pages, one_or_404
from openodop.places.choices import Level
from openodop.places.models import Place

router = Router(tags=["places"])

LevelName = Literal["country", "province", "district"]
LEVELS: dict[LevelName, Level] = {"country": Level.COUNTRY, "province": Level.PROVINCE, "district": Level.DISTRICT}
LEVEL_NAMES = {level: name for name, level in LEVELS.items()}


class PlaceOut(Schema):
    code: str
    level: LevelName
    names: Names = Field(description="by language")
    other_names: list[str] = Field(description="other spellings that are in use")
    country: str
    parent: str | None
    kind: str = Field(description="as the source says: province, capital, municipality, khan")
    iso_code: str = Field(description="ISO 3166, empty where there is none")
    latitude: float | None = Field(description="WGS 84, a point inside the place")
    longitude: float | None
    valid_from: date | None
    valid_to: date | None = Field(description="last day of a former place")
    successor: str | None = Field(description="code of the place into which a former place went")
    page: str = Field(description="address of the page for people")
    source: str

    @staticmethod
    def resolve_level(place: Place) -> str:
        return LEVEL_NAMES[Level(place.level)]

    @staticmethod
    def resolve_names(place: Place) -> Names:
        return {"en": place.name_en} | ({place.language: place.name_local} if place.name_local else {})

    @staticmethod
    def resolve_other_names(place: Place) -> list[str]:
        return place.other_names.splitlines()

    @staticmethod
    def resolve_country(place: Place) -> str:
        return place.country_code

    @staticmethod
    def resolve_parent(place: Place) -> str | None:
        return place.parent.code if place.parent else None

    @staticmethod
    def resolve_successor(place: Place) -> str | None:
        return place.successor.code if place.successor else None

    @staticmethod
    def resolve_page(place: Place) -> str:
        return place.get_absolute_url()


class PlaceFilters(Schema):
    country: AskedText | None = Field(None, description="code of the country: LA, KH, TH, VN")
    level: LevelName | None = None
    parent: AskedText | None = Field(None, description="code of the place directly above")
    q: AskedText | None = Field(None, description="part of a name in any spelling")
    former: bool | None = Field(None, description="true: only former places; false: only present ones")


@router.get("/places", response={200: list[PlaceOut], 422: NotUnderstood}, summary="Places")
@paginate(Pages)
def places(request: HttpRequest, filters: Query[PlaceFilters]) -> QuerySet[Place]:
    """Countries, provinces and districts by code, present and former ones."""
    found = _public()
    if filters.country:
        found = found.filter(path__startswith=f"{filters.country.upper()}/")
    if filters.level:
        found = found.filter(level=LEVELS[filters.level])
    if filters.parent:
        found = found.filter(parent__code=filters.parent.upper())
    if filters.former is not None:
        found = found.filter(successor__isnull=not filters.former)
    for word in normalize("NFC", filters.q or "").split():
        found = found.filter(Q(name_en__icontains=word) | Q(name_local__icontains=word) | Q(other_names__icontains=word) | Q(code__iexact=word))
    return found


@router.get("/places/{code}", response={200: PlaceOut, 404: NotFound}, summary="One place")
def place(request: HttpRequest, code: str) -> Place:
    return one_or_404(_public(), code=code.upper())


def _public() -> QuerySet[Place]:
    return Place.objects.visible_to(None).select_related("parent", "successor").order_by("code")
