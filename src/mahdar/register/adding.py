"""A batch of readings → the register, in one transaction that holds all of each document or nothing of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from time import monotonic

from sqlalchemy import Connection, delete, select

from mahdar.errors import MahdarError
from mahdar.lexicon.name_chain import NameChain
from mahdar.linking.people import seen_person
from mahdar.model.codec import plain_page
from mahdar.model.days import DocumentDays
from mahdar.model.reading import Reading
from mahdar.model.records import AddReport
from mahdar.register.carrying import carry_over
from mahdar.register.filing import file_documents, filed
from mahdar.register.people import People
from mahdar.register.placing import Moves, Place, follow, standing, write_moves
from mahdar.register.rereading import Change, decide, upheld
from mahdar.register.rows import (
    Row,
    article_at,
    check_evidence,
    document_row,
    entry_rows,
    party_rows,
    published_in,
    sighting_row,
)
from mahdar.register.rulings import Rulings
from mahdar.register.schema import dated, document, entry, entry_party, event, sighting
from mahdar.register.schema_explore import entry_track, explored
from mahdar.register.search_index import index_new, note_moves, refresh
from mahdar.register.search_rows import Known
from mahdar.register.writing import Rows, forget_parties

__all__ = ["DOCUMENTS_AT_ONCE", "Author", "add_batch", "batches", "place_batch"]

DOCUMENTS_AT_ONCE = 64
SECONDS_AT_ONCE = 2.0
"""Each batch asks for its people and places anew; of small ones that took longer than writing them."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who adds, with what, when."""

    who: str
    reader: str
    """Digest of the reader."""
    at: str
    """ISO 8601, UTC."""


def batches(
    readings: Iterable[Reading], clock: Callable[[], float] = monotonic
) -> Iterator[tuple[Reading, ...]]:
    """Yield readings in batches of 64 documents or two seconds, whichever is first.

    Raises:
        EvidenceError: a reading claims what its text does not say; what came before it has been yielded.
    """
    batch: list[Reading] = []
    began = clock()
    try:
        for reading in readings:
            check_evidence(reading)
            batch.append(reading)
            if len(batch) == DOCUMENTS_AT_ONCE or clock() - began >= SECONDS_AT_ONCE:
                yield tuple(batch)
                batch, began = [], clock()
    except MahdarError:
        yield tuple(batch)
        raise
    yield tuple(batch)


def add_batch(
    connection: Connection, batch: Sequence[Reading], author: Author, names: NameChain
) -> AddReport:
    """Add readings to the register.

    Args:
        connection: in a transaction that may write.
        batch: documents may be new, known, or twice in the batch; the first of two counts.
        author: who adds.
        names: cuts people's names.
    """
    once: dict[str, Reading] = {}
    for reading in batch:
        once.setdefault(reading.document.id, reading)
    held = _held(connection, list(once))
    again = [one for id_, one in once.items() if id_ in held and _differs(held[id_], one, author)]
    fresh = [one for one in once.values() if one.document.id not in held]
    places = [(one.document.id, one.document.path) for one in batch]
    moves = follow(standing(connection, places), places)
    rows = Rows()
    report = AddReport(unchanged=len(batch) - len(fresh) - len(again))
    report += _add_fresh(rows, fresh, author, moves)
    for reading in again:
        report += _add_again(connection, rows, reading, author, held[reading.document.id])
    _add_people(connection, rows, (*fresh, *again), names)
    report += _add_returned(rows, held, moves, author)
    rows.write(connection)
    write_moves(connection, moves)
    file_documents(connection, {one.document.id for one in again} | _moved(held, moves))
    index_new(connection, _known(rows, fresh))
    refresh(connection, [one.document.id for one in again])
    note_moves(connection, _moved(held, moves))
    carry_over(connection, moves.previous, author.at)
    return report


