"""What has to be in place before the first page: an up-to-date database and the style, script and font files."""

from __future__ import annotations

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from openodop import __version__
from openodop.places.actions import load_reference_places
from openodop.programmes.actions import load_reference_programmes
from openodop.programmes.models import Programme


def bring_up_to_date() -> None:
    """Migrate the database and collect the static files, each only when something changed."""
    migrate()
    _collect_static_files()


def migrate() -> None:
    if pending_migrations():
        call_command("migrate", interactive=False, verbosity=0)


def pending_migrations() -> int:
    """Return how many migrations the database lacks."""
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _collect_static_files() -> None:
    if settings.DEBUG:
        return
    stamp, state = Path(settings.STATIC_ROOT) / ".stamp", _static_state()
    if stamp.exists() and stamp.read_text() == state:
        return
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(state)


def _static_state() -> str:
    """Return a digest that changes when a static file of the package does."""
    digest = hashlib.sha256(__version__.encode())
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: found[0]):
            details = Path(storage.path(name)).stat()
            digest.update(f"{name} {details.st_size} {details.st_mtime_ns}".encode())
    return digest.hexdigest()


def load_reference_when_empty() -> None:
    """Give a new installation the places and programmes that everything else refers to; they are part of the package."""
    if Programme.objects.exists():
        return
    load_reference_places()
    load_reference_programmes()
