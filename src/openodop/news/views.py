from __future__ import annotations

from typing import Any

from django.contrib import messages as notices
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from openodop.foundation import pictures
from openodop.foundation.files import hand_out
from openodop.foundation.paging import page_of
from openodop.foundation.refusals import Refusal
from openodop.foundation.sending import sent_once
from openodop.news import access, actions, messages, queries
from openodop.news.choices import ArticleState
from openodop.news.forms import ArticleForm
from openodop.news.models import Article
from openodop.training.models import Course


def _article(request: HttpRequest, code: str) -> Article:
    rows = Article.objects.visible_to(request.user).select_related("programme__country", "project", "course", "place", "product")
    return get_object_or_404(rows, code=code)


def _own_article(request: HttpRequest, code: str) -> Article:
    article = _article(request, code)
    if not access.may_change(request.user, article):
        raise PermissionDenied(messages.NOT_YOURS)
    return article


@require_GET
def article_list(request: HttpRequest) -> HttpResponse:
    rows = Article.objects.in_public().select_related(*queries.SHOWN_WITH)
    return render(request, "news/list.html", {"page": page_of(rows, request, size=12), "may_write": access.may_write(request.user)})


@require_GET
def article_page(request: HttpRequest, code: str) -> HttpResponse:
    article = _article(request, code)
    context = {"article": article, "related": queries.related_to(article), "may_change": access.may_change(request.user, article)}
    return render(request, "news/article.html", context)


@require_GET
def picture_file(request: HttpRequest, code: str, name: str) -> FileResponse:
    article = _article(request, code)
    if not pictures.is_kept(article.picture.get("renditions", {}), name):
        raise Http404
    ending = name.rsplit(".", 1)[-1]
    is_public = article.state == ArticleState.PUBLISHED
    return hand_out(f"{article.picture_folder}/{name}", content_type=pictures.CONTENT_TYPES[ending], public=is_public)


@login_required
@require_GET
def own_list(request: HttpRequest) -> HttpResponse:
    if not access.may_write(request.user):
        raise PermissionDenied
    rows = Article.objects.written_by(request.user).select_related(*queries.SHOWN_WITH).order_by("-updated_at")
    return render(request, "news/own_list.html", {"page": page_of(rows, request)})


@login_required
@sent_once
def article_new(request: HttpRequest) -> HttpResponse:
    if not access.may_write(request.user):
        raise PermissionDenied
    return _edit(request, Article(), {"course": request.GET.get("course", "")})


@login_required
def article_edit(request: HttpRequest, code: str) -> HttpResponse:
    return _edit(request, _own_article(request, code), {})


def _edit(request: HttpRequest, article: Article, initial: dict[str, Any]) -> HttpResponse:
    form = ArticleForm(request.POST or None, request.FILES or None, instance=article, account=request.user, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            article = actions.save_article(article=form.filled(), by=request.user)
        except Refusal as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            notices.success(request, messages.SAVED)
            return redirect("news:article", article.code)
    status = 422 if form.errors else 200
    return render(request, "news/edit.html", {"form": form, "article": article}, status=status)


@login_required
@require_POST
def article_decide(request: HttpRequest, code: str, decision: str) -> HttpResponse:
    article = _own_article(request, code)
    act, said = {"publish": (actions.publish_article, messages.PUBLISHED), "withdraw": (actions.withdraw_article, messages.WITHDRAWN)}[decision]
    try:
        act(article=article, by=request.user)
    except Refusal as refusal:
        notices.error(request, str(refusal))
    else:
        notices.success(request, said)
    return redirect("news:article", code)


@login_required
@require_POST
def draft_from_course(request: HttpRequest, code: str) -> HttpResponse:
    course = get_object_or_404(Course.objects.visible_to(request.user).select_related("programme__country", "project", "place"), code=code)
    try:
        article = actions.draft_from_course(course=course, by=request.user)
    except Refusal as refusal:
        notices.error(request, str(refusal))
        return redirect(course)
    notices.success(request, messages.DRAFT_MADE)
    return redirect("news:edit", article.code)
