"""Loads the sample programme, once."""

from __future__ import annotations

from django.db import transaction
from django.utils import translation

from openodop.places.actions import load_reference_places
from openodop.portal.sample import course, goods
from openodop.portal.sample.sign_ins import make_accounts
from openodop.products.reported import load_reported_products
from openodop.programmes.actions import load_reference_programmes
from openodop.programmes.models import Programme
from openodop.training.models import Course

COURSE = "LA-ODOP-2022-01"


def load_once() -> bool:
    """Load the sample when it is not there yet; return whether it was loaded now. All of it comes, or nothing."""
    if Course.objects.filter(code=COURSE).exists():
        return False
    with transaction.atomic(), translation.override("en"):
        load_reference_places()
        load_reference_programmes()
        accounts = make_accounts()
        manager, programme = accounts["MANAGER"], Programme.objects.get(code="la-odop")
        producers = goods.make_producers(programme, accounts, by=manager)
        goods.make_products(programme, producers, by=manager)
        load_reported_products()
        held = course.hold_course(programme, producers, by=manager)
        course.announce_courses(programme, by=manager)
        course.write_news(held, by=manager)
    return True
