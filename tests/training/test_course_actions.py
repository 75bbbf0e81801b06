from datetime import date, time
from decimal import Decimal

import pytest
from auditlog.models import LogEntry
from django.db import IntegrityError, transaction
from i18nfield.strings import LazyI18nString

from openodop.foundation.refusals import Refusal
from openodop.people.choices import Role
from openodop.training.actions import agenda, courses
from openodop.training.choices import CourseState, EnrolmentState
from openodop.training.messages import courses as messages
from openodop.training.models import Course, Session
from tests.makers import a_manager, a_person, a_place, a_programme, an_account, an_officer, an_organisation, two_languages
from tests.training.course_makers import a_course, a_session, an_enrolment

pytestmark = pytest.mark.django_db

TITLE = two_languages("From ripe banana to a product that sells", "ຈາກກ້ວຍສຸກ ເປັນສິນຄ້າຂາຍໄດ້")


def started(by, **details) -> Course:
    details = {
        "programme": a_programme(),
        "title": TITLE,
        "starts_on": date(2022, 3, 14),
        "ends_on": date(2022, 3, 18),
        "seats": 21,
        "place": a_place("LA1301"),
        **details,
    }
    return courses.create_course(by=by, **details)


def test_an_officer_starts_a_course_as_a_draft_with_the_next_code_of_the_year():
    officer = an_officer(a_place("LA13"))
    organisation = an_organisation()
    first = started(officer, organisers=[organisation], quotas={"official": 9})
    second = started(officer)
    assert (first.code, second.code, first.state) == ("LA-2022-01", "LA-2022-02", CourseState.DRAFT)
    assert list(first.organisers.all()) == [organisation]
    assert dict(first.quotas.values_list("kind", "seats")) == {"official": 9}
    assert LogEntry.objects.get_for_object(first).filter(additional_data__event="training.course.created", actor=officer).count() == 1


def test_a_typed_code_is_kept_and_the_series_goes_round_it():
    manager = a_manager()
    assert started(manager, code="LA-2022-01").code == "LA-2022-01"
    assert started(manager).code == "LA-2022-02"


@pytest.mark.parametrize(
    ("details", "message", "field"),
    [
        ({"title": LazyI18nString({})}, messages.TITLE_NEEDED, "title"),
        ({"ends_on": date(2022, 3, 13)}, messages.END_BEFORE_START, "ends_on"),
        ({"seats": 0}, messages.SEATS_NEEDED, "seats"),
        ({"attendance_share_required": Decimal(0)}, messages.SHARE_RANGE, "attendance_share_required"),
        ({"attendance_share_required": Decimal("1.1")}, messages.SHARE_RANGE, "attendance_share_required"),
        ({"time_zone": "Mekong/Sangthong"}, messages.UNKNOWN_TIME_ZONE, "time_zone"),
        ({"applications_open_until": date(2022, 3, 19)}, messages.APPLICATIONS_AFTER_END, "applications_open_until"),
        ({"code": "la 2022"}, messages.CODE_SHAPE, "code"),
        ({"quotas": {"official": 12, "firm": 10}}, messages.QUOTAS_OVER_SEATS, "seats"),
    ],
)
def test_an_impossible_course_is_refused_and_nothing_is_kept(details, message, field):
    manager = a_manager()
    with pytest.raises(Refusal) as refusal:
        started(manager, **details)
    assert (refusal.value.message, refusal.value.field) == (message, field)
    assert str(refusal.value)
    assert not Course.objects.exists()
    assert not LogEntry.objects.filter(additional_data__event__startswith="training").exists()


def test_a_code_belongs_to_one_course():
    manager = a_manager()
    started(manager, code="LA-BANANA")
    with pytest.raises(Refusal) as refusal:
        started(manager, code="LA-BANANA")
    assert refusal.value.message is messages.CODE_TAKEN
    assert Course.objects.count() == 1


def test_an_officer_runs_courses_only_in_the_places_of_the_post():
    officer = an_officer(a_place("LA1301"))
    with pytest.raises(Refusal) as elsewhere:
        started(officer, place=a_place("LA0201"))
    with pytest.raises(Refusal) as nowhere:
        started(officer, place=None)
    with pytest.raises(Refusal) as no_officer:
        started(an_account(Role.TRAINER, place=a_place("LA1301")))
    assert [refusal.value.message for refusal in (elsewhere, nowhere, no_officer)] == [
        messages.NOT_YOUR_PLACE,
        messages.PLACE_NEEDED,
        messages.NOT_YOUR_COURSE,
    ]
    assert not Course.objects.exists()


