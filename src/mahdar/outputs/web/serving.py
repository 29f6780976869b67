"""A register, served until somebody ends it: by this process, or by several that this one keeps alive.

Each process has the register open and keeps its own pages; whatever must hold for all of them (sign-ins and
how often they were tried, what is being read, what was worked out) is in the register. This module loads
little, so that the processes stand soon: each makes its application itself.
"""

from __future__ import annotations

import gc
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing import parent_process
from threading import Thread
from typing import TYPE_CHECKING, Final

import uvicorn
from uvicorn.config import STARTUP_FAILURE
from uvicorn.supervisors import Multiprocess

from mahdar.errors import MahdarError
from mahdar.pipeline.processes import COLLECTING, interrupts_held

if TYPE_CHECKING:
    from fastapi import FastAPI

__all__ = ["Served", "serve"]

_GRACE: Final = 10
"""Seconds that answers which are under way have when the desk is ended."""
_HUNG: Final = 20
"""A process that gives no sign for so many seconds is replaced."""
_ORDERLY: Final = (signal.SIGHUP,) if hasattr(signal, "SIGHUP") else ()
"""What ends the desk in order beside Ctrl-C: a terminal that closes tells all its processes at once."""


@dataclass(frozen=True, slots=True)
class Served:
    """What is served."""

    register: str
    """Its path or address."""
    user: str = ""
    """Who decides where the register knows no accounts."""
    secure: bool = False
    """Whether browsers come through https alone."""
    hosts: frozenset[str] | None = None
    """The names under which this machine alone reaches the desk; None: any."""
    proxy: str | None = None
    """An address whose word on whence a request comes is believed; None: nobody's."""


def serve(served: Served, listener: socket.socket, workers: int) -> None:
    """Serve a desk; returns when it is told to end.

    Args:
        served: what is served.
        listener: listens on the address.
        workers: how many processes answer; 1: this one.

    Raises:
        MahdarError: a process could not begin to serve.
    """
    config = uvicorn.Config(
        partial(_app, served, alone=workers == 1),
        factory=True,
        workers=workers,
        log_level="warning",
        access_log=False,
        server_header=False,
        limit_concurrency=200,
        proxy_headers=served.proxy is not None,
        forwarded_allow_ips=served.proxy or "",
        timeout_graceful_shutdown=_GRACE,
        timeout_worker_healthcheck=_HUNG,
    )
    if workers == 1:
        uvicorn.Server(config).run(sockets=[listener])
    else:
        _Workers(config, listener).run()


class _Workers(Multiprocess):
    """The processes that answer; one that ends is replaced, with a word."""

    def __init__(self, config: uvicorn.Config, listener: socket.socket) -> None:
        hung_up = signal.getsignal(signal.SIGHUP) if hasattr(signal, "SIGHUP") else None
        super().__init__(config, [listener])
        self._interrupted = False
        if hung_up is signal.SIG_IGN:  # whoever started this wants it to outlive the terminal
            signal.signal(signal.SIGHUP, signal.SIG_IGN)

    def run(self) -> None:
        """Serve until told to end."""
        with interrupts_held(*_ORDERLY):  # this process alone hears these, and ends the others in order
            self.init_processes()
        while not self.should_exit.wait(0.5):
            self.handle_signals()
            if not self.should_exit.is_set():
                with interrupts_held(*_ORDERLY):
                    self.keep_subprocess_alive()
        self.terminate_all()
        self.join_all()
        if self._interrupted:
            raise KeyboardInterrupt
        if any(one.exitcode == STARTUP_FAILURE for one in self.processes):
            raise MahdarError("the desk could not be served; see above")

    def keep_subprocess_alive(self) -> None:
        """Replace processes that have ended or hang."""
        before = {one.pid for one in self.processes}
        super().keep_subprocess_alive()
        for _ in before - {one.pid for one in self.processes}:
            sys.stderr.write("A process that served pages has ended; another takes its place.\n")

    def handle_int(self) -> None:
        """End, and say by the exit code that it was Ctrl-C."""
        super().handle_int()
        self._interrupted = True

    def handle_hup(self) -> None:
        """End: the terminal was closed."""
        self.handle_term()


def _app(served: Served, *, alone: bool) -> FastAPI:
    """Make the application, in the process that serves it; it closes the register when it ends."""
    if alone:
        return _opened(served)
    gc.set_threshold(*COLLECTING)
    Thread(target=_end_with_parent, name="ends with its parent", daemon=True).start()
    try:
        return _opened(served)
    except MahdarError as error:
        sys.stderr.write(f"mahdar: {error}\n")
        raise SystemExit(STARTUP_FAILURE) from error


def _opened(served: Served) -> FastAPI:
    """Open the register and make the application over it.

    Raises:
        RegisterError: the register cannot be opened.
    """
    from mahdar.lexicon import default_lexicon  # noqa: PLC0415  # the process that keeps the others needs none
    from mahdar.outputs.web.app import make_app  # noqa: PLC0415
    from mahdar.outputs.web.desk import Desk  # noqa: PLC0415
    from mahdar.outputs.web.readying import make_ready  # noqa: PLC0415
    from mahdar.register import Register  # noqa: PLC0415

    register = Register.open(served.register, create=False)

    @asynccontextmanager
    async def serving(app: FastAPI) -> AsyncIterator[None]:
        with suppress(MahdarError):  # a register that cannot be asked now says so to whoever asks
            await make_ready(app, desk)
        yield
        register.close()

    desk = Desk(register, default_lexicon(), user=served.user, secure=served.secure, hosts=served.hosts)
    return make_app(desk, serving)


def _end_with_parent() -> None:
    """End this process in order when the one that started it is gone, killed perhaps."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)
