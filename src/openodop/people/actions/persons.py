"""Persons enter the record, and their data are corrected."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from i18nfield.strings import LazyI18nString

from openodop.foundation.audit import record
from openodop.foundation.folding import clean
from openodop.foundation.refusals import refuse_if
from openodop.foundation.series import next_number
from openodop.people import access, messages, rules
from openodop.people.models import Account, Organisation, Person
from openodop.people.queries import same_organisation
from openodop.places.models import Place


def next_person_code() -> str:
    """Take the next code of the series; must be called inside the transaction that uses it."""
    return f"P{next_number('person'):06d}"


@transaction.atomic
def create_person(*, by: Any, name: str, **fields: Any) -> Person:
    """Enter a person; the code is given by the record."""
    name = clean(name)
    refuse_if(not name, messages.NAME_MISSING, field="name")
    person = Person.objects.create(code=next_person_code(), name=name, **fields)
    record("people.person.created", by=by, about=person)
    return person


@transaction.atomic
def find_or_create_person(
    *,
    name: str,
    name_latin: str = "",
    sex: str = "",
    phone: str = "",
    email: str = "",
    organisation: Organisation | None = None,
    organisation_text: str = "",
    post_title: LazyI18nString | str | None = None,
    place: Place | None = None,
    by: Account | None,
) -> tuple[Person, bool]:
    """Return (person, created): the one with this phone, else this e-mail, else this very name in this organisation, else a new one.

    A person found by phone or e-mail must not bear quite another name: one phone is often shared by a household or an office.
    What the record does not know yet is filled in; what it knows is never overwritten. `phone` is E.164.
    """
    name, name_latin, email = clean(name), clean(name_latin), email.strip().lower()
    refuse_if(not name, messages.NAME_MISSING, field="name")
    given = {
        "name_latin": name_latin,
        "sex": sex,
        "phone": phone,
        "email": email,
        "organisation": organisation,
        "organisation_text": "" if organisation else clean(organisation_text),
        "post_title": post_title,
        "place": place,
    }
    found = _find(name=name, **given)
    if found is None:
        return create_person(by=by, name=name, **given), True
    _fill_gaps(found, given, by=by)
    return found, False


def _find(*, name: str, name_latin: str, phone: str, email: str, organisation: Any, organisation_text: str, **_: Any) -> Person | None:
    present = Person.objects.filter(erased_at=None).order_by("pk")
    for contact in ({"phone": phone}, {"email": email}):
        if not any(contact.values()):
            continue
        for person in present.filter(**contact):
            if rules.may_be_named((name, name_latin), (person.name, person.name_latin)):
                return person
    if not organisation and not organisation_text:
        return None
    namesakes = present.filter(same_organisation(organisation, organisation_text)).filter(name=name)
    # Two different phones are two humans, whatever their names.
    return next((person for person in namesakes if not (phone and person.phone and person.phone != phone)), None)


def _fill_gaps(person: Person, given: dict[str, Any], *, by: Account | None) -> None:
    if person.organisation_id or person.organisation_text:
        given = {field: value for field, value in given.items() if field not in ("organisation", "organisation_text")}
    gaps = {field: value for field, value in given.items() if value and not getattr(person, field)}
    if not gaps:
        return
    for field, value in gaps.items():
        setattr(person, field, value)
    person.save(update_fields=list(gaps))
    record("people.person.completed", by=by, about=person, fields=sorted(gaps))


@transaction.atomic
def change_person(*, person: Person, by: Account, **fields: Any) -> Person:
    """Correct a person's data; what is shown in public is chosen elsewhere."""
    person = Person.objects.locked(person.pk)
    refuse_if(not access.may_edit_person(by, person), messages.PERSON_NOT_YOURS)
    fields["name"] = clean(fields.get("name", person.name))
    refuse_if(not fields["name"], messages.NAME_MISSING, field="name")
    changed = [field for field, value in fields.items() if getattr(person, field) != value]
    for field in changed:
        setattr(person, field, fields[field])
    if changed:
        person.save(update_fields=changed)
        record("people.person.changed", by=by, about=person, fields=sorted(changed))
    return person
