"""What is asked is no act, but that somebody asks it in words of his own is."""

from __future__ import annotations

from mahdar.model.spans import Span
from mahdar.reading.article import QUESTION_MARKS
from mahdar.reading.context import Context
from mahdar.reading.homographs import OPENINGS
from mahdar.reading.spot import Spot

__all__ = ["in_question"]


def in_question(spot: Spot) -> bool:
    """Questions hold no acts, nor do quoted ones; that somebody asks one is told outside it."""
    if spot.sentence.first in spot.ctx.questions and not _asks_in_own_words(spot):
        return not _asked_elsewhere(spot)
    return _asks(spot.ctx, spot.ctx.quoted(spot.i))


def _asks(ctx: Context, quote: Span | None) -> bool:
    """Say whether a quotation ends in a question mark."""
    return quote is not None and ctx.text[quote.start : quote.end].endswith(QUESTION_MARKS)


def _asked_elsewhere(spot: Spot) -> bool:
    """Say whether only a quotation at the end of the sentence asks («رفض الوزير …، وعن سؤال «هل …؟»»)."""
    last = spot.ctx.quoted(spot.sentence.last - 1)
    return _asks(spot.ctx, last) and last != spot.ctx.quoted(spot.i)


def _asks_in_own_words(spot: Spot) -> bool:
    """Say whether the question is quoted behind the verb («وقال الوزير: "كيف …؟"»)."""
    if spot.sentence.block == "question" or spot.head.frame != "report" or spot.ctx.quoted(spot.i):
        return False
    behind = range(spot.i + 1, spot.sentence.last)
    return any(set(spot.ctx.words[k].gap) & set(OPENINGS) for k in behind)
