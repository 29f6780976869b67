"""Documents as one looks for them: listed by what one knows of them, with their versions and who is named.

A list reads no more than what it shows: texts and pages of a few hundred documents, never of all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, Text, cast, func, select

from mahdar.lexicon.fold import fold
from mahdar.model.codec import page_of
from mahdar.model.records import DocumentRecord, PersonRecord
from mahdar.model.units import DocumentId, IsoDate, PartyCode
from mahdar.register.finding import find_document
from mahdar.register.linked import few
from mahdar.register.queries import DOCUMENTS, document_record, person_records
from mahdar.register.schema import dated, document, entry, entry_party, person, sighting
from mahdar.register.wanted import CURRENT

__all__ = ["ORDERS", "Listed", "Shelf", "Sought"]

Opened: TypeAlias = Callable[[], AbstractContextManager[Connection]]

ORDERS: Final = ("name", "published", "chars", "added")
"""What a list may be sorted by."""

_PUBLISHED: Final = func.coalesce(document.c.published, dated.c.day)
_COLUMNS: Final[Mapping[str, ColumnElement[Any]]] = {
    "name": document.c.name,
    "published": _PUBLISHED,
    "chars": document.c.chars,
    "added": document.c.added,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Which documents are looked for; None and empty ask for all, older versions always left out."""

    words: str = ""
    """All of these stand in the name; spellings that fold alike count as one."""
    kind: str | None = None
    """One of `values.ARTICLES`: holds an article of this kind."""
    year: str | None = None
    """Of publication: `2021`."""
    party: PartyCode | None = None
    """Some entry names it."""
    order: str = "name"
    """One of `ORDERS`; what has no day stands last."""
    down: bool = False
    """Whether the greatest comes first."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A document as a list shows it."""

    id: DocumentId
    name: str
    title: str | None
    """Of its first article that has one, in the document's words."""
    published: IsoDate | None
    """As the text states it, else as a person gave it."""
    language: str
    chars: int
    articles: int
    kinds: tuple[str, ...]
    """Kinds of its articles, each once, in text order."""
    entries: int
    """How many it holds, those rejected left out."""
    added: str
    """When it was first read: ISO 8601, UTC."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A register's door to its documents; `Register.shelf` makes it."""

    reading: Opened

    def find(self, sought: Sought) -> list[DocumentId]:
        """Return the ids of the documents that are looked for, in order."""
        column = _COLUMNS[sought.order]
        ways = (column.is_(None), column.desc() if sought.down else column, document.c.name, document.c.id)
        asked = select(document.c.id, document.c.name).select_from(document.outerjoin(dated))
        asked = asked.where(CURRENT, *_conditions(sought)).order_by(*ways)
        words = fold(sought.words).casefold().split()
        with self.reading() as connection:
            return [row.id for row in connection.execute(asked) if not words or _named(row.name, words)]

    def listed(self, ids: Sequence[DocumentId]) -> Iterator[Listed]:
        """Yield what a list shows of some documents (whole ids), in the order given."""
        for some in few(ids):
            with self.reading() as connection:
                found = {one.id: one for one in _listed(connection, some)}
            yield from (found[id_] for id_ in some if id_ in found)

    def years(self) -> list[str]:
        """Return the years in which documents were published, the newest first."""
        year = func.substr(_PUBLISHED, 1, 4)
        asked = select(year).select_from(document.outerjoin(dated)).where(_PUBLISHED.is_not(None), CURRENT)
        with self.reading() as connection:
            return sorted(connection.scalars(asked.distinct()), reverse=True)

    def document(self, key: str) -> DocumentRecord:
        """Return the document whose id begins so, else the one that is called so.

        Raises:
            UnknownIdError: there is none, or there are several.
        """
        asked = DOCUMENTS.where(document.c.id >= key, document.c.id < f"{key}g").limit(2)
        with self.reading() as connection:
            rows = connection.execute(asked).mappings().all()
            return document_record(rows[0]) if len(rows) == 1 else find_document(connection, key)

    def versions(self, id_: DocumentId) -> tuple[DocumentRecord, ...]:
        """Return a document and its older and newer versions, the oldest first.

        Args:
            id_: whole id.
        """
        with self.reading() as connection:
            return tuple(_versions(connection, id_))

    def people(self, id_: DocumentId) -> tuple[PersonRecord, ...]:
        """Return who is named in a document (whole id), with what it alone says of them; by Latin name."""
        columns = (person, sighting.c.document, sighting.c.mentions, sighting.c.offices)
        asked = select(*columns).select_from(person.join(sighting))
        asked = asked.where(sighting.c.document == id_, sighting.c.state == "active")
        asked = asked.order_by(person.c.name, person.c.id, sighting.c.start, sighting.c.id)
        with self.reading() as connection:
            return tuple(person_records(connection.execute(asked).mappings()))


