"""`mahdar parties`: the codes of parties, with their names."""

from __future__ import annotations

from typing import Annotated

import typer

from mahdar.outputs.cli.options import AsJson, examples

__all__ = ["app"]

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_HELP = """List the parties that Mahdar knows: code, kind, English name, Arabic name.

WORD is part of a name in either language, or a code; all its words must stand in one name. The codes are
those of entries and of --party: ISO 3166-1 for states, short names for blocs, bodies and groups, ORG: and a
name for what acts in its own name."""


@app.command(
    help=_HELP,
    epilog=examples(
        "mahdar parties kuwait", "mahdar parties الأردن", "mahdar parties KW", "mahdar parties --json"
    ),
)
def parties(
    word: Annotated[
        str, typer.Argument(metavar="[WORD]", help="Part of a name, or a code.", show_default=False)
    ] = "",
    as_json: AsJson = False,
) -> None:
    """List the parties that Mahdar knows."""
    from mahdar.outputs.cli.words_page import show_parties  # noqa: PLC0415  # help is shown without it

    show_parties(word, as_json=as_json)
