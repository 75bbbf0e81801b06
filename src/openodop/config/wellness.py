"""`openodop check`: whether this installation is well, in words."""

from __future__ import annotations

import json
import os

import django
from django.apps import apps

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "openodop.config.settings")
if not apps.ready:
    django.setup()

from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.test import RequestFactory

from openodop.config.preparation import pending_migrations
from openodop.foundation.health import healthz


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
