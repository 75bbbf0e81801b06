"""Organisers' pages, walked without a script."""

from datetime import time

import pytest
from django.test import Client

from openodop.people.choices import Role
from openodop.training.actions import enrolment as actions
from openodop.training.actions.enrolment import Participation
from openodop.training.models import Course, Enrolment, Invitation, Session
from openodop.training.queries.enrolment import participants
from tests.makers import a_manager, a_person, a_place, a_programme, an_account, an_officer, an_organisation, two_languages
from tests.training.course_makers import a_course, a_session, a_speaker, an_enrolment

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def weeks_before(time_machine):
    time_machine.move_to("2030-02-01T03:00:00Z", tick=False)


@pytest.fixture
def organiser(client) -> Client:
    client.force_login(a_manager())
    return client


def course_form(**changes) -> dict:
    return {
        "title_en": "From ripe banana to a product that sells",
        "title_lo": "ຈາກກ້ວຍສຸກ ເປັນສິນຄ້າຂາຍໄດ້",
        "languages": ["lo", "th"],
        "starts_on": "2030-03-11",
        "ends_on": "2030-03-15",
        "time_zone": "Asia/Vientiane",
        "mode": "on_site",
        "place": a_place("LA1301").pk,
        "seats": "21",
        "quota_official": "9",
        "programme": a_programme().pk,
        "attendance_percent": "80",
        **changes,
    }


def test_a_course_is_written_planned_and_opened(organiser):
    assert organiser.get("/courses/new/").status_code == 200
    organiser.post("/courses/new/", course_form(organisers=[an_organisation().pk]))
    course = Course.objects.get()
    assert (course.code, course.state, course.languages, course.quotas.get().seats, course.organisers.count()) == (
        "LA-2030-01",
        "draft",
        ["lo", "th"],
        9,
        1,
    )
    session = {"title_en": "What buyers want", "date": "2030-03-11", "starts_at": "08:30", "ends_at": "10:00"}
    assert organiser.get(f"/courses/{course.code}/agenda/sessions/new/?day=2030-03-11").status_code == 200
    organiser.post(f"/courses/{course.code}/agenda/sessions/new/", session)
    organiser.post(f"/courses/{course.code}/agenda/days/2030-03-11/", {"title_lo": "ຜູ້ຊື້ຢາກໄດ້ຫຍັງ"})
    organiser.post(f"/courses/{course.code}/agenda/topics/new/", {"title_en": "Marketing"})
    made = Session.objects.get()
    organiser.post(f"/courses/{course.code}/agenda/sessions/{made.pk}/speakers/", {"organisation": an_organisation().pk, "role_en": "Market adviser"})
    agenda = organiser.get(f"/courses/{course.code}/agenda/").content.decode()
    for words in ("What buyers want", "ຜູ້ຊື້ຢາກໄດ້ຫຍັງ", "Marketing", "District office", "Open for applications"):
        assert words in agenda
    organiser.post(f"/courses/{course.code}/state/", {"state": "open"})
    course.refresh_from_db()
    assert (course.state, made.speakers.count()) == ("open", 1)
    assert Client().get(f"/courses/{course.code}/").status_code == 200


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"ends_on": "2030-03-10"}, "is before the first day"),
        ({"title_en": "", "title_lo": ""}, "Write the title in at least one language."),
        ({"seats": "0"}, "at least 1"),
        ({"quota_official": "22"}, "add up to 22"),
        ({"applications_open_until": "2030-03-16"}, "after the course has ended"),
        ({"code": "la 2030"}, "capital letters"),
        ({"attendance_percent": "120"}, "up to 100 percent"),
    ],
)
def test_a_wrong_course_is_said_beside_the_field_and_not_kept(organiser, changed, sentence):
    answer = organiser.post("/courses/new/", course_form(**changed))
    assert answer.status_code == 422
    assert answer.content.decode().count(sentence) == 2
    assert not Course.objects.exists()


