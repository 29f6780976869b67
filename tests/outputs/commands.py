"""The command line run as a user runs it, for the tests of its commands."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from tests.outputs.warm import Warm

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
POST = """وزير الخارجية الياباني يستقبل نظيره الأردني

نشر بتاريخ: 14 مايو 2019

أكد وزير الخارجية الياباني في اجتماع عقد أمس دعم طوكيو للأردن في ملف اللاجئين. وقدمت اليابان 3 ملايين دولار.
"""
LIMIT = 120
"""Seconds after which a command that has not ended is taken for hung."""
COMMANDS = (
    "read", "show", "search", "people", "follow", "review", "stats", "compare", "brief", "export", "check",
    "score", "parties", "tracks", "lexicon", "users",
)  # fmt: skip


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "mahdar", *map(str, arguments)]


def mahdar(
    *arguments: str | Path, at: Path, given: bytes = b"", environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder, without a terminal."""
    kept = {name: value for name, value in os.environ.items() if name != "MAHDAR_REGISTER"}
    kept |= dict(environment or {})
    with tempfile.TemporaryDirectory() as folder:
        streams = [Path(folder) / name for name in ("given", "out", "err")]
        streams[0].write_bytes(given)
        code = warm().run(list(map(str, arguments)), at, streams, kept, LIMIT)
        out, err = (one.read_bytes().decode() for one in streams[1:])
    assert "Traceback" not in err
    return subprocess.CompletedProcess(command(*arguments), code, out, err)


@cache
def warm() -> Warm:
    """Return the process that commands of this test run are forked from."""
    return Warm()


def hears_signals() -> None:
    """Have a new process stopped by Ctrl-C and by its terminal's end, though who runs the tests be deaf."""
    for one in (signal.SIGINT, signal.SIGHUP):
        signal.signal(one, signal.SIG_DFL)


@contextmanager
def started(*arguments: str | Path, at: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Start a command with all its processes in a group of their own, and leave none of them behind.

    What it says goes to files: nobody reads along, and a full pipe would hold it up for ever.
    """
    with (at / "out").open("wb") as out, (at / "err").open("wb") as err:
        running = subprocess.Popen(  # noqa: S603  # our own command
            command(*arguments),
            cwd=at,
            stdout=out,
            stderr=err,
            start_new_session=True,
            preexec_fn=hears_signals,  # noqa: PLW1509  # no thread of ours runs meanwhile
        )
    try:
        yield running
    finally:
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
        running.wait(timeout=LIMIT)
