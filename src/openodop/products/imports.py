"""The table of products: how a row finds its programme, place, maker and product, and what it changes.

A row with a source is what a publication says: its product is reported, and so is a producer that it names. A row without
one stands in an office's own list: its product enters the register, as far as its producer is there.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from i18nfield.strings import LazyI18nString

from openodop.foundation import folding, languages
from openodop.foundation.tables.kinds import Context, Outcome, TableKind
from openodop.foundation.tables.rows import Row
from openodop.places.imports import ADDRESS_COLUMNS, take_address
from openodop.places.models import Place
from openodop.places.queries import PlaceFound
from openodop.producers.rules import language_of
from openodop.products import access, actions, messages, rules
from openodop.products.choices import CURRENCY_OF_COUNTRY, Currency
from openodop.products.columns import COLUMNS
from openodop.products.hs_codes import every_code
from openodop.products.makers import Maker, find_maker
from openodop.products.models import Pack, Product
from openodop.programmes.imports import PROGRAMME
from openodop.programmes.models import ProductCategory, Programme


@dataclass
class Read:
    """What one row says, understood."""

    programme: Programme
    found: PlaceFound
    names: dict[str, str]
    is_reported: bool
    values: dict[str, Any]
    packs: list[Pack]


def take_row(row: Row, context: Context) -> Outcome:
    """Take one product. Cells that are empty change nothing; what the file does not say stays as it is."""
    programme = _programme(row, context)
    row.stop_if_refused()
    read = _read(row, context, programme)
    row.stop_if_refused()
    maker = find_maker(row, context, programme=programme, found=read.found, is_reported=read.is_reported)
    row.stop_if_refused()
    existing = _existing(row, read, maker)
    row.stop_if_refused()
    if existing and read.is_reported and existing.state != "reported":
        row.note("source", messages.IMPORT_REPORTED_IS_REGISTERED)
        return Outcome.UNCHANGED
    return _write(row, context, existing, read, maker)


def _read(row: Row, context: Context, programme: Programme) -> Read | None:
    country = programme.country.code
    found = take_address(row, context, country=country)
    if found and context.account and not access.covers(context.account, found.place):
        row.refuse(_address_column(row), messages.IMPORT_NOT_YOUR_PLACE, place=found.place.name)
    names = _names(row, country)
    if not names:
        row.refuse("product_name", messages.IMPORT_NAME_MISSING)
    reported_on = row.reported_date("date")
    address, title = rules.read_source(row["source"])
    values = {
        "category": _category(row, context, programme, reported_on),
        "hs_code": _hs_code(row),
        "ingredients": {language_of(row["ingredients"], latin=_latin(country)): row["ingredients"]} if row["ingredients"] else None,
        "keeps_days": _keeps(row),
        "reported_stars": row.stars("stars"),
        "reported_recognition": row["recognised_by"],
        "reported_on": reported_on,
        "source_record": row["record"],
        "source_url": address,
        "source_title": title[:300],
    }
    packs = _packs(row, country)
    if found is None or row.problems:
        return None
    return Read(programme, found, names, bool(address or title), {name: value for name, value in values.items() if value not in (None, "")}, packs)


# --- programme and place --------------------------------------------------------------------------------------------------
def _programme(row: Row, context: Context) -> Programme | None:
    """The programme that the row names by scheme and country, else the one chosen for the file."""
    programmes = context.once("programmes", lambda: list(Programme.objects.select_related("country")))
    scheme, country = folding.plain(row["scheme"]), folding.plain(row["country"])
    if not (scheme or country):
        if context.programme is None:
            row.refuse("scheme", messages.IMPORT_NO_PROGRAMME)
        return context.programme
    fitting = [one for one in programmes if _is_named(one, scheme) and (not country or country in _names_of_country(one.country))]
    if len(fitting) != 1:
        row.refuse("scheme" if row["scheme"] else "country", messages.IMPORT_NO_PROGRAMME)
        return None
    if context.programme and fitting[0] != context.programme:
        row.refuse("scheme" if row["scheme"] else "country", messages.IMPORT_OTHER_PROGRAMME, code=fitting[0].code)
    return fitting[0]


def _is_named(programme: Programme, scheme: str) -> bool:
    return (
        not scheme
        or scheme in {folding.plain(programme.code), folding.plain(programme.short_name)}
        or folding.plain(programme.short_name).endswith(scheme)
    )


def _names_of_country(country: Place) -> set[str]:
    return {folding.plain(name) for name in (country.code, country.name_en, country.name_local, *country.other_names.splitlines()) if name}


def _address_column(row: Row) -> str:
    return next((column.name for column in ADDRESS_COLUMNS if row[column.name]), "address")


# --- cells ----------------------------------------------------------------------------------------------------------------
def _latin(country: str) -> str:
    return "vi" if country == "VN" else "en"


def _names(row: Row, country: str) -> dict[str, str]:
    names = {code: row[f"product_name_{code}"] for code in languages.CODES if row[f"product_name_{code}"]}
    if row["product_name"]:
        names.setdefault(language_of(row["product_name"], latin=_latin(country)), row["product_name"])
    return names


def _category(row: Row, context: Context, programme: Programme, reported_on: str) -> ProductCategory | None:
    """The category that the cell names: by code or name in any language; of several editions the one of the report's time."""
    text = row["category"]
    if not text:
        return None
    categories = context.once(("categories", programme.pk), lambda: list(programme.categories.order_by("order")))
    wanted = folding.plain(text)
    by_name = [one for one in categories if wanted in {folding.plain(name) for name in (one.name.data or {}).values()}]
    by_code = [one for code in rules.category_codes(text) for one in categories if one.code == code]
    fitting = by_name or by_code
    if not fitting:
        row.refuse("category", messages.IMPORT_CATEGORY_UNKNOWN, text=text, known=", ".join(dict.fromkeys(str(one.name) for one in categories)))
        return None
    year = reported_on[:4]
    at_the_time = [one for one in fitting if year and one.edition and one.edition <= year]
    in_force = [one for one in fitting if one.is_in_force]
    return max(at_the_time, key=lambda one: one.edition) if at_the_time else (in_force or fitting)[0]


