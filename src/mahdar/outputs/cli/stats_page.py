"""How much of what a register holds."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from mahdar.outputs.cli.options import open_register
from mahdar.outputs.cli.screen import Screen, write_json
from mahdar.register import Register

__all__ = ["show_stats"]

_MOST: Final = 12
"""How many parties are shown."""


def show_stats(where: str | None, *, as_json: bool, all_versions: bool) -> None:
    """Show what a register holds, counted."""
    with open_register(where) as register:
        counted = _count(register, all_versions=all_versions)
    if as_json:
        write_json(counted)
        return
    screen = Screen()
    for name, label in _TOTALS.items():
        if counted[name] or name != "older":
            screen.line(f"{label:<22}{counted[name]:>8,}")
    for name, title in _TITLES.items():
        found = sorted(counted[name].items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST]
        if found:
            screen.line()
            screen.line(title, "bold")
        for word, count in found:
            screen.line(f"  {word:<20}{count:>8,}")


_TOTALS = {"documents": "documents", "older": "older versions", "people": "people"}
_TITLES = {
    "entries": "ENTRIES",
    "acts": "ACTS BY CLASS",
    "tracks": "ACTS BY TRACK",
    "actors": "ACTS BY ACTOR",
    "reviews": "REVIEWS",
}


def _count(register: Register, *, all_versions: bool) -> dict[str, Any]:
    """Count everything."""
    counts = register.counts(all_versions=all_versions)
    acts: Counter[str] = Counter()
    tracks: Counter[str] = Counter()
    actors: Counter[str] = Counter()
    for act in register.entries(type="act", all_versions=all_versions):
        acts[act.fields["class"]] += 1
        tracks.update(act.fields["tracks"])
        actors.update(act.fields["actors"])
    return {
        "documents": counts.documents,
        "older": counts.older,
        "people": counts.people,
        "entries": dict(counts.entries),
        "acts": dict(sorted(acts.items())),
        "tracks": dict(sorted(tracks.items())),
        "actors": dict(sorted(actors.items())),
        "reviews": dict(counts.reviews),
    }
