"""What happened to a product, in words, from the audit trail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from auditlog.models import LogEntry
from django.utils.translation import gettext, pgettext

from openodop.products import messages, queries
from openodop.products.models import Product


@dataclass(frozen=True)
class Entry:
    """One line: when, who, what, and the reason or the parts where there are some."""

    at: datetime
    who: str
    what: str
    parts: str = ""
    reason: str = ""


def entries(product: Product) -> list[Entry]:
    """Return the lines newest first; changes of fields that nobody is asked about are left out."""
    return [entry for entry in map(_entry, queries.history(product)) if entry]


def _entry(log: LogEntry) -> Entry | None:
    who = log.actor.name if log.actor else pgettext("history", "OpenODOP")
    details = log.additional_data or {}
    if event := details.get("event"):
        what = messages.EVENTS.get(event)
        if what is None:
            return None
        reason = details.get("reason", "")
        return Entry(log.timestamp, who, str(what), _in_words([] if reason else details.get("parts", [])), reason)
    if log.action == LogEntry.Action.CREATE:
        return Entry(log.timestamp, who, pgettext("history", "Entered"))
    parts = _in_words(log.changes or {})
    return Entry(log.timestamp, who, gettext("Changed"), parts) if parts else None


def _in_words(parts: object) -> str:
    return ", ".join(dict.fromkeys(str(messages.PARTS[name]) for name in parts if name in messages.PARTS))
