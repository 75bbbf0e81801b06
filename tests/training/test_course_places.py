"""Which places the lists of the course pages offer: those of the programme's country, under its name where there are several."""

import re

import pytest

from openodop.training.models import Course
from tests.makers import a_manager, a_place, a_programme, an_account, an_officer
from tests.training.course_makers import a_course
from tests.training.test_course_organise_pages import course_form

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def weeks_before(time_machine):
    time_machine.move_to("2030-02-01T03:00:00Z", tick=False)


@pytest.fixture(autouse=True)
def three_countries():
    """Places in Laos, Thailand and Viet Nam; only the first two have a programme."""
    for code in ("LA0201", "LA1301", "TH5001", "VN0101"):
        a_place(code)
    a_programme()
    a_programme("th-otop", country=a_place("TH"))


def offered(client, address: str, name: str, data: dict | None = None) -> tuple[list[str], list[str]]:
    """Return the names of the places in the list `name`, and the countries they stand under."""
    answer = client.get(address) if data is None else client.post(address, data)
    select = re.search(rf'<select name="{name}".*?</select>', answer.content.decode(), re.DOTALL)[0]
    return re.findall(r"<option[^>]*>Place (\w+)</option>", select), re.findall(r'<optgroup label="Place (\w+)">', select)


def thai_course(**fields) -> Course:
    return a_course(programme=a_programme("th-otop"), place=a_place("TH5001"), **fields)


def test_the_enrolment_form_offers_the_provinces_of_the_programmes_country(client):
    assert offered(client, f"/courses/{a_course().code}/enrol/", "province") == (["LA02", "LA13"], [])
    course = thai_course()
    assert offered(client, f"/courses/{course.code}/enrol/", "province") == (["TH50"], [])
    client.force_login(an_account())
    assert offered(client, f"/courses/{course.code}/enrol/", "province") == (["TH50"], [])


def test_a_province_of_another_country_is_said_beside_the_field(client):
    visitor = {"name": "Somebody Sample", "phone": "020 55 512 345", "kind": "firm", "province": a_place("TH50").pk}
    course = a_course()
    answer = client.post(f"/courses/{course.code}/enrol/", visitor)
    assert answer.status_code == 422
    assert answer.content.decode().count("Choose one of the places in the list.") == 2
    assert not course.enrolments.exists()


def test_the_participant_form_offers_the_provinces_of_the_programmes_country(client):
    client.force_login(a_manager())
    assert offered(client, f"/courses/{thai_course().code}/participants/new/", "province") == (["TH50"], [])


def test_a_new_course_may_be_held_where_programmes_are(client):
    client.force_login(a_manager())
    assert offered(client, "/courses/new/", "place") == (["LA02", "LA0201", "LA13", "LA1301", "TH50", "TH5001"], ["LA", "TH"])
    client.force_login(an_officer(a_place("LA13")))
    assert offered(client, "/courses/new/", "place") == (["LA13", "LA1301"], [])


def test_a_chosen_programme_leaves_the_places_of_its_country(client):
    client.force_login(a_manager())
    form = course_form(programme=a_programme("th-otop").pk)  # the place is in Laos
    assert offered(client, "/courses/new/", "place", form) == (["TH50", "TH5001"], [])
    assert not Course.objects.exists()
    client.post("/courses/new/", {**form, "place": a_place("TH5001").pk})
    assert Course.objects.get().place.code == "TH5001"


def test_the_editor_offers_the_country_of_the_courses_programme_and_keeps_its_place(client):
    client.force_login(a_manager())
    assert offered(client, f"/courses/{thai_course().code}/edit/", "place") == (["TH50", "TH5001"], [])
    abroad = a_course(place=a_place("VN0101"))
    address = f"/courses/{abroad.code}/edit/"
    assert offered(client, address, "place") == (["LA02", "LA0201", "LA13", "LA1301", "VN0101"], ["LA", "VN"])
    assert client.post(address, course_form(place=abroad.place_id, seats="30")).status_code == 302
    abroad.refresh_from_db()
    assert (abroad.place.code, abroad.seats) == ("VN0101", 30)
    form = course_form(place=abroad.place_id, programme=a_programme("th-otop").pk)
    assert offered(client, address, "place", form) == (["TH50", "TH5001"], [])


def test_an_unknown_programme_is_said_and_breaks_nothing(client):
    client.force_login(a_manager())
    assert client.post("/courses/new/", course_form(programme="none")).status_code == 422


def test_the_filter_offers_provinces_with_public_courses_under_their_countries(client):
    a_course(), a_course(place=a_place("LA02"), state="draft")
    assert offered(client, "/courses/", "place") == (["LA13"], [])
    thai_course()
    assert offered(client, "/courses/", "place") == (["LA13", "TH50"], ["LA", "TH"])
    text = client.get("/courses/?place=LA02").content.decode()  # as a page about the province may link
    assert re.search(r'<option value="LA02" selected>', text)
    assert "No course fits" in text


@pytest.mark.parametrize("places", [["LA1301"], ["LA0201", "LA1301", "TH5001"]])
def test_lists_of_places_take_few_queries_whatever_their_length(client, django_assert_num_queries, places):
    courses = [a_course(place=a_place(code)) for code in places]
    with django_assert_num_queries(4):
        client.get("/courses/")
    with django_assert_num_queries(2):
        client.get(f"/courses/{courses[0].code}/enrol/")
    client.force_login(a_manager())
    with django_assert_num_queries(9):
        client.get("/courses/new/")
