"""Bytes that somebody gives → a process that reads them into the register, and tells how far it is.

Whoever serves the desk stays quick meanwhile, and loses nothing when the process is killed: each document is
in the register whole or not at all, and the register says how far it came.
"""

from __future__ import annotations

import secrets
import shutil
import tempfile
from collections.abc import Sequence
from datetime import timedelta
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread
from typing import Final, NamedTuple

from mahdar.errors import BusyError, MahdarError
from mahdar.lexicon import Lexicon
from mahdar.model.units import IsoDate
from mahdar.model.uploads import Upload
from mahdar.pipeline.uploaded import Lot, read_lot
from mahdar.register import Register

__all__ = ["AT_ONCE", "MOST_FILES", "Given", "is_alive", "state_now", "take_in"]

MOST_FILES: Final = 200
"""Documents given at one time."""
AT_ONCE: Final = 4
"""Lots that are read at the same time."""
_SILENT: Final = timedelta(seconds=60)
"""Whoever reads and gives no sign of life for so long has ended."""
_LONGEST: Final = 3600.0
"""Seconds that reading one lot may take."""


class Given(NamedTuple):
    """A document as it is given."""

    name: str
    data: bytes
    day: IsoDate | None = None
    """On which it was published, where it states none."""


def take_in(register: Register, lexicon: Lexicon, given: Sequence[Given], who: str) -> str:
    """Begin to read documents into a register, and return the id under which it tells how far that is.

    Args:
        register: is written to, by another process.
        lexicon: what is known of the language.
        given: the documents.
        who: stands in the events.

    Raises:
        BusyError: too much is being read.
        MahdarError: nothing is given, or too much.
    """
    if not 1 <= len(given) <= MOST_FILES:
        raise MahdarError(f"give 1 to {MOST_FILES} documents at once, not {len(given)}")
    id_ = secrets.token_hex(8)
    if not register.uploads.begin(id_, who, len(given), most=AT_ONCE, since=_since(register)):
        raise BusyError("many documents are being read; wait until some are done, then add these")
    folder = Path(tempfile.mkdtemp(prefix="mahdar-"))
    for number, one in enumerate(given):
        (folder / str(number)).write_bytes(one.data)
    heads = tuple((one.name, one.day) for one in given)
    overlay = lexicon.roots[0] if len(lexicon.roots) > 1 else None
    lot = Lot(id_, register.where, str(folder), heads, who, overlay)
    process = get_context("spawn").Process(target=read_lot, args=(lot,), name=f"upload-{id_}", daemon=True)
    process.start()
    Thread(target=_attend, args=(process, register, lot), name=f"attends-{id_}", daemon=True).start()
    return id_


def is_alive(register: Register, upload: Upload) -> bool:
    """Say whether documents are still being read: whoever read them may have been killed."""
    return upload.state == "running" and upload.seen > _since(register)


def state_now(register: Register, upload: Upload) -> str:
    """Return one of `UPLOAD_STATES`, or `interrupted` where whoever read gives no sign of life any more."""
    return "interrupted" if upload.state == "running" and not is_alive(register, upload) else upload.state


def _attend(process: BaseProcess, register: Register, lot: Lot) -> None:
    """Wait for the process that reads, and clear up behind it, however it ended."""
    process.join(_LONGEST)
    if process.is_alive():
        process.kill()
        process.join()
    shutil.rmtree(lot.folder, ignore_errors=True)
    try:
        register.uploads.end(lot.id, "failed", {"why": "killed" if process.exitcode else "ended"})
    except MahdarError:  # the register is closed or being written for long; the missing signs of life tell
        return


def _since(register: Register) -> str:
    return (register.now() - _SILENT).isoformat(timespec="milliseconds")
