from datetime import date
from io import BytesIO

import pytest
from django.core.cache import cache
from django.urls import reverse
from PIL import Image

from openodop.foundation import documents
from openodop.training.messages import certificates as messages
from openodop.training.models import Certificate
from openodop.training.papers.certificates import certificates_pdf, check_address
from openodop.training.queries.certificates import certificates_of, told_of_person
from openodop.training.views import certificates as views
from tests.makers import a_manager, a_person, a_place, an_account, an_officer, an_organisation, two_languages
from tests.training.attendance_makers import AFTER_THE_COURSE, a_certificate, a_course_with_sessions, a_participant
from tests.training.course_makers import an_enrolment

pytestmark = pytest.mark.django_db


@pytest.fixture
def course(time_machine):
    time_machine.move_to(AFTER_THE_COURSE, tick=False)
    return a_course_with_sessions()


@pytest.fixture
def signed_in(client, course):
    client.force_login(an_officer())
    return client


def check(client, number: str):
    return client.get(reverse("training:certificate", args=[number]))


def address(name: str, course) -> str:
    return reverse(f"training:{name}", args=[course.code])


@pytest.fixture
def pages(monkeypatch):
    """Give a function that sets a paper as pictures, one for each page; sizes are in points."""

    def set_as_pictures(course, certificates):
        with monkeypatch.context() as patch:
            patch.setattr(documents, "render", lambda template, data, made_on: documents.pictures(template, data, ppi=72))
            return [Image.open(BytesIO(page)).size for page in certificates_pdf(course, certificates)]

    return set_as_pictures


# --- the public check ---


def test_everybody_may_check_a_valid_certificate(client, course):
    certificate = a_certificate(course, name="ນາງ ບົວທອງ", name_latin="Ms Bouathong")
    answer = check(client, certificate.number)
    page = answer.content.decode()
    assert answer.status_code == 200
    for shown in ("Valid.", "ນາງ ບົວທອງ", "Ms Bouathong", "From ripe banana", "15 March 2030", certificate.number):
        assert shown in page


def test_the_check_shows_nothing_else(client, course):
    person = a_person(phone="+8562055512345", sex="female", organisation_text="Secret group", place=a_place("LA0101", name_en="Secret place"))
    row = an_enrolment(course, person=person, organisation_text="Secret office", post_text="Secret post")
    page = check(client, a_certificate(course, enrolment=row).number).content.decode()
    for hidden in ("55 512 345", "5512345", "Secret", "Woman", person.code, "9 of 10"):
        assert hidden not in page


def test_a_withdrawn_certificate_says_so_without_the_reason(client, course):
    certificate = a_certificate(course, withdrawn_at=AFTER_THE_COURSE, withdrawn_by=a_manager(), withdrawn_reason="Copied the plan")
    answer = check(client, certificate.number)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "Withdrawn." in page
    assert "Valid." not in page
    assert "Copied" not in page


@pytest.mark.parametrize("number", ["LA-ODOP-2030-0002", "LA-ODOP-2031-0001", "VN-ODOP-2030-0001", "LA-ODOP-2030-1", "x" * 500, "ກ້ວຍ", "<script>"])
def test_a_number_that_was_changed_is_not_known(client, course, number):
    assert a_certificate(course, name_latin="Ms Bouathong").number == "LA-ODOP-2030-0001"
    answer = check(client, number)
    assert answer.status_code == 404
    page = answer.content.decode()
    assert "No such certificate." in page
    assert "Bouathong" not in page
    assert "<script>" not in page.split("</head>")[1]


def test_a_number_may_be_typed_with_small_letters(client, course):
    a_certificate(course)
    assert "Valid." in check(client, "la-odop-2030-0001").content.decode()
    form = reverse("training:check_certificate")
    assert client.get(form).status_code == 200
    assert client.get(form, {"number": " la-odop-2030-0001 "}).url == reverse("training:certificate", args=["LA-ODOP-2030-0001"])
    assert client.get(form, {"number": "a/b"}).status_code == 302


def test_the_check_is_no_list_of_names(client, course):
    a_certificate(course)
    answers = [check(client, "LA-ODOP-2030-0001") for _ in range(61)]
    assert (answers[59].status_code, answers[60].status_code) == (200, 429)
    assert answers[0].headers["X-Robots-Tag"] == "noindex"
    cache.clear()
    assert check(client, "LA-ODOP-2030-0001").status_code == 200


def test_a_forgotten_name_is_not_shown(client, course):
    page = check(client, a_certificate(course, name="", name_latin="").number).content.decode()
    assert "Valid." in page
    assert "The name was removed" in page


# --- organisers ---


def test_all_who_complete_get_certificates_in_one_go(signed_in, course):
    for statuses in ("pppppppppp", "pppppppp--", "ppppppp---"):
        a_participant(course, statuses)
    page = signed_in.get(address("course_certificates", course)).content.decode()
    assert "Issue 2 certificates" in page
    page = signed_in.post(address("course_certificates", course), follow=True).content.decode()
    assert "2 certificates issued." in page
    assert "LA-ODOP-2030-0002" in page
    page = signed_in.post(address("course_certificates", course), follow=True).content.decode()
    assert str(messages.NOBODY_NEW) in page
    assert Certificate.objects.count() == 2


def test_a_refusal_is_said_on_the_page(signed_in, course):
    a_participant(course, "")
    page = signed_in.post(address("course_certificates", course), follow=True).content.decode()
    assert str(messages.NO_MARKS) in page


