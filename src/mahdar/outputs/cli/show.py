"""`mahdar show`: the register, one document's page, or one entry."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Final

import typer

from mahdar.outputs.cli.filters import Asked, narrowed
from mahdar.outputs.cli.options import AsJson, RegisterPath, checked, examples

__all__ = ["app"]

FORMATS: Final = ("text", "json")

app = typer.Typer(rich_markup_mode=None, add_completion=False)

PAGES: Final = {
    "series": ("series_page", "show_series"),
    "links": ("links_page", "show_links"),
    "contradictions": ("contradictions_page", "show_contradictions"),
}
"""Words for a page of its own: its module, and the function that shows it (register, which, `as_json`)."""

_HELP = """Show the register, a document or an entry.

Without an argument: every document. With a document's name, its path, its name without the ending or the
beginning of its id: its page, entry by entry, each with its confidence and the words it rests on. With the
beginning of an entry's id: all its fields, and its words marked where they stand in the text. The options
narrow down which entries are shown.

With the word series: every series of meetings, edition by edition; with its id, or with the names of its
parties behind the word, one of them. With the word links: which entries of different documents say the same,
of all, or of the document or entry behind the word. With the word contradictions: passages that cannot
both be true, side by side, of all documents or of the one behind the word.

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
        "mahdar show series                      every dialogue, edition by edition",
        "mahdar show series iraq 'united states' one of them",
        "mahdar show links statement             what repeats it, with both wordings",
        "mahdar show contradictions --all        those that a person closed among them",
    ),
)
@narrowed
def show(  # noqa: PLR0913, PLR0917  # one option a parameter
    asked: Asked,
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="DOCUMENT|ENTRY|series|links|contradictions",
            help="A name or an id, or a word.",
            show_default=False,
        ),
    ] = None,
    which: Annotated[
        list[str] | None,
        typer.Argument(metavar="WHICH", help="Behind such a word: which of them.", show_default=False),
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show the rule that made each entry.")] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Of contradictions: also those that a person closed.")
    ] = False,
    register: RegisterPath = None,
    form: Annotated[
        str, typer.Option("--format", help="text, or json for programs (like --json).")
    ] = FORMATS[0],
    as_json: AsJson = False,
) -> None:
    """Show the register, a document or an entry."""
    as_json = as_json or checked("--format", form, FORMATS, "a form that can be shown") == "json"
    if everything and what != "contradictions":
        raise typer.BadParameter(
            "only contradictions are closed; say `show contradictions`", param_hint="--all"
        )
    if what in PAGES:
        module, function = PAGES[what]
        page = getattr(import_module(f"mahdar.outputs.cli.{module}"), function)
        more = {"everything": True} if everything else {}
        page(register, " ".join(which or ()) or None, as_json=as_json, **more)
        return
    if which:
        raise typer.BadParameter(f"{' '.join(which)} is one name too many; put a name with blanks in quotes")
    from mahdar.outputs.cli.showing import Showing, show_what  # noqa: PLC0415  # help is shown without it

    show_what(register, what, asked, Showing(explain=explain, as_json=as_json))
