"""The pages of review: what waits, one entry to be judged, and how far reviewers agree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import Query
from fastapi.responses import Response

from mahdar.lexicon.parties import codes_named
from mahdar.model.codec import FIELDS
from mahdar.model.records import EntryRecord
from mahdar.outputs.web.asked import Ask, Asked
from mahdar.outputs.web.forms import party_text
from mahdar.outputs.web.judging import Shown, asked_queue, choices, entry_page, queue_of
from mahdar.outputs.web.pages import Page, Pages, Row, redirect
from mahdar.pipeline.agreement import Agreement, Measured, agreement
from mahdar.register import Queue
from mahdar.register.queue import ORDERS, QUEUES

__all__ = ["pages"]

pages = Pages()
_ROWS = 25
"""Entries on a page of the queue."""


@pages.page("/review", "review.html", table=True)
def review(asked: Ask, after: str | None = None, done: str = "", limit: int = _ROWS) -> Page:
    """Show what waits for review, least sure first."""
    queue = _queue(asked)
    reviews = asked.desk.register.reviews
    page = reviews.queue(queue, after=after, limit=max(1, min(limit, 500)))
    names = _names(asked, page.entries)
    return Page(
        {"waiting": page, "documents": names},
        rows=(_row(one, names) for one in page.entries),
        private={
            **choices(asked),
            "queue": queue,
            "queue_asked": asked_queue(queue),
            "party": party_text(asked, queue.party) if queue.party else "",
            "queues": QUEUES,
            "orders": ORDERS,
            "types": tuple(FIELDS),
            "changes": _changes(asked, queue, page.entries),
            "done": reviews.entry(done, alone=queue.alone) if done else None,
            "about": asked.desk.register.document(queue.document) if queue.document else None,
        },
    )  # fmt: skip


@pages.page("/review/agreement", "review-agreement.html", table=True)
def agree(asked: Ask, alone: Annotated[bool, Query()] = False) -> Page:
    """Show how far reviewers agree."""
    found = agreement(asked.desk.register, alone=alone)
    return Page({"agreement": found, "alone": alone}, rows=_measured(found))


@pages.page("/review/{entry}", "review-entry.html")
def judge(asked: Ask, entry: str, done: str = "") -> Page:
    """Show one entry to be judged, its words where they stand."""
    return entry_page(asked, entry, Shown(_queue(asked), done=done))


@pages.router.get("/review/after/{entry}")
def follow(asked: Ask, entry: str) -> Response:
    """Go on to what waits behind an entry, without judging it."""
    queue = _queue(asked)
    waiting = asked.desk.register.reviews.queue(queue, after=entry, limit=1).entries
    said = asked_queue(queue)
    return redirect(f"/review/{waiting[0].id}?{said}" if waiting else f"/review?{said}")


def _queue(asked: Asked) -> Queue:
    """Return the queue that the address names; parties by their names, documents by theirs."""
    query = asked.request.url.query
    queue = queue_of(asked, query)
    if queue.party:
        codes = codes_named(queue.party.rpartition("(")[2].rstrip(")"), asked.desk.lexicon)
        queue = _with(queue, party=codes[0] if len(codes) == 1 else queue.party)
    if queue.document:
        queue = _with(queue, document=asked.desk.register.document(queue.document).id)
    return queue


def _with(queue: Queue, **changed: str) -> Queue:
    return Queue(**{name: changed.get(name, getattr(queue, name)) for name in Queue.__slots__})


def _names(asked: Asked, entries: tuple[EntryRecord, ...]) -> dict[str, str]:
    """Return what the documents of some entries are called."""
    return asked.desk.register.exploring.names([one.document for one in entries])


def _changes(asked: Asked, queue: Queue, entries: tuple[EntryRecord, ...]) -> dict[str, int]:
    """Return on which event a verdict on each entry rests."""
    reviews = asked.desk.register.reviews
    if queue.alone is not None:
        return {one.id: reviews.entry(one.id, alone=queue.alone).event for one in entries}
    return reviews.changes([one.id for one in entries])


def _row(one: EntryRecord, names: dict[str, str]) -> dict[str, Any]:
    """Return an entry as a row of the table."""
    return {
        "id": one.id, "type": one.type, "kind": one.fields.get("class") or one.fields.get("kind"),
        "confidence": one.confidence, "review": one.review, "state": one.state,
        "document": names[one.document], "start": one.evidence[0].start, "end": one.evidence[0].end,
        "words": one.evidence[0].quote,
    }  # fmt: skip


def _measured(found: Agreement) -> Iterator[Row]:
    """Yield what was measured as rows."""
    for one in found.measured:
        yield _figures(one, "", "")
    for first, second, one in found.pairs:
        yield _figures(one, first, second)


def _figures(one: Measured, first: str, second: str) -> Row:
    return {
        "type": one.type or "", "question": one.question, "first": first, "second": second,
        "entries": one.entries, "judgements": one.judgements, "same": one.same, "alpha": one.alpha,
    }  # fmt: skip
