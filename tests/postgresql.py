"""A PostgreSQL of the tests' own: Debian's server, started in a folder that is gone afterwards."""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import create_engine, text

BINARIES = Path("/usr/lib/postgresql")
WHY_NOT = (
    "PostgreSQL is not installed (as root: apt-get install postgresql): "
    "the register was tested on SQLite alone"
)
USERS = ("postgres", "nobody")
"""Whom the server runs as where root runs the tests: it refuses root. Order: first that there is."""
SETTINGS = (
    *("fsync=off", "synchronous_commit=off", "full_page_writes=off"),  # nothing here outlives the tests
    *("shared_buffers=16MB", "max_connections=40", "listen_addresses=127.0.0.1"),
)
STARTING = 60
"""Seconds."""


def binaries() -> Path | None:
    """Return the folder of the newest server's programs; None where there is none."""
    found = [one.parent for one in BINARIES.glob("*/bin/initdb")]
    newest = max(found, key=lambda one: int(one.parent.name), default=None)
    beside = shutil.which("initdb")
    return newest or (Path(beside).resolve().parent if beside else None)


@contextmanager
def server(programs: Path) -> Iterator[str]:
    """Yield the address of an empty database on a server that runs until the end of the block."""
    folder = Path(tempfile.mkdtemp(prefix="mahdar-"))
    try:
        password = secrets.token_urlsafe(24)
        (folder / "password").write_text(password, encoding="ascii")
        _hand_over(folder)
        data = folder / "data"
        _run(
            *(programs / "initdb", "-D", data, "-U", "mahdar", "-E", "UTF8", "--locale=C.UTF-8"),
            *("--auth=scram-sha-256", "--pwfile", folder / "password", "--no-sync"),
        )
        port = _start(programs, folder)
        try:
            yield f"postgresql://mahdar:{password}@127.0.0.1:{port}/postgres"
        finally:
            _run(programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def make_empty(address: str) -> None:
    """Leave nothing behind in a database."""
    engine = create_engine(address.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()


def _start(programs: Path, folder: Path) -> int:
    """Start the server and return its port; another program may take a free one before it does."""
    for attempt in range(3):
        port = _free_port()
        chosen = " ".join(
            f"-c {one}" for one in (*SETTINGS, f"port={port}", f"unix_socket_directories={folder}")
        )
        with suppress(subprocess.CalledProcessError):
            log = folder / f"log{attempt}"
            _run(
                programs / "pg_ctl",
                "-D",
                folder / "data",
                "-l",
                log,
                "-t",
                STARTING,
                "-o",
                chosen,
                "-w",
                "start",
            )
            return port
    said = (folder / "log2").read_text(encoding="utf-8") if (folder / "log2").exists() else ""
    raise AssertionError(f"PostgreSQL does not start: {said}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _user() -> pwd.struct_passwd | None:
    """Return whom the server runs as; None for the user of the tests."""
    if os.geteuid() != 0:
        return None
    known = {one.pw_name: one for one in pwd.getpwall()}
    return next(known[name] for name in USERS if name in known)


def _hand_over(folder: Path) -> None:
    user = _user()
    if user:
        for one in (folder, *folder.iterdir()):
            os.chown(one, user.pw_uid, user.pw_gid)


def _run(*command: object) -> None:
    """Run a program of the server, without pipes: the server would hold them open."""
    user = _user()
    given = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}
    subprocess.run(  # noqa: S603  # Debian's own programs
        [str(one) for one in command],
        check=True, timeout=2 * STARTING, cwd="/", env={"PATH": os.defpath, "LC_ALL": "C"},
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **given,
    )  # fmt: skip
