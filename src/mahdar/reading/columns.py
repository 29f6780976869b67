"""Is an article somebody's own view, a column? He asks, exclaims, says «I» outside quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mahdar.reading.context import Context

__all__ = ["is_column"]


def is_column(ctx: Context) -> bool:
    """Say whether the author of an article speaks for himself, often enough for its length."""
    words = len(ctx.words)
    if ctx.article.kind != "news_report" or ctx.holder is not None or words < _SHORTEST:
        return False
    voice = ctx.lists["authors_voice"]
    heard = sum(1 for k, word in enumerate(ctx.folds) if word in voice and _outside(ctx, k))
    heard += sum(2 for first in ctx.questions if _outside(ctx, first))
    heard += sum(1 for k in range(words) if "!" in ctx.words[k].gap and _outside(ctx, k))
    return heard >= _OFTEN and heard * 1000 >= words * _PER_THOUSAND


_SHORTEST = 250
"""Words of a column at least: in a shorter text a few of its marks say nothing."""
_OFTEN, _PER_THOUSAND = 6, 13
"""Marks of an author's voice: found between the columns and the reports of a sample of news articles."""


def _outside(ctx: Context, k: int) -> bool:
    """Say whether a word stands outside quotation marks."""
    return ctx.quoted(k) is None
