"""A form that arrives twice (a second press, a slow line) makes one thing: the second answer is the first one's.

The script on our pages sends a form once; this holds where no script runs.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

#: the same words from the same account to the same address, so many seconds apart, are one sending
SECONDS = 60
#: how long a second sending waits for the answer to the first
PATIENCE = 8.0
UNDER_WAY = "-"

View = Callable[..., HttpResponse]


def sent_once(view: View) -> View:
    """Give the same redirect again for a form that the same account just sent; refused forms may be sent again at once."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        key = _key(request)
        if not cache.add(key, UNDER_WAY, SECONDS) and (address := _answer_of_the_first(key)):
            return HttpResponseRedirect(address)
        try:
            response = view(request, *args, **kwargs)
        except BaseException:
            cache.delete(key)
            raise
        if isinstance(response, HttpResponseRedirect):
            cache.set(key, response.url, SECONDS)
        else:
            cache.delete(key)
        return response

    return guarded


def _key(request: HttpRequest) -> str:
    """Name this sending: who, where to, which words, which files. The form's token differs from page to page and does not count."""
    words = sorted((name, tuple(values)) for name, values in request.POST.lists() if name != "csrfmiddlewaretoken")
    files = sorted((name, file.name, file.size) for name, sent in request.FILES.lists() for file in sent)
    return "sent-" + hashlib.sha256(repr((request.user.pk, request.path, words, files)).encode()).hexdigest()


def _answer_of_the_first(key: str) -> str:
    """Return where the first sending led; empty when it was refused or takes too long."""
    until = time.monotonic() + PATIENCE
    while (answer := cache.get(key)) == UNDER_WAY and time.monotonic() < until:
        time.sleep(0.1)
    return answer if answer and answer != UNDER_WAY else ""
