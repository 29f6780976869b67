"""Files and folders → a register, on this machine.

The caller's process finds and loads files, asks the register which of them it has, and writes; reading is
done by `workers`. Nothing here knows a terminal: how far things are is told by a callback.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from mahdar.errors import NoRegisterError, SourceError
from mahdar.lexicon import Lexicon, default_lexicon
from mahdar.model.document import Document
from mahdar.model.reading import Reading
from mahdar.model.units import IsoDate
from mahdar.pipeline.digest import reader_digest
from mahdar.pipeline.failures import Failure, failure_of
from mahdar.pipeline.linking import link_documents
from mahdar.pipeline.reports import ARABIC, Progress, Report, Tally
from mahdar.pipeline.standing import Standing
from mahdar.pipeline.workers import Outcome, read_here, read_in_processes
from mahdar.register import AddReport, Held, Place, Register
from mahdar.sources import MAX_BYTES, PassedOver, find_sources, read_source

__all__ = ["Options", "Watch", "read_all", "read_paths", "read_to"]

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
    given: IsoDate | None = None
    """The day on which the documents were published, for those that state none; None keeps what was given
    when they were read before."""
    link: bool = True
    """Link what is new with what the register holds, once all is read."""
    stand: bool = True
    """Work out what then stands, once all is linked; where somebody else does, as a server, it may wait."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Whom to tell what while a run goes on; all calls come from the caller's own thread."""

    progress: Callable[[Progress], None] | None = None
    linking: Callable[[Progress], None] | None = None
    """Told how far linking is, once all is read; then how far working out what stands is."""
    reading: Callable[[Reading], None] | None = None
    failure: Callable[[Failure], None] | None = None
    remark: Callable[[str], None] | None = None
    """Told what is no failure and still may surprise: one line each."""


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
    run = _Run(paths, options, lexicon, watch)
    run.register = register
    with closing(run.readings()) as readings:
        return run.write(readings, register)


def read_to(
    paths: Iterable[str | Path],
    where: str,
    options: Options | None = None,
    *,
    lexicon: Lexicon | None = None,
    watch: Watch | None = None,
) -> Report:
    """Read files and folders into the register at a place; make it there once there is something to write.

    Args:
        paths: files, folders, `-` for standard input.
        where: a file's path or a database's address.
        options: how to read.
        lexicon: the default one where None.
        watch: whom to tell.

    Raises:
        RegisterError: the register cannot be made, read or written.
    """
    try:
        with Register.open(where, create=False) as register:
            return read_paths(paths, register, options, lexicon=lexicon, watch=watch)
    except NoRegisterError:
        run = _Run(paths, options, lexicon, watch)
    with closing(run.readings()) as readings:
        first = tuple(islice(readings, 1))
        if not first:
            return run.tally.report(AddReport(), perf_counter() - run.began)
        with Register.open(where) as register:
            return run.write(chain(first, readings), register)


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
    return _Run(paths, options, lexicon, watch).readings()


class _Called(NamedTuple):
    """What a text is called."""

    name: str
    path: str | None


class _Run:
    """One run over some paths."""

    def __init__(
        self,
        paths: Iterable[str | Path],
        options: Options | None,
        lexicon: Lexicon | None,
        watch: Watch | None,
    ) -> None:
        self.began = perf_counter()
        self.paths = tuple(paths)
        self.options, self.watch = options or Options(), watch or Watch()
        self.lexicon = lexicon or default_lexicon()
        self.register: Register | None = None
        self.reader = reader_digest(self.lexicon)
        self.tally = Tally()
        self.total = sum(1 for one in find_sources(self.paths) if not isinstance(one, PassedOver))
        self.done = 0
        self.seen: dict[str, _Called] = {}
        """Document → what it was called when it was first met."""
        self.places: list[Place] = []
        """Where known texts stand that the register has under other paths."""

    def readings(self) -> Generator[Reading, None, None]:
        """Yield what is read; count and report the rest."""
        self._progress("")
        with closing(self._outcomes()) as outcomes:
            for outcome in outcomes:
                if isinstance(outcome, Failure):
                    self._failed(outcome)
                    continue
                self._read(outcome)
                yield outcome
                self._tell(outcome.document.name)

    def write(self, readings: Iterable[Reading], register: Register) -> Report:
        """Write readings, and where known texts stand now."""
        added = register.add(readings, reader=self.reader, lexicon=self.lexicon)
        added += register.stand(self.places)
        report = self.tally.report(added, perf_counter() - self.began)
        if not self.options.link:
            return report
        linked = link_documents(register, lexicon=self.lexicon, progress=self.watch.linking)
        if self.options.stand:
            Standing(register, self.lexicon).refresh(self.watch.linking)
        return replace(report, linked=linked)

    def _read(self, reading: Reading) -> None:
        """Count and tell a reading."""
        self.tally.read(reading)
        if self.watch.reading:
            self.watch.reading(reading)
        if reading.document.language != ARABIC:
            found = f"{len(reading.entries):,} entr{'y' if len(reading.entries) == 1 else 'ies'} found"
            self._remark(f"{reading.document.name}: most of it is not Arabic; only Arabic is read, {found}")

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
            if isinstance(source, PassedOver):
                self.tally.passed += source.count
                self._remark(f"{source.folder}: {source.files} passed over; name a file to have it read")
            elif (document := self._load(source)) is not None:
                yield from self._unread(document)

    def _unread(self, document: Document) -> Iterator[Document]:
        """Yield a document if it is to be read."""
        held = self.register.held(document.id) if self.register else None
        document = replace(document, given=self.options.given or (held.given if held else None))
        here = _Called(document.name, document.path)
        if document.id in self.seen:
            self.tally.copies += 1
            self._known(document, held, "has the text of", self.seen[document.id])
        elif held is not None and self._is_held(document, held):
            self.seen[document.id] = here
            self.tally.skipped += 1
            self._known(document, held, "is already read as", _Called(held.name, held.path))
        else:
            self.seen[document.id] = here
            yield document

    def _is_held(self, document: Document, held: Held) -> bool:
        """Say whether the register has a document as it would be read now."""
        return not self.options.again and (held.reader, held.given) == (self.reader, document.given)

    def _known(self, document: Document, held: Held | None, how: str, other: _Called) -> None:
        """Tell of a text that is not read again; say under which name it is known where that is another."""
        if document.path != other.path:
            same = document.name == other.name
            mine, theirs = (document.path, other.path) if same else (document.name, other.name)
            self._remark(f"{mine or document.name} {how} {theirs or other.name}")
        if held is None or document.path not in held.paths:
            self.places.append((document.id, document.path))
        self._tell(document.name)

    def _load(self, source: Path | str | SourceError) -> Document | None:
        """Load a source, or report why not."""
        try:
            if isinstance(source, SourceError):
                raise source
            return read_source(source, self.options.max_bytes)
        except SourceError as error:
            self._failed(failure_of(error, error.name))
        return None

    def _failed(self, failure: Failure) -> None:
        self.tally.failures.append(failure)
        if self.watch.failure:
            self.watch.failure(failure)
        self._tell(failure.name)

    def _remark(self, line: str) -> None:
        if self.watch.remark:
            self.watch.remark(line)

    def _tell(self, name: str) -> None:
        """Tell that one more source is done."""
        self.done += 1
        self._progress(name)

    def _progress(self, name: str) -> None:
        if self.watch.progress:
            self.watch.progress(Progress(self.done, max(self.total, self.done), name))


def _cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
