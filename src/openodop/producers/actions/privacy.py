from __future__ import annotations

from typing import Any

from auditlog.models import LogEntry

from openodop.producers.models import Draft, Membership, Producer

#: what names a human in the record of a producer
CONTACT = ("contact_name", "contact_phone", "contact_email")


def forget_person(person: Any, *, by: Any) -> None:
    """Take a person out of this room: memberships, registrations begun, and their contact where a producer gave their number.

    Runs inside the transaction of the erasure (people.privacy). The producer itself stays in the register.
    """
    account = person.account
    numbers = {number for number in (person.phone, account.phone if account else "") if number}
    for producer in Producer.objects.select_for_update(of=("self",)).filter(contact_phone__in=numbers):
        _empty_contact(producer)
    if account:
        Membership.objects.filter(account=account).delete()
        Draft.objects.filter(created_by=account, producer=None).delete()


def _empty_contact(producer: Producer) -> None:
    for name in CONTACT:
        setattr(producer, name, "")
    producer.show_contact_name = producer.show_contact_phone = producer.show_contact_email = False
    if not producer.show_position:
        producer.contact_consent_at = None
    producer.save()
    Draft.objects.filter(producer=producer).delete()
    for entry in LogEntry.objects.get_for_object(producer):
        if set(CONTACT) & set(entry.changes or {}):
            entry.changes = {name: ["", ""] if name in CONTACT else change for name, change in entry.changes.items()}
            entry.save(update_fields=["changes"])
