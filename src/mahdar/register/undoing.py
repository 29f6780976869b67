"""A reviewer's last event, taken back by another event: what stood before stands again."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, RowMapping, select, update

from mahdar.errors import ChangedError, RegisterError
from mahdar.model.reviews import Undone
from mahdar.model.spans import Span
from mahdar.model.units import EntryId
from mahdar.register.histories import carried_of, holding, locked, write_event
from mahdar.register.marking import sheet
from mahdar.register.reviewing import state_after
from mahdar.register.rows import Row
from mahdar.register.schema import event
from mahdar.register.schema_review import comment
from mahdar.register.settling import reopen
from mahdar.register.words import put_word
from mahdar.register.writing import change_entry

__all__ = ["undo"]

_SAID: Final = (
    "accepted", "corrected", "rejected", "unreviewed", "added", "word", "commented", "settled",
)  # fmt: skip
_TAKEN: Final = ("undone", "withdrawn")


def undo(connection: Connection, who: str, at: str, entry: EntryId | None, why: str | None = None) -> Undone:
    """Take a reviewer's last event back: on an entry, or wherever it was.

    Args:
        connection: in a transaction that may write.
        who: whose event; only one's own is taken back.
        at: when.
        entry: whole id; None: the last of all, comments on documents included.
        why: the reason.

    Raises:
        RegisterError: there is nothing to take back.
        ChangedError: somebody else has changed the entry since.
    """
    last = _last(connection, who, entry)
    if last["what"] == "commented":
        gone = update(comment).where(comment.c.number == last["number"])
        connection.execute(gone.values(state="removed"))
        _note(connection, last, ("withdrawn", who, at, why), {})
    elif last["what"] == "settled":
        reopen(connection, last["entry"], last["data"]["document"])
        _note(connection, last, ("withdrawn", who, at, why), {})
    elif last["what"] == "word":
        put_word(connection, last["entry"], who, last["data"].get("word"))
        _note(connection, last, ("withdrawn", who, at, why), {})
    else:
        _take_back(connection, last, ("undone", who, at, why))
    return Undone(last["what"], last["number"], last["document"], last["entry"])


def _last(connection: Connection, who: str, entry: EntryId | None) -> Row:
    """Return the reviewer's last event that has not been taken back.

    What was carried over from an older version is meant only where its entry is named.
    """
    asked = select(event).where(event.c.who == who, event.c.what.in_(_SAID + _TAKEN))
    asked = (
        asked.where(event.c.document.is_not(None)) if entry is None else asked.where(event.c.entry == entry)
    )
    taken: set[int] = set()
    for row in connection.execute(asked.order_by(event.c.number.desc())).mappings():
        if row["what"] in _TAKEN:
            taken.add(row["data"]["undone"])
        elif row["number"] not in taken and _is_meant(row, entry):
            return dict(row)
    where = "" if entry is None else f" on {entry}"
    raise RegisterError(f"{who} has nothing to take back{where}")


def _is_meant(row: RowMapping, entry: EntryId | None) -> bool:
    """Say whether an event is one that its reviewer may take back."""
    about = row["entry"] or row["what"] == "commented"
    return bool(about and (entry is not None or carried_of(row["data"]) is None))


def _take_back(connection: Connection, last: Row, said: tuple[str, str, str, str | None]) -> None:
    """Have the entry stand as before a verdict, or not at all where the event added it."""
    held = locked(connection, last["entry"])
    newest = holding(connection, held["id"])[-1]
    if newest["number"] != last["number"]:
        raise ChangedError(held["id"], newest["number"], newest["who"], newest["at"])
    now = _before_adding(last) if last["what"] == "added" else _before(connection, held, last)
    change_entry(connection, held, now)
    put_word(connection, held["id"], last["who"], (last["data"] or {}).get("word"))
    stood = {name: held[name] for name in now if held[name] != now[name]}
    _note(connection, last, said, stood)


def _before(connection: Connection, held: Row, last: Row) -> Row:
    """Return what stood before a verdict; what a reading has found since stays."""
    data = last["data"]
    now: Row = {"review": data["review"], "reviewed": data.get("reviewed")}
    now["state"] = state_after(held, data["review"])
    if "evidence" in data:
        first = Span(*data["evidence"][0][:2])
        article = sheet(connection, held["document"]).article(first)
        now |= {"evidence": data["evidence"], "start": first.start, "end": first.end, "article": article}
    return now


def _before_adding(last: Row) -> Row:
    """Return what stood before an entry was added: nothing that counts."""
    before = {name: value for name, value in (last["data"] or {}).items() if name not in {"word", "carried"}}
    return before or {"review": "unreviewed", "reviewed": None, "state": "retired"}


def _note(connection: Connection, last: Row, said: tuple[str, str, str, str | None], stood: Row) -> None:
    """Write the event that takes an event back, with what stood until then."""
    held = {"document": last["document"]} | ({"id": last["entry"]} if last["entry"] else {})
    write_event(connection, held, said, {"undone": last["number"], "what": last["what"], **stood})
