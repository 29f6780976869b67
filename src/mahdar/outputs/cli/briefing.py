"""What `mahdar brief` does: makes a brief and writes it to a stream, or to a file in one step."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from mahdar.errors import ExportError
from mahdar.lexicon import default_lexicon
from mahdar.outputs.brief import write_brief
from mahdar.outputs.cli.options import open_register
from mahdar.pipeline.briefing import brief_on
from mahdar.pipeline.given import given_day

__all__ = ["Asked", "write"]

_BINARY = frozenset({"docx", "pdf"})


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for."""

    about: str
    language: str
    as_of: str | None
    form: str
    out: Path | None


def write(where: str | None, asked: Asked) -> None:
    """Make a brief and write it.

    Raises:
        ExportError: the file cannot be written.
        UnknownIdError: nothing is called so.
    """
    as_of = given_day(asked.as_of) if asked.as_of else datetime.now(UTC).date().isoformat()
    lexicon = default_lexicon()
    with open_register(where) as register:
        brief = brief_on(register, asked.about, as_of, lexicon)
    content = write_brief(brief, asked.form, asked.language, lexicon)
    if asked.out is not None and str(asked.out) != "-":
        _to_file(content, asked.out)
    elif asked.form in _BINARY and sys.stdout.isatty():
        raise ExportError(f"{asked.form} is no text for a terminal; name a file: -o brief.{asked.form}")
    else:
        sys.stdout.buffer.write(content)


def _to_file(content: bytes, out: Path) -> None:
    """Write a file in one step: one that was there before is replaced by a whole one or not at all."""
    part = out.with_name(f"{out.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        part.replace(out)
    except OSError as error:
        raise ExportError(f"{out}: cannot be written ({error.strerror}); name another file") from error
    finally:
        part.unlink(missing_ok=True)
