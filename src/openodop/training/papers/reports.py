"""The completion report as PDF, in the active language."""

from __future__ import annotations

from typing import Any

from django.core.files.storage import default_storage
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext, pgettext, pgettext_lazy

from openodop.foundation import documents, languages
from openodop.training.models import Session, SheetPhotograph
from openodop.training.papers import words
from openodop.training.queries.report import Participant, Report, Table, Teacher
from openodop.training.templatetags.courses import clock, course_dates, day_in_words

TEMPLATE = "training/documents/report.typ"
#: photographs of sheets in the annex; more stay beside their lists
MOST_PHOTOGRAPHS = 40
LABELS = {
    "report": pgettext_lazy("report", "Completion report"),
    "project": pgettext_lazy("report", "Project"),
    "donor": pgettext_lazy("report", "Donor"),
    "partners": pgettext_lazy("report", "Partners"),
    "programme": pgettext_lazy("report", "Programme"),
    "organisers": pgettext_lazy("report", "Organised by"),
    "dates": pgettext_lazy("report", "Held on"),
    "where": pgettext_lazy("report", "Place"),
    "participants": pgettext_lazy("report", "Participants"),
    "women": pgettext_lazy("report", "Women"),
    "share": pgettext_lazy("report", "Share"),
    "aims": pgettext_lazy("report", "Aims"),
    "in_short": pgettext_lazy("report", "In short"),
    "applications": pgettext_lazy("report", "How people came"),
    "attendance": pgettext_lazy("report", "Attendance by session"),
    "session": pgettext_lazy("report", "Session"),
    "came": pgettext_lazy("report", "Came"),
    "late": pgettext_lazy("report", "Late"),
    "absent": pgettext_lazy("report", "Absent"),
    "excused": pgettext_lazy("report", "Excused"),
    "teachers": pgettext_lazy("report", "Resource persons"),
    "topics": pgettext_lazy("report", "Topics"),
    "certificates": pgettext_lazy("report", "Certificates"),
    "annex_people": pgettext_lazy("report", "Annex 1: list of participants"),
    "annex_programme": pgettext_lazy("report", "Annex 2: programme"),
    "annex_sheets": pgettext_lazy("report", "Annex 3: signed sheets"),
    "no_sheets": pgettext_lazy("report", "No photograph of a signed sheet is kept."),
    "number": pgettext_lazy("report", "No."),
    "name": pgettext_lazy("report", "Name"),
    "sex": pgettext_lazy("report", "Sex"),
    "kind": pgettext_lazy("report", "Kind"),
    "organisation": pgettext_lazy("report", "Organisation and post"),
    "province": pgettext_lazy("report", "Province"),
    "attended": pgettext_lazy("report", "Attended"),
    "certificate": pgettext_lazy("report", "Certificate"),
    "sessions": pgettext_lazy("report", "Sessions"),
}


def report_pdf(report: Report) -> bytes:
    course = report.course
    data = {
        "language": languages.active(),
        "labels": {key: str(label) for key, label in LABELS.items()},
        "mark": documents.mark(),
        "band": documents.band(course.place.code if course.place else course.programme.country.code),
        "title": _said(course.title),
        "code": course.code,
        "facts": facts(report),
        "aims": _said(course.aims),
        "summary": summary(report),
        "tables": [_table(table) for table in report.tables],
        "states": [[label, count] for label, count in report.by_state],
        "attendance": [_attendance(count) for count in report.results.by_session],
        "teachers": [_teacher(teacher) for teacher in report.teachers],
        "topics": [_said(topic.title) for topic in course.topics.all()],
        "people": [_person(number, line) for number, line in enumerate(report.participants, start=1)],
        "days": [_day(day) for day in report.days],
        "photographs": [_photograph(shown.photograph) for shown in report.photographs[:MOST_PHOTOGRAPHS]],
    }
    return documents.render(TEMPLATE, data, made_on=course.ends_on)


def facts(report: Report) -> list[dict[str, Any]]:
    """Donor, title, dates, place: what stands at the head of the report. Empty ones are left out."""
    course, project = report.course, report.course.project
    listed = {
        "project": [project.name] if project else [],
        "donor": [project.donor.name] if project and project.donor else [],
        "partners": [partner.name for partner in project.partners.all()] if project else [],
        "programme": [course.programme.name],
        "organisers": [organiser.name for organiser in course.organisers.all()],
        "dates": [f"{course_dates(course)} ({_hours(report)})"],
        "where": [words.where(course)],
    }
    return [{"label": str(LABELS[key]), "values": [_said(text) for text in texts]} for key, texts in listed.items() if texts]


