"""Text messages. There is no gateway unless the installation names one in OPENODOP_SMS_BACKEND.

A backend is a class with `send(phone, text)`; it raises `SmsNotSent` when the gateway does not take the message.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

log = logging.getLogger(__name__)


class SmsNotSent(Exception):
    """The gateway did not take the message."""


class SmsBackend(Protocol):
    def send(self, phone: str, text: str) -> None: ...


class ConsoleBackend:
    """Writes messages to the log, for development."""

    def send(self, phone: str, text: str) -> None:
        log.warning("SMS to %s: %s", phone, text)


class FileBackend:
    """Writes one file for each message into `sms/` in the data folder, for a phone beside the server that sends them."""

    def send(self, phone: str, text: str) -> None:
        folder = Path(settings.DATA_DIR) / "sms"
        try:
            folder.mkdir(exist_ok=True, mode=0o700)
            stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
            (folder / f"{stamp}-{phone.lstrip('+')}.txt").write_text(f"{phone}\n{text}\n", encoding="utf-8")
        except OSError as error:
            raise SmsNotSent(str(error)) from error


def is_set() -> bool:
    """Whether this installation can send text messages."""
    return bool(settings.OPENODOP_SMS_BACKEND)


def send(phone: str, text: str) -> None:
    """Send a message by the named backend; without one it raises, so that nobody is told of a message that never left."""
    if not is_set():
        raise SmsNotSent("OPENODOP_SMS_BACKEND is not set")
    backend: SmsBackend = import_string(settings.OPENODOP_SMS_BACKEND)()
    backend.send(phone, text)
