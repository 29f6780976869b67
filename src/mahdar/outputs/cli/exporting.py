"""What `mahdar export` does: writes to a stream, or to a file in one step."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from mahdar.errors import ExportError
from mahdar.outputs.cli.asking import question
from mahdar.outputs.cli.filters import Asked
from mahdar.outputs.cli.options import open_register
from mahdar.outputs.export import export_register
from mahdar.register import Register, Wanted

__all__ = ["write_export"]


def write_export(where: str | None, asked: Asked, form: str, out: Path | None) -> None:
    """Write what is asked for of a register.

    Raises:
        ExportError: the file cannot be written.
    """
    with open_register(where) as register:
        wanted = question(asked, register)
        if out is None or str(out) == "-":
            export_register(register, form, sys.stdout, wanted)
        else:
            _to_file(register, wanted, form, out)


def _to_file(register: Register, wanted: Wanted, form: str, out: Path) -> None:
    """Write to a file in one step: a file that was there before is replaced by a whole one or not at all."""
    part = out.with_name(f"{out.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as stream:
            export_register(register, form, stream, wanted)
        part.replace(out)
    except OSError as error:
        raise ExportError(f"{out}: cannot be written ({error.strerror}); name another file") from error
    finally:
        part.unlink(missing_ok=True)
