"""Leads officers without a second factor to the page where they set one, where the installation asks for it."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages as notices
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

from openodop.people.queries import lacks_second_factor

#: what stays open: signing in and out, setting the second factor, the language, help for machines
OPEN = ("/accounts/", "/language/", "/static/", "/healthz")


class SecondFactorMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.OPENODOP_REQUIRE_SECOND_FACTOR:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and not request.path.startswith(OPEN) and lacks_second_factor(request.user):
            notices.warning(request, gettext("Your role needs a second step at sign-in. Set it up now; it takes three minutes."))
            return redirect("mfa_index")
        return self.get_response(request)
