"""What happened to a producer, in words."""

from __future__ import annotations

from openodop.foundation import history
from openodop.producers import messages, queries
from openodop.producers.models import Producer


def entries(producer: Producer) -> list[history.Entry]:
    """Return the lines newest first."""
    return history.entries(queries.history(producer), events=messages.EVENTS, names=messages.FIELDS)
