"""Each format and what writes it: a text, a table a type in a folder, a workbook."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO, Final, TextIO

from mahdar.errors import ExportError
from mahdar.outputs.export.extract import extract
from mahdar.register import Register, Wanted

__all__ = ["FOLDERS", "FORMATS", "STREAMS", "export_files", "export_register", "export_workbook"]

STREAMS: Final = {
    "json": ("json", "whole"),
    "jsonl": ("json", "lines"),
    "jsonld": ("jsonld", "graph"),
    "ics": ("ics", "calendar"),
    "plover": ("plover", "events"),
}
"""Formats that are one text, with the module and the function that yields its pieces."""

FOLDERS: Final = {
    "csv": ("csv", "write_tables"),
    "parquet": ("parquet", "write_tables"),
    "gold": ("gold", "write_gold"),
}
"""Formats that are several files, one a type or (`gold`) one a document, with what writes them."""

FORMATS: Final = (*STREAMS, *FOLDERS, "xlsx")
"""Every format."""


def export_register(
    register: Register,
    format: str,  # noqa: A002  # the option's name
    out: TextIO,
    wanted: Wanted | None = None,
    **how: Any,  # noqa: ANN401  # what a format lets one choose
) -> tuple[str, ...]:
    """Write a register as one text.

    Args:
        register: may be written to meanwhile; what is added later is left out.
        format: one of `STREAMS`: `json` for one object, `jsonl` for one object a line, with its `record`.
        out: a text file; lines end in a newline alone.
        wanted: which entries; with them go the documents that hold them and the people of those. None for
            all that is not of an older version.
        how: `quotes=True` writes the words of each evidence beside its offsets (`json`, `jsonl`); `layout` is
            that of a table (`plover`): `tsv`, `csv` or `jsonl`.

    Returns:
        What was left out and why, one line each.

    Raises:
        ExportError: there is no such format, or the file cannot be written.
    """
    if format not in STREAMS:
        raise ExportError(f"{format} is no format of an export; use {' or '.join(STREAMS)}")
    with extract(register, wanted) as taken:
        for piece in _function(STREAMS[format])(taken, **how):
            _write(out, piece)
        return tuple(taken.remarks)


def export_files(
    register: Register,
    format: str,  # noqa: A002  # the option's name
    folder: Path,
    wanted: Wanted | None = None,
) -> tuple[str, ...]:
    """Write a register as one file a type, or one a document.

    Args:
        register: may be written to meanwhile; what is added later is left out.
        format: one of `FOLDERS`.
        folder: is there; files in it that have the names of tables are replaced.
        wanted: which entries, as in `export_register`.

    Returns:
        What was left out and why, one line each.

    Raises:
        ExportError: there is no such format, what it needs is not installed, or a file cannot be written.
    """
    if format not in FOLDERS:
        raise ExportError(f"{format} is no format of several files; use {' or '.join(FOLDERS)}")
    with extract(register, wanted) as taken:
        _function(FOLDERS[format])(taken, folder)
        return tuple(taken.remarks)


def export_workbook(register: Register, out: BinaryIO, wanted: Wanted | None = None) -> tuple[str, ...]:
    """Write a register as a workbook with a sheet a type.

    Args:
        register: may be written to meanwhile; what is added later is left out.
        out: a binary file.
        wanted: which entries, as in `export_register`.

    Returns:
        What was left out and why, one line each.

    Raises:
        ExportError: a table has more rows than a sheet can have.
    """
    with extract(register, wanted) as taken:
        _function(("xlsx", "write_workbook"))(taken, out)
        return tuple(taken.remarks)


def _function(place: tuple[str, str]) -> Callable[..., Any]:
    """Load what writes a format: each is loaded only when it is asked for."""
    module, name = place
    found: Callable[..., Any] = getattr(import_module(f"mahdar.outputs.export.{module}"), name)
    return found


def _write(out: TextIO, piece: str) -> None:
    """Write a piece, or say that it cannot be written; a broken pipe is the caller's to notice."""
    try:
        out.write(piece)
    except BrokenPipeError:
        raise
    except OSError as error:
        name = getattr(out, "name", "the output")
        raise ExportError(f"{name}: cannot be written ({error.strerror}); check the disk's room") from error
