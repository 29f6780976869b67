"""Who the writers of a text are where they name themselves: «نحن، قادة مصر وقبرص واليونان، نرحب …»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mahdar.model.units import PartyCode

if TYPE_CHECKING:
    from mahdar.reading.context import Context

__all__ = ["named_by_themselves"]


def named_by_themselves(ctx: Context, first: int) -> tuple[PartyCode, ...]:
    """Return the parties that writers name behind «we»: the states, else the blocs. Order: alphabetical.

    Args:
        ctx: the article.
        first: the word behind «we».

    Returns:
        Empty where fewer than two are named.
    """
    stop = min(first + _REACH, len(ctx.folds))
    last = next((k for k in range(first + 1, stop) if _ends(ctx, k)), stop)
    codes = {m.code for m in ctx.parties_in(first, last)}
    codes |= {m.party for m in ctx.bearers_in(first, last) if m.party}
    states = codes & ctx.states
    named = states if len(states) > 1 else codes
    return tuple(sorted(named)) if len(named) > 1 else ()


def _ends(ctx: Context, k: int) -> bool:
    """Say whether the writers' names end before a word: with where they meet, or with their verb."""
    if ctx.folds[k] in ctx.acts.words["behind_writers"]:
        return True
    return not ctx.covered[k] and any(c.form.person == 1 for c in ctx.candidates[k])


_REACH = 60
"""Words that the writers' names take at most."""
