"""The first page: the series on their lines of time, and what is new, waits, is overdue or cannot be true."""

from __future__ import annotations

from typing import Any, Final

from mahdar.outputs.web.asked import Ask, Asked
from mahdar.outputs.web.pages import Page, Pages
from mahdar.outputs.web.routes.contradictions import contradiction_rows
from mahdar.outputs.web.shapes import series_row
from mahdar.outputs.web.timeline import drawn
from mahdar.outputs.web.worked_out import known_chains, known_contradictions, known_series
from mahdar.pipeline.following import narrowed
from mahdar.pipeline.series import SeriesRecord
from mahdar.pipeline.timeline import timelines
from mahdar.register.queue import Queue

__all__ = ["pages"]

pages = Pages()

_SERIES: Final = 5
"""Series that are drawn."""
_FEW: Final = 5


@pages.page("/", "home.html")
def home(asked: Ask) -> Page:
    """Show what the register holds and what wants attention."""
    register = asked.desk.register
    every = known_series(asked.desk)
    chosen = sorted(every, key=_worth)[:_SERIES]
    lines = timelines(register, chosen)
    waiting = register.reviews.queue(Queue(), limit=_FEW - 1)
    counts = asked.desk.passing.get("counts", register.counts)
    data = {
        "counts": {
            "documents": counts.documents, "people": counts.people, "entries": counts.entries,
            "series": len(every),
        },
        "series": [{**series_row(one), "timeline": lines[one.id]} for one in chosen],
        "newest": _newest(asked),
        "waiting": {"total": waiting.total, "entries": waiting.entries},
        "overdue": _overdue(asked),
        "contradictions": _contradictions(asked),
    }  # fmt: skip
    drawings = {one.id: drawn(lines[one.id], asked.direction) for one in chosen}
    records = register.relating.documents(sorted({one.document for one in waiting.entries}))
    return Page(data, private={"drawings": drawings, "names": {one.id: one.name for one in records}})


def _worth(one: SeriesRecord) -> tuple[Any, ...]:
    """Rank series: dialogues first, then those with most sessions that have a day."""
    dated = sum(bool(edition.dates) for edition in one.editions)
    return one.kind != "strategic_dialogue", -dated, -len(one.editions), one.id


def _newest(asked: Asked) -> list[dict[str, Any]]:
    return [
        {
            "id": one.id,
            "name": one.name,
            "published": one.published or one.given,
            "added": one.added,
            "kinds": tuple(dict.fromkeys(article.kind for article in one.page.articles)),
        }
        for one in asked.desk.register.documents(last=_FEW + 1)
    ]


def _overdue(asked: Asked) -> dict[str, Any] | None:
    """Return what is overdue, the latest due day first; None where it is not worked out yet."""
    chains = known_chains(asked.desk)
    if chains is None:
        return None
    late = sorted(narrowed(chains, overdue=True), key=lambda one: one.due or "", reverse=True)
    few = [
        {
            "id": one.id, "title": one.title, "type": one.type, "rung": one.rung, "due": one.due,
            "parties": one.parties, "tracks": one.tracks,
        }
        for one in late[:_FEW]
    ]  # fmt: skip
    return {"total": len(late), "chains": few}


def _contradictions(asked: Asked) -> dict[str, Any] | None:
    """Return the first open contradictions; None where they are not worked out yet."""
    found = known_contradictions(asked.desk)
    if found is None:
        return None
    waiting = [one for one in found if one.closed is None]
    return {"open": len(waiting), "first": contradiction_rows(asked, waiting[: _FEW - 2])}
