import json

import pytest
from django.utils import timezone

from tests.makers import a_manager, a_person, a_place, an_organisation
from tests.training.course_makers import a_course, a_session, a_speaker, an_enrolment

pytestmark = pytest.mark.django_db


def get(client, address: str, status: int = 200):
    answer = client.get(f"/api/v1{address}")
    assert answer.status_code == status, answer.content
    return answer.json()


def test_a_course_is_told_without_anybody_who_did_not_agree(client):
    course = a_course(seats=5, online_link="https://meet.example/secret-room")
    participant = an_enrolment(course, person=a_person(name="ນາງ ຜູ້ເຂົ້າຮ່ວມ", name_latin="Participant Name", phone="+8562055512345"))
    session = a_session(course)
    a_speaker(session, person=a_person(name_latin="Silent Person"), organisation=an_organisation())
    a_speaker(session, person=a_person(name_latin="Named Person", public_consent_at=timezone.now(), show_name=True))
    told = get(client, f"/courses/{course.code}")
    assert (told["seats"], told["seats_left"], told["state"], told["place"]) == (5, 4, "open", "LA1301")
    assert told["sessions"][0]["starts"] == "2030-03-11T08:30:00+07:00"
    assert [speaker["name"] for speaker in told["sessions"][0]["speakers"]] == ["", "Named Person"]
    everything = json.dumps(told, ensure_ascii=False)
    for private in (participant.person.name, "Participant Name", "2055512345", "Silent Person", "secret-room"):
        assert private not in everything


def test_drafts_are_not_told_even_to_their_organisers(client):
    course = a_course(state="draft")
    client.force_login(a_manager())
    assert get(client, "/courses")["count"] == 0
    assert "detail" in get(client, f"/courses/{course.code}", status=404)


def test_courses_are_narrowed_by_place_programme_and_time(client, time_machine):
    time_machine.move_to("2030-03-13T03:00:00Z")
    here, elsewhere = a_course(), a_course(place=a_place("LA0201"))
    past = a_course(starts_on="2030-03-01", ends_on="2030-03-12")

    def codes(query: str) -> set[str]:
        return {course["code"] for course in get(client, f"/courses{query}")["items"]}

    assert codes("") == {here.code, elsewhere.code, past.code}
    assert codes("?place=LA13") == {here.code, past.code}
    assert codes("?place=LA0201") == {elsewhere.code}
    assert codes("?when=past") == {past.code}
    assert codes("?when=upcoming") == {here.code, elsewhere.code}
    assert codes("?programme=la-odop&when=past") == {past.code}
    assert codes("?programme=th-otop") == set()


def test_pages_have_their_limits_and_the_answer_is_kept_by_caches(client):
    for _ in range(3):
        a_course()
    first = get(client, "/courses?limit=2")
    assert (first["count"], len(first["items"]), first["previous"]) == (3, 2, None)
    assert "offset=2" in first["next"]
    get(client, "/courses?limit=201", status=422)
    answer = client.get("/api/v1/courses")
    assert client.get("/api/v1/courses", headers={"if-none-match": answer["ETag"]}).status_code == 304


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow_with_the_courses(client, django_assert_num_queries, number):
    for _ in range(number):
        a_session(a_course())
    with django_assert_num_queries(2):
        get(client, "/courses")
    course = a_course()
    for _ in range(number):
        a_speaker(a_session(course))
    with django_assert_num_queries(6):
        get(client, f"/courses/{course.code}")
