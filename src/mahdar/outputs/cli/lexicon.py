"""`mahdar lexicon`: for those who edit the lexicon."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mahdar.outputs.cli.options import AsJson, examples

__all__ = ["app"]

app = typer.Typer(
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    help="Check the lexicon, or try a sentence on it.",
)

Folder = Annotated[
    Path | None,
    typer.Option(
        "--lexicon",
        metavar="DIR",
        exists=True,
        file_okay=False,
        help="A folder of your own, laid over the shipped files.",
        show_default=False,
    ),
]

_CHECK = """Find mistakes in the lexicon's files: one line each, `file:line message`.

Found are: characters that cannot be seen or are not in Unicode's composed form, letters of the wrong script,
fields and values that nothing knows, missing sources and examples, ids and spellings that stand twice.
Exits 1 where there is anything to mend."""

_TRY = """Read a sentence and show how: which words may head an act, which row and rule made each act, which
rule refused the others and why, and what the sentence names."""


@app.command(
    "check",
    help=_CHECK,
    short_help="Find mistakes in the lexicon's files.",
    epilog=examples("mahdar lexicon check", "mahdar lexicon check --lexicon my-lexicon/"),
)
def check(lexicon: Folder = None, as_json: AsJson = False) -> None:
    """Find mistakes in the lexicon's files."""
    from mahdar.outputs.cli.lexicon_page import show_findings  # noqa: PLC0415  # help is shown without it

    raise typer.Exit(1 if show_findings(lexicon, as_json=as_json) else 0)


@app.command(
    "try",
    help=_TRY,
    short_help="Read a sentence and show how.",
    epilog=examples('mahdar lexicon try "أكد الجانبان التزامهما بأمن الملاحة"'),
)
def try_(
    sentence: Annotated[str, typer.Argument(help="A sentence, in quotation marks.", show_default=False)],
    lexicon: Folder = None,
    as_json: AsJson = False,
) -> None:
    """Read a sentence and show how."""
    from mahdar.outputs.cli.lexicon_page import show_trial  # noqa: PLC0415  # help is shown without it

    show_trial(sentence, lexicon, as_json=as_json)
