"""Pages kept until the register changes: most readers ask for what others have just read.

A kept page is bound to all that it is made of: the address, the language, the colours, who asks, the day, and
the register's state. What differs between visits of one person is the token of forms; in its place stands a
word that nobody can guess, and the token is put in when the page is sent.
"""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Final, NamedTuple

__all__ = ["PLACEHOLDER", "Kept", "Made"]

PLACEHOLDER: Final = secrets.token_hex(32)
"""Stands for the visit's token in a page as it is kept; another one in each process."""

_MOST: Final = 64 * 2**20
"""Bytes of pages that are kept; the ones asked for longest ago go first."""


class Made(NamedTuple):
    """A page as it was made."""

    body: bytes
    status: int
    media_type: str
    headers: tuple[tuple[str, str], ...] = ()


class Kept:
    """Pages by what they are made of."""

    def __init__(self, most: int = _MOST) -> None:
        self._most, self._lock = most, Lock()
        self._pages: OrderedDict[tuple[object, ...], Made] = OrderedDict()
        self._state, self._size = "", 0
        self._making: dict[tuple[object, ...], tuple[Lock, int]] = {}

    @contextmanager
    def one_at_a_time(self, key: tuple[object, ...]) -> Iterator[None]:
        """Let one reader make a page while the others who ask for it wait, and then find it made."""
        with self._lock:
            lock, waiting = self._making.get(key, (Lock(), 0))
            self._making[key] = lock, waiting + 1
        try:
            with lock:
                yield
        finally:
            with self._lock:
                lock, waiting = self._making.pop(key)
                if waiting > 1:
                    self._making[key] = lock, waiting - 1

    def find(self, state: str, key: tuple[object, ...]) -> Made | None:
        """Return a page that was made of this in this state of the register."""
        with self._lock:
            if state != self._state:
                self._pages.clear()
                self._state, self._size = state, 0
            found = self._pages.get(key)
            if found is not None:
                self._pages.move_to_end(key)
            return found

    def keep(self, state: str, key: tuple[object, ...], made: Made) -> None:
        """Keep a page, unless the register has changed since it was begun."""
        with self._lock:
            if state != self._state or len(made.body) > self._most // 8 or key in self._pages:
                return
            self._pages[key] = made
            self._size += len(made.body)
            while self._size > self._most:
                _, gone = self._pages.popitem(last=False)
                self._size -= len(gone.body)
