"""What was worked out for one visitor, kept for the next: comparisons, drawings, counts.

A key holds whatever the value depends on (ids, how far the register's history goes), so that nothing old is
ever given. Two who ask for the same at once wait for one answer.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Final, TypeVar

__all__ = ["Memory", "Passing"]

T = TypeVar("T")
_MOST: Final = 200


class Memory:
    """The last values that were worked out; may be used by many threads.

    Args:
        most: values that are kept; the one that was asked for least lately goes first.

    >>> memory = Memory()
    >>> memory.get("two", lambda: 2), memory.get("two", lambda: 3)
    (2, 2)
    """

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, _Slot] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return the value of a key, made where there is none; what cannot be made is not kept."""
        with self._lock:
            slot = self._kept.setdefault(key, _Slot())
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        with slot.lock:
            if not slot.made:
                slot.value = make()
                slot.made = True
        value: T = slot.value
        return value


class Passing:
    """Values that hold until the register changes, and are then forgotten together.

    Args:
        moment: says which state the register is in; equal words: nothing has changed.

    >>> state = ["one"]
    >>> passing = Passing(lambda: state[0])
    >>> passing.get("two", lambda: 2), passing.get("two", lambda: 3)
    (2, 2)
    >>> state[0] = "other"
    >>> passing.get("two", lambda: 3)
    3
    """

    def __init__(self, moment: Callable[[], str]) -> None:
        self._moment, self._lock = moment, Lock()
        self._state, self._memory = "", Memory()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return the value of a key, made where there is none of this state of the register."""
        state = self._moment()
        with self._lock:
            if state != self._state:
                self._state, self._memory = state, Memory()
            memory = self._memory
        return memory.get(key, make)


class _Slot:
    """The place of one value."""

    def __init__(self) -> None:
        self.lock, self.made = Lock(), False
        self.value: Any = None