def _known(rows: Rows, fresh: Sequence[Reading]) -> Iterator[Known]:
    """Yield new documents as the index takes them."""
    entries: dict[str, list[Row]] = defaultdict(list)
    for row in rows.new(entry):
        entries[row["document"]].append(row)
    for row, one in zip(rows.new(document), fresh, strict=True):
        people = {person.name: person.name_ar for person in one.people}
        yield Known(row, one.page, one.document.given, entries[row["id"]], people)


def place_batch(connection: Connection, places: Sequence[Place], author: Author) -> AddReport:
    """Note where documents stand that the register holds; the others are left out."""
    held = _held(connection, [id_ for id_, _ in places])
    known = [place for place in places if place[0] in held]
    moves, rows = follow(standing(connection, known), known), Rows()
    report = _add_returned(rows, held, moves, author)
    rows.write(connection)
    write_moves(connection, moves)
    file_documents(connection, _moved(held, moves))
    note_moves(connection, _moved(held, moves))
    carry_over(connection, moves.previous, author.at)
    return report


def _moved(held: Collection[str], moves: Moves) -> set[str]:
    """Return the known documents that may have come into sight or gone out of it."""
    return {id_ for id_ in moves.now.values() if id_ in held} | moves.left


def _held(connection: Connection, ids: list[str]) -> dict[str, Row]:
    """Return what the register holds of these documents."""
    columns = (document.c.id, document.c.reader, document.c.page, dated.c.day.label("given"))
    asked = select(*columns).outerjoin_from(document, dated).where(document.c.id.in_(ids))
    return {row["id"]: dict(row) for row in connection.execute(asked).mappings()}


def _differs(held: Row, reading: Reading, author: Author) -> bool:
    """Say whether a held document was read by another reader, or from another day."""
    return bool(held["reader"] != author.reader or held["given"] != reading.document.given)


def _add_fresh(rows: Rows, fresh: Iterable[Reading], author: Author, moves: Moves) -> AddReport:
    """Gather the rows of new documents."""
    report = AddReport()
    for reading in fresh:
        id_, given = reading.document.id, reading.document.given
        previous = moves.previous.get(id_)
        found = entry_rows(reading)
        rows.add(document, [document_row(reading, author.reader, author.at, previous)])
        rows.add(dated, [{"document": id_, "day": given}] if given else [])
        _add_entries(rows, found.values())
        _file(rows, found.values(), DocumentDays.of(id_, reading.page, given))
        merged = len(reading.entries) - len(found)
        facts = {"reader": author.reader, "entries": len(found), "previous": previous, "given": given}
        known = {name: fact for name, fact in facts.items() if fact is not None}
        rows.add(event, [_event(author, "added", id_, data=known)])
        report += AddReport(added=1, versions=int(bool(previous)), entries=len(found), merged=merged)
    return report


def _add_returned(rows: Rows, held: Mapping[str, Row], moves: Moves, author: Author) -> AddReport:
    """Gather the events of texts that stand again where another text stood."""
    back = {id_: previous for id_, previous in moves.previous.items() if id_ in held}
    for id_, previous in back.items():
        rows.add(event, [_event(author, "returned", id_, data={"previous": previous})])
    return AddReport(restored=len(back))


def _add_entries(rows: Rows, found: Iterable[Row]) -> None:
    """Gather new entries and the parties in them."""
    for row in found:
        rows.add(entry, [row])
        rows.add(entry_party, party_rows(row["id"], row["type"], row["fields"]))


def _file(rows: Rows, found: Iterable[Row], days: DocumentDays) -> None:
    """Gather the narrow rows of a new document's entries."""
    for row in found:
        narrow, topics = filed(row, days)
        rows.add(explored, [narrow])
        rows.add(entry_track, topics)


