"""Who gives a sum that an act tells of without naming its giver: «قال الوزير إن بلاده ستقدم 5 ملايين يورو».

A word of giving stands before such a sum and nobody beside it; whoever acts gives.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from mahdar.model.entries import Act, Amount

__all__ = ["given_by_actors"]

_GIVING: Final = "amount.money ar.amount.gives"
_TELLING: Final = frozenset({"affirm", "announce", "commit", "deed", "sign"})
"""The classes of acts whose actor does what is told; whoever calls for money does not give it."""


def given_by_actors(amounts: Sequence[Amount], acts: Sequence[Act]) -> tuple[Amount, ...]:
    """Return amounts with their givers, where the words of an act hold them and it has one actor.

    Args:
        amounts: in text order.
        acts: in text order.
    """
    telling = [act for act in acts if act.act_class in _TELLING and act.content is not None]
    starts = [act.trigger.start for act in telling]
    return tuple(_given(one, telling[: bisect_right(starts, one.evidence[0].start)]) for one in amounts)


def _given(amount: Amount, before: Sequence[Act]) -> Amount:
    """Return one amount, with the actor of the nearest act before it whose content holds it."""
    if amount.giver is not None or amount.reader != _GIVING:
        return amount
    start = amount.evidence[0].start
    for act in reversed(before[-4:]):
        if act.content is not None and act.content.start <= start < act.content.end:
            giver = act.actors[0] if len(act.actors) == 1 else None
            return replace(amount, giver=giver) if giver not in {None, amount.receiver} else amount
    return amount
