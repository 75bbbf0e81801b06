"""A small load generator: a fixed number of requests over a few kept-open connections to this machine."""

from __future__ import annotations

import http.client
import statistics
import threading
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Load:
    requests_per_second: float
    p95_ms: float


def run(port: int, path: str, *, requests: int = 300, connections: int = 4, headers: dict[str, str] | None = None) -> Load:
    """Ask for `path` `requests` times; every answer must be 200."""
    times: list[float] = []
    share = requests // connections

    def work() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        for _ in range(share):
            begin = time.perf_counter()
            connection.request("GET", path, headers={"Accept-Encoding": "identity", **(headers or {})})
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                raise RuntimeError(f"{path} answered {answer.status}")
            times.append(time.perf_counter() - begin)

    workers = [threading.Thread(target=work) for _ in range(connections)]
    begin = time.perf_counter()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    seconds = time.perf_counter() - begin
    if len(times) != share * connections:
        raise RuntimeError(f"{path}: {share * connections - len(times)} requests failed")
    return Load(len(times) / seconds, statistics.quantiles(times, n=20)[-1] * 1000)