def _add_again(
    connection: Connection, rows: Rows, reading: Reading, author: Author, before: Row
) -> AddReport:
    """Gather what another reader makes of a known document."""
    id_ = reading.document.id
    stored = connection.execute(select(entry).where(entry.c.document == id_).order_by(entry.c.id)).mappings()
    held = {row["id"]: dict(row) for row in stored}
    found = entry_rows(reading)
    changes = decide(held, upheld(held, found, lambda offset: article_at(reading.page, id_, offset)))
    new = [row for key, row in found.items() if key not in held]
    _add_entries(rows, new)
    for change in changes:
        _add_change(connection, rows, held[change.entry], change, reading)
        rows.add(event, [_event(author, change.what, id_, change.entry, data=change.before)])
    page = plain_page(reading.page)
    facts = {"reader": before["reader"]} | ({"page": before["page"]} if before["page"] != page else {})
    facts |= _date(connection, rows, reading, before["given"])
    rows.add(event, [_event(author, "reread", id_, data=facts)])
    newly = {"reader": author.reader, "page": page, "published": published_in(reading.page)}
    rows.change(document, id_, newly | {"language": reading.document.language})
    return _report(changes, len(new), len(reading.entries) - len(found))


def _date(connection: Connection, rows: Rows, reading: Reading, before: str | None) -> Row:
    """Gather the day that a person now gives a document; return what it was, where it changes."""
    id_, given = reading.document.id, reading.document.given
    if given == before:
        return {}
    connection.execute(delete(dated).where(dated.c.document == id_))
    rows.add(dated, [{"document": id_, "day": given}] if given else [])
    return {"given": before}


def _add_change(connection: Connection, rows: Rows, held: Row, change: Change, reading: Reading) -> None:
    """Gather one entry's change; a stale one moves to the article that now holds its words."""
    values = dict(change.values)
    if change.what == "stale":
        values["article"] = article_at(reading.page, reading.document.id, held["start"])
    rows.change(entry, change.entry, values)
    if "fields" in change.before:
        forget_parties(connection, change.entry, held["type"], held["reviewed"] or held["fields"])
        rows.add(entry_party, party_rows(change.entry, held["type"], held["reviewed"] or values["fields"]))


def _report(changes: Sequence[Change], new: int, merged: int) -> AddReport:
    """Count what a second reading changed."""
    kinds = [change.what for change in changes]
    return AddReport(
        reread=1,
        entries=new,
        changed=kinds.count("changed"),
        returned=kinds.count("returned"),
        retired=kinds.count("retired"),
        stale=kinds.count("stale"),
        merged=merged,
    )


def _add_people(connection: Connection, rows: Rows, readings: Sequence[Reading], names: NameChain) -> None:
    """Gather who is seen in these documents, and who is seen there no more."""
    people = People(connection, (seen_person(one, names) for reading in readings for one in reading.people))
    stored, ruled = _sightings(connection, [reading.document.id for reading in readings]), Rulings(connection)
    for reading in readings:
        old = stored.get(reading.document.id, {})
        found = {(row := sighting_row(reading.document.id, one))["id"]: (row, one) for one in reading.people}
        for id_, row in old.items():
            state = "active" if id_ in found else "retired"
            if row["state"] != state:
                rows.change(sighting, id_, {"state": state})
        taken = {old[id_]["person"] for id_ in found if id_ in old}
        for id_, (row, one) in found.items():
            if id_ not in old:
                found_as = people.place(seen_person(one, names), taken)
                who = ruled.follow(found_as, reading.document.id, id_)
                taken |= {found_as, who}
                rows.add(sighting, [{**row, "person": who}])
    people.gather(rows)


def _sightings(connection: Connection, documents: list[str]) -> dict[str, dict[str, Row]]:
    """Return who has been seen in these documents so far."""
    columns = (sighting.c.id, sighting.c.document, sighting.c.person, sighting.c.state)
    found = connection.execute(select(*columns).where(sighting.c.document.in_(documents))).mappings()
    by_document: dict[str, dict[str, Row]] = {}
    for row in found:
        by_document.setdefault(row["document"], {})[row["id"]] = dict(row)
    return by_document


def _event(
    author: Author, what: str, document_: str, entry_: str | None = None, data: Row | None = None
) -> Row:
    """Return an event's row."""
    return {
        "at": author.at, "who": author.who, "what": what, "document": document_, "entry": entry_,
        "why": None, "data": data,
    }  # fmt: skip
