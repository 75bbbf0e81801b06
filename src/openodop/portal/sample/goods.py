"""The sample's producers and products, from draft to registered."""

from __future__ import annotations

from django.utils import timezone

from openodop.people.models import Account
from openodop.places.models import Place
from openodop.portal.sample.reading import entries, text
from openodop.producers.actions import register_producer, submit_producer
from openodop.producers.actions.sending import new_code as new_producer_code
from openodop.producers.models import Membership, Producer
from openodop.products.actions import register_product, submit_product
from openodop.products.actions.sending import new_code as new_product_code
from openodop.products.models import Pack, Product
from openodop.programmes.models import ProductCategory, Programme


def make_producers(programme: Programme, accounts: dict[str, Account], *, by: Account) -> dict[str, Producer]:
    made = {}
    for entry in entries("producers"):
        place = Place.objects.get(code=entry["place"])
        producer = Producer.objects.create(
            code=new_producer_code(place), programme=programme, kind=entry["kind"], name=text(entry["name"]), place=place,
            village=entry["village"], women=entry["women"], men=entry["men"], workers=entry["workers"], start_year=entry["start_year"],
            raw_material=text(entry["raw_material"]), raw_material_origin=entry["origin"], contact_name=entry["contact"][0],
            contact_phone=entry["contact"][1], show_contact_name=True, show_contact_phone=True, contact_consent_at=timezone.now(), created_by=by,
        )  # fmt: skip
        if "member" in entry:
            Membership.objects.create(account=accounts[entry["member"]], producer=producer, is_lead=True)
        submit_producer(producer=producer, by=by)
        if entry.get("state") != "submitted":
            register_producer(producer=producer, by=by)
        made[entry["key"]] = producer
    return made


def make_products(programme: Programme, producers: dict[str, Producer], *, by: Account) -> list[Product]:
    categories = {category.code: category for category in ProductCategory.objects.filter(programme=programme)}
    made = []
    for entry in reversed(entries("products")):  # the newest stand first: the five of banana
        producer = producers[entry["producer"]]
        product = Product.objects.create(
            code=new_product_code(producer.place), programme=programme, producer=producer, place=producer.place, village=producer.village,
            category=categories[entry["category"]], name=text(entry["name"]), drawing=entry["drawing"], hs_code=entry["hs"],
            ingredients=text(entry["ingredients"]), keeps_days=entry["keeps"], summary=text(entry["summary"]), story_answers=entry["story"],
            created_by=by,
        )  # fmt: skip
        for net_content, unit, price, gtin in entry["packs"]:
            Pack.objects.create(product=product, net_content=net_content, unit=unit, price=price, currency="LAK", gtin=gtin or None)
        submit_product(product=product, by=by)
        if entry.get("state") != "submitted":
            register_product(product=product, by=by)
        made.append(product)
    return made
