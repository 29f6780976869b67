"""Which light verb carries a masdar («جرى … بحث»): near, behind a circumstance, or another masdar's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mahdar.language.clitics import slot
from mahdar.reading.conditions import noun_stems

if TYPE_CHECKING:
    from mahdar.reading.context import Context
    from mahdar.reading.spot import Spot

__all__ = ["light_verb"]


def light_verb(ctx: Context, spot: Spot) -> int | None:
    """Return where the light verb stands whose act a masdar is («جرى بحث»); None where none does."""
    if spot.candidate.form.kind != "masdar":
        return None
    first, i = spot.sentence.first, spot.i
    yielded = _yielded(ctx, spot)
    if yielded is not None:
        return yielded
    joined = _joined(ctx, spot)
    goes_on = bool(spot.candidate.conjunction) and not spot.candidate.definite
    shared = _shared(ctx, spot, joined) if joined or goes_on else None
    if joined or shared is not None:
        return shared
    if spot.candidate.preposition == slot("preposition")[1]:
        return None
    if spot.candidate.conjunction and ctx.comma(i):
        return None
    near = _near(ctx, first, i)
    return _behind_aside(ctx, first, i) if near is None else near


def _yielded(ctx: Context, spot: Spot) -> int | None:
    """Look for what a meeting gave rise to: «شكل اللقاء فرصة لبحث …», «توجت الزيارة بتوقيع …»."""
    if spot.head.act_class not in _WITNESSED or spot.candidate.pronoun:
        return None
    for k in range(spot.i - 2, max(spot.sentence.first, spot.i - _YIELDS) - 1, -1):
        word = ctx.folds[k]
        bare_word = word[1:] if word[0] in ctx.conjunctions and len(word) > _LEAST else word
        if bare_word in ctx.acts.words["encounter_yields"]:
            near = ctx.folds[k + 1 : min(k + 3, spot.i)]
            return k if any(n in ctx.acts.words["encounter"] for w in near for n in noun_stems(w)) else None
        if ctx.comma(k + 1):
            return None
    return None


_LEAST = 3
"""Letters of a word that begins with a letter of its own, no conjunction."""
_YIELDS = 8
"""Words from what a meeting did to the talks or signings that it gave rise to."""


def _carries(ctx: Context, k: int, i: int) -> bool:
    """Say whether a word is a light verb that carries a masdar: what is witnessed are talks and signings."""
    light = {h.act_class for c in ctx.candidates[k] if (h := ctx.acts.heads[c.form.head]).frame == "light"}
    return bool(light) and (light != {"discuss"} or bool(_masdars(ctx, i) & _WITNESSED))


def _masdars(ctx: Context, k: int) -> set[str]:
    """Return the classes that a word has as a masdar."""
    return {ctx.acts.heads[c.form.head].act_class for c in ctx.candidates[k] if c.form.kind == "masdar"}


_WITNESSED = frozenset({"discuss", "sign"})


def _near(ctx: Context, first: int, i: int) -> int | None:
    """Look for the light verb a few words before a masdar."""
    for k in range(i - 1, max(first, i - 5) - 1, -1):
        if _carries(ctx, k, i):
            return k
        closes = k + 1 == i and not any(ctx.comma(j) for j in range(max(k - 3, 0), k + 1))
        masdar = _masdars(ctx, k) and not (ctx.governed(k) or ctx.folds[k] in ctx.acts.words["detached"])
        if (ctx.comma(k + 1) and not closes) or masdar:
            return None
    return None


def _behind_aside(ctx: Context, first: int, i: int) -> int | None:
    """Look for it behind a circumstance that a comma closes («وتم خلال الاستقبال الذي حضره …، استعراض»)."""
    if not ctx.comma(i):
        return None
    for k in range(i - 1, max(first, i - _ASIDE) - 1, -1):
        if _carries(ctx, k, i):
            return k if ctx.folds[k + 1] in ctx.acts.words["leads_occasion"] else None
        if ctx.comma(k):
            return None
    return None


_ASIDE = 24
"""Words that a circumstance behind a light verb may have."""


def _joined(ctx: Context, spot: Spot) -> int:
    """Return how many words join a masdar to one before it («إضافة إلى مناقشة»); 0 where none do."""
    joiners = ctx.acts.words["besides"]
    for length in (1, 2):
        start = spot.i - length
        if start > spot.sentence.first and " ".join(ctx.folds[start : spot.i]) in joiners:
            return length
    return 0


def _shared(ctx: Context, spot: Spot, joined: int) -> int | None:
    """Return the light verb of the masdar before, where both talk («تم استعراض …، إضافة إلى مناقشة …»)."""
    if spot.head.act_class not in _TALKS:
        return None
    first = spot.sentence.first
    for j in range(spot.i - joined - 1, max(first, spot.i - _LIST) - 1, -1):
        talks = any(ctx.acts.heads[c.form.head].act_class in _TALKS for c in ctx.candidates[j])
        if talks and not ctx.candidates[j][0].definite:
            near = _near(ctx, first, j)
            found = _behind_aside(ctx, first, j) if near is None else near
            if found is not None:
                return found
            if any(c.form.kind == "finite" for c in ctx.candidates[j]):
                return j
    return None


_TALKS = frozenset({"discuss"})
_LIST = 40
"""Words back within which a list of masdars has its light verb."""
