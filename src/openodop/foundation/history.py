"""What happened to a record, in words, from the audit trail."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from auditlog.models import LogEntry
from django.utils.translation import gettext, pgettext


@dataclass(frozen=True)
class Entry:
    """One line: when, who, what, and the reason or what it was about where there is such a thing."""

    at: datetime
    who: str
    what: str
    about: str = ""
    reason: str = ""


def entries(trail: Iterable[LogEntry], *, events: Mapping[str, Any], names: Mapping[str, Any]) -> list[Entry]:
    """Return the lines in the order of `trail`.

    `events` words the programme's own events, `names` the fields or parts of the record; changes of what nobody is asked about,
    and events without words, are left out.
    """
    lines = (_entry(log, events, names) for log in trail)
    return [line for line in lines if line]


def _entry(log: LogEntry, events: Mapping[str, Any], names: Mapping[str, Any]) -> Entry | None:
    who = log.actor.name if log.actor else pgettext("history", "OpenODOP")
    details = log.additional_data or {}
    if event := details.get("event"):
        if event not in events:
            return None
        reason = details.get("reason", "")
        about = [] if reason else [*details.get("fields", []), *details.get("parts", [])]
        return Entry(log.timestamp, who, str(events[event]), _in_words(about, names), reason)
    if log.action == LogEntry.Action.CREATE:
        return Entry(log.timestamp, who, pgettext("history", "Entered"))
    about = _in_words(log.changes or {}, names)
    return Entry(log.timestamp, who, gettext("Changed"), about) if about else None


def _in_words(keys: Iterable[str], names: Mapping[str, Any]) -> str:
    return ", ".join(dict.fromkeys(str(names[key]) for key in keys if key in names))
