"""`openodop check`: whether this installation is well, in words."""

from __future__ import annotations

import json
import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "openodop.config.settings")
django.setup()

from django.core.management import call_command  # noqa: E402  needs Django's set-up
from django.core.management.base import SystemCheckError  # noqa: E402
from django.test import RequestFactory  # noqa: E402

from openodop.config.preparation import pending_migrations  # noqa: E402
from openodop.foundation.health import healthz  # noqa: E402


def report() -> int:
    """Print what was found; return 0 when all is well, else 1."""
    well = True
    try:
        call_command("check")
    except SystemCheckError as error:
        print(error)
        well = False
    waiting = pending_migrations()
    if waiting:
        print(f"The database lacks {waiting} migrations. Run: openodop manage migrate")
        well = False
    answer = healthz(RequestFactory().get("/healthz"))
    print(json.dumps(json.loads(answer.content), indent=2))
    return 0 if well and answer.status_code == 200 else 1
