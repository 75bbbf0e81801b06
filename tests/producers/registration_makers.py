"""Makers of what registrations need: answers, drafts, producers that wait."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from openodop.producers import actions
from openodop.producers.models import Draft, Membership, Producer
from tests.makers import a_place, a_producer, a_programme, an_account

#: what a complete registration tells, by page of the form
ANSWERS: dict[str, dict[str, Any]] = {
    "kind": {"kind": "group"},
    "name": {"name": {"lo": "ກຸ່ມຜະລິດກ້ວຍຕາກ ບ້ານໂພນ", "en": "Phon village dried banana group"}},
    "people": {"women": 12, "men": 3, "workers": 2, "start_year": 2019},
    "material": {"raw_material": {"lo": "ກ້ວຍນ້ຳ"}, "raw_material_origin": "ສວນຂອງກຸ່ມ"},
    "contact": {"contact_name": "ນາງ ຄຳ", "contact_phone": "+8562055512345"},
    "position": {"latitude": None, "longitude": None},
}


def a_draft(*, by=None, without: tuple[str, ...] = (), place=None, **fields) -> Draft:
    """A registration with every question answered; `without` leaves fields out."""
    place = place or a_place()
    answers = {name: value for page in ANSWERS.values() for name, value in page.items()} | {"place": place.pk, "village": "ໂພນ"} | fields
    draft = actions.begin_registration(programme=a_programme(), by=by or an_account())
    draft.answers = {name: value for name, value in answers.items() if name not in without}
    draft.done = list({**ANSWERS, "province": {}, "district": {}})
    draft.save()
    return draft


def a_complete_producer(*, member=None, **fields) -> Producer:
    """A producer that has told all that is asked."""
    answers = {name: value for page in ANSWERS.values() for name, value in page.items()}
    producer = a_producer(registered=False, village="ໂພນ", **fields)
    producer.take_answers({name: value for name, value in answers.items() if name not in fields})
    producer.save()
    if member:
        Membership.objects.create(account=member, producer=producer, is_lead=True)
    return producer


def a_waiting_producer(*, member=None, **fields) -> Producer:
    return a_complete_producer(member=member, **{"state": "submitted", "submitted_at": timezone.now(), **fields})


def state_of(producer: Producer) -> dict[str, Any]:
    """Every column of the row as it is in the database, to show that a refusal changed nothing."""
    return Producer.objects.filter(pk=producer.pk).values().get()
