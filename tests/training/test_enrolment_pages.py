"""Taking part, walked through the pages without a script."""

from datetime import date

import pytest

from openodop.people.models import Person
from openodop.training.actions import invitations
from openodop.training.actions.enrolment import Participation
from openodop.training.models import Enrolment
from tests.makers import a_manager, a_person, a_place, a_producer, an_account
from tests.training.course_makers import a_course, an_enrolment

pytestmark = pytest.mark.django_db

VISITOR = {"name": "ນາງ ຄຳຫຼ້າ ຕົວຢ່າງ", "phone": "020 55 512 345", "sex": "female", "kind": "firm", "organisation_text": "ກຸ່ມກ້ວຍຕາກ"}


@pytest.fixture(autouse=True)
def weeks_before(time_machine):
    time_machine.move_to("2030-02-01T03:00:00Z", tick=False)


def test_a_visitor_enrols_with_name_and_phone(client):
    course, province = a_course(), a_place("LA13")
    form = client.get(f"/courses/{course.code}/enrol/")
    assert form.status_code == 200
    answer = client.post(f"/courses/{course.code}/enrol/", {**VISITOR, "province": province.pk}, follow=True)
    assert answer.redirect_chain == [(f"/courses/{course.code}/", 302)]
    assert "Your seat is kept" in answer.content.decode()
    row = Enrolment.objects.select_related("person").get()
    assert (row.state, row.kind, row.way, row.account, row.province) == ("enrolled", "firm", "application", None, province)
    assert (row.person.name, row.person.phone, row.person.sex) == (VISITOR["name"], "+8562055512345", "female")
    assert row.person.name not in answer.content.decode()


def test_pressing_twice_enrols_once(client):
    course = a_course()
    for _ in range(2):
        client.post(f"/courses/{course.code}/enrol/", VISITOR)
    assert (Enrolment.objects.count(), Person.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"name": ""}, "Write your name."),
        ({"phone": ""}, "Write your phone number"),
        ({"phone": "12"}, "Write a phone number, for example"),
        ({"kind": ""}, "Choose how you take part."),
    ],
)
def test_what_is_missing_is_said_beside_the_field(client, changed, sentence):
    course = a_course()
    answer = client.post(f"/courses/{course.code}/enrol/", {**VISITOR, **changed})
    assert answer.status_code == 422
    assert answer.content.decode().count(sentence) == 2  # in the summary and at the field
    assert not Enrolment.objects.exists()
    assert not Person.objects.exists()


def test_a_closed_course_refuses_and_enters_nobody(client):
    course = a_course(applications_open_until=date(2030, 1, 31))
    text = client.get(f"/courses/{course.code}/enrol/").content.decode()
    assert "Applications closed on 31 January 2030" in text
    assert 'name="phone"' not in text
    answer = client.post(f"/courses/{course.code}/enrol/", VISITOR)
    assert answer.status_code == 422
    assert not Person.objects.exists()


def test_a_full_course_puts_on_the_waiting_list_and_says_where(client):
    course = a_course(seats=1)
    an_enrolment(course)
    answer = client.post(f"/courses/{course.code}/enrol/", VISITOR, follow=True)
    assert "You are number 1 on the waiting list" in answer.content.decode()


def test_visitors_are_slowed_down_and_signed_in_people_are_not(client):
    course = a_course(seats=100)
    answers = [client.post(f"/courses/{course.code}/enrol/", {**VISITOR, "name": f"Person {number}"}).status_code for number in range(41)]
    assert answers == [302] * 40 + [429]
    client.force_login(an_account())
    assert client.post(f"/courses/{course.code}/enrol/", {"kind": "firm"}).status_code == 302


