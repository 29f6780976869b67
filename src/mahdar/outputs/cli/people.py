"""`mahdar people`: who is named, with which offices, when; and who is who."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Final

import typer

from mahdar.outputs.cli.options import AllVersions, AsJson, RegisterPath, Who, examples

__all__ = ["app"]

app = typer.Typer(rich_markup_mode=None, add_completion=False)

RULINGS: Final = {
    "merge": "merge_people",
    "split": "split_person",
    "undo": "undo_ruling",
    "rulings": "show_rulings",
}
"""Words for a ruling: the function of `ruling_page` that makes or shows it."""

_HELP = """Show who is named in the register, with their offices and where.

NAME is any part of a name, in Latin or in Arabic letters (spellings that differ only in marks, alef or ya
count as one), or the beginning of an id. Offices are those that the documents themselves give, each with the
days of the first and the last document that gives it.

With --office, --party and --on: who held an office on a day, as far as the documents show it.

merge A B makes one person of two, split PERSON DOCUMENT… says that some documents mean somebody else of that
name, undo N takes such a ruling back, rulings lists them. People are named by their id or by a name that fits
one alone. What is read later, or again, follows the rulings."""


@app.command(
    help=_HELP,
    epilog=examples(
        "mahdar people",
        "mahdar people blinken",
        "mahdar people --json",
        "mahdar people --office 'وزير الخارجية' --party USA --on 2021-07-26",
        "mahdar people merge 1276ccf1 8d20a4c7 --why 'two spellings of one name'",
        "mahdar people split safadi 08-press-conference --why 'his namesake'",
        "mahdar people undo 2",
    ),
)
def people(  # noqa: PLR0913, PLR0917  # one option a parameter
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME|merge|split|undo|rulings", help="Part of a name, or an id.", show_default=False
        ),
    ] = None,
    which: Annotated[
        list[str] | None,
        typer.Argument(metavar="WHICH", help="Behind such a word: what is ruled about.", show_default=False),
    ] = None,
    office: Annotated[
        str | None,
        typer.Option(
            metavar="TITLE", help="Who holds it: an office, in Arabic or English.", show_default=False
        ),
    ] = None,
    party: Annotated[
        str | None, typer.Option(help="Whose office: a code or a name.", show_default=False)
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="On which day: 2021-07-26.", show_default=False)
    ] = None,
    why: Annotated[str | None, typer.Option(help="The reason of a ruling.", show_default=False)] = None,
    who: Who = None,
    register: RegisterPath = None,
    all_versions: AllVersions = False,
    as_json: AsJson = False,
) -> None:
    """Show who is named in the register, or rule who is who."""
    if name in RULINGS:
        page = import_module("mahdar.outputs.cli.ruling_page")
        getattr(page, RULINGS[name])(page.Asked(register, tuple(which or ()), who, why, as_json))
        return
    if which:
        raise typer.BadParameter(f"{' '.join(which)} is one name too many; put a name with blanks in quotes")
    if office or party or on:
        _holder(register, office, party, on, as_json=as_json)
        return
    from mahdar.outputs.cli.people_page import show_people  # noqa: PLC0415  # help is shown without it

    show_people(register, name, as_json=as_json, all_versions=all_versions)


def _holder(
    register: str | None, office: str | None, party: str | None, on: str | None, *, as_json: bool
) -> None:
    """Show who held an office on a day."""
    if not (office and party and on):
        raise typer.BadParameter("--office, --party and --on go together: which office, whose, on which day")
    from mahdar.outputs.cli.holder_page import show_holder  # noqa: PLC0415

    show_holder(register, office, party, on, as_json=as_json)
