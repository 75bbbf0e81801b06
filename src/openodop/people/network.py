"""Where a request comes from, for counting tries."""

from __future__ import annotations

from allauth.core.internal.httpkit import get_client_ip
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """Return the reader's network address; X-Forwarded-For counts only where the settings name a proxy."""
    return get_client_ip(request) or "unknown"
