"""Two sessions side by side as plain values, for JSON."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from mahdar.linking.editions import FINDINGS, Finding, Piece
from mahdar.linking.sessions import Item
from mahdar.linking.sessions_matched import Standing
from mahdar.linking.strength import Change, Place
from mahdar.model.spans import Span
from mahdar.model.units import DocumentId
from mahdar.pipeline.editions import SessionReport
from mahdar.pipeline.sessions import Session

__all__ = ["report_object"]


def report_object(
    report: SessionReport, only: Collection[str] = FINDINGS, tracks: Collection[str] | None = None
) -> dict[str, Any]:
    """Return a comparison as JSON has it.

    Args:
        report: the comparison.
        only: which findings.
        tracks: which topics; None for all.
    """
    names = {one.id: one.name for each in (report.earlier, report.later) for one in each.documents}
    return {
        "earlier": _session(report.earlier),
        "later": _session(report.later),
        "meaning": report.meaning,
        "tracks": [
            {"track": one.track, "what": one.what, "earlier": one.earlier, "later": one.later}
            for one in report.comparison.tracks
            if tracks is None or one.track in tracks
        ],
        "findings": [
            _finding(one, names)
            for one in report.comparison.findings
            if one.what in only and (tracks is None or one.track in tracks)
        ],
    }


def _session(one: Session) -> dict[str, Any]:
    return {"name": one.name, "date": one.day, "documents": [record.name for record in one.documents]}


def _finding(one: Finding, names: Mapping[DocumentId, str]) -> dict[str, Any]:
    return {
        "what": one.what,
        "kind": one.kind,
        "track": one.track,
        "score": round(one.score, 3),
        "strength": _change(one.change),
        "notes": list(one.notes),
        "earlier": _said(one.earlier, names),
        "later": _said(one.later, names),
        "diff": _diff(one.diff),
    }


def _change(one: Change | None) -> dict[str, Any] | None:
    if one is None:
        return None
    return {"scale": one.first.scale, "earlier": _place(one.first), "later": _place(one.second)}


def _place(one: Place) -> dict[str, Any]:
    return {"grade": one.grade, "step": one.step.name, "movers": list(one.movers)}


def _said(one: Item | Standing | None, names: Mapping[DocumentId, str]) -> dict[str, Any] | None:
    if one is None:
        return None
    entry = one.entry.id if isinstance(one, Item) else None
    return {"document": names[one.document], **_span(one.span), "entry": entry}


def _diff(pieces: Sequence[Piece]) -> list[dict[str, Any]]:
    return [
        {
            "how": one.how,
            "earlier": one.earlier and _span(one.earlier),
            "later": one.later and _span(one.later),
        }
        for one in pieces
    ]


def _span(one: Span) -> dict[str, int]:
    return {"start": one.start, "end": one.end}
