"""Somebody who walks through the platform in a browser and looks at every page on the way."""

from __future__ import annotations

import re
from tempfile import gettempdir
from typing import Any

from django.utils import translation
from playwright.sync_api import Locator, Page, Response, TimeoutError, expect

from tests.journeys.conftest import is_too_wide

PASSWORD = "banana-leaf-42"
#: what the browser says about a failed answer; the answer itself is judged by its number
ABOUT_ANSWERS = "Failed to load resource"


class Walker:
    """One person with one browser. Each page that opens is looked at: its answer, its language, its width, the browser's complaints."""

    def __init__(self, page: Page, language: str) -> None:
        self.page, self.language = page, language
        self.complaints: list[str] = []
        self.answers: list[tuple[int, str]] = []
        page.on("console", lambda said: self._complain(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self._complain(str(error)))
        page.on("response", self._answered)

    def _complain(self, words: str) -> None:
        if ABOUT_ANSWERS not in words:
            self.complaints.append(words)

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.answers.append((response.status, response.url))

    def word(self, english: str, context: str = "") -> str:
        """Return a word as it stands on the pages in this person's language."""
        with translation.override(self.language):
            return translation.pgettext(context, english) if context else translation.gettext(english)

    # --- going ---
    def open(self, address: str) -> None:
        """Write an address; it must answer 200."""
        response = self.page.goto(address)
        assert response, address
        assert response.status == 200, (address, response.status)
        self.look()

    def follow(self, link: Locator) -> None:
        where = self.page.url
        try:
            with self.page.expect_navigation():
                link.click()
        except TimeoutError as error:
            self.page.screenshot(path=f"{gettempdir()}/stuck.png", full_page=True)
            raise AssertionError(f"{where} leads nowhere, see stuck.png in {gettempdir()}") from error
        self.look()

    def press(self, button: Locator) -> None:
        """Press a button that leads to another page."""
        self.follow(button)

    def press_named(self, english: str) -> None:
        self.press(self.page.locator("main").get_by_role("button", name=self.word(english), exact=True).first)

    def send(self) -> None:
        """Press the first button of the first form in the page's middle."""
        self.press(self.page.locator("main form button[type=submit]:not([name]):visible").first)

    def link_to(self, address: str) -> Locator:
        """A link in the page's middle; the walk only goes where a link leads."""
        return self.page.locator(f'main a[href^="{address}"]:visible').first

    # --- writing ---
    def fill(self, **answers: Any) -> None:
        for name, value in answers.items():
            self.answer(name, str(value))

    def answer(self, name: str, value: str) -> None:
        field = self.page.locator(f'main [name="{name}"]').first
        kind = (field.evaluate("one => one.type") or "").lower()
        if kind == "radio":
            self.choose(name, value)
        elif kind == "checkbox":
            field.check()
        elif kind.startswith("select"):
            field.select_option(value)
        else:
            field.fill(value)

    def choose(self, name: str, value: str) -> None:
        """Choose by touching the words, as people do; the small circle may lie under them."""
        choice = self.page.locator(f'main [name="{name}"][value="{value}"]')
        choice.locator("xpath=ancestor::label").or_(self.page.locator(f'label[for="{choice.get_attribute("id")}"]')).first.click()
        expect(choice).to_be_checked()

    # --- looking ---
    def look(self) -> None:
        where = self.page.url
        self.page.wait_for_load_state("load")
        assert self.answers == [], where
        assert self.complaints == [], where
        assert self.page.locator("html").get_attribute("lang") == self.language, where
        assert self.page.locator("h1").count() >= 1, where
        assert not is_too_wide(self.page), f"{where} has to be scrolled sideways"

    def sees(self, words: str | re.Pattern[str]) -> None:
        expect(self.page.locator("main").get_by_text(words).first).to_be_visible()

    def reads(self, words: str) -> None:
        expect(self.page.locator("main")).to_contain_text(words)

    def sign_in(self, code: str, password: str = PASSWORD) -> None:
        self.open("/accounts/login/")
        self.fill(login=code, password=password)
        self.send()
        assert "/home/" in self.page.url

    def sign_out(self) -> None:
        self.open("/accounts/logout/")
        self.send()
