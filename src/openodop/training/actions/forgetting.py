"""A person asked to be forgotten: what names them goes, what counts need stays."""

from __future__ import annotations

from typing import Any

from openodop.people.models import Person
from openodop.training.choices import EnrolmentState
from openodop.training.models import Enrolment, Invitation

#: a refusal keeps that there was a reason, and forgets which
FORGOTTEN = "–"


def forget_participant(person: Person, *, by: Any) -> None:
    """Empty what the person wrote and where they worked; kind, province and state stay for the counts. Inside the erasure's transaction."""
    rows = Enrolment.objects.filter(person=person)
    Invitation.objects.filter(enrolment__in=rows).delete()
    rows.update(organisation=None, organisation_text="", post_text="", note="", account=None, producer=None)
    rows.exclude(state=EnrolmentState.REFUSED).update(reason="")
    rows.filter(state=EnrolmentState.REFUSED).update(reason=FORGOTTEN)
