"""The words that people agree to. A changed wording gets a new version; the words that were shown stay with each consent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from openodop.people.choices import Purpose


@dataclass(frozen=True)
class Wording:
    version: str
    text: Any


CURRENT = {
    Purpose.PUBLIC_PROFILE: Wording(
        "2026-11",
        _(
            "I agree that the programme shows what I ticked here to everybody on its public pages. "
            "I may change or take back my choice at any time; then it disappears from the pages at once. "
            "Lists of participants inside the programme stay as they are."
        ),
    )
}
