"""What a second reading of a document changes: the entries held and the entries now found → what to write.

Pure: old rows and new rows in, a decision out. A person's review is never lost: an entry that nobody has
looked at and that is no longer found retires, one that somebody has looked at goes stale and stays.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from mahdar.register.rows import Row, is_persons, searched

__all__ = ["Change", "decide", "upheld"]

_READ = ("article", "confidence", "reader", "fields")
"""The columns that a reading gives. The evidence is none of them: an id stands for its evidence, and where
the register holds other words a person has marked them."""


@dataclass(frozen=True, slots=True)
class Change:
    """One entry that the new reading changes."""

    entry: str
    what: str
    """`changed`, `returned`, `retired` or `stale`."""
    values: Row
    """The columns to write."""
    before: Row
    """What they held."""


def decide(held: Mapping[str, Row], found: Mapping[str, Row]) -> tuple[Change, ...]:
    """Return what becomes of each entry that the register holds of a document.

    Args:
        held: rows of the register by id, retired ones included.
        found: rows of the new reading by id.

    Returns:
        Only entries that change, in the order of `held`. What is found and not held is simply new.
    """
    decided = (_compare(row, found[id_]) if id_ in found else _miss(row) for id_, row in held.items())
    return tuple(change for change in decided if change is not None)


def upheld(
    held: Mapping[str, Row], found: Mapping[str, Row], article: Callable[[int], str | None]
) -> dict[str, Row]:
    """Return what a new reading found, with what stands by a person's word in place of it.

    An entry that a person added is there whatever a reader finds; one whose evidence a person marked anew
    stays where those words are.

    Args:
        held: rows of the register by id.
        found: rows of the new reading by id.
        article: the article of the new reading that holds an offset.
    """
    kept = dict(found)
    for id_, row in held.items():
        if is_persons(row["reader"]) and row["state"] == "active":
            kept[id_] = row | {"article": article(row["start"])}
        elif id_ in found and found[id_]["evidence"] != row["evidence"]:
            kept[id_] = found[id_] | {"article": article(row["start"])}
    return kept


def _compare(held: Row, found: Row) -> Change | None:
    """Return what changes in an entry that is found again."""
    back = held["state"] != "active"
    changed = {name: found[name] for name in _READ if held[name] != found[name]}
    if not back and not changed:
        return None
    values: dict[str, Any] = {name: found[name] for name in _READ} | {"state": "active"}
    values |= searched(held["type"], held["reviewed"] or found["fields"])
    before = {name: held[name] for name in changed}
    return Change(held["id"], "returned" if back else "changed", values, before)


def _miss(held: Row) -> Change | None:
    """Return what becomes of an entry that is no longer found."""
    state = "retired" if held["review"] == "unreviewed" else "stale"
    if held["state"] == state:
        return None
    return Change(held["id"], state, {"state": state}, {"state": held["state"]})
