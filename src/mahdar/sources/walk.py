"""Paths as a user names them → the files to read, one after the other.

Of a folder those that end in .txt or .text, by name, then those of the folders in it; hidden ones are passed
over, links are followed. Other text files (.md, .csv) are read only when they are named:
what stands beside the record in a folder (a read-me, a list) is rarely part of it.

Nothing is collected but the names of one folder at a time and a number for each file met.
"""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from mahdar.errors import SourceError
from mahdar.sources import refusals
from mahdar.sources.files import STANDARD_INPUT, display_name
from mahdar.sources.passed import PassedOver, is_own

__all__ = ["SUFFIXES", "find_sources"]

SUFFIXES: Final = (".txt", ".text")


def find_sources(paths: Iterable[str | Path]) -> Iterator[Path | str | SourceError | PassedOver]:
    """Yield what is to be read, and errors for what cannot be.

    Args:
        paths: files, folders, and `-` for standard input.

    Yields:
        A path for each file, each file once however often it is named or linked; `-`; an error for a path
        that is missing, an address, or a folder that cannot be listed or holds nothing to read; behind each
        folder the files that were passed over in it, where there are any.
    """
    walk = _Walk()
    for path in paths:
        yield from walk.start(path)


class _Walk:
    """What has been met so far, by device and number."""

    def __init__(self) -> None:
        self._met: dict[int, set[int]] = {}
        self._input = False
        self._others: Counter[str] = Counter()

    def start(self, path: str | Path) -> Iterator[Path | str | SourceError | PassedOver]:
        """Yield what one named path stands for."""
        if path == STANDARD_INPUT:
            if not self._input:
                self._input = True
                yield STANDARD_INPUT
        elif isinstance(path, str) and path.lower().startswith(("http://", "https://")):
            yield refusals.address(path)
        else:
            yield from self._named(Path(path))

    def _named(self, path: Path) -> Iterator[Path | SourceError | PassedOver]:
        """Yield a named file, or what a named folder holds."""
        found = _stat(path)
        if isinstance(found, SourceError):
            yield found
        elif not stat.S_ISDIR(found.st_mode):
            if self._new(found):
                yield path
        elif self._new(found):
            yield from self._folder(path)

    def _folder(self, path: Path) -> Iterator[Path | SourceError | PassedOver]:
        """Yield what a named folder holds, or that it holds nothing; then what was passed over in it."""
        self._others, anything = Counter(), False
        for found in self._inside(path):
            anything = True
            yield found
        passed = PassedOver(display_name(path), self._others)
        if not anything:
            yield refusals.no_text_files(passed, SUFFIXES)
        elif self._others:
            yield passed

    def _inside(self, folder: Path) -> Iterator[Path | SourceError]:
        """Yield the files of a folder and of those below it; a folder met before is not entered again."""
        waiting = [folder]
        while waiting:
            here = waiting.pop()
            try:
                with os.scandir(here) as listing:
                    names = sorted(entry.name for entry in listing)
            except OSError as error:
                yield refusals.unreadable(display_name(here), error.strerror or str(error))
                continue
            below: list[Path] = []
            for name in names:
                if not name.startswith("."):
                    yield from self._entry(here / name, below)
            waiting += reversed(below)

    def _entry(self, path: Path, below: list[Path]) -> Iterator[Path | SourceError]:
        """Yield an entry of a folder if it is to be read; put it on the list if it is a folder."""
        found = _stat(path)
        wanted = path.suffix.lower() in SUFFIXES
        if isinstance(found, SourceError):
            if wanted:
                yield found
        elif stat.S_ISDIR(found.st_mode):
            if self._new(found):
                below.append(path)
        elif not wanted:
            if not is_own(path) and self._new(found):
                self._others[display_name(path.suffix).lower()] += 1
        elif self._new(found):
            yield path

    def _new(self, found: os.stat_result) -> bool:
        """Say whether a file or folder is met for the first time."""
        met = self._met.setdefault(found.st_dev, set())
        before = len(met)
        met.add(found.st_ino)
        return len(met) > before


def _stat(path: Path) -> os.stat_result | SourceError:
    """Return what the system knows of a path, or the error to report."""
    try:
        return path.stat()
    except FileNotFoundError:
        return refusals.missing(display_name(path))
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        return refusals.unreadable(display_name(path), why or str(error))
