import json
from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from openodop.training.actions.check_in import code_for
from openodop.training.messages import attendance as messages
from openodop.training.models import Attendance, AttendanceMark, CheckInCode, SheetPhotograph
from openodop.training.queries import attendance as queries
from tests.makers import a_person, a_place, an_account, an_officer
from tests.training.attendance_makers import FIRST_MORNING, a_course_with_sessions, a_participant
from tests.training.course_makers import a_course, a_speaker, an_enrolment

pytestmark = pytest.mark.django_db
NUMBER = "+8562055512345"


@pytest.fixture
def course(time_machine):
    time_machine.move_to(FIRST_MORNING, tick=False)
    return a_course_with_sessions()


@pytest.fixture
def session(course):
    return course.sessions.first()


@pytest.fixture
def officer():
    return an_officer()


@pytest.fixture
def signed_in(client, course, officer):
    """Signed in at the time of the course, so that the sign-in still holds then."""
    client.force_login(officer)
    return client


def address(name: str, course, *rest) -> str:
    return reverse(f"training:{name}", args=[course.code, *rest])


def a_picture(colour: str = "white") -> BytesIO:
    file = BytesIO()
    Image.new("RGB", (400, 500), colour).save(file, "JPEG")
    file.seek(0)
    file.name = "sheet.jpg"
    return file


# --- the list ---


def test_attendance_opens_the_session_that_is_held_now(signed_in, course, time_machine):
    assert signed_in.get(address("attendance", course)).url == address("attendance_session", course, 1)
    time_machine.move_to(FIRST_MORNING + timedelta(days=1, hours=5))
    assert signed_in.get(address("attendance", course)).url == address("attendance_session", course, 4)


def test_a_course_without_sessions_says_so(signed_in, course):
    assert b"This course has no sessions yet" in signed_in.get(address("attendance", a_course())).content


def test_the_list_names_everybody_with_a_seat(signed_in, course, session):
    here = a_participant(course, "l", person=a_person(name_latin="Ms Bouathong"))
    an_enrolment(course, person=a_person(name_latin="Mr Waits"), state="withdrawn")
    page = signed_in.get(address("attendance_session", course, 1)).content.decode()
    assert "Ms Bouathong" in page
    assert "Mr Waits" not in page
    assert f'name="mark-{here.pk}" value="late" checked' in page
    assert "1 of 1 marked, 1 here" in page


def test_the_whole_list_posts_as_one_form(signed_in, course, session, officer):
    one, two = an_enrolment(course), an_enrolment(course)
    form = {f"mark-{one.pk}": "late", f"seen-{one.pk}": "", f"seen-{two.pk}": "", "mark-x": "late", f"mark-{10**20}": "late"}
    page = signed_in.post(address("attendance_session", course, 1), form, follow=True)
    assert "1 mark saved." in page.content.decode()
    assert list(Attendance.objects.values_list("enrolment", "status")) == [(one.pk, "late")]


def test_all_others_are_present(signed_in, course, session):
    one, two, three = (an_enrolment(course) for _ in range(3))
    form = {f"mark-{one.pk}": "absent"} | {f"seen-{row.pk}": "" for row in (one, two)} | {f"seen-{three.pk}": "excused"}
    signed_in.post(address("attendance_session", course, 1), form | {"everybody": "present"})
    assert dict(Attendance.objects.values_list("enrolment", "status")) == {one.pk: "absent", two.pk: "present"}


def test_a_refused_list_says_why_and_changes_nothing(signed_in, course, session):
    gone = an_enrolment(course, state="withdrawn")
    page = signed_in.post(address("attendance_session", course, 1), {f"mark-{gone.pk}": "present"}, follow=True)
    assert str(messages.SOMEBODY_NOT_ON_THE_LIST) in page.content.decode()
    assert not Attendance.objects.exists()


def test_a_list_of_a_coming_day_cannot_be_marked_yet(signed_in, course):
    an_enrolment(course)
    page = signed_in.get(address("attendance_session", course, 10)).content.decode()
    assert "Attendance is kept from that day on." in page
    assert 'id="taps"' not in page


@pytest.mark.parametrize("people", [1, 3])
def test_the_list_costs_the_same_for_any_number_of_people(signed_in, course, people, django_assert_num_queries):
    for _ in range(people):
        a_participant(course, "p", organisation_text="Group")
    with django_assert_num_queries(9):
        signed_in.get(address("attendance_session", course, 1))


