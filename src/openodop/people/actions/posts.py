"""Posts are given and ended."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from openodop.foundation.audit import record
from openodop.foundation.refusals import refuse_if
from openodop.people import access, messages, rules
from openodop.people.actions.accounts import forget_cached_posts
from openodop.people.choices import Role
from openodop.people.models import Account, Organisation, Post
from openodop.people.words import day_shown, place_or_programme
from openodop.places.models import Place


def refuse_role(*, role: str, place: Place | None, by: Account) -> None:
    """Refuse a role whose place has the wrong level, or that `by` may not give there."""
    shown = {"role": Role(role).label, "place": place_or_programme(place)}
    refuse_if(not rules.fits(role, place.level if place else None), messages.PLACE_DOES_NOT_FIT_ROLE, field="place", **shown)
    refuse_if(not access.may_give(by, role, place), messages.ROLE_NOT_YOURS_TO_GIVE, field="role", **shown)


@transaction.atomic
def give_post(
    *,
    account: Account,
    role: str,
    place: Place | None,
    by: Account,
    organisation: Organisation | None = None,
    title: Any = None,
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> Post:
    """Give `account` a role at a place, from a day and until a day when these are known."""
    refuse_role(role=role, place=place, by=by)
    refuse_if(starts_on and ends_on and ends_on < starts_on, messages.POST_ENDS_BEFORE_START, field="ends_on")
    Account.objects.select_for_update().get(pk=account.pk)  # two officers giving the same post at once
    open_posts = Post.objects.filter(Q(ends_on=None) | Q(ends_on__gte=timezone.localdate()), account=account, role=role, place=place)
    refuse_if(open_posts.exists(), messages.POST_HELD_ALREADY, field="role", name=account.name)
    post = Post.objects.create(account=account, role=role, place=place, organisation=organisation, title=title, starts_on=starts_on, ends_on=ends_on)
    forget_cached_posts(account)
    record("people.post.given", by=by, about=post, role=role, place=place.code if place else "", account=account.code)
    return post


def _locked_managers() -> list[Post]:
    """Hold the posts of all programme-wide managers, always in one order, so that two who end each other's wait and do not deadlock."""
    managers = Post.objects.current().filter(role=Role.PROGRAMME_MANAGER, place=None, account__is_active=True)
    return list(managers.select_for_update(of=("self",)).order_by("pk"))


@transaction.atomic
def end_post(*, post: Post, by: Account, last_day: date | None = None) -> None:
    """End a post after `last_day`, at once without one. A post that had not begun by then is removed."""
    last_day = last_day or timezone.localdate() - timedelta(days=1)
    managers = _locked_managers()
    post = Post.objects.select_for_update(of=("self",)).select_related("account", "place").get(pk=post.pk)
    refuse_if(not access.may_end(by, post), messages.POST_NOT_YOURS_TO_END)
    refuse_if(post.has_ended, messages.POST_ENDED_ALREADY, day=day_shown(post.ends_on) if post.ends_on else "")
    if post.role == Role.PROGRAMME_MANAGER and post.place is None:
        refuse_if(not any(other.account_id != post.account_id for other in managers), messages.LAST_MANAGER)
    record("people.post.ended", by=by, about=post, last_day=last_day.isoformat(), role=post.role, account=post.account.code)
    if post.starts_on and post.starts_on > last_day:
        post.delete()
    else:
        post.ends_on = last_day
        post.save(update_fields=["ends_on"])
    forget_cached_posts(post.account)
