"""Says an obstacle of the shared rules in the words of this room."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.text import capfirst

from openodop.foundation.refusals import Refusal
from openodop.foundation.registration import Obstacle
from openodop.producers import messages
from openodop.producers.models import Producer


def refuse_for(obstacle: Obstacle | None, producer: Producer, missing: Sequence[str] = ()) -> None:
    """Raise the refusal for `obstacle`; nothing when there is none."""
    if obstacle is None:
        return
    raise Refusal(
        messages.OBSTACLES[obstacle],
        field="reason" if obstacle == Obstacle.NO_REASON else None,
        name=str(producer.name),
        place=producer.place.name,
        officer=producer.decided_by.name if producer.decided_by else "",
        fields=in_words(missing),
    )


def in_words(fields: Sequence[str]) -> str:
    """Return "kind, village": names of fields in the reader's language, each once."""
    return capfirst(", ".join(dict.fromkeys(str(messages.FIELDS[field]) for field in fields)))