def test_a_course_is_changed_and_empty_texts_go(organiser):
    course = a_course(aims=two_languages("Old aims", "ຈຸດປະສົງເກົ່າ"))
    page = organiser.get(f"/courses/{course.code}/edit/").content.decode()
    assert "Old aims" in page
    assert 'name="code"' not in page  # people have seen it
    organiser.post(f"/courses/{course.code}/edit/", course_form(seats="30", quota_official="", aims_en="New aims"))
    course.refresh_from_db()
    assert (course.seats, course.quotas.count(), course.aims.data) == (30, 0, {"en": "New aims"})


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"ends_at": "08:00"}, "before it starts"),
        ({"date": "2030-03-16"}, "is not a day of the course"),
        ({"title_en": ""}, "Write the title of the session"),
    ],
)
def test_a_wrong_session_is_said_beside_the_field_and_not_kept(organiser, changed, sentence):
    course = a_course()
    session = {"title_en": "What buyers want", "date": "2030-03-11", "starts_at": "08:30", "ends_at": "10:00", **changed}
    answer = organiser.post(f"/courses/{course.code}/agenda/sessions/new/", session)
    assert answer.status_code == 422
    assert answer.content.decode().count(sentence) == 2
    assert not Session.objects.exists()


def test_sessions_at_the_same_time_are_pointed_out(organiser):
    course = a_course()
    a_session(course, title=two_languages("Drying", "ການຕາກ"))
    a_session(course, title=two_languages("Frying", "ການທອດ"), starts_at=time(9), ends_at=time(11))
    text = organiser.get(f"/courses/{course.code}/agenda/").content.decode()
    assert "“Drying” and “Frying” are held at the same time on Monday, 11 March" in text


def test_sessions_speakers_and_topics_are_changed_and_removed(organiser):
    course = a_course()
    session, topic = a_session(course), course.topics.create(title=two_languages("Marketing", "ການຕະຫຼາດ"))
    speaker = a_speaker(session)
    base = f"/courses/{course.code}/agenda"
    organiser.post(
        f"{base}/sessions/{session.pk}/", {"title_en": "New title", "date": "2030-03-12", "starts_at": "09:00", "ends_at": "10:00", "topic": topic.pk}
    )
    session.refresh_from_db()
    assert (str(session.title), session.date.day, session.topic) == ("New title", 12, topic)
    assert organiser.get(f"{base}/sessions/{session.pk}/").status_code == 200
    organiser.post(f"{base}/topics/{topic.pk}/", {"title_en": "Selling"})
    assert str(course.topics.get().title) == "Selling"
    organiser.post(f"{base}/sessions/{session.pk}/speakers/", {"remove": speaker.pk})
    organiser.post(f"{base}/topics/{topic.pk}/", {"remove": "yes"})
    organiser.post(f"{base}/sessions/{session.pk}/", {"remove": "yes"})
    assert (session.speakers.count(), course.topics.count(), course.sessions.count()) == (0, 0, 0)


def test_a_resource_person_is_found_by_code_or_name(organiser):
    course = a_course()
    session, person = a_session(course), a_person(name="ອາຈານ ຕົວຢ່າງ")
    a_person(name="ອາຈານ ສອງ"), a_person(name="ອາຈານ ສອງ")
    address = f"/courses/{course.code}/agenda/sessions/{session.pk}/speakers/"
    for wrong, sentence in (("nobody", "There is nobody"), ("ອາຈານ ສອງ", "Several people"), ("", "Choose a person or an organisation")):
        answer = organiser.post(address, {"person": wrong})
        assert (answer.status_code, session.speakers.count()) == (422, 0)
        assert sentence in answer.content.decode()
    organiser.post(address, {"person": "ອາຈານ ຕົວຢ່າງ"})
    assert session.speakers.get().person == person


def test_a_course_is_cancelled_with_a_reason(organiser):
    course = a_course()
    assert organiser.post(f"/courses/{course.code}/cancel/", {"reason": ""}).status_code == 422
    organiser.post(f"/courses/{course.code}/cancel/", {"reason": "The hall is flooded."})
    course.refresh_from_db()
    assert (course.state, course.state_reason) == ("cancelled", "The hall is flooded.")


def test_an_unknown_state_changes_nothing(organiser):
    course = a_course()
    organiser.post(f"/courses/{course.code}/state/", {"state": "sold"})
    answer = organiser.post(f"/courses/{course.code}/state/", {"state": "finish"}, follow=True)
    assert "can be finished on its last day" in answer.content.decode()
    course.refresh_from_db()
    assert course.state == "open"


