"""`mahdar people`: who is named, with which offices, where."""

from __future__ import annotations

from typing import Annotated

import typer

from mahdar.outputs.cli.options import AllVersions, AsJson, RegisterPath, examples

__all__ = ["app"]

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_HELP = """Show who is named in the register, with their offices and where.

NAME is any part of a name, in Latin or in Arabic letters (spellings that differ only in marks, alef or ya
count as one), or the beginning of an id. Offices are those that the documents themselves give."""


@app.command(help=_HELP, epilog=examples("mahdar people", "mahdar people blinken", "mahdar people --json"))
def people(
    name: Annotated[str | None, typer.Argument(help="Part of a name, or an id.", show_default=False)] = None,
    register: RegisterPath = None,
    all_versions: AllVersions = False,
    as_json: AsJson = False,
) -> None:
    """Show who is named in the register."""
    from mahdar.outputs.cli.people_page import show_people  # noqa: PLC0415  # help is shown without it

    show_people(register, name, as_json=as_json, all_versions=all_versions)
