"""Two sessions of a series side by side."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from mahdar.linking.editions import FINDINGS
from mahdar.outputs.sessions import how, labels, report_object, shown
from mahdar.outputs.web.asked import Ask
from mahdar.outputs.web.pages import Page, Pages
from mahdar.outputs.web.sessions_compared import CHANGED, report_of, report_rows
from mahdar.outputs.web.shapes import edition_url, series_row
from mahdar.outputs.web.worked_out import known_series
from mahdar.pipeline.series_keys import edition_called, edition_key, series_called

__all__ = ["pages"]

pages = Pages()


@pages.page("/compare/{series}/{first}/{second}", "compared_sessions.html", table=True)
def compare_sessions(
    asked: Ask, series: str, first: str, second: str, what: Annotated[list[str] | None, Query()] = None
) -> Page:
    """Show what is new, kept, dropped, strengthened and softened between two sessions.

    `what` narrows it to some of these; what was kept is shown only where it is asked for.
    """
    its = series_called(known_series(asked.desk), series)
    ends = [edition_called(its, key) for key in (first, second)]
    report = report_of(asked, its, *ends)
    wanted = [one for one in FINDINGS if one in (what or CHANGED)]
    urls = {f"{series_row(its)['key']} {edition_key(its, one)}": edition_url(its, one) for one in ends}
    page = shown(report, wanted)
    data = {"series": series_row(its), **report_object(report)}
    private = {
        "page": page,
        "counts": shown(report).counts,
        "wanted": wanted,
        "kinds": FINDINGS,
        "urls": urls,
        "labels": labels()[asked.language],
        "how": lambda row: how(row, asked.language),
    }
    return Page(data, report_rows(shown(report)), private=private)
