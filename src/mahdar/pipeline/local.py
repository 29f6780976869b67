"""Files and folders → a register, on this machine.

The caller's process finds and loads files, asks the register which of them it has, and writes; reading is
done by `workers`. Nothing here knows a terminal: how far things are is told by a callback.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from mahdar.errors import SourceError
from mahdar.lexicon import Lexicon, default_lexicon
from mahdar.model.document import Document
from mahdar.model.reading import Reading
from mahdar.pipeline.digest import reader_digest
from mahdar.pipeline.failures import Failure, failure_of
from mahdar.pipeline.reports import Progress, Report, Tally
from mahdar.pipeline.workers import Outcome, read_here, read_in_processes
from mahdar.register import Register
from mahdar.sources import MAX_BYTES, find_sources, read_source

__all__ = ["Options", "Watch", "read_all", "read_paths"]

_FEW = 100
"""So few documents are read sooner than worker processes are started; each takes most of a second."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to read."""

    jobs: int | None = None
    """Processes; 1 reads in the caller's own; None takes one a core where there is enough to read."""
    again: bool = False
    """Read also what the register holds as this reader reads it."""
    max_bytes: int = MAX_BYTES
    """The largest file to read."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Whom to tell what while a run goes on; all calls come from the caller's own thread."""

    progress: Callable[[Progress], None] | None = None
    reading: Callable[[Reading], None] | None = None
    failure: Callable[[Failure], None] | None = None


def read_paths(
    paths: Iterable[str | Path],
    register: Register,
    options: Options | None = None,
    *,
    lexicon: Lexicon | None = None,
    watch: Watch | None = None,
) -> Report:
    """Read files and folders into a register.

    What fails is reported and the rest is kept. A run that is interrupted leaves all that was written so far.

    Args:
        paths: files, folders, `-` for standard input.
        register: is written to.
        options: how to read.
        lexicon: the default one where None.
        watch: whom to tell.

    Raises:
        RegisterError: the register cannot be read or written.
    """
    began = perf_counter()
    run = _Run(paths, options or Options(), lexicon or default_lexicon(), watch or Watch())
    run.register, run.reader = register, reader_digest(run.lexicon)
    with closing(run.readings()) as readings:
        added = register.add(readings, reader=run.reader, lexicon=run.lexicon)
    return run.tally.report(added, perf_counter() - began)


def read_all(
    paths: Iterable[str | Path],
    options: Options | None = None,
    *,
    lexicon: Lexicon | None = None,
    watch: Watch | None = None,
) -> Iterator[Reading]:
    """Read files and folders and yield what each holds, in the order in which they are found.

    Args:
        paths: files, folders, `-` for standard input.
        options: how to read.
        lexicon: the default one where None.
        watch: whom to tell; failures are told nowhere else.
    """
    run = _Run(paths, options or Options(), lexicon or default_lexicon(), watch or Watch())
    return run.readings()


class _Run:
    """One run over some paths."""

    def __init__(self, paths: Iterable[str | Path], options: Options, lexicon: Lexicon, watch: Watch) -> None:
        self.paths = tuple(paths)
        self.options, self.lexicon, self.watch = options, lexicon, watch
        self.register: Register | None = None
        self.reader = ""
        self.tally = Tally()
        self.total = sum(1 for _ in find_sources(self.paths))
        self.done = 0
        self.seen: set[str] = set()

    def readings(self) -> Generator[Reading, None, None]:
        """Yield what is read; count and report the rest."""
        with closing(self._outcomes()) as outcomes:
            for outcome in outcomes:
                if isinstance(outcome, Failure):
                    self._failed(outcome)
                    continue
                self.tally.read(outcome)
                if self.watch.reading:
                    self.watch.reading(outcome)
                yield outcome
                self._tell(outcome.document.name)

    def _outcomes(self) -> Generator[Outcome, None, None]:
        """Read the documents in as many processes as asked for."""
        jobs = self.options.jobs or (1 if self.total <= _FEW else _cores())
        jobs = min(jobs, self.total) or 1
        if jobs == 1:
            return read_here(self._documents(), self.lexicon)
        return read_in_processes(self._documents(), self.lexicon, jobs)

    def _documents(self) -> Iterator[Document]:
        """Yield the documents to read: not met before, not in the register as this reader reads it."""
        for source in find_sources(self.paths):
            document = self._load(source)
            if document is None:
                continue
            if document.id in self.seen:
                self.tally.copies += 1
                self._tell(document.name)
            elif self._held(document):
                self.tally.skipped += 1
                self._tell(document.name)
            else:
                yield document
            self.seen.add(document.id)

    def _load(self, source: Path | str | SourceError) -> Document | None:
        """Load a source, or report why not."""
        try:
            if isinstance(source, SourceError):
                raise source
            return read_source(source, self.options.max_bytes)
        except SourceError as error:
            self._failed(failure_of(error, error.name))
        return None

    def _held(self, document: Document) -> bool:
        """Say whether the register need not be told of a document."""
        if self.register is None or self.options.again:
            return False
        return self.register.has(document.id, self.reader)

    def _failed(self, failure: Failure) -> None:
        self.tally.failures.append(failure)
        if self.watch.failure:
            self.watch.failure(failure)
        self._tell(failure.name)

    def _tell(self, name: str) -> None:
        """Tell that one more source is done."""
        self.done += 1
        if self.watch.progress:
            self.watch.progress(Progress(self.done, max(self.total, self.done), name))


def _cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
