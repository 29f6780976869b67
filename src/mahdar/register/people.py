"""The people of a batch of documents: each is recognised among those whom the register knows, or is new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from sqlalchemy import Connection, RowMapping, select

from mahdar.linking.people import LEXICON, Known, Seen, asked_keys, founded_id, joined, name_keys, recognise
from mahdar.register.rows import Row
from mahdar.register.schema import person, person_key
from mahdar.register.writing import Rows

__all__ = ["People"]

_CHUNK = 500
"""Keys asked for at once; databases bound the number of parameters of a statement."""


class People:
    """Those whom a batch may mean: the register's people who share a key with one of its own.

    Args:
        connection: to the register.
        seen: everybody in the batch.
    """

    def __init__(self, connection: Connection, seen: Iterable[Seen]) -> None:
        self._connection = connection
        self._known: dict[str, Seen] = {}
        self._by_key: dict[str, dict[str, None]] = defaultdict(dict)
        seen = tuple(seen)
        self._load({_lexicon_key(one.name) for one in seen if one.source == LEXICON})
        named = {one.name for one in self._known.values() if one.source == LEXICON}
        rest = [one for one in seen if one.source != LEXICON or one.name not in named]
        self._load({key for one in rest for key in asked_keys(one.chain)})
        self._stored = dict(self._known)

    def place(self, seen: Seen, taken: Collection[str]) -> str:
        """Return the id of the person whom a document means.

        Args:
            seen: what the document says.
            taken: who else is in the document; it tells them apart, so only the lexicon may join them.
        """
        ids = dict.fromkeys(id_ for key in _asked(seen) for id_ in self._by_key.get(key, ()))
        free = [id_ for id_ in ids if seen.source == LEXICON or id_ not in taken]
        found = recognise(seen, (Known(id_, self._known[id_]) for id_ in free))
        id_ = found.id if found else self._new_id(seen)
        self._keep(id_, joined(found.seen, seen) if found else seen)
        return id_

    def gather(self, rows: Rows) -> None:
        """Put what has changed among the rows to write."""
        keys: dict[tuple[str, str], None] = {}
        for id_, seen in self._known.items():
            before = self._stored.get(id_)
            if before is None:
                rows.add(person, [{"id": id_, **_person_row(seen)}])
            elif before != seen:
                rows.change(person, id_, _person_row(seen))
            if before is None or before.chain != seen.chain or before.source != seen.source:
                keys |= dict.fromkeys((key, id_) for key in _keys(seen))
        stored = self._stored_keys({key for key, id_ in keys if id_ in self._stored})
        rows.add(person_key, ({"key": key, "person": id_} for key, id_ in keys if (key, id_) not in stored))

    def _stored_keys(self, keys: Collection[str]) -> set[tuple[str, str]]:
        """Return who has which of these keys in the register; an old name's keys stay with its person."""
        query = select(person_key.c.key, person_key.c.person)
        found = (
            self._connection.execute(query.where(person_key.c.key.in_(chunk))) for chunk in _chunks(keys)
        )
        return {(key, id_) for rows in found for key, id_ in rows}

    def _load(self, keys: Collection[str]) -> None:
        """Fetch everybody who has one of these keys."""
        shared = self._stored_keys(keys)
        for chunk in _chunks(sorted({id_ for _, id_ in shared})):
            query = select(person).where(person.c.id.in_(chunk))
            for row in self._connection.execute(query).mappings():
                self._keep(row["id"], _seen(row))
        for key, id_ in sorted(shared):
            self._by_key[key][id_] = None

    def _keep(self, id_: str, seen: Seen) -> None:
        """Remember a person as known from now on."""
        self._known[id_] = seen
        for key in _keys(seen):
            self._by_key[key][id_] = None

    def _new_id(self, seen: Seen) -> str:
        """Return an id that nobody has; whoever could have it shares a key and is known here."""
        number = 0
        while (id_ := founded_id(seen, number)) in self._known:
            number += 1
        return id_


def _keys(seen: Seen) -> tuple[str, ...]:
    """Return the keys under which a person is kept; the lexicon's name is one more."""
    named = (_lexicon_key(seen.name),) if seen.source == LEXICON else ()
    return (*named, *name_keys(seen.chain))


def _asked(seen: Seen) -> tuple[str, ...]:
    """Return the keys under which a person may be known."""
    named = (_lexicon_key(seen.name),) if seen.source == LEXICON else ()
    return (*named, *asked_keys(seen.chain))


def _lexicon_key(name: str) -> str:
    return f"= {name}"


def _seen(row: RowMapping) -> Seen:
    return Seen(
        name=row["name"],
        name_ar=row["name_ar"],
        source=row["name_source"],
        chain=tuple(row["chain"]),
        parties=frozenset(row["parties"]),
        titles=frozenset(row["titles"]),
        wikidata=row["wikidata"],
    )


def _person_row(seen: Seen) -> Row:
    return {
        "name": seen.name,
        "name_ar": seen.name_ar,
        "name_source": seen.source,
        "wikidata": seen.wikidata,
        "chain": list(seen.chain),
        "parties": sorted(seen.parties),
        "titles": sorted(seen.titles),
    }


def _chunks(keys: Iterable[str]) -> Iterator[list[str]]:
    """Cut keys into lists that one statement can ask for."""
    rest = iter(keys)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk
