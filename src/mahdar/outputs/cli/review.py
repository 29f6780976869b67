"""`mahdar review`: what a person decides about what was found."""

from __future__ import annotations

from typing import Annotated

import typer

from mahdar.outputs.cli.options import RegisterPath, Who, examples

__all__ = ["app"]

app = typer.Typer(
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    help="Close a contradiction with a reason, or open it again.",
    epilog=examples(
        "mahdar show contradictions --all",
        'mahdar review close 5e0c11d2 --why "the agency printed the day of its report"',
        "mahdar review reopen 5e0c11d2",
    ),
)

Id = Annotated[str, typer.Argument(metavar="ID", help="The beginning of its id.", show_default=False)]

_CLOSE = """Close a contradiction: it is no longer shown, and counted as closed.

Nothing in the documents or in the register's entries changes: both passages stay what they are. Who closed
it, when and why stands beside it in `mahdar show contradictions --all`, and in the register's events."""

_REOPEN = """Open a closed contradiction again. What was said when it was closed stays in the events."""


@app.command(
    "close",
    help=_CLOSE,
    short_help="Close a contradiction with a reason.",
    epilog=examples(
        'mahdar review close 5e0c11d2 --why "the agency printed the day of its report"',
        'mahdar review close 5e0c11d2 --why "two sessions" --who "N. Haddad"',
    ),
)
def close(
    contradiction: Id,
    why: Annotated[str, typer.Option(help="The reason.", show_default=False)],
    who: Who = None,
    register: RegisterPath = None,
) -> None:
    """Close a contradiction."""
    from mahdar.outputs.cli.reviewing import close_one  # noqa: PLC0415  # help is shown without it

    close_one(register, contradiction, who, why)


@app.command(
    "reopen",
    help=_REOPEN,
    short_help="Open a closed contradiction again.",
    epilog=examples("mahdar review reopen 5e0c11d2"),
)
def reopen(
    contradiction: Id,
    why: Annotated[str | None, typer.Option(help="The reason.", show_default=False)] = None,
    who: Who = None,
    register: RegisterPath = None,
) -> None:
    """Open a closed contradiction again."""
    from mahdar.outputs.cli.reviewing import reopen_one  # noqa: PLC0415  # help is shown without it

    reopen_one(register, contradiction, who, why)
