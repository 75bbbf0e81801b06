from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from openodop.foundation import audit
from openodop.foundation.registration import State
from openodop.foundation.tables.kinds import Outcome
from openodop.producers.actions.decisions import register_producer
from openodop.producers.actions.sending import new_code
from openodop.producers.models import Producer

#: what a row of a table may change, beside the name and the place
WRITTEN = (
    "name", "kind", "place", "former_place", "district_text", "commune", "village", "women", "men", "workers", "start_year", "raw_material",
    "raw_material_origin", "contact_name", "contact_phone", "contact_email", "source_title", "source_url",
)  # fmt: skip


@transaction.atomic
def record_producer(*, producer: Producer, before: Producer | None, is_reported: bool, by: Any) -> Outcome:
    """Write a producer as a row of a table describes it; `before` is its record as it stands, None for a new one.

    A new one from an officer's own list is registered by that officer. Without an officer (the command line) it waits for one.
    From a publication it is only ever reported.
    """
    enters = before is None or (before.state == State.REPORTED and not is_reported)
    if before and not enters and before.answers(WRITTEN) == producer.answers(WRITTEN):
        return Outcome.UNCHANGED
    if before is None:
        producer.code, producer.created_by = new_code(producer.place), by
    if enters:
        producer.state = State.REPORTED if is_reported else State.SUBMITTED
        producer.submitted_at = None if is_reported else timezone.now()
    producer.save()
    audit.record("producers.producer.imported", by=by, about=producer)
    if enters and not is_reported and by is not None:
        register_producer(producer=producer, by=by)
    return Outcome.UPDATED if before else Outcome.CREATED