# --- who may ---

PAGES = [
    ("attendance", ()),
    ("attendance_session", (1,)),
    ("session_code", (1,)),
    ("session_sheet", (1,)),
    ("day_sheet", ("2030-03-11",)),
    ("results", ()),
]


@pytest.mark.parametrize(("name", "rest"), PAGES)
def test_only_organisers_and_teachers_open_the_lists(client, course, session, name, rest):
    where = address(name, course, *rest)
    teacher = an_account()
    a_speaker(session, person=a_person(account=teacher))
    assert client.get(where).url.startswith(reverse("account_login"))
    for account, status in ((an_account(), 403), (an_officer(a_place("LA0101")), 403), (teacher, (200, 302)), (an_officer(), (200, 302))):
        client.force_login(account)
        assert client.get(where).status_code in (status if isinstance(status, tuple) else (status,))


def test_a_draft_is_not_there_for_others(client, course):
    course.state = "draft"
    course.save()
    client.force_login(an_account())
    assert client.get(address("results", course)).status_code == 404


# --- a phone ---


def send(client, course, body):
    return client.post(address("attendance_taps", course), json.dumps(body), content_type="application/json")


def a_message(session, *taps, **others):
    return {"session": session.pk, "client": "phone", "sent_at": timezone.now().isoformat(), "taps": list(taps), **others}


def test_a_phone_sends_its_taps_and_learns_what_stands(signed_in, course, session):
    row = an_enrolment(course)
    tap = {"enrolment": str(row.pk), "status": "late", "at": "2030-03-11T01:59:00.123Z"}
    for _ in range(20):
        answer = send(signed_in, course, a_message(session, tap, tap))
        assert answer.status_code == 200
        assert [told["status"] for told in answer.json()["answers"]] == ["late", "late"]
    assert AttendanceMark.objects.count() == 1


@pytest.mark.parametrize(
    "broken",
    [
        {"taps": [{"enrolment": 1, "status": "late", "at": "yesterday"}]},
        {"taps": [{"enrolment": 1, "status": "late", "at": "2030-03-11T02:00:00"}]},
        {"taps": [{"enrolment": "one", "status": "late", "at": "2030-03-11T02:00:00Z"}]},
        {"taps": [{"status": "late"}]},
        {"taps": 7},
        {"sent_at": None},
        {"session": "x"},
        {"session": 10**30},
    ],
)
def test_a_message_that_cannot_be_read_changes_nothing(signed_in, course, session, broken):
    answer = send(signed_in, course, {**a_message(session), **broken})
    assert answer.status_code == 409
    assert answer.json()["refused"]
    assert not AttendanceMark.objects.exists()


@pytest.mark.parametrize("body", [[], 7, "text", None])
def test_a_message_of_another_shape_is_refused(signed_in, course, body):
    assert send(signed_in, course, body).status_code == 409


def test_a_phone_sends_for_its_own_course_only(signed_in, course):
    elsewhere = a_course_with_sessions()
    tap = {"enrolment": an_enrolment(elsewhere).pk, "status": "late", "at": timezone.now().isoformat()}
    assert send(signed_in, course, a_message(elsewhere.sessions.first(), tap)).status_code == 409


def test_the_worker_is_a_script_that_is_asked_for_each_time(client):
    answer = client.get(reverse("training:attendance_worker"))
    assert answer.headers["Content-Type"] == "text/javascript"
    assert answer.headers["Cache-Control"] == "no-cache"
    assert b"addEventListener" in b"".join(answer)


# --- checking in ---


def test_somebody_checks_in_by_phone(client, course, session, officer):
    an_enrolment(course, person=a_person(name_latin="Ms Bouathong", phone=NUMBER))
    code = code_for(session=session, by=officer).code
    opened = client.get(reverse("training:check_in_with_code", args=[code])).content.decode()
    assert f'value="{code}"' in opened
    assert not Attendance.objects.exists(), "opening the address of the QR code marks nobody"
    page = client.post(reverse("training:check_in"), {"code": code, "phone": "020 55 512 345"})
    assert "You are checked in, Ms Bouathong." in page.content.decode()
    assert Attendance.objects.get().source == "self"