def test_a_course_is_changed_by_its_organisers_only():
    course = a_course()
    neighbour = an_officer(a_place("LA0201"))
    with pytest.raises(Refusal) as refusal:
        courses.edit_course(course=course, by=neighbour, seats=30)
    assert refusal.value.message is messages.NOT_YOUR_COURSE
    courses.edit_course(course=course, by=an_officer(a_place("LA1301")), seats=30, quotas={"firm": 10})
    course.refresh_from_db()
    assert (course.seats, list(course.quotas.values_list("kind", "seats"))) == (30, [("firm", 10)])


def test_more_seats_let_the_waiting_list_move_up_and_fewer_than_people_are_refused():
    course, manager = a_course(seats=2), a_manager()
    seated = [an_enrolment(course), an_enrolment(course)]
    waiting = [an_enrolment(course, state="waiting", waiting_since="2030-01-01T00:00Z", waiting_number=number) for number in (1, 2, 3)]
    courses.edit_course(course=course, by=manager, seats=4)
    assert [enrolment.__class__.objects.get(pk=enrolment.pk).state for enrolment in [*seated, *waiting]] == ["enrolled"] * 4 + ["waiting"]
    with pytest.raises(Refusal) as refusal:
        courses.edit_course(course=course, by=manager, seats=3)
    assert refusal.value.message is messages.SEATS_TAKEN
    with pytest.raises(Refusal) as quota:
        courses.edit_course(course=course, by=manager, quotas={"official": 1})
    assert quota.value.message is messages.QUOTAS_TOO_SMALL
    course.refresh_from_db()
    assert (course.seats, course.quotas.count()) == (4, 0)


def test_a_code_stays_once_people_have_seen_it():
    course, manager = a_course(), a_manager()
    with pytest.raises(Refusal) as refusal:
        courses.edit_course(course=course, by=manager, code="LA-OTHER")
    assert refusal.value.message is messages.CODE_STAYS


def test_dates_that_leave_a_session_outside_are_refused():
    course, manager = a_course(), a_manager()
    a_session(course, date=date(2030, 3, 15))
    with pytest.raises(Refusal) as refusal:
        courses.edit_course(course=course, by=manager, ends_on=date(2030, 3, 14))
    assert refusal.value.message is messages.SESSIONS_OUTSIDE
    course.refresh_from_db()
    assert course.ends_on == date(2030, 3, 15)


def test_a_course_opens_closes_and_is_finished_on_its_last_day(time_machine):
    manager = a_manager()
    course = started(manager)
    assert courses.open_course(course=course, by=manager).state == CourseState.OPEN
    assert courses.close_course(course=course, by=manager).state == CourseState.CLOSED
    # 17 March, 23:00 in Vientiane is still the day before the last; half an hour past midnight is not, though UTC says 17 March
    time_machine.move_to("2022-03-17T16:00:00Z")
    with pytest.raises(Refusal) as refusal:
        courses.finish_course(course=course, by=manager)
    assert refusal.value.message is messages.FINISH_TOO_EARLY
    assert "18 March 2022" in str(refusal.value)
    time_machine.move_to("2022-03-17T17:30:00Z")
    assert courses.finish_course(course=course, by=manager).state == CourseState.FINISHED
    with pytest.raises(Refusal) as again:
        courses.open_course(course=course, by=manager)
    assert again.value.message is messages.STATE_NOT_POSSIBLE


def test_cancelling_needs_a_reason_that_everybody_reads():
    course, manager = a_course(), a_manager()
    with pytest.raises(Refusal) as refusal:
        courses.cancel_course(course=course, reason=" ", by=manager)
    assert (refusal.value.message, refusal.value.field) == (messages.CANCEL_REASON, "reason")
    cancelled = courses.cancel_course(course=course, reason="The hall is flooded.", by=manager)
    assert (cancelled.state, cancelled.state_reason) == (CourseState.CANCELLED, "The hall is flooded.")
    with pytest.raises(Refusal) as change:
        courses.edit_course(course=course, by=manager, seats=3)
    assert change.value.message is messages.CANCELLED_STAYS


def test_a_course_with_people_is_not_hidden_again():
    course, manager = a_course(), a_manager()
    an_enrolment(course, state=EnrolmentState.APPLIED)
    with pytest.raises(Refusal) as refusal:
        courses.put_back_to_draft(course=course, by=manager)
    assert refusal.value.message is messages.DRAFT_WITH_PEOPLE
    empty = a_course()
    assert courses.put_back_to_draft(course=empty, by=manager).state == CourseState.DRAFT


def test_sessions_are_numbered_by_time_as_they_come_and_go():
    course, manager = a_course(), a_manager()
    monday, tuesday = date(2030, 3, 11), date(2030, 3, 12)
    late = agenda.add_session(course=course, by=manager, date=tuesday, starts_at=time(9), ends_at=time(10), title=TITLE)
    early = agenda.add_session(course=course, by=manager, date=monday, starts_at=time(9), ends_at=time(10), title=TITLE)
    assert early.number == 1
    late.refresh_from_db()
    assert late.number == 2
    agenda.edit_session(session=early, by=manager, date=date(2030, 3, 13))
    assert list(course.sessions.order_by("number").values_list("pk", flat=True)) == [late.pk, early.pk]
    agenda.remove_session(session=late, by=manager)
    assert list(course.sessions.values_list("pk", "number")) == [(early.pk, 1)]


