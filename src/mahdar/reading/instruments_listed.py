"""Lists of texts: what the words before a colon say was done is done with each that stands behind it.

«ووقع الجانبان الوثائق التالية:» with a line for each, or with all of them in the same sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mahdar.model.prose import Sentence
from mahdar.reading.clauses import codes_in
from mahdar.reading.instruments_action import Done, RungAt, find_rungs
from mahdar.reading.instruments_merge import Seen
from mahdar.reading.instruments_opening import OPENS
from mahdar.reading.instruments_rungs import resolved
from mahdar.reading.instruments_sight import Naming

__all__ = ["Lead", "as_listed", "lead_of"]

_COLON = ":"
_LINES = 40
"""A list of more lines than this is no list of what was signed."""
_NUMBER = 3
"""Words at most between the beginning of a list's line and its text («1. مذكرة», «أولاً: اتفاقية»)."""
_TEXTS = 4
"""Words before a colon among which several texts may be named («اتفاقيات في مجال الطاقة:»)."""


@dataclass(frozen=True, slots=True)
class Lead:
    """The words that lead to a list."""

    sentence: Sentence
    last: int
    """One past the last word before the colon."""

    def holds(self, n: Naming) -> bool:
        """Say whether an instrument is named in these words («الاتفاقيات التالية»)."""
        return self.sentence is n.sentence and n.i < self.last


def lead_of(n: Naming) -> Lead | None:
    """Return the words that lead to the list in which an instrument stands; None where it is in none."""
    ctx = n.ctx
    colon = next((k for k in range(n.i, n.sentence.first, -1) if _COLON in ctx.words[k].gap), None)
    if colon is not None and colon > n.sentence.first + _NUMBER:
        return Lead(n.sentence, colon) if _announces(n, colon) else None
    among = _among(n)
    if among is not None:
        return Lead(n.sentence, among)
    if n.sentence.block != "bullet" or n.i - n.sentence.first > _NUMBER:
        return None
    at = next(k for k, s in enumerate(ctx.sentences) if s is n.sentence)
    for before in reversed(ctx.sentences[max(0, at - _LINES) : at]):
        if before.block != "bullet":
            ends = ctx.text[before.start : before.end].rstrip().endswith(_COLON)
            return Lead(before, before.last) if ends or _announces(n, before.last) else None
    return None


def _among(n: Naming) -> int | None:
    """Return where a list without a colon begins («تسع مذكرات تفاهم، منها مذكرة …، وبروتوكول …»)."""
    before = range(n.i, max(n.sentence.first, n.i - _ROW), -1)
    return next((k for k in before if n.has("listing", k - 1, k) and n.ctx.comma(k - 1)), None)


_ROW = 30
"""Words of a list before its last member."""


def _announces(n: Naming, last: int) -> bool:
    """Say whether words announce a list («التالية», «وهي», «ثلاث مذكرات تفاهم»)."""
    return n.has("listing", max(0, last - 2), last) or n.has("several_texts", max(0, last - _TEXTS), last)


def as_listed(n: Naming, made: Seen) -> Seen:
    """Say what is told of an instrument that stands in a list, where nothing nearer tells it."""
    if made.action != "referenced" or n.back:
        return made
    lead = lead_of(n)
    done = None if lead is None else _done(n, lead)
    if lead is None or done is None:
        return made
    parties = made.parties if len(made.parties) > 1 else _makers(n, lead)
    found = replace(made, action=done.action, parties=parties)
    return replace(found, opens=OPENS[n.head.opens](n, found))


def _done(n: Naming, lead: Lead) -> Done | None:
    """Return what the lead says was done with all that is listed: the last word of a rung that says it."""
    rungs: Sequence[RungAt] = find_rungs(n.ctx, n.table, lead.sentence)
    for r in reversed([r for r in rungs if r.i < lead.last]):
        action = resolved(replace(n, sentence=lead.sentence), r)
        if action in _LISTED:
            return Done(action, r.i)
    return None


_LISTED = frozenset({"signed", "to_be_signed", "announced", "in_force"})


def _makers(n: Naming, lead: Lead) -> tuple[str, ...]:
    """Return whose the listed texts are: the two whom the lead names, else the article's pair."""
    named = codes_in(n.ctx, lead.sentence.first, lead.last, without=n.table.words["placing"])
    return named if len(named) > 1 else n.ctx.pair
