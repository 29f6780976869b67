"""`mahdar stats`: how much of what the register holds."""

from __future__ import annotations

from collections import Counter
from typing import Any

import typer

from mahdar.outputs.cli.options import AsJson, RegisterPath, examples, open_register
from mahdar.outputs.cli.screen import Screen, write_json
from mahdar.register import Register

__all__ = ["app"]

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_MOST = 12
"""How many parties are shown."""


@app.command(
    help="Count what the register holds: documents, people, entries by type, class, track and party.",
    epilog=examples("mahdar stats", "mahdar stats --json"),
)
def stats(register: RegisterPath = None, as_json: AsJson = False) -> None:
    """Count what the register holds."""
    with open_register(register) as opened:
        counted = _count(opened)
    if as_json:
        write_json(counted)
        return
    screen = Screen()
    for name in ("documents", "people"):
        screen.line(f"{name:<22}{counted[name]:>8,}")
    for name, title in _TITLES.items():
        found = sorted(counted[name].items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST]
        if found:
            screen.line()
            screen.line(title, "bold")
        for word, count in found:
            screen.line(f"  {word:<20}{count:>8,}")


_TITLES = {
    "entries": "ENTRIES",
    "acts": "ACTS BY CLASS",
    "tracks": "ACTS BY TRACK",
    "actors": "ACTS BY ACTOR",
    "reviews": "REVIEWS",
}


def _count(register: Register) -> dict[str, Any]:
    """Count everything."""
    counts = register.counts()
    acts: Counter[str] = Counter()
    tracks: Counter[str] = Counter()
    actors: Counter[str] = Counter()
    for act in register.entries(type="act"):
        acts[act.fields["class"]] += 1
        tracks.update(act.fields["tracks"])
        actors.update(act.fields["actors"])
    return {
        "documents": counts.documents,
        "people": counts.people,
        "entries": dict(counts.entries),
        "acts": dict(sorted(acts.items())),
        "tracks": dict(sorted(tracks.items())),
        "actors": dict(sorted(actors.items())),
        "reviews": dict(counts.reviews),
    }
