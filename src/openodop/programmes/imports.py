"""The programme as something chosen once for a whole imported table."""

from __future__ import annotations

from typing import Any

from django.utils.translation import pgettext_lazy

from openodop.foundation.tables.kinds import Need
from openodop.programmes.models import Programme


def _find(code: str, account: Any) -> Programme | None:
    return Programme.objects.filter(code=code).select_related("country").first()


def _choices(account: Any) -> list[tuple[str, str]]:
    return [(programme.code, f"{programme.short_name} ({programme.code})") for programme in Programme.objects.all()]


PROGRAMME = Need("programme", pgettext_lazy("import", "programme"), _find, _choices)