def test_a_producer_enrols_with_the_account_and_gives_the_seat_back(client):
    account = an_account()
    producer, course = a_producer(member=account), a_course(seats=1)
    client.force_login(account)
    form = client.get(f"/courses/{course.code}/enrol/").content.decode()
    assert 'name="phone"' not in form
    client.post(f"/courses/{course.code}/enrol/", {"kind": "producer_group", "producer": producer.pk})
    row = Enrolment.objects.select_related("person").get()
    assert (row.producer, row.person.account, row.account, row.state) == (producer, account, account, "enrolled")
    waiting = an_enrolment(course, state="waiting", waiting_number=1, waiting_since="2030-01-01T00:00Z")
    mine = client.get("/my-courses/").content.decode()
    assert f'action="/my-courses/{row.pk}/withdraw/"' in mine
    answer = client.post(f"/my-courses/{row.pk}/withdraw/", follow=True)
    assert "You gave your seat back" in answer.content.decode()
    waiting.refresh_from_db()
    assert waiting.state == "enrolled"


def test_somebody_signed_in_enrols_another_person_and_follows_the_answer(client):
    account = an_account()
    course = a_course()
    client.force_login(account)
    client.post(f"/courses/{course.code}/enrol/?for=other", VISITOR)
    row = Enrolment.objects.select_related("person").get()
    assert (row.person.name, row.person.account, row.account) == (VISITOR["name"], None, account)
    assert VISITOR["name"] in client.get("/my-courses/").content.decode()


def test_a_typed_name_does_not_take_over_an_invitation(client):
    course = a_course()
    person = a_person(name=VISITOR["name"], phone="+8562055512345")
    invitations.invite(course=course, person=person, participation=Participation(kind="official"), by=a_manager())
    client.force_login(an_account())
    client.post(f"/courses/{course.code}/enrol/?for=other", VISITOR)
    row = Enrolment.objects.get()
    assert (row.state, row.account) == ("enrolled", None)
    assert VISITOR["name"] not in client.get("/my-courses/").content.decode()


def test_nobody_withdraws_another_persons_seat(client):
    row = an_enrolment(a_course(), person=a_person(account=an_account()))
    assert client.post(f"/my-courses/{row.pk}/withdraw/").status_code == 302  # to the sign-in page
    client.force_login(an_account())
    assert client.post(f"/my-courses/{row.pk}/withdraw/").status_code == 404
    row.refresh_from_db()
    assert row.state == "enrolled"


def test_an_invitation_is_opened_and_accepted_once(client):
    course = a_course(state="closed")
    row, secret = invitations.invite(course=course, person=a_person(), participation=Participation(kind="official"), by=a_manager())
    address = f"/courses/invitations/{secret}/"
    opened = client.get(address)
    assert str(course.title) in opened.content.decode()
    assert "no-store" in opened["Cache-Control"]
    answer = client.post(address, {"accept": "yes"}, follow=True)
    assert "Your seat is kept" in answer.content.decode()
    row.refresh_from_db()
    assert row.state == "enrolled"
    for again in (client.get(address), client.post(address, {"decline": "yes"})):
        assert again.status_code == 410
        assert "answered already" in again.content.decode()
    row.refresh_from_db()
    assert row.state == "enrolled"


def test_an_invitation_is_declined(client):
    row, secret = invitations.invite(course=a_course(), person=a_person(), participation=Participation(kind="official"), by=a_manager())
    client.post(f"/courses/invitations/{secret}/", {"decline": "yes"})
    row.refresh_from_db()
    assert row.state == "declined"


def test_a_guessed_link_opens_nothing(client):
    answer = client.get("/courses/invitations/guess/")
    assert answer.status_code == 410
    assert "This link is not known" in answer.content.decode()


def test_my_courses_without_any_shows_coming_ones(client):
    course = a_course()
    client.force_login(an_account())
    text = client.get("/my-courses/").content.decode()
    assert "You take part in no course yet" in text
    assert course.code in text


@pytest.mark.parametrize("number", [1, 3])
def test_my_courses_take_few_queries_whatever_their_number(client, django_assert_num_queries, number):
    account = an_account()
    person = a_person(account=account)
    for position in range(number):
        an_enrolment(a_course(), person=person)
        an_enrolment(a_course(seats=1), person=person, state="waiting", waiting_number=position + 1, waiting_since="2030-01-01T00:00Z")
    client.force_login(account)
    with django_assert_num_queries(5):
        text = client.get("/my-courses/").content.decode()
    assert text.count("Number 1;") == number
