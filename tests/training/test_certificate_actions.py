from datetime import date, timedelta

import pytest

from openodop.foundation.models import Series
from openodop.foundation.refusals import Refusal
from openodop.training.actions import certificates as actions
from openodop.training.actions.courses import cancel_course
from openodop.training.messages import certificates as messages
from openodop.training.messages import courses as course_messages
from openodop.training.models import Attendance, Certificate
from tests.makers import a_manager, a_person, a_place, an_account, an_officer
from tests.training.attendance_makers import AFTER_THE_COURSE, a_certificate, a_course_with_sessions, a_participant
from tests.training.course_makers import a_course, a_session, a_speaker, an_enrolment

pytestmark = pytest.mark.django_db


@pytest.fixture
def course(time_machine):
    time_machine.move_to(AFTER_THE_COURSE, tick=False)
    return a_course_with_sessions()


def named(name: str):
    return a_person(name=name, name_latin="")


def refused(course, by, **how):
    before = Certificate.objects.count()
    with pytest.raises(Refusal) as refusal:
        actions.issue_certificates(course=course, by=by, **how)
    assert Certificate.objects.count() == before
    assert not Series.objects.filter(key__startswith="certificate:").exists()
    return refusal.value.message


def test_everybody_who_completes_gets_a_certificate_in_order_of_names(course):
    a_participant(course, "pppppppp--", person=named("ພອນ"))
    a_participant(course, "pplppppppe", person=named("ກອງ"))
    a_participant(course, "ppppppp---", person=named("ຄຳ"))  # seven of ten
    a_participant(course, "pppppppppp", person=named("ຈັນ"), state="withdrawn")
    issued = actions.issue_certificates(course=course, by=an_officer())
    assert [(row.number, row.name) for row in issued] == [("LA-ODOP-2030-0001", "ກອງ"), ("LA-ODOP-2030-0002", "ພອນ")]
    first = Certificate.objects.get(number="LA-ODOP-2030-0001")
    assert (first.sessions_attended, first.sessions_held, first.minutes_attended) == (9, 10, 9 * 180)
    assert first.issued_on == date(2030, 3, 15)


def test_issuing_twice_gives_nothing_new(course):
    officer = an_officer()
    person = a_participant(course, "pppppppp--")
    late = a_participant(course, "ppppppp---")
    actions.issue_certificates(course=course, by=officer)
    assert actions.issue_certificates(course=course, by=officer) == []
    Attendance.objects.create(
        session=course.sessions.last(), enrolment=late, status="present", source="trainer", recorded_at=AFTER_THE_COURSE, recorded_by=officer
    )
    [new] = actions.issue_certificates(course=course, by=officer)
    assert (new.number, new.enrolment) == ("LA-ODOP-2030-0002", late)
    assert Certificate.objects.get(enrolment=person).number == "LA-ODOP-2030-0001"


def test_a_withdrawn_certificate_is_not_issued_again(course):
    officer = an_officer()
    a_participant(course, "pppppppppp")
    [certificate] = actions.issue_certificates(course=course, by=officer)
    actions.withdraw_certificate(certificate=certificate, reason="Issued by mistake", by=officer)
    assert actions.issue_certificates(course=course, by=officer) == []


def test_numbers_run_on_over_the_courses_of_a_programme_and_year(course):
    other = a_course_with_sessions()
    for each in (course, other):
        a_participant(each, "pppppppppp")
        actions.issue_certificates(course=each, by=an_officer())
    assert list(Certificate.objects.order_by("pk").values_list("number", flat=True)) == ["LA-ODOP-2030-0001", "LA-ODOP-2030-0002"]


def test_a_later_change_of_name_does_not_change_the_paper(course):
    row = a_participant(course, "pppppppppp", person=named("ພອນ"))
    actions.issue_certificates(course=course, by=an_officer())
    row.person.name = "ແກ້ວ"
    row.person.save()
    assert Certificate.objects.get().name == "ພອນ"


def test_certificates_may_bear_the_last_day_when_issued_later(course, time_machine):
    a_participant(course, "pppppppppp")
    time_machine.shift(timedelta(days=400))
    [certificate] = actions.issue_certificates(course=course, by=an_officer(), on=date(2030, 3, 15))
    assert (certificate.issued_on, certificate.number) == (date(2030, 3, 15), "LA-ODOP-2030-0001")


