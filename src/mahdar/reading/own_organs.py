"""An organ without a state is that of whoever tells of it: «قال الوزير الأردني إن وزارة المياه ستزود …»."""

from __future__ import annotations

from mahdar.reading.conditions import noun_stems
from mahdar.reading.memory import Memory, Subject
from mahdar.reading.spot import Spot

__all__ = ["own_organ"]


def own_organ(spot: Spot, memory: Memory) -> Subject | None:
    """«… أن محكمة الاستئناف أصدرت حكماً»: the organ that opens a reported clause acts for who reports it.

    A committee that is said to be a joint one acts for both sides.
    """
    ctx, form = spot.ctx, spot.candidate.form
    if form.kind != "finite" or (form.person, form.number) != (3, "s") or form.passive:
        return None
    first = _clause(spot)
    if first < 0 or not _agrees(spot, first):
        return None
    joint = any(spot.is_word(ctx.folds[k], "joint_body") for k in range(first + 1, spot.opening))
    teller = next(
        (s for s in reversed(memory.recent) if s.sentence == spot.sentence.first and not s.nested), None
    )
    parties = memory.pair(ctx) if joint else (teller.parties if teller is not None else ())
    if not parties or (len(parties) > 1 and not joint) or not ctx.states.issuperset(parties):
        return None
    if any(m.code not in parties for m in ctx.parties_in(first, spot.i)):
        return None
    return Subject(parties, None, "own_organ", spot.i + 1, first, one=True)


def _clause(spot: Spot) -> int:
    """Return where the organ is named that opens the clause of a verb, behind «that»; -1 where none does."""
    ctx = spot.ctx
    for k in range(spot.opening - 1, max(spot.sentence.first, spot.opening - _PHRASE) - 1, -1):
        if ctx.words[k + 1].gap.strip('"«»“”()'):
            return -1
        if spot.is_word(ctx.folds[k], "that"):
            named = k + 1 < spot.opening and not spot.is_word(ctx.folds[k + 1], "that")
            organ = named and any(n in ctx.acts.words["own_organ"] for n in noun_stems(ctx.folds[k + 1]))
            return k + 1 if organ else -1
        if any(c.form.kind == "finite" for c in ctx.candidates[k]) and not ctx.covered[k]:
            return -1
        if spot.is_word(ctx.folds[k], "relative"):
            return -1
    return -1


_PHRASE = 9
"""Words of an organ's name, and of «that» before it."""


def _agrees(spot: Spot, first: int) -> bool:
    """Say whether the verb agrees with an organ in gender: a plural of bodies is feminine."""
    word = spot.ctx.words[first].text
    hers = word.endswith(_HERS) or spot.is_word(spot.ctx.folds[first], "own_organ_plural")
    return (spot.candidate.form.gender == "f") == hers


_HERS = ("\N{ARABIC LETTER TEH MARBUTA}", "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER TEH}")
