"""The completion report against a sample counted by hand."""

from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import translation
from PIL import Image

from openodop.foundation import documents
from openodop.training.actions.photographs import add_photograph
from openodop.training.models import Topic
from openodop.training.papers.reports import report_pdf, summary
from openodop.training.queries.report import report
from openodop.training.rules.report import Counted, counted, percent
from tests.makers import a_person, a_place, a_project, an_officer, an_organisation, two_languages
from tests.training.attendance_makers import AFTER_THE_COURSE, a_certificate, a_course_with_sessions, a_participant
from tests.training.course_makers import a_speaker, an_enrolment


@pytest.mark.parametrize(("part", "whole", "answer"), [(0, 0, 0), (0, 7, 0), (1, 3, 33), (2, 3, 67), (1, 8, 13), (1, 200, 1), (7, 7, 100)])
def test_per_cent_have_halves_rounded_up(part, whole, answer):
    assert percent(part, whole) == answer


def test_people_are_counted_in_the_order_asked_for_then_larger_groups_first():
    people = [("firm", True), ("official", False), ("expert", True), ("expert", True), ("firm", False)]
    lines = counted(people, order=["official", "student", "firm"])
    assert lines == [Counted("official", 1, 0, 5), Counted("firm", 2, 1, 5), Counted("expert", 2, 2, 5)]
    assert [(line.share, line.women_share) for line in lines] == [(20, 0), (40, 50), (40, 100)]
    assert counted([]) == []


@pytest.fixture
def course(time_machine, db):
    """Six people in three kinds and two provinces; four sessions; one resource person and one organisation."""
    time_machine.move_to(AFTER_THE_COURSE, tick=False)
    office = an_organisation(name=two_languages("Trade office", "ຫ້ອງການການຄ້າ"), kind="department")
    project = a_project(
        name=two_languages("Help for the Mekong", "ຊ່ວຍແມ່ຂອງ"), donor=an_organisation(name=two_languages("The donor", "ຜູ້ໃຫ້ທຶນ"), kind="donor")
    )
    course = a_course_with_sessions(days=2, project=project, title=two_languages("Bananas", "ກ້ວຍ"))
    Topic.objects.create(course=course, order=1, title=two_languages("Drying", "ການຕາກແຫ້ງ"))
    sessions = list(course.sessions.all())
    teacher = a_person(name_latin="Dr Somchai", organisation=office)
    for session in sessions[:2]:
        a_speaker(session, person=teacher)
    a_speaker(sessions[3], organisation=office, role=two_languages("Food office", "ຫ້ອງການອາຫານ"))
    people = [
        ("pppp", "female", "official", "LA13", office),
        ("pplp", "female", "official", "LA13", office),
        ("pppa", "male", "official", "LA01", office),
        ("ppp-", "female", "firm", "LA01", None),
        ("lppe", "male", "firm", "LA01", None),
        ("paaa", "female", "producer_group", "", None),
    ]
    for number, (statuses, sex, kind, province, organisation) in enumerate(people):
        person = a_person(sex=sex, name=f"ບຸກຄົນ {number}", name_latin=f"Person {number}")
        a_participant(
            course,
            statuses,
            person=person,
            kind=kind,
            province=a_place(province) if province else None,
            organisation=organisation,
            organisation_text="" if organisation else "Group of Kouay village",
        )
    an_enrolment(course, state="withdrawn", kind="student")
    for row in course.enrolments.filter(person__name_latin__in=["Person 0", "Person 1"]):
        a_certificate(course, enrolment=row)
    return course


def lines(table) -> list[tuple]:
    return [(name, line.count, line.women) for name, line in table.named]


def test_the_report_counts_as_by_hand(course):
    found = report(course.code)
    assert (found.women.count, found.women.women, found.women.women_share) == (6, 4, 67)
    assert lines(found.by_kind) == [("Official", 3, 2), ("Firm", 2, 1), ("Producer group", 1, 1)]
    assert lines(found.by_sex) == [("Woman", 4, 4), ("Man", 2, 0)]
    assert lines(found.by_province) == [("Place LA01", 3, 1), ("Place LA13", 2, 2), ("Not on record", 1, 1)]
    assert lines(found.by_level) == [("Department or office", 3, 2), ("Not on record", 3, 2)]
    assert lines(found.by_organisation) == [("Group of Kouay village", 3, 2), ("Trade office", 3, 2)]
    assert found.by_state == [("Enrolled", 6), ("Withdrawn", 1)]


