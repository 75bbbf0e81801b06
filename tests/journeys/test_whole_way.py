"""The whole way: a household becomes a registered producer with a product, learns for five days, and holds a paper that anybody can check."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone, translation
from PIL import Image
from playwright.sync_api import Page, expect

from openodop.people.choices import Role
from openodop.people.models import Account
from openodop.places.models import Place
from openodop.producers.models import Producer
from openodop.products.models import Product
from openodop.training.choices import CourseState
from openodop.training.models import Attendance, Certificate, Course, Enrolment
from openodop.training.papers.certificates import check_address
from openodop.training.papers.reports import summary
from openodop.training.queries.report import report
from tests import makers
from tests.journeys.conftest import LAPTOP, PHONE
from tests.journeys.walking import PASSWORD, Walker
from tests.products.product_makers import a_category
from tests.training.attendance_makers import a_course_with_sessions
from tests.training.course_makers import an_enrolment

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
NAMES = {"lo": "ນາງ ບົວ ທອງ", "en": "Bua Thong"}
GROUPS = {"lo": "ກຸ່ມກ້ວຍຕາກ ບ້ານໂພນ", "en": "Phon village banana group"}
PRODUCTS = {"lo": "ກ້ວຍທອດກອບ ບ້ານໂພນ", "en": "Phon banana chips"}
#: days on which the second participant stays away; four of five sessions are needed
MISSED_BY_THE_SECOND = (2, 4)


@dataclass
class Cast:
    """Everybody and everything that is there before the first step."""

    language: str
    has_script: bool
    browser: Callable[[], Page]
    district: Place
    officer: Account
    organiser: Account
    course: Course
    second: Enrolment

    def walker(self) -> Walker:
        return Walker(self.browser(), self.language)


@pytest.fixture(
    params=[(PHONE, "lo", True), (LAPTOP, "en", True), (PHONE, "en", False)],
    ids=["phone in Lao", "laptop in English", "phone without a script"],
)
def cast(request, open_browser, live_server, settings) -> Cast:
    viewport, language, javascript = request.param
    settings.BASE_URL = live_server.url
    district = makers.a_place("LA1301", name_en="Keo Oudom", name_local="ແກ້ວອຸດົມ")
    a_category(makers.a_programme())
    today = timezone.localdate()
    course = a_course_with_sessions(
        days=5, a_day=1, starts_on=today - timedelta(days=4), ends_on=today, place=district, decides_applications=True, state=CourseState.OPEN
    )
    return Cast(
        language=language,
        has_script=javascript,
        browser=lambda: open_browser(viewport, language=language, javascript=javascript),
        district=district,
        officer=makers.an_account(Role.DISTRICT_OFFICER, place=district, language=language),
        organiser=makers.an_account(Role.PROGRAMME_MANAGER, language=language),
        course=course,
        second=an_enrolment(course, person=makers.a_person(name="ທ້າວ ສອງ", name_latin="Song", sex="male")),
    )


def a_photograph() -> dict[str, object]:
    written = BytesIO()
    Image.new("RGB", (900, 700), "goldenrod").save(written, "JPEG")
    return {"name": "chips.jpg", "mimeType": "image/jpeg", "buffer": written.getvalue()}


def test_from_the_first_sign_up_to_a_certificate_that_anybody_can_check(cast):
    maker = cast.walker()
    sign_up(maker)
    producer = register_a_producer(maker, cast.district)
    product = register_a_product(maker, producer)

    officer = cast.walker()
    officer.sign_in(cast.officer.code)
    decide(officer, "producers", producer)
    decide(officer, "products", product)
    everybody_sees(cast.walker(), producer, product)

    apply_for(maker, cast.course)
    organiser = cast.walker()
    organiser.sign_in(cast.organiser.code)
    accept(organiser, cast.course, producer)
    for day in range(1, 6):
        keep_attendance(organiser, cast, day)
    assert Attendance.objects.count() == 10

    finish(organiser, cast.course)
    certificate = issue_certificates(organiser, cast.course)
    check_by_the_address_on_the_paper(cast.walker(), certificate)
    own_certificate(maker, certificate)
    read_the_report(organiser, cast.course)


# --- the maker ---
def sign_up(maker: Walker) -> None:
    maker.open("/")
    maker.follow(maker.link_to("/register/producer/"))
    maker.follow(maker.link_to("/accounts/signup/"))
    maker.fill(name=NAMES[maker.language], phone="020 55 512 345", password=PASSWORD, language=maker.language)
    maker.send()
    assert Account.objects.get(phone="+8562055512345").name == NAMES[maker.language]


def register_a_producer(maker: Walker, district: Place) -> Producer:
    """Signing up led back to where the maker began."""
    assert "/register/producer/" in maker.page.url
    maker.send()
    own = maker.language
    for answers in (
        {"kind": "group"},
        {"province": district.parent.code},
        {"district": district.code, "village": "ໂພນ"},
        {f"name_{own}": GROUPS[own]} | ({"name_lo": GROUPS["lo"]} if own != "lo" else {}),
        {"women": 12, "men": 3, "start_year": 2019},
        {"raw_material_lo": "ກ້ວຍນ້ຳ", "raw_material_origin": "ສວນຂອງກຸ່ມ"},
        {"contact_name": "ນາງ ບົວ", "contact_phone": "020 55 512 345", "show_contact_phone": "on"},
        {},  # the position may stay empty
    ):
        maker.fill(**answers)
        maker.send()
    assert maker.page.url.endswith("/check/")
    maker.reads(GROUPS["lo"])
    maker.send()
    producer = Producer.objects.get()
    assert (producer.state, producer.place, producer.women, producer.men) == ("submitted", district, 12, 3)
    return producer


def register_a_product(maker: Walker, producer: Producer) -> Product:
    """From the producer's page to a product that was sent, with one photograph."""
    maker.open(producer.get_absolute_url())
    maker.follow(maker.link_to("/register/product/"))
    maker.send()
    own = maker.language
    maker.fill(kind="banana-chips")
    maker.send()
    maker.fill(**{f"name_{own}": PRODUCTS[own]})
    maker.send()
    maker.send()  # the category is proposed
    maker.fill(ingredients_lo="ກ້ວຍນ້ຳ, ນ້ຳມັນ, ເກືອ", keeps_amount=6, keeps_unit="months")
    maker.send()
    maker.fill(net_content_1="120", unit_1="g", price_1="15.000")
    maker.send()
    maker.page.locator("main input[type=file]").set_input_files([a_photograph()])
    maker.press(maker.page.locator("main button[name=add]"))
    expect(maker.page.locator("main .shots img")).to_have_count(1)
    maker.send()
    maker.page.locator("main textarea").first.fill("ສິບສອງແມ່ຍິງ ເຮັດນຳກັນ.")
    maker.send()
    assert maker.page.url.endswith("/check/")
    maker.send()
    product = Product.objects.get()
    assert (product.state, product.producer, product.photographs.count()) == ("submitted", producer, 1)
    assert product.packs.get().price == 15_000
    return product


