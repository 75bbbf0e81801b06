"""Public pages about courses: what everybody sees, what they do not see, and how many queries it takes."""

import re
from datetime import date, time

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from openodop.training.panels import courses as panels
from openodop.training.queries import courses as queries
from tests.makers import a_manager, a_person, a_place, a_producer, a_project, an_account, an_officer, an_organisation, two_languages
from tests.training.course_makers import a_course, a_session, a_speaker, an_enrolment

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def weeks_before(time_machine):
    time_machine.move_to("2030-02-01T03:00:00Z", tick=False)


def page(client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def test_the_list_parts_coming_from_past_courses_and_hides_drafts(client):
    coming = a_course(title=two_languages("Dry banana", "ກ້ວຍຕາກ"))
    a_course(title=two_languages("Secret plan", "ແຜນລັບ"), state="draft")
    a_course(title=two_languages("Long ago", "ດົນແລ້ວ"), starts_on=date(2022, 3, 14), ends_on=date(2022, 3, 18), state="finished")
    text = page(client, "/courses/")
    assert "Dry banana" in text
    assert f'href="/courses/{coming.code}/"' in text
    assert "Secret plan" not in text
    assert "Long ago" not in text
    past = page(client, "/courses/?when=past")
    assert "Long ago" in past
    assert "Dry banana" not in past


def test_the_list_is_narrowed_and_an_old_filter_does_no_harm(client):
    a_course(title=two_languages("Here", "ນີ້"))
    a_course(title=two_languages("Elsewhere", "ບ່ອນອື່ນ"), place=a_place("LA0201"), mode="online")
    assert "Elsewhere" not in page(client, "/courses/?place=LA13")
    assert "Here" in page(client, "/courses/?place=LA1301")
    assert "Here" not in page(client, "/courses/?mode=online")
    assert "No course fits" in page(client, "/courses/?mode=online&place=LA13")
    assert "Here" in page(client, "/courses/?mode=boat&place=XX99&programme=none&page=900")


def test_no_course_at_all_says_so(client):
    assert "No course is planned now" in page(client, "/courses/")
    assert "No past courses yet" in page(client, "/courses/?when=past")


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_few_queries_whatever_its_length(client, django_assert_num_queries, number):
    for _ in range(number):
        an_enrolment(a_course())
    with django_assert_num_queries(4):
        page(client, "/courses/")


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_takes_few_queries_whatever_its_length(client, django_assert_max_num_queries, number):
    course = a_course(project=a_project(), quotas={"official": 2})
    course.organisers.add(an_organisation())
    for _ in range(number):
        a_speaker(a_session(course), organisation=an_organisation())
        an_enrolment(course)
    with django_assert_max_num_queries(12) as captured:
        page(client, f"/courses/{course.code}/")
    assert len(captured) == 10


def test_a_page_shows_its_days_in_the_zone_of_the_course(client):
    course = a_course(time_zone="Asia/Tokyo", seats=5)
    a_session(course, title=two_languages("Opening", "ພິທີເປີດ"), starts_at=time(8, 30), ends_at=time(10))
    queries_day = course.day_titles.create(date=course.starts_on, title=two_languages("What buyers want", "ຜູ້ຊື້ຢາກໄດ້ຫຍັງ"))
    text = page(client, f"/courses/{course.code}/")
    assert str(queries_day.title) in text
    assert "Tokyo time, UTC+9" in text
    assert 'datetime="2030-03-11T08:30:00+09:00"' in text
    assert "5 of 5 seats left" in text
    assert "11–15 March 2030" in text


def test_on_phones_date_place_and_seats_stand_under_the_title(client):
    text = page(client, f"/courses/{a_course(seats=5).code}/")
    line = re.search(r'</h1>.{0,200}?<p class="meta phone-only">(.*?)</p>', text, re.DOTALL)[1]
    assert "11–15 March 2030 · Place LA1301" in line
    assert "5 of 5 seats left" in line


def test_a_page_in_lao_is_lao(client):
    course = a_course(title=two_languages("Dry banana", "ກ້ວຍຕາກ"))
    a_session(course)
    text = page(client, f"/courses/{course.code}/?lang=lo")
    assert '<html lang="lo">' in text
    assert "ກ້ວຍຕາກ" in text
    assert "11–15 ມີນາ 2030" in text
    assert '<p class="second" lang="en">Dry banana</p>' in text


def test_only_who_agreed_is_named_in_public(client):
    course = a_course()
    session = a_session(course)
    a_speaker(session, person=a_person(name_latin="Silent Person"), organisation=an_organisation(name=two_languages("Food Department", "ກົມອາຫານ")))
    a_speaker(session, person=a_person(name_latin="Named Person", public_consent_at=timezone.now(), show_name=True))
    a_speaker(session, person=None, organisation=an_organisation(name=two_languages("Science Park", "ອຸທະຍານວິທະຍາສາດ")), role=None)
    an_enrolment(course, person=a_person(name_latin="Participant Person"))
    for reader in (None, an_account()):
        if reader:
            client.force_login(reader)
        text = page(client, f"/courses/{course.code}/")
        assert "Named Person" in text
        assert "Food Department" in text
        assert "Science Park" in text
        assert "Silent Person" not in text
        assert "Participant Person" not in text


def test_the_online_room_is_for_those_who_hold_a_seat(client):
    course = a_course(online_link="https://meet.example/room")
    account, waiting = an_account(), an_account()
    an_enrolment(course, person=a_person(account=account))
    an_enrolment(course, person=a_person(account=waiting), state="waiting", waiting_number=1, waiting_since=timezone.now())
    shown = {}
    for name, reader in {"nobody": None, "waiting": waiting, "enrolled": account, "organiser": a_manager()}.items():
        client.logout()
        if reader:
            client.force_login(reader)
        shown[name] = "meet.example" in page(client, f"/courses/{course.code}/")
    assert shown == {"nobody": False, "waiting": False, "enrolled": True, "organiser": True}


def test_a_draft_is_a_page_for_its_organisers_only(client):
    course = a_course(state="draft")
    addresses = [f"/courses/{course.code}/", f"/courses/{course.code}/calendar.ics", f"/courses/{course.code}/enrol/"]
    for reader, status in ((None, 404), (an_account(), 404), (an_officer(a_place("LA0201")), 404), (an_officer(a_place("LA13")), 200)):
        if reader:
            client.force_login(reader)
        assert [client.get(address).status_code for address in addresses] == [status] * 3


def test_a_cancelled_course_says_why_and_takes_nobody(client):
    course = a_course(state="cancelled", state_reason="The hall is flooded.")
    text = page(client, f"/courses/{course.code}/")
    assert "The hall is flooded." in text
    assert f"/courses/{course.code}/enrol/" not in text


def test_a_full_course_still_takes_people_for_the_waiting_list(client):
    course = a_course(seats=1)
    an_enrolment(course)
    text = page(client, f"/courses/{course.code}/")
    assert "Full: waiting list" in text
    assert f"/courses/{course.code}/enrol/" in text


def test_calendars_are_files_that_programmes_can_subscribe_to(client):
    course = a_course()
    a_session(course)
    a_course(state="draft")
    one, every = client.get(f"/courses/{course.code}/calendar.ics"), client.get("/courses/calendar.ics")
    assert one["Content-Type"] == every["Content-Type"] == "text/calendar; charset=utf-8"
    assert [len(Calendar.from_ical(answer.content).walk("VEVENT")) for answer in (one, every)] == [1, 1]
    assert client.get(f"/courses/{course.code}/calendar.ics", headers={"if-none-match": one["ETag"]}).status_code == 304


def test_other_rooms_pages_list_courses(rf):
    course, project, person, producer = a_course(), a_project(), a_person(), a_producer()
    a_speaker(a_session(course), person=person)
    course.project = project
    course.save()
    an_enrolment(course, producer=producer)
    request = rf.get("/")
    request.user = an_officer(a_place("LA1301"))
    assert course.code in panels.of_place(request, a_place("LA13"))
    assert panels.of_place(request, a_place("LA02")) == ""
    assert course.code in panels.of_project(request, project)
    assert course.code in panels.of_programme(request, course.programme)
    assert course.code in panels.of_person(request, person)
    assert "1 person" in panels.of_producer(request, producer)
    request.user = an_account()
    assert panels.of_producer(request, producer) == ""


def test_home_pages_get_what_they_need():
    account, officer = an_account(), an_officer(a_place("LA1301"))
    later, sooner = a_course(starts_on=date(2030, 5, 1), ends_on=date(2030, 5, 2)), a_course()
    a_course(state="draft")
    a_course(starts_on=date(2030, 1, 1), ends_on=date(2030, 1, 2))
    mine = an_enrolment(sooner, person=a_person(account=account))
    asked = an_enrolment(later, state="applied")
    an_enrolment(a_course(place=a_place("LA0201")), state="applied")
    assert [course.code for course in queries.upcoming(2)] == [sooner.code, queries.upcoming(2)[1].code]
    assert list(queries.own_enrolments(account)) == [mine]
    assert list(queries.waiting_applications(officer)) == [asked]
    assert list(queries.own_enrolments(None)) == []


def test_addresses_of_courses():
    assert reverse("training:course", args=["LA-2022-01"]) == "/courses/LA-2022-01/"
    assert reverse("training:courses") == "/courses/"
