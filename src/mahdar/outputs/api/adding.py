"""`/api/v1`: texts that are read into the register, in the background, and how far that is."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Response
from pydantic import BaseModel, ConfigDict, Field

from mahdar.outputs.api.answers import PROBLEMS, problem
from mahdar.outputs.api.caller import Reviewer
from mahdar.outputs.api.shapes import upload_shape
from mahdar.outputs.api.tagged import Tagged
from mahdar.outputs.api.values import Answer
from mahdar.pipeline.uploading import Given, take_in

__all__ = ["router"]

_MOST = 50
_LONGEST = 1_000_000
_WORDS = r"^[^\x00]*[^\x00\s][^\x00]*$"
"""Anything but nothing; the zero character stands in no text."""

router = APIRouter(prefix="/api/v1", tags=["documents"], route_class=Tagged, responses=PROBLEMS)


class Sent(BaseModel):
    """A text to read."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(
        min_length=1, max_length=200, pattern=_WORDS, description="What the document is called."
    )
    text: str = Field(
        min_length=1, max_length=_LONGEST, pattern=_WORDS, description="As it is; it is kept so."
    )
    date: dt.date | None = Field(None, description="The day of publication, where the text states none.")


class Texts(BaseModel):
    """Texts to read."""

    model_config = ConfigDict(extra="forbid")

    documents: list[Sent] = Field(min_length=1, max_length=_MOST)


class Became(BaseModel):
    """What became of one text."""

    name: str
    state: Literal["read", "known", "failed"] = Field(description="`known`: the register held it already.")
    id: str | None = Field(None, description="Of the document; null where it failed.")
    language: str | None = None
    articles: int | None = None
    entries: dict[str, int] | None = Field(None, description="How many were found, by type.")
    reason: str | None = Field(None, description="Why it failed, in a word.")
    message: str | None = Field(None, description="Why it failed, and what to do.")


class Ties(BaseModel):
    """Links between a text that was read and a document that the register held, or another of the texts."""

    document: str
    other: str
    name: str = Field(description="What the other is called.")
    kind: str
    count: int


class Upload(BaseModel):
    """Texts sent at one time."""

    id: str
    who: str
    at: str = Field(description="When they were sent: ISO 8601, UTC.")
    state: Literal["running", "done", "failed", "interrupted"] = Field(
        description="`failed`, `interrupted`: reading ended early; what was read stays; send it again."
    )
    done: int = Field(description="How many are read, known or refused.")
    total: int
    documents: list[Became] = Field(description="In the order in which they were sent, once `state` is done.")
    linked: list[Ties]
    links: int | None = Field(description="How many new ones the register has; null before that is known.")
    why: str | None = Field(description="Why reading ended early.")


@router.post(
    "/documents", status_code=202, response_model=Upload, responses={429: problem("Too much is being read.")}
)
def add_documents(called: Reviewer, sent: Texts, response: Response) -> Answer:
    """Have texts read into the register and linked with what it holds; `Location` tells how far that is.

    A text that the register holds changes nothing.
    """
    given = [
        Given(one.name, one.text.encode(), one.date.isoformat() if one.date else None)
        for one in sent.documents
    ]
    id_ = take_in(called.register, called.lexicon, given, called.who.name)
    response.headers["location"] = f"{router.prefix}/uploads/{id_}"
    return upload_shape(called.register, called.register.uploads.find(id_))


@router.get("/uploads/{key}", response_model=Upload)
def get_upload(called: Reviewer, key: Annotated[str, Path(max_length=40)]) -> Answer:
    """Tell how far texts are read, and what became of each."""
    return upload_shape(called.register, called.register.uploads.find(key))
