"""Take the picture of the README: `python tools/picture_for_readme.py` starts the demo on a folder of its own and writes docs/images/product.png.

A product's page on a laptop in English, beside the same page on a phone in Lao.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

PICTURE = Path(__file__).resolve().parent.parent / "docs" / "images" / "product.png"
#: the district whose first product is shown: sun-dried banana of Sangthong
DISTRICT = "LA0108"
SECONDS_TO_START = 120
HEIGHT, GAP, GROUND = 820, 24, "#e4e1d8"


@contextmanager
def demo() -> Iterator[str]:
    """Run the demo and give its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        surroundings = {**os.environ, "OPENODOP_DATA_DIR": folder, "PORT": str(port)}
        server = subprocess.Popen([sys.executable, "-m", "openodop.config.command", "demo"], env=surroundings, stdout=subprocess.DEVNULL)
        try:
            wait_for(f"http://127.0.0.1:{port}", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(20)


def wait_for(address: str, server: subprocess.Popen) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and server.poll() is None:
        try:
            urllib.request.urlopen(f"{address}/healthz", timeout=5).close()  # noqa: S310 -- the demo itself
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.3)
    raise SystemExit("The demo did not start.")


def taken(browser: Browser, address: str, *, width: int, language: str) -> Image.Image:
    """Return the upper part of the product's page, at the size in which it stands in the picture."""
    scale = 0.75 if width > 1000 else 1
    context = browser.new_context(base_url=address, viewport={"width": width, "height": round(HEIGHT / scale)}, locale=language)
    page = context.new_page()
    page.goto(f"/places/{DISTRICT}/")
    page.locator(f"main a[href^='/products/{DISTRICT}-']").first.click()
    page.wait_for_url("**/products/**")
    page.wait_for_load_state("networkidle")
    shot = Image.open(BytesIO(page.screenshot())).convert("RGB")
    context.close()
    return shot.resize((round(width * scale), HEIGHT), Image.Resampling.LANCZOS)


def main() -> None:
    program = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
    if not program:
        raise SystemExit("Chromium is missing. On Debian: sudo apt-get install chromium")
    with demo() as address, sync_playwright() as started:
        browser = started.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        laptop = taken(browser, address, width=1280, language="en")
        phone = taken(browser, address, width=360, language="lo")
        browser.close()
    picture = Image.new("RGB", (laptop.width + phone.width + 3 * GAP, HEIGHT + 2 * GAP), GROUND)
    picture.paste(laptop, (GAP, GAP))
    picture.paste(phone, (laptop.width + 2 * GAP, GAP))
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    picture.quantize(256, dither=Image.Dither.NONE).save(PICTURE, optimize=True)
    print(f"{PICTURE}: {PICTURE.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
