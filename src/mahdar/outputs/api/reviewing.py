"""`/api/v1`: what reviewers say: verdicts, words marked anew, entries added, notes, taking back.

A call may say with `If-Match` which state of the entry it rests on (`ETag` of the entry); where somebody was
quicker it is refused with 412 and nothing is written.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Header, Path, Query, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from mahdar.errors import ChangedError, RegisterError
from mahdar.model.reviews import Judged
from mahdar.model.spans import Span as Run
from mahdar.outputs.api.answers import PROBLEMS
from mahdar.outputs.api.caller import Called, Reader, Reviewer
from mahdar.outputs.api.models import Entry, EntryType, Span
from mahdar.outputs.api.shapes import entry_shape
from mahdar.outputs.api.tagged import Tagged
from mahdar.outputs.api.values import Answer, Order, Reason, Review, Track, Waits
from mahdar.register import Queue

__all__ = ["router"]

Key = Annotated[str, Path(max_length=400, description="The entry's id or the beginning of it.")]
Words = Annotated[str, Field(min_length=1, max_length=10_000)]
Match = Annotated[
    str | None, Header(description="The `ETag` of the entry as it was seen; else as it is now.")
]

_CHANGED = {**PROBLEMS[400], "description": "Somebody has changed the entry since; look at it again."}

router = APIRouter(
    prefix="/api/v1", tags=["review"], route_class=Tagged, responses={**PROBLEMS, 412: _CHANGED}
)


class _Sent(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Verdict(_Sent):
    """What a reviewer says of an entry."""

    verdict: Review
    why: Words | None = None
    reason: Reason | None = Field(None, description="With `rejected`; that or `why` must be given.")
    fields: dict[str, Any] = Field({}, description="With `corrected`: the wrong fields as they should be.")
    evidence: list[Span] = Field([], description="With `corrected`: the words that it should rest on.")


class Added(_Sent):
    """An entry that the reader missed."""

    type: EntryType
    evidence: list[Span] = Field(min_length=1)
    fields: dict[str, Any] = Field({}, description="The type's own fields; what is left out is unknown.")
    why: Words | None = None


class Remark(_Sent):
    """A note on an entry."""

    words: Words


class Noted(BaseModel):
    """A note as it is kept."""

    number: int
    entry: str | None
    who: str
    at: str
    words: str


class Waiting(BaseModel):
    """What waits for review."""

    items: list[Entry]
    total: int
    next: str | None = Field(description="Give it as `after` for what comes next; null at the end.")


class Looked(_Sent):
    """That somebody has looked again at an entry."""

    why: Words | None = None


class Asked(_Sent):
    """What of the queue."""

    which: Waits = Field(
        "unreviewed",
        description="What nobody has judged; what was judged and is no longer found (`stale`); what was "
        "judged in an older version and went over into none (`again`); what reviewers judged differently "
        "(`disputed`).",
    )
    order: Order = Field("confidence", description="The least sure first, or as the texts have them.")
    type: EntryType | None = None
    kind: str | None = Field(None, description="An act's class, a meeting's or an instrument's kind.")
    party: str | None = None
    track: Track | None = None
    document: str | None = Field(None, max_length=400, description="Its name, path or id.")
    limit: int = Field(50, ge=1, le=200)
    after: str | None = Field(None, max_length=80, description="`next` of the part before.")


@router.get("/queue", response_model=Waiting)
def list_waiting(called: Reader, asked: Annotated[Asked, Query()]) -> Answer:
    """List the entries that wait for review."""
    document = called.register.shelf.document(asked.document).id if asked.document else None
    wanted = Queue(
        which=asked.which, order=asked.order, type=asked.type, kind=asked.kind, party=asked.party,
        track=asked.track, document=document,
    )  # fmt: skip
    found = called.register.reviews.queue(wanted, after=asked.after, limit=asked.limit)
    return {"items": [entry_shape(one) for one in found.entries], "total": found.total, "next": found.after}


@router.post("/entries/{key}/verdict", response_model=Entry)
def judge(called: Reviewer, key: Key, said: Verdict, response: Response, if_match: Match = None) -> Answer:
    """Accept, correct or reject an entry, or take the verdict back that holds (`unreviewed`)."""

    def write(on: int | None) -> Judged:
        return called.register.reviews.judge(
            key, said.verdict, called.who.name, why=said.why, fields=said.fields or None,
            reason=said.reason, evidence=_runs(said.evidence), on=on,
        )  # fmt: skip

    return _written(called, write, if_match, response)


@router.post("/documents/{document}/entries", status_code=201, response_model=Entry)
def add_entry(
    called: Reviewer,
    document: Annotated[str, Path(max_length=400, description="Its name, path or id.")],
    said: Added,
    response: Response,
) -> Answer:
    """Add an entry that the reader missed; it stands as accepted, with the caller as its reader."""

    def write(_: int | None) -> Judged:
        return called.register.reviews.add(
            document, said.type, _runs(said.evidence), said.fields, called.who.name, why=said.why
        )

    return _written(called, write, None, response)


@router.post("/entries/{key}/undo")
def take_back(called: Reviewer, key: Key) -> dict[str, str | int]:
    """Take back what the caller did last to this entry."""
    entry = called.register.entry(key).id
    undone = called.register.reviews.undo(called.who.name, entry)
    return {"undone": undone.what, "event": undone.number}


@router.post("/entries/{key}/settle", response_model=Entry)
def settle(called: Reviewer, key: Key, said: Looked, response: Response) -> Answer:
    """Say that the caller has looked again at an entry of the queue `again`."""

    def write(_: int | None) -> Judged:
        return called.register.reviews.settle(key, called.who.name, why=said.why)

    return _written(called, write, None, response)


@router.get("/entries/{key}/comments")
def list_comments(called: Reader, key: Key) -> list[Noted]:
    """List the notes on an entry, oldest first."""
    entry = called.register.entry(key).id
    return [_noted(one) for one in called.register.reviews.comments(entry=entry)]


@router.post("/entries/{key}/comments", status_code=201)
def add_comment(called: Reviewer, key: Key, said: Remark) -> Noted:
    """Note something on an entry."""
    return _noted(called.register.reviews.comment(said.words, called.who.name, entry=key))


def _noted(one: Any) -> Noted:  # noqa: ANN401
    return Noted(number=one.number, entry=one.entry, who=one.who, at=one.at, words=one.words)


def _runs(spans: list[Span]) -> tuple[Run, ...]:
    return tuple(Run(one.start, one.end) for one in spans)


def _written(
    called: Called, write: Callable[[int | None], Judged], if_match: str | None, response: Response
) -> Answer:
    """Write, and return the entry as it stands then; or the problem, where somebody was quicker."""
    try:
        judged = write(_seen(if_match))
    except ChangedError as error:
        detail = {"type": "about:blank", "title": "changed", "status": 412, "detail": str(error)}
        now = {"event": error.event, "who": error.who, "at": error.at}
        headers = {"etag": f'"{error.event}"'}
        return JSONResponse(detail | now, 412, headers, "application/problem+json")
    response.headers["etag"] = f'"{judged.event}"'
    record = judged.entry
    tie = next(called.register.ties([record.id]), None) if record.type == "meeting" else None
    return entry_shape(record, tie)


def _seen(if_match: str | None) -> int | None:
    """Return which state of the entry a call rests on.

    Raises:
        RegisterError: the tag is none of an entry's.
    """
    if if_match is None or if_match.strip() == "*":
        return None
    tag = if_match.strip().removeprefix("W/").strip('"')
    if not (tag.isascii() and tag.isdigit() and len(tag) < 19):
        raise RegisterError(f"{if_match} is no tag of an entry; ask for the entry and send its ETag")
    return int(tag)
