"""Who receives or suffers a deed, and of whom something is hoped.

Source: lexicon/data/ar/reading.toml, words gives, frees, imposes, strikes, battles, war, counts_on
"""

from __future__ import annotations

from mahdar.reading.draft import Draft
from mahdar.reading.target_names import (
    Codes,
    Content,
    against,
    blow,
    free,
    is_agency,
    is_head,
    is_state,
    is_verb,
    led_to,
    located,
)

__all__ = ["given_to", "hoped_of", "struck"]

_EARLY = 6
_REACH = 14
"""How many words behind verb and subject a receiver is looked for."""


def hoped_of(draft: Draft, content: Content) -> Codes:
    """«نأمل أن تغتنم إيران الفرصة», «تعول على الدور الكويتي»: whoever is to do what is hoped for."""
    ctx, (start, end) = draft.spot.ctx, content
    word = ctx.folds[start] if start < end else ""
    wish = word in ctx.acts.words["bare_that"] or word in ctx.acts.words["of"]
    reach = 4 if wish or is_head(draft, "counts_on") else 0
    for m in free(draft, start, min(end, start + _EARLY)):
        does = m.first > start and is_verb(ctx, m.first - 1)
        if does or (m.first < start + reach and not located(ctx, m)):
            return (m.code,)
    return ()


def given_to(draft: Draft, content: Content) -> Codes:
    """«منحت مالي قرضا», «سلم الرئيس دعوة», «أفرج عن بحارة يونانيين»: whoever gets or suffers it."""
    ctx, (start, end) = draft.spot.ctx, content
    kinds = [kind for kind in ("gives", "frees", "imposes") if is_head(draft, kind)]
    begin = max(draft.subject.last, draft.spot.i + 1)
    for m in free(draft, min(begin, start), min(end, begin + _REACH)) if kinds else ():
        given = "gives" in kinds and (led_to(ctx, m) or (m.first <= begin + 1 and not located(ctx, m)))
        freed = "frees" in kinds and m.first < start + _EARLY and not located(ctx, m)
        if given or freed or ("imposes" in kinds and against(ctx, m)):
            return (m.code,)
    return ()


def struck(draft: Draft, content: Content) -> Codes:
    """«قصفت مواقع لتنظيم داعش», «واصلت غاراتها على التنظيم»: who is struck; of a war the armed group."""
    ctx, (start, end) = draft.spot.ctx, content
    named = free(draft, start, min(end, start + _REACH))
    if start < end and blow(ctx, start):
        return tuple(dict.fromkeys(m.code for m in named if not located(ctx, m)))
    if not is_head(draft, "war") and not is_head(draft, "battles"):
        return ()
    return tuple(dict.fromkeys(m.code for m in named if not is_state(m.code) and not is_agency(m.code)))
