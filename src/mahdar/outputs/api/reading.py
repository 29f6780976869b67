"""`/api/v1`: documents, entries, people, parties, and how much there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, dropwhile, islice
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Path, Query, Request, Response

from mahdar.errors import RegisterError
from mahdar.lexicon.directory import Party, parties_known
from mahdar.model.records import EntryRecord
from mahdar.outputs.api.answers import PROBLEMS, After, Limit, Part, part_of
from mahdar.outputs.api.caller import Called, Reader
from mahdar.outputs.api.models import Document, Entry, EntryType, IsoDate, Link, Person, Text, WholeEntry
from mahdar.outputs.api.shapes import entry_shape, event_shape
from mahdar.outputs.api.values import Review, State, Track
from mahdar.outputs.export.json import document_object, link_object, person_object
from mahdar.register import Wanted

__all__ = ["entry_tag", "router"]

T = TypeVar("T")
Key = Annotated[str, Path(max_length=400, description="An id or the beginning of one.")]

router = APIRouter(prefix="/api/v1", responses=PROBLEMS)


@router.get("/documents", tags=["documents"])
def list_documents(
    called: Reader,
    request: Request,
    response: Response,
    limit: Limit = 50,
    after: After = None,
    all_versions: Annotated[bool, Query(description="Also older versions.")] = False,  # noqa: FBT002
) -> Part[Document]:
    """List the documents, by name."""
    every = called.register.documents(all_versions=all_versions)
    found = ((one.id, document_object(one)) for one in _behind(every, after))
    return part_of(request, response, found, limit)  # type: ignore[return-value]


@router.get("/documents/{key}", tags=["documents"])
def get_document(called: Reader, key: Annotated[str, Path(max_length=400, description="Its name, path or id.")]) -> Document:
    """Return a document: its articles and what of its page is noise."""
    return document_object(called.register.document(key))  # type: ignore[return-value]


@router.get("/documents/{key}/text", tags=["documents"])
def get_text(called: Reader, key: Annotated[str, Path(max_length=400, description="Its name, path or id.")]) -> Text:
    """Return a document's text, exactly as it was read."""
    found = called.register.document(key).id
    return Text(id=found, text=called.register.text(found))


@router.get("/entries", tags=["entries"])
def list_entries(  # noqa: PLR0913  # one question, many ways to narrow it
    called: Reader,
    request: Request,
    response: Response,
    document: Annotated[str | None, Query(max_length=400, description="Its name, path or id.")] = None,
    type: EntryType | None = None,  # noqa: A002  # the register's own word
    kind: Annotated[str | None, Query(description="An act's class, a meeting's or an instrument's kind.")] = None,
    party: Annotated[list[str] | None, Query(description="A party in any role; several: all of them.")] = None,
    actor: str | None = None,
    target: str | None = None,
    speaker: Annotated[str | None, Query(max_length=200, description="A name, Latin or Arabic, or a part of it.")] = None,
    track: Track | None = None,
    contains: Annotated[str | None, Query(max_length=200, description="Words that all stand in the evidence.")] = None,
    due: Annotated[bool, Query(description="Only what is to be done by some day.")] = False,  # noqa: FBT002
    since: Annotated[IsoDate | None, Query(pattern=r"^\d{4}(-\d\d){0,2}$")] = None,
    until: Annotated[IsoDate | None, Query(pattern=r"^\d{4}(-\d\d){0,2}$")] = None,
    min_confidence: Annotated[float | None, Query(ge=0, le=1)] = None,
    review: Review | None = None,
    state: State | None = None,
    limit: Limit = 50,
    after: After = None,
) -> Part[Entry]:
    """List entries, by document, then as the texts have them; every filter narrows further."""
    wanted = Wanted(
        document=None if document is None else called.register.document(document).id,
        type=type, kind=kind, parties=tuple(party or ()), actor=actor, target=target,
        voices=None if speaker is None else called.register.voices(speaker), track=track, contains=contains,
        due=due, since=since, until=until, min_confidence=min_confidence, review=review, state=state,
    )  # fmt: skip
    found = _behind(called.register.ask(wanted), after)
    shapes = ((one["id"], one) for one in _shapes(called, found, limit + 1))
    return part_of(request, response, shapes, limit)  # type: ignore[return-value]


