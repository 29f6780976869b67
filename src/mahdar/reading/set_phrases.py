"""Set phrases between a verb's subject and what is said: «في الوقت ذاته», «على هامش الزيارة».

No comma parts them from what follows («نفى الوزير في الوقت ذاته الأنباء عن …», «بحثا خلال اللقاء التعاون»).

Source: lexicon/data/ar/reading.toml, words set_phrases, at_occasion, encounter, of_occasion
"""

from __future__ import annotations

from mahdar.language.clitics import bare
from mahdar.reading.context import Context
from mahdar.reading.spot import Spot

__all__ = ["behind_set_phrase"]

_LONGEST = 4
"""Words of the longest phrase."""


def behind_set_phrase(spot: Spot, at: int) -> int:
    """Return the word behind a set phrase that begins at a word; the word itself for none.

    Somebody's own words do not begin with one («وأضاف: «في هذا الصدد قلنا …»»), and something must follow it.
    """
    ctx, stop = spot.ctx, spot.sentence.last
    if ctx.words[at].gap.strip(_COMMAS):
        return at
    end = _behind_fixed(ctx, at, stop)
    if end == at:
        end = _behind_occasion(ctx, at, stop)
    return end if end < stop and not ctx.words[end].gap.strip(_COMMAS) else at


_COMMAS = "\N{ARABIC COMMA}, "


def _behind_fixed(ctx: Context, at: int, stop: int) -> int:
    """Return the word behind a phrase of the list («جملة وتفصيلا»)."""
    phrases = ctx.acts.words["set_phrases"]
    for end in range(min(at + _LONGEST, stop), at, -1):
        if " ".join(ctx.folds[at:end]) in phrases and _whole(ctx, at, end):
            return end
    return at


def _whole(ctx: Context, at: int, end: int) -> bool:
    """Say whether no mark stands between some words."""
    return not any(ctx.words[k].gap for k in range(at + 1, end))


def _behind_occasion(ctx: Context, at: int, stop: int) -> int:
    """Return the word behind an occasion that both know («خلال اللقاء», «في ختام الزيارة الرسمية»)."""
    lead = next((n for n in (2, 1) if " ".join(ctx.folds[at : at + n]) in ctx.acts.words["at_occasion"]), 0)
    k = at + lead
    if not lead or k >= stop or not _whole(ctx, at, k + 1):
        return at
    noun = bare(ctx.folds[k])
    if noun == ctx.folds[k] or noun not in ctx.acts.words["encounter"]:
        return at
    k += 1
    while k < stop and not ctx.words[k].gap and ctx.folds[k] in ctx.acts.words["of_occasion"]:
        k += 1
    return k
