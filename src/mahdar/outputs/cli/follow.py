"""`mahdar follow`: what became of commitments and instruments; `add` and `remove` for a person's steps."""

from __future__ import annotations

from typing import Annotated

import typer

from mahdar.model.values import RUNGS, TRACKS
from mahdar.outputs.cli.options import RegisterPath, checked, examples

__all__ = ["app"]

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_HELP = """Follow every commitment and instrument from its first mention to where it stands.

Each is a chain over time: what was promised or signed, what later texts say of it, what a person wrote down.
Each step has its date, the rung of the ladder that it reaches, and the words that say so. Overdue is what was
to be done by a day that has passed and is not told to be done. Silent is what the same parties have since
said nothing of, though they dealt with its tracks."""

_EPILOG = examples(
    "mahdar follow",
    "mahdar follow --overdue",
    "mahdar follow --party oman --track transport --as-of 2023-06-30",
    "mahdar follow --series KWT-USA --overdue",
    "mahdar follow --format json",
    'mahdar follow add 3f2a9c1b --rung signed --date 2023-05-02 --source "Gazette 14" --who Layla',
    'mahdar follow remove 77c01f2e --who Layla --why "another text was meant"',
)

_ENTRY = "The commitment or the instrument: its id or the first digits of it."


@app.callback(help=_HELP, epilog=_EPILOG, invoke_without_command=True)
def follow(  # noqa: PLR0913, PLR0917  # one option a parameter
    context: typer.Context,
    as_of: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="As it stood on this day, month or year. [default: today]",
            show_default=False,
        ),
    ] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help="Only what is overdue.")] = False,
    silent: Annotated[bool, typer.Option("--silent", help="Only what has fallen silent.")] = False,
    party: Annotated[
        list[str] | None,
        typer.Option(metavar="PARTY", help="A party to it. Given twice: both.", show_default=False),
    ] = None,
    track: Annotated[
        str | None, typer.Option(help="Its topic: energy, security (`mahdar tracks`).", show_default=False)
    ] = None,
    type: Annotated[  # noqa: A002
        str | None, typer.Option(help="commitment or instrument.", show_default=False)
    ] = None,
    series: Annotated[
        str | None,
        typer.Option(
            metavar="SERIES",
            help="Told at a session of this series: KWT-USA, or an id (`mahdar show series`).",
            show_default=False,
        ),
    ] = None,
    format: Annotated[str, typer.Option(help="text or json.")] = "text",  # noqa: A002
    register: RegisterPath = None,
) -> None:
    """Show what became of commitments and instruments."""
    if context.invoked_subcommand is not None:
        return
    from mahdar.outputs.cli.following import Following, show_following  # noqa: PLC0415  # help is shown without it

    asked = Following(
        as_of=as_of,
        overdue=overdue,
        silent=silent,
        parties=tuple(party or ()),
        track=None if track is None else checked("--track", track, sorted(TRACKS), "a track"),
        type=None
        if type is None
        else checked("--type", type, ("commitment", "instrument"), "a type of chain"),
        series=series,
        as_json=checked("--format", format, ("text", "json"), "a format") == "json",
    )
    show_following(register, asked)


@app.command(epilog=_EPILOG)
def add(  # noqa: PLR0913, PLR0917  # one option a parameter
    entry: Annotated[str, typer.Argument(help=_ENTRY)],
    rung: Annotated[str, typer.Option(help=f"How far it is: {', '.join(RUNGS)}.")],
    date: Annotated[str, typer.Option(metavar="DATE", help="When: a day, a month or a year.")],
    who: Annotated[str, typer.Option(metavar="NAME", help="Who writes it down.")],
    source: Annotated[
        str | None, typer.Option(metavar="URL|TEXT", help="What it rests on.", show_default=False)
    ] = None,
    note: Annotated[str | None, typer.Option(help="In your own words.", show_default=False)] = None,
    register: RegisterPath = None,
) -> None:
    """Write down a step that no document of the register tells."""
    from mahdar.outputs.cli.following import add_step  # noqa: PLC0415  # help is shown without it

    word = checked("--rung", rung, RUNGS, "a rung")
    add_step(register, entry, word, date, who, source=source, note=note)


@app.command(epilog=_EPILOG)
def remove(
    step: Annotated[str, typer.Argument(help="The step: its id as `mahdar follow` shows it.")],
    who: Annotated[str, typer.Option(metavar="NAME", help="Who takes it back.")],
    why: Annotated[str | None, typer.Option(help="The reason.", show_default=False)] = None,
    register: RegisterPath = None,
) -> None:
    """Take back a step that a person wrote down; the history keeps it."""
    from mahdar.outputs.cli.following import remove_step  # noqa: PLC0415  # help is shown without it

    remove_step(register, step, who, why)
