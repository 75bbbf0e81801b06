"""Every component with its states, for those who build and review pages."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from openodop.foundation import drawings, icons
from openodop.foundation.gallery_form import SampleForm


@login_required
def gallery(request: HttpRequest) -> HttpResponse:
    """Show the gallery to those who work for the programme."""
    if not request.user.is_programme_staff:
        raise PermissionDenied
    wrong = SampleForm({"net_weight": "", "kind": "chips"})
    wrong.is_valid()
    context = {
        "form": SampleForm(),
        "wrong": wrong,
        "icons": sorted(icons.PATHS),
        "drawings": sorted(drawings.DRAWN),
        "bands": [f"LA01{number:02}" for number in range(1, 6)],
        "roles": ["bg", "surface", "sunken", "line", "line-2", "ink", "ink-2", "link", "action", "brand", "star", "ok", "warn", "bad", "info", "cloth"],
        "tints": ["leaf", "indigo", "lac", "jack", "cotton", "sky"],
    }
    return render(request, "foundation/gallery.html", context)
