"""To whom an act is told or something is given, between the verb and what it governs."""

from __future__ import annotations

from mahdar.lexicon.fold import fold
from mahdar.reading.actors import actor_at
from mahdar.reading.spot import Spot

__all__ = ["of_whom", "past_receiver", "to_him"]


def to_him(spot: Spot, at: int) -> bool:
    """Say whether a pronoun says to whom a stance is told, or of whom something is asked.

    «وعبر له عن أمله», «وأكد لهما دعم بلاده», «وطلبت إليه نقل رسالة», «طلبنا منهم معاملة منصفة».
    """
    asks = spot.is_word(fold(spot.head.word), "asks")
    beside = (asks or spot.head.frame == "stance") and at == spot.i + 1 and not spot.ctx.words[at].gap
    return beside and spot.is_word(spot.ctx.folds[at], "back" if asks else "to_him")


def of_whom(spot: Spot, at: int) -> str:
    """Return the head's preposition of which a pronoun is asked («طلبنا منهم …»); empty for none."""
    word = spot.ctx.folds[at]
    return next((p for p in spot.head.prepositions if word.startswith(p) and len(word) > len(p)), "")


def past_receiver(spot: Spot, at: int) -> int:
    """Pass over to whom something is done, where what is done follows («سلّم نظيره رسالة»)."""
    acts = spot.head.needs or any(when.act_class != "none" for when in spot.head.whens)
    if at >= spot.sentence.last or spot.ctx.words[at].gap or not acts:
        return at
    if spot.is_word(spot.ctx.folds[at], "resumptive"):
        return at + 1
    received = _received(spot, at)
    if received > at:
        return received
    lead = at + spot.is_word(spot.ctx.folds[at], "to")
    actor = actor_at(spot.ctx, lead, spot.sentence.last)
    return actor.last if actor is not None and actor.first == lead else at


def _received(spot: Spot, at: int) -> int:
    """Return the word behind whom an attached preposition names («نقل للرئيس فلان تقدير …»)."""
    ctx = spot.ctx
    named = ctx.at.people.get(at) or ctx.at.offices.get(at) or ctx.at.parties.get(at)
    if named is None or ctx.prefix(named) != _LAM:
        return at
    k = named.last
    while k < spot.sentence.last and not ctx.words[k].gap:
        more = ctx.at.people.get(k) or ctx.at.parties.get(k)
        if more is None or ctx.prefix(more):
            break
        k = more.last
    return k


_LAM = "\N{ARABIC LETTER LAM}"
