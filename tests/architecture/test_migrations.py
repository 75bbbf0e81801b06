"""Migrations are named for what they do."""

import re
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "openodop"


def test_no_migration_has_a_made_up_name():
    names = [path.name for path in PACKAGE.glob("*/migrations/0*.py")]
    assert [name for name in names if re.search(r"_auto_|(?<!0001)_initial\.py$", name)] == []