def apply_for(maker: Walker, course: Course) -> None:
    maker.open("/courses/")
    maker.follow(maker.link_to(course.get_absolute_url()))
    maker.follow(maker.link_to(f"{course.get_absolute_url()}enrol/"))
    expect(maker.page.locator("main [name=kind]:checked")).to_have_value("producer_group")
    expect(maker.page.locator("main [name=province]")).to_have_value(str(course.place.parent_id))
    maker.send()
    assert "/my-courses/" in maker.page.url
    assert Enrolment.objects.get(state="applied").course == course


def own_certificate(maker: Walker, certificate: Certificate) -> None:
    maker.open("/my-courses/")
    address = f"{certificate.get_absolute_url()}certificate.pdf"
    expect(maker.link_to(address)).to_be_visible()
    is_a_pdf(maker, address)


# --- the officer of the district ---
def decide(officer: Walker, room: str, record: Producer | Product) -> None:
    """Home says what waits; the officer reads the record and registers it."""
    officer.open("/home/")
    officer.follow(officer.link_to(f"/officers/{room}/"))
    if not officer.page.url.rstrip("/").endswith(record.code):
        officer.follow(officer.link_to(f"/officers/{room}/{record.code}/"))
    officer.press_named("Register")
    record.refresh_from_db()
    assert record.state == "registered"


