"""Organisations: public pages, and their entry by officers."""

from __future__ import annotations

from django.contrib import messages as notices
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from openodop.foundation import panels
from openodop.foundation.paging import page_of
from openodop.foundation.refusals import Refusal
from openodop.foundation.sending import sent_once
from openodop.people import access, actions, messages, queries
from openodop.people.forms import OrganisationForm
from openodop.people.models import Organisation, Person
from openodop.people.views.shared import officers_only, posted, put_beside


@require_GET
def organisations(request: HttpRequest) -> HttpResponse:
    words = request.GET.get("q", "").strip()[:120]
    rows = Organisation.objects.visible_to(request.user).select_related("place")
    rows = queries.find_organisations(rows, words)
    context = {"page": page_of(rows, request), "words": words, "may_add": access.is_officer(request.user)}
    return render(request, "people/organisations.html", context)


@require_GET
def organisation(request: HttpRequest, code: str) -> HttpResponse:
    shown = get_object_or_404(Organisation.objects.visible_to(request.user).select_related("place"), code=code)
    # In public stand only those who agreed to show both their name and where they belong.
    public = Person.objects.in_public().filter(organisation=shown, show_name=True, show_organisation=True)
    context = {
        "organisation": shown,
        "people": public.select_related("organisation")[:24],
        "panels": panels.render_all("people.organisation", request, shown),
        "may_edit": access.may_edit_organisation(request.user, shown),
    }
    return render(request, "people/organisation.html", context)


@officers_only
@require_http_methods(["GET", "POST"])
@sent_once
def organisation_new(request: HttpRequest) -> HttpResponse:
    form = OrganisationForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.create_organisation(by=request.user, **form.values())
        except Refusal as refusal:
            put_beside(form, refusal)
        else:
            notices.success(request, gettext("The organisation is in the record."))
            return redirect(made)
    context = {"form": form, "back": reverse("people:organisations"), "button": gettext("Enter organisation")}
    return render(request, "people/organisation_form.html", context, status=400 if form.errors else 200)


@officers_only
@require_http_methods(["GET", "POST"])
def organisation_edit(request: HttpRequest, code: str) -> HttpResponse:
    shown = get_object_or_404(Organisation.objects.visible_to(request.user).select_related("place"), code=code)
    if not access.may_edit_organisation(request.user, shown):
        raise PermissionDenied(messages.ORGANISATION_NOT_YOURS)
    form = OrganisationForm(posted(request), organisation=shown)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_organisation(organisation=shown, by=request.user, **form.values())
        except Refusal as refusal:
            put_beside(form, refusal)
        else:
            notices.success(request, gettext("Saved."))
            return redirect(shown)
    context = {"form": form, "organisation": shown, "back": shown.get_absolute_url(), "button": gettext("Save")}
    return render(request, "people/organisation_form.html", context, status=400 if form.errors else 200)