def test_somebody_is_invited_and_the_link_is_shown_once(organiser):
    course = a_course()
    person = {"name": "ນາງ ຄຳຫຼ້າ ຕົວຢ່າງ", "phone": "020 55 512 345", "kind": "official", "how": "invite"}
    page = organiser.post(f"/courses/{course.code}/participants/new/", person, follow=True)
    row = Enrolment.objects.get()
    link = next(word for word in page.content.decode().split('"') if "/courses/invitations/" in word or word.startswith("sms:"))
    assert "courses/invitations" in link.replace("%2F", "/")
    again = organiser.get(f"/courses/{course.code}/participants/{row.pk}/").content.decode()
    assert "/courses/invitations/" not in again.replace("%2F", "/")
    assert (row.state, Invitation.objects.count()) == ("invited", 1)
    renewed = organiser.post(f"/courses/{course.code}/participants/{row.pk}/", {"renew": "yes"}, follow=True).content.decode()
    assert "/courses/invitations/" in renewed.replace("%2F", "/")


def test_somebody_is_enrolled_at_once_and_not_twice(organiser):
    course = a_course()
    person = {"name": "ນາງ ຄຳຫຼ້າ ຕົວຢ່າງ", "phone": "020 55 512 345", "kind": "official", "how": "enrol"}
    organiser.post(f"/courses/{course.code}/participants/new/", person)
    answer = organiser.post(f"/courses/{course.code}/participants/new/", person)
    assert answer.status_code == 422
    assert "is on the list of this course already" in answer.content.decode()
    assert Enrolment.objects.get().state == "enrolled"


def test_applications_are_accepted_and_refused_with_a_reason(organiser):
    course = a_course(decides_applications=True)
    first, second = (actions.apply(course=course, person=a_person(), participation=Participation(kind="firm"), by=None) for _ in range(2))
    work = organiser.get("/courses/organise/").content.decode()
    assert f"/participants/{first.pk}/" in work
    organiser.post(f"/courses/{course.code}/participants/{first.pk}/", {"accept": "yes"})
    without_reason = organiser.post(f"/courses/{course.code}/participants/{second.pk}/", {"refuse": "yes", "reason": ""})
    assert without_reason.status_code == 422
    assert "Write the reason" in without_reason.content.decode()
    second.refresh_from_db()
    assert second.state == "applied"
    organiser.post(f"/courses/{course.code}/participants/{second.pk}/", {"refuse": "yes", "reason": "Only for firms of the district"})
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state, second.reason) == ("enrolled", "refused", "Only for firms of the district")


def test_taking_somebody_off_the_list_lets_the_next_one_move_up(organiser):
    course = a_course(seats=1)
    holder = an_enrolment(course)
    waiting = an_enrolment(course, state="waiting", waiting_number=1, waiting_since="2030-01-01T00:00Z")
    answer = organiser.post(f"/courses/{course.code}/participants/{holder.pk}/", {"withdraw": "yes", "reason": "Ill"}, follow=True)
    assert "1 person moved up from the waiting list." in answer.content.decode()
    waiting.refresh_from_db()
    assert waiting.state == "enrolled"


def test_the_list_of_participants_is_filtered(organiser):
    course = a_course()
    an_enrolment(course, person=a_person(name_latin="Khamla", phone="+8562055512345"))
    an_enrolment(course, person=a_person(name_latin="Bounmy"), state="withdrawn", kind="official")
    base = f"/courses/{course.code}/participants/"

    def names(query: str) -> tuple[bool, bool]:
        text = organiser.get(f"{base}{query}").content.decode()
        return "Khamla" in text, "Bounmy" in text

    assert names("") == (True, True)
    assert names("?state=enrolled") == (True, False)
    assert names("?kind=official") == (False, True)
    assert names("?text=khamla") == (True, False)
    assert names("?text=55512345") == (True, False)
    assert names("?state=nowhere") == (True, True)
    assert "Nobody fits these filters" in organiser.get(f"{base}?text=nobody").content.decode()
    assert "Nobody is on the list yet" in organiser.get(f"/courses/{a_course().code}/participants/").content.decode()


