from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET
from django_ratelimit.decorators import ratelimit

from openodop.news.queries import newest
from openodop.portal import home, queries, steps
from openodop.portal.rules import first_steps


@require_GET
def public_home(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/home.html", {**home.front_page(), "way": home.way(), "doors": home.doors(), "articles": newest(limit=4)})


@login_required
@require_GET
def work_home(request: HttpRequest) -> HttpResponse:
    situation = queries.Situation(request.user)
    shown, rest = first_steps(steps.steps_for(situation))
    context = {
        "first": shown[0] if shown else None,
        "steps": shown[1:],
        "rest": rest,
        "blocks": queries.blocks_for(situation),
        "roles": _roles(situation),
        "band": next((post.place.code for post in request.user.active_posts if post.place), "LA"),
    }
    return render(request, "portal/work_home.html", context)


def _roles(situation: queries.Situation) -> list[str]:
    posts = situation.account.active_posts
    roles = [f"{post.get_role_display()}, {post.place.name}" if post.place else str(post.get_role_display()) for post in posts]
    return [*roles, _("Producer")] if situation.own_producers else roles or [_("No post yet")]


@require_GET
@ratelimit(key="ip", rate="120/m", block=True)
def search_page(request: HttpRequest) -> HttpResponse:
    words = request.GET.get("q", "")[:100]
    return render(request, "portal/search.html", {"words": words, "found": queries.find_everywhere(words, request.user)})


@require_GET
def plain_page(request: HttpRequest, name: str) -> HttpResponse:
    return render(request, f"portal/{name}.html")
