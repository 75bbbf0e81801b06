"""From a course that an organiser plans to the person who moves up from its waiting list, in Lao on a phone and in English on a laptop."""

from __future__ import annotations

import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from openodop.training.models import Course, Enrolment
from tests.journeys.conftest import LAPTOP, PHONE, is_too_wide
from tests.makers import a_manager, a_place, a_programme
from tests.training.course_makers import a_course, a_session, a_speaker, an_enrolment

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def serious(page: Page) -> list[str]:
    """Return what axe finds serious or critical."""
    return [f"{found['id']}: {found['nodes'][0]['html']}" for found in Axe().run(page)["violations"] if found["impact"] in ("serious", "critical")]


def sign_in(page: Page, account, client) -> None:
    client.force_login(account)
    cookie = client.cookies["sessionid"]
    page.context.add_cookies([{"name": "sessionid", "value": cookie.value, "domain": "localhost", "path": "/"}])


def test_a_visitor_enrols_on_a_phone_without_a_script(open_browser):
    course = a_course(seats=1)
    a_speaker(a_session(course))
    page = open_browser(PHONE, language="lo", javascript=False)
    for name in ("ນາງ ຄຳຫຼ້າ ຕົວຢ່າງ", "ທ້າວ ບຸນມີ ຕົວຢ່າງ"):
        page.goto("/courses/?lang=lo")
        page.goto(f"/courses/{course.code}/")
        assert not is_too_wide(page)
        page.locator(f'a[href="/courses/{course.code}/enrol/"]').first.click()
        page.locator("main form button").last.click()  # with nothing filled in
        expect(page.locator(".err-sum a")).to_have_count(3)
        page.fill('[name="name"]', name)
        page.fill('[name="phone"]', "020 55 512 34" + str(Enrolment.objects.count()))
        page.check('[name="kind"][value="firm"]')
        page.locator("main form button").last.click()
        expect(page).to_have_url(f"{page.url.split('/courses/')[0]}/courses/{course.code}/")
    assert list(Enrolment.objects.order_by("pk").values_list("state", flat=True)) == ["enrolled", "waiting"]


def test_an_organiser_plans_a_course_and_takes_somebody_off_its_list(open_browser, client):
    manager = a_manager()
    a_programme(), a_place("LA1301")
    page = open_browser(LAPTOP, language="en")
    sign_in(page, manager, client)
    page.goto("/courses/new/")
    page.fill('[name="title_en"]', "From ripe banana to a product that sells")
    page.fill('[name="starts_on"]', "2031-03-10")
    page.fill('[name="ends_on"]', "2031-03-11")
    page.fill('[name="seats"]', "1")
    page.get_by_role("button", name="Save as draft").click()
    page.get_by_role("link", name="New session").click()
    page.fill('[name="title_en"]', "What buyers want")
    page.fill('[name="starts_at"]', "08:30")
    page.fill('[name="ends_at"]', "10:00")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("link", name="1. What buyers want")).to_be_visible()
    page.get_by_role("button", name="Open for applications").click()
    course = Course.objects.get()
    holder = an_enrolment(course)
    waiting = an_enrolment(course, state="waiting", waiting_number=1, waiting_since="2030-01-01T00:00Z")
    page.get_by_role("link", name="Participants").first.click()
    page.get_by_role("link", name=holder.person.name_latin, exact=True).click()
    page.fill('[name="reason"]', "Ill")
    page.get_by_role("button", name="Take off the list").click()
    expect(page.get_by_text("1 person moved up from the waiting list.")).to_be_visible()
    waiting.refresh_from_db()
    assert waiting.state == "enrolled"


def test_the_pages_of_a_course_are_for_everybody(open_browser, client):
    """Axe finds nothing serious; nothing is wider than the screen."""
    course = a_course(quotas={"official": 2}, decides_applications=True)
    a_speaker(a_session(course, topic=course.topics.create(title=course.title)))
    row = an_enrolment(course, state="applied")
    public = ["/courses/", f"/courses/{course.code}/", f"/courses/{course.code}/enrol/"]
    inside = ["/courses/organise/", "/courses/new/", "/my-courses/"]
    pages = ("agenda/", "agenda/sessions/new/", "participants/", f"participants/{row.pk}/", "participants/new/")
    inside += [f"/courses/{course.code}/{rest}" for rest in pages]
    for viewport, language in ((PHONE, "lo"), (LAPTOP, "en")):
        page = open_browser(viewport, language=language)
        sign_in(page, a_manager(), client)
        for address in [*public, *inside]:
            page.goto(address)
            assert serious(page) == [], (address, language)
            assert not is_too_wide(page), (address, language)