def test_no_date_before_the_end_or_ahead(course):
    a_participant(course, "pppppppppp")
    assert refused(course, an_officer(), on=date(2030, 3, 14)) == messages.DATE_BEFORE_END
    assert refused(course, an_officer(), on=date(2030, 3, 16)) == messages.DATE_AHEAD


def test_nobody_gets_one_before_the_last_day(course, time_machine):
    a_participant(course, "pppppppppp")
    time_machine.move_to("2030-03-14T23:59:59+07:00")
    assert refused(course, an_officer()) == messages.TOO_EARLY
    time_machine.move_to("2030-03-15T00:00:00+07:00")
    assert len(actions.issue_certificates(course=course, by=an_officer())) == 1


def test_a_course_without_sessions_or_without_marks_gives_none(course):
    assert refused(a_course(), an_officer()) == messages.NO_SESSIONS
    a_participant(course, "")
    assert refused(course, an_officer()) == messages.NO_MARKS


def test_somebody_without_a_name_is_named_first(course):
    a_participant(course, "pppppppppp", person=named("ພອນ"))
    a_participant(course, "pppppppppp", person=named(" "))
    assert refused(course, an_officer()) == messages.NAME_MISSING


def test_a_cancelled_course_gives_none(course):
    a_participant(course, "pppppppppp")
    officer = an_officer()
    cancel_course(course=course, reason="Flood", by=officer)
    assert refused(course, officer) == course_messages.CANCELLED_STAYS


def test_only_organisers_issue(course):
    a_participant(course, "pppppppppp")
    teacher = an_account()
    a_speaker(course.sessions.first(), person=a_person(account=teacher))
    for account in (teacher, an_account(), an_officer(a_place("LA0101"))):
        assert refused(course, account) == course_messages.NOT_YOUR_COURSE


def test_withdrawing_needs_a_reason_and_happens_once(course):
    officer = an_officer()
    certificate = a_certificate(course)
    for reason in ("", "  "):
        with pytest.raises(Refusal) as refusal:
            actions.withdraw_certificate(certificate=certificate, reason=reason, by=officer)
        assert refusal.value.message == messages.REASON_NEEDED
    certificate.refresh_from_db()
    assert certificate.is_valid
    withdrawn = actions.withdraw_certificate(certificate=certificate, reason="The name was another person's", by=officer)
    assert (withdrawn.is_valid, withdrawn.withdrawn_by) == (False, officer)
    with pytest.raises(Refusal) as refusal:
        actions.withdraw_certificate(certificate=certificate, reason="Once more", by=officer)
    assert refusal.value.message == messages.ALREADY_WITHDRAWN
    certificate.refresh_from_db()
    assert certificate.withdrawn_reason == "The name was another person's"


def test_only_organisers_withdraw(course):
    certificate = a_certificate(course)
    with pytest.raises(Refusal):
        actions.withdraw_certificate(certificate=certificate, reason="I want to", by=an_account())
    certificate.refresh_from_db()
    assert certificate.is_valid


def test_who_may_have_the_paper(course):
    account = an_account()
    own = a_certificate(course, enrolment=an_enrolment(course, person=a_person(account=account)))
    other = a_certificate(course)
    visible = Certificate.objects.visible_to
    assert set(visible(account)) == {own}
    assert set(visible(an_officer())) == {own, other}
    assert set(visible(a_manager())) == {own, other}
    assert not visible(an_officer(a_place("LA0101"))).exists()
    assert not visible(an_account()).exists()
    assert not visible(None).exists()


def test_a_forgotten_person_leaves_the_number_in_its_place(course):
    certificate = a_certificate(course)
    actions.forget_names(certificate.enrolment.person, by=a_manager())
    certificate.refresh_from_db()
    assert (certificate.name, certificate.name_latin) == ("", "")
    assert certificate.is_valid


def test_one_session_is_enough_for_a_course_of_one(time_machine):
    time_machine.move_to(AFTER_THE_COURSE, tick=False)
    course = a_course(starts_on=date(2030, 3, 15))
    a_session(course)
    a_participant(course, "p")
    a_participant(course, "a")
    assert len(actions.issue_certificates(course=course, by=an_officer())) == 1
