"""What `mahdar review` does: writes a person's decision, and shows what was decided."""

from __future__ import annotations

from mahdar.outputs.cli.options import open_register, reviewer
from mahdar.outputs.cli.register_page import SHORT
from mahdar.outputs.cli.screen import Screen, clean
from mahdar.pipeline.contradicting import close_contradiction, reopen_contradiction

__all__ = ["close_one", "reopen_one"]


def close_one(where: str | None, prefix: str, who: str | None, why: str) -> None:
    """Close a contradiction and say so."""
    with open_register(where) as register:
        found = close_contradiction(register, prefix, reviewer(who), why)
        about = found.contradiction
        Screen().line(f"{about.id[:SHORT]}  {about.what}  closed by {reviewer(who)}: {clean(why)}")


def reopen_one(where: str | None, prefix: str, who: str | None, why: str | None) -> None:
    """Open a contradiction again and say what had been said of it."""
    with open_register(where) as register:
        before = reopen_contradiction(register, prefix, reviewer(who), why)
        said = f"it had been closed by {before.who}: {clean(before.why)}"
        Screen().line(f"{before.contradiction[:SHORT]}  open again; {said}")
