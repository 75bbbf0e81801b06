"""`/api/v1/producers`: registered and reported producers, what everyone may see of them."""

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Field, Query, Router, Schema
from ninja.pagination import paginate

from openodop.foundation.api import AskedText, Names, NotFound, NotUnderstood, Pages, names, one_or_404
from openodop.producers import queries
from openodop.producers.choices import Kind
from openodop.producers.models import Producer

router = Router(tags=["producers"])


class ContactOut(Schema):
    """Only what the producer agreed to show to everyone."""

    name: str = ""
    phone: str = Field("", description="E.164")
    email: str = ""


class ProducerOut(Schema):
    code: str
    programme: str
    kind: Kind
    names: Names = Field(description="by language")
    state: str = Field(description="registered, or reported: known from a publication and not registered here")
    place: str = Field(description="code of the district, or of the province where the list of places ends there")
    district: str = Field(description="as written, where the list of places ends above it")
    commune: str
    village: str
    women: int | None
    men: int | None
    workers: int | None = Field(description="paid workers")
    start_year: int | None
    raw_material: Names
    raw_material_origin: str
    contact: ContactOut | None = Field(description="null without consent")
    latitude: float | None = Field(description="WGS 84, null without consent")
    longitude: float | None
    source_title: str
    source_url: str
    page: str = Field(description="address of the page for people")

    @staticmethod
    def resolve_programme(producer: Producer) -> str:
        return producer.programme.code

    @staticmethod
    def resolve_names(producer: Producer) -> Names:
        return names(producer.name)

    @staticmethod
    def resolve_place(producer: Producer) -> str:
        return producer.place.code

    @staticmethod
    def resolve_district(producer: Producer) -> str:
        return producer.district_text

    @staticmethod
    def resolve_raw_material(producer: Producer) -> Names:
        return names(producer.raw_material)

    @staticmethod
    def resolve_contact(producer: Producer) -> dict[str, str] | None:
        return producer.public_contact or None

    @staticmethod
    def resolve_latitude(producer: Producer) -> float | None:
        return float(producer.public_position[0]) if producer.public_position else None

    @staticmethod
    def resolve_longitude(producer: Producer) -> float | None:
        return float(producer.public_position[1]) if producer.public_position else None

    @staticmethod
    def resolve_page(producer: Producer) -> str:
        return producer.get_absolute_url()


class ProducerFilters(Schema):
    programme: AskedText = Field("", description="code of the programme")
    place: AskedText = Field("", description="code of a place; takes in everything below it")
    kind: Kind | None = None
    q: AskedText = Field("", description="part of the name, the village or the code")


@router.get("/producers", response={200: list[ProducerOut], 422: NotUnderstood}, summary="Producers")
@paginate(Pages)
def producers(request: HttpRequest, filters: Query[ProducerFilters]) -> QuerySet[Producer]:
    """Registered producers, and those known from publications, by code."""
    return queries.public_list(programme=filters.programme, place=filters.place, kind=filters.kind or "", q=filters.q)


@router.get("/producers/{code}", response={200: ProducerOut, 404: NotFound}, summary="One producer")
def producer(request: HttpRequest, code: str) -> Producer:
    return one_or_404(queries.public_list(), code=code.upper())
