"""Photographs to send, a category, a draft with all answers; the fixtures of this room's tests stand in conftest.py."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from openodop.products import actions
from openodop.products.models import Draft
from openodop.programmes.models import ProductCategory
from tests import makers


def a_picture(colour="orange", width=400, height=300, name="banana.jpg") -> SimpleUploadedFile:
    written = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(written, "JPEG")
    return SimpleUploadedFile(name, written.getvalue(), content_type="image/jpeg")


def a_category(programme=None, code="food-drink") -> ProductCategory:
    programme = programme or makers.a_programme()
    names = makers.two_languages("Food and beverage", "ອາຫານ ແລະ ເຄື່ອງດື່ມ")
    return ProductCategory.objects.get_or_create(programme=programme, code=code, defaults={"name": names, "source": "test"})[0]


def all_answers(producer, **changed) -> dict[str, dict]:
    """The answers of each page for fried banana chips."""
    answers = {
        "kind": {"drawing": "banana-chips"},
        "name": {"name": {"en": "Fried banana chips", "lo": "ກ້ວຍທອດກອບ"}},
        "category": {"category": a_category(producer.programme).pk, "hs_code": "200899"},
        "ingredients": {"ingredients": {"lo": "ກ້ວຍນ້ຳ, ນ້ຳມັນ, ເກືອ"}, "keeps_days": 180},
        "packs": {"packs": [{"net_content": "120", "unit": "g", "price": "15000", "currency": "LAK", "gtin": ""}]},
        "story": {"story_answers": {"maker": {"lo": "ສິບສີ່ຄອບຄົວ."}}},
    }
    return {step: {**page, **{name: value for name, value in changed.items() if name in page}} for step, page in answers.items()}


def an_answered_draft(producer, by, **changed) -> Draft:
    draft = actions.begin_product(producer=producer, by=by)
    for step, answers in all_answers(producer, **changed).items():
        draft = actions.keep_answers(draft=draft, step=step, answers=answers, by=by)
    return draft
