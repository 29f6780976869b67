"""Lists of texts: what the words before a colon say was done is done with each that stands behind it.

«ووقع الجانبان الوثائق التالية:» with a line for each, or with all of them in the same sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from mahdar.model.prose import Sentence
from mahdar.reading.clauses import codes_in
from mahdar.reading.instruments_action import Done, RungAt, find_rungs
from mahdar.reading.instruments_merge import Seen, group_of
from mahdar.reading.instruments_opening import OPENS
from mahdar.reading.instruments_rungs import resolved
from mahdar.reading.instruments_sight import Naming

__all__ = ["Lead", "as_listed", "counted_off", "in_general", "lead_of", "taken_apart"]

_COLON = ":"
_LINES = 40
"""A list of more lines than this is no list of what was signed."""
_NUMBER = 3
"""Words at most between the beginning of a list's line and its text («1. مذكرة», «أولاً: اتفاقية»)."""
_TEXTS = 9
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
    among = _among(n) or _foremost(n) or _meant(n)
    if among is not None:
        return Lead(n.sentence, among)
    if n.sentence.block != "bullet" or n.i - n.sentence.first > _NUMBER:
        return None
    at = next(k for k, s in enumerate(ctx.sentences) if s is n.sentence)
    for before in reversed(ctx.sentences[max(0, at - _LINES) : at]):
        ends = ctx.text[before.start : before.end].rstrip().endswith(_COLON)
        if before.block != "bullet" or (ends and before.last - before.first > _NUMBER):
            return Lead(before, before.last) if ends or _announces(n, before.last) else None
    return None


def _among(n: Naming) -> int | None:
    """Return where a list without a colon begins («تسع مذكرات تفاهم، منها مذكرة …، وبروتوكول …»)."""
    before = range(n.i, max(n.sentence.first, n.i - _ROW), -1)
    return next((k for k in before if n.has("listing", k - 1, k) and n.ctx.comma(k - 1)), None)


def _foremost(n: Naming) -> int | None:
    """Return where some of several texts begin («ومن أبرز الاتفاقيات الموقعة اتفاقية …، ومذكرة …»)."""
    first = n.sentence.first
    for k in range(first + 1, min(first + _OPENING, n.i)):
        if n.has("several_texts", k, k + 1) and n.has("foremost", k - 1, k):
            folds, terms = n.ctx.folds, n.table.terms
            return next((j for j in range(k + 1, n.i + 1) if folds[j] in terms), None)
    return None


def _meant(n: Naming) -> int | None:
    """Return where the texts begin that the sentence before counted («ويتعلق الأمر باتفاق …، وبمذكرة …»)."""
    first = n.sentence.first
    words = " ".join(n.ctx.folds[first : first + 2])
    return first + 2 if words in n.table.words["matter_is"] else None


_OPENING = 6
"""Such a sentence begins with these words."""
_ROW = 30
"""Words of a list before its last member."""


def _announces(n: Naming, last: int) -> bool:
    """Say whether words announce a list («التالية», «وهي», «ثلاث مذكرات تفاهم»)."""
    return n.has("listing", max(0, last - 2), last) or n.has("several_texts", max(0, last - _TEXTS), last)


def as_listed(n: Naming, made: Seen) -> Seen:
    """Say what is told of an instrument that stands in a list, where nothing nearer tells it."""
    if made.action != "referenced" or n.back or n.before in n.table.words["into"]:
        return made
    lead = lead_of(n)
    done = None if lead is None else _done(n, lead)
    if lead is None or done is None:
        return made
    parties = made.parties if len(made.parties) > 1 else _makers(n, lead)
    found = replace(made, action=done.action, parties=parties)
    return replace(found, opens=OPENS[n.head.opens](n, found))


def _done(n: Naming, lead: Lead) -> Done | None:
    """Return what the lead says was done with all that is listed: the last word of a rung that says it.

    Where the lead only takes several up, the sentence before says it.
    """
    told = _said(n, lead.sentence, lead.last)
    at = next((k for k, s in enumerate(n.ctx.sentences) if s is lead.sentence), 0)
    if told is not None or at == 0 or lead.sentence is not n.sentence:
        return told
    before = n.ctx.sentences[at - 1]
    return _said(n, before, before.last) if n.has("several_texts", before.first, before.last) else None


def _said(n: Naming, sentence: Sentence, last: int) -> Done | None:
    """Return what a sentence says was done, before a word."""
    rungs: Sequence[RungAt] = find_rungs(n.ctx, n.table, sentence)
    for r in reversed([r for r in rungs if r.i < last]):
        action = resolved(replace(n, sentence=sentence), r)
        if action in _LISTED:
            return Done(action, r.i)
    return None


def counted_off(s: Seen, before: Sequence[Seen]) -> Seen:
    """Say of one that is counted («مذكرة التفاهم الأولى») what was told of all of them together.

    Where others were told one by one since, it is one of these.
    """
    if not s.naming.ordinal or (s.opens and s.action != "referenced"):
        return s
    several = (t for t in reversed(before) if t.opens and group_of(t) == group_of(s))
    of = next(several, None)
    if of is None or not (of.naming.term.plural or of.naming.number or of.naming.ordinal):
        return s
    return replace(s, action=of.action, parties=of.parties, explicit=of.explicit, opens=True)


def in_general(s: Seen, told: Sequence[Seen]) -> bool:
    """Say whether several are named of which nothing is told, where others are told one by one.

    «التوقيع على عدد من الاتفاقيات» in a title, and the body names each.
    """
    n = s.naming
    if not n.term.plural or n.number or n.core or s.named:
        return False
    each = (t for t in told if t.opens and t.kind != "joint_statement" and not t.naming.term.plural)
    return sum(t.action == s.action == "signed" for t in each) > 1


def taken_apart(s: Seen, told: Sequence[Seen]) -> bool:
    """Say whether several are named of which each is told behind them («الأولى للصيد والثانية …»)."""
    n = s.naming
    if not n.term.plural:
        return False
    behind = [t.naming for t in told if t.naming.sentence is n.sentence and t.naming.i > n.i]
    return len(list(takewhile(lambda m: m.sequel, behind))) > 1


_LISTED = frozenset({"signed", "to_be_signed", "announced", "in_force"})


def _makers(n: Naming, lead: Lead) -> tuple[str, ...]:
    """Return whose the listed texts are: the two whom the lead names, else the article's pair."""
    named = codes_in(n.ctx, lead.sentence.first, lead.last, without=n.table.words["placing"])
    return named if len(named) > 1 else n.ctx.pair
