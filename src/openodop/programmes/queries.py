from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from openodop.programmes.choices import Certainty, Topic
from openodop.programmes.models import Fact, ProductCategory, Programme


@dataclass(frozen=True)
class About:
    """What is published about one topic, and what was looked for and not found."""

    topic: Topic
    known: list[Fact]
    not_found: list[Fact]

    @property
    def title(self) -> str:
        return str(self.topic.label)

    @property
    def is_figures(self) -> bool:
        return self.topic == Topic.FIGURES


def by_topic(facts: Iterable[Fact]) -> list[About]:
    """Return the statements under their topics, in the order of the topics; newest figures first."""
    facts = list(facts)
    result = []
    for topic in Topic:
        own = [fact for fact in facts if fact.topic == topic]
        known = [fact for fact in own if fact.certainty != Certainty.UNKNOWN]
        if topic == Topic.FIGURES:
            known.reverse()
        if own:
            result.append(About(topic, known, [fact for fact in own if fact.certainty == Certainty.UNKNOWN]))
    return result


@dataclass
class Group:
    category: ProductCategory
    parts: list[ProductCategory]


@dataclass
class Edition:
    """The product groups under one edition of the rules."""

    year: str
    is_in_force: bool
    groups: list[Group]
    sources: list[str]


def editions_of(programme: Programme) -> list[Edition]:
    """Return the product groups by edition, the one in force first, sub-groups under their group; one query."""
    editions: dict[str, Edition] = {}
    groups: dict[int, Group] = {}
    for category in programme.categories.order_by("-is_in_force", "-edition", "order"):
        edition = editions.setdefault(category.edition, Edition(category.edition, category.is_in_force, [], []))
        if category.source not in edition.sources:
            edition.sources.append(category.source)
        if category.parent_id:
            groups[category.parent_id].parts.append(category)
            continue
        groups[category.pk] = Group(category, [])
        edition.groups.append(groups[category.pk])
    return list(editions.values())
