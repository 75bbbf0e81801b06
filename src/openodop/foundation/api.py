"""What every room's public reading interface shares: pages of items, search text, names by language, "not found" in words."""

from __future__ import annotations

from typing import Annotated, Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext
from i18nfield.strings import LazyI18nString
from ninja import Field, Schema
from ninja.errors import HttpError
from ninja.pagination import PaginationBase

#: offsets beyond this are refused: databases take no larger whole numbers, and nobody reads that far
FARTHEST = 10_000_000
#: text that a reader may ask for: short, and without the character that PostgreSQL cannot keep
AskedText = Annotated[str, Field(max_length=100, pattern=r"^[^\x00]*$")]

#: language code -> text, only the languages that are there
Names = dict[str, str]


class Pages(PaginationBase):
    """`?limit=50&offset=0` in; `{"count", "next", "previous", "items"}` out, `next` and `previous` being addresses or null."""

    class Input(Schema):
        limit: int = Field(50, ge=1, le=200, description="items in one answer, 200 at the most")
        offset: int = Field(0, ge=0, le=FARTHEST, description="items to skip")

    class Output(Schema):
        count: int = Field(description="all items that fit the filters")
        next: str | None
        previous: str | None
        items: list[Any]

    def paginate_queryset(self, queryset: QuerySet, pagination: Input, request: HttpRequest, **params: Any) -> dict[str, Any]:
        limit, offset = pagination.limit, pagination.offset
        count = self._items_count(queryset)
        return {
            "count": count,
            "next": _address(request, limit, offset + limit) if offset + limit < count else None,
            "previous": _address(request, limit, max(offset - limit, 0)) if offset else None,
            "items": queryset[offset : offset + limit],
        }


def _address(request: HttpRequest, limit: int, offset: int) -> str:
    query = request.GET.copy()
    query["limit"], query["offset"] = str(limit), str(offset)
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")


class NotFound(Schema):
    """What a 404 answer says: `response={200: PlaceOut, 404: NotFound}`."""

    detail: str


class NotUnderstood(Schema):
    """What a 422 answer says: which part of the question could not be read, and why. `response={200: list[PlaceOut], 422: NotUnderstood}`."""

    detail: list[dict[str, Any]]


def one_or_404(queryset: QuerySet, **fields: Any) -> Any:
    """Return the row, or answer 404 with a sentence in the reader's language."""
    code = str(next(iter(fields.values())))
    row = None if "\x00" in code else queryset.filter(**fields).first()
    if row is None:
        raise HttpError(404, gettext("There is nothing with the code “%(code)s”.") % {"code": code})
    return row


def names(text: LazyI18nString | None) -> Names:
    """Return every language version of a content text, for example {"en": "Tea", "lo": "ຊາ"}."""
    data = text.data if isinstance(text, LazyI18nString) else text
    if isinstance(data, dict):
        return {language: version for language, version in data.items() if version}
    return {"en": str(data)} if data else {}
