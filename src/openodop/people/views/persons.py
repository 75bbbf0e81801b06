"""Persons: public profiles of those who agreed, and the record that officers keep."""

from __future__ import annotations

from django.contrib import messages as notices
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from openodop.foundation import panels
from openodop.foundation.paging import page_of
from openodop.foundation.refusals import Refusal
from openodop.foundation.sending import sent_once
from openodop.people import access, actions, messages, queries
from openodop.people.choices import Purpose
from openodop.people.forms import PaperConsentForm, PersonForm, PersonSearchForm
from openodop.people.models import Person
from openodop.people.views.shared import officers_only, posted, put_beside
from openodop.people.wordings import CURRENT


@require_GET
def persons(request: HttpRequest) -> HttpResponse:
    """Everybody: those with a public profile. Officers: the persons of their places, also who asked to be erased."""
    form = PersonSearchForm(request.GET)
    words = form.cleaned_data["q"].strip() if form.is_valid() else ""
    officer = access.is_officer(request.user)
    if officer:
        rows = queries.find_persons(Person.objects.in_scope_of(request.user).filter(erased_at=None), words)
        rows = rows.filter(erasure_asked_at__isnull=False) if request.GET.get("wish") == "erase" else rows
    else:
        rows = queries.find_public_persons(Person.objects.in_public().filter(show_name=True), words)
    page = page_of(rows.select_related("organisation", "place").order_by("name", "pk"), request)
    context = {"form": form, "page": page, "officer": officer, "words": words}
    return render(request, "people/persons.html" if officer else "people/persons_public.html", context)


@require_GET
def person(request: HttpRequest, code: str) -> HttpResponse:
    """What the person agreed to show; to officers of the place and to oneself the record."""
    rows = Person.objects.visible_to(request.user).select_related("organisation__place", "place", "account")
    shown = get_object_or_404(rows, code=code)
    sees_record = access.may_see_record(request.user, shown)
    if shown.erased_at and not sees_record:
        raise Http404
    context = {
        "person": shown,
        "sees_record": sees_record,
        "may_edit": access.may_edit_person(request.user, shown),
        "may_erase": access.may_erase(request.user, shown) and not shown.erased_at,
        "may_invite": sees_record and access.may_invite(request.user) and not shown.account_id and not shown.erased_at,
        "consent": shown.consents.filter(withdrawn_at=None).first() if sees_record else None,
        "panels": [] if shown.erased_at else panels.render_all("people.person", request, shown),
    }
    return render(request, "people/person.html", context)


@officers_only
@require_http_methods(["GET", "POST"])
@sent_once
def person_new(request: HttpRequest) -> HttpResponse:
    """Enter a person; records that may be the same human are shown first, and entering needs a second press."""
    form = PersonForm(posted(request), by=request.user)
    alike: list[Person] = []
    if request.method == "POST" and form.is_valid():
        values = form.values()
        alike = [] if "enter_anyway" in request.POST else _alike(request, values)
        if not alike:
            made = actions.create_person(by=request.user, **values)
            notices.success(request, gettext("The person is in the record."))
            return redirect(made)
    context = {"form": form, "alike": alike, "back": reverse("people:persons"), "button": gettext("Enter person")}
    return render(request, "people/person_form.html", context, status=400 if form.errors else 200)


def _alike(request: HttpRequest, values: dict, but: Person | None = None) -> list[Person]:
    organisation = values["organisation"].name_and_language[0] if values["organisation"] else values["organisation_text"]
    named = {name: values[name] for name in ("name", "name_latin", "phone", "email")}
    return queries.perhaps_same(request.user, organisation=organisation, but=but, **named)


def _own_place(request: HttpRequest, code: str) -> Person:
    shown = get_object_or_404(Person.objects.visible_to(request.user).select_related("organisation", "place", "account"), code=code)
    if not access.may_edit_person(request.user, shown):
        raise PermissionDenied(messages.PERSON_NOT_YOURS)
    return shown


@officers_only
@require_http_methods(["GET", "POST"])
def person_edit(request: HttpRequest, code: str) -> HttpResponse:
    shown = _own_place(request, code)
    form = PersonForm(posted(request), by=request.user, person=shown)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_person(person=shown, by=request.user, **form.values())
        except Refusal as refusal:
            put_beside(form, refusal)
        else:
            notices.success(request, gettext("Saved."))
            return redirect(shown)
    context = {"form": form, "person": shown, "back": shown.get_absolute_url(), "button": gettext("Save")}
    return render(request, "people/person_form.html", context, status=400 if form.errors else 200)


@officers_only
@require_http_methods(["GET", "POST"])
def person_consent(request: HttpRequest, code: str) -> HttpResponse:
    """Record what a person agreed to on paper."""
    shown = _own_place(request, code)
    shows = [name for name in ("name", "organisation", "contact") if getattr(shown, f"show_{name}")]
    form = PaperConsentForm(posted(request), initial={"shows": shows})
    if request.method == "POST" and form.is_valid():
        ticked = form.cleaned_data["shows"]
        try:
            if not ticked:
                actions.withdraw_public_profile(person=shown, by=request.user, on_paper=True)
            elif form.cleaned_data["agree"]:
                actions.agree_to_public_profile(person=shown, shows=ticked, by=request.user, on_paper=True)
            else:
                raise Refusal(messages.CONSENT_NEEDED, field="agree")
        except Refusal as refusal:
            put_beside(form, refusal)
        else:
            notices.success(request, gettext("Saved."))
            return redirect(shown)
    context = {"form": form, "person": shown, "wording": CURRENT[Purpose.PUBLIC_PROFILE], "back": shown.get_absolute_url(), "button": gettext("Save")}
    return render(request, "people/person_consent.html", context, status=400 if form.errors else 200)


@officers_only
@require_http_methods(["GET", "POST"])
def person_erase(request: HttpRequest, code: str) -> HttpResponse:
    """Say what goes and what stays, then erase."""
    shown = get_object_or_404(Person.objects.visible_to(request.user).select_related("account", "place"), code=code)
    if not access.may_erase(request.user, shown):
        raise PermissionDenied(messages.ERASE_NOT_YOURS)
    if request.method == "POST":
        try:
            actions.erase_person(person=shown, by=request.user)
        except Refusal as refusal:
            notices.error(request, str(refusal))
        else:
            notices.success(request, gettext("The person is erased."))
        return redirect(shown)
    return render(request, "people/person_erase.html", {"person": shown, "reasons": queries.reasons_to_keep(shown)})
