"""What cannot both be true, both passages side by side; a reviewer closes it with a reason."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Form, Query
from fastapi.responses import Response

from mahdar.errors import UnknownIdError
from mahdar.model.contradictions import Quoted
from mahdar.model.spans import Span
from mahdar.outputs.brief.wording import noted
from mahdar.outputs.web.asked import Ask, Asked
from mahdar.outputs.web.pages import Page, Pages, redirect
from mahdar.outputs.web.paging import cut
from mahdar.outputs.web.who import may
from mahdar.outputs.web.worked_out import known_contradictions
from mahdar.pipeline.contradicting import Found

__all__ = ["contradiction_rows", "pages"]

pages = Pages()

_MOST = 20
"""Contradictions on a page."""
_AROUND = 160
"""Code points of the text that are shown on either side of a passage."""


@pages.page("/contradictions", "contradictions.html", table=True)
def show_contradictions(
    asked: Ask, page: Annotated[int, Query(ge=1)] = 1, closed: Annotated[int, Query(ge=0, le=1)] = 0
) -> Page:
    """Show the open ones, the hard ones first; those that people closed where they are asked for."""
    every = known_contradictions(asked.desk)
    found = [one for one in every or () if closed or one.closed is None]
    part = cut(found, page, _MOST)
    data = {
        "known": every is not None,
        "open": sum(one.closed is None for one in every or ()),
        "closed": sum(one.closed is not None for one in every or ()),
        "contradictions": cut(contradiction_rows(asked, part.rows), 1, _MOST),
    }
    return Page(
        data,
        [_flat(one) for one in contradiction_rows(asked, found)],
        private={"part": part, "may_judge": may(asked.who, "reviewer")},
    )


@pages.action("/contradictions/{key}/close")
def close(
    asked: Ask,
    key: str,
    why: Annotated[str, Form(max_length=2000)] = "",
    back: Annotated[int, Form(ge=1)] = 1,
) -> Response:
    """Close one with a reason."""
    about = _called(asked, key).contradiction
    asked.desk.register.decisions.close(about, asked.who.name, why.strip())
    return redirect(f"/contradictions?page={back}")


@pages.action("/contradictions/{key}/reopen")
def reopen(asked: Ask, key: str, why: Annotated[str, Form(max_length=2000)] = "") -> Response:
    """Take back that one was closed."""
    asked.desk.register.decisions.reopen(key, asked.who.name, why.strip() or None)
    return redirect(f"/contradictions?closed=1#c-{key}")


def contradiction_rows(asked: Asked, found: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    """Return contradictions with their words and what stands around them."""
    ends = [end for one in found for end in (one.contradiction.a, one.contradiction.b)]
    ids = sorted({end.document for end in ends})
    relating = asked.desk.register.relating
    records = {one.id: one for one in relating.documents(ids)}
    texts = relating.texts(ids)

    def passage(end: Quoted) -> dict[str, Any]:
        record, text = records[end.document], texts[end.document]
        around = _around(text, end.span)
        return {
            "document": record.id,
            "name": record.name,
            "published": record.published or record.given,
            "start": end.span.start,
            "end": end.span.end,
            "before": text[around.start : end.span.start],
            "words": end.span.cut(text),
            "after": text[end.span.end : around.end],
        }

    return [
        {
            "id": one.contradiction.id,
            "what": one.contradiction.what,
            "hard": one.contradiction.hard,
            **noted(one.contradiction.note),
            "said": asked.words.say(one.contradiction.note),
            "a": passage(one.contradiction.a),
            "b": passage(one.contradiction.b),
            "closed": one.closed,
        }
        for one in found
    ]


def _around(text: str, span: Span) -> Span:
    """Widen a span to whole words of its paragraph on either side."""
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _AROUND)
    line = text.find("\n", span.end)
    end = min(len(text) if line < 0 else line, span.end + _AROUND)
    while span.start > start > 0 and not text[start - 1].isspace():
        start += 1
    while span.end < end < len(text) and not text[end].isspace():
        end -= 1
    return Span(min(start, span.start), max(end, span.end))


def _called(asked: Asked, key: str) -> Found:
    """Return the contradiction of an id.

    Raises:
        UnknownIdError: there is none.
    """
    for one in known_contradictions(asked.desk) or ():
        if one.contradiction.id == key:
            return one
    raise UnknownIdError(asked.said("There is no contradiction %(key)s.", key=key))


def _flat(one: dict[str, Any]) -> dict[str, Any]:
    closed = one["closed"]
    return {
        **{key: one[key] for key in ("id", "what", "hard", "note", "label")},
        **{f"{end}_{key}": one[end][key] for end in ("a", "b") for key in ("name", "start", "end", "words")},
        "closed_by": closed.who if closed else "",
        "closed_why": closed.why if closed else "",
    }
