"""What happened to a producer, in words, from the audit trail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from auditlog.models import LogEntry
from django.utils.translation import gettext, pgettext

from openodop.producers import messages, queries
from openodop.producers.models import Producer


@dataclass(frozen=True)
class Entry:
    """One line: when, who, what, and the reason or the fields where there are some."""

    at: datetime
    who: str
    what: str
    fields: str = ""
    reason: str = ""


def entries(producer: Producer) -> list[Entry]:
    """Return the lines newest first; changes of fields that nobody is asked about are left out."""
    return [entry for entry in map(_entry, queries.history(producer)) if entry]


def _entry(log: LogEntry) -> Entry | None:
    who = log.actor.name if log.actor else pgettext("history", "OpenODOP")
    details = log.additional_data or {}
    if event := details.get("event"):
        what = messages.EVENTS.get(event)
        if what is None:
            return None
        reason = details.get("reason", "")
        return Entry(log.timestamp, who, str(what), _in_words([] if reason else details.get("fields", [])), reason)
    if log.action == LogEntry.Action.CREATE:
        return Entry(log.timestamp, who, pgettext("history", "Entered"))
    fields = _in_words(log.changes or {})
    return Entry(log.timestamp, who, gettext("Changed"), fields) if fields else None


def _in_words(fields: object) -> str:
    return ", ".join(dict.fromkeys(str(messages.FIELDS[name]) for name in fields if name in messages.FIELDS))
