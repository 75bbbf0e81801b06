"""The officer's decisions. Each holds the producer's row, so that of two officers the second is told what the first did."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from openodop.foundation import audit, registration_rules
from openodop.foundation.refusals import refuse_if
from openodop.foundation.registration import State
from openodop.producers import access, messages, rules
from openodop.producers.actions.refusing import refuse_for
from openodop.producers.actions.sending import apply_changes
from openodop.producers.models import Draft, Producer


@transaction.atomic
def register_producer(*, producer: Producer, by: Any, as_sent_at: datetime | None = None) -> Producer:
    """Enter a waiting producer into the register; `as_sent_at` is when the version that the officer read was sent."""
    producer = Producer.objects.locked(producer.pk)
    missing = producer.missing(rules.NEEDED_TO_REGISTER)
    obstacle = registration_rules.obstacle_to_registering(
        state=producer.state,
        is_theirs=access.may_decide(by, producer),
        missing=missing,
        is_as_read=as_sent_at in (None, producer.submitted_at),
    )
    refuse_for(obstacle, producer, missing)
    producer.state, producer.state_reason, producer.reason_about = State.REGISTERED, "", []
    producer.decided_at, producer.decided_by = timezone.now(), by
    producer.save()
    audit.record("producers.producer.registered", by=by, about=producer)
    return producer


@transaction.atomic
def send_back_producer(*, producer: Producer, by: Any, reason: str, about: Sequence[str] = ()) -> Producer:
    """Give a waiting producer back to be changed, with the reason and the pages of the form that it is about."""
    producer = Producer.objects.locked(producer.pk)
    obstacle = registration_rules.obstacle_to_sending_back(state=producer.state, is_theirs=access.may_decide(by, producer), reason=reason)
    refuse_for(obstacle, producer)
    producer.state, producer.state_reason, producer.reason_about = State.DRAFT, reason.strip(), list(about)
    producer.decided_at, producer.decided_by = timezone.now(), by
    producer.save()
    audit.record("producers.producer.sent_back", by=by, about=producer, reason=producer.state_reason, fields=list(about))
    return producer


@transaction.atomic
def accept_changes(*, producer: Producer, by: Any, as_sent_at: datetime | None = None) -> Producer:
    """Take the changes that a registered producer's member sent into the register."""
    producer, draft = _waiting_changes(producer, by=by)
    refuse_if(as_sent_at not in (None, draft.sent_at), messages.CHANGED_MEANWHILE, name=str(producer.name))
    return apply_changes(draft, producer, by=by, event="producers.producer.changes_accepted")


@transaction.atomic
def send_back_changes(*, producer: Producer, by: Any, reason: str, about: Sequence[str] = ()) -> Producer:
    """Give changes back to the member with a reason; the record stays as it was registered."""
    producer, draft = _waiting_changes(producer, by=by)
    refuse_if(not reason.strip(), messages.NO_REASON, field="reason")
    draft.sent_at, draft.reason, draft.reason_about = None, reason.strip(), list(about)
    draft.save()
    audit.record("producers.producer.changes_sent_back", by=by, about=producer, reason=draft.reason, fields=list(about))
    return producer


def _waiting_changes(producer: Producer, *, by: Any) -> tuple[Producer, Draft]:
    producer = Producer.objects.locked(producer.pk)
    refuse_if(not access.may_decide(by, producer), messages.NOT_YOURS, place=producer.place.name)
    draft = Draft.objects.select_for_update().filter(producer=producer, sent_at__isnull=False).first()
    refuse_if(draft is None, messages.NO_CHANGES_WAIT, name=str(producer.name))
    return producer, draft
