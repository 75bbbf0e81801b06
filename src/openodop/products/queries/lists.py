from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, F, QuerySet

from openodop.foundation import audit, search
from openodop.foundation.registration import State
from openodop.places.choices import Level
from openodop.places.counts import count_within
from openodop.places.models import Place
from openodop.producers.models import Producer
from openodop.products.models import Draft, Product
from openodop.programmes.models import Programme


def officers_list(account: Any, *, q: str = "", state: str = "", place: str = "") -> QuerySet[Product]:
    """Return every product of the account's places in any state, the latest first."""
    products = Product.objects.in_scope_of(account).select_related("producer", "draft").for_cards()
    if state:
        products = products.filter(state=state)
    if place:
        found = Place.objects.filter(code=place).first()
        products = products.filter(place__path__startswith=found.path) if found else products.none()
    if q:
        products = search.match(products, q)
    return products.order_by("-created_at", "-id")


def waiting_for(account: Any) -> QuerySet[Product]:
    """Return the products that an officer has to decide about, the longest waiting first: new ones and changes of registered ones."""
    waiting = Product.objects.in_scope_of(account).waiting()
    return waiting.select_related("producer", "draft").for_cards().order_by(F("submitted_at").asc(nulls_last=True), "pk")


def own_products(account: Any) -> QuerySet[Product]:
    """Return the products of the producers that the account acts for, in every state."""
    return Product.objects.of_member(account).select_related("producer", "draft").for_cards().order_by("-created_at", "-id")


def begun_by(account: Any) -> QuerySet[Draft]:
    """Return the products that were begun and not sent: one's own, and those of other members of one's producers."""
    return Draft.objects.visible_to(account).new().select_related("producer__place", "producer__programme__country")


def producers_of(account: Any) -> QuerySet[Producer]:
    """Return the producers for which the account may register a product."""
    producers = Producer.objects.of_member(account) | Producer.objects.in_scope_of(account)
    return producers.distinct().exclude(state=State.REPORTED).select_related("place__parent").order_by("code")


def makers_near(product: Product) -> QuerySet[Producer]:
    """Return the producers that may make a product: those of its programme in its province."""
    province = product.place.parent if product.place.level == Level.DISTRICT else product.place
    return Producer.objects.filter(programme=product.programme, place__path__startswith=province.path).order_by("place__path", "code")


def states_of(account: Any) -> dict[str, int]:
    """Return how many products of the account's places are in each state."""
    counted = Product.objects.in_scope_of(account).order_by().values("state").annotate(number=Count("pk"))
    numbers = {row["state"]: row["number"] for row in counted}
    return {state: numbers.get(state, 0) for state in State.values}


def of_place(place: Place) -> QuerySet[Product]:
    return Product.objects.in_public().filter(place__path__startswith=place.path).for_cards().order_by("-created_at", "-id")


def of_producer(producer: Producer, account: Any = None) -> QuerySet[Product]:
    """Return a producer's products that `account` may see, registered ones first."""
    return Product.objects.visible_to(account).filter(producer=producer).for_cards().order_by("-listed", "-id")


def by_place(places: Sequence[Place]) -> dict[int, int]:
    """Return how many public products each place holds, places below it included."""
    return count_within(Product.objects.in_public(), places)


def by_producer(producers: Sequence[Producer]) -> dict[int, int]:
    """Return {producer.pk: how many public products}."""
    counted = Product.objects.in_public().filter(producer__in=[producer.pk for producer in producers]).order_by()
    return dict(counted.values_list("producer").annotate(number=Count("pk")))


def featured(limit: int = 4) -> list[Product]:
    """Return products for the home page: registered ones with a photograph or drawing before others, one of a place first."""
    newest = list(Product.objects.in_public().filter(state=State.REGISTERED).for_cards().order_by("-created_at", "-id")[: limit * 6])
    newest.sort(key=lambda product: product.cover_id is None)
    places: set[int] = set()
    first, rest = [], []
    for product in newest:
        (rest if product.place_id in places else first).append(product)
        places.add(product.place_id)
    chosen = [*first, *rest][:limit]
    if len(chosen) < limit:
        chosen += Product.objects.in_public().filter(state=State.REPORTED).for_cards().order_by("-created_at", "-id")[: limit - len(chosen)]
    return chosen


def counts_of(programmes: Sequence[Programme]) -> dict[int, int]:
    """Return {programme.pk: how many public products}."""
    counted = Product.objects.in_public().filter(programme__in=[programme.pk for programme in programmes]).order_by()
    return dict(counted.values_list("programme").annotate(number=Count("pk")))


def history(product: Product) -> list[Any]:
    """Return the audit entries about a product, newest first."""
    return list(audit.trail(product)[:50])
