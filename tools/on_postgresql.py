"""Run a command with a fresh PostgreSQL that is thrown away afterwards: `python tools/on_postgresql.py COMMAND …`

The server listens on a free port of this machine only. PostgreSQL refuses to run as root; then it runs as `postgres`.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _folder_of_programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    initdb = shutil.which("initdb")
    if not initdb:
        sys.exit("PostgreSQL is not installed. On Debian: sudo apt-get install postgresql")
    return Path(initdb).resolve().parent


@contextmanager
def a_server() -> Iterator[str]:
    """Start a server and give its address for OPENODOP_DATABASE_URL."""
    programs, folder, port = _folder_of_programs(), Path(tempfile.mkdtemp(prefix="openodop-pg-")), _free_port()
    as_owner = []
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
        as_owner = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]

    def run(*command: str | Path | int) -> None:
        subprocess.run([*as_owner, *map(str, command)], check=True, stdout=subprocess.DEVNULL, cwd=folder)

    data = folder / "data"
    # Nothing of this cluster has to survive a power cut.
    options = (
        f"-k {folder} -p {port} -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200"
    )
    try:
        run(programs / "initdb", "-D", data, "-U", "openodop", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        run(programs / "pg_ctl", "-D", data, "-w", "-o", options, "-l", folder / "log", "start")
        run(programs / "createdb", "-h", "127.0.0.1", "-p", port, "-U", "openodop", "openodop")
        yield f"postgres://openodop@127.0.0.1:{port}/openodop"
    finally:
        subprocess.run([*as_owner, str(programs / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop"], stdout=subprocess.DEVNULL, check=False)
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    with a_server() as address:
        code = subprocess.run(sys.argv[1:], env={**os.environ, "OPENODOP_DATABASE_URL": address}, check=False).returncode
    sys.exit(code)