def _hs_code(row: Row) -> str:
    code = folding.ascii_digits(row["hs_code"]).replace(".", "").replace(" ", "")
    if code and code not in every_code():
        row.refuse("hs_code", messages.IMPORT_HS)
    return code


def _keeps(row: Row) -> int | None:
    days = rules.read_keeping(row["keeps"]) if row["keeps"] else None
    if row["keeps"] and not days:
        row.refuse("keeps", messages.IMPORT_KEEPS)
    return days


def _packs(row: Row, country: str) -> list[Pack]:
    """The one pack of a row, not saved."""
    content = rules.read_net_content(row["net_content"]) if row["net_content"] else None
    if row["net_content"] and (content is None or content[0] >= 10_000_000):
        row.refuse("net_content", messages.IMPORT_NET_CONTENT)
    price = rules.read_price(row["price"], currency=CURRENCY_OF_COUNTRY.get(country, Currency.USD)) if row["price"] else None
    if row["price"] and (price is None or price[0] >= 1_000_000_000_000):
        row.refuse("price", messages.IMPORT_PRICE)
    gtin = rules.read_gtin(row["gtin"]) if row["gtin"] else rules.GtinAnswer()
    if gtin.problem:
        row.refuse("gtin", messages.GTIN_PROBLEMS[gtin.problem], **({"expected": gtin.expected_digit} if gtin.expected_digit else {}))
    if not row["net_content"]:
        if row["price"] or row["gtin"]:
            row.refuse("net_content", messages.IMPORT_PRICE_WITHOUT_PACK)
        return []
    if content is None or row.problems:
        return []
    amount, currency = price or (None, CURRENCY_OF_COUNTRY.get(country, Currency.USD))
    return [Pack(net_content=content[0], unit=content[1], price=amount, currency=currency, gtin=gtin.value or None)]


# --- the product ------------------------------------------------------------------------------------------------------------
def _existing(row: Row, read: Read, maker: Maker) -> Product | None:
    """The product that the row means: by its own number, else by bar code, else by maker, name and place."""
    products = Product.objects.select_related("place", "programme").filter(programme=read.programme)
    if (record := read.values.get("source_record")) and (found := products.filter(source_record=record).first()):
        return found
    for pack in read.packs:
        holder = Pack.objects.filter(gtin=pack.gtin).select_related("product").first() if pack.gtin else None
        if holder and holder.product.programme_id != read.programme.pk:
            row.refuse("gtin", messages.IMPORT_GTIN_OTHER, name=str(holder.product.name), code=holder.product.code)
        elif holder:
            return products.get(pk=holder.product_id)
    wanted = {folding.plain(name) for name in read.names.values()}
    there = products.filter(place=read.found.place, producer=maker.producer)
    if record:
        there = there.filter(source_record="")
    if maker.producer is None:
        there = there.filter(reported_producer=maker.text)
    same = [one for one in there if wanted & {folding.plain(name) for name in (one.name.data or {}).values()}]
    if len(same) > 1:
        same = [one for one in same if folding.plain(one.village) == folding.plain(read.found.village)] or same
    if len(same) > 1:
        row.refuse("product_name", messages.IMPORT_TWO_PRODUCTS, codes=", ".join(one.code for one in same))
    return same[0] if same else None


def _write(row: Row, context: Context, existing: Product | None, read: Read, maker: Maker) -> Outcome:
    product = copy.copy(existing) if existing else Product(programme=read.programme)
    product.name = LazyI18nString({**((existing.name.data or {}) if existing else {}), **read.names})
    if "ingredients" in read.values:
        kept = product.ingredients.data if product.ingredients else {}
        read.values["ingredients"] = LazyI18nString({**(kept or {}), **read.values["ingredients"]})
    for name, value in read.values.items():
        setattr(product, name, value)
    found = read.found
    product.place, product.former_place = found.place, found.former_place
    for name in ("district_text", "commune", "village"):
        setattr(product, name, getattr(found, name) or (getattr(product, name) if existing else ""))
    if maker.producer or existing is None:
        product.producer, product.reported_producer = maker.producer, maker.text
    outcome, waits_for = actions.record_product(product=product, before=existing, packs=read.packs, is_reported=read.is_reported, by=context.account)
    if waits_for:
        row.note("product_name", messages.IMPORT_WAITS, reason=waits_for)
    return outcome


PRODUCTS = TableKind(
    name="products",
    label=_("Products"),
    columns=COLUMNS,
    take_row=take_row,
    may_import=access.may_import_products,
    needs=(PROGRAMME.optional(),),
    help=_(
        "One row for each product, or for each of its packs. A row finds its product by its own number, the bar code, or producer, name and place. "
        "Your own list enters products of your places; rows with a source are shown as reported."
    ),
    order=30,
)
