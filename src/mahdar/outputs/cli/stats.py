"""`mahdar stats`: how much of what the register holds."""

from __future__ import annotations

import typer

from mahdar.outputs.cli.options import AllVersions, AsJson, RegisterPath, examples

__all__ = ["app"]

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    help="Count what the register holds: documents, people, entries by type, class, track and party.",
    epilog=examples("mahdar stats", "mahdar stats --json"),
)
def stats(register: RegisterPath = None, all_versions: AllVersions = False, as_json: AsJson = False) -> None:
    """Count what the register holds."""
    from mahdar.outputs.cli.stats_page import show_stats  # noqa: PLC0415  # help is shown without it

    show_stats(register, as_json=as_json, all_versions=all_versions)
