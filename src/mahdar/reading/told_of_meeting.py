"""What a call or meeting was about, told of itself: «تلقى الوزير اتصالاً من نظيره، تناول الأوضاع في …»."""

from __future__ import annotations

from mahdar.model.units import PartyCode
from mahdar.reading.conditions import noun_stems
from mahdar.reading.memory import Memory
from mahdar.reading.spot import Spot

__all__ = ["clause_of_meeting", "sides_of_meeting", "tells_meeting"]


def tells_meeting(spot: Spot) -> bool:
    """Say whether a verb without a subject tells what the meeting before it in the sentence was about."""
    ctx, form = spot.ctx, spot.candidate.form
    if spot.head.id not in ctx.head_lists["tells_meeting"] or spot.relative >= 0:
        return False
    if (form.kind, form.tense, form.person, form.number) != ("finite", "past", 3, "s") or form.passive:
        return False
    k = _meeting_before(spot)
    return k >= 0 and _fits(spot, k) and not _held_with_it(spot, k)


def _meeting_before(spot: Spot) -> int:
    """Return where the last meeting is named before a verb, without an article; -1 where none is."""
    ctx = spot.ctx
    nouns = ctx.acts.words["encounter"] | ctx.acts.words["call_received"]
    for k in range(spot.i - 1, max(spot.sentence.first, spot.i - _REACH) - 1, -1):
        word = ctx.folds[k]
        if not ctx.covered[k] and any(n in nouns for n in noun_stems(word)):
            return k if word.removesuffix(_ALEF) in nouns or word in nouns else -1
    return -1


_REACH = 40
"""Words between a meeting and the verb that tells what it was about."""
_ALEF = "\N{ARABIC LETTER ALEF}"


def _fits(spot: Spot, k: int) -> bool:
    """Say whether verb and noun agree in gender."""
    word = spot.ctx.folds[k]
    hers = word.endswith(_OF_HERS)
    return hers == (spot.candidate.form.gender == "f")


_OF_HERS = ("\N{ARABIC LETTER HEH}", "\N{ARABIC LETTER TEH}")
"""Endings of feminine nouns and of their plurals, as folded."""


def _held_with_it(spot: Spot, k: int) -> bool:
    """Say whether the verb of holding already tells what was discussed («أجريا محادثات تناولت …»)."""
    talks = spot.ctx.acts.sets["talks"]
    if not any(n in talks for n in noun_stems(spot.ctx.folds[k])):
        return False
    heads, holding = spot.ctx.acts.heads, spot.ctx.head_lists["holds_talks"]
    before = (c for j in range(spot.sentence.first, k) for c in spot.ctx.candidates[j])
    return any(heads[c.form.head].id in holding for c in before)


def clause_of_meeting(spot: Spot) -> int:
    """Return where the clause of such a verb begins: at a meeting right behind «أن», else at the verb."""
    k = _meeting_before(spot)
    led = k > spot.sentence.first and spot.is_word(spot.ctx.folds[k - 1], "that")
    return k if led else spot.i


def sides_of_meeting(spot: Spot, memory: Memory) -> tuple[PartyCode, ...]:
    """Return the two states that the sentence names before a verb, else those who met last."""
    ctx, first = spot.ctx, spot.sentence.first
    named = {m.code for m in ctx.parties_in(first, spot.i) if m.code in ctx.states}
    named |= {m.party for m in ctx.bearers_in(first, spot.i) if m.party in ctx.states and m.party}
    if len(named) == _TWO:
        return tuple(sorted(named))
    home = ctx.home
    if len(named) == 1 and home is not None and home not in named:
        return tuple(sorted({*named, home}))
    return memory.met


_TWO = 2