def test_attendance_by_session_counts_as_by_hand(course):
    by_session = report(course.code).results.by_session
    assert [(count.came, count.percent) for count in by_session] == [(6, 100), (5, 83), (5, 83), (2, 33)]
    assert [tuple(count.counts.values()) for count in by_session] == [(5, 1, 0, 0), (5, 0, 1, 0), (4, 1, 1, 0), (2, 0, 2, 1)]


def test_who_completes_and_what_was_issued(course):
    found = report(course.code)
    assert [line.enrolment.person.name_latin for line in found.participants if line.row.completes] == ["Person 0", "Person 1"]
    assert (len(found.valid_certificates), found.certificates_to_women) == (2, 2)
    assert [line.certificate.number if line.certificate else "" for line in found.participants][:3] == ["LA-ODOP-2030-0001", "LA-ODOP-2030-0002", ""]


def test_resource_persons_stand_once_with_their_sessions(course):
    teachers = report(course.code).teachers
    assert [(teacher.name, teacher.organisation, teacher.sessions) for teacher in teachers] == [
        ("Dr Somchai", "Trade office", [1, 2]),
        ("", "Trade office", [4]),
    ]


def test_the_report_in_short(course):
    assert summary(report(course.code)) == [
        "6 people took part, 4 of them women (67 %).",
        "Of all marks of attendance, 78 % are present or late.",  # 18 of 23
        "2 people attended at least 4 of 4 sessions and complete the course.",
        "2 certificates were issued, 2 of them to women.",
    ]


def test_a_course_without_anybody_has_a_report_too(time_machine, db):
    time_machine.move_to(AFTER_THE_COURSE, tick=False)
    found = report(a_course_with_sessions(days=1).code)
    assert found.women == Counted("", 0, 0, 0)
    assert summary(found)[-1] == "No certificates have been issued yet."
    assert report_pdf(found).startswith(b"%PDF")


@pytest.mark.parametrize("language", ["en", "lo"])
def test_the_page_shows_the_figures(client, course, language):
    client.force_login(an_officer())
    page = client.get(reverse("training:report", args=[course.code]), {"lang": language}).content.decode()
    for shown in (
        ("The donor", "Help for the Mekong", "Bananas", "Drying", "Trade office", "Person 5") if language == "en" else ("ຜູ້ໃຫ້ທຶນ", "ກ້ວຍ", "ບຸກຄົນ 5")
    ):
        assert shown in page
    assert "LA-ODOP-2030-0001" in page
    assert "4 (67 %)" in page or "2 (67 %)" in page


def test_the_paper_comes_in_both_languages_and_stays_the_same(client, course):
    client.force_login(an_officer())
    where = reverse("training:report_paper", args=[course.code])
    english, lao = (client.get(where, {"lang": language}).content for language in ("en", "lo"))
    assert english.startswith(b"%PDF")
    assert lao.startswith(b"%PDF")
    assert english != lao
    assert client.get(where, {"lang": "en"}).content == english


def test_photographs_of_sheets_are_in_the_annex(course, monkeypatch):
    monkeypatch.setattr(documents, "render", lambda template, data, made_on: documents.pictures(template, data, ppi=20))
    file = BytesIO()
    Image.new("RGB", (600, 800), "white").save(file, "JPEG")
    file.size = file.tell()
    without = report_pdf(report(course.code))
    add_photograph(session=course.sessions.first(), upload=file, by=an_officer())
    with translation.override("lo"):
        assert len(report_pdf(report(course.code))) == len(without) + 1


@pytest.mark.parametrize("people", [0, 20])
def test_the_report_costs_the_same_for_any_number_of_people(client, course, people, django_assert_num_queries):
    for number in range(people):
        a_certificate(course, number=f"LA-ODOP-2029-{number:04d}", enrolment=a_participant(course, "plae"))
    client.force_login(an_officer())
    with django_assert_num_queries(15):
        client.get(reverse("training:report", args=[course.code]))
