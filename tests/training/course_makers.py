"""Makers of courses, sessions and enrolments with plain, fictional values."""

from __future__ import annotations

from datetime import date, time
from itertools import count

from openodop.training.choices import CourseState, EnrolmentState, Mode, ParticipantKind, Way
from openodop.training.models import Course, CoursePlaceQuota, Enrolment, Session, SessionSpeaker
from tests.makers import a_person, a_place, a_programme, two_languages

_number = count(1)


def a_course(*, quotas: dict[str, int] | None = None, **fields) -> Course:
    """An open course of five days in March 2030 with 21 seats, in the place LA1301."""
    number = next(_number)
    place = fields.pop("place") if "place" in fields else a_place()
    course = Course.objects.create(
        **{
            "code": f"LA-2030-{number:02d}",
            "programme": a_programme(),
            "title": two_languages(f"From ripe banana to a product that sells {number}", f"ຈາກກ້ວຍສຸກ ເປັນສິນຄ້າຂາຍໄດ້ {number}"),
            "aims": two_languages("Make a product that keeps and sells.", "ເຮັດຜະລິດຕະພັນທີ່ເກັບໄດ້ດົນ ແລະ ຂາຍໄດ້."),
            "place": place,
            "venue": two_languages("District hall", "ຫ້ອງປະຊຸມເມືອງ"),
            "starts_on": date(2030, 3, 11),
            "ends_on": date(2030, 3, 15),
            "mode": Mode.ON_SITE,
            "languages": ["lo"],
            "seats": 21,
            "state": CourseState.OPEN,
            **fields,
        }
    )
    CoursePlaceQuota.objects.bulk_create(CoursePlaceQuota(course=course, kind=kind, seats=seats) for kind, seats in (quotas or {}).items())
    return course


def a_session(course: Course, **fields) -> Session:
    """A session on the course's first day, 08:30 to 10:00 unless told."""
    number = course.sessions.count() + 1
    return Session.objects.create(
        **{
            "course": course,
            "number": number,
            "date": course.starts_on,
            "starts_at": time(8, 30),
            "ends_at": time(10, 0),
            "title": two_languages(f"Session {number}", f"ບົດຮຽນ {number}"),
            **fields,
        }
    )


def a_speaker(session: Session, **fields) -> SessionSpeaker:
    if "person" not in fields and "organisation" not in fields:
        fields["person"] = a_person()
    return SessionSpeaker.objects.create(**{"session": session, "role": two_languages("Food technologist", "ນັກເຕັກໂນໂລຊີອາຫານ"), **fields})


def an_enrolment(course: Course, **fields) -> Enrolment:
    """Somebody who holds a seat, unless told another state."""
    person = fields.pop("person", None) or a_person()
    return Enrolment.objects.create(
        **{
            "course": course,
            "person": person,
            "kind": ParticipantKind.FIRM,
            "way": Way.APPLICATION,
            "state": EnrolmentState.ENROLLED,
            "province": a_place("LA13"),
            **fields,
        }
    )
