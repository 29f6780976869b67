"""Why something was not read: one record a failure, whatever failed."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.errors import MahdarError, SourceError

__all__ = ["Failure", "failure_of"]


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that was not read."""

    name: str
    """The file's path or the stream's name."""
    reason: str
    """A word of `sources.refusals.REASONS`, or `reading`: a stage refused the text; `defect`: one broke down;
    `killed`: the system ended the process that read it."""
    message: str
    """One line: what, where, and what to do."""
    refused: SourceError | None = None
    """The error itself, where a source could not be loaded."""


def failure_of(error: Exception, name: str) -> Failure:
    """Return what to report of an error that was met with a source of this name."""
    if isinstance(error, SourceError):
        return Failure(error.name, error.reason, str(error), error)
    if isinstance(error, MahdarError):
        return Failure(name, "reading", f"{name}: {error}")
    what = f"reading it broke down ({type(error).__name__}: {error}); please report this"
    return Failure(name, "defect", f"{name}: {what}")
