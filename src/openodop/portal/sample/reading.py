"""Reads the sample's data files."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import yaml
from i18nfield.strings import LazyI18nString

DATA = Path(__file__).parent / "data"


def entries(name: str) -> Any:
    return yaml.safe_load((DATA / f"{name}.yaml").read_text(encoding="utf-8"))


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def text(data: dict[str, str] | None) -> LazyI18nString:
    return LazyI18nString(data or {})
