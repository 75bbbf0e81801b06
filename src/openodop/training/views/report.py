"""The completion report of a course, for its organisers: as a page and as PDF, in the reader's language."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from openodop.foundation import languages
from openodop.training.models import Course
from openodop.training.papers.reports import facts, report_pdf, summary
from openodop.training.queries import report as queries
from openodop.training.queries.report import Report
from openodop.training.views.attendance import pdf
from openodop.training.views.organise import organised_course


@login_required
@require_safe
def report(request: HttpRequest, code: str) -> HttpResponse:
    found = _report(organised_course(request, code))
    context = {
        "course": found.course,
        "report": found,
        "facts": facts(found),
        "summary": summary(found),
        "organises": True,
        "section": "report",
    }
    return render(request, "training/report/report.html", context)


@login_required
@require_safe
def report_paper(request: HttpRequest, code: str) -> HttpResponse:
    """The report as PDF; `?lang=lo` gives it in Lao, whatever the reader's own language."""
    found = _report(organised_course(request, code))
    return pdf(report_pdf(found), f"{found.course.code}-report-{languages.active()}.pdf")


def _report(course: Course) -> Report:
    return queries.report(course.code)
