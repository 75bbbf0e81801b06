"""Fills a throw-away database: reference places and programmes, then producers and products by the thousand."""

from __future__ import annotations

import random

from django.db import transaction
from django.utils import timezone
from i18nfield.strings import LazyI18nString

from openodop.people.models import Account
from openodop.places.models import Place
from openodop.portal.sample import load_once
from openodop.producers.models import Producer
from openodop.products.models import Pack, Product
from openodop.programmes.models import ProductCategory, Programme

GOODS = [
    ("Sun-dried banana", "ກ້ວຍຕາກ", "banana-dried"), ("Fried banana chips", "ກ້ວຍທອດກອບ", "banana-chips"), ("Silk shawl", "ຜ້າບ່ຽງໄໝ", "silk"),
    ("Old-tree tea", "ຊາປ່າ", "tea"), ("Roasted coffee", "ກາເຟຄົ່ວ", "coffee"), ("Forest honey", "ນ້ຳເຜິ້ງປ່າ", "honey"),
]  # fmt: skip


@transaction.atomic
def fill(*, producers: int, products: int) -> None:
    """Load the sample and add registered producers and products over all districts of Lao PDR."""
    load_once()
    chance = random.Random(7)  # noqa: S311  the same numbers in every run
    officer, now = Account.objects.get(code="MANAGER"), timezone.now()
    programme = Programme.objects.get(code="la-odop")
    districts = list(Place.objects.filter(path__startswith="LA/", level=2))
    category = ProductCategory.objects.filter(programme=programme).first()
    decided = {"state": "registered", "submitted_at": now, "decided_at": now, "decided_by": officer, "created_by": officer}
    makers = [
        Producer(
            code=f"{place.code}-B-{number:05d}", programme=programme, kind="group", place=place, village=f"ບ້ານ {number}",
            name=LazyI18nString({"en": f"Group {number}", "lo": f"ກຸ່ມ {number}"}), women=9, men=4, search_text=f"group {number}", **decided,
        )
        for number, place in ((number, chance.choice(districts)) for number in range(producers))
    ]  # fmt: skip
    makers = Producer.objects.bulk_create(makers, batch_size=500)
    goods = []
    for number in range(products):
        maker, (english, lao, drawing) = makers[number % len(makers)], GOODS[number % len(GOODS)]
        product = Product(
            code=f"{maker.place.code}-26-B{number:05d}", programme=programme, producer=maker, place=maker.place, category=category, drawing=drawing,
            name=LazyI18nString({"en": f"{english} {number}", "lo": f"{lao} {number}"}), keeps_days=120, **decided,
        )  # fmt: skip
        product.search_text = f" {english.lower()} {number} "
        goods.append(product)
    goods = Product.objects.bulk_create(goods, batch_size=500)
    Pack.objects.bulk_create((Pack(product=product, net_content=200, unit="g", price=25000) for product in goods), batch_size=1000)
