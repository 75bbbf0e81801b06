"""The one way in which an action says no."""

from __future__ import annotations

from typing import Any


class Refusal(Exception):
    """An action was refused; the sentence says what is wrong and what to do, in the reader's language.

    `message` is a lazy translated sentence with named placeholders; `params` fill them; `field` names the form field that it belongs to.
    """

    def __init__(self, message: Any, *, field: str | None = None, **params: Any) -> None:
        self.message, self.field, self.params = message, field, params
        super().__init__(message)

    def __str__(self) -> str:
        return str(self.message) % self.params if self.params else str(self.message)


def refuse_if(condition: object, message: Any, *, field: str | None = None, **params: Any) -> None:
    """Raise Refusal with `message` when `condition` is true."""
    if condition:
        raise Refusal(message, field=field, **params)
