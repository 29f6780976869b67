"""Who gathers besides the two of a meeting: at a summit, under its chairs, with those who attend."""

from __future__ import annotations

from mahdar.reading.clauses import mentions_in
from mahdar.reading.meetings_chairs import is_of
from mahdar.reading.meetings_sides import chain
from mahdar.reading.meetings_view import VERBS, View

__all__ = ["attending", "gathered", "who_chair"]


def gathered(view: View, near: list[str]) -> tuple[str, ...]:
    """Return who gathers at a summit or conference: two at least, or the body that holds it."""
    if view.kind == "summit" and (blocs := _blocs(view)):
        return tuple(sorted({*near, *blocs}))
    near = near or _hosting_body(view)
    body = view.kind == "summit" and any(c in view.table.bodies and _of_itself(view, c) for c in near)
    among = view.has("between", view.trigger.last, view.end)
    body = body or (among and any(c in view.table.bodies for c in near))
    return tuple(sorted(near)) if len(near) > 1 or body or _hosting_body(view) else ()


def _hosting_body(view: View) -> list[str]:
    """Return the body that a summit's relative clause says hosts it («قمة بحرية تستضيفها رابطة آسيان»)."""
    hold = view.hold
    if hold is None or not hold.head.hosts or hold.i < view.trigger.i:
        return []
    behind = mentions_in(view.ctx.article.mentions.parties, hold.last, hold.last + _RIGHT_BEHIND)
    return [m.code for m in behind if m.code in view.table.bodies][:1]


def _blocs(view: View) -> list[str]:
    """Return the blocs whose adjectives stand right behind a summit («القمة العربية الصينية»)."""
    found: list[str] = []
    for k in range(view.trigger.last, view.end):
        bloc = view.table.blocs.get(view.ctx.folds[k].removeprefix(_ARTICLE))
        if bloc is None and k not in view.ctx.at.parties:
            break
        found += [bloc] if bloc else []
    return found


_WAW = "\N{ARABIC LETTER WAW}"
_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"


def _of_itself(view: View, code: str) -> bool:
    """Say whether a body's name or adjective stands right behind a summit («قمة بريكس»)."""
    at = view.trigger.last
    return any(m.code == code for m in mentions_in(view.ctx.article.mentions.parties, at, at + _RIGHT_BEHIND))


_RIGHT_BEHIND = 2
"""A word like «دول» or «قادة» may stand between a summit and the body that holds it."""


def attending(view: View, *, led: bool) -> list[str]:
    """Return who is there too, besides the sides («… بحضور وزير الخارجية القطري»).

    Args:
        view: the occasion.
        led: True where who leads it counts as well.
    """
    stop = min(view.sentence.last, view.trigger.last + _ATTENDED)
    later = (t for t in view.triggers if view.end <= t.i and t is not view.hold)
    stop = min([stop, *(t.i for t in later if t.head.role in VERBS or t.term.taken.endswith(_WAW))])
    reach = range(view.trigger.last, min(stop + 1, view.sentence.last))
    at = next((k for k in reach if view.has("attending", k, k + 1)), None)
    if at is None:
        return []
    first = next((k for k in range(view.trigger.last, at) if led and view.has("led_by", k, k + 1)), at)
    named = (*chain(view, first + 1, at), *chain(view, at + 1, view.sentence.last))
    return list(dict.fromkeys(named))


def who_chair(view: View) -> list[str]:
    """Return the sides whose heads chair it together («ترأس الوزير الكيني ونظيره الهندي أعمال اللجنة»)."""
    terms, heads, s = view.table.terms, view.table.heads, view.sentence
    chairs = [
        k
        for k in range(s.first, s.last)
        if any(heads[t.head].role == "chair" and t.tense for t in terms.get(view.ctx.folds[k], ()))
        and is_of(view, k, verb=True)
    ]
    ends = [k for k in (*chairs, view.trigger.i, s.last) if k not in chairs[:1]]
    named = [chain(view, k + 1, min(end for end in ends if end > k)) for k in chairs]
    sides = list(dict.fromkeys(c for found in named for c in found))
    return sides if len(sides) > 1 else []


_ATTENDED = 30
"""Who is there too is told within so many words behind the occasion."""
