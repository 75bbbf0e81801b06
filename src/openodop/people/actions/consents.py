"""A person agrees that something is shown in public, or takes it back."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone, translation

from openodop.foundation import languages
from openodop.foundation.audit import record
from openodop.foundation.refusals import refuse_if
from openodop.people import access, messages
from openodop.people.choices import Purpose
from openodop.people.models import Account, Consent, Person
from openodop.people.wordings import CURRENT

#: what may be ticked, one thing at a time; each has a field `show_…` on Person
SHOWABLE = ("name", "organisation", "contact")


@transaction.atomic
def agree_to_public_profile(*, person: Person, shows: Iterable[str], by: Account, on_paper: bool = False) -> Consent:
    """Show in public what was ticked. The words that were read are kept with the version and the moment.

    Only the person agrees; an officer may record a paper that the person signed.
    """
    shows = [name for name in SHOWABLE if name in set(shows)]
    refuse_if(not shows, messages.NOTHING_TO_SHOW, field="shows")
    _refuse_strangers(person, by=by, on_paper=on_paper)
    person = Person.objects.locked(person.pk)
    refuse_if(person.erased_at, messages.ERASED_ALREADY)
    now = timezone.now()
    person.consents.filter(purpose=Purpose.PUBLIC_PROFILE, withdrawn_at=None).update(withdrawn_at=now)
    wording, language = CURRENT[Purpose.PUBLIC_PROFILE], languages.active()
    with translation.override(language):
        consent = Consent.objects.create(
            person=person,
            purpose=Purpose.PUBLIC_PROFILE,
            shows=shows,
            wording_version=wording.version,
            wording=str(wording.text),
            language=language,
            given_at=now,
            given_by=by,
            on_paper=on_paper,
        )
    _show(person, shows, since=now)
    record("people.consent.given", by=by, about=person, purpose=Purpose.PUBLIC_PROFILE, shows=shows, version=wording.version, on_paper=on_paper)
    return consent


@transaction.atomic
def withdraw_public_profile(*, person: Person, by: Account, on_paper: bool = False) -> None:
    """Show nothing of the person any more."""
    _refuse_strangers(person, by=by, on_paper=on_paper)
    person = Person.objects.locked(person.pk)
    person.consents.filter(purpose=Purpose.PUBLIC_PROFILE, withdrawn_at=None).update(withdrawn_at=timezone.now())
    _show(person, [], since=None)
    record("people.consent.withdrawn", by=by, about=person, purpose=Purpose.PUBLIC_PROFILE)


def _refuse_strangers(person: Person, *, by: Account, on_paper: bool) -> None:
    if person.account_id == by.pk:
        return
    refuse_if(not access.may_edit_person(by, person), messages.PERSON_NOT_YOURS)
    refuse_if(not on_paper, messages.CONSENT_IS_THEIRS)


def _show(person: Person, shows: list[str], *, since: object) -> None:
    person.public_consent_at = since
    for name in SHOWABLE:
        setattr(person, f"show_{name}", name in shows)
    person.save(update_fields=["public_consent_at", *(f"show_{name}" for name in SHOWABLE)])
