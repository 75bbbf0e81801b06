"""What happens to certificates: issued to all who complete, withdrawn with a reason."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from openodop.foundation.audit import record
from openodop.foundation.refusals import refuse_if
from openodop.foundation.series import next_number
from openodop.people.models import Account, Person
from openodop.training import access
from openodop.training.actions.courses import locked_for
from openodop.training.messages import certificates as messages
from openodop.training.messages import courses as course_messages
from openodop.training.models import Certificate, Course
from openodop.training.queries import attendance
from openodop.training.queries.attendance import ResultRow
from openodop.training.rules import completion


@transaction.atomic
def issue_certificates(*, course: Course, by: Account, on: date | None = None) -> list[Certificate]:
    """Issue a certificate to everybody who completes and has none yet; return the new ones in order of their numbers.

    `on` is the date printed on them, today where the course is held unless told. From the last day of the course on: who
    attended the required share by then completes, whatever the remaining sessions bring.
    """
    course = locked_for(course, by)
    today = course.today
    on = on or today
    refuse_if(today < course.ends_on, messages.TOO_EARLY, end=date_format(course.ends_on))
    refuse_if(on < course.ends_on, messages.DATE_BEFORE_END, field="on", end=date_format(course.ends_on))
    refuse_if(on > today, messages.DATE_AHEAD, field="on")
    results = attendance.results(course)
    refuse_if(not results.sessions, messages.NO_SESSIONS)
    refuse_if(not any(row.marks.count(None) < len(row.marks) for row in results.rows), messages.NO_MARKS)
    have_one = set(course.certificates.values_list("enrolment", flat=True))
    new = [row for row in results.completing if row.enrolment.pk not in have_one]
    refuse_if(any(not row.enrolment.person.name.strip() for row in new), messages.NAME_MISSING)
    certificates = Certificate.objects.bulk_create(_certificate(course, row, on=on, by=by) for row in new)
    for certificate in certificates:
        record("training.certificate.issued", by=by, about=certificate, number=certificate.number)
    return certificates


@transaction.atomic
def withdraw_certificate(*, certificate: Certificate, reason: str, by: Account) -> Certificate:
    """Withdraw a certificate; its number stays used and its check page says that it is withdrawn."""
    certificate = (
        Certificate.objects.select_for_update(of=("self",)).select_related("course__programme__country", "course__place").get(pk=certificate.pk)
    )
    refuse_if(not access.may_organise(by, certificate.course), course_messages.NOT_YOUR_COURSE)
    refuse_if(not reason.strip(), messages.REASON_NEEDED, field="reason")
    refuse_if(not certificate.is_valid, messages.ALREADY_WITHDRAWN, number=certificate.number)
    certificate.withdrawn_at, certificate.withdrawn_by, certificate.withdrawn_reason = timezone.now(), by, reason.strip()
    certificate.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_reason"])
    record("training.certificate.withdrawn", by=by, about=certificate, reason=certificate.withdrawn_reason)
    return certificate


def forget_names(person: Person, *, by: Account) -> None:
    """Take a person's name off the certificates; number, course and date stay, for the series has no gaps."""
    Certificate.objects.filter(enrolment__person=person).update(name="", name_latin="")


def _certificate(course: Course, row: ResultRow, *, on: date, by: Account) -> Certificate:
    programme = course.programme.code
    number = next_number(f"certificate:{programme}:{on.year}")
    person = row.enrolment.person
    return Certificate(
        number=completion.certificate_number(programme=programme, year=on.year, number=number),
        course=course,
        enrolment=row.enrolment,
        name=person.name.strip(),
        name_latin=person.name_latin.strip(),
        sessions_attended=row.attended.attended,
        sessions_held=row.attended.sessions,
        minutes_attended=row.minutes,
        issued_on=on,
        issued_by=by,
    )
