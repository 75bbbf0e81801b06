"""`/api/v1/products`: registered and reported products, what everyone may see of them."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Field, Query, Router, Schema
from ninja.pagination import paginate

from openodop.foundation import search
from openodop.foundation.api import AskedText, Names, NotFound, NotUnderstood, Pages, names, one_or_404
from openodop.places.models import Place
from openodop.products.cards import rendition
from openodop.products.models import Product

router = Router(tags=["products"])


class PackOut(Schema):
    net_content: str
    unit: str
    price: str | None
    currency: str
    gtin: str | None


class ReportOut(Schema):
    """What a publication says; not a recognition given by the programme."""

    stars: int | None
    recognised_by: str
    date: str = Field(description="as exact as the source: 2020, 2020-11 or 2020-11-28")
    source: str


class ProductOut(Schema):
    code: str
    names: Names = Field(description="by language")
    programme: str
    category: str | None
    place: str
    former_place: str | None
    village: str
    producer: str | None = Field(description="code of the producer; null while the maker is not known")
    state: str = Field(description="registered, or reported: known from a publication only")
    hs_code: str
    ingredients: Names
    keeps_days: int | None
    story: Names
    packs: list[PackOut]
    photographs: list[str] = Field(description="addresses of JPEG files")
    reported: ReportOut | None
    page: str = Field(description="address of the page for people")

    @staticmethod
    def resolve_names(product: Product) -> Names:
        return names(product.name)

    @staticmethod
    def resolve_programme(product: Product) -> str:
        return product.programme.code

    @staticmethod
    def resolve_category(product: Product) -> str | None:
        return product.category.code if product.category else None

    @staticmethod
    def resolve_place(product: Product) -> str:
        return product.place.code

    @staticmethod
    def resolve_former_place(product: Product) -> str | None:
        return product.former_place.code if product.former_place else None

    @staticmethod
    def resolve_producer(product: Product) -> str | None:
        return product.producer.code if product.producer and product.producer.is_public else None

    @staticmethod
    def resolve_ingredients(product: Product) -> Names:
        return names(product.ingredients)

    @staticmethod
    def resolve_story(product: Product) -> Names:
        return names(product.story)

    @staticmethod
    def resolve_packs(product: Product) -> list[dict[str, Any]]:
        return [
            {
                "net_content": str(pack.net_content),
                "unit": pack.unit,
                "price": pack.price and str(pack.price),
                "currency": pack.currency,
                "gtin": pack.gtin,
            }
            for pack in product.sizes()
        ]

    @staticmethod
    def resolve_photographs(product: Product) -> list[str]:
        return [rendition(photograph, 1280, "jpg") for photograph in product.photographs.all()]

    @staticmethod
    def resolve_reported(product: Product) -> dict[str, Any] | None:
        if not (product.source_url or product.source_title):
            return None
        source = product.source_url or product.source_title
        return {"stars": product.reported_stars, "recognised_by": product.reported_recognition, "date": product.reported_on, "source": source}

    @staticmethod
    def resolve_page(product: Product) -> str:
        return product.get_absolute_url()


class ProductFilters(Schema):
    programme: AskedText | None = Field(None, description="code of the programme: la-odop, th-otop, vn-ocop")
    place: AskedText | None = Field(None, description="code of a country, province or district; everything below it is meant too")
    category: AskedText | None = Field(None, description="code of a category of the programme")
    stars: int | None = Field(None, ge=1, le=5, description="at least so many stars, as reported")
    q: AskedText | None = Field(None, description="words of the names, in Lao, Thai, Khmer, Vietnamese or English")


def _public() -> QuerySet[Product]:
    related = ("programme", "category", "place", "former_place", "producer")
    return Product.objects.visible_to(None).select_related(*related).prefetch_related("packs", "photographs").order_by("code")


@router.get("/products", response={200: list[ProductOut], 422: NotUnderstood}, summary="Products")
@paginate(Pages)
def products(request: HttpRequest, filters: Query[ProductFilters]) -> QuerySet[Product]:
    """Registered and reported products by code."""
    found = search.match(_public(), filters.q or "")
    if filters.place:
        place = Place.objects.filter(code=filters.place.upper()).first()
        found = found.filter(place__path__startswith=place.path) if place else found.none()
    exact = {"programme__code": filters.programme, "category__code": filters.category, "reported_stars__gte": filters.stars}
    return found.filter(**{name: value for name, value in exact.items() if value})


@router.get("/products/{code}", response={200: ProductOut, 404: NotFound}, summary="One product")
def product(request: HttpRequest, code: str) -> Product:
    return one_or_404(_public(), code=code.upper())
