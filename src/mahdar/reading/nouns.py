"""Nouns beside parties: how far it is to the one that completes it, and which are a state at large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mahdar.language.clitics import slot
from mahdar.model.mentions import PartyMention

if TYPE_CHECKING:
    from mahdar.reading.article import Named
    from mahdar.reading.context import Context

__all__ = ["is_government", "next_is_party", "rest_of_noun"]


def is_government(ctx: Context, named: Named) -> bool:
    """Say whether a mention is a definite organ behind a particle («بالسلطات …»), which no post is in."""
    organ = isinstance(named, PartyMention) and named.form == "ministry"
    return organ and ctx.folds[named.first][1:].startswith(slot("article")[0])


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
