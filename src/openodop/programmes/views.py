from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from openodop.foundation import panels
from openodop.foundation.paging import page_of
from openodop.programmes import messages
from openodop.programmes.choices import EXPLAINED
from openodop.programmes.models import Programme, Project
from openodop.programmes.queries import by_topic, editions_of


@require_safe
def programmes(request: HttpRequest) -> HttpResponse:
    page = page_of(Programme.objects.visible_to(request.user).select_related("country"), request)
    said = panels.said("programmes", page.items)
    return render(request, "programmes/programmes.html", {"page": page, "rows": [(programme, said[programme.pk]) for programme in page]})


@require_safe
def programme(request: HttpRequest, code: str) -> HttpResponse:
    found = Programme.objects.visible_to(request.user).select_related("country").filter(code=_plain(code)).first()
    if found is None:
        return _not_there(request, messages.NO_SUCH_PROGRAMME, code)
    context = {
        "programme": found,
        "said": panels.said("programmes", [found])[found.pk],
        "abouts": by_topic(found.facts.all()),
        "editions": editions_of(found),
        "projects": found.projects.all(),
        "legend": _legend(),
    }
    return render(request, "programmes/programme.html", context)


@require_safe
def projects(request: HttpRequest) -> HttpResponse:
    found = Project.objects.visible_to(request.user).select_related("donor").prefetch_related("countries")
    return render(request, "programmes/projects.html", {"page": page_of(found, request)})


@require_safe
def project(request: HttpRequest, code: str) -> HttpResponse:
    related = ("partners", "programmes", "countries")
    found = Project.objects.visible_to(request.user).select_related("donor").prefetch_related(*related).filter(code=_plain(code)).first()
    if found is None:
        return _not_there(request, messages.NO_SUCH_PROJECT, code)
    return render(request, "programmes/project.html", {"project": found, "abouts": by_topic(found.facts.all()), "legend": _legend()})


def _legend() -> list[tuple[str, str, str]]:
    """(certainty, its word, what the word means)."""
    return [(certainty.value, str(certainty.label), str(meaning)) for certainty, meaning in EXPLAINED.items()]


def _plain(code: str) -> str:
    return code.replace("\x00", "").lower()


def _not_there(request: HttpRequest, message: Any, code: str) -> HttpResponse:
    return render(request, "404.html", {"reason": message % {"code": code[:30]}}, status=404)