@pytest.mark.parametrize(
    ("details", "message", "field"),
    [
        ({"starts_at": time(10), "ends_at": time(9)}, messages.SESSION_END_BEFORE_START, "ends_at"),
        ({"starts_at": time(10), "ends_at": time(10)}, messages.SESSION_END_BEFORE_START, "ends_at"),
        ({"date": date(2030, 3, 10)}, messages.SESSION_OUTSIDE, "date"),
        ({"date": date(2030, 3, 16)}, messages.SESSION_OUTSIDE, "date"),
        ({"title": LazyI18nString({"lo": " "})}, messages.SESSION_TITLE_NEEDED, "title"),
    ],
)
def test_an_impossible_session_is_refused_new_or_changed(details, message, field):
    course, manager = a_course(), a_manager()
    kept = a_session(course)
    possible = {"date": date(2030, 3, 11), "starts_at": time(9), "ends_at": time(10), "title": TITLE}
    with pytest.raises(Refusal) as refusal:
        agenda.add_session(course=course, by=manager, **{**possible, **details})
    assert (refusal.value.message, refusal.value.field) == (message, field)
    with pytest.raises(Refusal) as change:
        agenda.edit_session(session=kept, by=manager, **details)
    assert change.value.message is message
    assert list(Session.objects.values_list("date", "starts_at", "ends_at")) == [(kept.date, kept.starts_at, kept.ends_at)]


def test_the_database_refuses_a_session_that_ends_before_it_starts():
    with pytest.raises(IntegrityError, match="training_session_end_after_start"), transaction.atomic():
        a_session(a_course(), starts_at=time(10), ends_at=time(9))


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"ends_on": date(2030, 3, 10)}, "training_course_end_after_start"),
        ({"seats": 0}, "training_course_has_seats"),
        ({"state": "running"}, "training_course_state_known"),
        ({"attendance_share_required": Decimal("1.2")}, "training_course_share_between_0_and_1"),
        ({"state": "cancelled"}, "training_course_cancelled_with_reason"),
        ({"applications_open_until": date(2031, 1, 1)}, "training_course_applications_before_end"),
    ],
)
def test_the_database_refuses_an_impossible_course(fields, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        a_course(**fields)


def test_a_topic_of_another_course_is_refused():
    course, other, manager = a_course(), a_course(), a_manager()
    topic = agenda.add_topic(course=other, title=TITLE, by=manager)
    with pytest.raises(Refusal) as refusal:
        agenda.add_session(course=course, by=manager, date=date(2030, 3, 11), starts_at=time(9), ends_at=time(10), title=TITLE, topic=topic)
    assert refusal.value.message is messages.TOPIC_OF_OTHER_COURSE


def test_a_removed_topic_leaves_its_sessions():
    course, manager = a_course(), a_manager()
    topic = agenda.add_topic(course=course, title=TITLE, by=manager)
    session = a_session(course, topic=topic)
    agenda.remove_topic(topic=topic, by=manager)
    session.refresh_from_db()
    assert session.topic is None


def test_a_day_has_one_title_and_loses_it_again():
    course, manager = a_course(), a_manager()
    agenda.name_day(course=course, day=date(2030, 3, 11), title=TITLE, by=manager)
    agenda.name_day(course=course, day=date(2030, 3, 11), title=two_languages("What buyers want", "ຜູ້ຊື້ຢາກໄດ້ຫຍັງ"), by=manager)
    assert [str(day.title) for day in course.day_titles.all()] == ["What buyers want"]
    with pytest.raises(Refusal):
        agenda.name_day(course=course, day=date(2030, 3, 16), title=TITLE, by=manager)
    agenda.name_day(course=course, day=date(2030, 3, 11), title=LazyI18nString({}), by=manager)
    assert not course.day_titles.exists()


def test_a_resource_person_is_named_once_in_a_session():
    course, manager = a_course(), a_manager()
    session, person = a_session(course), a_person()
    agenda.add_speaker(session=session, by=manager, person=person)
    with pytest.raises(Refusal) as twice:
        agenda.add_speaker(session=session, by=manager, person=person)
    with pytest.raises(Refusal) as nobody:
        agenda.add_speaker(session=session, by=manager)
    assert [twice.value.message, nobody.value.message] == [messages.SPEAKER_ALREADY, messages.SPEAKER_NEEDED]
    agenda.add_speaker(session=session, by=manager, organisation=an_organisation())
    assert session.speakers.count() == 2
    agenda.remove_speaker(speaker=session.speakers.first(), by=manager)
    assert session.speakers.count() == 1