def test_somebody_signed_in_is_not_asked_for_the_phone(client, course, session, officer):
    account = an_account()
    an_enrolment(course, person=a_person(account=account))
    client.force_login(account)
    code = code_for(session=session, by=officer).code
    assert 'name="phone"' not in client.get(reverse("training:check_in")).content.decode()
    client.post(reverse("training:check_in"), {"code": code})
    assert Attendance.objects.get().recorded_by == account


def test_a_wrong_code_gets_a_sentence(client, course):
    page = client.post(reverse("training:check_in"), {"code": "000000", "phone": NUMBER})
    assert page.status_code == 422
    assert str(messages.CODE_UNKNOWN) in page.content.decode()


def test_guessing_codes_is_stopped_and_right_ones_are_not_counted(client, course, session, officer):
    code = code_for(session=session, by=officer).code
    for number in range(40):
        phone = f"+85620555{number:05d}"
        an_enrolment(course, person=a_person(phone=phone))
        assert client.post(reverse("training:check_in"), {"code": code, "phone": phone}).status_code == 200
    statuses = [client.post(reverse("training:check_in"), {"code": f"{number:06d}", "phone": NUMBER}).status_code for number in range(32)]
    assert (statuses[0], statuses[-1]) == (422, 429)
    assert client.post(reverse("training:check_in"), {"code": code, "phone": NUMBER}).status_code == 429


def test_the_trainer_shows_and_renews_the_code(signed_in, course, session):
    page = signed_in.get(address("session_code", course, 1)).content.decode()
    code = CheckInCode.objects.get().code
    assert f"{code[:3]} {code[3:]}" in page
    assert "Works from 08:30 to 12:15" in page
    signed_in.post(address("session_code", course, 1))
    assert CheckInCode.objects.get().code != code


# --- paper ---


def test_the_sheet_is_a_pdf_that_nobody_else_keeps(signed_in, course):
    an_enrolment(course)
    for where in (address("session_sheet", course, 1), address("day_sheet", course, "2030-03-11")):
        answer = signed_in.get(where)
        assert answer.content.startswith(b"%PDF")
        assert answer.headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("day", ["2030-03-20", "monday", "2030-02-31"])
def test_no_sheet_of_a_day_without_sessions(signed_in, course, day):
    assert signed_in.get(address("day_sheet", course, day)).status_code == 404


def test_a_photograph_is_kept_beside_the_list_once(signed_in, course):
    for said in (messages.PHOTOGRAPH_KEPT, messages.PHOTOGRAPH_THERE):
        page = signed_in.post(address("photograph_add", course, 1), {"photograph": a_picture()}, follow=True)
        assert str(said) in page.content.decode()
    photograph = SheetPhotograph.objects.get()
    assert f"photographs/{photograph.pk}/" in signed_in.get(address("attendance_session", course, 1)).content.decode()


def test_a_photograph_is_private(signed_in, client, course):
    signed_in.post(address("photograph_add", course, 1), {"photograph": a_picture()})
    photograph = SheetPhotograph.objects.get()
    where = address("photograph_file", course, photograph.pk, "400.webp")
    answer = signed_in.get(where)
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert signed_in.get(address("photograph_file", course, photograph.pk, "secret_key")).status_code == 404
    elsewhere = a_course_with_sessions()
    assert signed_in.get(address("photograph_file", elsewhere, photograph.pk, "400.webp")).status_code == 404
    client.force_login(an_account())
    assert client.get(where).status_code == 403
    client.logout()
    assert client.get(where).status_code == 302


@pytest.mark.parametrize("upload", [{}, {"photograph": ""}])
def test_no_photograph_gets_a_sentence(signed_in, course, upload):
    page = signed_in.post(address("photograph_add", course, 1), upload, follow=True)
    assert str(messages.PHOTOGRAPH_NEEDED) in page.content.decode()


def test_what_is_no_picture_gets_a_sentence(signed_in, course):
    file = BytesIO(b"%PDF-1.7 not a picture")
    file.name = "sheet.jpg"
    signed_in.post(address("photograph_add", course, 1), {"photograph": file}, follow=True)
    assert not SheetPhotograph.objects.exists()


