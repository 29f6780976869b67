"""Where the content begins behind a noun of stance: «قلقه إزاء …», «حرصه على …», «بارتياح كبير …»."""

from __future__ import annotations

from mahdar.language.clitics import bare
from mahdar.reading.conditions import attached, noun_stems, owned, particle_of
from mahdar.reading.spot import Spot

__all__ = ["behind_own_stance", "behind_stance"]


def behind_own_stance(spot: Spot, act_class: str, at: int) -> int:
    """Return where the content begins: behind a noun that gives the same class («أعلنت رفضها لـ»)."""
    classes = {spot.ctx.acts.stances.get(noun) for noun in noun_stems(spot.ctx.folds[at])}
    if act_class not in classes:
        return at
    adverbial = attached(spot, at) and particle_of(spot, at) == _BEH and not _is_somebodys(spot, at)
    return _behind_adverb(spot, at) if adverbial else behind_stance(spot, at)


def _is_somebodys(spot: Spot, at: int) -> bool:
    """Say whether the noun right behind tells whose stance it is («أبلغه باستعداد بلاده لـ …»)."""
    k = at + 1
    if k >= spot.sentence.last or spot.ctx.words[k].gap:
        return False
    return k in spot.ctx.starts or spot.is_word(spot.ctx.folds[k], "his_country")


def _behind_adverb(spot: Spot, at: int) -> int:
    """Return where what is received stands behind how it is («سجل بارتياح كبير التقدم المحرز»)."""
    k = at + 1
    while k + 1 < spot.sentence.last and spot.is_word(spot.ctx.folds[k], "of_degree"):
        k += 1
    return min(k, spot.sentence.last)


def _takes_object(spot: Spot, at: int) -> bool:
    """Say whether an object stands right behind a stance noun («عزمها دعم الجيش», «مواصلة دعم المسار»)."""
    ctx, k = spot.ctx, at + 1
    if k >= spot.sentence.last or ctx.words[k].gap or k in ctx.starts or attached(spot, k):
        return False
    fold = ctx.folds[k]
    if any(spot.is_word(fold, w) for w in ("detached", "that", "adverb")):
        return False
    if fold[0] in ctx.conjunctions and not _names_doing(spot, k):
        return False
    if owned(ctx, at):
        return bare(fold) == fold and not owned(ctx, k)
    before = noun_stems(ctx.folds[at - 1])
    goes_on = any(n in ctx.acts.words["going_on"] for n in before)
    return goes_on and bare(ctx.folds[at]) == ctx.folds[at]


def _names_doing(spot: Spot, k: int) -> bool:
    """Say whether a word is a noun of doing without article or pronoun («فتح مكتب», «بناء رصيف»)."""
    ctx, fold = spot.ctx, spot.ctx.folds[k]
    if owned(ctx, k) or ctx.covered[k] or k in ctx.starts:
        return False
    if fold in ctx.acts.sets["doing"] or fold in ctx.acts.sets["work"]:
        return True
    return any(f.kind == "masdar" for f in ctx.acts.forms.get(fold, ()))


def behind_stance(spot: Spot, at: int) -> int:
    """Return where the content begins behind a stance noun: at its first preposition."""
    ctx, stop = spot.ctx, spot.sentence.last
    if _takes_object(spot, at):
        return at + 1
    whose = any(n in ctx.acts.words["intents"] for n in noun_stems(ctx.folds[at])) and not owned(ctx, at)
    for k in range(at + 1, min(stop, at + 9)):
        fold = ctx.folds[k]
        if ctx.comma(k) and ctx.candidates[k] and fold[0] in ctx.conjunctions:
            return at  # «أبلغه قلق بلاده، ودعاه إلى …»: what he does next is no content
        if whose and k > at + 1 and not ctx.words[k].gap and _names_doing(spot, k):
            return k
        if spot.is_word(fold, "detached"):
            return k + 1 if k + 1 < stop else k
        if attached(spot, k) or spot.is_word(fold, "that") or spot.is_word(fold, "for_what"):
            return k
    return min(at + 1, stop)


_BEH = "\N{ARABIC LETTER BEH}"
