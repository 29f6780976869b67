"""What a program calls: read a text, read files, open a register. Shown to it as `mahdar.read` and so on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import overload

from mahdar.errors import MahdarError
from mahdar.lexicon import Lexicon, default_lexicon
from mahdar.model.document import Document
from mahdar.model.reading import Reading
from mahdar.model.units import IsoDate
from mahdar.pipeline.document import read_document
from mahdar.pipeline.failures import Failure
from mahdar.pipeline.given import given_day
from mahdar.pipeline.local import Options, Watch, read_all, read_paths
from mahdar.pipeline.reports import Report
from mahdar.register import Register
from mahdar.sources.script import language_of

__all__ = ["open_register", "read", "read_text"]

Sources = str | Path | Iterable[str | Path]
Day = str | dt.date


def read_text(
    text: str, name: str = "text", *, date: Day | None = None, lexicon: Lexicon | None = None
) -> Reading:
    """Read a text.

    Args:
        text: as it is; offsets count its code points.
        name: what the document is called.
        date: the day on which it was published, from which «yesterday» counts where the text states none.
        lexicon: the default one where None.

    Raises:
        MahdarError: the date is none.

    >>> reading = read_text("أعرب الوزير عن تقديره لدولة الكويت.")
    >>> reading.document.language
    'ar'
    """
    document = Document.of(text, name, language=language_of(text))
    document = replace(document, given=_day(date))
    return read_document(document, lexicon or default_lexicon())


@overload
def read(
    sources: Sources, register: None = None, jobs: int = 1, *, date: Day | None = None
) -> Iterator[Reading]: ...
@overload
def read(sources: Sources, register: Register, jobs: int = 1, *, date: Day | None = None) -> Report: ...
def read(
    sources: Sources, register: Register | None = None, jobs: int = 1, *, date: Day | None = None
) -> Iterator[Reading] | Report:
    """Read files, folders or a text.

    Args:
        sources: one path or several, `-` for standard input; a string of more than one line is itself the
            text to read (`read_text` takes any).
        register: where to keep what is found; None hands it back.
        jobs: processes; more than 1 wants the caller's program to be guarded by `if __name__ == "__main__"`.
        date: the day on which they were published (`2021-07-27` or a `datetime.date`): the base of relative
            dates where a document states no day of its own. The register keeps it apart from what is stated.

    Returns:
        Without a register the readings, one after the other as they are asked for; with one a report, which
        lists what failed.

    Raises:
        MahdarError: the date is none.
        SourceError: without a register, something cannot be read; with one, it stands in the report.
        RegisterError: the register cannot be written.

    Example:
        for reading in mahdar.read("statements/"):
            print(reading.document.name, len(reading.entries))
    """
    if isinstance(sources, str) and "\n" in sources:
        readings = iter((read_text(sources, date=date),))
        return readings if register is None else Report(register.add(readings))
    paths = (sources,) if isinstance(sources, str | Path) else tuple(sources)
    options = Options(jobs=jobs, given=_day(date))
    if register is not None:
        return read_paths(paths, register, options)
    return read_all(paths, options, watch=Watch(failure=_fail))


def open_register(where: str | Path = "mahdar.sqlite", *, create: bool = True) -> Register:
    """Open a register, and make one where there is none.

    Args:
        where: a file's path or a database's address.
        create: False where a missing register is a mistake.

    Raises:
        RegisterError: there is none, or it may not be used.
    """
    return Register.open(where, create=create)


def _day(date: Day | None) -> IsoDate | None:
    return None if date is None else given_day(date)


def _fail(failure: Failure) -> None:
    """Raise a failure where nobody else would hear of it."""
    raise failure.refused or MahdarError(failure.message)
