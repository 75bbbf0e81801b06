from __future__ import annotations

from typing import Any
from unicodedata import normalize

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_safe

from openodop.foundation import folding
from openodop.places import atlas, climate, messages
from openodop.places.choices import Level
from openodop.places.models import Place, Village

#: places offered for a name, villages offered for what is typed
MOST_FOUND, MOST_VILLAGES = 30, 40


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    asked = normalize("NFC", request.GET.get("q", "").replace("\x00", "")).strip()[:60]
    lands = atlas.lands()
    attributions = [land.picture.attribution for land in lands if land.picture]
    return render(request, "places/index.html", {"asked": asked, "found": _named(asked), "lands": lands, "attributions": attributions})


@require_safe
def place(request: HttpRequest, code: str) -> HttpResponse:
    found = _places().filter(code=code.replace("\x00", "").upper()).first()
    if found is None:
        return _no_such_place(request, code)
    if found.code != code:
        return redirect(found, permanent=True)
    shown = atlas.of(found, show=request.GET.get("show", ""))
    context = {
        "place": found,
        "foreign_language": found.foreign_language,
        "above": _above(found),
        "what_it_is": _what_it_is(found),
        "atlas": shown,
        "said": shown.said,
        "map_title": _map_title(found, shown),
        "list_title": _list_title(found, shown),
        "climate": climate.near(found) if found.level > Level.COUNTRY else None,
        **_more_of(found),
    }
    return render(request, "places/place.html", context)


@require_safe
def villages(request: HttpRequest, code: str) -> HttpResponse:
    """Names for a datalist: `<option>` elements, or JSON for who asks for it. A help in typing, never a closed list."""
    asked = folding.plain(request.GET.get("q", "")[:60])
    known = Village.objects.filter(district__code=code.replace("\x00", "").upper()).order_by("name_local")
    found = [village for village in known if asked in folding.plain(village.name_local) or asked in folding.plain(village.name_en)][:MOST_VILLAGES]
    if request.accepts("text/html"):
        return render(request, "places/villages.html", {"villages": found})
    return JsonResponse({"items": [{"name": village.name_local, "name_en": village.name_en} for village in found]})


def _places() -> QuerySet[Place]:
    return Place.objects.visible_to(None).select_related("parent__parent", "successor")


def _named(text: str) -> list[Place]:
    """Places whose name or code fits; when none does, those whose name fits in another spelling."""
    if not text:
        return []
    named = Q(name_en__icontains=text) | Q(name_local__icontains=text) | Q(other_names__icontains=text) | Q(code__iexact=text)
    found = list(_places().filter(named).order_by("level", "code")[:MOST_FOUND])
    return found or list(_places().filter(pk__in=_spelt_like(text)).order_by("level", "code"))


def _spelt_like(text: str) -> list[int]:
    wanted = folding.plain(text)
    if not wanted:
        return []
    known = Place.objects.values_list("pk", "name_en", "name_local", "other_names")
    return [pk for pk, *names in known if any(wanted in folding.plain(name) for name in names)][:MOST_FOUND]


def _no_such_place(request: HttpRequest, code: str) -> HttpResponse:
    return render(request, "404.html", {"reason": messages.NO_SUCH_PLACE % {"code": code[:20]}}, status=404)


def _above(found: Place) -> list[Place]:
    """The places above, from the country down."""
    above = []
    while found.parent:
        found = found.parent
        above.insert(0, found)
    return above


def _what_it_is(found: Place) -> str:
    above = ", ".join(place.name for place in reversed(_above(found)))
    sentences = {
        Level.COUNTRY: gettext("Country"),
        Level.PROVINCE: gettext("Former province of %(above)s") if found.successor_id else gettext("Province of %(above)s"),
        Level.DISTRICT: gettext("District of %(above)s"),
    }
    return sentences[Level(found.level)] % {"above": above}


def _map_title(found: Place, shown: atlas.Atlas) -> str:
    if shown.is_locator:
        return gettext("Map: where %(place)s lies") % {"place": found.name}
    around = found.parent if found.level == Level.DISTRICT else found
    if shown.picture and shown.picture.is_stitched:
        return gettext("Map of the provinces of %(place)s") % {"place": around.name}
    return gettext("Map of the districts of %(place)s") % {"place": around.name}


def _list_title(found: Place, shown: atlas.Atlas) -> str:
    if found.level == Level.DISTRICT:
        return gettext("Districts of %(province)s") % {"province": found.parent.name} if shown.entries else ""
    if not shown.entries:
        return ""
    return gettext("Choose a province") if found.level == Level.COUNTRY else gettext("Choose a district")


def _more_of(found: Place) -> dict[str, Any]:
    """Former provinces of a country, those that a province was formed from, villages of a district."""
    if found.level == Level.COUNTRY:
        former = [atlas.Entry(place, []) for place in found.children.exclude(successor=None)]
        note = ngettext("%(number)d province that went into another", "%(number)d provinces that went into others", len(former))
        return {"former": former, "former_note": note % {"number": len(former)}}
    if found.level == Level.PROVINCE:
        return {"predecessors": list(found.predecessors.all())}
    return {"villages": list(found.villages.values_list("name_local", flat=True))}