def everybody_sees(visitor: Walker, producer: Producer, product: Product) -> None:
    visitor.open("/products/")
    visitor.follow(visitor.link_to(product.get_absolute_url()))
    expect(visitor.page.locator("main picture img").first).to_be_visible()
    assert visitor.page.locator("main picture img").first.evaluate("one => one.decode().then(() => one.naturalWidth > 0)")
    visitor.follow(visitor.link_to(producer.get_absolute_url()))
    visitor.reads("55 512 345")


# --- the organiser ---
def accept(organiser: Walker, course: Course, producer: Producer) -> None:
    application = Enrolment.objects.get(state="applied")
    assert application.producer == producer
    organiser.open("/courses/organise/")
    organiser.follow(organiser.link_to(f"{course.get_absolute_url()}participants/"))
    if not organiser.page.locator("main button[name=accept]").count():
        organiser.follow(organiser.link_to(f"{course.get_absolute_url()}participants/{application.pk}/"))
    organiser.press(organiser.page.locator("main button[name=accept]"))
    application.refresh_from_db()
    assert application.state == "enrolled"


def keep_attendance(organiser: Walker, cast: Cast, day: int) -> None:
    """The second one stays away on some days; all others are there."""
    organiser.open(f"{cast.course.get_absolute_url()}attendance/{day}/")
    page = organiser.page
    if day in MISSED_BY_THE_SECOND:
        organiser.choose(f"mark-{cast.second.pk}", "absent")
    everybody = page.locator("main button[name=everybody]")
    if cast.has_script:
        everybody.click()
        expect(page.locator("#save-state")).to_contain_text(organiser.word("Saved"))
        expect(page.locator("#taps .is-waiting")).to_have_count(0)
        organiser.open(page.url)
    else:
        organiser.press(everybody)
    expect(page.locator("main [name^=mark-]:checked")).to_have_count(2)
    statuses = set(Attendance.objects.filter(session__number=day).values_list("enrolment__person__name_latin", "status"))
    assert ("Song", "absent" if day in MISSED_BY_THE_SECOND else "present") in statuses


def finish(organiser: Walker, course: Course) -> None:
    organiser.open(f"{course.get_absolute_url()}results/")
    organiser.open(f"{course.get_absolute_url()}agenda/")
    organiser.press(organiser.page.locator("main button[name=state][value=finish]"))
    course.refresh_from_db()
    assert course.state == CourseState.FINISHED


def issue_certificates(organiser: Walker, course: Course) -> Certificate:
    organiser.open(f"{course.get_absolute_url()}certificates/")
    organiser.send()
    certificate = Certificate.objects.get()
    organiser.reads(certificate.number)
    assert (certificate.sessions_attended, certificate.sessions_held) == (5, 5)
    is_a_pdf(organiser, f"{course.get_absolute_url()}certificates.pdf")
    return certificate


def read_the_report(organiser: Walker, course: Course) -> None:
    """Two held a seat, eight of ten marks are of people who came, one completed; both stand in the list of participants."""
    organiser.open(f"{course.get_absolute_url()}report/")
    with translation.override(organiser.language):
        figures = [str(sentence) for sentence in summary(report(course.code))]
    assert len(figures) == 4
    for sentence in figures:
        organiser.reads(sentence)
    organiser.reads("80 %")
    for line in ("5 / 5", "3 / 5"):
        organiser.reads(line)
    is_a_pdf(organiser, f"{course.get_absolute_url()}report.pdf?lang={organiser.language}")


# --- anybody ---
def check_by_the_address_on_the_paper(visitor: Walker, certificate: Certificate) -> None:
    visitor.open(check_address(certificate))
    visitor.reads(visitor.word("Valid."))
    visitor.reads(certificate.name)
    visitor.reads(certificate.number)


def is_a_pdf(walker: Walker, address: str) -> None:
    answer = walker.page.context.request.get(address)
    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
    assert answer.body().startswith(b"%PDF-")
    assert len(answer.body()) > 5_000
