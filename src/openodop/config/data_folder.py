"""The folder that holds everything this installation owns: database, files, secret key."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def path() -> Path:
    """Return the data folder, `var/` below the current folder unless OPENODOP_DATA_DIR names another; make it when missing."""
    folder = Path(os.environ.get("OPENODOP_DATA_DIR", "var")).expanduser().resolve()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # personal data lie in it
    return folder


def secret_key() -> str:
    """Return this installation's key; made on first use, readable by its owner only."""
    file = path() / "secret_key"
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as made:
            made.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return file.read_text()
