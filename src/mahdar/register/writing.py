"""Rows gathered for one transaction, and one statement a table to write them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Table, bindparam, delete, update

from mahdar.register.filing import file_entries
from mahdar.register.inserting import insert_all
from mahdar.register.rows import Row, party_rows, searched
from mahdar.register.schema import dated, document, entry, entry_party, event, person, person_key, sighting
from mahdar.register.schema_explore import entry_track, explored
from mahdar.register.search_index import refresh

__all__ = ["Rows", "change_entry", "forget_parties"]

_ORDER = (document, dated, entry, entry_party, explored, entry_track, person, person_key, sighting, event)
"""A row that is referred to comes before the row that refers to it."""


class Rows:
    """New rows and changed ones; nothing reaches the database before `write`."""

    def __init__(self) -> None:
        self._new: dict[Table, list[Row]] = defaultdict(list)
        self._changed: dict[tuple[Table, tuple[str, ...]], list[Row]] = defaultdict(list)

    def add(self, table: Table, rows: Iterable[Row]) -> None:
        """Gather new rows; all rows of one table have the same columns."""
        self._new[table].extend(rows)

    def new(self, table: Table) -> Sequence[Row]:
        """Return the new rows of one table, in the order in which they were gathered."""
        return self._new[table]

    def change(self, table: Table, id_: str, values: Row) -> None:
        """Gather new values for some columns of one row."""
        self._changed[table, tuple(values)].append({"its_id": id_, **values})

    def write(self, connection: Connection) -> None:
        """Write everything."""
        for table in _ORDER:
            insert_all(connection, table, self._new[table])
        for (table, columns), rows in self._changed.items():
            statement = update(table).where(table.c.id == bindparam("its_id"))
            connection.execute(statement.values({column: bindparam(column) for column in columns}), rows)


def forget_parties(connection: Connection, id_: str, kind: str, fields: Row) -> None:
    """Take an entry's fields out of the search by party, before others take their place.

    Nothing is lost: the table only repeats what fields hold, and an event keeps the fields.
    """
    parties = {row["party"] for row in party_rows(id_, kind, fields)}
    held = delete(entry_party).where(entry_party.c.party.in_(parties), entry_party.c.entry == id_)
    if parties:
        connection.execute(held)


def change_entry(connection: Connection, held: Row, now: Row) -> None:
    """Write what stands of an entry from now on, and have it found by that.

    Args:
        connection: in a transaction that may write.
        held: the entry's whole row.
        now: the columns that change.
    """
    row = {**held, **now}
    fields = row["reviewed"] or row["fields"]
    values = now | searched(held["type"], fields)
    connection.execute(update(entry).where(entry.c.id == held["id"]).values(**values))
    forget_parties(connection, held["id"], held["type"], held["reviewed"] or held["fields"])
    insert_all(connection, entry_party, list(party_rows(held["id"], held["type"], fields)))
    file_entries(connection, [held["id"]])
    refresh(connection, [held["document"]])
