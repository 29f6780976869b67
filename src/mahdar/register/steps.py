"""Steps of chains that people write down: added and taken back, never deleted; each change is an event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, RowMapping, select, update

from mahdar.errors import RegisterError, UnknownIdError
from mahdar.model.chains import PersonStep
from mahdar.model.document import short_hash
from mahdar.model.records import EntryRecord
from mahdar.model.units import IsoDate
from mahdar.model.values import RUNGS
from mahdar.register.finding import SHORTEST, find_entry
from mahdar.register.schema import event, step

__all__ = ["Written", "add_step", "remove_step", "steps"]


@dataclass(frozen=True, slots=True)
class Written:
    """What a person writes down."""

    rung: str
    date: IsoDate
    source: str | None
    note: str | None
    who: str
    at: str


def steps(connection: Connection) -> Iterator[PersonStep]:
    """Yield the steps that hold, by entry and date."""
    query = select(step).where(step.c.state == "active").order_by(step.c.entry, step.c.date, step.c.at)
    yield from map(_step, connection.execute(query).mappings())


def add_step(connection: Connection, prefix: str, written: Written) -> PersonStep:
    """Write a step down.

    Raises:
        UnknownIdError: there is no such entry, or there are several.
        RegisterError: the entry begins no chain, or something in the step is missing or unknown.
    """
    held = find_entry(connection, prefix)
    _check(held, written)
    said = (held.id, *(getattr(written, name) for name in Written.__slots__))
    made = PersonStep(short_hash("step", *said[:-1]), *said)
    state = connection.scalar(select(step.c.state).where(step.c.id == made.id))
    if state == "active":
        raise RegisterError(f"this step of {held.id[:8]} is written down already")
    if state is None:
        connection.execute(step.insert().values(state="active", **_row(made)))
    else:
        connection.execute(update(step).where(step.c.id == made.id).values(state="active", at=made.at))
    data = {"step": made.id, "rung": made.rung, "date": made.date, "source": made.source}
    connection.execute(
        event.insert().values(_event(held, written.who, written.at, "step_added", made.note, data))
    )
    return made


def remove_step(connection: Connection, prefix: str, who: str, at: str, why: str | None) -> PersonStep:
    """Take a step back; it stays in the history.

    Raises:
        UnknownIdError: there is no such step, or there are several.
    """
    found = (
        []
        if len(prefix) < SHORTEST
        else list(
            connection.execute(
                select(step).where(step.c.id.startswith(prefix, autoescape=True), step.c.state == "active")
            ).mappings()
        )
    )
    if len(found) != 1:
        what = "several steps begin" if found else "no step begins"
        raise UnknownIdError(
            f"{what} with {prefix}; `mahdar follow` shows the id of each, give at least {SHORTEST} digits"
        )
    taken = _step(found[0])
    connection.execute(update(step).where(step.c.id == taken.id).values(state="removed"))
    held = find_entry(connection, taken.entry)
    data = {"step": taken.id, "rung": taken.rung, "date": taken.date}
    connection.execute(event.insert().values(_event(held, who, at, "step_removed", why, data)))
    return taken


def _check(held: EntryRecord, written: Written) -> None:
    """Raise where a step makes no sense."""
    kind = held.fields.get("class") if held.type == "act" else held.type
    if kind not in {"commit", "instrument"}:
        what = f"an act of class {kind}" if held.type == "act" else f"of type {kind}"
        raise RegisterError(f"{held.id[:8]} is {what}; a step is added to a commitment or an instrument")
    if written.rung not in RUNGS:
        raise RegisterError(f"{written.rung} is no rung; use one of {', '.join(RUNGS)}")
    if not (written.source or written.note):
        raise RegisterError("a step needs a source or a note: what does it rest on?")
    if not written.who.strip():
        raise RegisterError("a step needs the name of whoever writes it down")
    try:
        date.fromisoformat(
            written.date + "-01-01"[len(written.date) - 4 :] if len(written.date) < 10 else written.date
        )
    except ValueError:
        raise RegisterError(f"{written.date} is no date; write 2021, 2021-07 or 2021-07-27") from None


def _row(made: PersonStep) -> dict[str, str | None]:
    return {name: getattr(made, name) for name in PersonStep.__slots__}


def _step(row: RowMapping) -> PersonStep:
    return PersonStep(**{name: row[name] for name in PersonStep.__slots__})


def _event(  # noqa: PLR0913, PLR0917  # the columns of an event
    held: EntryRecord, who: str, at: str, what: str, why: str | None, data: Mapping[str, str | None]
) -> dict[str, object]:
    return {
        "at": at,
        "who": who,
        "what": what,
        "document": held.document,
        "entry": held.id,
        "why": why,
        "data": data,
    }
