"""What a colon leads to where its sentence ends: «وأكد الوزيران:», and a line below «التزامهما بـ …»."""

from __future__ import annotations

from mahdar.model.prose import Sentence
from mahdar.reading.conditions import noun_stems
from mahdar.reading.spot import Spot

__all__ = ["class_of_list", "first_item"]


def first_item(spot: Spot) -> Sentence | None:
    """Return the first line below the colon that ends a head's sentence; None where none does."""
    ctx, last = spot.ctx, spot.sentence.last
    if last >= len(ctx.words) or spot.sentence.block == "title":
        return None
    between = ctx.text[ctx.words[last - 1].end : ctx.words[last].start]
    if ":" not in between or "\n" not in between:
        return None
    item = ctx.sentence_of(last)
    numbered = item.last == item.first + 1 < len(ctx.words) and ctx.folds[item.first].isdigit()
    return ctx.sentence_of(item.last) if numbered else item


def _only_leads(spot: Spot, at: int) -> bool:
    """Say whether nothing but «على ما يلي», «على النحو التالي» is left of a sentence."""
    words = spot.ctx.folds[at : spot.sentence.last]
    return not words or (len(words) <= _LEAD and words[-1] in spot.ctx.acts.words["leads_list"])


_LEAD = 3
"""Words of «على النحو التالي»."""


def class_of_list(spot: Spot, at: int) -> str:
    """Return the class that the first item of a list gives its head; empty where no list is led to.

    A stance is what its first item says («وأكدا: 1. التزامهما بـ …»); what is agreed or discussed stays so.

    Args:
        spot: the head.
        at: where its complement would begin.
    """
    item = first_item(spot) if _only_leads(spot, at) and not spot.negated else None
    if item is None:
        return ""
    ctx, head = spot.ctx, spot.head
    if head.frame == "stance":
        k = item.first + (ctx.folds[item.first].isdigit() and item.first + 1 < item.last)
        stances = (ctx.acts.stances.get(noun, "") for noun in noun_stems(ctx.folds[k]))
        return next(filter(None, stances), "" if head.act_class == "none" else head.act_class)
    if head.frame != "act" or head.act_class not in _LISTED:
        return ""
    # «توصلا إلى ما يلي: الإشادة بـ …» concludes nothing: each line tells its own act.
    return head.act_class if head.act_class != "sign" or _names_text(spot, item) else ""


def _names_text(spot: Spot, item: Sentence) -> bool:
    """Say whether an item of a list begins with a text that can be signed."""
    ctx = spot.ctx
    near = range(item.first, min(item.first + _NUMBERED, item.last))
    return any(n in ctx.acts.sets["instrument"] for k in near for n in noun_stems(ctx.folds[k]))


_NUMBERED = 3
"""Words of an item within which its text is named, a number before it."""


_LISTED = frozenset({"commit", "discuss", "sign"})
"""Classes of what several things may be done to, each in a line of its own."""
