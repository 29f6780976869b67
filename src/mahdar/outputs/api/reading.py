"""`/api/v1`: documents, entries, people, parties, and how much there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import Field

from mahdar.lexicon.directory import Party, parties_known
from mahdar.model.records import EntryRecord
from mahdar.outputs.api.answers import PROBLEMS, Listed, Listing, Paged, Part
from mahdar.outputs.api.caller import Called, Reader
from mahdar.outputs.api.models import Document, Entry, EntryType, Link, Person, Text, WholeEntry
from mahdar.outputs.api.shapes import entry_shape, event_shape
from mahdar.outputs.api.tagged import Tagged
from mahdar.outputs.api.values import Answer, Review, State, Track
from mahdar.outputs.export.json import document_object, link_object, person_object
from mahdar.register import Register, Wanted

__all__ = ["entry_tag", "router"]

Key = Annotated[str, Path(max_length=400, description="An id or the beginning of one.")]
Name = Annotated[str, Path(max_length=400, description="A document's name, path or id.")]
Day = Annotated[str, Field(pattern=r"^\d{4}(-\d\d){0,2}$", description="A day, month or year; included.")]

router = APIRouter(prefix="/api/v1", route_class=Tagged, responses=PROBLEMS)


class Filters(Paged):
    """Which entries; every filter narrows further."""

    document: str | None = Field(None, max_length=400, description="Its name, path or id.")
    type: EntryType | None = None
    kind: str | None = Field(None, description="An act's class, a meeting's or an instrument's kind.")
    party: list[str] = Field([], description="A party in any role; several: all of them.")
    actor: str | None = None
    target: str | None = None
    speaker: str | None = Field(None, max_length=200, description="A name, Latin or Arabic, or a part of it.")
    track: Track | None = None
    contains: str | None = Field(None, max_length=200, description="Words that all stand in the evidence.")
    due: bool = Field(False, description="Only what is to be done by a day; `since`, `until` ask for it.")
    since: Day | None = None
    until: Day | None = None
    min_confidence: float | None = Field(None, ge=0, le=1)
    review: Review | None = None
    state: State | None = None

    def wanted(self, register: Register) -> Wanted:
        """Return the question as the register takes it.

        Raises:
            UnknownIdError: there is no such document.
        """
        own = self.model_dump(exclude={"document", "party", "speaker", "limit", "after"})
        return Wanted(
            **own,
            document=None if self.document is None else register.document(self.document).id,
            parties=tuple(self.party),
            voices=None if self.speaker is None else register.voices(self.speaker),
        )


@router.get("/documents", tags=["documents"], response_model=Part[Document])
def list_documents(called: Reader, asked: Listed) -> Answer:
    """List the documents, by name; older versions are left out."""
    return asked.part(called.register.documents(), partial(map, document_object))


@router.get("/documents/{key}", tags=["documents"], response_model=Document)
def get_document(called: Reader, key: Name) -> Answer:
    """Return a document: its articles and what of its page is noise."""
    return document_object(called.register.document(key))


@router.get("/documents/{key}/text", tags=["documents"])
def get_text(called: Reader, key: Name) -> Text:
    """Return a document's text, exactly as it was read."""
    found = called.register.document(key).id
    return Text(id=found, text=called.register.text(found))


@router.get("/entries", tags=["entries"], response_model=Part[Entry])
def list_entries(
    called: Reader, request: Request, response: Response, filters: Annotated[Filters, Query()]
) -> Answer:
    """List entries, by document, then as the texts have them."""
    found = called.register.ask(filters.wanted(called.register))
    return Listing(request, response, filters).part(found, partial(_shapes, called))


@router.get("/entries/{key}", tags=["entries"], response_model=WholeEntry)
def get_entry(called: Reader, key: Key, response: Response) -> Answer:
    """Return an entry with its links and its history; its `ETag` goes into `If-Match` of a review."""
    record = called.register.entry(key)
    response.headers["etag"] = entry_tag(called, record.id)
    shape = next(_shapes(called, [record]))
    links = [link_object(one) for one in called.register.links([record.id])]
    events = [event_shape(one) for one in called.register.events(entry=record.id)]
    return {"entry": shape, "links": links, "events": events}


@router.get("/links", tags=["entries"], response_model=Part[Link])
def list_links(called: Reader, asked: Listed) -> Answer:
    """List what ties entries together, by their two ends."""
    return asked.part(called.register.links(), partial(map, link_object))


@router.get("/people", tags=["people"], response_model=Part[Person])
def list_people(called: Reader, asked: Listed) -> Answer:
    """List who is named, by Latin name, with offices and where."""
    return asked.part(called.register.people(), partial(map, person_object))


@router.get("/people/{key}", tags=["people"], response_model=Person)
def get_person(called: Reader, key: Key) -> Answer:
    """Return a person."""
    return person_object(called.register.person(key))


@router.get("/parties", tags=["people"])
def list_parties(
    called: Reader,
    word: Annotated[
        str, Query(max_length=100, description="Part of a code or a name, in English or Arabic.")
    ] = "",
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


def _shapes(called: Called, records: Sequence[EntryRecord]) -> Iterator[dict[str, Any]]:
    """Yield entries, meetings with where they belong."""
    meetings = [one.id for one in records if one.type == "meeting"]
    ties = {tie.entry: tie for tie in called.register.ties(meetings)} if meetings else {}
    return (entry_shape(one, ties.get(one.id)) for one in records)
