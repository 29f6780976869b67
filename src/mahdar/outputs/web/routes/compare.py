"""What to compare: a report with its statement, or two sessions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Final
from urllib.parse import quote, urlencode

from fastapi import Query
from fastapi.responses import Response

from mahdar.errors import UnknownIdError
from mahdar.model.records import DocumentRecord
from mahdar.outputs.web.asked import Ask, Asked
from mahdar.outputs.web.pages import ForbiddenError, Page, Pages, redirect
from mahdar.outputs.web.sessions_compared import last_two
from mahdar.outputs.web.shapes import series_row
from mahdar.outputs.web.shown import short_id
from mahdar.outputs.web.who import may
from mahdar.outputs.web.worked_out import known_series
from mahdar.pipeline.series import SeriesRecord
from mahdar.pipeline.series_keys import edition_key, series_called, series_key
from mahdar.pipeline.sessions import session_of, told_in

__all__ = ["pages"]

pages = Pages()

_STATEMENT: Final = "joint_statement"
_MOST: Final = 12
"""Pairs that are proposed."""

Key = Annotated[str, Query(max_length=500)]
Number = Annotated[str, Query(pattern=r"^\d{0,4}$")]


@pages.page("/compare", "compare.html")
def choose(asked: Ask, statement: Key = "", report: Key = "", series: Key = "") -> Page:
    """Ask what is to be compared, and propose what could be."""
    every = [one for one in known_series(asked.desk) if len(one.editions) > 1]
    chosen = series_called(every, series) if series else None
    proposed = list(_proposed(asked, every))
    typed = {"statement": statement, "report": report}
    return Page(
        {"series": [series_row(one) for one in every], "proposed": proposed},
        private={
            "typed": typed,
            "problems": {name: _problem(asked, key) for name, key in typed.items()},
            "chosen": series_row(chosen) if chosen else None,
            "editions": _told(chosen) if chosen else [],
            "ends": last_two(chosen) if chosen else {},
        },
    )


def go(  # noqa: PLR0913, PLR0917  # the fields of two forms
    asked: Ask,
    statement: Key = "",
    report: Key = "",
    statement_article: Number = "",
    report_article: Number = "",
    series: Key = "",
    first: Key = "",
    second: Key = "",
) -> Response:
    """Lead from a form to the page of what was chosen; back to the form where something is not found."""
    if not may(asked.who, "reader"):
        raise ForbiddenError(asked.said("Your account may not see this page."))
    if series and first and second:
        return redirect("/compare/" + "/".join(quote(one, safe="-") for one in (series, first, second)))
    found = [_document(asked, key) for key in (statement, report)]
    if not all(found):
        return redirect(f"/compare?{urlencode({'statement': statement, 'report': report})}")
    where = "/compare/" + "/".join(short_id(one.id) for one in found if one)
    articles = {"statement_article": statement_article, "report_article": report_article}
    chosen = urlencode({key: value for key, value in articles.items() if value})
    return redirect(f"{where}?{chosen}" if chosen else where)


pages.router.add_api_route("/compare/go", go, methods=["GET"])


def _document(asked: Asked, key: str) -> DocumentRecord | None:
    try:
        return asked.desk.register.document(key.strip())
    except UnknownIdError:
        return None


def _problem(asked: Asked, key: str) -> str:
    """Say why a document is not found; empty where it is, or where none was asked for."""
    if not key:
        return ""
    try:
        asked.desk.register.document(key.strip())
    except UnknownIdError as error:
        return str(error)
    return ""


def _told(series: SeriesRecord) -> list[dict[str, Any]]:
    """Return the editions that a text speaks for."""
    told = set(told_in(series).values())
    return [
        {
            "key": edition_key(series, one),
            "number": one.number,
            "date": one.dates[0] if one.dates else None,
            "status": one.status,
        }
        for one in series.editions
        if one.occasion in told
    ]


def _proposed(asked: Asked, every: list[SeriesRecord]) -> Iterator[dict[str, Any]]:
    """Yield statements with other writing about the same session."""
    count = 0
    for series in every:
        for edition in series.editions:
            _, articles = session_of(asked.desk.register, series, edition)
            records = {record.id: record for record, _ in articles}
            statements = {record.id for record, piece in articles if piece.kind == _STATEMENT}
            others = [id_ for id_ in records if id_ not in statements]
            for statement, report in ((one, other) for one in statements for other in others):
                count += 1
                if count > _MOST:
                    return
                yield {
                    "series": series_key(series),
                    "kind": series.kind,
                    "parties": series.parties,
                    "edition": edition_key(series, edition),
                    "statement": {"id": statement, "name": records[statement].name},
                    "report": {"id": report, "name": records[report].name},
                    "url": f"/compare/{short_id(statement)}/{short_id(report)}",
                }
