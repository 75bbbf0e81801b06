"""Everything that a machine can check without running the platform: `make check`."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
CODE = ["src", "tests", "tools", "benchmarks"]
#: `check --deploy` looks at the settings of a real installation
PRODUCTION = {
    "OPENODOP_BASE_URL": "https://odop.example.org",
    "OPENODOP_SECRET_KEY": "only-for-the-check-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "OPENODOP_BEHIND_PROXY": "1",
}
CHECKS: list[tuple[str, list[str]]] = [
    ("style", [str(BIN / "ruff"), "check", *CODE]),
    ("format", [str(BIN / "ruff"), "format", "--check", "--quiet", *CODE]),
    ("layers", [str(BIN / "lint-imports"), "--no-cache"]),
    ("templates", [str(BIN / "djlint"), "--lint", "--quiet", "src/openodop"]),
    ("migrations", [sys.executable, "-m", "django", "makemigrations", "--check", "--dry-run"]),
    ("translations", [sys.executable, "tools/check_messages.py"]),
    ("production settings", [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"]),
]


def main() -> int:
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, **PRODUCTION, "DJANGO_SETTINGS_MODULE": "openodop.config.settings", "OPENODOP_DATA_DIR": folder}
        for name, command in CHECKS:
            result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
            print(f"{name:<22}{'ok' if result.returncode == 0 else 'FAILED'}", flush=True)
            if result.returncode:
                failed.append(name)
                print(result.stdout[-6000:], result.stderr[-6000:])
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
