"""A misspelt component or attribute fails here instead of vanishing from the page."""

import re
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "openodop"
TEMPLATES = sorted(PACKAGE.glob("*/templates/**/*.html"))
COMPONENT_FOLDERS = sorted(PACKAGE.glob("*/templates/cotton"))
#: what may go through to the element of any component that prints {{ attrs }}; `class` may not, looks belong to the component
PASSES = re.compile(
    r"(aria|data|hx)-[a-z-]+|id|lang|title|role|hidden|disabled|autofocus|form|formaction|download|rel|hreflang|tabindex|target|value|name"
)
TAG = re.compile(
    r"<c-(?!vars\b|slot\b)([\w.-]+)((?:\{%.*?%\}|\{\{.*?\}\}|\"(?:[^\"{]|\{%.*?%\}|\{\{.*?\}\}|\{)*\"|'(?:[^'{]|\{%.*?%\}|\{\{.*?\}\}|\{)*'|[^>\"'])*?)/?>",
    re.S,
)
ATTRIBUTE = re.compile(
    r"\{%.*?%\}|\{\{.*?\}\}|([:\w.-]+)(?:=(\"(?:[^\"{]|\{%.*?%\}|\{\{.*?\}\}|\{)*\"|'(?:[^'{]|\{%.*?%\}|\{\{.*?\}\}|\{)*'|\S+))?", re.S
)


def name_of(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def attributes(text: str) -> list[str]:
    return [found.group(1) for found in ATTRIBUTE.finditer(text) if found.group(1)]


@cache
def component(name: str) -> tuple[frozenset[str], bool, str] | None:
    """Return the inputs that a component names, whether it passes others on, and its text."""
    path = name.replace(".", "/").replace("-", "_")
    for folder in COMPONENT_FOLDERS:
        for file in (folder / f"{path}.html", folder / path / "index.html"):
            if file.exists():
                text = file.read_text()
                declared = re.search(r"<c-vars(.*?)/>", text, re.S)
                return frozenset(one.lstrip(":") for one in attributes(declared.group(1))) if declared else frozenset(), "{{ attrs }}" in text, text
    return None


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_components_get_only_what_they_know(path: Path):
    wrong = []
    for name, text in TAG.findall(path.read_text()):
        found = component(name)
        if found is None:
            wrong.append(f"there is no <c-{name}>")
            continue
        inputs, passes_on, _ = found
        for attribute in attributes(text):
            if attribute.lstrip(":") in inputs or attribute == ":attrs":
                continue
            if attribute.startswith(":"):
                wrong.append(f"<c-{name}> does not know {attribute}; an expression may only go to a named input, others are not escaped")
            elif not (passes_on and PASSES.fullmatch(attribute)):
                wrong.append(f"<c-{name}> does not know {attribute}")
    assert wrong == []


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_named_slots_are_shown(path: Path):
    """Text put into a slot that its component does not have would be lost."""
    text = path.read_text()
    known = {name for used, _ in TAG.findall(text) if (found := component(used)) for name in re.findall(r"{{ (\w+) }}", found[2])}
    assert [slot for slot in re.findall(r"<c-slot name=\"?([\w-]+)", text) if slot.replace("-", "_") not in known] == []


@pytest.mark.parametrize("folder", COMPONENT_FOLDERS, ids=name_of)
def test_a_component_that_shows_inputs_names_them(folder: Path):
    unnamed = []
    for file in sorted(folder.glob("**/*.html")):
        text = file.read_text()
        made_here = {"slot", "attrs", "request"} | {one for found in re.findall(r"\bas (\w+)|(\w+)=|\bfor (\w+)(?:, (\w+))?", text) for one in found}
        if "<c-vars" not in text and set(re.findall(r"{{ (\w+)", text)) - made_here:
            unnamed.append(name_of(file))
    assert unnamed == []
