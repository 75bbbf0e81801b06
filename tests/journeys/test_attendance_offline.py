"""A trainer marks people on a phone, loses the network, opens the list again, and finds everything sent once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from openodop.training.models import Attendance, AttendanceMark, Course
from tests.journeys.conftest import LAPTOP, PHONE, is_too_wide
from tests.makers import a_person, an_account
from tests.training.attendance_makers import a_course_with_sessions
from tests.training.course_makers import an_enrolment

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
PASSWORD = "banana-leaf-42"


@pytest.fixture
def course() -> Course:
    """A course whose last day is today, with five people."""
    today = timezone.localdate()
    course = a_course_with_sessions(days=2, starts_on=today - timedelta(days=1), ends_on=today)
    for number in range(1, 6):
        an_enrolment(course, person=a_person(name=f"ບຸກຄົນ {number}", name_latin=f"Person {number}"))
    return course


def sign_in(page: Page, account) -> None:
    page.goto("/accounts/login/")
    page.fill("[name=login]", account.code)
    page.fill("[name=password]", PASSWORD)
    page.locator("main form button").first.click()
    page.wait_for_url("**/home/**")


def mark(page: Page, name: str, status: str) -> None:
    page.get_by_role("group", name=name).get_by_label(status, exact=True).check()


def marked(page: Page, name: str) -> str:
    return page.get_by_role("group", name=name).locator("input:checked").get_attribute("value")


def stands() -> dict[str, str]:
    return dict(Attendance.objects.values_list("enrolment__person__name_latin", "status"))


def test_taps_without_a_network_are_sent_once_when_it_is_back(open_browser, course):
    page = open_browser(PHONE)
    sign_in(page, an_account("programme_manager", language="en"))
    page.goto(f"/courses/{course.code}/attendance/3/")
    page.evaluate("navigator.serviceWorker.ready.then(() => caches.open('attendance-1')).then((kept) => kept.keys())")
    page.wait_for_function("caches.match(location.pathname).then((kept) => Boolean(kept))")

    mark(page, "Person 1", "Present")
    expect(page.locator("#save-state")).to_contain_text("Saved")
    assert stands() == {"Person 1": "present"}

    page.context.set_offline(True)
    mark(page, "Person 2", "Late")
    mark(page, "Person 3", "Present")
    mark(page, "Person 3", "Absent")
    expect(page.locator("#save-state")).to_contain_text("On this phone, not sent: 2")
    assert stands() == {"Person 1": "present"}

    page.reload()
    assert [marked(page, f"Person {number}") for number in (1, 2, 3)] == ["present", "late", "absent"]
    page.get_by_role("button", name="All others are present").click()
    expect(page.locator("#counted")).to_have_text("5 of 5 marked, 4 here")
    expect(page.locator("#save-state")).to_contain_text("On this phone, not sent: 4")
    assert not is_too_wide(page)

    page.context.set_offline(False)
    expect(page.locator("#save-state")).to_contain_text("Saved", timeout=30_000)
    expected = {"Person 1": "present", "Person 2": "late", "Person 3": "absent", "Person 4": "present", "Person 5": "present"}
    assert stands() == expected
    marks = AttendanceMark.objects.count()
    assert page.evaluate("Object.keys(localStorage).filter((key) => /^attendance:/.test(key)).flatMap((key) => JSON.parse(localStorage[key]))") == []

    page.reload()
    expect(page.locator("#counted")).to_have_text("5 of 5 marked, 4 here")
    assert (stands(), AttendanceMark.objects.count()) == (expected, marks)


def test_the_same_list_without_a_script(open_browser, course):
    page = open_browser(LAPTOP, javascript=False)
    sign_in(page, an_account("programme_manager", language="en"))
    page.goto(f"/courses/{course.code}/attendance/3/")
    mark(page, "Person 2", "Late")
    page.get_by_role("button", name="All others are present").click()
    expect(page.get_by_role("status").filter(has_text="5 marks saved.")).to_be_visible()
    mark(page, "Person 4", "Absent")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="1 mark saved.")).to_be_visible()
    assert stands() == {"Person 1": "present", "Person 2": "late", "Person 3": "present", "Person 4": "absent", "Person 5": "present"}
