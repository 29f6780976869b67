"""What is kept of a register, brought up to date behind the back of whoever serves it.

A thread looks whether anything has changed; working out goes on in a process of its own, with less right to
the processor than whoever answers, so that no reader waits for it. What it keeps the server then finds.
"""

from __future__ import annotations

import os
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from threading import Event, Thread
from types import TracebackType
from typing import Final, Self

from mahdar.errors import MahdarError
from mahdar.lexicon import Lexicon
from mahdar.pipeline.processes import interrupts_held
from mahdar.pipeline.standing import Standing
from mahdar.register import Register

__all__ = ["Refresher"]

_PAUSE: Final = 1.0
_REST: Final = 5.0
_BEHIND: Final = 10
"""How much less right to the processor: the nice value."""


class Refresher:
    """Keeps the answers of a register fresh as long as it is open.

    Args:
        where: the register's path or address.
        lexicon: the default one where None.
        pause: seconds between two looks.
        rest: seconds between one refreshing and the next; what changes meanwhile is worked out together.

    Example: `with Refresher("mahdar.sqlite"): serve()`
    """

    def __init__(
        self, where: str, lexicon: Lexicon | None = None, *, pause: float = _PAUSE, rest: float = _REST
    ) -> None:
        self._where, self._lexicon = where, lexicon
        self._pause, self._rest = pause, rest
        self._ended = Event()
        self._thread = Thread(target=self._watch, name="refresher", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        """Look again and again whether there is anything to do, until the end."""
        with suppress(MahdarError), Register.open(self._where, create=False) as register:
            standing, seen = Standing(register, self._lexicon), ""
            while not self._ended.is_set():
                wait = self._pause
                with suppress(MahdarError):  # somebody is writing for long; the next look will tell
                    moment = register.moment()
                    if moment != seen:
                        wait = self._rest if self._refreshed(standing) else self._pause
                        seen = moment
                self._ended.wait(wait)

    def _refreshed(self, standing: Standing) -> bool:
        """Refresh what is old; return whether there was any."""
        if standing.fresh():
            return False
        work = get_context("spawn").Process(target=_refresh, args=(self._where,), daemon=True)
        with interrupts_held():
            work.start()
        while work.is_alive() and not self._ended.is_set():
            work.join(self._pause)
        _end(work)
        return True


def _end(work: BaseProcess) -> None:
    """End a process; what it kept so far stays, and the rest is worked out next time."""
    if work.is_alive():
        work.terminate()
    work.join()
    work.close()


def _refresh(where: str) -> None:
    """Refresh a register's answers; runs in a process of its own."""
    if hasattr(os, "nice"):
        os.nice(_BEHIND)
    with suppress(MahdarError), Register.open(where, create=False) as register:
        Standing(register).refresh()
