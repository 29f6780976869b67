"""`/api/v1`: what follows from all documents together, as it was worked out last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Annotated, Any, Generic, TypeVar

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from mahdar.model.chains import Chain
from mahdar.model.contradictions import Contradiction
from mahdar.outputs.api.answers import PROBLEMS
from mahdar.outputs.api.caller import Reader
from mahdar.outputs.api.models import IsoDate, Span
from mahdar.outputs.api.tagged import Tagged
from mahdar.outputs.api.values import Answer
from mahdar.outputs.brief.wording import noted
from mahdar.pipeline.following import narrowed, of_series
from mahdar.pipeline.series import EditionRecord, SeriesRecord, register_series
from mahdar.pipeline.series_keys import series_called
from mahdar.pipeline.standing import Answer as Kept

__all__ = ["router"]

T = TypeVar("T")
_MOST = 500

router = APIRouter(prefix="/api/v1", tags=["register"], route_class=Tagged, responses=PROBLEMS)


class Worked(BaseModel, Generic[T]):
    """Something worked out of the whole register."""

    fresh: bool = Field(description="Whether it is of the register as it stands now.")
    at: str | None = Field(description="When it was worked out; null where it never was.")
    total: int = Field(description="How many there are; at most 500 are given.")
    items: list[T]


class Edition(BaseModel):
    """One occasion of a series."""

    occasion: str
    number: int | None
    inferred: bool = Field(description="True where no text gives the number.")
    status: str
    dates: list[IsoDate]
    places: list[str]
    documents: list[str]
    entries: list[str]


class Series(BaseModel):
    """What the same parties hold again and again."""

    id: str
    kind: str
    parties: list[str]
    name: str
    editions: list[Edition]


class Step(BaseModel):
    """One step of a chain."""

    rung: str
    date: IsoDate | None
    how: str
    entry: str | None
    document: str | None
    span: Span | None
    who: str
    source: str | None
    note: str | None


class ChainOf(BaseModel):
    """A commitment or an instrument, from its first mention on."""

    id: str
    type: str
    title: str
    rung: str
    due: IsoDate | None
    parties: list[str]
    tracks: list[str]
    steps: list[Step]
    overdue: bool
    silent_since: IsoDate | None
    silent_for: int


class Place(BaseModel):
    """Words of a document."""

    document: str
    start: int
    end: int


class Clash(BaseModel):
    """Two passages that cannot both be true."""

    id: str
    what: str
    hard: bool
    a: Place
    b: Place
    note: str = Field(description="In plain English.")
    label: str = Field(description="Which note it is.")
    values: dict[str, str | list[str]] = Field(description="What the note speaks of.")


class Filters(BaseModel):
    """Which chains."""

    model_config = ConfigDict(extra="forbid")

    as_of: str | None = Field(None, pattern=r"^\d{4}-\d\d-\d\d$", description="As it stood on a day; today.")
    type: str | None = Field(None, pattern="^(commitment|instrument)$")
    party: list[str] = Field([], description="All of these.")
    track: str | None = None
    series: str | None = Field(None, max_length=200, description="KWT-USA, or the beginning of an id.")
    overdue: bool = False
    silent: bool = False


@router.get("/series", response_model=Worked[Series])
def list_series(called: Reader) -> Answer:
    """List the dialogues with their editions, those with the most first."""
    return _worked(called.standing.series(), _series)


@router.get("/chains", response_model=Worked[ChainOf])
def list_chains(called: Reader, asked: Annotated[Filters, Query()]) -> Answer:
    """List what became of commitments and instruments."""
    found = called.standing.chains(asked.as_of or called.today)

    def some(every: tuple[Chain, ...]) -> list[Chain]:
        its = asked.series and series_called(register_series(called.register), asked.series)
        return narrowed(
            of_series(called.register, every, its) if its else every,
            kind=asked.type, parties=asked.party, track=asked.track, overdue=asked.overdue,
            silent=asked.silent,
        )  # fmt: skip

    return _worked(found, asdict, some)


@router.get("/contradictions", response_model=Worked[Clash])
def list_contradictions(called: Reader) -> Answer:
    """List passages that cannot both be true; those that somebody has closed are left out."""
    closed = {one.contradiction for one in called.register.decisions.closings()}
    found = called.standing.contradictions()
    return _worked(found, _clash, lambda every: [one for one in every if one.id not in closed])


def _worked(
    found: Kept[tuple[Any, ...]], shape: Callable[[Any], Any], some: Callable[[Any], Sequence[Any]] = tuple
) -> dict[str, Any]:
    """Return what was worked out, as far as it goes into one answer."""
    chosen = some(found.value or ())
    items = [shape(one) for one in chosen[:_MOST]]
    return {"fresh": found.fresh, "at": found.at, "total": len(chosen), "items": items}


def _series(one: SeriesRecord) -> dict[str, Any]:
    editions = [_edition(edition) for edition in one.editions]
    return {"id": one.id, "kind": one.kind, "parties": one.parties, "name": one.name, "editions": editions}


def _edition(one: EditionRecord) -> dict[str, Any]:
    return {
        "occasion": one.occasion, "number": one.number, "inferred": one.inferred, "status": one.status,
        "dates": one.dates, "places": one.places, "documents": one.documents,
        "entries": [entry.id for entry in one.entries],
    }  # fmt: skip


def _clash(one: Contradiction) -> dict[str, Any]:
    ends = {
        name: {"document": end.document, "start": end.span.start, "end": end.span.end}
        for name, end in (("a", one.a), ("b", one.b))
    }
    return {"id": one.id, "what": one.what, "hard": one.hard, **noted(one.note), **ends}
