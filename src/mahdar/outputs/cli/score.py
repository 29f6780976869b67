"""`mahdar score`: how well a register says what an annotation says."""

from __future__ import annotations

from typing import Annotated

import typer

from mahdar.outputs.cli.options import AsJson, RegisterPath, examples

__all__ = ["app"]

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_HELP = """Score a register against an annotation, layer by layer.

GOLD is a folder as `mahdar export --format gold` writes it: for each document NAME.json, and its text as
NAME.txt beside it or in the folder that --texts names. Scored is the register, or EXPORT, a file that
`mahdar export` wrote as json or jsonl; documents are known by their names.

Precision: how much of what was found is right. Recall: how much of what there is was found. F1: both.
Behind them, of what was found: how often each field is right. Rejected entries are left out.

To score the reader on documents of your own: read them, judge them (`mahdar review`, or the desk), write
what holds with `mahdar export --format gold -o gold/`, read gold/ into a new register, and score that.

Exit code 1: a document of GOLD is not in the register, or a quotation not in its text."""


@app.command(
    help=_HELP,
    epilog=examples(
        "mahdar read gold/ --register anew.sqlite",
        "mahdar score gold/ --register anew.sqlite",
        "mahdar score gold/ --misses acts",
        "mahdar score gold/ theirs.json --texts statements/ --json",
    ),
)
def score(  # noqa: PLR0913, PLR0917  # one option a parameter
    gold: Annotated[str, typer.Argument(metavar="GOLD", help="A folder.", show_default=False)],
    export: Annotated[
        str | None, typer.Argument(metavar="EXPORT", help="A file to score instead.", show_default=False)
    ] = None,
    register: RegisterPath = None,
    texts: Annotated[
        str | None, typer.Option(metavar="FOLDER", help="Where the texts are.", show_default=False)
    ] = None,
    misses: Annotated[
        list[str] | None,
        typer.Option(metavar="LAYER", help="List what is missed and what is extra; `all`: everywhere.",
                     show_default=False),
    ] = None,
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """Score a register against an annotation."""
    from mahdar.outputs.cli.score_page import Asked, show_score  # noqa: PLC0415  # help is shown without it

    show_score(Asked(gold, export, register, texts, tuple(misses or ())), as_json=as_json)
