"""What a product's public page says, worked out for its template: packs, facts, story, report, links to share, data for search engines."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, pgettext

from openodop.foundation import drawings, languages
from openodop.producers.rules import language_of
from openodop.products import shown
from openodop.products.cards import alternative, drawing_of, place_line, rendition, sources
from openodop.products.facts import Value, hs_of
from openodop.products.models import Photograph, Product


@dataclass(frozen=True)
class Picture:
    """A photograph with the addresses of its files."""

    avif: str
    webp: str
    address: str
    width: int
    height: int
    alternative: str


@dataclass(frozen=True)
class PackLine:
    size: str
    price: str
    unit_price: str
    gtin: str


@dataclass(frozen=True)
class Row:
    term: str
    values: list[Value]


@dataclass(frozen=True)
class Report:
    """What a publication says; never a recognition given here."""

    said_by: str
    on: str
    source: str
    url: str
    producer: str


@dataclass(frozen=True)
class Shown:
    place: str
    place_language: str
    nearer: list[tuple[str, str]]
    summary: tuple[str, str]
    keeps: str
    packs: list[PackLine]
    rows: list[Row]
    story: list[str]
    story_language: str
    report: Report | None
    pictures: list[Picture]
    drawing: str
    ground: str
    share: list[tuple[str, str]]
    address: str
    preview: str
    data: SafeString
    crumbs: list[tuple[str, str, str]] = field(default_factory=list)


def of(product: Product, request: HttpRequest) -> Shown:
    """Return everything for the page; reads only what the page's query brought."""
    place, place_language = place_line(product)
    story, story_language = languages.best(product.story)
    pictures = [picture(product, photograph) for photograph in product.photographs.all()]
    address = settings.BASE_URL + product.get_absolute_url()
    preview = rendition(product.cover, 1280, "jpg")
    return Shown(
        place=place,
        place_language=place_language,
        nearer=[(text, language_of(text, latin="")) for text in (product.village, product.commune) if text],
        summary=languages.best(product.summary),
        keeps=shown.keeps(product.keeps_days),
        packs=[PackLine(shown.pack(one), _price(one), shown.unit_price(one), one.gtin or "") for one in product.sizes()],
        rows=rows(product),
        story=[paragraph for paragraph in story.split("\n\n") if paragraph],
        story_language=story_language,
        report=report(product),
        pictures=pictures,
        drawing=drawing_of(product),
        ground=drawings.ground_for(product.code),
        share=share_links(product, address),
        address=address,
        preview=settings.BASE_URL + preview if preview else "",
        data=linked_data(product, address, settings.BASE_URL + preview if preview else ""),
        crumbs=crumbs(product),
    )


def _price(pack: Any) -> str:
    return "" if pack.price is None else shown.money(pack.price, pack.currency)


def picture(product: Product, photograph: Photograph) -> Picture:
    return Picture(
        avif=sources(photograph, "avif"),
        webp=sources(photograph, "webp"),
        address=rendition(photograph, 640, "webp"),
        width=photograph.width,
        height=photograph.height,
        alternative=alternative(product, photograph),
    )


def rows(product: Product) -> list[Row]:
    """Return the facts; what nobody told is left out."""
    found = [
        (pgettext("product", "Ingredients"), _best(product.ingredients)),
        (gettext("Keeps"), _text(shown.keeps(product.keeps_days))),
        (pgettext("product", "Category"), _best(product.category.name) if product.category else []),
        (gettext("Customs number (HS), proposed"), hs_of(product)),
        (gettext("Product code"), _text(product.code)),
    ]
    if product.former_place:
        found.insert(3, (gettext("Former province"), [Value(*product.former_place.name_and_language)]))
    return [Row(term, values) for term, values in found if values]


def _best(text: Any) -> list[Value]:
    words, language = languages.best(text)
    return [Value(words, language)] if words else []


def _text(text: str) -> list[Value]:
    return [Value(text)] if text else []


def report(product: Product) -> Report | None:
    if not (product.source_url or product.source_title):
        return None
    host = urlsplit(product.source_url).hostname or ""
    said = product.reported_recognition
    return Report(
        said, shown.reported_on(product.reported_on), product.source_title or host.removeprefix("www."), product.source_url, product.reported_producer
    )


def share_links(product: Product, address: str) -> list[tuple[str, str]]:
    """(name of the service, address): plain links, so that nothing of others runs on our page."""
    name = languages.best(product.name)[0]
    page, text = quote(address, safe=""), quote(f"{name} {address}", safe="")
    return [
        ("Facebook", f"https://www.facebook.com/sharer/sharer.php?u={page}"),
        ("WhatsApp", f"https://wa.me/?text={text}"),
        ("LINE", f"https://social-plugins.line.me/lineit/share?url={page}"),
        (gettext("E-mail"), f"mailto:?subject={quote(name, safe='')}&body={page}"),
    ]


def crumbs(product: Product) -> list[tuple[str, str, str]]:
    """(address, words, language): the products, the places from the province down."""
    places, place = [], product.place
    while place is not None and place.parent_id:
        name, language = place.name_and_language
        places.insert(0, (place.get_absolute_url(), name, "" if language == languages.active() else language))
        place = place.parent
    return places


def linked_data(product: Product, address: str, preview: str) -> SafeString:
    """Return the product for search engines (schema.org) as a block of data, which runs nothing."""
    texts = product.name.data if isinstance(product.name.data, dict) else {"en": str(product.name)}
    name = languages.best(product.name)[0]
    packs = [pack for pack in product.sizes() if pack.price is not None]
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Product",
        "name": name,
        "url": address,
        "sku": product.code,
        "alternateName": [text for text in texts.values() if text and text != name],
        "image": preview,
        "category": languages.best(product.category.name)[0] if product.category else "",
        "countryOfOrigin": product.place.country_code,
        "gtin": next((pack.gtin for pack in product.packs.all() if pack.gtin), ""),
        "brand": {"@type": "Brand", "name": str(product.producer.name)} if product.producer and product.producer.is_public else "",
        "offers": [{"@type": "Offer", "price": str(pack.price), "priceCurrency": pack.currency, "name": shown.pack(pack)} for pack in packs],
    }
    text = json.dumps({key: value for key, value in data.items() if value}, ensure_ascii=False)
    safe = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(safe))  # noqa: S308  the three signs above are escaped
