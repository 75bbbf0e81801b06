"""Collect the sentences of one room (or of all) into its locale folder: `python tools/messages.py [ROOM …]`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import polib

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "openodop"
LANGUAGES = ("lo", "th", "km", "vi")
NAMES = {"lo": "Lao", "th": "Thai", "km": "Khmer", "vi": "Vietnamese"}


def collect(room: Path) -> None:
    """Bring the room's catalogues up to date; sentences that are no longer used go."""
    (room / "locale").mkdir(exist_ok=True)
    command = [sys.executable, "-P", "-m", "django", "makemessages", "--no-location", "--no-wrap", "--no-obsolete", "-v0", "-e", "html,txt,py,typ"]
    for language in LANGUAGES:
        command += ["-l", language]
    subprocess.run(command, cwd=room, check=True)
    for language in LANGUAGES:
        tidy(room / "locale" / language / "LC_MESSAGES" / "django.po", language)


def tidy(file: Path, language: str) -> None:
    """Give a catalogue the same head whoever collected it; Lao, Thai, Khmer and Vietnamese have one form for any number."""
    if not file.exists():
        return
    catalogue = polib.pofile(str(file), wrapwidth=0)
    catalogue.header = f"{NAMES[language]}. Draft translation, to be read by two native speakers."
    catalogue.metadata_is_fuzzy = False
    catalogue.metadata = {
        "Project-Id-Version": "OpenODOP",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=1; plural=0;",
    }
    for entry in catalogue:
        if entry.msgid_plural:
            entry.msgstr_plural = {0: entry.msgstr_plural.get(0, "")}
        if entry.fuzzy:  # a guess by likeness is worse than the English sentence
            entry.flags.remove("fuzzy")
            entry.previous_msgid = entry.previous_msgctxt = None
            entry.msgstr, entry.msgstr_plural = "", dict.fromkeys(entry.msgstr_plural, "")
    catalogue.save(str(file))


if __name__ == "__main__":
    rooms = sys.argv[1:] or sorted(child.name for child in PACKAGE.iterdir() if (child / "__init__.py").exists())
    for name in rooms:
        collect(PACKAGE / name)
