"""`mahdar export`: the register for other programs."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from mahdar.errors import ExportError
from mahdar.outputs.cli.options import RegisterPath, examples, open_register
from mahdar.outputs.export import export_register
from mahdar.register import Register

__all__ = ["app"]

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class Format(StrEnum):
    """The form to write."""

    json = "json"
    jsonl = "jsonl"


_HELP = """Write the whole register, for other programs.

json is one object (documents, people, entries, links); jsonl is one object a line. Every span counts Unicode
code points in the document's text as it was read."""


@app.command(
    help=_HELP,
    epilog=examples(
        "mahdar export --format json -o register.json", "mahdar export --format jsonl | grep '\"call\"'"
    ),
)
def export(
    register: RegisterPath = None,
    format: Annotated[Format, typer.Option(help="The form to write.")] = Format.json,  # noqa: A002
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help="[default: standard output]", show_default=False),
    ] = None,
) -> None:
    """Write the register to a file or to standard output."""
    with open_register(register) as opened:
        if out is None or str(out) == "-":
            export_register(opened, format.value, sys.stdout)
        else:
            _to_file(opened, format.value, out)


def _to_file(register: Register, form: str, out: Path) -> None:
    """Write to a file in one step: a file that was there before is replaced by a whole one or not at all."""
    part = out.with_name(f"{out.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as stream:
            export_register(register, form, stream)
        part.replace(out)
    except OSError as error:
        raise ExportError(f"{out}: cannot be written ({error.strerror}); name another file") from error
    finally:
        part.unlink(missing_ok=True)
