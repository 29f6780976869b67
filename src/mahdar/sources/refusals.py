"""Every reason why something is not read, with what to do about it: one function a reason."""

from __future__ import annotations

from typing import Final

from mahdar.errors import SourceError
from mahdar.sources.passed import PassedOver

__all__ = [
    "REASONS", "address", "binary", "damaged", "empty", "encoding", "markup", "missing", "no_text_files",
    "not_a_file", "structured", "too_large", "unreadable",
]  # fmt: skip

REASONS: Final = (
    "missing", "unreadable", "not_a_file", "no_text_files", "address", "too_large", "empty", "binary",
    "markup", "structured", "damaged", "encoding",
)  # fmt: skip
"""The words that `SourceError.reason` can be. Order: from finding a file to understanding it."""


def missing(name: str) -> SourceError:
    """Nothing stands at this path."""
    return SourceError(name, "missing", "there is no such file or folder", "check the path")


def unreadable(name: str, why: str) -> SourceError:
    """The system refuses to open or to read it."""
    return SourceError(name, "unreadable", f"cannot be read ({why})", "check who may read it")


def not_a_file(name: str) -> SourceError:
    """A socket, a pipe or a device."""
    what = "is a socket, a pipe or a device, not a file"
    return SourceError(name, "not_a_file", what, "to read from a pipe, name - and redirect into it")


def no_text_files(passed: PassedOver, suffixes: tuple[str, ...]) -> SourceError:
    """A folder without anything to read in it."""
    name = passed.folder
    held = f"; it holds {passed.files}" if passed.endings else ""
    remedy = "name a file of another ending directly, or save the pages as plain text"
    return SourceError(name, "no_text_files", f"holds no {' or '.join(suffixes)} file{held}", remedy)


def address(name: str) -> SourceError:
    """A web address."""
    return SourceError(name, "address", "is a web address", "save the page as plain text and read that file")


def too_large(name: str, limit: int) -> SourceError:
    """More bytes than the limit."""
    what = f"is larger than {limit:,} bytes"
    return SourceError(name, "too_large", what, "split it, or raise the limit with --max-bytes")


def empty(name: str) -> SourceError:
    """No bytes, or nothing but blanks."""
    return SourceError(name, "empty", "holds no text", "remove it, or save it again")


def binary(name: str, what: str) -> SourceError:
    """A file that is no text."""
    return SourceError(name, "binary", f"is {what}, not plain text", "save its text as UTF-8 and read that")


def markup(name: str, what: str) -> SourceError:
    """Text that is written for a program to show."""
    return SourceError(name, "markup", f"is {what}", "save what it shows as plain text and read that")


def structured(name: str) -> SourceError:
    """JSON: data about texts, not a text."""
    return SourceError(name, "structured", "is JSON, not a text", "save each text in it as a file of its own")


def damaged(name: str, at: int) -> SourceError:
    """UTF-8 with bytes in it that are none: cut off, or patched together."""
    what = f"is UTF-8 with a damaged byte at position {at:,}"
    return SourceError(name, "damaged", what, "fetch or save it again; guessing would change its words")


def encoding(name: str) -> SourceError:
    """Bytes in no encoding that can be told with certainty."""
    what = "is not in UTF-8, UTF-16 or windows-1256"
    return SourceError(name, "encoding", what, "open it in an editor and save it as UTF-8")
