"""In which language's letters a name is written, so that a page can mark it."""

from __future__ import annotations

_BLOCKS = (("\u0e01", "\u0e5b", "th"), ("\u0e81", "\u0edf", "lo"), ("\u1780", "\u17f9", "km"))


def language_of(name: str) -> str:
    """Return the language whose script the name uses; Latin letters count as English."""
    for letter in name:
        for first, last, language in _BLOCKS:
            if first <= letter <= last:
                return language
    return "en"
