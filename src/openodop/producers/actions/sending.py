from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from openodop.foundation import audit, registration, registration_rules
from openodop.foundation.refusals import refuse_if
from openodop.foundation.registration import State
from openodop.foundation.series import next_number
from openodop.places.models import Place
from openodop.producers import access, messages, queries, rules
from openodop.producers.actions.refusing import in_words, refuse_for
from openodop.producers.models import Draft, Membership, Producer


def new_code(place: Place) -> str:
    """Take the next producer code of a place; call it inside the transaction that uses it."""
    return rules.producer_code(place.code, next_number(f"producer:{place.code}"))


@transaction.atomic
def submit_draft(*, draft: Draft, by: Any) -> Producer:
    """Send a new registration to the officer of its place; the producer gets its code. Sending twice sends once."""
    draft = Draft.objects.locked(draft.pk)
    refuse_if(not access.may_edit_draft(by, draft), messages.NOT_YOUR_DRAFT)
    if draft.sent_as:
        return draft.sent_as
    producer = draft.edited()
    missing = queries.missing_to_send(producer)
    refuse_if(missing, messages.INCOMPLETE, fields=in_words(missing))
    refuse_if(not draft.is_own and not access.covers(by, producer.place), messages.PLACE_NOT_YOURS, place=producer.place.name)
    producer.code, producer.created_by = new_code(producer.place), by
    _send(producer, by=by)
    if draft.is_own:
        Membership.objects.create(account=by, producer=producer, is_lead=True)
    draft.sent_as, draft.answers = producer, {}
    draft.save()
    return producer


@transaction.atomic
def submit_producer(*, producer: Producer, by: Any) -> Producer:
    """Send a producer's record, as it stands in the register, to the officer (again)."""
    producer = Producer.objects.locked(producer.pk)
    missing = queries.missing_to_send(producer)
    refuse_for(
        registration_rules.obstacle_to_sending(state=producer.state, is_theirs=access.may_edit(by, producer), missing=missing), producer, missing
    )
    return _send(producer, by=by)


@transaction.atomic
def send_changes(*, producer: Producer, by: Any) -> Producer:
    """Send the answered changes of a producer.

    Not registered yet: they are in the record at once and it waits for the officer. Registered: they wait beside it,
    unless an officer of the place makes them.
    """
    producer = Producer.objects.locked(producer.pk)
    draft = Draft.objects.select_for_update().filter(producer=producer).first()
    refuse_if(not access.may_edit(by, producer), messages.NOT_YOUR_PRODUCER)
    if producer.state != State.REGISTERED:
        if draft:
            _apply(draft, producer)
        return submit_producer(producer=producer, by=by)
    refuse_if(draft is None or not draft.changed_fields(), messages.NOTHING_CHANGED)
    _refuse_incomplete(draft.edited())
    if access.may_decide(by, producer):
        return apply_changes(draft, producer, by=by, event="producers.producer.corrected")
    draft.sent_at, draft.reason, draft.reason_about, draft.created_by = timezone.now(), "", [], by
    draft.save()
    audit.record("producers.producer.changes_sent", by=by, about=producer, fields=draft.changed_fields())
    return producer


def apply_changes(draft: Draft, producer: Producer, *, by: Any, event: str) -> Producer:
    """Take a draft's answers into the record of a registered producer; only an officer of the old and the new place may."""
    fields = draft.changed_fields()
    place = draft.edited().place
    refuse_if(not access.covers(by, place), messages.NEW_PLACE_NOT_YOURS, place=place.name)
    _apply(draft, producer)
    producer.decided_at, producer.decided_by = timezone.now(), by
    producer.save()
    audit.record(event, by=by, about=producer, fields=fields)
    return producer


def _refuse_incomplete(producer: Producer) -> None:
    missing = queries.missing_to_send(producer)
    refuse_for(registration.Obstacle.INCOMPLETE if missing else None, producer, missing)


def _apply(draft: Draft, producer: Producer) -> None:
    producer.take_answers(draft.answers)
    producer.save()
    draft.delete()


def _send(producer: Producer, *, by: Any) -> Producer:
    producer.state, producer.submitted_at = State.SUBMITTED, timezone.now()
    producer.state_reason, producer.reason_about = "", []
    producer.save()
    audit.record("producers.producer.submitted", by=by, about=producer)
    return producer
