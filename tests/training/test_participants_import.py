"""Lists of participants as offices keep them."""

import pytest

from openodop.foundation.tables.kinds import Context
from openodop.foundation.tables.running import import_file
from openodop.people.models import Person
from openodop.training.imports import COURSE, PARTICIPANTS
from openodop.training.models import Course, Enrolment
from tests.makers import a_manager, a_person, a_place, an_officer
from tests.training.course_makers import a_course, an_enrolment

pytestmark = pytest.mark.django_db

LAO = """ຊື່ ແລະ ນາມສະກຸນ;ຊື່ພາສາອັງກິດ;ເພດ;ປະເພດຜູ້ເຂົ້າຮ່ວມ;ບ່ອນເຮັດວຽກ;ຕຳແໜ່ງ;ແຂວງ;ເບີໂທ;ອີເມວ
ນາງ ຄຳຫຼ້າ ຕົວຢ່າງ;Khamla Tuayang;ຍິງ;ພະນັກງານລັດ;ຫ້ອງການອຸດສາຫະກຳ ແລະ ການຄ້າ;ຫົວໜ້າໜ່ວຍງານ;ນະຄອນຫຼວງວຽງຈັນ;020 55 512 345;khamla@example.org
ທ້າວ ບຸນມີ ຕົວຢ່າງ;Bounmy Tuayang;ຊາຍ;ບໍລິສັດ;ບໍລິສັດ ກ້ວຍຕາກ;;ນະຄອນຫຼວງວຽງຈັນ;020 55 512 346;
"""


@pytest.fixture(autouse=True)
def vientiane():
    return a_place("LA01", name_en="Vientiane Capital", name_local="ນະຄອນຫຼວງວຽງຈັນ")


def take(course: Course, text: str, *, partial: bool = False, account=None, dry_run: bool = False):
    return import_file(PARTICIPANTS, text.encode(), Context(account=account, chosen={"course": course}, dry_run=dry_run), partial=partial)


def counts(result) -> tuple[int, int, int, int]:
    return result.created, result.updated, result.unchanged, len(result.errors)


def test_a_lao_list_enrols_people_and_a_second_time_changes_nothing(vientiane):
    course = a_course()
    assert counts(take(course, LAO)) == (2, 0, 0, 0)
    khamla = Enrolment.objects.select_related("person").get(person__name_latin="Khamla Tuayang")
    assert (khamla.kind, khamla.state, khamla.way, khamla.province) == ("official", "enrolled", "import", vientiane)
    assert (khamla.person.sex, khamla.person.phone, khamla.person.email) == ("female", "+8562055512345", "khamla@example.org")
    assert (khamla.organisation_text, khamla.post_text) == ("ຫ້ອງການອຸດສາຫະກຳ ແລະ ການຄ້າ", "ຫົວໜ້າໜ່ວຍງານ")
    before = list(Enrolment.objects.order_by("pk").values()), list(Person.objects.order_by("pk").values())
    assert counts(take(course, LAO)) == (0, 0, 2, 0)
    assert (list(Enrolment.objects.order_by("pk").values()), list(Person.objects.order_by("pk").values())) == before


def test_a_dry_run_says_what_would_happen_and_writes_nothing():
    result = take(a_course(), LAO, dry_run=True)
    assert counts(result) == (2, 0, 0, 0)
    assert not Person.objects.exists()


@pytest.mark.parametrize(
    ("sex", "kind", "expected"),
    [
        ("F", "Official", ("female", "official")),
        ("Male", "company", ("male", "firm")),
        ("หญิง", "ข้าราชการ", ("female", "official")),
        ("Nữ", "hợp tác xã", ("female", "producer_group")),
        ("ប្រុស", "និស្សិត", ("male", "student")),
        ("ຊາຍ", "ຊ່ຽວຊານ", ("male", "expert")),
        ("", "other", ("", "other")),
    ],
)
def test_sex_and_kind_are_read_in_five_languages(sex, kind, expected):
    result = take(a_course(), f"Name,Sex,Kind\nSomebody Sample,{sex},{kind}\n")
    assert result.errors == []
    row = Enrolment.objects.select_related("person").get()
    assert (row.person.sex, row.kind) == expected


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("Somebody,unclear,Official,,", "sex"),
        ("Somebody,F,astronaut,,", "kind"),
        ("Somebody,F,Official,12,", "phone"),
        ("Somebody,F,Official,,not an address", "email"),
        (",F,Official,020 55 512 347,", "name"),
    ],
)
def test_a_wrong_cell_is_a_sentence_and_nothing_of_the_file_is_written(line, column):
    result = take(a_course(), f"Name,Sex,Kind,Phone,E-mail\nFirst Person,F,Official,,\n{line}\n")
    assert [(problem.row, problem.column) for problem in result.errors] == [(3, column)]
    assert result.errors[0].message
    assert not Enrolment.objects.exists()
    assert not Person.objects.exists()


