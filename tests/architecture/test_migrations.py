"""Migrations are named for what they do."""

import re
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "openodop"


def test_no_migration_has_a_made_up_name():
    made_up = [
        path.name
        for path in PACKAGE.glob("*/migrations/0*.py")
        if re.fullmatch(r"\d{4}_(auto_.*|initial)\.py", path.name) and not path.name.startswith("0001_")
    ]
    assert made_up == []
