"""Whether this installation is well, for monitors and people: `/healthz`."""

from __future__ import annotations

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django_tasks_db.models import DBTaskResult

from openodop import __version__


def _database() -> dict[str, object]:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return {"ok": False}
    return {"ok": True, "kind": connection.vendor}


def _storage() -> dict[str, object]:
    try:
        name = default_storage.save("health/written", ContentFile(b"ok"))
        default_storage.delete(name)
    except OSError:
        return {"ok": False}
    return {"ok": True}


def _jobs() -> dict[str, object]:
    try:
        return {"ok": True, "waiting": DBTaskResult.objects.ready().count(), "failed": DBTaskResult.objects.failed().count()}
    except DatabaseError:
        return {"ok": False}


@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """Answer 200 when all parts are well, else 503."""
    parts = {"database": _database(), "storage": _storage(), "jobs": _jobs()}
    well = all(part["ok"] for part in parts.values())
    return JsonResponse({"status": "ok" if well else "failing", "version": __version__, **parts}, status=200 if well else 503)
