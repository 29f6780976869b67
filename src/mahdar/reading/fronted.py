"""Who said the words that a sentence begins with: «نحن مستعدون للتعاون»، قال الوزير فلان.

Behind such a quotation a verb of saying with its subject follows, or «بحسب» with a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mahdar.reading.actors import Actor, actor_at

if TYPE_CHECKING:
    from mahdar.model.spans import Span
    from mahdar.reading.context import Context

__all__ = ["said_behind"]


def said_behind(ctx: Context, quote: Span) -> Actor | None:
    """Return who is named behind a quotation as the one who said it.

    Args:
        ctx: the article.
        quote: what stands between quotation marks.

    Returns:
        None where the quotation begins no sentence, or somebody's verb goes on behind it.
    """
    first, behind = ctx.words_in(quote)
    if first >= behind or first != ctx.sentence_of(first).first or behind >= len(ctx.words):
        return None
    stop = ctx.sentence_of(behind - 1).last
    led = False
    for k in range(behind, min(behind + _NEAR, stop)):
        if _says(ctx, k):
            return _beginning(ctx, k + 1, stop)
        if ctx.folds[k] not in ctx.acts.words["leads_speaker"]:
            return _beginning(ctx, k, stop) if led else None
        led = True
    return None


_NEAR = 5
"""Words behind a quotation within which who said it is named."""


def _says(ctx: Context, k: int) -> bool:
    """Say whether a word is a verb of saying in the third person singular."""
    forms = (c.form for c in ctx.candidates[k] if c.form.kind == "finite" and not c.form.passive)
    heads = ctx.acts.heads
    return any(
        (f.person, f.number) == (3, "s")
        and bool(f.tense)
        and (heads[f.head].frame == "report" or heads[f.head].act_class == "affirm")
        and ctx.folds[k] not in ctx.acts.words["leads_speaker"]
        for f in forms
    )


def _beginning(ctx: Context, k: int, stop: int) -> Actor | None:
    """Return the person or party that begins at a word."""
    actor = actor_at(ctx, k, stop)
    found = actor is not None and actor.first <= k + 1 and len(actor.parties) <= 1
    return actor if found else None
