"""A table kept between its preview and its confirmation: under a random name, for the account that sent it, for a few hours."""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from openodop.foundation.tables.running import Result

FOLDER = "imports"
KEPT_FOR = timedelta(hours=6)
WAITING, RUNNING, DONE = "waiting", "running", "done"


@dataclass
class Upload:
    """What is known about a kept table. The table itself is deleted as soon as it is taken or discarded."""

    token: str
    account: str
    kind: str
    name: str
    digest: str
    kept_at: str
    state: str = WAITING
    partial: bool = False
    chosen: dict[str, str] = field(default_factory=dict)
    #: the report of the preview, later of the import itself
    report: dict[str, Any] = field(default_factory=dict)

    @property
    def is_expired(self) -> bool:
        return timezone.now() > datetime.fromisoformat(self.kept_at) + KEPT_FOR

    def write(self) -> None:
        """Keep what is known; an older note about the same table is replaced."""
        default_storage.delete(_about(self.token))
        default_storage.save(_about(self.token), ContentFile(json.dumps(asdict(self), ensure_ascii=False).encode()))

    def content(self) -> bytes | None:
        """Return the table's bytes; None when it was taken already or is not the one that was previewed."""
        try:
            with default_storage.open(_table(self.token)) as file:
                content = file.read()
        except FileNotFoundError:
            return None
        return content if digest_of(content) == self.digest else None

    def forget_table(self) -> None:
        default_storage.delete(_table(self.token))

    def discard(self) -> None:
        """Delete the table and what is known about it."""
        self.forget_table()
        default_storage.delete(_about(self.token))


def keep(content: bytes, *, account: Any, kind: str, name: str, chosen: dict[str, str], report: dict[str, Any]) -> Upload:
    """Keep a table for its confirmation; tables that nobody confirmed in time are deleted."""
    sweep()
    upload = Upload(
        token=secrets.token_urlsafe(24),
        account=str(account.pk),
        kind=kind,
        name=name[:120],
        digest=digest_of(content),
        kept_at=timezone.now().isoformat(),
        chosen=chosen,
        report=report,
    )
    default_storage.save(_table(upload.token), ContentFile(content))
    upload.write()
    return upload


def find(token: str, *, account: Any, kind: str) -> Upload | None:
    """Return the kept table of this account; None for another's, an expired or an unknown one."""
    upload = _read(token)
    if upload is None or upload.account != str(account.pk) or upload.kind != kind:
        return None
    if upload.is_expired:
        upload.discard()
        return None
    return upload


def sweep() -> None:
    """Delete every table that is older than KEPT_FOR."""
    try:
        tokens, _ = default_storage.listdir(FOLDER)
    except FileNotFoundError:
        return
    for token in tokens:
        upload = _read(token)
        if upload is not None and upload.is_expired:
            upload.discard()


def report_of(result: Result) -> dict[str, Any]:
    """Return a result as it is kept for the page: the numbers, what is said, and each row with what became of it."""
    rows = [[number, str(outcome or "refused"), result.excerpts.get(number, "")] for number, outcome in result.outcomes.items()]
    return {**result.as_json(), "rows": rows}


def digest_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _read(token: str) -> Upload | None:
    try:
        with default_storage.open(_about(token)) as file:
            return Upload(**json.load(file))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def _table(token: str) -> str:
    return f"{FOLDER}/{token}/table"


def _about(token: str) -> str:
    return f"{FOLDER}/{token}/about.json"
