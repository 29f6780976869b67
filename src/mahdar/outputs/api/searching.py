"""`/api/v1`: the same search as on the command line and on the pages."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from mahdar.outputs.api.answers import PROBLEMS
from mahdar.outputs.api.caller import Reader
from mahdar.outputs.api.models import IsoDate, Span
from mahdar.outputs.api.tagged import Tagged
from mahdar.outputs.api.values import Answer
from mahdar.outputs.search.structured import found_object
from mahdar.pipeline.searching import search

__all__ = ["router"]

router = APIRouter(prefix="/api/v1", tags=["search"], route_class=Tagged, responses=PROBLEMS)


class Asked(BaseModel):
    """What is searched."""

    model_config = ConfigDict(extra="forbid")

    q: str = Field(
        min_length=1,
        max_length=400,
        description="Words, «phrases», `-words` and filters: `class:commit party:QAT before:2024`.",
    )
    similar: bool = Field(False, description="What is near in meaning, whatever its words.")
    newest: bool = Field(False, description="Newest first instead of best first.")
    everything: bool = Field(False, description="Also what was rejected, and older versions.")
    page: int = Field(1, ge=1, le=10_000)
    size: int = Field(20, ge=1, le=100)


class Piece(Span):
    """The words around what was found."""

    text: str
    marks: list[Span] = Field(description="The original words that matched, in the document's text.")


class Match(BaseModel):
    """One thing that was found."""

    type: str = Field(description="A type of entry, or `document`.")
    document: str
    name: str
    entry: str | None
    kind: str | None
    day: IsoDate | None
    score: float
    title: str | None
    review: str | None
    fields: dict[str, Any] = Field(description="An entry's own, as the register has them.")
    snippets: list[Piece]


class Matches(BaseModel):
    """A page of what was found."""

    query: str = Field(description="As it was understood.")
    total: int
    page: int
    pages: int
    size: int
    loose: bool = Field(description="True where nothing has all the words; these have some.")
    facets: dict[str, dict[str, int]] = Field(description="How many hits have which value.")
    hits: list[Match]


@router.get("/search", response_model=Matches)
def find(called: Reader, asked: Annotated[Asked, Query()]) -> Answer:
    """Search documents and entries, in Arabic as people type it or by names and values in English."""
    found = search(
        called.register, asked.q, page=asked.page, size=asked.size, by_day=asked.newest,
        everything=asked.everything, similar=asked.similar, lexicon=called.lexicon,
    )  # fmt: skip
    return found_object(found)
