"""The lexicon as a whole: its files, its digest, and the tables compiled from it.

Compiled tables are kept in memory and, by the digest of all files and of the compiling code's version, in
the user's cache folder: a cold start then reads one file instead of conjugating every verb.
"""

from __future__ import annotations

import gc
import hashlib
import io
import os
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import fields, is_dataclass
from functools import cache, cached_property
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from operator import attrgetter
from pathlib import Path
from typing import Any, TypeVar

from mahdar.errors import LexiconError
from mahdar.lexicon.load import Row, read_toml, read_tsv

__all__ = ["Lexicon", "cache_folder", "default_lexicon"]

T = TypeVar("T")


class Lexicon:
    """All lexicon files, a user's own laid over the shipped ones.

    Args:
        overlay: a folder with the same layout; a file in it replaces the shipped file of that path.
    """

    def __init__(self, overlay: Path | None = None) -> None:
        self.roots = tuple(p for p in (overlay, _shipped()) if p is not None)
        self._tables: dict[str, Any] = {}
        self._rows: dict[str, tuple[Row, ...]] = {}

    def path(self, name: str) -> Path:
        """Return where a lexicon file stands.

        Args:
            name: path below the folder: `ar/acts.toml`.

        Raises:
            LexiconError: no such file.
        """
        for root in self.roots:
            if (root / name).is_file():
                return root / name
        raise LexiconError(name, 0, "is not in the lexicon")

    def rows(self, name: str, table: str | None = None) -> tuple[Row, ...]:
        """Return the rows of a file; `table` keeps those of one TOML array.

        Raises:
            LexiconError: the file is missing or malformed.
        """
        if name not in self._rows:
            read = read_tsv if name.endswith(".tsv") else read_toml
            self._rows[name] = read(self.path(name), name)
        rows = self._rows[name]
        return rows if table is None else tuple(r for r in rows if r.table == table)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every file of the lexicon, sorted."""
        found = {
            path.relative_to(root).as_posix()
            for root in self.roots
            for path in root.rglob("*")
            if path.suffix in {".tsv", ".toml"}
        }
        return tuple(sorted(found))

    @cached_property
    def digest(self) -> str:
        """Twelve hex digits that change whenever any file does."""
        total = hashlib.sha256()
        for name in self.names:
            total.update(name.encode() + b"\0" + self.path(name).read_bytes())
        return total.hexdigest()[:12]

    def table(self, name: str, build: Callable[[Lexicon], T]) -> T:
        """Return a compiled table, building it at most once for these files.

        Args:
            name: the table's name, unique in the program.
            build: makes it from the lexicon; its result must pickle.
        """
        if name not in self._tables:
            with _collector_paused():
                self._tables[name] = self._cached(name, build)
        found: T = self._tables[name]
        return found

    def _cached(self, name: str, build: Callable[[Lexicon], T]) -> T:
        """Read a table from the cache folder, or build and keep it there."""
        kept = cache_folder() / f"{name}-{self.digest}-{_code_digest()}.pickle"
        with suppress(OSError, pickle.PickleError, EOFError, AttributeError, ImportError, IndexError):
            found: T = pickle.loads(kept.read_bytes())  # noqa: S301  # the user's own cache folder
            return found
        made = build(self)
        _keep(kept, _pickled(made))
        return made


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Make or load tables without looking for cycles: there are none in them.

    Measured on the shipped lexicon: compiling takes two thirds of the time, loading less than half.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@cache
def default_lexicon() -> Lexicon:
    """Return the shipped lexicon, with the folder `$MAHDAR_LEXICON` laid over it where that is set."""
    overlay = os.environ.get("MAHDAR_LEXICON")
    return Lexicon(Path(overlay) if overlay else None)


def _shipped() -> Path:
    """Return the folder of the shipped lexicon."""
    return Path(str(files("mahdar.lexicon"))) / "data"


def cache_folder() -> Path:
    """Return the user's cache folder for what is compiled once: `$MAHDAR_CACHE`, else `$XDG_CACHE_HOME`."""
    base = os.environ.get("MAHDAR_CACHE") or os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "mahdar"


@cache
def _code_digest() -> str:
    """Hash the compiling code, so that a changed compiler never reads an old table."""
    total = hashlib.sha256()
    for path in sorted(Path(str(files("mahdar.lexicon"))).glob("*.py")):
        total.update(path.read_bytes())
    with suppress(PackageNotFoundError):
        total.update(version("mazini").encode())
    return total.hexdigest()[:8]


class _Pickler(pickle.Pickler):
    """Writes frozen records as calls of their class.

    Pickle's own way looks every record's fields up again on loading; measured on the shipped lexicon, tables
    load five times as fast this way.
    """

    def reducer_override(self, obj: Any) -> Any:  # noqa: ANN401  # pickle's own signature
        """Reduce a record to its class and its values; leave everything else to pickle."""
        values = _values_of(obj.__class__)
        return NotImplemented if values is None else (obj.__class__, values(obj))


@cache
def _values_of(record: type[Any]) -> Callable[[object], tuple[Any, ...]] | None:
    """Return what reads a record's values in order; None for what is no record."""
    if not is_dataclass(record):
        return None
    names = tuple(field.name for field in fields(record))
    if len(names) > 1:
        return attrgetter(*names)
    return lambda one: tuple(getattr(one, name) for name in names)


def _pickled(table: object) -> bytes:
    """Return a table as bytes."""
    out = io.BytesIO()
    _Pickler(out, protocol=pickle.HIGHEST_PROTOCOL).dump(table)
    return out.getvalue()


_KEPT = 3
"""Versions of one table that the cache folder keeps."""


def _forget_old(path: Path) -> None:
    """Remove all but the newest versions of a table."""
    name = path.name.split("-")[0]
    versions = sorted(path.parent.glob(f"{name}-*.pickle"), key=lambda p: p.stat().st_mtime)
    for old in versions[:-_KEPT]:
        old.unlink(missing_ok=True)


def _keep(path: Path, data: bytes) -> None:
    """Write a cache file in one step; a cache that cannot be written is no failure."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}")
        part.write_bytes(data)
        part.replace(path)
        _forget_old(path)
