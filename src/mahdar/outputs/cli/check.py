"""`mahdar check`: whether an export still stands in its documents."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from mahdar.outputs.cli.options import AsJson, RegisterPath, examples

__all__ = ["app"]

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_MOST_BYTES: Final = 10_000_000

_HELP = """Check that every quotation of an export still stands in its document.

EXPORT is what `mahdar export` wrote as json or jsonl, of this register or of anybody's. A document is known
by the hash of its text: its text is looked for in the files and folders that --text names (once for each), or
in the register. Each span is held against the text, each id against the spans that it is made of, and the
words beside the spans (`mahdar export --quotes`) against the words in the text. Nothing is written, nothing
fetched.

\b
verified  its text is here, and everything stands in it
wrong     its text is here, and something does not
changed   a file of its name is here, with another text
missing   its text is not here

Exit code 0: all is verified. 1: not all, or the file is no export."""


@app.command(
    help=_HELP,
    epilog=examples(
        "mahdar check register.json --text statements/",
        "mahdar check theirs.jsonl --text one.txt --text two.txt",
        "mahdar check register.json --register mahdar.sqlite",
        "mahdar export --quotes | mahdar check - --text statements/",
    ),
)
def check(
    export: Annotated[str, typer.Argument(metavar="EXPORT", help="A file, or -.", show_default=False)],
    text: Annotated[
        list[str] | None,
        typer.Option("--text", metavar="PATH", help="Files and folders of texts.", show_default=False),
    ] = None,
    register: RegisterPath = None,
    max_bytes: Annotated[int, typer.Option(metavar="N", help="The largest text to read.")] = _MOST_BYTES,
    as_json: AsJson = False,
) -> None:
    """Check an export against texts."""
    from mahdar.outputs.cli.checking import Texted, check_export  # noqa: PLC0415  # help is shown without it

    check_export(export, Texted(tuple(text or ()), register, max_bytes), as_json=as_json)
