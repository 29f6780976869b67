"""`mahdar export`: the register for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from mahdar.outputs.cli.filters import Asked, narrowed
from mahdar.outputs.cli.options import RegisterPath, checked, examples

__all__ = ["app"]

app = typer.Typer(rich_markup_mode=None, add_completion=False)

FORMATS: Final = ("json", "jsonl", "csv", "xlsx", "jsonld", "parquet", "ics", "plover", "gold")

_HELP = """Write the register, for other programs.

\b
json     one object: documents, people, entries, links
jsonl    the same, one object a line
csv      one table a type, in a folder or a .zip; or of one --type
xlsx     a workbook with a sheet a type
jsonld   linked data: schema.org, Web Annotations, PROV
parquet  typed tables, in a folder or a .zip (an extra: pip install 'mahdar[parquet]')
ics      a calendar of meetings and of days on which something is due
plover   a table of PLOVER events, tab-separated; as -o FILE.csv or FILE.jsonl in that form
gold     what people judged, as an annotation: one file a document judged whole, in a folder

Every span counts Unicode code points in the document's text as it was read. Where the options narrow down
which entries are wanted, only the documents that hold them are written, and the people of those. Older
versions of changed files are left out unless --all-versions asks for them. What was there before is replaced
once the new export is whole."""


@app.command(
    help=_HELP,
    epilog=examples(
        "mahdar export --format json -o register.json",
        "mahdar export --class commit --due -o promises.json",
        "mahdar export --format jsonl | grep '\"call\"'",
        "mahdar export --format xlsx -o register.xlsx",
        "mahdar export --format csv -o tables/",
        "mahdar export --format csv --type meeting > meetings.csv",
        "mahdar export --format ics --party KWT -o kuwait.ics",
    ),
)
@narrowed
def export(
    asked: Asked,
    register: RegisterPath = None,
    format: Annotated[str, typer.Option(help=f"{', '.join(FORMATS[:-1])} or {FORMATS[-1]}.")] = FORMATS[0],  # noqa: A002
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            metavar="PLACE",
            help="A file, a folder or a .zip. [default: standard output]",
            show_default=False,
        ),
    ] = None,
    quotes: Annotated[
        bool, typer.Option("--quotes", help="In json and jsonl: with each span the words that stand there.")
    ] = False,
) -> None:
    """Write the register to a file, a folder or standard output."""
    form = checked("--format", format, FORMATS, "a format that can be written")
    from mahdar.outputs.cli.exporting import Target, write_export  # noqa: PLC0415  # help is shown without it

    write_export(register, asked, Target(form, out, quotes))
