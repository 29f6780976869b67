"""The class of an act, where tense and the parties named decide it together with its complement."""

from __future__ import annotations

from mahdar.model.mentions import PartyMention
from mahdar.reading.asides import OPENERS
from mahdar.reading.complement import Complement, noun_stems
from mahdar.reading.context import Context
from mahdar.reading.memory import Subject
from mahdar.reading.spot import Spot

__all__ = ["demand_at", "is_must", "settled_class"]


_FUTURE_IS_PROMISE = frozenset({"sign", "deed", "discuss", "announce"})


def settled_class(ctx: Context, spot: Spot, subject: Subject, complement: Complement) -> str:
    """Settle the class: a promised deed is a commitment, a call needs somebody else to call on."""
    if spot.tense == "future" and complement.act_class in _FUTURE_IS_PROMISE:
        return "commit"
    light = ctx.light_before(spot)
    if light is not None and ctx.light_is_future(light) and complement.act_class in _FUTURE_IS_PROMISE:
        return "commit"
    if complement.act_class == "affirm" and _demands(ctx, spot, subject, complement):
        return "call"
    if complement.act_class == "affirm" and complement.marker == "that":
        judged = _judged(ctx, spot, complement)
        if judged:
            return judged
    optional = complement.act_class == "call" and complement.rule == "when"
    if optional and _nobody_else(ctx, spot, subject, complement):
        return spot.head.act_class
    return complement.act_class


def _demands(ctx: Context, spot: Spot, subject: Subject, complement: Complement) -> bool:
    """Say whether a clause says what another must do («إنه يجب على إيران …»), or that its doing matters."""
    if demand_at(ctx, spot, subject, complement) >= 0:
        return True
    return complement.marker != "that" and _matters_of_another(ctx, spot, subject, complement)


def demand_at(ctx: Context, spot: Spot, subject: Subject, complement: Complement) -> int:
    """Return where «يجب» or «على» begins what another party must do («أن على إيران أن …»), or -1.

    Only at the beginning of what is said: in a clause with «that», or in a speaker's own words.
    """
    start, stop = complement.start, spot.sentence.last
    if complement.marker != "that" and (start >= stop or OPENERS.isdisjoint(ctx.words[start].gap)):
        return -1
    for k in range(start, min(start + 3, stop)):
        reach = k + 5 if is_must(spot, k) else _incumbent(ctx, spot, k)
        if any(m.code not in subject.parties for m in ctx.parties_in(k + 1, min(reach, stop))):
            return k
    return -1


def is_must(spot: Spot, k: int) -> bool:
    """Say whether «يجب», «لا بد» stands at a word."""
    two = f"{spot.ctx.folds[k]} {spot.ctx.folds[k + 1]}" if k + 1 < spot.sentence.last else ""
    return spot.is_word(spot.ctx.folds[k], "must") or spot.is_word(two, "must")


def _incumbent(ctx: Context, spot: Spot, k: int) -> int:
    """Return the word behind whoever «على … أن» tells to do something; `k` where it tells nobody."""
    party = ctx.at.parties.get(k + 1) if ctx.folds[k] in ctx.acts.words["incumbent"] else None
    told = party is not None and party.last < spot.sentence.last
    return party.last if party and told and spot.is_word(ctx.folds[party.last], "bare_that") else k


def _matters_of_another(ctx: Context, spot: Spot, subject: Subject, complement: Complement) -> bool:
    """Say whether what matters is that another party does something («أهمية أن تتعاون إيران …»)."""
    start = complement.start
    if start + 3 >= spot.sentence.last or not spot.is_word(ctx.folds[start + 1], "bare_that"):
        return False
    if ctx.acts.words["matter"].isdisjoint(noun_stems(ctx.folds[start])):
        return False
    return any(m.code not in subject.parties for m in ctx.parties_in(start + 3, start + 5))


def _judged(ctx: Context, spot: Spot, complement: Complement) -> str:
    """Return the class of a clause whose predicate rejects («إنه غير مقبول»), denies or worries, or ""."""
    sets = ctx.acts.sets
    for k in range(complement.start + 1, min(complement.start + _JUDGED, spot.sentence.last)):
        word = ctx.folds[k]
        if ctx.comma(k) or spot.is_word(word, "relative"):
            break
        unacceptable = word in sets["judged_acceptable"] and spot.is_word(ctx.folds[k - 1], "negation")
        if word in sets["judged_oppose"] or unacceptable:
            return "oppose"
        if word in sets["judged_concern"]:
            return "concern"
    return "oppose" if _untrue(ctx, spot, complement.start) else ""


def _untrue(ctx: Context, spot: Spot, start: int) -> bool:
    """Say whether a clause calls its subject untrue («إن ما نُشر … لا أساس له»), however long that is."""
    for k in range(start + 1, min(start + _UNTRUE, spot.sentence.last)):
        if ctx.comma(k) and ctx.candidates[k]:
            return False
        if spot.is_word(f"{ctx.folds[k - 1]} {ctx.folds[k]}", "untrue"):
            return True
    return False


_UNTRUE = 40
"""Words within which a clause calls its subject untrue."""
_JUDGED = 12
"""Words within which the predicate of a judgement stands."""


def _nobody_else(ctx: Context, spot: Spot, subject: Subject, complement: Complement) -> bool:
    """Say whether «ضرورة …» names no other party that should act."""
    if complement.start >= spot.sentence.last:
        return True
    stems = set(noun_stems(ctx.folds[complement.start]))
    if not stems & ctx.acts.words["call_for"]:
        return False
    if any(not ctx.governed(m.first) and m.code not in subject.parties for m in _doers(ctx, complement)):
        return False
    own = {*subject.parties, *ctx.pair}
    return not any(m.code not in own for m in ctx.parties_in(spot.sentence.first, spot.sentence.last))


def _doers(ctx: Context, complement: Complement) -> tuple[PartyMention, ...]:
    """Return who is named right behind the noun of what has to be done («ضرورة انسحاب رواندا»)."""
    return ctx.parties_in(complement.start + 1, complement.start + 4)
