"""Words shared by sentences and pages of this room."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext


def place_or_programme(place: Any | None) -> str:
    """Return the place's name, or "the whole programme" where a post has no place."""
    return place.name if place else gettext("the whole programme")


def office_of(account: Any) -> str:
    """Return whom to ask instead of a personal name: the officer's role and place."""
    post = next(iter(account.active_posts), None)
    if post is None:
        return gettext("the office that gave you the link")
    return gettext("the %(role)s, %(place)s") % {"role": post.get_role_display(), "place": place_or_programme(post.place)}


def day_shown(moment: datetime | date) -> str:
    """Return the day in the reader's language and the installation's time zone."""
    if isinstance(moment, datetime):
        moment = timezone.localtime(moment)
    return date_format(moment, "DATE_FORMAT")
