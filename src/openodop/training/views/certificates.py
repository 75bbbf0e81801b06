"""Certificates: the public check, one's own paper, and for organisers the certificates of a course."""

from __future__ import annotations

from django.contrib import messages as notices
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_ratelimit.decorators import ratelimit

from openodop.foundation.refusals import Refusal
from openodop.training.actions import certificates as actions
from openodop.training.messages import certificates as messages
from openodop.training.models import Certificate
from openodop.training.papers.certificates import certificates_pdf
from openodop.training.queries import attendance
from openodop.training.queries import certificates as queries
from openodop.training.rules.completion import typed_number
from openodop.training.views.attendance import pdf
from openodop.training.views.organise import organised_course

#: numbers follow each other, so the check must not become a list of names
CHECKS = "60/h"


@require_safe
@ratelimit(key="ip", rate=CHECKS)
def certificate(request: HttpRequest, number: str) -> HttpResponse:
    """Say whether a certificate is valid, with name as printed, course and date, and nothing else."""
    found = queries.check(number)
    context = {"number": typed_number(number)[:40], "certificate": found}
    return _unlisted(render(request, "training/certificates/check.html", context, status=200 if found else 404))


@require_safe
def check(request: HttpRequest) -> HttpResponse:
    """Write a number to check it."""
    number = typed_number(request.GET.get("number", ""))
    if number:
        return redirect("training:certificate", number[:60].replace("/", "-"))
    return render(request, "training/certificates/check_form.html")


def _unlisted(response: HttpResponse) -> HttpResponse:
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Cache-Control"] = "no-store"
    return response


@login_required
@require_safe
def own_paper(request: HttpRequest, number: str) -> HttpResponse:
    """The certificate as PDF for the one who earned it, and for the organisers. A withdrawn one is no longer printed."""
    found = get_object_or_404(
        Certificate.objects.visible_to(request.user).valid().select_related("course__programme__country", "course__place"), number=number
    )
    return pdf(certificates_pdf(found.course, [found]), f"{found.number}.pdf")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def course_certificates(request: HttpRequest, code: str) -> HttpResponse:
    """Who completes, who has a certificate, and the button that issues all of them in one go."""
    course = organised_course(request, code)
    if request.method == "POST":
        try:
            issued = actions.issue_certificates(course=course, by=request.user)
        except Refusal as refusal:
            notices.error(request, str(refusal))
        else:
            notices.success(request, messages.ISSUED % {"count": len(issued)} if issued else messages.NOBODY_NEW)
        return redirect("training:course_certificates", course.code)
    results = attendance.results(course)
    issued = list(queries.certificates_of_course(course, request.user))
    have_one = {found.enrolment_id for found in issued}
    context = {
        "course": course,
        "results": results,
        "certificates": issued,
        "valid": [found for found in issued if found.is_valid],
        "waiting": [row for row in results.completing if row.enrolment.pk not in have_one],
        "may_issue": course.today >= course.ends_on,
        "organises": True,
        "section": "certificates",
    }
    return render(request, "training/certificates/course.html", context)


@login_required
@require_safe
def course_papers(request: HttpRequest, code: str) -> HttpResponse:
    """All valid certificates of a course in one file."""
    course = organised_course(request, code)
    found = list(queries.certificates_of_course(course, request.user).valid())
    if not found:
        raise Http404
    return pdf(certificates_pdf(course, found), f"{course.code}-certificates.pdf")


@login_required
@require_POST
def withdraw(request: HttpRequest, number: str) -> HttpResponse:
    found = get_object_or_404(Certificate.objects.visible_to(request.user).select_related("course"), number=number)
    organised_course(request, found.course.code)
    try:
        actions.withdraw_certificate(certificate=found, reason=request.POST.get("reason", ""), by=request.user)
    except Refusal as refusal:
        notices.error(request, str(refusal))
    else:
        notices.success(request, messages.WITHDRAWN % {"number": found.number})
    return redirect("training:course_certificates", found.course.code)
