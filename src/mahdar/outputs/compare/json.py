"""A comparison as JSON: spans are offsets into each document's text, `end` exclusive."""

from __future__ import annotations

from typing import Any

from mahdar.model.spans import Span
from mahdar.outputs.brief.wording import noted
from mahdar.pipeline.comparing import Compared

__all__ = ["comparison_object"]


def comparison_object(compared: Compared) -> dict[str, Any]:
    """Return a comparison as its JSON has it."""
    result = compared.result
    return {
        "statement": compared.statement.name,
        "report": compared.report.name,
        "carried": result.carried,
        "tracks": [{"track": t.track, "acts": t.acts, "carried": t.carried} for t in result.tracks],
        "aligned": [
            {
                "statement": _span(passage.statement),
                "report": _span(passage.report),
                "how": passage.how,
                "score": passage.score,
            }
            for passage in result.aligned
        ],
        "left_out": [_span(span) for span in result.left_out],
        "added": [_span(span) for span in result.added],
        "altered": [
            {
                "statement": _span(change.statement),
                "report": _span(change.report),
                "what": change.what,
                **noted(change.note),
            }
            for change in result.altered
        ],
        "by_meaning": result.by_meaning,
    }


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
