"""Collect the sentences of one room (or of all) into its locale folder: `python tools/messages.py [ROOM …]`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "openodop"
LANGUAGES = ("lo", "th", "km", "vi")


def collect(room: Path) -> None:
    (room / "locale").mkdir(exist_ok=True)
    command = [sys.executable, "-m", "django", "makemessages", "--no-location", "--no-wrap", "-v0", "-e", "html,txt,py,typ"]
    for language in LANGUAGES:
        command += ["-l", language]
    subprocess.run(command, cwd=room, check=True)


if __name__ == "__main__":
    rooms = sys.argv[1:] or sorted(child.name for child in PACKAGE.iterdir() if (child / "__init__.py").exists())
    for name in rooms:
        collect(PACKAGE / name)
