"""The small world in which the access table holds: the sample programme, and what its addresses need beside it."""

from __future__ import annotations

from typing import Any

from openodop.news.actions import save_article
from openodop.news.models import Article
from openodop.people.actions import invite
from openodop.people.choices import Role
from openodop.people.models import Account, Organisation, Person
from openodop.places.models import Place
from openodop.portal.sample import load_once
from openodop.producers.actions import begin_registration
from openodop.producers.models import Producer
from openodop.products.actions import begin_product
from openodop.products.models import Product
from openodop.training.actions import enrolment
from openodop.training.models import Certificate, Course, Session
from tests.makers import an_account

#: the columns of the table: nobody signed in; a buyer; a producer's member; a district officer elsewhere and of the place; a manager
WHO = ("nobody", "buyer", "producer", "elsewhere", "officer", "manager")


def people() -> dict[str, Account | None]:
    accounts = {name: Account.objects.get(code=name.upper()) for name in ("buyer", "producer", "manager")}
    elsewhere = an_account(Role.DISTRICT_OFFICER, place=Place.objects.get(code="LA1301"), phone="+8562077000001")
    return {"nobody": None, **accounts, "elsewhere": elsewhere, "officer": Account.objects.get(code="DISTRICT")}


def subjects() -> dict[str, dict[str, Any]]:
    """Return what stands in the places of each address, by the beginning of its name."""
    manager, officer = Account.objects.get(code="MANAGER"), Account.objects.get(code="DISTRICT")
    member = Account.objects.get(code="PRODUCER")
    course = Course.objects.get(place__code="LA0108")
    producer = Producer.objects.get(members=member)
    product = Product.objects.get(producer=producer)
    waiting = Producer.objects.get(state="submitted", place__code="LA0108")
    session = Session.objects.filter(course=course).first()
    topic = course.topics.create(order=1, title="Films")
    person = Person.objects.get(account=member)
    entry, _, _ = enrolment.enrol_from_list(course=course, person=person, participation=enrolment.Participation(kind="producer_group"), by=officer)
    draft_article = save_article(article=Article(programme=course.programme, place=course.place, title="x", body="y"), by=officer)
    certificate = Certificate.objects.get(enrolment__person=person)
    own_draft = begin_registration(programme=course.programme, by=officer)
    product_draft = begin_product(producer=producer, by=member)
    invitation, token = _invitation(by=manager)
    return {
        "news:": {"code": draft_article.code, "decision": "publish", "name": "320.webp"},
        "news:draft_from_course": {"code": "LA-ODOP-2022-01"},
        "people:": {"code": member.code, "number": invitation.pk, "token": token},
        "people:end_post": {"number": officer.posts.get().pk},
        "people:organisation": {"code": Organisation.objects.get(code="sample-doic").code},
        "people:person": {"code": person.code},
        "place": {"code": "LA0108"},
        "programme": {"code": "la-odop"},
        "project": {"code": "mekong-community-2021"},
        "api:place": {"code": "LA0108"},
        "api:programme": {"code": "la-odop"},
        "api:project": {"code": "mekong-community-2021"},
        "api:producer": {"code": producer.code},
        "api:product": {"code": product.code},
        "api:course": {"code": course.code},
        "producers:": {"code": producer.code, "key": own_draft.key, "step": "kind"},
        "producers:producer": {"code": waiting.code},
        "products:": {"code": product.code, "key": product_draft.key, "step": "name", "version": "1", "name": "tea", "folder": "none"},
        "tables:": {"kind": "producers", "token": "none"},
        "training:": {"code": course.code, "number": session.number, "pk": entry.pk, "day": course.starts_on.isoformat(), "secret": "none", "name": "x"},  # noqa: E501  a row
        "training:check_in_with_code": {"code": "000000"},
        "training:session": {"code": course.code, "number": session.number, "pk": session.pk},
        "training:speakers": {"code": course.code, "pk": session.pk},
        "training:topic_edit": {"code": course.code, "pk": topic.pk},
        "training:certificate": {"number": certificate.number},
        "training:own_paper": {"number": certificate.number},
        "training:withdraw_certificate": {"number": certificate.number},
        "mfa_edit_webauthn": {"pk": 1},
        "mfa_remove_webauthn": {"pk": 1},
        "account": {"uidb36": "1", "key": "none"},
    }  # fmt: skip


def _invitation(*, by: Account):
    return invite(name="Somebody Sample", phone="+8562077999999", role=Role.TRAINER, place=Place.objects.get(code="LA"), by=by)


def load() -> None:
    load_once()
