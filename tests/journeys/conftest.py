"""A real browser for the journeys: Debian's Chromium, driven by Playwright, against the platform served by the test itself."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

# Playwright's event loop runs in the test's thread; Django must not take it for an async page.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PHONE = {"width": 360, "height": 740}
LAPTOP = {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    program = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
    assert program, "Chromium is missing. On Debian: sudo apt-get install chromium"
    browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture
def open_browser(browser: Browser, live_server) -> Iterator[Callable[..., Page]]:
    """Give a function that opens a fresh browser: `open_browser(PHONE, language="lo", javascript=False)`."""
    contexts: list[BrowserContext] = []

    def opened(viewport: dict[str, int] = PHONE, *, language: str = "en", javascript: bool = True) -> Page:
        context = browser.new_context(
            base_url=live_server.url, viewport=viewport, locale=language, java_script_enabled=javascript,
            is_mobile=viewport is PHONE, has_touch=viewport is PHONE,
        )  # fmt: skip
        context.set_default_timeout(15_000)
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


def is_too_wide(page: Page) -> bool:
    """Return whether the page has to be scrolled sideways."""
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
