"""A product as a card in a list: everything in words, worked out once, so that a template only prints it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext, pgettext

from openodop.foundation import drawings, languages
from openodop.foundation.registration import State
from openodop.places.choices import Level
from openodop.products import shown
from openodop.products.models import Photograph, Product


@dataclass(frozen=True, slots=True)
class Card:
    href: str
    name: str
    language: str
    second: str
    second_language: str
    place: str
    place_language: str
    stars: int
    stars_said: str
    reported: str
    price: str
    keeps: str
    picture: str
    picture_fallback: str
    drawing: str
    ground: str
    state: str
    state_label: str


def cards(products: Iterable[Product]) -> list[Card]:
    """Make cards of products read with `for_cards()`; no further query."""
    reader, address = languages.active(), reverse("products:product", args=["-"])
    return [card(product, reader=reader, address=address) for product in products]


def card(product: Product, *, reader: str, address: str) -> Card:
    name, language = languages.best(product.name, language=reader)
    second, second_language = languages.second(product.name, language=reader)
    place, place_language = place_line(product)
    packs = product.sizes()
    stars = product.reported_stars or 0
    return Card(
        href=address.replace("/-/", f"/{product.code}/"),
        name=name,
        language="" if language == reader else language,
        second=second,
        second_language=second_language,
        place=place,
        place_language="" if place_language == reader else place_language,
        stars=stars,
        stars_said=shown.said_of_stars(stars) if stars else "",
        reported=pgettext("stars on a card", "reported by the press") if product.state == State.REPORTED else "",
        price=shown.pack_with_price(packs[0]) if packs else "",
        keeps=shown.keeps_sentence(product.keeps_days),
        picture=rendition(product.cover, 320, "avif"),
        picture_fallback=rendition(product.cover, 320, "webp"),
        drawing=drawing_of(product),
        ground=drawings.ground_for(product.code),
        state=product.state,
        state_label=product.state_label,
    )


def place_line(product: Product) -> tuple[str, str]:
    """Return "Sangthong, Vientiane Capital" and its language: the district as we know it or as it was written, then the province."""
    place = product.place
    name, language = place.name_and_language
    if place.level == Level.DISTRICT and place.parent:
        return f"{name}, {place.parent.name}", language
    return (f"{product.district_text}, {name}" if product.district_text else name), language


def drawing_of(product: Product) -> str:
    """The drawing chosen, else one that fits the names or the customs number."""
    if product.drawing in drawings.DRAWN:
        return product.drawing
    data = product.name.data
    names = " ".join(data.values()) if isinstance(data, dict) else str(data)
    return drawings.drawing_for(f"{names} {product.hs_code}")


def rendition(photograph: Photograph | None, width: int, ending: str) -> str:
    """Return the address of the smallest file that is at least `width` wide, else the largest; "" without a photograph."""
    if photograph is None or not photograph.renditions:
        return ""
    widths = sorted(map(int, photograph.renditions))
    fitting = next((one for one in widths if one >= width), widths[-1])
    file = photograph.renditions[str(fitting)].get(ending)
    return photograph.address(file[0]) if file else ""


def sources(photograph: Photograph, ending: str) -> str:
    """Return `srcset`: every width of one kind."""
    files = sorted((int(width), kinds[ending][0]) for width, kinds in photograph.renditions.items() if ending in kinds)
    return ", ".join(f"{photograph.address(name)} {width}w" for width, name in files)


def alternative(product: Product, photograph: Photograph) -> str:
    """What a photograph shows, for readers who do not see it: its description, else the product's name."""
    return languages.best(photograph.description)[0] or gettext("Photograph: %(name)s") % {"name": languages.best(product.name)[0]}
