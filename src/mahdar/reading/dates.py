"""Mentions of calendar time → entries of the register."""

from __future__ import annotations

from mahdar.model.entries import Date
from mahdar.model.mentions import DateMention
from mahdar.model.reading import ArticleText

__all__ = ["read_dates"]


def read_dates(article: ArticleText) -> tuple[Date, ...]:
    """Make an entry of every date that the prose states.

    Returns:
        Entries in text order; dates of bylines and datelines are none.
    """
    return tuple(_entry(article, m) for m in article.mentions.dates if not m.base)


def _entry(article: ArticleText, mention: DateMention) -> Date:
    """Make one entry; its evidence is the expression."""
    known = mention.value is not None
    return Date(
        evidence=(article.document.evidence(mention.start, mention.end),),
        reader=f"date.{mention.precision}" if known else f"date.{mention.precision} uncounted",
        value=mention.value,
        precision=mention.precision,
    )
