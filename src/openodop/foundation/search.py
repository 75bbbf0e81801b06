"""Search in five scripts, by text that was folded once when it was written.

`search_text(*parts)` makes the text to keep beside a record, `match(queryset, query)` finds records by it, on SQLite and
PostgreSQL alike. What was measured: docs/explanation/search-in-lao.md.

* Lao: syllables in a row, so that ຕາກ is found in ກ້ວຍຕາກ and not inside a longer syllable.
* Thai, Khmer, Chinese letters: anywhere in the text, since their words are not cut here.
* Latin letters and figures: beginnings of words. A word with Vietnamese diacritics is kept twice, as written and without
  them; a query with diacritics finds the exact word (and texts typed without any), a query without finds both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Q, QuerySet
from i18nfield.strings import LazyI18nString

from openodop.foundation import folding, syllables

#: marks a word from which the diacritics were taken
_STRIPPED = "~"
_LETTERS_OF_WORDS = r"[^\W_]+"
_RUNS = re.compile(
    "(?P<lao>[\u0e80-\u0eff]+)"
    "|(?P<anywhere>[\u0e00-\u0e7f]+|[\u1780-\u17ff]+|[\u3040-\u30ff\u3400-\u9fff]+)"
    f"|(?P<word>(?:(?![\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]){_LETTERS_OF_WORDS})+)"
)
_MOST_PIECES = 12


def _runs(text: str) -> Iterator[tuple[str, str]]:
    """Yield (kind, folded text) for each run of one script, diacritics kept."""
    for found in _RUNS.finditer(folding.with_diacritics(text)):
        yield found.lastgroup or "", found.group()


def _tokens(text: str) -> Iterator[str]:
    for kind, run in _runs(text):
        yield from syllables.cut(run) if kind == "lao" else [run]


def fold(text: str) -> str:
    """Return the text as words and Lao syllables with one space between: one coding, lower case, no Latin diacritics."""
    return " ".join(folding.without_diacritics(token) for token in _tokens(text))


def search_text(*parts: Any) -> str:
    """Return the text to keep for searching: texts, texts in several languages, or None, a line for each."""
    return "\n".join(f" {line} " for part in parts for text in _texts(part) if (line := _line(text)))


def _texts(part: Any) -> Iterable[str]:
    data = part.data if isinstance(part, LazyI18nString) else part
    values = data.values() if isinstance(data, dict) else [data]
    # The same name in two languages is kept once.
    return dict.fromkeys(str(value) for value in values if value)


def _line(text: str) -> str:
    tokens = list(_tokens(text))
    stripped = (folding.without_diacritics(token) for token in tokens)
    return " ".join([*tokens, *(_STRIPPED + bare for token, bare in zip(tokens, stripped, strict=True) if bare != token)])


def match(queryset: QuerySet, query: str, *, field: str = "search_text") -> QuerySet:
    """Keep the records whose `field` holds every word and every Lao phrase of the query; an empty query keeps all."""
    if not query.strip():
        return queryset
    runs = list(_runs(query))[:_MOST_PIECES]
    if not runs:
        return queryset.none()
    for kind, run in runs:
        queryset = queryset.filter(_condition(kind, run, f"{field}__contains"))
    return queryset


def _condition(kind: str, run: str, lookup: str) -> Q:
    if kind == "lao":
        return Q(**{lookup: f" {' '.join(syllables.cut(run))} "})
    if kind == "anywhere":
        return Q(**{lookup: run})
    bare = folding.without_diacritics(run)
    other = f" {bare}" if bare != run else f" {_STRIPPED}{bare}"
    return Q(**{lookup: f" {run}"}) | Q(**{lookup: other})
