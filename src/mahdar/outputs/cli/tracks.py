"""`mahdar tracks`: the topics of acts, with their Arabic labels."""

from __future__ import annotations

import typer

from mahdar.outputs.cli.options import AsJson, examples

__all__ = ["app"]

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    help="List the tracks: the topics that acts are filed under, as --track takes them.",
    epilog=examples("mahdar tracks", "mahdar tracks --json"),
)
def tracks(as_json: AsJson = False) -> None:
    """List the tracks."""
    from mahdar.outputs.cli.words_page import show_tracks  # noqa: PLC0415  # help is shown without it

    show_tracks(as_json=as_json)
