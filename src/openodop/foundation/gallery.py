"""Every component with its states, for those who build and review pages."""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from openodop.foundation import drawings, icons, weave
from openodop.foundation.gallery_form import SampleForm
from openodop.foundation.paging import page_of

GROUNDS = ["bg", "surface", "sunken", "line", "line-2", "ink", "ink-2", "link", "action", "action-2", "cloth", "foot"]
SIGNS = ["brand", "star", "star-edge", "ok", "warn", "bad", "info"]
TINTS = ["g-leaf", "g-indigo", "g-lac", "g-jack", "g-cotton", "g-sky", "c1", "c2", "c3", "c4", "c5", "m0", "m1", "m2", "m3", "m4", "m5"]


def twenty_bands() -> list[str]:
    """Return district codes that show each chart in each colourway once."""
    seen: dict[tuple[str, int], str] = {}
    for number in range(101, 1000):
        seen.setdefault(weave.of_place(f"LA{number:04}"), f"LA{number:04}")
    return [seen[key] for key in sorted(seen, key=lambda key: (list(weave.QUARTERS).index(key[0]), key[1]))]


@login_required
def gallery(request: HttpRequest) -> HttpResponse:
    """Show the gallery to those who work for the programme."""
    if not request.user.is_programme_staff:
        raise PermissionDenied
    wrong = SampleForm({"kind": "silk", "made_on_day": "31", "made_on_month": "2", "made_on_year": "2026"})
    wrong.is_valid()
    context = {
        "form": SampleForm(initial={"made_on": date(2026, 3, 8)}, auto_id="filled_%s"),
        "wrong": wrong,
        "icons": sorted(icons.PATHS),
        "drawings": drawings.DRAWN,
        "bands": twenty_bands(),
        "roles": GROUNDS + SIGNS + TINTS,
        "start": date(2026, 3, 16),
        "end": date(2026, 3, 20),
        "page": page_of(list(range(400)), request),
    }
    return render(request, "foundation/gallery.html", context)
