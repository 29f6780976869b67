"""How far is it from a noun of people to the party that completes it («فريق التشاور بين البلدين»)?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mahdar.reading.context import Context

__all__ = ["next_is_party", "rest_of_noun"]


def rest_of_noun(ctx: Context, i: int) -> int:
    """Return how many words part a noun of people from its party («فريق التشاور بين البلدين»)."""
    for k in range(i, min(i + 4, len(ctx.words) - 1)):
        word = ctx.folds[k]
        linking = word in ctx.acts.words["linking"]
        tensed = not linking and any(c.form.tense for c in ctx.candidates[k])
        if ctx.words[k].gap or word in ctx.acts.words["that"] or tensed:
            return 0
        if k > i and ctx.at.parties.get(k) is not None:
            return k - i
        if linking:
            return k - i if k > i and next_is_party(ctx, k + 1) else 0
        if word in ctx.acts.words["detached"] or word in ctx.acts.words["relative"] or word[0] in _ATTACHED:
            return 0
    return 0


_ATTACHED = "\N{ARABIC LETTER BEH}\N{ARABIC LETTER LAM}"


def next_is_party(ctx: Context, i: int) -> bool:
    """Say whether a party or a role word begins here."""
    if i >= len(ctx.words):
        return False
    return _is_named(ctx, i) or ctx.roles.roles.at(ctx.folds, i) is not None


def _is_named(ctx: Context, i: int) -> bool:
    """Say whether a person, a title or a party begins here."""
    return i in ctx.at.people or i in ctx.at.offices or i in ctx.at.parties
