"""`mahdar link`: what documents say of the same thing is tied together."""

from __future__ import annotations

from typing import Annotated

import typer

from mahdar.outputs.cli.options import AsJson, RegisterPath, examples

__all__ = ["app"]

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_HELP = """Link what documents say of the same thing.

`mahdar read` does this for what it reads; this command is for a register that was written before there were
links, for a run that was stopped, and for documents whose entries were reviewed since. Meetings that several
documents tell of become one occasion, occasions of one dialogue a series (`mahdar show series`); entries that
say the same in the same words are linked (`mahdar show links`).

--meaning also looks for acts that say the same in other words. It is slow (some 40 acts a second), and wants
the extra semantic; without it the command says what it could not look for.

What is linked already is left alone; --again links everything anew. Ids of occasions and series stay."""


@app.command(help=_HELP, epilog=examples("mahdar link", "mahdar link --again", "mahdar link --meaning"))
def link(
    register: RegisterPath = None,
    again: Annotated[bool, typer.Option("--again", help="Link everything anew.")] = False,
    meaning: Annotated[
        bool, typer.Option("--meaning", help="Look also for what is said in other words.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Link what documents say of the same thing."""
    from mahdar.outputs.cli.linking import link_and_tell  # noqa: PLC0415  # help is shown without it

    link_and_tell(register, again=again, meaning=meaning, as_json=as_json)
