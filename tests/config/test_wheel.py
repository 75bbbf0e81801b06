"""The package as a newcomer installs it: built, put into an empty environment, started, and looked at."""

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def get(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=20) as answer:
        return answer.read()


def wait_for(url: str, process: subprocess.Popen, seconds: int = 240) -> bytes:
    for _ in range(seconds * 2):
        try:
            return get(url)
        except (urllib.error.URLError, ConnectionError):
            assert process.poll() is None, process.stdout.read()
            time.sleep(0.5)
    raise AssertionError(f"{url} did not answer")


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """The folder of programs of an environment that holds the built wheel and nothing else of ours."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT], check=True, capture_output=True)
    venv.create(folder / "env", with_pip=True)
    programs = folder / "env" / "bin"
    wheel = next(folder.glob("*.whl"))
    subprocess.run([programs / "pip", "install", "--quiet", "--disable-pip-version-check", wheel], check=True, capture_output=True)
    return programs


@pytest.mark.slow_build
def test_the_installed_wheel_runs_the_demo(installed: Path, tmp_path: Path):
    port = free_port()
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "OPENODOP_DATA_DIR": str(tmp_path / "data"), "PORT": str(port)}
    process = subprocess.Popen(
        [installed / "openodop", "demo"], env=environment, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        health = json.loads(wait_for(f"http://127.0.0.1:{port}/healthz", process))
        home = get(f"http://127.0.0.1:{port}/?lang=lo").decode()
        style = re.search(r'href="(/static/[^"]+\.css)"', home).group(1)
        assert health["status"] == "ok"
        assert 'lang="lo"' in home
        assert b"@layer" in get(f"http://127.0.0.1:{port}{style}")
        assert get(f"http://127.0.0.1:{port}/courses/LA-ODOP-2022-01/")
    finally:
        process.terminate()
        process.wait(20)