def test_an_unknown_province_is_refused_with_suggestions():
    result = take(a_course(), "Name,Kind,Province\nSomebody,Official,Vientian Capitol\n")
    assert len(result.errors) == 1
    assert "Vientiane Capital" in result.errors[0].message
    assert not Enrolment.objects.exists()


def test_a_phone_that_belongs_to_another_name_is_refused():
    a_person(name="ທ້າວ ບຸນມີ", name_latin="Bounmy", phone="+8562055512345")
    result = take(a_course(), "Name,Kind,Phone\nKhamla Tuayang,Official,020 55 512 345\nOther Person,Firm,020 55 512 346\n", partial=True)
    assert [(problem.row, problem.column) for problem in result.errors] == [(2, "phone")]
    assert (result.created, Enrolment.objects.count()) == (1, 1)


def test_two_names_with_one_phone_in_one_file_are_refused():
    result = take(a_course(), "Name,Kind,Phone\nKhamla Tuayang,Official,020 55 512 345\nBounmy Saensy,Firm,020 55 512 345\n")
    assert [(problem.row, problem.column) for problem in result.errors] == [(3, "phone")]
    assert not Enrolment.objects.exists()


def test_who_finds_no_seat_waits_and_the_list_says_so():
    course = a_course(seats=1)
    result = take(course, LAO)
    assert counts(result) == (2, 0, 0, 0)
    assert sorted(Enrolment.objects.values_list("state", flat=True)) == ["enrolled", "waiting"]
    (note,) = [note for note in result.notes if note.row == 3]
    assert "number 1 on the waiting list" in note.message
    assert counts(take(course, LAO)) == (0, 0, 2, 0)


def test_a_row_without_a_kind_counts_as_other_and_says_so():
    course = a_course()
    result = take(course, "Name\nSomebody Sample\n")
    assert Enrolment.objects.get().kind == "other"
    assert [note.column for note in result.notes] == ["kind"]
    Enrolment.objects.update(kind="firm")
    assert counts(take(course, "Name\nSomebody Sample\n")) == (0, 0, 1, 0)
    assert list(Enrolment.objects.values_list("kind", flat=True)) == ["firm"]


def test_the_same_person_twice_in_a_file_is_enrolled_once():
    result = take(a_course(), "Name,Kind,Phone\nKhamla Tuayang,Official,020 55 512 345\nKhamla Tuayang,Official,020 55 512 345\n")
    assert (counts(result), Enrolment.objects.count()) == ((1, 0, 1, 0), 1)
    assert [(note.row, note.column) for note in result.notes] == [(3, "name")]


def test_who_withdrew_is_not_brought_back_by_a_list():
    course = a_course()
    person = a_person(name="Khamla Tuayang", name_latin="", phone="+8562055512345")
    an_enrolment(course, person=person, state="withdrawn", kind="official")
    result = take(course, "Name,Kind,Phone\nKhamla Tuayang,Official,020 55 512 345\n")
    assert (counts(result), len(result.notes)) == ((0, 0, 1, 0), 1)
    assert Enrolment.objects.get().state == "withdrawn"


def test_what_the_record_lacks_is_filled_in_and_what_it_knows_stays():
    course = a_course()
    person = a_person(name="Khamla Tuayang", name_latin="", sex="", phone="+8562055512345", email="old@example.org")
    an_enrolment(course, person=person, kind="official")
    line = "Name,Sex,Kind,Phone,E-mail\nKhamla Tuayang,F,Official,020 55 512 345,new@example.org\n"
    assert counts(take(course, line)) == (0, 1, 0, 0)
    person.refresh_from_db()
    assert (person.sex, person.email) == ("female", "old@example.org")
    assert counts(take(course, line)) == (0, 0, 1, 0)


def test_courses_are_found_by_those_who_run_them():
    here, elsewhere = a_course(), a_course(place=a_place("LA0201"))
    cancelled = a_course(state="cancelled", state_reason="Flood")
    officer = an_officer(a_place("LA1301"))
    assert COURSE.find(here.code, officer) == here
    assert COURSE.find(elsewhere.code, officer) is None
    assert [COURSE.find(course.code, None) for course in (here, elsewhere, cancelled)] == [here, elsewhere, None]
    assert [code for code, _ in COURSE.choices(officer)] == [here.code]
    assert PARTICIPANTS.may_import(a_manager())
