"""An entry that the reader missed and a person adds, from words that are marked in the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, select

from mahdar.errors import RegisterError
from mahdar.model.codec import FIELDS, entry_of
from mahdar.model.entries import Entry
from mahdar.model.spans import Span
from mahdar.model.units import EntryId
from mahdar.register.corrections import problems
from mahdar.register.filing import file_entries
from mahdar.register.finding import find_document
from mahdar.register.histories import write_event
from mahdar.register.inserting import insert_all
from mahdar.register.marking import Sheet, headed, same_words, sheet
from mahdar.register.rows import Row, entry_row, party_rows, persons_reader
from mahdar.register.schema import entry, entry_party
from mahdar.register.search_index import refresh
from mahdar.register.words import put_word
from mahdar.register.writing import change_entry

__all__ = ["NEEDS", "Entered", "enter"]

NEEDS: Final[Mapping[str, tuple[str, ...]]] = {
    "meeting": ("kind", "status"),
    "instrument": ("kind", "action", "name"),
    "amount": ("value", "unit"),
    "act": ("class", "trigger"),
    "quote": ("direct",),
    "date": ("precision",),
}
"""What a person has to say of an entry of each type; the rest may stay open."""

_LISTS: Final = frozenset({"parties", "chairs", "actors", "target", "tracks"})


@dataclass(frozen=True, slots=True)
class Entered:
    """What a person adds."""

    document: str
    """Its id or name."""
    type: str
    evidence: tuple[Span, ...]
    fields: Mapping[str, Any]
    who: str
    at: str
    why: str | None = None
    carried: Row | None = None
    """Where it was added, if to an older version of the document."""


def enter(connection: Connection, entered: Entered) -> EntryId:
    """Write an entry that a person adds, vouched for by that person, and return its id.

    An entry of the same type on the same words that the newest reading no longer finds comes back.

    Raises:
        UnknownIdError: no such document.
        EvidenceError: the words marked are not in the text.
        RegisterError: a field is missing or cannot hold its value, or the entry is there already.
    """
    document = find_document(connection, entered.document)
    text = sheet(connection, document.id)
    made = _made(text, entered)
    other = same_words(connection, document.id, made.type, made.evidence)
    if other is not None:
        raise RegisterError(f"{made.type} {other} rests on these very words already; correct it instead")
    row = entry_row(document.id, text.article(made.evidence[0]), made)
    row |= {"review": "accepted", "reviewed": row["fields"]}
    before = _write(connection, row)
    said = {
        "verdict": "accepted", "fields": row["fields"], "evidence": row["evidence"], "reason": None,
        "why": entered.why, "at": entered.at, "alone": True,
    }  # fmt: skip
    word = put_word(connection, row["id"], entered.who, said)
    data = (before or {}) | ({} if word is None else {"word": word})
    data |= {} if entered.carried is None else {"carried": entered.carried}
    write_event(connection, row, ("added", entered.who, entered.at, entered.why), data or None)
    return EntryId(row["id"])


def _write(connection: Connection, row: Row) -> Row | None:
    """Write the row; return what stood under its id before, where an older entry comes back."""
    held = (
        connection.execute(select(entry).where(entry.c.id == row["id"]).with_for_update()).mappings().first()
    )
    if held is None:
        connection.execute(entry.insert().values(**row))
        insert_all(connection, entry_party, list(party_rows(row["id"], row["type"], row["fields"])))
        file_entries(connection, [row["id"]])
        refresh(connection, [row["document"]])
        return None
    if held["state"] != "retired" or held["review"] == "rejected":
        raise RegisterError(
            f"{row['type']} {row['id']} on these words is {held['review']}; judge it again instead"
        )
    now = {name: row[name] for name in ("article", "confidence", "reader", "state", "fields")}
    now |= {"review": "accepted", "reviewed": row["fields"]}
    change_entry(connection, dict(held), now)
    return {name: held[name] for name in now}


def _made(text: Sheet, entered: Entered) -> Entry:
    """Return the entry as a record, which an entry without evidence or with unsound fields cannot be."""
    if entered.type not in FIELDS:
        raise RegisterError(f"{entered.type} is no type of entry; use one of {', '.join(FIELDS)}")
    if not entered.who.strip():
        raise RegisterError("an entry that a person adds needs that person's name")
    fields = _fields(entered)
    for problem in problems(entered.type, fields, text.document.text):
        raise RegisterError(f"{entered.type}: {problem}")
    evidence = text.marked(entered.evidence)
    if entered.type == "act":
        runs, _ = headed(evidence, Span(**fields["trigger"]), text.document.text, named=True)
        evidence = text.marked(runs)
    return entry_of(entered.type, fields, evidence, 1.0, persons_reader(entered.who.strip()))


def _fields(entered: Entered) -> dict[str, Any]:
    """Return all fields of the type: what the person left open is open."""
    known, given = (
        FIELDS[entered.type],
        {name: value for name, value in entered.fields.items() if value is not None},
    )
    missing = [name for name in NEEDS[entered.type] if name not in given]
    if missing:
        raise RegisterError(f"a new {entered.type} needs {', '.join(missing)}")
    fields: dict[str, Any] = {name: [] if name in _LISTS else None for name in known}
    fields |= {"quoted": False} if "quoted" in known else {}
    return fields | given
