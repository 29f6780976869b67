"""A person's verdict on an entry → the entry and the event that says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select, update

from mahdar.errors import RegisterError
from mahdar.model.records import EntryRecord
from mahdar.model.values import REVIEWS
from mahdar.register.corrections import problems
from mahdar.register.finding import find_entry
from mahdar.register.rows import party_rows, searched
from mahdar.register.schema import document, entry, entry_party, event
from mahdar.register.writing import forget_parties

__all__ = ["Verdict", "record"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person says about an entry."""

    review: str
    """One of `values.REVIEWS`; `unreviewed` takes a verdict back."""
    who: str
    at: str
    why: str | None = None
    fields: Mapping[str, Any] | None = None
    """With `corrected`: the fields that are wrong, as they should be."""


def record(connection: Connection, prefix: str, verdict: Verdict) -> EntryRecord:
    """Write a verdict and return the entry as it stands then.

    Raises:
        UnknownIdError: no such entry.
        RegisterError: the verdict is unknown, or a corrected field cannot hold its value.
    """
    held = find_entry(connection, prefix)
    _check(verdict, held, connection)
    read = connection.scalar(select(entry.c.fields).where(entry.c.id == held.id)) or {}
    vouched = _vouched(verdict, held)
    values = {"review": verdict.review, "reviewed": vouched, "state": _state(held.state, verdict.review)}
    connection.execute(
        update(entry).where(entry.c.id == held.id).values(**values, **searched(held.type, vouched or read))
    )
    _write_parties(connection, held, vouched or read)
    connection.execute(event.insert().values(_event(verdict, held)))
    return find_entry(connection, held.id)


def _vouched(verdict: Verdict, held: EntryRecord) -> dict[str, Any] | None:
    """Return the fields that a person now stands for; a later reading leaves them alone."""
    if verdict.review == "corrected":
        return {**held.fields, **(verdict.fields or {})}
    return dict(held.fields) if verdict.review == "accepted" else None


def _state(state: str, review: str) -> str:
    """Return the state after a review: what is no longer found stays in sight while it has a review."""
    if state == "active":
        return state
    return "retired" if review == "unreviewed" else "stale"


def _write_parties(connection: Connection, held: EntryRecord, fields: Mapping[str, Any]) -> None:
    """Have the entry found by the parties of the fields that now hold."""
    forget_parties(connection, held.id, held.type, dict(held.fields))
    rows = list(party_rows(held.id, held.type, fields))
    if rows:
        connection.execute(entry_party.insert(), rows)


def _event(verdict: Verdict, held: EntryRecord) -> dict[str, Any]:
    """Return the event's row, with what stood before."""
    changed = {name: held.fields[name] for name in verdict.fields or ()}
    before = {"review": held.review} | ({"fields": changed} if changed else {})
    return {
        "at": verdict.at, "who": verdict.who, "what": verdict.review, "document": held.document,
        "entry": held.id, "why": verdict.why, "data": before,
    }  # fmt: skip


def _check(verdict: Verdict, held: EntryRecord, connection: Connection) -> None:
    """Raise where a verdict makes no sense."""
    if verdict.review not in REVIEWS:
        raise RegisterError(f"{verdict.review} is no verdict; use one of {', '.join(sorted(REVIEWS))}")
    if bool(verdict.fields) != (verdict.review == "corrected"):
        raise RegisterError("a correction names the fields that it corrects, and only a correction does")
    chars = connection.scalar(select(document.c.chars).where(document.c.id == held.document)) or 0
    for problem in problems(held.type, verdict.fields or {}, chars):
        raise RegisterError(f"{held.type} {held.id}: {problem}")
