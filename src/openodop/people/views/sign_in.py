"""Registration, the page about one's sign-in, and links that officers hand out."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.flows.signup import complete_signup
from allauth.account.views import SignupView as AllauthSignupView
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages as notices
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods
from django_ratelimit.decorators import ratelimit

from openodop.foundation.refusals import Refusal
from openodop.people import actions, gifts, queries
from openodop.people.actions.invitations import refuse_link
from openodop.people.choices import InvitationKind
from openodop.people.forms import AcceptForm, LinkPasswordForm, RegistrationForm
from openodop.people.models import Invitation
from openodop.people.views.shared import posted, put_beside

LINK_TRIES = "30/m"


@method_decorator(sensitive_post_parameters("password"), name="dispatch")
class SignupView(AllauthSignupView):
    """Somebody registers; allauth keeps count of tries and signs them in."""

    def get_form_class(self) -> type[RegistrationForm]:
        return RegistrationForm

    def form_valid(self, form: RegistrationForm) -> HttpResponse:
        try:
            account = actions.register_account(**form.cleaned_data)
        except Refusal as refusal:
            put_beside(form, refusal)
            return self.form_invalid(form)
        return complete_signup(self.request, user=account, redirect_url=self.get_success_url())


@login_required
@never_cache
@require_GET
def security(request: HttpRequest) -> HttpResponse:
    """How one signs in, and what protects it, in plain words."""
    authenticators = Authenticator.objects.filter(user=request.user).order_by("created_at")
    context = {
        "app": next((one for one in authenticators if one.type == Authenticator.Type.TOTP), None),
        "passkeys": [one.wrap() for one in authenticators if one.type == Authenticator.Type.WEBAUTHN],
        "spare_codes": next((len(one.wrap().get_unused_codes()) for one in authenticators if one.type == Authenticator.Type.RECOVERY_CODES), None),
        "lacks_second_factor": queries.lacks_second_factor(request.user),
        "is_required": settings.OPENODOP_REQUIRE_SECOND_FACTOR,
    }
    return render(request, "people/security.html", context)


@ratelimit(key="ip", rate=LINK_TRIES, method=ratelimit.ALL)
@sensitive_post_parameters("password")
@never_cache
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest, token: str) -> HttpResponse:
    """The link of an invitation: what it gives, and a form to accept it with a new account or the one signed in."""
    try:
        invitation = refuse_link(_link(token), kind=InvitationKind.JOIN)
    except Refusal as refusal:
        return _refused(request, refusal)
    if request.user.is_authenticated:
        return _join_signed_in(request, token, invitation)
    form = AcceptForm(posted(request), invitation=invitation)
    if request.method == "POST" and form.is_valid():
        try:
            account = actions.accept_as_new(token=token, language=request.LANGUAGE_CODE, **form.cleaned_data)
        except Refusal as refusal:
            put_beside(form, refusal)
        else:
            return complete_signup(request, user=account, redirect_url=settings.LOGIN_REDIRECT_URL)
    return render(request, "people/join.html", {"form": form, **_gives(invitation)}, status=400 if form.errors else 200)


def _join_signed_in(request: HttpRequest, token: str, invitation: Invitation) -> HttpResponse:
    if request.method == "POST":
        try:
            actions.accept_as(token=token, account=request.user)
        except Refusal as refusal:
            return _refused(request, refusal)
        notices.success(request, gettext("You have accepted the invitation."))
        return redirect(settings.LOGIN_REDIRECT_URL)
    return render(request, "people/join_signed_in.html", _gives(invitation))


def _gives(invitation: Invitation) -> dict[str, Any]:
    gift = gifts.find(invitation.gift)
    return {"invitation": invitation, "gift": gift.describe(invitation.gift_details) if gift else ""}


def _link(token: str) -> Invitation | None:
    return Invitation.objects.by_token(token).select_related("created_by", "place", "organisation", "account").first()


def _refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    return render(request, "people/link_refused.html", {"reason": str(refusal)}, status=410)


@ratelimit(key="ip", rate=LINK_TRIES, method=ratelimit.ALL)
@sensitive_post_parameters("password")
@never_cache
@require_http_methods(["GET", "POST"])
def new_password(request: HttpRequest, token: str) -> HttpResponse:
    """The link that an officer made for somebody who forgot their password."""
    try:
        link = refuse_link(_link(token), kind=InvitationKind.PASSWORD)
        form = LinkPasswordForm(posted(request), account=link.account)
        if request.method == "POST" and form.is_valid():
            actions.use_reset_link(token=token, password=form.cleaned_data["password"])
            logout(request)
            notices.success(request, gettext("Your new password is kept. Sign in with it."))
            return redirect("account_login")
    except Refusal as refusal:
        return _refused(request, refusal)
    return render(request, "people/new_password.html", {"form": form, "link": link}, status=400 if form.errors else 200)
