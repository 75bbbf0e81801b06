"""The sample programme's pages as everybody meets them: on a phone in Lao and on a laptop in English, by day and in the dark.

`openodop demo` is started as a newcomer starts it, on a folder of its own, and answers all tests of this file.
"""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.journeys.conftest import LAPTOP, PHONE, is_too_wide
from tests.journeys.walking import Walker

pytestmark = pytest.mark.journey
SECONDS_TO_START = 120
COURSE = "/courses/LA-ODOP-2022-01/"
PUBLIC = [
    "/", "/products/", "/producers/", "/places/", "/places/LA/", "/places/LA01/", "/places/LA0108/", "/places/VN/", "/courses/", COURSE,
    "/certificates/", "/certificates/LA-ODOP-2022-0001/", "/news/", "/programmes/", "/programmes/la-odop/", "/programmes/vn-ocop/",
    "/projects/", "/search/?q=banana", "/search/?q=%E0%BA%81%E0%BB%89%E0%BA%A7%E0%BA%8D", "/accounts/login/", "/accounts/signup/",
    "/register/producer/", "/help/", "/about/", "/sources/", "/privacy/", "/people/", "/check-in/",
]  # fmt: skip
#: on each of these pages the first link to a record is opened too
FIRST_OF = {"/products/": "/products/", "/producers/": "/producers/", "/news/": "/news/", "/projects/": "/projects/", "/people/": "/people/"}
SIGNED_IN = {
    "MANAGER": [
        "/home/", "/officers/producers/", "/officers/products/", "/courses/organise/", f"{COURSE}agenda/", f"{COURSE}participants/",
        f"{COURSE}attendance/1/", f"{COURSE}results/", f"{COURSE}certificates/", f"{COURSE}report/", f"{COURSE}edit/", "/imports/",
        "/imports/titles/", "/imports/producers/", "/staff/", "/invitations/", "/organisations/", "/me/", "/accounts/security/", "/gallery/",
        "/news/own/",
    ],
    "DISTRICT": ["/home/", "/officers/producers/", "/officers/products/"],
    "PRODUCER": ["/home/", "/my/products/", "/my-courses/", "/register/product/"],
}  # fmt: skip
IN_THE_DARK = ["/", "/products/", "/places/LA01/", COURSE, "/certificates/LA-ODOP-2022-0001/", "/accounts/login/", "/programmes/la-odop/"]


@dataclass(frozen=True)
class Demo:
    address: str
    password: str


@pytest.fixture(scope="module")
def demo(tmp_path_factory) -> Iterator[Demo]:
    folder = tmp_path_factory.mktemp("demo")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    started = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    with (folder / "said").open("w") as said:
        server = subprocess.Popen(
            [sys.executable, "-m", "openodop.config.command", "demo"],
            env={**started, "OPENODOP_DATA_DIR": str(folder), "PORT": str(port)}, stdout=said, stderr=said,
        )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address, server, folder / "said")
        yield Demo(address, (folder / "sample_password").read_text())
    finally:
        server.terminate()
        server.wait(20)


def _wait_for(address: str, server: subprocess.Popen, said: Path) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until:
        assert server.poll() is None, said.read_text()
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.3)
    raise AssertionError(f"Not started within {SECONDS_TO_START} s: {said.read_text()}")


@pytest.fixture(params=[(PHONE, "lo"), (LAPTOP, "en")], ids=["phone in Lao", "laptop in English"])
def surroundings(request, browser: Browser, demo: Demo):
    """Give a function that opens a browser of this kind: `opened("dark")`."""
    viewport, language = request.param
    contexts = []

    def opened(scheme: str = "light") -> Walker:
        is_phone = viewport is PHONE
        context = browser.new_context(
            base_url=demo.address, viewport=viewport, locale=language, color_scheme=scheme, is_mobile=is_phone, has_touch=is_phone
        )
        contexts.append(context)
        return Walker(context.new_page(), language)

    yield opened
    for context in contexts:
        context.close()


def test_public_pages(surroundings):
    walker = surroundings()
    for address in PUBLIC:
        walker.open(address)
        _judge(walker.page)
        if address in FIRST_OF:
            walker.open(_first_record(walker.page, FIRST_OF[address]))
            _judge(walker.page)


def test_public_pages_in_the_dark(surroundings):
    walker = surroundings("dark")
    for address in IN_THE_DARK:
        walker.open(address)
        _judge(walker.page)


@pytest.mark.parametrize("sign_in", SIGNED_IN)
def test_pages_of_those_who_are_signed_in(surroundings, demo, sign_in):
    walker = surroundings()
    _sign_in(walker, sign_in, demo.password)
    for address in SIGNED_IN[sign_in]:
        walker.open(address)
        _judge(walker.page)


def _sign_in(walker: Walker, code: str, password: str) -> None:
    """Sign in, and choose the language with the switch: the sample's accounts read English."""
    wanted, page = walker.language, walker.page
    page.goto("/accounts/login/")
    page.fill("[name=login]", code)
    page.fill("[name=password]", password)
    page.locator("main form button").first.click()
    page.wait_for_url("**/home/")
    if page.locator("html").get_attribute("lang") != wanted:
        page.locator("header .lang summary").click()
        page.locator(f"header .lang button[value={wanted}]").click()
        page.wait_for_function(f"document.documentElement.lang === '{wanted}'", polling=100)


def _first_record(page: Page, folder: str) -> str:
    links = page.locator(f"main a[href^='{folder}']").evaluate_all("links => links.map((link) => link.getAttribute('href'))")
    return next(link for link in links if re.fullmatch(rf"{folder}[\w-]*[\d-][\w-]*/", link))


def _judge(page: Page) -> None:
    """Nothing that stops a reader with a screen reader or weak eyes, and nothing cut off on the narrowest phones, folds open."""
    page.locator("main details").evaluate_all("folds => folds.forEach((fold) => { fold.open = true; })")
    broken = [
        (found["id"], [node["target"] for node in found["nodes"]][:3])
        for found in Axe().run(page, options={"resultTypes": ["violations"]})["violations"]
        if found["impact"] in ("serious", "critical")
    ]
    assert broken == [], page.url
    if page.viewport_size["width"] == PHONE["width"]:
        page.set_viewport_size({"width": 320, "height": 640})
        is_wide = is_too_wide(page)
        page.set_viewport_size(PHONE)
        assert not is_wide, f"{page.url} has to be scrolled sideways at 320 px"
