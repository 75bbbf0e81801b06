"""What is known of a product as rows of term and value, for the check page, the officer's page and the public page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext, pgettext
from i18nfield.strings import LazyI18nString

from openodop.foundation import languages
from openodop.products import shown
from openodop.products.choices import KINDS, STORY_TEXTS
from openodop.products.hs_codes import every_code
from openodop.products.models import Draft, Pack, Product


@dataclass(frozen=True)
class Value:
    """A piece of text and its language; an empty language is the reader's."""

    text: str
    language: str = ""


@dataclass
class Fact:
    """One row: what it is, what is said, on which page of the form it is asked."""

    step: str
    term: str
    values: list[Value]
    before: list[Value] = field(default_factory=list)
    is_missing: bool = False
    reason: str = ""
    url: str = ""
    is_list: bool = False

    @property
    def is_changed(self) -> bool:
        return bool(self.before)


def facts_of(
    product: Product,
    packs: Sequence[Pack],
    *,
    pictures: int,
    missing: Sequence[str] = (),
    about: Sequence[str] = (),
    reason: str = "",
) -> list[Fact]:
    """Return the rows about a product; `missing` and `about` name the pages where something is missing or has to be changed."""
    rows = [
        Fact("kind", pgettext("product", "Kind"), _kind(product)),
        Fact("name", pgettext("product", "Name"), texts_of(product.name)),
        Fact("category", pgettext("product", "Category"), _text(str(product.category)) if product.category else []),
        Fact("category", gettext("Customs number (HS)"), hs_of(product)),
        Fact("packs", gettext("Packs and prices"), [Value(line) for line in map(shown.pack_with_price, packs)], is_list=True),
        Fact("photographs", gettext("Photographs"), _text(str(pictures)) if pictures else []),
        Fact("story", gettext("Story"), story_of(product.story_answers), is_list=True),
    ]
    if product.is_food or product.category is None:
        food = [
            Fact("ingredients", pgettext("product", "Ingredients"), texts_of(product.ingredients)),
            Fact("ingredients", gettext("Keeps"), _text(shown.keeps(product.keeps_days))),
        ]
        rows[4:4] = food
    for fact in rows:
        fact.is_missing = fact.step in missing and not fact.values and fact.term != gettext("Customs number (HS)")
        fact.reason = reason if fact.step in about else ""
    return rows


def changes_of(draft: Draft) -> list[Fact]:
    """Return the rows of a draft about a registered product, with what the register says now beside each that differs."""
    product = draft.product
    after = facts_of(draft.edited, draft.packs, pictures=len(draft.pictures))
    before = {(fact.step, fact.term): fact.values for fact in facts_of(product, product.sizes(), pictures=product.photographs.count())}
    changed = draft.changed_parts()
    for fact in after:
        old = before.get((fact.step, fact.term), [])
        if old != fact.values or (fact.step == "photographs" and "photographs" in changed):
            fact.before = old or [Value(pgettext("nothing told yet", "nothing"))]
    return after


def texts_of(text: LazyI18nString | None) -> list[Value]:
    """Return every language version, the reader's first."""
    data = text.data if isinstance(text, LazyI18nString) and isinstance(text.data, dict) else {}
    codes = sorted((code for code in data if data[code]), key=lambda code: code != languages.active())
    return [Value(data[code], code) for code in codes]


def hs_of(product: Product) -> list[Value]:
    """Return the customs number with its English description; the list is in English only."""
    entry = every_code().get(product.hs_code)
    return [Value(entry.shown), Value(entry.description, "en")] if entry else []


def story_of(answers: dict[str, dict[str, str]]) -> list[Value]:
    return [Value(text, code) for question in STORY_TEXTS for code, text in answers.get(question, {}).items()]


def _kind(product: Product) -> list[Value]:
    return [Value(str(kind.label)) for kind in KINDS if kind.drawing == product.drawing]


def _text(text: str) -> list[Value]:
    return [Value(text)] if text else []
