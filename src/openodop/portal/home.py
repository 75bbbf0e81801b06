"""What stands on the public home page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from openodop.foundation.drawings import drawing_for
from openodop.foundation.languages import best
from openodop.places import atlas
from openodop.places.models import Place
from openodop.products.models import Product
from openodop.products.queries import lists as products
from openodop.training.queries import courses

#: the country whose map stands on the home page
HOME_COUNTRY = "LA"
TRAYS = 6


@dataclass(frozen=True)
class Door:
    title: str
    text: str
    href: str
    icon: str


def front_page() -> dict[str, Any]:
    """Return map, goods and courses of the home page."""
    shown = products.featured(12)
    country = Place.objects.filter(code=HOME_COUNTRY).first()
    return {
        "atlas": atlas.of_stitched(country, show="products", trays=trays(shown)) if country else None,
        "country": country,
        "products": shown[:4],
        "product_count": Product.objects.in_public().count(),
        "courses": courses.upcoming(3),
        "words": [_("Banana"), _("Silk"), _("Tea"), _("Coffee")],
    }


def trays(goods: list[Product]) -> list[Any]:
    """Return up to six trays, one a province, each pointing at a district and what it makes."""
    found = {}
    for product in goods:
        if product.place.country_code != HOME_COUNTRY or product.place.path[:8] in found or len(found) == TRAYS:
            continue
        name = best(product.name)[0]
        made = atlas.tray(
            product.place,
            href=product.get_absolute_url(),
            second_words=name,
            drawing=product.drawing or drawing_for(f"{best(product.name, language='en')[0]} {name}"),
        )
        if made:
            found[product.place.path[:8]] = made
    return list(found.values())


def way() -> list[tuple[str, str]]:
    """The way of a village product, in the order of the programme."""
    return [
        (_("Needs"), _("The group says what it lacks, from tools to buyers.")),
        (_("Training"), _("Five days on demand, processing, safety, brand and selling.")),
        (_("Advice"), _("Experts answer the group's own questions.")),
        (_("Better product"), _("Drying, pouch and shelf life are worked out.")),
        (_("Checks and stars"), _("Food safety first, then a committee.")),
        (_("Promotion"), _("Catalogue, labels, buyers and fairs.")),
        (_("Results"), _("Sales before and after, for everyone to see.")),
    ]


def doors() -> list[Door]:
    return [
        Door(_("I make a product"), _("Register on your phone and see what comes next."), "/register/producer/", "basket"),
        Door(_("I work in a district or province office"), _("Registrations, courses and reports in one place."), "/home/", "shield"),
        Door(_("I want to buy"), _("Find goods and the village they come from."), "/products/", "truck"),
    ]
