"""Time until a page is usable on a slow phone: Chromium at 400 kbit/s, 300 ms latency, processor slowed down four times."""

from __future__ import annotations

import shutil

from playwright.sync_api import sync_playwright

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update"]
#: content painted and the document parsed with its scripts run
USABLE = """() => {
  const [page] = performance.getEntriesByType('navigation');
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  return Math.max(page.domContentLoadedEventEnd, paint ? paint.startTime : 0) / 1000;
}"""


def usable_after(base: str, paths: list[str]) -> dict[str, float]:
    """Return seconds for each path, each in a fresh browser without a cache."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    result = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        for path in paths:
            page = browser.new_context(viewport={"width": 360, "height": 740}, is_mobile=True, locale="lo").new_page()
            session = page.context.new_cdp_session(page)
            session.send("Network.enable")
            session.send(
                "Network.emulateNetworkConditions",
                {"offline": False, "latency": 300, "downloadThroughput": 400_000 / 8, "uploadThroughput": 400_000 / 8},
            )
            session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
            page.goto(base + path, wait_until="load", timeout=120_000)
            page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length > 0", timeout=60_000)
            result[path] = page.evaluate(USABLE)
            page.context.close()
        browser.close()
    return result
