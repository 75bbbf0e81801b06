"""Makers of records, named by the programme's words. Each gives a saved row with plain, fictional values."""

from __future__ import annotations

from datetime import date
from itertools import count

from django.utils import timezone
from i18nfield.strings import LazyI18nString

from openodop.people.choices import OrganisationKind, Role
from openodop.people.models import Account, Organisation, Person, Post
from openodop.places.models import Place
from openodop.producers.models import Kind, Membership, Producer
from openodop.products.models import Product
from openodop.programmes.models import Programme, Project

_number = count(1)


def two_languages(english: str, lao: str) -> LazyI18nString:
    return LazyI18nString({"en": english, "lo": lao})


def a_place(code: str = "LA1301", **fields) -> Place:
    """A place with the places above it: LA1301 brings LA13 and LA."""
    found = Place.objects.filter(code=code).first()
    if found:
        return found
    level = 0 if len(code) == 2 else 1 if len(code) == 4 else 2
    parent = a_place(code[:-2]) if level else None
    fields = {"name_en": f"Place {code}", "name_local": f"ສະຖານທີ່ {code}", "language": "lo", "source": "test", **fields}
    return Place.objects.create(code=code, level=level, parent=parent, path=f"{parent.path if parent else ''}{code}/", **fields)


def an_account(role: str | None = None, *, place: Place | None = None, **fields) -> Account:
    """An account, with a post of `role` at `place` when given."""
    number = next(_number)
    account = Account.objects.create_user(**{"name": f"Account {number}", "phone": f"+85620550{number:05d}", "password": "banana-leaf-42", **fields})
    if role:
        Post.objects.create(account=account, role=role, place=place)
    return account


def an_officer(place: Place | None = None) -> Account:
    return an_account(Role.DISTRICT_OFFICER, place=place or a_place())


def a_manager() -> Account:
    return an_account(Role.PROGRAMME_MANAGER)


def an_organisation(**fields) -> Organisation:
    fields = {"code": f"org-{next(_number)}", "name": two_languages("District office", "ຫ້ອງການເມືອງ"), "kind": OrganisationKind.DEPARTMENT, **fields}
    return Organisation.objects.create(**fields)


def a_person(**fields) -> Person:
    number = next(_number)
    return Person.objects.create(**{"code": f"P9{number:05d}", "name": f"ບຸກຄົນ {number}", "name_latin": f"Person {number}", "sex": "female", **fields})


def a_programme(code: str = "la-odop", **fields) -> Programme:
    found = Programme.objects.filter(code=code).first()
    return found or Programme.objects.create(
        **{
            "code": code,
            "country": a_place("LA"),
            "name": two_languages("One District One Product", "ໜຶ່ງເມືອງ ໜຶ່ງຜະລິດຕະພັນ"),
            "short_name": "ODOP",
            "description": two_languages("The Lao programme", "ໂຄງການລາວ"),
            "owner": two_languages("Ministry", "ກະຊວງ"),
            **fields,
        }
    )


def a_project(**fields) -> Project:
    return Project.objects.create(
        **{
            "code": f"project-{next(_number)}",
            "name": two_languages("Project", "ໂຄງການ"),
            "starts_on": date(2021, 12, 1),
            "ends_on": date(2022, 7, 31),
            **fields,
        }
    )


def a_producer(*, registered: bool = True, member: Account | None = None, **fields) -> Producer:
    number = next(_number)
    place = fields.pop("place", None) or a_place()
    fields = {
        "code": f"{place.code}-P-{number:04d}",
        "programme": a_programme(),
        "kind": Kind.GROUP,
        "place": place,
        "name": two_languages(f"Producer group {number}", f"ກຸ່ມຜະລິດ {number}"),
        **fields,
    }
    if registered:
        fields = {"state": "registered", "submitted_at": timezone.now(), "decided_at": timezone.now(), "decided_by": an_officer(place), **fields}
    producer = Producer.objects.create(**fields)
    if member:
        Membership.objects.create(account=member, producer=producer, is_lead=True)
    return producer


def a_product(*, registered: bool = True, **fields) -> Product:
    number = next(_number)
    producer = fields.pop("producer", None) or a_producer()
    fields = {
        "code": f"{producer.place.code}-26-{number:04d}",
        "programme": producer.programme,
        "producer": producer,
        "place": producer.place,
        "name": two_languages(f"Sun-dried banana {number}", f"ກ້ວຍຕາກ {number}"),
        **fields,
    }
    if registered:
        fields = {
            "state": "registered",
            "submitted_at": timezone.now(),
            "decided_at": timezone.now(),
            "decided_by": an_officer(producer.place),
            **fields,
        }
    return Product.objects.create(**fields)
