"""A session: who held it, what was agreed, promised, said and paid, and what changed since the one before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mahdar.outputs.sessions import how, labels
from mahdar.outputs.web.asked import Ask, Asked
from mahdar.outputs.web.briefs import brief_links
from mahdar.outputs.web.pages import Page, Pages
from mahdar.outputs.web.sessions_compared import before, compared
from mahdar.outputs.web.shapes import chairs_of, edition_of, edition_url, piece_of, series_row, thing_of
from mahdar.outputs.web.worked_out import known_chains, known_series
from mahdar.pipeline.series import EditionRecord, SeriesRecord
from mahdar.pipeline.series_keys import edition_called, series_called
from mahdar.pipeline.session_view import SessionView, Thing, chains_by_entry, session_view

__all__ = ["pages"]

pages = Pages()


@pages.page("/series/{key}/{edition}", "session.html", table=True)
def show_session(asked: Ask, key: str, edition: str) -> Page:
    """Show an edition of a series."""
    series = series_called(known_series(asked.desk), key)
    one = edition_called(series, edition)
    view = _view(asked, series, one)
    names = {record.id: record.name for record in asked.desk.register.relating.documents(one.documents)}
    earlier = before(series, one) if view.session else None
    short, changed = compared(asked, series, earlier, one) if earlier else (None, None)
    data = {
        "series": series_row(series),
        "edition": edition_of(series, one, names),
        **_neighbours(series, one),
        **_plain(view),
        "mentions": [told for told in one.entries if told.article not in _own(view)],
        "compared": short,
    }
    private = {
        "changed": changed,
        "names": names,
        "chairs": chairs_of(asked.desk.register, [one]),
        "labels": labels()[asked.language],
        "how": lambda row: how(row, asked.language),
        "briefs": brief_links(series, one),
    }
    return Page(data, _rows(view), private=private)


def _view(asked: Asked, series: SeriesRecord, one: EditionRecord) -> SessionView:
    chains = known_chains(asked.desk)
    return session_view(asked.desk.register, series, one, chains_by_entry(chains or ()))


def _neighbours(series: SeriesRecord, one: EditionRecord) -> dict[str, str | None]:
    """Return the addresses of the editions before and after one."""
    at = series.editions.index(one)
    around = {"previous": at - 1, "next": at + 1}
    return {
        name: edition_url(series, series.editions[n]) if 0 <= n < len(series.editions) else None
        for name, n in around.items()
    }


def _own(view: SessionView) -> set[str]:
    return {article.id_in(record.id) for record, article in view.articles}


def _plain(view: SessionView) -> dict[str, Any]:
    """Return what a session held as plain values."""
    speaking = set(view.session.articles) if view.session else set()
    groups = ("commitments", "instruments", "others", "quotes", "amounts")
    return {
        "documents": [piece_of(*piece, speaks=piece in speaking) for piece in view.articles],
        "tracks": view.tracks,
        "positions": {track: [thing_of(one) for one in its] for track, its in view.positions.items()},
        **{name: [thing_of(one) for one in getattr(view, name)] for name in groups},
    }


def _rows(view: SessionView) -> Iterator[dict[str, Any]]:
    """Yield everything that a session held as rows of cells."""
    for one in view.instruments:
        yield _row("instrument", one)
    for one in view.commitments:
        yield _row("commitment", one)
    for its in view.positions.values():
        yield from (_row("position", one) for one in its)
    for what, things in (("other", view.others), ("quote", view.quotes), ("amount", view.amounts)):
        yield from (_row(what, one) for one in things)


def _row(what: str, one: Thing) -> dict[str, Any]:
    entry, fields = one.entry, one.entry.fields
    return {
        "what": what,
        "entry": entry.id,
        "kind": fields.get("class") or fields.get("kind") or fields.get("unit"),
        "parties": fields.get("actors") or fields.get("parties") or (),
        "tracks": fields.get("tracks", ()),
        "value": fields.get("value"),
        "due": fields.get("due"),
        "rung": one.chain.rung if one.chain else None,
        "document": entry.document,
        "start": entry.evidence[0].start,
        "end": entry.evidence[0].end,
        "words": entry.evidence[0].quote,
    }
