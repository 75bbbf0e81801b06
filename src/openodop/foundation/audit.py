"""Who did what to which record, in the one table of django-auditlog.

Field changes of registered models are logged by auditlog itself; `record` adds the programme's own words
(for example "producers.producer.sent_back") with the reason and the person.
"""

from __future__ import annotations

from typing import Any

from auditlog.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet


def record(event: str, *, by: Any, about: Model, **details: Any) -> LogEntry:
    """Write that `by` made `event` happen to `about`; `details` must be plain JSON values."""
    return LogEntry.objects.create(
        content_type=ContentType.objects.get_for_model(about),
        object_pk=str(about.pk),
        object_id=about.pk if isinstance(about.pk, int) else None,
        object_repr=str(about)[:500],
        action=LogEntry.Action.UPDATE,
        changes={},
        actor=by if getattr(by, "is_authenticated", False) else None,
        additional_data={"event": event, **details},
    )


def trail(about: Model) -> QuerySet[LogEntry]:
    """Return all entries about a record, newest first."""
    return LogEntry.objects.get_for_object(about).select_related("actor")
