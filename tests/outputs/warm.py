"""A process that has imported the command line already, and turns into a command by forking.

Most commands do less than starting Python and importing takes. What runs is the command itself, in a process
of its own, with its own folder, streams and exit code; only how it came to be is another way. It is asked by
a line of JSON on its standard input, and answers with the exit code in a line.
"""

from __future__ import annotations

import json
import os
import runpy
import subprocess
import sys
import traceback
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from select import select
from typing import Any, NoReturn


class Warm:
    """Runs commands in forks of one process, which ends with this one."""

    def __init__(self) -> None:
        self._process = self._begin()

    def run(
        self,
        arguments: Sequence[str],
        at: Path,
        streams: Sequence[Path],
        environment: Mapping[str, str],
        limit: float,
    ) -> int:
        """Run a command.

        Args:
            arguments: what stands behind `mahdar`.
            at: the folder that it runs in.
            streams: files for its standard input, output and errors.
            environment: all of it.
            limit: seconds after which it is taken for hung.

        Returns:
            Its exit code; negative, the signal that ended it.

        Raises:
            TimeoutExpired: it took too long, and was killed.
        """
        asked = {
            "arguments": list(arguments), "at": str(at), "streams": list(map(str, streams)),
            "environment": dict(environment),
        }  # fmt: skip
        told, answers = self._process.stdin, self._process.stdout
        assert told is not None
        assert answers is not None
        told.write(json.dumps(asked) + "\n")
        told.flush()
        if not select([answers], [], [], limit)[0]:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, 9)
            self._process = self._begin()
            raise subprocess.TimeoutExpired(list(arguments), limit)
        return int(answers.readline())

    def _begin(self) -> subprocess.Popen[str]:
        """Start the process."""
        return subprocess.Popen(  # noqa: S603  # our own program
            [sys.executable, "-P", __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )


def serve() -> None:
    """Import every command, then become what is asked for, again and again."""
    for name in import_module("mahdar.outputs.cli.main").COMMANDS:
        import_module(f"mahdar.outputs.cli.{name}")
    for line in sys.stdin:
        child = os.fork()
        if not child:
            become(json.loads(line))
        sys.stdout.write(f"{os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}\n")
        sys.stdout.flush()


def become(asked: dict[str, Any]) -> NoReturn:
    """Be the command, in its folder, with its streams; never return."""
    os.chdir(asked["at"])
    os.environ.clear()
    os.environ.update(asked["environment"])
    for number, (path, mode) in enumerate(zip(asked["streams"], _MODES, strict=True)):
        os.dup2(os.open(path, mode, 0o600), number)
    sys.stdin = os.fdopen(0, encoding="utf-8")
    sys.argv[1:] = asked["arguments"]
    os._exit(_ended())


_MODES = (os.O_RDONLY, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)


def _ended() -> int:
    """Run the command to its end and return its exit code, as Python would."""
    try:
        runpy.run_module("mahdar", run_name="__main__", alter_sys=True)
        code: object = 0
    except SystemExit as leaving:
        code = leaving.code or 0
    except BaseException:  # noqa: BLE001  # whatever ends a program is shown and ends it
        traceback.print_exc()
        code = 1
    if not isinstance(code, int):
        sys.stderr.write(f"{code}\n")
        code = 1
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    return code


if __name__ == "__main__":
    serve()
