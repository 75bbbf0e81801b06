"""Reads across rooms for the front pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from openodop.foundation import search
from openodop.foundation.languages import best
from openodop.people.choices import COURSE_ORGANISERS, OFFICERS
from openodop.places.models import Place
from openodop.producers import queries as producers
from openodop.producers.models import Producer
from openodop.products.models import Product
from openodop.products.queries import lists as products
from openodop.training.models import Course
from openodop.training.queries import courses

SHOWN = 5


@dataclass(frozen=True)
class Row:
    title: str
    href: str
    detail: str = ""
    language: str = ""
    tag: str = ""
    tag_kind: str = ""


@dataclass(frozen=True)
class Block:
    """A short list on somebody's page with a link to the whole."""

    title: str
    rows: list[Row]
    href: str = ""
    more: str = ""
    empty: str = ""


@dataclass
class Found:
    """What a search over all rooms found, a few of each."""

    products: list[Product] = field(default_factory=list)
    producers: list[Producer] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    courses: list[Course] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.products or self.producers or self.places or self.courses)


def find_everywhere(words: str, account: Any) -> Found:
    """Search products, producers, places and courses; every script, accents and spelling folded."""
    if not words.strip():
        return Found()
    folded = search.fold(words)
    titles = Course.objects.visible_to(account).order_by("-starts_on")[:200]
    return Found(
        products=list(search.match(Product.objects.visible_to(account).in_public(), words).for_cards()[:12]),
        producers=list(search.match(Producer.objects.visible_to(account).in_public(), words).select_related("place")[:12]),
        places=_places(words, folded),
        courses=[course for course in titles if folded in search.fold(" ".join(best(course.title, language=code)[0] for code in ("en", "lo")))][:6],
    )


def _places(words: str, folded: str) -> list[Place]:
    rows = Place.objects.present().select_related("parent")
    exact = rows.filter(code__iexact=words.strip())
    if exact:
        return list(exact)
    return [place for place in rows if folded in search.fold(f"{place.name_en} {place.name_local} {place.other_names}")][:12]


def blocks_for(account: Any) -> list[Block]:
    """Return the lists that stand on somebody's own page: what waits for an officer, what a producer has, courses one is in."""
    blocks = []
    if account.has_role(*OFFICERS):
        blocks += [_waiting_producers(account), _waiting_products(account)]
    own = producers.own_producers(account)
    if own:
        blocks.append(Block(_("Your producers"), [_producer_row(producer) for producer in own]))
        rows = [_product_row(product) for product in products.own_products(account)[:SHOWN]]
        blocks.append(Block(_("Your products"), rows, "/register/product/", _("New product"), _("No product yet.")))
    enrolments = courses.own_enrolments(account)[:SHOWN]
    if enrolments:
        rows = [
            Row(best(row.course.title)[0], row.course.get_absolute_url(), language=best(row.course.title)[1], tag=row.get_state_display())
            for row in enrolments
        ]
        blocks.append(Block(_("Your courses"), rows, "/my-courses/", _("All your courses")))
    if account.has_role(*COURSE_ORGANISERS):
        rows = [
            Row(best(course.title)[0], course.get_absolute_url(), language=best(course.title)[1], tag=course.get_state_display())
            for course in courses.courses_organised(account)[:SHOWN]
        ]
        blocks.append(Block(_("Courses you organise"), rows, "/courses/organise/", _("All of them"), _("No course yet.")))
    return blocks


def _waiting_producers(account: Any) -> Block:
    rows = [_producer_row(producer) for producer in producers.waiting_for(account).select_related("place")[:SHOWN]]
    return Block(_("Producers waiting"), rows, "/officers/producers/", _("All producers"), _("No producer waits."))


def _waiting_products(account: Any) -> Block:
    rows = [_product_row(product) for product in products.waiting_for(account).select_related("place")[:SHOWN]]
    return Block(_("Products waiting"), rows, "/officers/products/", _("All products"), _("No product waits."))


def _producer_row(producer: Producer) -> Row:
    words, language = best(producer.name)
    return Row(words, producer.get_absolute_url(), producer.place.name, language, producer.get_state_display(), _kind(producer.state))


def _product_row(product: Product) -> Row:
    words, language = best(product.name)
    return Row(words, product.get_absolute_url(), product.place.name, language, product.get_state_display(), _kind(product.state))


def _kind(state: str) -> str:
    return {"registered": "ok", "submitted": "warn"}.get(state, "")
