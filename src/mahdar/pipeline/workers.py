"""Documents → readings, in this process or in several; in the order in which the documents came.

Workers read, the caller writes. What is under way is bounded in documents and in letters, so memory does not
grow with the number of files. A worker that the system kills takes down with it all that is under way: those
documents are read again, one at a time, and the one that kills its worker again is reported.
"""

from __future__ import annotations

import gc
import signal
from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Final, TypeAlias

from mahdar.errors import MahdarError
from mahdar.lexicon import Lexicon
from mahdar.model.document import Document
from mahdar.model.reading import Reading
from mahdar.pipeline.document import read_document
from mahdar.pipeline.failures import Failure, failure_of
from mahdar.pipeline.processes import COLLECTING, interrupts_held

__all__ = ["Outcome", "read_here", "read_in_processes"]

Outcome: TypeAlias = Reading | Failure

_DOCUMENTS_AHEAD: Final = 8
"""For each worker: enough that none waits while the caller writes a batch."""
_LETTERS_AHEAD: Final = 5_000_000
"""For all workers together."""


def read_here(documents: Iterable[Document], lexicon: Lexicon) -> Generator[Outcome, None, None]:
    """Read documents one after the other in this process."""
    before = gc.get_threshold()
    gc.set_threshold(*COLLECTING)
    try:
        for document in documents:
            yield _attempt(document, lexicon)
    finally:
        gc.set_threshold(*before)


def read_in_processes(
    documents: Iterable[Document], lexicon: Lexicon, jobs: int
) -> Generator[Outcome, None, None]:
    """Read documents in processes of their own.

    Args:
        documents: taken no faster than they are read.
        lexicon: each process loads the same files.
        jobs: how many processes.

    Raises:
        MahdarError: no process can be started.
    """
    pool = _Pool(jobs, lexicon)
    under_way: deque[tuple[Document, Future[Outcome]]] = deque()
    letters = 0
    try:
        for document in documents:
            under_way.append((document, pool.submit(document)))
            letters += len(document.text)
            while len(under_way) > _DOCUMENTS_AHEAD * jobs or (letters > _LETTERS_AHEAD and under_way):
                first, future = under_way.popleft()
                letters -= len(first.text)
                yield pool.outcome(first, future)
        while under_way:
            yield pool.outcome(*under_way.popleft())
    finally:
        pool.close()


class _Pool:
    """Worker processes that are replaced when they die."""

    def __init__(self, jobs: int, lexicon: Lexicon) -> None:
        self._jobs = jobs
        self._overlay = lexicon.roots[0] if len(lexicon.roots) > 1 else None
        self._many = _executor(jobs)
        self._one: ProcessPoolExecutor | None = None
        """Reads the documents that were under way when a worker died."""

    def submit(self, document: Document) -> Future[Outcome]:
        """Give a document to the workers."""
        with interrupts_held():
            try:
                return self._many.submit(_work, document, self._overlay)
            except BrokenProcessPool:
                self._many.shutdown(wait=False)
                self._many = _executor(self._jobs)
                return self._many.submit(_work, document, self._overlay)

    def outcome(self, document: Document, future: Future[Outcome]) -> Outcome:
        """Wait for a document."""
        try:
            return future.result()
        except BrokenProcessPool:
            return self._alone(document)

    def close(self) -> None:
        """Let the workers end what they are at, and no more."""
        for executor in (self._many, self._one):
            if executor is not None:
                executor.shutdown(wait=True, cancel_futures=True)

    def _alone(self, document: Document) -> Outcome:
        """Read a document in a process that reads nothing else meanwhile."""
        if self._one is None:
            self._one = _tried_executor()
        try:
            with interrupts_held():
                future = self._one.submit(_work, document, self._overlay)
            return future.result()
        except BrokenProcessPool:
            self._one.shutdown(wait=False)
            self._one = None
            what = "the system ended the process that read it, most likely for want of memory"
            message = f"{document.name}: {what}; split it, or read with fewer --jobs"
            return Failure(document.name, "killed", message)


def _executor(jobs: int) -> ProcessPoolExecutor:
    # Forking would copy whatever locks the caller's threads hold, a progress bar's for one.
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_start)


def _tried_executor() -> ProcessPoolExecutor:
    """Return a pool of one process that is known to work.

    Raises:
        MahdarError: no process can be started at all, so that it is no document's fault.
    """
    executor = _executor(1)
    try:
        with interrupts_held():
            started = executor.submit(_start)
        started.result()
    except BrokenProcessPool as error:
        executor.shutdown(wait=False)
        what = "processes for reading cannot be started"
        remedy = 'read with 1 job, or guard your program by `if __name__ == "__main__":`'
        raise MahdarError(f"{what}; {remedy}") from error
    return executor


def _start() -> None:
    """Set a worker up; interrupts are left to the parent, which ends its workers in order."""
    gc.set_threshold(*COLLECTING)
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _work(document: Document, overlay: Path | None) -> Outcome:
    """Read a document in a worker."""
    return _attempt(document, _lexicon(overlay))


@cache
def _lexicon(overlay: Path | None) -> Lexicon:
    """Load the lexicon once in each process."""
    return Lexicon(overlay)


def _attempt(document: Document, lexicon: Lexicon) -> Outcome:
    """Read a document, or report why not."""
    try:
        return read_document(document, lexicon)
    except MahdarError as error:
        return failure_of(error, document.name)
    except Exception as error:  # noqa: BLE001  # a defect met in one document must not cost the user all others
        return failure_of(error, document.name)
