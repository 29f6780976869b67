"""Whether the article's two sides meet where a phrase names one of them, or none."""

from __future__ import annotations

from mahdar.reading.clauses import is_bilateral
from mahdar.reading.meetings_details import edition_around
from mahdar.reading.meetings_sides import lay_people, open_side
from mahdar.reading.meetings_view import REACH, VERBS, View

__all__ = ["both_spoken_of", "of_the_pair"]


def both_spoken_of(view: View) -> bool:
    """Say whether a word for both sides is the subject or in the phrase."""
    lo = max(view.clause[0], view.trigger.i - REACH)
    return view.has("pair", lo, max(view.end, view.trigger.last))


def of_the_pair(view: View, near: list[str]) -> bool:
    """Say whether the article's two sides meet: «نظيره», «التقيا», a round, their joint committee.

    Args:
        view: the occasion.
        near: who is named.
    """
    if (near and near[0] not in view.ctx.pair) or view.has("firm", view.trigger.last, view.end):
        return False
    if view.has("counterpart", view.trigger.last, view.end):
        return bool(near)
    if _of_their_body(view) or _of_their_series(view, near) or (near and _on_the_visit(view)):
        return True
    if near and view.kind in {"meeting", "call"} and open_side(view) and not lay_people(view):
        return is_bilateral(view.ctx) and view.table.states.keys() >= set(view.ctx.pair)
    if view.trigger.head.role == "container":
        return not near and view.series
    own = _of_them_both(view, near) or _with_his_honour(view, near) or _of_their_group(view, near)
    return own or (view.trigger.head.role in VERBS and view.trigger.term.number == "d")


def _of_them_both(view: View, near: list[str]) -> bool:
    """Say whether a meeting is of two whom only a pronoun names («خلال لقائهما بنواكشوط في فبراير 2018»)."""
    both = view.trigger.head.role == "noun" and view.ctx.folds[view.trigger.i].endswith(_THE_TWO)
    return both and not near and view.kind in {"meeting", "call"} and is_bilateral(view.ctx)


_THE_TWO = "\N{ARABIC LETTER HEH}\N{ARABIC LETTER MEEM}\N{ARABIC LETTER ALEF}"
"""The pronoun of two."""


def _of_their_group(view: View, near: list[str]) -> bool:
    """Say whether a working group that meets is of the two, where it does not tell whose it is."""
    group = view.kind == "working_group" and view.trigger.head.role == "noun" and view.hold is not None
    return group and not near and is_bilateral(view.ctx)


def _on_the_visit(view: View) -> bool:
    """Say whether a visit has a meeting with one of the hosts in it («تتضمن الزيارة لقاء مع …»)."""
    if view.kind != "meeting" or not view.has("with_one", view.trigger.last, view.trigger.last + 2):
        return False
    if view.hold is None or not view.hold.head.includes:
        return False
    before = (t for t in view.triggers if t.i < view.trigger.i and t.head.kind == "visit")
    return any(t.term.definite or t.term.pronoun for t in before) and is_bilateral(view.ctx)


def _of_their_body(view: View) -> bool:
    """Say whether a body of two states sits, one of them named at most («دورة اللجنة المشتركة»)."""
    shared = view.has("shared", view.trigger.last, view.end)
    bodies = any(t.head.role == "body" for t in (view.trigger, *view.inner))
    return shared and bodies and is_bilateral(view.ctx)


def _of_their_series(view: View, near: list[str]) -> bool:
    """Say whether a numbered round tells nothing of whose it is but talks or a body («الدورة الثانية للجنة»).

    «الجولة الأولى من المشاورات السياسية» of an article about two is theirs, «من المفاوضات النووية» is not.
    """
    if near or view.trigger.head.role != "container" or not is_bilateral(view.ctx):
        return False
    if edition_around(view.ctx, view.table, view.trigger, view.end) is None:
        return False
    told = view.inner[-1].last if view.inner else view.trigger.last
    stop = view.hold.i if view.hold is not None and view.hold.i > told else view.end
    of_both = view.table.words["of_both"]
    return all(view.ctx.folds[k] in of_both for k in range(told, min(stop, view.end))) if view.inner else True


def _with_his_honour(view: View, near: list[str]) -> bool:
    """Say whether an honour stands for the side that is not named («عقد جلالته والرئيس الكيني جلسة …»)."""
    hold = view.hold
    return bool(near) and hold is not None and view.has("his_honour", hold.last, hold.last + 1)
