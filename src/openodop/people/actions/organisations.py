"""Organisations enter the record and are corrected."""

from __future__ import annotations

import re
from typing import Any

from django.db import transaction

from openodop.foundation.audit import record
from openodop.foundation.refusals import refuse_if
from openodop.foundation.series import next_number
from openodop.people import access, messages
from openodop.people.models import Account, Organisation
from openodop.places.models import Place

_CODE = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,28}[a-z0-9])?")


@transaction.atomic
def create_organisation(*, name: Any, kind: str, by: Account | None, code: str = "", place: Place | None = None, website: str = "") -> Organisation:
    """Enter an organisation; without a code it gets the next one, `o-0042`."""
    refuse_if(by is not None and not access.is_officer(by), messages.ORGANISATION_NOT_YOURS)
    refuse_if(not any(name.data.values()), messages.ORGANISATION_NEEDS_NAME, field="name_lo")
    code = code.strip().lower()
    refuse_if(code and not _CODE.fullmatch(code), messages.ORGANISATION_CODE_FORM, field="code")
    refuse_if(code and Organisation.objects.filter(code=code).exists(), messages.ORGANISATION_CODE_TAKEN, field="code", code=code)
    code = code or f"o-{next_number('organisation'):04d}"
    organisation = Organisation.objects.create(code=code, name=name, kind=kind, place=place, website=website)
    record("people.organisation.created", by=by, about=organisation)
    return organisation


@transaction.atomic
def change_organisation(*, organisation: Organisation, name: Any, kind: str, place: Place | None, website: str, by: Account) -> Organisation:
    """Correct an organisation; its code stays."""
    refuse_if(not access.may_edit_organisation(by, organisation), messages.ORGANISATION_NOT_YOURS)
    refuse_if(not any(name.data.values()), messages.ORGANISATION_NEEDS_NAME, field="name_lo")
    organisation.name, organisation.kind, organisation.place, organisation.website = name, kind, place, website
    # Nobody may hand it to a place where they could not change it back.
    refuse_if(not access.may_edit_organisation(by, organisation), messages.ORGANISATION_NOT_YOURS, field="place")
    organisation.save()
    record("people.organisation.changed", by=by, about=organisation)
    return organisation
