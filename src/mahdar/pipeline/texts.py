"""Documents' texts by their hash, from files and from a register; held against the hash each time."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Final

from mahdar.errors import SourceError, UnknownIdError
from mahdar.register import Register
from mahdar.sources import MAX_BYTES, STANDARD_INPUT, PassedOver, find_sources, read_source

__all__ = ["Texts"]

_AT_HAND: Final = 8
"""Texts kept in memory: records come document by document."""

_ID: Final = re.compile(r"[0-9a-f]{64}")


class Texts:
    """Where the texts of documents are found.

    Args:
        paths: files and folders, as `mahdar read` takes them.
        register: asked for what no file holds.
        max_bytes: the largest file to read.
    """

    def __init__(
        self, paths: Iterable[str | Path] = (), register: Register | None = None, max_bytes: int = MAX_BYTES
    ) -> None:
        self._register, self._max_bytes = register, max_bytes
        self._by_id: dict[str, Path | str] = {}
        self._by_name: dict[str, Path | str] = {}
        self._streamed: dict[str, str] = {}
        """Texts of standard input, which is read once."""
        self.failures: list[SourceError] = []
        """What could not be read."""
        self.text = lru_cache(maxsize=_AT_HAND)(self._text)
        self.named = lru_cache(maxsize=_AT_HAND)(self._named)
        for source in find_sources(paths):
            if isinstance(source, SourceError):
                self.failures.append(source)
            elif not isinstance(source, PassedOver):
                self._note(source)

    def _named(self, name: str) -> str | None:
        """Return the text of the file that is called so; None where there is none."""
        source = self._by_name.get(name)
        return None if source is None else self._read(source)

    def _text(self, document: str) -> str | None:
        """Return the text whose hash this is; None where nobody has it."""
        if not _ID.fullmatch(document):
            return None
        source = self._by_id.get(document)
        text = self._held(document) if source is None else self._read(source)
        if text is None or hashlib.sha256(text.encode()).hexdigest() != document:
            return None
        return text

    def _note(self, source: Path | str) -> None:
        """Note which text a file holds."""
        try:
            document = read_source(source, self._max_bytes)
        except SourceError as error:
            self.failures.append(error)
            return
        self._by_id.setdefault(document.id, source)
        self._by_name.setdefault(document.name, source)
        if source == STANDARD_INPUT:
            self._streamed[STANDARD_INPUT] = document.text

    def _read(self, source: Path | str) -> str | None:
        """Read a file again; None where it is gone meanwhile."""
        if isinstance(source, str):
            return self._streamed.get(source)
        try:
            return read_source(source, self._max_bytes).text
        except SourceError:
            return None

    def _held(self, document: str) -> str | None:
        """Return the text that the register has."""
        try:
            return self._register.text(document) if self._register else None
        except UnknownIdError:
            return None
