"""The class of an act, where tense and the parties named decide it together with its complement."""

from __future__ import annotations

from mahdar.model.mentions import PartyMention
from mahdar.reading.complement import Complement, noun_stems
from mahdar.reading.context import Context
from mahdar.reading.memory import Subject
from mahdar.reading.spot import Spot

__all__ = ["settled_class"]


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
    if complement.marker != "that":
        return _matters_of_another(ctx, spot, subject, complement)
    near = range(complement.start, min(complement.start + 3, spot.sentence.last))
    must = next((k for k in near if spot.is_word(ctx.folds[k], "must")), None)
    if must is None:
        return False
    return any(m.code not in subject.parties for m in ctx.parties_in(must + 1, must + 5))


def _matters_of_another(ctx: Context, spot: Spot, subject: Subject, complement: Complement) -> bool:
    """Say whether what matters is that another party does something («أهمية أن تتعاون إيران …»)."""
    start = complement.start
    if start + 3 >= spot.sentence.last or not spot.is_word(ctx.folds[start + 1], "bare_that"):
        return False
    if ctx.acts.words["matter"].isdisjoint(noun_stems(ctx.folds[start])):
        return False
    return any(m.code not in subject.parties for m in ctx.parties_in(start + 3, start + 5))


def _judged(ctx: Context, spot: Spot, complement: Complement) -> str:
    """Return the class of a clause whose predicate rejects («إنه غير مقبول») or worries; else nothing."""
    sets = ctx.acts.sets
    for k in range(complement.start + 1, min(complement.start + _JUDGED, spot.sentence.last)):
        word = ctx.folds[k]
        if ctx.comma(k) or spot.is_word(word, "relative"):
            return ""
        unacceptable = word in sets["judged_acceptable"] and spot.is_word(ctx.folds[k - 1], "negation")
        if word in sets["judged_oppose"] or unacceptable:
            return "oppose"
        if word in sets["judged_concern"]:
            return "concern"
    return ""


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
