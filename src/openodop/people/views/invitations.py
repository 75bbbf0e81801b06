"""Inviting somebody, and handing the link over: on screen, on paper, by e-mail."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages as notices
from django.core.mail import send_mail
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_ratelimit.decorators import ratelimit

from openodop.foundation.paging import page_of
from openodop.foundation.refusals import Refusal
from openodop.people import actions
from openodop.people.choices import InvitationKind
from openodop.people.forms import InvitationForm
from openodop.people.models import Invitation, Person
from openodop.people.models.invitation import hash_of
from openodop.people.views.shared import officers_only, posted, put_beside


@officers_only
@require_GET
def invitations(request: HttpRequest) -> HttpResponse:
    rows = Invitation.objects.visible_to(request.user).filter(kind=InvitationKind.JOIN).select_related("place", "accepted_by")
    return render(request, "people/invitations.html", {"page": page_of(rows, request)})


@officers_only
@require_http_methods(["GET", "POST"])
def invite(request: HttpRequest) -> HttpResponse:
    """Invite somebody new, or the person named by `?person=P000123`, whose record the account will then join."""
    person = Person.objects.in_scope_of(request.user).filter(code=request.GET.get("person", ""), account=None, erased_at=None).first()
    known = {"name": person.name, "phone": person.phone, "email": person.email} if person else {}
    form = InvitationForm(posted(request), by=request.user, initial={"language": "lo", **known})
    if request.method == "POST" and form.is_valid():
        try:
            invitation, token = actions.invite(by=request.user, person=person, **form.values())
        except Refusal as refusal:
            put_beside(form, refusal)
        else:
            return redirect("people:hand_over", invitation.pk, token)
    context = {"form": form, "person": person, "back": reverse("people:invitations"), "button": gettext("Make the link")}
    return render(request, "people/invite.html", context, status=400 if form.errors else 200)


def _with_token(request: HttpRequest, number: int, token: str) -> Invitation:
    """Return an own, open invitation with its secret: the address carries it, since it is kept nowhere."""
    rows = Invitation.objects.open().filter(created_by=request.user, token_hash=hash_of(token))
    return get_object_or_404(rows.select_related("place", "organisation"), pk=number)


def _address(invitation: Invitation, token: str) -> str:
    page = "people:new_password" if invitation.kind == InvitationKind.PASSWORD else "people:join"
    return f"{settings.BASE_URL}{reverse(page, args=[token])}?lang={invitation.language}"


@officers_only
@never_cache
@require_GET
def hand_over(request: HttpRequest, number: int, token: str) -> HttpResponse:
    """The link as text and QR code, once: to show, to print, to send."""
    invitation = _with_token(request, number, token)
    context = {"invitation": invitation, "link": _address(invitation, token), "token": token, "sends_mail": settings.SENDS_MAIL}
    return render(request, "people/hand_over.html", context)


@officers_only
@ratelimit(key="user", rate="30/h", method="POST")
@require_POST
def send_link(request: HttpRequest, number: int, token: str) -> HttpResponse:
    """Send the link to the e-mail address of the invitation, in its language."""
    invitation = _with_token(request, number, token)
    if not settings.SENDS_MAIL or not invitation.email:
        notices.error(request, gettext("There is no e-mail address, or this installation sends no mail. Hand the link over yourself."))
        return redirect("people:hand_over", number, token)
    with translation.override(invitation.language):
        context = {"invitation": invitation, "link": _address(invitation, token)}
        text = render_to_string("people/mail/link.txt", context, request)
        subject = render_to_string("people/mail/link_subject.txt", context).strip()
    try:
        send_mail(subject, text, settings.DEFAULT_FROM_EMAIL, [invitation.email])
    except OSError:
        notices.error(request, gettext("The e-mail could not be sent. Try again later, or hand the link over yourself."))
    else:
        notices.success(request, gettext("Sent to %(email)s.") % {"email": invitation.email})
    return redirect("people:hand_over", number, token)


@officers_only
@require_POST
def renew(request: HttpRequest, number: int) -> HttpResponse:
    invitation = get_object_or_404(Invitation.objects.visible_to(request.user), pk=number)
    try:
        token = actions.renew_invitation(invitation=invitation, by=request.user)
    except Refusal as refusal:
        notices.error(request, str(refusal))
        return redirect("people:invitations")
    return redirect("people:hand_over", number, token)


@officers_only
@require_POST
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    invitation = get_object_or_404(Invitation.objects.visible_to(request.user), pk=number)
    try:
        actions.withdraw_invitation(invitation=invitation, by=request.user)
    except Refusal as refusal:
        notices.error(request, str(refusal))
    else:
        notices.success(request, gettext("The link works no longer."))
    return redirect("people:invitations")
