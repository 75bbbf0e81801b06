"""What this room shows on pages of others."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from openodop.people.queries import lacks_second_factor


def second_factor(request: HttpRequest, subject: Any) -> str:
    """A notice on the home page of officers who sign in by password alone."""
    return render_to_string("people/panels/second_factor.html", {}, request) if lacks_second_factor(request.user) else ""