def summary(report: Report) -> list[str]:
    """The report in four sentences."""
    people, results = report.women, report.results
    valid = len(report.valid_certificates)
    sentences = [
        ngettext(
            "%(count)s person took part, %(women)s of them a woman (%(share)s %%).",
            "%(count)s people took part, %(women)s of them women (%(share)s %%).",
            people.count,
        )
        % {"count": people.count, "women": people.women, "share": people.women_share},
        gettext("Of all marks of attendance, %(share)s %% are present or late.") % {"share": results.share_so_far.percent},
        ngettext(
            "%(count)s person attended at least %(needed)s of %(sessions)s sessions and completes the course.",
            "%(count)s people attended at least %(needed)s of %(sessions)s sessions and complete the course.",
            len(results.completing),
        )
        % {"count": len(results.completing), "needed": results.sessions_needed, "sessions": len(results.sessions)},
    ]
    if valid:
        sentences.append(
            ngettext(
                "%(count)s certificate was issued, %(women)s of them to women.",
                "%(count)s certificates were issued, %(women)s of them to women.",
                valid,
            )
            % {"count": valid, "women": report.certificates_to_women}
        )
    else:
        sentences.append(gettext("No certificates have been issued yet."))
    return sentences


def _hours(report: Report) -> str:
    sessions = len(report.results.sessions)
    return ngettext("%(count)s session, %(hours)s", "%(count)s sessions, %(hours)s", sessions) % {
        "count": sessions,
        "hours": words.hours(report.minutes),
    }


def _said(text: Any) -> dict[str, str] | None:
    shown, language = languages.best(text)
    return {"text": shown, "lang": language} if shown else None


def _table(table: Table) -> dict[str, Any]:
    lines = [
        {"name": name, "count": line.count, "share": line.share, "women": line.women, "women_share": line.women_share} for name, line in table.named
    ]
    return {"title": table.title, "lines": lines}


def _attendance(count: Any) -> dict[str, Any]:
    session = count.session
    return {
        "number": session.number,
        "title": _said(session.title),
        "when": _when(session),
        "came": count.came,
        "percent": count.percent,
        **count.counts,
    }


def _when(session: Session) -> str:
    return f"{day_in_words(session.date)}, {clock(session.starts_at)}–{clock(session.ends_at)}"


def _teacher(teacher: Teacher) -> dict[str, Any]:
    return {
        "name": words.name(teacher.name),
        "role": teacher.role,
        "organisation": teacher.organisation,
        "sessions": ", ".join(str(number) for number in teacher.sessions),
    }


def _person(number: int, line: Participant) -> dict[str, Any]:
    enrolment, person = line.enrolment, line.enrolment.person
    return {
        "number": number,
        "name": words.name(person.name_shown),
        "sex": person.get_sex_display(),
        "kind": enrolment.get_kind_display(),
        "organisation": line.organisation,
        "post": enrolment.post_text,
        "province": enrolment.province.name if enrolment.province else "",
        "attended": f"{line.row.attended.attended} / {line.row.attended.sessions}",
        "certificate": line.certificate.number if line.certificate else "",
    }


def _day(day: Any) -> dict[str, Any]:
    sessions = [
        {"number": session.number, "times": f"{clock(session.starts_at)}–{clock(session.ends_at)}", "title": _said(session.title)}
        for session in day.sessions
    ]
    heading = pgettext("report", "Day %(number)s: %(date)s") % {"number": day.number, "date": date_format(day.date)}
    return {"heading": heading, "title": _said(day.title), "sessions": sessions}


def _photograph(photograph: SheetPhotograph) -> dict[str, Any]:
    name = next(files["jpg"][0] for files in photograph.renditions.values() if "jpg" in files)
    with default_storage.open(f"{photograph.folder}/{name}") as opened:
        content = opened.read()
    session = photograph.session
    caption = pgettext("report", "Session %(number)s, %(date)s") % {"number": session.number, "date": date_format(session.date)}
    return {"caption": caption, "bytes": list(content)}
