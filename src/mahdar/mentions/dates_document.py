"""A document's articles → the dates of each; one that states no day of its own looks at those beside it.

Articles on one page are of about the same time: «في أكتوبر» in the second takes its year from the day that
the first one states. «أمس» is not counted from another article's day.
"""

from __future__ import annotations

from collections.abc import Sequence

from mahdar.lexicon import Lexicon
from mahdar.mentions.dates import find_dates
from mahdar.model.mentions import DateMention
from mahdar.model.prose import Prose
from mahdar.model.units import IsoDate

__all__ = ["find_all_dates"]

_OPENING = 100
"""Words in which an article says when it was written."""


def find_all_dates(
    proses: Sequence[Prose], lexicon: Lexicon, anchors: Sequence[IsoDate | None]
) -> tuple[tuple[DateMention, ...], ...]:
    """Find the dates of all articles.

    Args:
        proses: the document's articles.
        lexicon: names the words of time.
        anchors: for each article the day it states for itself.

    Returns:
        For each article its mentions by start.
    """
    own = [find_dates(prose, lexicon, anchor) for prose, anchor in zip(proses, anchors, strict=True)]
    days = [anchor or _opening_day(found) for anchor, found in zip(anchors, own, strict=True)]
    for number, found in enumerate(own):
        if anchors[number] is None and any(mention.value is None for mention in found):
            beside = next((day for n, day in enumerate(days) if day and n != number), None)
            own[number] = find_dates(proses[number], lexicon, None, beside)
    return tuple(own)


def _opening_day(found: Sequence[DateMention]) -> IsoDate | None:
    """Return the first full day that an article's opening states."""
    days = (m.value for m in found if m.precision == "day" and m.first < _OPENING)
    return next(filter(None, days), None)
