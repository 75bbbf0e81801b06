"""`make bench`: see README.md."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = tempfile.mkdtemp(prefix="openodop-bench-")
os.environ |= {"OPENODOP_DATA_DIR": FOLDER, "DJANGO_SETTINGS_MODULE": "openodop.config.settings", "OPENODOP_ALLOWED_HOSTS": "*"}
sys.path.insert(0, str(ROOT))

import django  # noqa: E402  the data folder must be named first

django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402

from benchmarks import budgets, filling, load, phone, sizes  # noqa: E402
from openodop.config.preparation import bring_up_to_date  # noqa: E402
from openodop.people.models import Account  # noqa: E402
from openodop.products.models import Product  # noqa: E402


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def served(application: str, workers: int = 1):
    """Serve a WSGI application with granian and give its port."""
    port = free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port), "--workers", str(workers), "--blocking-threads", "4"]
    process = subprocess.Popen([*command, "--no-ws", "--log-level", "error", application], cwd=ROOT, env=os.environ)
    try:
        for _ in range(100):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).read()
                break
            except OSError:
                time.sleep(0.2)
        yield port
    finally:
        process.terminate()
        process.wait()


def queries_and_cpu(path: str, account: Account | None) -> tuple[int, float]:
    """Return the queries of one page and its CPU milliseconds (the best of some)."""
    client = Client(HTTP_ACCEPT_LANGUAGE="lo")
    if account:
        client.force_login(account)
    client.get(path)
    queries = 0

    def count(execute, *arguments):
        nonlocal queries
        queries += 1
        return execute(*arguments)

    with connection.execute_wrapper(count):
        answer = client.get(path)
    if answer.status_code != 200:
        raise RuntimeError(f"{path} answered {answer.status_code}")
    times = []
    for _ in range(7):
        begin = time.process_time()
        client.get(path)
        times.append(time.process_time() - begin)
    return queries, min(times) * 1000


def main() -> None:
    bring_up_to_date()
    filling.fill(producers=1000, products=5000)
    product = Product.objects.filter(code__contains="-B").first()
    pages = [
        "/",
        "/products/",
        "/products/?q=banana",
        f"/products/{product.code}/",
        "/places/LA/",
        "/places/LA0108/",
        "/courses/",
        "/courses/LA-ODOP-2022-01/",
    ]
    manager = Account.objects.get(code="MANAGER")
    client = Client()
    client.force_login(manager)
    cookie = f"sessionid={client.cookies['sessionid'].value}"
    print(f"1,000 producers, 5,000 products, {connection.vendor}, one web process\n")
    with served("benchmarks.bare:application") as port:
        bare = load.run(port, "/", requests=2000)
    print(f"{'page':<32}{'req/s':>8}{'ratio':>8}{'p95 ms':>8}{'CPU ms':>8}{'queries':>9}{'HTML':>9}{'html br':>9}{'first load':>12}")
    print(f"{'bare Django page':<32}{bare.requests_per_second:>8.0f}{1:>8.2f}{bare.p95_ms:>8.1f}")
    with served("openodop.config.wsgi:application") as port:
        base = f"http://127.0.0.1:{port}"
        for path, account in [*((path, None) for path in pages), ("/home/", manager), ("/officers/producers/", manager)]:
            headers = {"Accept-Language": "lo", **({"Cookie": cookie} if account else {})}
            result = load.run(port, path, requests=200, headers=headers)
            size = sizes.of_page(base, path, cookie=cookie if account else "")
            queries, cpu = queries_and_cpu(path, account)
            mark = " !" if size.total > budgets.FIRST_LOAD_BYTES or queries > budgets.QUERIES else ""
            print(
                f"{path:<32}{result.requests_per_second:>8.0f}{result.requests_per_second / bare.requests_per_second:>8.3f}{result.p95_ms:>8.1f}"
                f"{cpu:>8.1f}{queries:>9}{size.html:>9,}{size.html_compressed:>9,}{size.total:>12,}{mark}",
                flush=True,
            )
        print(f"\nUsable in Chromium at 400 kbit/s, 300 ms, CPU / 4 (budget {budgets.USABLE_SECONDS:.0f} s):")
        for path, seconds in phone.usable_after(base, pages).items():
            print(f"{path:<32}{seconds:>8.1f} s{' !' if seconds > budgets.USABLE_SECONDS else ''}", flush=True)


if __name__ == "__main__":
    main()