def test_the_list_of_participants_begins_with_those_who_wait_for_a_decision():
    course = a_course()
    gone, seated = an_enrolment(course, state="withdrawn"), an_enrolment(course)
    second, first = (an_enrolment(course, state="waiting", waiting_number=number, waiting_since="2030-01-01T00:00Z") for number in (2, 1))
    applied = an_enrolment(course, state="applied")
    assert list(participants(course, a_manager())) == [applied, first, second, seated, gone]


@pytest.mark.parametrize("number", [1, 3])
def test_lists_of_organisers_take_few_queries(organiser, django_assert_num_queries, number):
    courses = [a_course(quotas={"official": 2}) for _ in range(number)]
    for course in courses:
        for _ in range(number):
            an_enrolment(course, state="applied", organisation=an_organisation())
            a_speaker(a_session(course, topic=course.topics.create(title=two_languages("Topic", "ຫົວຂໍ້"))))
    with django_assert_num_queries(6):
        organiser.get("/courses/organise/")
    with django_assert_num_queries(7):
        organiser.get(f"/courses/{courses[0].code}/participants/")
    with django_assert_num_queries(10):
        organiser.get(f"/courses/{courses[0].code}/agenda/")


def _addresses(course: Course) -> list[str]:
    base = f"/courses/{course.code}"
    row, session = course.enrolments.get(), course.sessions.get()
    return [
        f"{base}/edit/",
        f"{base}/cancel/",
        f"{base}/agenda/",
        f"{base}/agenda/days/2030-03-11/",
        f"{base}/agenda/topics/new/",
        f"{base}/agenda/topics/{course.topics.get().pk}/",
        f"{base}/agenda/sessions/new/",
        f"{base}/agenda/sessions/{session.pk}/",
        f"{base}/agenda/sessions/{session.pk}/speakers/",
        f"{base}/participants/",
        f"{base}/participants/new/",
        f"{base}/participants/{row.pk}/",
    ]


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_may_open_the_pages_of_a_course(client, method):
    course = a_course()
    an_enrolment(course)
    a_session(course, topic=course.topics.create(title=two_languages("Topic", "ຫົວຂໍ້")))
    before = list(Course.objects.values()), list(Enrolment.objects.values()), list(Session.objects.values())
    readers = {
        "visitor": (None, 302),
        "producer": (an_account(), 403),
        "trainer of the place": (an_account(Role.TRAINER, place=a_place("LA1301")), 403),
        "officer elsewhere": (an_officer(a_place("LA0201")), 403),
    }
    for name, (reader, status) in readers.items():
        client.logout()
        if reader:
            client.force_login(reader)
        answers = {address: getattr(client, method)(address, {"accept": "yes", "reason": "x"}).status_code for address in _addresses(course)}
        answers[f"/courses/{course.code}/state/"] = client.post(f"/courses/{course.code}/state/", {"state": "close"}).status_code
        assert set(answers.values()) - {405} == {status}, (name, answers)  # 405: a page that only shows
    assert (list(Course.objects.values()), list(Enrolment.objects.values()), list(Session.objects.values())) == before
    client.force_login(an_officer(a_place("LA13")))
    assert {client.get(address).status_code for address in _addresses(course)} == {200}


def test_only_who_runs_courses_starts_one(client):
    for reader, status in ((an_account(), 403), (an_officer(a_place("LA1301")), 200)):
        client.force_login(reader)
        assert [client.get(address).status_code for address in ("/courses/new/", "/courses/organise/")] == [status] * 2


def test_a_person_of_another_course_is_not_found(organiser):
    mine, other = a_course(), an_enrolment(a_course())
    assert organiser.get(f"/courses/{mine.code}/participants/{other.pk}/").status_code == 404
    assert organiser.get(f"/courses/{mine.code}/agenda/sessions/{a_session(other.course).pk}/").status_code == 404
    assert organiser.get(f"/courses/{mine.code}/agenda/days/today/").status_code == 404
    assert organiser.get(f"/courses/{mine.code}/agenda/days/2030-02-31/").status_code == 404
