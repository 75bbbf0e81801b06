"""What news shows on the pages of places, projects, courses and products."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from openodop.news import access, queries
from openodop.training.access import may_organise
from openodop.training.models import Course


def about_subject(request: HttpRequest, subject: Any) -> str:
    """News tied to the page's subject; organisers of a course that has ended may also make a first draft."""
    articles = queries.about(subject, request.user)
    may_draft = (
        isinstance(subject, Course) and access.may_write(request.user) and may_organise(request.user, subject) and subject.today > subject.ends_on
    )
    if not articles and not may_draft:
        return ""
    return render_to_string("news/panel.html", {"articles": articles, "subject": subject, "may_draft": may_draft}, request=request)
