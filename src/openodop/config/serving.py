"""Starts the web server and the process for background jobs."""

from __future__ import annotations

import os
import socket
import subprocess
import sys

import django
from django.apps import apps
from granian import Granian
from granian.constants import Interfaces

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "openodop.config.settings")
if not apps.ready:
    django.setup()

from openodop.config.preparation import bring_up_to_date, load_reference_when_empty
from openodop.portal.sample import load_once, sign_ins


def demo(*, host: str, port: int) -> int:
    """Load the sample programme once, say where it is and how to sign in, and serve it."""
    if _is_taken(host, port):
        return 1
    bring_up_to_date()
    load_once()
    print(f"\nOpenODOP runs at http://{host}:{port}/ with a sample programme. All persons in it are invented.\n")
    print(f"{'Role':<22}{'Sign in with':<18}Password")
    for entry in sign_ins():
        print(f"{entry.role:<22}{entry.sign_in:<18}{entry.password}")
    print("\nStop with Ctrl+C.", flush=True)
    return _run(host=host, port=port, workers=None, jobs=True)


def serve(*, host: str, port: int, workers: int | None, jobs: bool) -> int:
    """Bring the database up to date and serve until stopped."""
    if _is_taken(host, port):
        return 1
    bring_up_to_date()
    load_reference_when_empty()
    return _run(host=host, port=port, workers=workers, jobs=jobs)


def _is_taken(host: str, port: int) -> bool:
    with socket.socket() as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind((host, port))
        except OSError:
            print(f"Port {port} is in use. Choose another one, for example: PORT={port + 1} openodop demo", file=sys.stderr)
            return True
    return False


def _run(*, host: str, port: int, workers: int | None, jobs: bool) -> int:
    # The worker polls once a second; it starts after the web server so that the first page does not wait for it.
    worker: list[subprocess.Popen[bytes]] = []
    server = Granian(
        "openodop.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers or min(os.cpu_count() or 1, 4),
        blocking_threads=4,
        websockets=False,
        log_level="warning",
        respawn_failed_workers=True,
    )
    if jobs:
        server.on_startup(lambda: worker.append(_start_jobs()))
    try:
        server.serve()
    finally:
        for process in worker:
            process.terminate()
    return 0


def _start_jobs() -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "openodop.config.manage", "db_worker", "--interval", "1"], start_new_session=True)
