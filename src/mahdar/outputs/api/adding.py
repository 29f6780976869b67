"""`/api/v1`: texts that are read into the register."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from mahdar.model.document import Document
from mahdar.outputs.api.answers import PROBLEMS
from mahdar.outputs.api.caller import Reviewer
from mahdar.outputs.api.tagged import Tagged
from mahdar.pipeline.texts_given import read_texts
from mahdar.sources.script import language_of

__all__ = ["router"]

_MOST = 50
_LONGEST = 1_000_000

router = APIRouter(prefix="/api/v1", tags=["documents"], route_class=Tagged, responses=PROBLEMS)


class Sent(BaseModel):
    """A text to read."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(min_length=1, max_length=200, pattern=r"\S", description="What the document is called.")
    text: str = Field(
        min_length=1, max_length=_LONGEST, pattern=r"\S", description="As it is; it is kept so."
    )
    date: dt.date | None = Field(None, description="The day of publication, where the text states none.")


class Texts(BaseModel):
    """Texts to read."""

    model_config = ConfigDict(extra="forbid")

    documents: list[Sent] = Field(min_length=1, max_length=_MOST)


class Report(BaseModel):
    """What reading did."""

    documents: list[str] = Field(description="Ids, in the order in which the texts were sent.")
    added: int
    unchanged: int
    entries: int = Field(description="New ones.")
    links: int = Field(description="New ones, with what the register held.")


@router.post("/documents", status_code=201)
def add_documents(called: Reviewer, sent: Texts) -> Report:
    """Read texts into the register and link them with what it holds; a text that it holds changes nothing."""
    documents = [_document(one) for one in sent.documents]
    report = read_texts(documents, called.register, called.lexicon, who=called.who.name)
    return Report(
        documents=[one.id for one in documents],
        added=report.register.added,
        unchanged=report.register.unchanged,
        entries=report.register.entries,
        links=report.linked.links if report.linked else 0,
    )


def _document(sent: Sent) -> Document:
    document = Document.of(sent.text, sent.name, language=language_of(sent.text))
    return replace(document, given=sent.date.isoformat() if sent.date else None)
