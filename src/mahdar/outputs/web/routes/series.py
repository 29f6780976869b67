"""The series of meetings, and each of them: its line of time and its editions."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Query

from mahdar.outputs.web.asked import Ask, Asked
from mahdar.outputs.web.briefs import brief_links
from mahdar.outputs.web.pages import Page, Pages
from mahdar.outputs.web.paging import cut
from mahdar.outputs.web.sessions_compared import last_two
from mahdar.outputs.web.shapes import chairs_of, edition_of, series_row
from mahdar.outputs.web.timeline import drawn
from mahdar.outputs.web.worked_out import known_series
from mahdar.pipeline.series import SeriesRecord
from mahdar.pipeline.series_keys import series_called
from mahdar.pipeline.timeline import timelines

__all__ = ["pages"]

pages = Pages()


@pages.page("/series", "series_list.html", table=True)
def list_series(asked: Ask, page: Annotated[int, Query(ge=1)] = 1) -> Page:
    """List the series, those with the most editions first."""
    every = [series_row(one) for one in known_series(asked.desk)]
    return Page({"series": cut(every, page)}, every)


@pages.page("/series/{key}", "series.html", table=True)
def show_series(asked: Ask, key: str) -> Page:
    """Show a series."""
    one = series_called(known_series(asked.desk), key)
    editions = _editions(asked, one)
    landmarks = timelines(asked.desk.register, [one])[one.id]
    return Page(
        {"series": series_row(one), "editions": editions, "timeline": landmarks},
        [_flat(edition) for edition in editions],
        private={
            "drawing": drawn(landmarks, asked.direction),
            "chairs": chairs_of(asked.desk.register, one.editions),
            "briefs": brief_links(one),
            "chosen": last_two(one),
        },
    )


def _editions(asked: Asked, one: SeriesRecord) -> list[dict[str, Any]]:
    ids = sorted({id_ for edition in one.editions for id_ in edition.documents})
    names = {record.id: record.name for record in asked.desk.register.relating.documents(ids)}
    return [edition_of(one, edition, names) for edition in one.editions]


def _flat(edition: dict[str, Any]) -> dict[str, Any]:
    """Return an edition as a row of cells."""
    return {
        **{key: edition[key] for key in ("key", "number", "inferred", "status")},
        "date": next(iter(edition["dates"]), None),
        "place": next(iter(edition["places"]), None),
        "chairs": "; ".join(chair["name"] for chair in edition["chairs"]),
        "documents": "; ".join(one["name"] for one in edition["documents"]),
        "occasion": edition["occasion"],
    }
