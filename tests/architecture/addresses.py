"""Every address of the platform with what stands in its places, read from the address book itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Address:
    name: str
    route: str
    arguments: tuple[str, ...]


def all_addresses() -> list[Address]:
    """Return every address of ours, by name; pages of libraries that we mount are included."""
    return sorted(set(_walk(get_resolver().url_patterns, "", "", ())), key=lambda address: (address.name, address.route))


def _walk(patterns: list[URLPattern | URLResolver], prefix: str, namespace: str, above: tuple[str, ...]) -> Iterator[Address]:
    for pattern in patterns:
        route, arguments = prefix + str(pattern.pattern), (*above, *pattern.pattern.regex.groupindex)
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walk(pattern.url_patterns, route, inner, arguments)
        else:
            yield Address(f"{namespace}{pattern.name}", route, arguments)
