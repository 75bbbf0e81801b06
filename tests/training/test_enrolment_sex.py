"""The sex is asked of those who enrol themselves where the record does not know it, and the report counts the answer."""

import pytest

from openodop.people.models import Person
from openodop.training.actions import enrolment as actions
from openodop.training.actions.enrolment import Participation
from openodop.training.models import Enrolment
from openodop.training.queries.report import report
from tests.makers import a_person, an_account
from tests.training.course_makers import a_course

pytestmark = pytest.mark.django_db

FIELD = 'type="radio" name="sex"'


@pytest.fixture(autouse=True)
def weeks_before(time_machine):
    time_machine.move_to("2030-02-01T03:00:00Z", tick=False)


def enrol_page(client, course, query: str = "") -> str:
    return client.get(f"/courses/{course.code}/enrol/{query}").content.decode()


def women_counted(course) -> list[tuple[str, int]]:
    return [(name, line.count) for name, line in report(course.code).by_sex.named]


@pytest.mark.parametrize("has_person", [False, True])
def test_an_account_of_which_it_is_not_known_is_asked_once(client, has_person):
    account, course, next_course = an_account(), a_course(), a_course()
    if has_person:
        a_person(account=account, sex="")
    client.force_login(account)
    text = enrol_page(client, course)
    assert text.count(FIELD) == 3
    assert "Woman" in text
    client.post(f"/courses/{course.code}/enrol/", {"kind": "firm", "sex": "female"})
    assert Person.objects.get(account=account).sex == "female"
    assert women_counted(course) == [("Woman", 1)]
    assert FIELD not in enrol_page(client, next_course)


def test_it_is_asked_in_lao(client):
    client.force_login(an_account())
    text = enrol_page(client, a_course(), "?lang=lo")
    assert "ເພດ" in text
    assert "Woman" not in text


def test_who_does_not_answer_enrols_all_the_same(client):
    client.force_login(account := an_account())
    course = a_course()
    assert client.post(f"/courses/{course.code}/enrol/", {"kind": "firm"}).status_code == 302
    assert Person.objects.get(account=account).sex == ""
    assert women_counted(course) == [("Not on record", 1)]


def test_what_is_known_is_neither_asked_nor_overwritten(client):
    account, course = an_account(), a_course()
    person = a_person(account=account, sex="female")
    client.force_login(account)
    assert FIELD not in enrol_page(client, course)
    client.post(f"/courses/{course.code}/enrol/", {"kind": "firm", "sex": "male"})
    actions.apply_for_oneself(course=a_course(), participation=Participation(kind="firm"), by=account, sex="male")
    person.refresh_from_db()
    assert person.sex == "female"
    assert Enrolment.objects.filter(person=person).count() == 2


def test_an_answer_that_is_none_of_the_choices_enrols_nobody(client):
    client.force_login(an_account())
    assert client.post(f"/courses/{a_course().code}/enrol/", {"kind": "firm", "sex": "unclear"}).status_code == 422
    assert not Enrolment.objects.exists()
    assert not Person.objects.exists()


@pytest.mark.parametrize(("known", "kept"), [("", "male"), ("female", "female")])
def test_by_name_and_phone_it_fills_the_gap_only_and_the_page_does_not_tell(client, known, kept):
    person = a_person(name="ທ້າວ ບຸນມີ ຕົວຢ່າງ", phone="+8562055512345", sex=known)
    course = a_course()
    assert enrol_page(client, course).count(FIELD) == 3
    client.post(f"/courses/{course.code}/enrol/", {"name": person.name, "phone": "020 55 512 345", "sex": "male", "kind": "firm"})
    person.refresh_from_db()
    assert (person.sex, Enrolment.objects.get().person) == (kept, person)


def test_for_somebody_else_it_is_asked_though_ones_own_is_known(client):
    account = an_account()
    a_person(account=account, sex="female")
    client.force_login(account)
    assert enrol_page(client, a_course(), "?for=other").count(FIELD) == 3
