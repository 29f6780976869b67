"""Every error that Mahdar raises, in one tree: what happened, where, and what to do about it."""

from __future__ import annotations

__all__ = [
    "ChangedError",
    "EvidenceError",
    "ExportError",
    "ExportFileError",
    "LexiconError",
    "MahdarError",
    "NoRegisterError",
    "QueryError",
    "RegisterError",
    "SignInError",
    "SimilarError",
    "SourceError",
    "UnknownIdError",
]


class MahdarError(Exception):
    """The root of the tree; catching it catches everything that Mahdar raises on purpose."""


class EvidenceError(MahdarError):
    """An entry without evidence, or with evidence that is not in its document.

    Attributes:
        document: id of the document, or None where an entry has no evidence at all.
        start: offset of the claimed evidence.
        end: end of the claimed evidence, exclusive.
    """

    def __init__(self, what: str, document: str | None = None, start: int = -1, end: int = -1) -> None:
        self.document, self.start, self.end = document, start, end
        where = f" (document {document[:12]}, {start}-{end})" if document else ""
        super().__init__(f"{what}{where}")


class SourceError(MahdarError):
    """A file or stream that cannot be read as a document.

    Attributes:
        name: the file's path or the stream's name.
        reason: a fixed word for the failure (`empty`, `binary`, `too_large`, …), for counting.
        remedy: what the user can do.
    """

    def __init__(self, name: str, reason: str, what: str, remedy: str) -> None:
        self.name, self.reason, self.what, self.remedy = name, reason, what, remedy
        super().__init__(f"{name}: {what}; {remedy}")

    def __reduce__(self) -> tuple[type[SourceError], tuple[str, str, str, str]]:
        """Pickle with all arguments: failures travel between processes."""
        return type(self), (self.name, self.reason, self.what, self.remedy)


class LexiconError(MahdarError):
    """A lexicon file that cannot be read.

    Attributes:
        file: path below the lexicon folder.
        line: line in the file, counted from 1; 0 where the whole file is meant.
    """

    def __init__(self, file: str, line: int, what: str) -> None:
        self.file, self.line, self.what = file, line, what
        super().__init__(f"{file}:{line} {what}")


class RegisterError(MahdarError):
    """A register that cannot be opened, read or written."""


class NoRegisterError(RegisterError):
    """There is no register where one is asked for."""


class UnknownIdError(RegisterError):
    """A document, entry or person that the register does not hold, or an id prefix that fits several."""


class ChangedError(RegisterError):
    """An entry that has changed since whoever judges it looked at it; nothing was written.

    Attributes:
        entry: its whole id.
        event: number of the last event that changed it: a verdict made on the entry as it now is names this.
        who: who changed it last.
        at: when: ISO 8601, UTC.
    """

    def __init__(self, entry: str, event: int, who: str, at: str) -> None:
        self.entry, self.event, self.who, self.at = entry, event, who, at
        super().__init__(
            f"{who} has changed entry {entry} meanwhile ({at}); look at it as it is now, then judge it again"
        )


class QueryError(MahdarError):
    """A search that cannot be understood; the message says what can be asked.

    Attributes:
        part: the part of the search that is wrong, as written; the message begins with it.
    """

    def __init__(self, part: str, what: str) -> None:
        self.part, self.what = part, what
        super().__init__(f"{part} {what}")


class SignInError(MahdarError):
    """A sign-in that is refused; never says whether the name or the password is wrong.

    Attributes:
        wait: seconds after which it may be tried again; 0 where it may be tried at once.
    """

    def __init__(self, what: str, wait: int = 0) -> None:
        self.wait = wait
        super().__init__(what)


class BusyError(MahdarError):
    """As much is being done as may be done at once; the same can be asked again in a while."""


class SimilarError(MahdarError):
    """A search by meaning where it cannot be asked: without the extra, or without words."""


class GoldError(MahdarError):
    """An annotation that cannot be read.

    Attributes:
        name: the file's or folder's path.
    """

    def __init__(self, name: str, what: str) -> None:
        self.name = name
        super().__init__(f"{name} {what}")


class ExportError(MahdarError):
    """An export that cannot be written."""


class ExportFileError(MahdarError):
    """A file that is no export of a register, or not a whole one.

    Attributes:
        name: the file's path.
        line: where it went wrong, counted from 1; 0 where the whole file is meant.
    """

    def __init__(self, name: str, line: int, what: str) -> None:
        self.name, self.line, self.what = name, line, what
        super().__init__(f"{name}:{line}: {what}" if line else f"{name}: {what}")
