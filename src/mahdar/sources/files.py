"""One file or stream → one document."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO, Final

from mahdar.model.document import Document
from mahdar.sources import refusals
from mahdar.sources.decode import decode
from mahdar.sources.script import language_of

__all__ = ["MAX_BYTES", "STANDARD_INPUT", "display_name", "read_file", "read_source", "read_stream"]

MAX_BYTES: Final = 10_000_000
"""The largest file that is read unless the caller allows more: about five million Arabic letters."""

STANDARD_INPUT: Final = "-"


def read_source(source: str | Path, max_bytes: int = MAX_BYTES) -> Document:
    """Read a file, or standard input where the source is `-`.

    Raises:
        SourceError: it cannot be read as a document.
    """
    if source == STANDARD_INPUT:
        return read_stream(sys.stdin.buffer, STANDARD_INPUT, max_bytes)
    return read_file(Path(source), max_bytes)


def read_file(path: Path, max_bytes: int = MAX_BYTES) -> Document:
    """Read a file, whatever its ending.

    Args:
        path: of the file; a link to one is followed.
        max_bytes: the largest file to read.

    Returns:
        Its text, named by the file's name; `path` is where it stands, in full.

    Raises:
        SourceError: it is missing, unreadable, no regular file, too large, or holds no text.
    """
    shown = display_name(path)
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise refusals.not_a_file(shown)
        if found.st_size > max_bytes:
            raise refusals.too_large(shown, max_bytes)
        with path.open("rb") as stream:
            text = _read(stream, shown, max_bytes)
    except FileNotFoundError as error:
        raise refusals.missing(shown) from error
    except (OSError, ValueError) as error:
        raise refusals.unreadable(shown, _why(error)) from error
    where = display_name(path.absolute())
    return Document.of(text, display_name(path.name), path=where, language=language_of(text))


def read_stream(stream: BinaryIO, name: str, max_bytes: int = MAX_BYTES) -> Document:
    """Read a stream to its end.

    Args:
        stream: of bytes.
        name: what the document is called.
        max_bytes: the most to read.

    Raises:
        SourceError: it cannot be read, holds more than that, or no text.
    """
    try:
        text = _read(stream, name, max_bytes)
    except OSError as error:
        raise refusals.unreadable(name, _why(error)) from error
    return Document.of(text, name, language=language_of(text))


def display_name(path: str | Path) -> str:
    r"""Return a path as text that can be stored and shown: bytes that are no UTF-8 as `\xe9`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _read(stream: BinaryIO, name: str, max_bytes: int) -> str:
    """Read at most so many bytes: what a system says of a file's size need not hold."""
    data = stream.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise refusals.too_large(name, max_bytes)
    return decode(data, name)


def _why(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