def test_a_removed_photograph_leaves_no_file(signed_in, course, settings, django_capture_on_commit_callbacks):
    signed_in.post(address("photograph_add", course, 1), {"photograph": a_picture()})
    assert [file for file in settings.MEDIA_ROOT.rglob("*") if file.is_file()]
    with django_capture_on_commit_callbacks(execute=True):
        signed_in.post(address("photograph_remove", course, SheetPhotograph.objects.get().pk))
    assert not SheetPhotograph.objects.exists()
    assert not [file for file in settings.MEDIA_ROOT.rglob("*") if file.is_file()]


# --- results ---


def test_results_show_every_session_and_who_completes(signed_in, course, time_machine):
    time_machine.move_to(FIRST_MORNING + timedelta(days=4))
    a_participant(course, "pppppppp-a", person=a_person(sex="female"))
    a_participant(course, "aaap------", person=a_person(name_latin="Mr Missing", sex="male"))
    found = queries.results(course)
    assert [row.completes for row in found.rows] == [True, False]
    assert [row.enrolment.person.name_latin for row in found.in_danger] == ["Mr Missing"]
    assert [count.came for count in found.by_session] == [1, 1, 1, 2, 1, 1, 1, 1, 0, 0]
    assert (found.women, found.women_share, found.sessions_needed) == (1, 50, 8)
    assert found.share_so_far.percent == 69  # nine of thirteen marks
    page = signed_in.get(address("results", course)).content.decode()
    assert "8 / 10" in page
    assert "Cannot complete any more" in page


@pytest.mark.parametrize(("choice", "counted"), [("missed", (7, 10)), ("left_out", (7, 8)), ("attended", (9, 10))])
def test_excused_sessions_count_as_the_installation_chose(course, settings, choice, counted):
    settings.OPENODOP_EXCUSED_SESSIONS = choice
    a_participant(course, "pppppppeea")
    [row] = queries.results(course).rows
    assert (row.attended.attended, row.attended.sessions) == counted
    assert row.completes is (choice != "missed")


def test_a_forgotten_list_is_named(course, time_machine):
    time_machine.move_to(FIRST_MORNING + timedelta(days=1))
    a_participant(course, "p-")
    assert [session.number for session in queries.results(course).without_marks] == [2]


@pytest.mark.parametrize("people", [1, 3])
def test_results_cost_the_same_for_any_number_of_people(signed_in, course, people, django_assert_num_queries):
    for _ in range(people):
        a_participant(course, "plae", organisation_text="Group")
    with django_assert_num_queries(7):
        signed_in.get(address("results", course))


# --- for the portal and the page of a course ---


def test_sessions_of_today_for_participants_and_teachers(course, session, time_machine):
    participant, teacher = an_account(), an_account()
    row = an_enrolment(course, person=a_person(account=participant))
    a_speaker(session, person=a_person(account=teacher))
    an_enrolment(a_course_with_sessions(state="draft"), person=row.person)
    morning, afternoon = queries.sessions_today(participant)
    assert (morning.session, morning.enrolment, morning.status, morning.keeps_list, morning.is_open) == (session, row, "", False, True)
    assert afternoon.is_open is False
    [taught] = queries.sessions_today(teacher)
    assert (taught.session, taught.enrolment, taught.keeps_list) == (session, None, True)
    assert queries.sessions_today(an_account()) == []
    assert queries.sessions_today(None) == []
    time_machine.move_to(FIRST_MORNING - timedelta(days=1))
    assert queries.sessions_today(participant) == []


def test_the_page_of_a_course_shows_a_participant_the_own_attendance(client, course, session, officer):
    account = an_account()
    a_participant(course, "p", person=a_person(account=account))
    client.force_login(account)
    page = client.get(course.get_absolute_url()).content.decode()
    assert "You attended 1 of 10 sessions." in page
    assert "You are checked in" in page
    client.force_login(an_account())
    assert "You attended" not in client.get(course.get_absolute_url()).content.decode()


def test_the_page_of_a_course_leads_its_teacher_to_the_list(client, course, session):
    teacher = an_account()
    a_speaker(session, person=a_person(account=teacher))
    client.force_login(teacher)
    assert address("attendance", course) in client.get(course.get_absolute_url()).content.decode()


def test_the_menu_of_organisers_leads_to_all_four_pages(signed_in, course):
    page = signed_in.get(address("results", course)).content.decode()
    for name in ("attendance", "results", "course_certificates", "report"):
        assert address(name, course) in page
