"""What the pages of this room share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict

from openodop.foundation.refusals import Refusal
from openodop.people import access, messages


def officers_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let signed-in officers in; say to others whom the page is for."""

    @wraps(view)
    @login_required
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not access.is_officer(request.user):
            raise PermissionDenied(messages.OFFICERS_ONLY)
        return view(request, *args, **kwargs)

    return guarded


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what was sent, also when that is nothing at all: a form without any tick is sent empty."""
    return request.POST if request.method == "POST" else None


def put_beside(form: forms.Form, refusal: Refusal) -> None:
    """Show a refusal at the field that it names, else above the form."""
    field = refusal.field if refusal.field in form.fields else None
    form.add_error(field, str(refusal))
