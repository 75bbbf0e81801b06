"""One's own data: see, correct, choose what is shown, take away, have erased."""

from __future__ import annotations

from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.contrib import messages as notices
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from openodop.foundation.refusals import Refusal
from openodop.people import actions, exports, messages, queries
from openodop.people.choices import Purpose
from openodop.people.forms import OwnNameForm, OwnSignInForm, PersonForm, PublicProfileForm
from openodop.people.models import Person
from openodop.people.views.shared import posted, put_beside
from openodop.people.wordings import CURRENT


def _person(request: HttpRequest) -> Person | None:
    return Person.objects.filter(account=request.user).select_related("organisation", "place").first()


@login_required
@never_cache
@require_GET
def me(request: HttpRequest) -> HttpResponse:
    person = _person(request)
    context = {
        "person": person,
        "consent": person.consents.filter(withdrawn_at=None).first() if person else None,
        "posts": request.user.active_posts,
        "lacks_second_factor": queries.lacks_second_factor(request.user),
    }
    return render(request, "people/me.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def my_name(request: HttpRequest) -> HttpResponse:
    """The name and the language in which the platform speaks."""
    account = request.user
    form = OwnNameForm(posted(request), initial={"name": account.name, "language": account.language})
    if request.method == "POST" and form.is_valid():
        actions.change_own_name(account=account, **form.cleaned_data)
        notices.success(request, gettext("Saved."))
        response = redirect("people:me")
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            account.language,
            max_age=settings.LANGUAGE_COOKIE_AGE,
            secure=settings.LANGUAGE_COOKIE_SECURE,
            samesite=settings.LANGUAGE_COOKIE_SAMESITE,
        )
        return response
    return _form(request, "people/my_name.html", form)


@login_required
@require_http_methods(["GET", "POST"])
def my_record(request: HttpRequest) -> HttpResponse:
    """What the record says about oneself."""
    person = _person(request)
    form = PersonForm(posted(request), by=request.user, person=person, initial={} if person else {"name": request.user.name})
    if request.method == "POST" and form.is_valid():
        actions.change_person(person=person or actions.person_of(account=request.user), by=request.user, **form.values())
        notices.success(request, gettext("Saved."))
        return redirect("people:me")
    return _form(request, "people/my_record.html", form)


@reauthentication_required
@require_http_methods(["GET", "POST"])
def my_sign_in(request: HttpRequest) -> HttpResponse:
    """The phone number and e-mail address of one's account; asked for after the password."""
    account = request.user
    form = OwnSignInForm(posted(request), initial={"phone": account.phone, "email": account.email})
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_sign_in(account=account, by=account, **form.cleaned_data)
        except Refusal as refusal:
            put_beside(form, refusal)
        else:
            notices.success(request, gettext("Saved. From now on you sign in with this."))
            return redirect("people:me")
    return _form(request, "people/my_sign_in.html", form)


@login_required
@require_http_methods(["GET", "POST"])
def my_public_profile(request: HttpRequest) -> HttpResponse:
    """One tick for each thing that everybody may see; none ticked shows nothing."""
    person = _person(request)
    shows = [name for name in ("name", "organisation", "contact") if person and getattr(person, f"show_{name}")]
    form = PublicProfileForm(posted(request), initial={"shows": shows})
    if request.method == "POST" and form.is_valid():
        person = person or actions.person_of(account=request.user)
        ticked = form.cleaned_data["shows"]
        try:
            if not ticked:
                actions.withdraw_public_profile(person=person, by=request.user)
            elif form.cleaned_data["agree"]:
                actions.agree_to_public_profile(person=person, shows=ticked, by=request.user)
            else:
                raise Refusal(messages.CONSENT_NEEDED, field="agree")
        except Refusal as refusal:
            put_beside(form, refusal)
        else:
            notices.success(request, gettext("Your choice is kept."))
            return redirect("people:me")
    return _form(request, "people/my_public_profile.html", form, wording=CURRENT[Purpose.PUBLIC_PROFILE], person=person)


def _form(request: HttpRequest, template: str, form: object, **context: object) -> HttpResponse:
    context = {"form": form, "back": reverse("people:me"), "button": gettext("Save"), **context}
    return render(request, template, context, status=400 if form.errors else 200)


@login_required
@never_cache
@require_GET
def export(request: HttpRequest) -> HttpResponse:
    """Everything kept about oneself, as a file."""
    response = JsonResponse(exports.own_data(request.user), json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = f'attachment; filename="openodop-{request.user.code}.json"'
    return response


@login_required
@require_POST
def erasure(request: HttpRequest) -> HttpResponse:
    """Ask to be erased, or take the request back."""
    person = actions.person_of(account=request.user)
    if "keep" in request.POST:
        actions.keep_after_all(person=person, by=request.user)
        notices.success(request, gettext("Your request is taken back. Your data stay."))
    else:
        actions.ask_for_erasure(person=person, by=request.user)
        notices.success(request, gettext("Your request is kept. An officer will look at it. Until then you may take it back."))
    return redirect("people:me")
