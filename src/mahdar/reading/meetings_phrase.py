"""Where the phrase of a noun for an occasion ends: what is its own, and what stands beside it."""

from __future__ import annotations

from mahdar.lexicon.meetings import MeetingTable
from mahdar.reading.context import Context
from mahdar.reading.meetings_kind import Place, tour
from mahdar.reading.meetings_sight import Trigger

__all__ = ["breaks_off", "can_go_on", "parted_at"]

_NOUNS = frozenset({"noun", "container"})
_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_LAM = "\N{ARABIC LETTER LAM}"
_WAW = "\N{ARABIC LETTER WAW}"
_BEH = "\N{ARABIC LETTER BEH}"


def parted_at(place: Place, trigger: Trigger, t: Trigger) -> int | None:
    """Return where a noun's phrase ends before another occasion that it does not name itself."""
    if t.head.role not in _NOUNS:
        return None
    if t.head.role == "noun" and _is_subject(place, trigger, t):
        return t.i
    if trigger.term.pronoun and t.head.role == "noun" and t.term.taken.endswith(_BEH):
        return t.i  # «اختتم زيارته بلقاء مع نظيره»
    if trigger.head.role == "container" and t.head.kind == "visit" and t.term.taken.endswith(_BEH):
        return t.i  # «استهل جولته بزيارة الأردن»
    on_its_margin = t.i > trigger.last and place.ctx.folds[t.i - 1] in place.table.words["margin"]
    if on_its_margin or _is_held_for(place, trigger, t):
        return t.i - 1
    return t.i if t.term.taken.startswith(_WAW) or _leads_on(place, trigger, t) else None


def _is_subject(place: Place, trigger: Trigger, t: Trigger) -> bool:
    """Say whether a bare noun stands behind a definite one: no part of it («سبق أشغال اللجنة اجتماع»)."""
    ctx = place.ctx
    apart = t.i > trigger.last and ctx.folds[t.i - 1].startswith(_ARTICLE) and not ctx.covered[t.i - 1]
    return apart and not (t.term.definite or t.term.taken or t.term.pronoun or t.term.rest)


def _is_held_for(place: Place, trigger: Trigger, t: Trigger) -> bool:
    """Say whether a noun names what an occasion prepares («اتصال … تحسبا لانعقاد الدورة»), and no errand."""
    before = place.ctx.folds[t.i - 1]
    if before in place.table.words["getting_ready"] and t.term.taken.endswith(_LAM):
        return True
    held = before in place.table.words["purpose"]
    return held and trigger.head.kind != "visit" and t.i > trigger.last + 1


def _leads_on(place: Place, trigger: Trigger, t: Trigger) -> bool:
    """Say whether a noun behind one for a visit tells of another visit, or of the tour it is part of."""
    if trigger.head.kind != "visit":
        return False
    if t.head.kind == "meeting" and t.head.role == "noun" and not (t.term.definite or t.term.taken):
        led = place.ctx.folds[t.i - 1]
        return not any(led in place.table.words[w] for w in ("purpose", "within", "frame", "into"))
    return t.head.kind == "visit" or (t.head.alone and tour(place, t) is not None)


def can_go_on(ctx: Context, table: MeetingTable, k: int) -> bool:
    """Say whether a definite noun's phrase can go on with a word: an adjective, a name, a preposition."""
    if k >= len(ctx.words):
        return False
    fold = ctx.folds[k]
    adjective = ctx.words[k].text.startswith((_ARTICLE, _LAM + _LAM)) or fold.isdigit()
    met = fold.startswith(_BEH) and (k in ctx.at.offices or k in ctx.starts)
    return adjective or met or fold in table.words["attaching"]


def breaks_off(ctx: Context, table: MeetingTable, k: int) -> bool:
    """Say whether somebody, a session or a deed stands behind («حضر اللقاء السفير», «خلال اللقاء البحث»)."""
    if k >= len(ctx.words):
        return False
    fold = ctx.folds[k]
    numbered = any(table.heads[t.head].role == "container" for t in table.terms.get(fold, ()))
    other = fold in table.words["honorific"] or fold in table.words["takes_place"]
    return numbered or other or (k in ctx.at.offices and not fold.startswith(_BEH))
