"""The published facts that come with the package, as plain records (see data/README.md). No database."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

DATA = files("openodop.programmes") / "data"


def organisations() -> list[dict[str, Any]]:
    return _yaml("organisations.yaml")


def programmes() -> list[dict[str, Any]]:
    names = sorted(entry.name for entry in (DATA / "programmes").iterdir() if entry.name.endswith(".yaml"))
    return [_with_facts(_yaml("programmes", name)) for name in names]


def projects() -> list[dict[str, Any]]:
    return [_with_source(_with_facts(project)) for project in _yaml("projects.yaml")]


def categories() -> list[dict[str, Any]]:
    """Return product groups; a group stands before its sub-groups."""
    text = (DATA / "categories.csv").read_text(encoding="utf-8")
    return [
        {
            "programme": row["programme"],
            "edition": row["edition"],
            "parent": row["parent"],
            "code": row["code"],
            "name": {"en": row["name_en"], "lo": row["name_lo"], row["language"]: row["name_local"]},
            "name_is_draft": row["local_name_is_draft"] == "1",
            "is_in_force": row["in_force"] == "1",
            "source": row["source"],
        }
        for row in csv.DictReader(text.splitlines())
    ]


@cache
def _sources() -> dict[str, dict[str, str]]:
    return _yaml("sources.yaml")


def _yaml(*path: str) -> Any:
    return yaml.safe_load(DATA.joinpath(*path).read_text(encoding="utf-8"))


def _with_facts(record: dict[str, Any]) -> dict[str, Any]:
    return {**record, "facts": [_fact(fact, order) for order, fact in enumerate(record["facts"], 1)]}


def _fact(fact: dict[str, Any], order: int) -> dict[str, Any]:
    statement = {language: fact[language] for language in ("en", "lo")}
    kept = {key: fact[key] for key in ("code", "topic", "certainty")}
    return _with_source({**kept, "as_of": fact.get("as_of", ""), "order": order, "statement": statement, "source": fact.get("source")})


def _with_source(record: dict[str, Any]) -> dict[str, Any]:
    """Replace the key of a source by its title and address."""
    key = record.pop("source", None)
    source = _sources()[key] if key else {"title": "", "url": ""}
    return {**record, "source_title": source["title"], "source_url": source["url"]}
