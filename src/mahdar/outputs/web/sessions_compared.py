"""Two sessions of a series side by side, as pages show them; worked out once while nothing changes them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import quote

from mahdar.errors import MahdarError
from mahdar.linking.editions import FINDINGS
from mahdar.outputs.sessions import Row, Shown, shown
from mahdar.outputs.web.asked import Asked
from mahdar.outputs.web.shapes import edition_url
from mahdar.pipeline.editions import SessionReport, compare_in_register
from mahdar.pipeline.series import EditionRecord, SeriesRecord
from mahdar.pipeline.series_keys import edition_key, series_key
from mahdar.pipeline.sessions import Session, session_of, told_in

__all__ = ["CHANGED", "before", "compared", "last_two", "report_of", "report_rows"]

CHANGED: Final = tuple(what for what in FINDINGS if what != "kept")
"""What is worth showing of two sessions before what stayed."""


def before(series: SeriesRecord, one: EditionRecord) -> EditionRecord | None:
    """Return the last edition before one that a text speaks for; None where there is none."""
    told = told_in(series)
    earlier = series.editions[: series.editions.index(one)]
    return next((other for other in reversed(earlier) if other.occasion in told.values()), None)


def last_two(series: SeriesRecord) -> dict[str, str]:
    """Return the names of the last two editions that texts speak for; nothing where there are fewer."""
    told = told_in(series).values()
    keys = [edition_key(series, one) for one in series.editions if one.occasion in told]
    return {"first": keys[-2], "second": keys[-1]} if keys[1:] else {}


def compared(
    asked: Asked, series: SeriesRecord, earlier: EditionRecord, later: EditionRecord
) -> tuple[dict[str, Any], Shown | None]:
    """Lay an edition beside an earlier one.

    Returns:
        In short, as plain values; and what changed, to be shown, None where the two cannot be compared.
    """
    ends = edition_key(series, earlier), edition_key(series, later)
    short = {
        "with": ends[0],
        "url": f"/compare/{quote(series_key(series), safe='-')}/{ends[0]}/{ends[1]}",
        "earlier": edition_url(series, earlier),
    }
    try:
        report = report_of(asked, series, earlier, later)
    except MahdarError as error:
        return {**short, "counts": {}, "why_not": str(error)}, None
    return {**short, "counts": shown(report).counts, "why_not": None}, shown(report, CHANGED)


def report_of(
    asked: Asked, series: SeriesRecord, first: EditionRecord, second: EditionRecord
) -> SessionReport:
    """Compare two editions; remembered as long as nothing happens to their documents.

    Raises:
        MahdarError: no text speaks for one of them, or they have nothing to do with each other.
    """
    register = asked.desk.register
    sessions = [_session(asked, series, one) for one in (first, second)]
    pieces = tuple(tuple(piece.id_in(record.id) for record, piece in one.articles) for one in sessions)
    documents = sorted({record.id for one in sessions for record in one.documents})
    state = tuple(sorted(register.relating.histories(documents).items()))
    return asked.desk.memory.get(
        ("sessions", pieces, state),
        lambda: compare_in_register(register, sessions[0], sessions[1], lexicon=asked.desk.lexicon),
    )


def _session(asked: Asked, series: SeriesRecord, one: EditionRecord) -> Session:
    found, _ = session_of(asked.desk.register, series, one)
    if found is None:
        name = f"{series_key(series)} {edition_key(series, one)}"
        raise MahdarError(asked.said("No document speaks for %(name)s; others only mention it.", name=name))
    return found


def report_rows(page: Shown) -> Iterator[dict[str, Any]]:
    """Yield a comparison as rows of cells."""
    for section in page.sections:
        yield from (_cells(section.track, row) for row in section.rows)


def _cells(track: str, row: Row) -> dict[str, Any]:
    return {
        "track": track,
        "what": row.what,
        "kind": row.kind,
        "notes": row.notes,
        "earlier": row.earlier.text if row.earlier else "",
        "later": row.later.text if row.later else "",
        "earlier_document": row.earlier.name if row.earlier else "",
        "later_document": row.later.name if row.later else "",
    }
