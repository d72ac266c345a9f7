"""A real PostgreSQL server, started for the tests and stopped after them."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PLACES = "/usr/lib/postgresql/*/bin"
"""Where Debian's packages put the server."""


def programs() -> Path | None:
    """Find the folder with `initdb` and `pg_ctl`; None when there is no PostgreSQL here."""
    found = sorted(Path("/").glob(PLACES.removeprefix("/")))
    named = shutil.which("initdb")
    return found[-1] if found else Path(named).parent if named else None


def _as_nobody_special() -> list[str]:
    """PostgreSQL refuses to be started by root."""
    if os.geteuid() != 0:
        return []
    # Some shells of root, such as that of a service, do not look where Debian puts it.
    runuser = shutil.which("runuser") or "/usr/sbin/runuser"
    return [runuser, "-u", "postgres", "--"]


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@contextmanager
def server(bin_folder: Path) -> Iterator[str]:
    """Start a server of its own in a new folder; give what to connect to."""
    folder = Path(tempfile.mkdtemp(prefix="integraal-postgres-"))
    folder.chmod(0o755)
    data, port, user = folder / "data", _free_port(), _as_nobody_special()
    if user:
        shutil.chown(folder, "postgres", "postgres")
    control = [*user, str(bin_folder / "pg_ctl"), "-D", str(data)]
    try:
        subprocess.run(
            [*user, str(bin_folder / "initdb"), "-D", str(data), "-U", "tester", "-A", "trust"],
            check=True,
            capture_output=True,
            cwd=folder,
        )
        settings = ("listen_addresses=127.0.0.1", "fsync=off", "statement_timeout=60s")
        options = " ".join([f"-p {port} -k {folder}", *(f"-c {one}" for one in settings)])
        subprocess.run(
            [*control, "-o", options, "-l", str(folder / "log"), "-w", "start"],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder,
        )
        yield f"host=127.0.0.1 port={port} user=tester dbname=postgres"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=False, capture_output=True)
        shutil.rmtree(folder, ignore_errors=True)