def test_withdrawing_on_the_page(signed_in, course):
    certificate = a_certificate(course)
    where = reverse("training:withdraw_certificate", args=[certificate.number])
    assert str(messages.REASON_NEEDED) in signed_in.post(where, {"reason": " "}, follow=True).content.decode()
    page = signed_in.post(where, {"reason": "Wrong person"}, follow=True).content.decode()
    assert "Wrong person" in page
    assert not Certificate.objects.get().is_valid


@pytest.mark.parametrize("name", ["course_certificates", "course_papers", "report", "report_paper"])
def test_only_organisers_open_these_pages(client, course, name):
    a_certificate(course)
    where = address(name, course)
    assert client.get(where).status_code == 302
    for account, status in ((an_account(), 403), (an_officer(a_place("LA0101")), 403), (an_officer(), 200)):
        client.force_login(account)
        assert client.get(where).status_code == status


@pytest.mark.parametrize("people", [1, 3])
def test_the_page_costs_the_same_for_any_number_of_certificates(signed_in, course, people, django_assert_num_queries):
    for _ in range(people):
        a_certificate(course, enrolment=a_participant(course, "pppppppppp"))
        a_participant(course, "pppppppppp")
    with django_assert_num_queries(8):
        signed_in.get(address("course_certificates", course))


# --- the paper ---


def test_the_participant_downloads_the_own_certificate(client, course):
    account = an_account()
    certificate = a_certificate(course, enrolment=an_enrolment(course, person=a_person(account=account)))
    where = reverse("training:own_paper", args=[certificate.number])
    assert client.get(where).status_code == 302
    client.force_login(an_account())
    assert client.get(where).status_code == 404
    client.force_login(account)
    answer = client.get(where)
    assert answer.content.startswith(b"%PDF")
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert [found.number for found in certificates_of(account)] == [certificate.number]
    Certificate.objects.update(withdrawn_at=AFTER_THE_COURSE, withdrawn_by=a_manager(), withdrawn_reason="Copied")
    assert client.get(where).status_code == 404


def test_all_certificates_of_a_course_in_one_file(signed_in, course, pages, monkeypatch):
    assert signed_in.get(address("course_papers", course)).status_code == 404
    printed = []
    monkeypatch.setattr(views, "certificates_pdf", lambda course, certificates: printed.extend(certificates) or b"%PDF")
    valid = [a_certificate(course) for _ in range(3)]
    a_certificate(course, withdrawn_at=AFTER_THE_COURSE, withdrawn_by=a_manager(), withdrawn_reason="Copied")
    assert signed_in.get(address("course_papers", course)).content == b"%PDF"
    assert printed == valid
    assert pages(course, printed) == [(842, 595)] * 3


LONG = "ນາງ ບົວທອງ ນ້ຳເຜິ້ງ ທີ່ຊື່ຍາວ ສີປັ້ນຄຳ ວົງສະຫວັນ ພິມມະຈັກ ແກ້ວມະນີວົງ"


@pytest.mark.parametrize("name", ["ນາງ ແກ້ວ", LONG, LONG + LONG[: 119 - len(LONG)], "Nguyễn Thị Ánh", "#panic() *x*", ""])
def test_a_certificate_is_one_page_whatever_the_name(course, name, pages):
    course.title = two_languages("From ripe banana to a product that sells " * 4, "ຈາກກ້ວຍສຸກ ເປັນສິນຄ້າທີ່ຂາຍໄດ້ " * 4)
    course.organisers.set([an_organisation(name=two_languages("Department " * 6, "ກົມສົ່ງເສີມວິສາຫະກິດ " * 4)) for _ in range(4)])
    assert len(pages(course, [a_certificate(course, name=name, name_latin=name[:120])])) == 1


def test_the_same_certificate_gives_the_same_file(course):
    certificate = a_certificate(course)
    assert certificates_pdf(course, [certificate]) == certificates_pdf(course, [certificate])


def test_the_paper_says_it_in_lao_and_english(course, monkeypatch):
    seen = {}
    monkeypatch.setattr(documents, "render", lambda template, data, made_on: seen.update(data, made_on=made_on) or b"")
    certificate = a_certificate(course, name="ນາງ ບົວທອງ", name_latin="Ms Bouathong")
    certificates_pdf(course, [certificate])
    [page] = seen["certificates"]
    assert page["name"] == {"text": "ນາງ ບົວທອງ", "lang": "lo"}
    assert page["second_name"] == {"text": "Ms Bouathong", "lang": "en"}
    assert seen["course"]["local"]["lang"] == "lo"
    assert seen["course"]["english"].startswith("From ripe banana")
    assert seen["dates"]["english"] == "11–15 March 2030"
    assert page["address"] == check_address(certificate) == f"http://127.0.0.1:8000/certificates/{certificate.number}/"
    assert seen["made_on"] == date(2030, 3, 15)


def test_a_course_of_a_country_whose_language_we_do_not_speak_is_in_english(course, monkeypatch):
    seen = {}
    monkeypatch.setattr(documents, "render", lambda template, data, made_on: seen.update(data) or b"")
    course.programme.country = a_place("JP")
    certificates_pdf(course, [a_certificate(course)])
    assert seen["language"] == "en"
    assert seen["labels"]["given_to"] == {"local": {"text": "This certifies that", "lang": "en"}, "english": None}


def test_a_person_is_told_everything_that_is_kept(course):
    row = a_participant(course, "pl")
    certificate = a_certificate(course, enrolment=row)
    told = told_of_person(row.person)
    assert [line["status"] for line in told["attendance"]] == ["present", "late"]
    assert [line["number"] for line in told["certificates"]] == [certificate.number]
