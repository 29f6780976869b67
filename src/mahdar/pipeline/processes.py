"""What processes beside others need: to be deaf to Ctrl-C from birth, and to look for cycles seldom."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker
from typing import Final

__all__ = ["COLLECTING", "interrupts_held"]

COLLECTING: Final = (200_000, 10, 10)
"""Thresholds of the garbage collector. A document or a page makes many short-lived objects and hardly a
cycle; at Python's own thresholds a sixth of the time of reading goes into looking for them."""


@contextmanager
def interrupts_held(*others: signal.Signals) -> Iterator[None]:
    """Hold back Ctrl-C while a process may be started, so that the new one is born deaf to it.

    Args:
        others: signals that are held back and unheard as Ctrl-C is.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, others)
    try:
        resource_tracker.ensure_running()  # comes with the first process, and lets Ctrl-C through again
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
