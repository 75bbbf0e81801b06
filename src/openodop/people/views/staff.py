"""Who works for the programme where: the list of an officer's places, one account, its posts."""

from __future__ import annotations

from django.contrib import messages as notices
from django.contrib.auth.decorators import login_required
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from openodop.foundation.paging import page_of
from openodop.foundation.refusals import Refusal
from openodop.people import access, actions, queries
from openodop.people.forms import EndPostForm, PostForm, StaffSearchForm
from openodop.people.models import Account, Post
from openodop.people.views.shared import officers_only, posted, put_beside


@officers_only
@require_GET
def staff(request: HttpRequest) -> HttpResponse:
    form = StaffSearchForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    rows = queries.staff(request.user, words=asked.get("q", "").strip(), role=asked.get("role", ""), with_past=asked.get("past", False))
    context = {"form": form, "page": page_of(rows, request), "is_filtered": any(asked.values())}
    return render(request, "people/staff.html", context)


def _account(request: HttpRequest, code: str) -> Account:
    """Return an account that the officer may see; others are not found, so that codes tell nothing."""
    return get_object_or_404(Account.objects.visible_to(request.user), code=code)


@officers_only
@require_GET
def account(request: HttpRequest, code: str) -> HttpResponse:
    """An account with its posts in the officer's places, and what the officer may do."""
    posts = Post.objects.visible_to(request.user).select_related("place", "organisation").order_by("ends_on", "role")
    rows = Account.objects.visible_to(request.user).select_related("person").prefetch_related(Prefetch("posts", posts, to_attr="posts_shown"))
    shown = get_object_or_404(rows, code=code)
    context = {
        "account": shown,
        "posts": [(post, not post.has_ended and access.may_end(request.user, post)) for post in shown.posts_shown],
        "has_second_factor": queries.has_second_factor(shown),
        "may_help": access.may_help_sign_in(request.user, shown),
        "may_reopen": not shown.is_active and access.may_close(request.user, shown),
    }
    return render(request, "people/account.html", context)


@officers_only
@require_http_methods(["GET", "POST"])
def give_post(request: HttpRequest, code: str) -> HttpResponse:
    receiver = _account(request, code)
    form = PostForm(posted(request), by=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            actions.give_post(account=receiver, by=request.user, **form.values())
        except Refusal as refusal:
            put_beside(form, refusal)
        else:
            notices.success(request, gettext("The role is given."))
            return redirect("people:account", receiver.code)
    context = {"form": form, "account": receiver, "back": reverse("people:account", args=[receiver.code]), "button": gettext("Give role")}
    return render(request, "people/give_post.html", context, status=400 if form.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def end_post(request: HttpRequest, number: int) -> HttpResponse:
    post = get_object_or_404(Post.objects.visible_to(request.user).select_related("account", "place", "organisation"), pk=number)
    form = EndPostForm(posted(request))
    own = post.account_id == request.user.pk
    back = reverse("people:me") if own else reverse("people:account", args=[post.account.code])
    if request.method == "POST" and form.is_valid():
        try:
            actions.end_post(post=post, by=request.user, last_day=form.cleaned_data["last_day"])
        except Refusal as refusal:
            put_beside(form, refusal)
        else:
            notices.success(request, gettext("The last day is kept."))
            return redirect(back)
    context = {"form": form, "post": post, "own": own, "back": back, "button": gettext("End role")}
    return render(request, "people/end_post.html", context, status=400 if form.errors else 200)


@officers_only
@require_POST
def reset_link(request: HttpRequest, code: str) -> HttpResponse:
    """Make a link with which the owner chooses a new password, and show it to hand over."""
    owner = _account(request, code)
    try:
        link, token = actions.make_reset_link(account=owner, by=request.user)
    except Refusal as refusal:
        notices.error(request, str(refusal))
        return redirect("people:account", owner.code)
    return redirect("people:hand_over", link.pk, token)


@officers_only
@require_POST
def remove_second_factor(request: HttpRequest, code: str) -> HttpResponse:
    owner = _account(request, code)
    try:
        actions.remove_second_factor(account=owner, by=request.user)
    except Refusal as refusal:
        notices.error(request, str(refusal))
    else:
        notices.success(request, gettext("Codes and passkeys of this account are removed. The password stays."))
    return redirect("people:account", owner.code)


@officers_only
@require_POST
def close_account(request: HttpRequest, code: str) -> HttpResponse:
    owner = _account(request, code)
    try:
        actions.close_account(account=owner, by=request.user)
    except Refusal as refusal:
        notices.error(request, str(refusal))
    else:
        notices.success(request, gettext("The account is closed. You may reopen it here."))
    return redirect("people:account", owner.code)


@officers_only
@require_POST
def reopen_account(request: HttpRequest, code: str) -> HttpResponse:
    owner = _account(request, code)
    try:
        actions.reopen_account(account=owner, by=request.user)
    except Refusal as refusal:
        notices.error(request, str(refusal))
    else:
        notices.success(request, gettext("The account is open again."))
    return redirect("people:account", owner.code)