@router.get("/entries/{key}", tags=["entries"], responses={304: {"description": "It has not changed."}})
def get_entry(called: Reader, key: Key, request: Request, response: Response) -> WholeEntry:
    """Return an entry with its links and its history; its `ETag` goes into `If-Match` of a review."""
    record = called.register.entry(key)
    response.headers["etag"] = entry_tag(called, record.id)
    shape = next(iter(_shapes(called, [record], 1)))
    links = [link_object(one) for one in called.register.links([record.id])]
    events = [event_shape(one) for one in called.register.events(entry=record.id)]
    return {"entry": shape, "links": links, "events": events}  # type: ignore[return-value]


@router.get("/links", tags=["entries"])
def list_links(
    called: Reader,
    request: Request,
    response: Response,
    kind: str | None = None,
    limit: Limit = 200,
    after: After = None,
) -> Part[Link]:
    """List what ties entries together, by their two ends."""
    every = ((one.id, link_object(one)) for one in called.register.links(kind=kind))
    return part_of(request, response, _behind_key(every, after), limit)  # type: ignore[return-value]


@router.get("/people", tags=["people"])
def list_people(
    called: Reader, request: Request, response: Response, limit: Limit = 50, after: After = None
) -> Part[Person]:
    """List who is named, by Latin name, with offices and where."""
    found = ((one.id, person_object(one)) for one in _behind(called.register.people(), after))
    return part_of(request, response, found, limit)  # type: ignore[return-value]


@router.get("/people/{key}", tags=["people"])
def get_person(called: Reader, key: Key) -> Person:
    """Return a person."""
    return person_object(called.register.person(key))  # type: ignore[return-value]


@router.get("/parties", tags=["people"])
def list_parties(
    called: Reader,
    word: Annotated[str, Query(max_length=100, description="Part of a code or a name, in English or Arabic.")] = "",
) -> list[Party]:
    """List the parties that the lexicon knows: states, blocs, organisations."""
    return list(parties_known(called.lexicon, word))


@router.get("/stats", tags=["register"])
def get_stats(called: Reader) -> dict[str, Any]:
    """Count documents, people, entries by type and by review, and events."""
    counts = called.register.counts()
    return {
        "documents": counts.documents, "people": counts.people, "entries": dict(counts.entries),
        "reviews": dict(counts.reviews), "events": counts.events, "older": counts.older,
    }  # fmt: skip


def entry_tag(called: Called, entry: str) -> str:
    """Return the tag of an entry's state: the number of its last event."""
    return f'"{called.register.reviews.entry(entry).event}"'


def _shapes(called: Called, records: Iterable[EntryRecord], most: int) -> Iterator[dict[str, Any]]:
    """Yield the first so many entries, meetings with where they belong."""
    some = list(islice(records, most))
    meetings = [one.id for one in some if one.type == "meeting"]
    ties = {tie.entry: tie for tie in called.register.ties(meetings)} if meetings else {}
    return (entry_shape(one, ties.get(one.id)) for one in some)


def _behind(records: Iterator[T], after: str | None) -> Iterator[T]:
    """Yield what comes behind a record of this id.

    Raises:
        RegisterError: there is none; the list has changed.
    """
    keyed = ((one.id, one) for one in records)  # type: ignore[attr-defined]
    return (one for _, one in _behind_key(keyed, after))


def _behind_key(keyed: Iterator[tuple[str, T]], after: str | None) -> Iterator[tuple[str, T]]:
    if after is None:
        return keyed
    rest = dropwhile(lambda one: one[0] != after, keyed)
    if next(rest, None) is None:
        raise RegisterError(f"nothing called {after} is in this list any more; begin again without `after`")
    return chain(rest)
