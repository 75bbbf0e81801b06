"""What a phone receives for a page: compressed bytes of the HTML and of the styles and scripts that it names."""

from __future__ import annotations

import re
import urllib.request
from dataclasses import dataclass

import brotli

LINKED = re.compile(r'(?:<link[^>]+rel="stylesheet"[^>]*href="([^"]+)"|<script[^>]+src="([^"]+)")')


@dataclass(frozen=True)
class Size:
    html: int
    html_compressed: int
    linked_compressed: int

    @property
    def total(self) -> int:
        return self.html_compressed + self.linked_compressed


def fetch(url: str, *, encoding: str = "identity", cookie: str = "") -> bytes:
    request = urllib.request.Request(url, headers={"Accept-Encoding": encoding, "Cookie": cookie})  # noqa: S310  this machine only
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
        return answer.read()


def of_page(base: str, path: str, *, cookie: str = "") -> Size:
    """Measure a page: its HTML as a proxy with Brotli level 5 would send it, linked files as we send them."""
    html = fetch(base + path, cookie=cookie)
    linked = {href for pair in LINKED.findall(html.decode()) for href in pair if href}
    return Size(len(html), len(brotli.compress(html, quality=5)), sum(len(fetch(base + href, encoding="br")) for href in linked))
