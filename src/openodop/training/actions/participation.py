"""As what somebody takes part, and steps that every change of an enrolment shares."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from openodop.foundation.refusals import Refusal, refuse_if
from openodop.people.models import Organisation
from openodop.places.choices import Level
from openodop.places.models import Place
from openodop.producers.models import Producer
from openodop.training.choices import EnrolmentState, ParticipantKind
from openodop.training.messages import enrolment as messages
from openodop.training.models import Course, Enrolment
from openodop.training.rules import enrolment as rules


@dataclass(frozen=True)
class Participation:
    """As what somebody takes part; written on the enrolment."""

    kind: str
    organisation: Organisation | None = None
    organisation_text: str = ""
    post_text: str = ""
    province: Place | None = None
    producer: Producer | None = None
    note: str = ""

    def check(self) -> None:
        refuse_if(self.kind not in ParticipantKind.values, messages.KIND_NEEDED, field="kind")
        if self.province is not None and self.province.level != Level.PROVINCE:
            raise Refusal(messages.NOT_A_PROVINCE, field="province", place=self.province.name)

    def put_on(self, enrolment: Enrolment) -> list[str]:
        """Set the fields and return the names of those that changed; an empty value never empties what is known."""
        changed = []
        for name, value in vars(self).items():
            if value and getattr(enrolment, name) != value:
                setattr(enrolment, name, value)
                changed.append(name)
        return changed


def fresh(enrolment: Enrolment, course: Course) -> Enrolment:
    """Read the enrolment again now that the course is locked."""
    row = Enrolment.objects.select_related("person").get(pk=enrolment.pk)
    row.course = course
    return row


def refuse_unless_possible(enrolment: Enrolment, new: EnrolmentState) -> None:
    old = EnrolmentState(enrolment.state)
    refuse_if(not rules.may_become(old, new), messages.STEP_NOT_POSSIBLE, name=enrolment.person.name_shown, old=old.label, new=new.label)


def end_links(enrolment: Enrolment) -> None:
    """Make every link of an invitation useless; an enrolment that is not saved yet has none."""
    if enrolment.pk:
        enrolment.invitations.filter(used_at=None).update(used_at=timezone.now())
