"""A lot of given documents, read into the register in a process of its own; what became of each is kept."""

from __future__ import annotations

import os
import shutil
import signal
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from typing import Any, Final, NamedTuple

from mahdar.errors import MahdarError, SourceError
from mahdar.lexicon import Lexicon
from mahdar.model.document import Document
from mahdar.model.reading import Reading
from mahdar.model.units import IsoDate
from mahdar.pipeline.digest import reader_digest
from mahdar.pipeline.failures import Failure, failure_of
from mahdar.pipeline.linking import link_documents
from mahdar.pipeline.workers import read_here
from mahdar.register import Register
from mahdar.sources import read_stream

__all__ = ["Lot", "read_lot"]

_BEHIND: Final = 5
"""How much less right to the processor than whoever answers: the nice value."""
_SIGN: Final = 10.0
"""Seconds between two signs of life."""
_TOLD: Final = 1.0
"""Seconds between two words on how far it is."""


class Lot(NamedTuple):
    """What is to be read."""

    id: str
    where: str
    """The register."""
    folder: str
    """Holds the documents, named by their numbers."""
    heads: tuple[tuple[str, IsoDate | None], ...]
    """Each document's name, and the day that was given for it."""
    who: str
    overlay: Path | None
    """A lexicon's folder of the user's own."""


def read_lot(lot: Lot) -> None:
    """Read a lot and note what became of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server ends its own in order
    with suppress(OSError):
        os.nice(_BEHIND)
    try:
        with Register.open(lot.where, create=False) as register:
            reading = _Reading(lot, register)
            with _signs(reading):
                reading.run()
    finally:
        shutil.rmtree(lot.folder, ignore_errors=True)  # whoever began this may be gone


class _Reading:
    """One lot while it is read."""

    def __init__(self, lot: Lot, register: Register) -> None:
        self._lot, self._register, self._lexicon = lot, register, Lexicon(lot.overlay)
        self._reader = reader_digest(self._lexicon)
        self._became: list[dict[str, Any]] = []
        self._told = 0.0

    def run(self) -> None:
        """Read, link, and note what became of each document."""
        with suppress(MahdarError):  # what one document did is noted with it; a register that fails ends it
            self._register.add(
                self._readings(), reader=self._reader, who=self._lot.who, lexicon=self._lexicon
            )
            self.sign()
            linked = link_documents(self._register, lexicon=self._lexicon)
            result = {"documents": self._became, "linked": self._linked(), "links": linked.links}
            self._register.uploads.end(self._lot.id, "done", result)

    def sign(self) -> None:
        """Give a sign of life."""
        with suppress(MahdarError):
            self._register.uploads.tell(self._lot.id, len(self._became))

    def _readings(self) -> Iterator[Reading]:
        """Yield what is read; note the rest."""
        for number, (name, day) in enumerate(self._lot.heads):
            document = self._load(number, name, day)
            if document is not None and not self._is_known(document):
                for outcome in read_here([document], self._lexicon):
                    if isinstance(outcome, Failure):
                        self._failed(outcome)
                    else:
                        self._read(outcome)
                        yield outcome
            self._tell()

    def _load(self, number: int, name: str, day: IsoDate | None) -> Document | None:
        try:
            with (Path(self._lot.folder) / str(number)).open("rb") as stream:
                document = read_stream(stream, name)
        except SourceError as error:
            self._failed(failure_of(error, name))
            return None
        held = self._register.held(document.id)
        return replace(document, given=day or (held.given if held else None))

    def _is_known(self, document: Document) -> bool:
        """Note a document that the register has as it would be read now, or that the lot has twice."""
        held = self._register.held(document.id)
        twice = any(one.get("id") == document.id for one in self._became)
        as_now = held is not None and (held.reader, held.given) == (self._reader, document.given)
        if twice or as_now:
            self._became.append({"name": document.name, "id": document.id, "state": "known"})
        return twice or as_now

    def _read(self, found: Reading) -> None:
        document = found.document
        self._became.append(
            {
                "name": document.name, "id": document.id, "state": "read",
                "language": document.language, "articles": len(found.page.articles),
                "entries": dict(sorted(Counter(one.entry.type for one in found.entries).items())),
            }
        )  # fmt: skip

    def _failed(self, failure: Failure) -> None:
        said = {"reason": failure.reason, "message": failure.message}
        self._became.append({"name": failure.name, "state": "failed", **said})

    def _tell(self) -> None:
        """Note how far it is, not too often."""
        if monotonic() - self._told > _TOLD:
            self._told = monotonic()
            self.sign()

    def _linked(self) -> list[dict[str, Any]]:
        """Return with which documents the new ones were linked, and how."""
        found: Counter[tuple[str, str, str]] = Counter()
        for one in self._became:
            if one["state"] == "read":
                found.update(self._links_of(one["id"]))
        names = {id_: self._register.document(id_).name for _, id_, _ in found}
        return [
            {"document": mine, "other": other, "name": names[other], "kind": kind, "count": count}
            for (mine, other, kind), count in sorted(found.items())
        ]

    def _links_of(self, document: str) -> Iterator[tuple[str, str, str]]:
        own = {one.id for one in self._register.entries(document)}
        for link in self._register.links(sorted(own)):
            other = link.target if link.source in own else link.source
            if other not in own:
                yield document, self._register.entry(other).document, link.kind


class _signs:  # noqa: N801  # read as a word: with signs of life
    """Gives signs of life as long as it is open."""

    def __init__(self, reading: _Reading) -> None:
        self._reading, self._ended = reading, Event()
        self._thread = Thread(target=self._give, daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _give(self) -> None:
        while not self._ended.wait(_SIGN):
            self._reading.sign()
