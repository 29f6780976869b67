"""`mahdar show`: the register, one document's page, or one entry."""

from __future__ import annotations

from typing import Annotated

import typer

from mahdar.outputs.cli.filters import Asked, narrowed
from mahdar.outputs.cli.options import AsJson, RegisterPath, examples

__all__ = ["app"]

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_HELP = """Show the register, a document or an entry.

Without an argument: every document. With a document's name, its path, its name without the ending or the
beginning of its id: its page, entry by entry, each with its confidence and the words it rests on. With the
beginning of an entry's id: all its fields, and its words marked where they stand in the text. The options
narrow down which entries are shown.

A day asked for by --from and --until is an entry's own (of meetings, instruments and dates), else the day of
its article; with --due it is the day by which it is to be done."""


@app.command(
    help=_HELP,
    epilog=examples(
        "mahdar show",
        "mahdar show statement",
        "mahdar show 3f2a9c1b                    an entry, its words marked in the text",
        "mahdar show --class commit --party USA --party KWT",
        "mahdar show --due --sort date --from 2021-01",
        "mahdar show --speaker blinken --contains 'الطاقة'",
        "mahdar show statement.txt --track energy --json",
    ),
)
@narrowed
def show(
    asked: Asked,
    what: Annotated[
        str | None, typer.Argument(metavar="DOCUMENT|ENTRY", help="A name or an id.", show_default=False)
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show the rule that made each entry.")] = False,
    register: RegisterPath = None,
    as_json: AsJson = False,
) -> None:
    """Show the register, a document or an entry."""
    from mahdar.outputs.cli.showing import Showing, show_what  # noqa: PLC0415  # help is shown without it

    show_what(register, what, asked, Showing(explain=explain, as_json=as_json))
