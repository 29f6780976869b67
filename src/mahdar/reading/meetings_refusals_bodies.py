"""Bodies that sit by themselves: a state's own are no occasion of parties, those of several states are."""

from __future__ import annotations

from mahdar.model.mentions import PartyMention
from mahdar.reading.clauses import mentions_in
from mahdar.reading.meetings_parties import who_meets
from mahdar.reading.meetings_view import NOUNS, View

__all__ = ["of_a_house", "of_its_ministers", "of_its_own"]

_OF_WHOM = 4
"""A body is named within so many words behind its ministers."""


def of_a_house(view: View) -> bool:
    """«اجتماع مجلس الوزراء»: a state's own body at its routine."""
    if view.trigger.head.role == "meet":
        return view.has("house", view.trigger.last, view.trigger.last + 1) and len(who_meets(view)) < 2
    if view.trigger.head.role not in NOUNS or view.kind in {"strategic_dialogue", "visit", "call"}:
        return False
    folds = view.ctx.folds[view.trigger.last : view.trigger.last + 2]
    if any(m.code in view.table.bodies for m in named_parties(view)) or of_its_ministers(view):
        return False
    return bool(folds) and folds[0] in view.table.words["house"] and len(who_meets(view)) < 2


def of_its_ministers(view: View) -> bool:
    """Say whether the ministers of a body's members meet («اجتماع وزراء خارجية الاتحاد الأوروبي»)."""
    at = view.trigger.last
    named = mentions_in(view.ctx.article.mentions.parties, at, min(at + _OF_WHOM, view.end))
    return view.has("ministers_of", at, at + 1) and any(m.code in view.table.bodies for m in named)


def of_its_own(view: View) -> bool:
    """«اجتماع للجنتها المركزية»: a party's own body sits."""
    at = view.trigger.last
    return view.trigger.head.role in NOUNS and view.has("own_body", at, at + 1)


def named_parties(view: View) -> tuple[PartyMention, ...]:
    """Return the parties named right behind a noun."""
    at = view.trigger.last
    return tuple(mentions_in(view.ctx.article.mentions.parties, at, at + 1))