def _conditions(sought: Sought) -> Iterator[ColumnElement[bool]]:
    """Yield what must hold of a document, its name aside."""
    if sought.kind is not None:  # an article's kind alone is written so; a block's stands in a list
        yield cast(document.c.page, Text).regexp_match(f'"kind": ?"{sought.kind}"')
    if sought.year is not None:
        yield _PUBLISHED.startswith(sought.year, autoescape=True)
    if sought.party is not None:
        named = select(entry.c.document).join(entry_party, entry_party.c.entry == entry.c.id)
        held = (entry.c.state != "retired", entry.c.review != "rejected")
        yield document.c.id.in_(named.where(entry_party.c.party == sought.party, *held))


def _named(name: str, words: list[str]) -> bool:
    said = fold(name).casefold()
    return all(word in said for word in words)


def _listed(connection: Connection, ids: Sequence[DocumentId]) -> Iterator[Listed]:
    """Yield a few documents, in any order."""
    counts = _counts(connection, ids)
    rows = connection.execute(DOCUMENTS.where(document.c.id.in_(ids))).mappings().all()
    pages = {row["id"]: page_of(row["page"]) for row in rows}
    titles = {
        id_: next((one.title for one in page.articles if one.title is not None), None)
        for id_, page in pages.items()
    }
    asked = select(document.c.id, document.c.text).where(document.c.id.in_([*filter(titles.get, titles)]))
    said = {row.id: span.cut(row.text) for row in connection.execute(asked) if (span := titles[row.id])}
    for row in rows:
        articles = pages[row["id"]].articles
        yield Listed(
            row["id"], row["name"], said.get(row["id"]), row["published"] or row["given"], row["language"],
            row["chars"], len(articles), tuple(dict.fromkeys(one.kind for one in articles)),
            counts.get(row["id"], 0), row["added"],
        )  # fmt: skip


def _counts(connection: Connection, ids: Sequence[DocumentId]) -> dict[DocumentId, int]:
    """Return how many entries some documents hold."""
    asked: Select[Any] = select(entry.c.document, func.count()).where(
        entry.c.document.in_(ids), entry.c.state != "retired", entry.c.review != "rejected"
    )
    return {row[0]: row[1] for row in connection.execute(asked.group_by(entry.c.document))}


def _versions(connection: Connection, id_: DocumentId) -> Iterator[DocumentRecord]:
    """Yield a document's versions: back to the first, then on to the newest."""
    before, seen = id_, {id_}
    while (older := connection.scalar(_previous(before))) and older not in seen:
        before = older
        seen.add(older)
    waiting, seen = [before], set()
    while waiting:
        one = waiting.pop(0)
        if one in seen:
            continue
        seen.add(one)
        yield from map(document_record, _rows(connection, one))
        later = select(document.c.id).where(document.c.previous == one).order_by(document.c.added)
        waiting += connection.scalars(later)


def _previous(id_: DocumentId) -> Select[Any]:
    return select(document.c.previous).where(document.c.id == id_)


def _rows(connection: Connection, id_: DocumentId) -> Sequence[RowMapping]:
    return connection.execute(DOCUMENTS.where(document.c.id == id_)).mappings().all()
