"""Sentences shown to people go through gettext, whole and with named places."""

import ast
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "openodop"
CALLS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy", "npgettext", "npgettext_lazy"}


def calls():
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in CALLS:
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", node


def test_no_formatted_string_inside_gettext():
    faults = [place for place, call in calls() if any(isinstance(argument, ast.JoinedStr) for argument in call.args)]
    assert faults == []


def test_places_in_sentences_are_named():
    faults = [
        place
        for place, call in calls()
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and ("%s" in argument.value or "%d" in argument.value)
    ]
    assert faults == []
