"""Install what the tests need beside Python, where that is permitted; else say plainly what to install.

Needed: Chromium (browser journeys), PostgreSQL (the database tests once more), gettext (are translations up to date?),
poppler's pdftoppm (a look at the PDFs).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path


def _chromium() -> bool:
    return any(shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))


def _postgresql() -> bool:
    return shutil.which("initdb") is not None or any(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


NEEDED: dict[str, Callable[[], bool]] = {
    "chromium": _chromium,
    "postgresql": _postgresql,
    "gettext": lambda: shutil.which("xgettext") is not None,
    "poppler-utils": lambda: shutil.which("pdftoppm") is not None,
}


def missing() -> list[str]:
    """Return the Debian packages that are not there."""
    return [package for package, is_there in NEEDED.items() if not is_there()]


def main() -> int:
    packages = missing()
    if packages and shutil.which("apt-get") and (os.geteuid() == 0 or _may_sudo()):
        _install(packages)
        packages = missing()
    if packages:
        print(f"The tests need: {', '.join(packages)}. On Debian: sudo apt-get install {' '.join(packages)}", file=sys.stderr)
        return 1
    return 0


def _may_sudo() -> bool:
    sudo = shutil.which("sudo")
    return sudo is not None and subprocess.run([sudo, "-n", "true"], capture_output=True).returncode == 0


def _install(packages: list[str]) -> None:
    prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    print(f"Installing {', '.join(packages)} …", flush=True)
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]):
        subprocess.run([*prefix, *command], env=quiet, stdout=subprocess.DEVNULL, check=False)


if __name__ == "__main__":
    sys.exit(main())
