"""One row of a file as a room reads it: texts and values by column, with a sentence for each cell that cannot be understood."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date as Date
from decimal import Decimal
from typing import Any

from openodop.foundation.tables import messages, rules


@dataclass(frozen=True)
class Problem:
    """Something said about a cell: why its row is refused, or (as a note) what the reader should know."""

    row: int
    column: str
    value: str
    message: str

    def as_json(self) -> dict[str, object]:
        return {"row": self.row, "column": self.column, "value": self.value, "message": self.message}


class RowRefused(Exception):
    """A row cannot be taken. Carries one or several (column, value, sentence)."""

    def __init__(self, column: str = "", value: str = "", message: Any = "", *, problems: Iterable[tuple[str, str, Any]] = ()) -> None:
        self.problems = [*([(column, value, message)] if message else []), *problems]
        super().__init__("; ".join(str(sentence) for _, _, sentence in self.problems))


class Row:
    """The cells of one row by column name. Absent columns and empty cells read as "" (texts) or None (values).

    The reading methods never raise: a cell that cannot be understood is put on the list of the row's problems and reads
    as None, so that one run tells an officer everything that is wrong. Call `stop_if_refused()` before writing.
    """

    def __init__(self, number: int, cells: Mapping[str, str]) -> None:
        self.number = number
        self._cells = dict(cells)
        self.problems: list[Problem] = []
        self.notes: list[Problem] = []

    def __getitem__(self, column: str) -> str:
        return self._cells.get(column, "")

    text = __getitem__

    def has(self, column: str) -> bool:
        """Return whether the file has this column at all: a missing column must not empty what is known."""
        return column in self._cells

    @property
    def cells(self) -> dict[str, str]:
        return dict(self._cells)

    def excerpt(self, columns: Iterable[str]) -> str:
        """Return the row's first texts, those of `columns` before others, for a reader who looks for it in the file."""
        texts = [self[column] for column in dict.fromkeys([*columns, *self._cells])]
        return " · ".join(text.replace("\n", " ")[:60] for text in list(filter(None, texts))[:3])

    # --- saying ---------------------------------------------------------------------------------------------------
    def refuse(self, column: str, message: Any, *, value: str | None = None, **params: Any) -> None:
        """Refuse this row for a reason; reading goes on, so that all reasons are told at once."""
        self.problems.append(self._said(column, message, value, params))

    def note(self, column: str, message: Any, *, value: str | None = None, **params: Any) -> None:
        """Tell something about a row that is taken all the same."""
        self.notes.append(self._said(column, message, value, params))

    def _said(self, column: str, message: Any, value: str | None, params: dict[str, Any]) -> Problem:
        sentence = str(message) % params if params else str(message)
        return Problem(self.number, column, self[column] if value is None else value, sentence)

    def stop_if_refused(self) -> None:
        """Leave `take_row` when something was refused so far."""
        if self.problems:
            raise RowRefused

    # --- reading --------------------------------------------------------------------------------------------------
    def _read(self, column: str, parse: Callable[[str], Any], message: Any, **params: Any) -> Any | None:
        try:
            return parse(self[column])
        except rules.NotUnderstood:
            self.refuse(column, message, **params)
            return None

    def stars(self, column: str) -> int | None:
        """1 to 5, however written: `4`, `4 sao`, `04 sao`, `OCOP 4 sao`, `★★★★`, `4 ດາວ`."""
        return self._read(column, rules.parse_stars, messages.STARS_NOT_UNDERSTOOD)

    def whole(self, column: str, *, least: int | None = None, most: int | None = None) -> int | None:
        value = self._read(column, rules.parse_whole, messages.WHOLE_NOT_UNDERSTOOD)
        return self._within(column, value, least, most)

    def decimal(self, column: str, *, least: Decimal | int | None = None, most: Decimal | int | None = None) -> Decimal | None:
        """A number with a decimal point or comma. `1.500` can be read in two ways and is refused with a sentence."""
        value = self._read(column, rules.parse_decimal, messages.NUMBER_NOT_UNDERSTOOD)
        return self._within(column, value, least, most)

    def degrees(self, column: str, *, most: int) -> Decimal | None:
        """Decimal degrees, with point or comma: here `17.123` never means thousands."""
        return self._within(column, self._read(column, rules.parse_degrees, messages.NUMBER_NOT_UNDERSTOOD), -most, most)

    def money(self, column: str, *, least: Decimal | int | None = 0, most: Decimal | int | None = None) -> Decimal | None:
        """An amount, without its currency; `25.000` is twenty-five thousand."""
        return self._within(column, self._read(column, rules.parse_money, messages.NUMBER_NOT_UNDERSTOOD), least, most)

    def _within(self, column: str, value: Any, least: Any, most: Any) -> Any:
        if value is not None and least is not None and value < least:
            self.refuse(column, messages.NUMBER_TOO_SMALL, least=least)
        elif value is not None and most is not None and value > most:
            self.refuse(column, messages.NUMBER_TOO_LARGE, most=most)
        else:
            return value
        return None

    def date(self, column: str) -> Date | None:
        """A day: 2022-03-07, 7/3/2022 (day first), 7 March 2022; Buddhist years are understood from 2400 on."""
        return self._read(column, rules.parse_date, messages.DATE_NOT_UNDERSTOOD)

    def reported_date(self, column: str) -> str:
        """A date as exact as the source gives it: "2020", "2020-11" or "2020-11-28"; "" when empty."""
        return self._read(column, rules.parse_reported_date, messages.DATE_NOT_UNDERSTOOD) or ""

    def yes_no(self, column: str) -> bool | None:
        return self._read(column, rules.parse_yes_no, messages.YES_NO_NOT_UNDERSTOOD)

    def phone(self, column: str, country: str) -> str:
        """A phone number as E.164, read as one of `country` (two letters) when it has no country code; "" when empty."""
        return self._read(column, lambda text: rules.parse_phone(text, country), messages.PHONE_NOT_UNDERSTOOD) or ""

    def email(self, column: str) -> str:
        return self._read(column, rules.parse_email, messages.EMAIL_NOT_UNDERSTOOD) or ""

    def choice(self, column: str, words: Mapping[str, Iterable[str]]) -> str:
        """Return the key among `words` whose own name or one of whose words the cell holds; "" when empty."""
        allowed = ", ".join(words)
        return self._read(column, lambda text: rules.parse_choice(text, words), messages.CHOICE_NOT_UNDERSTOOD, allowed=allowed) or ""
