"""`mahdar export`: the register for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from mahdar.outputs.cli.filters import Asked, narrowed
from mahdar.outputs.cli.options import RegisterPath, checked, examples

__all__ = ["app"]

app = typer.Typer(rich_markup_mode=None, add_completion=False)

FORMATS: Final = ("json", "jsonl")

_HELP = """Write the register, for other programs.

json is one object (documents, people, entries, links); jsonl is one object a line. Every span counts Unicode
code points in the document's text as it was read. Where the options narrow down which entries are wanted,
only the documents that hold them are written, and the people of those. Older versions of changed files are
left out unless --all-versions asks for them."""


@app.command(
    help=_HELP,
    epilog=examples(
        "mahdar export --format json -o register.json",
        "mahdar export --class commit --due -o promises.json",
        "mahdar export --format jsonl | grep '\"call\"'",
    ),
)
@narrowed
def export(
    asked: Asked,
    register: RegisterPath = None,
    format: Annotated[str, typer.Option(help="json or jsonl.")] = FORMATS[0],  # noqa: A002
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help="[default: standard output]", show_default=False),
    ] = None,
) -> None:
    """Write the register to a file or to standard output."""
    form = checked("--format", format, FORMATS, "a format that can be written")
    from mahdar.outputs.cli.exporting import write_export  # noqa: PLC0415  # help is shown without it

    write_export(register, asked, form, out)
