"""Is this act only the frame of another? «وذكر البيان أن الجانبين أكدا …» tells what the sides affirm."""

from __future__ import annotations

from collections.abc import Sequence

from mahdar.lexicon.fold import fold
from mahdar.reading.context import Context
from mahdar.reading.draft import Draft

__all__ = ["is_denied", "names_speaker", "only_frame", "says_again"]


def is_denied(ctx: Context, draft: Draft, earlier: Sequence[Draft]) -> bool:
    """Say whether an act is what somebody says was not done («نفت أنقرة أنها وافقت على …»)."""
    frame = next((d for d in reversed(earlier) if d.complement.marker == "that"), None)
    if frame is None or frame.spot.negated or draft.spot.i < frame.complement.start:
        return False
    joined = draft.spot.candidate.conjunction or draft.spot.candidate.form.kind == "participle"
    if joined and ctx.comma(draft.spot.i):
        return False
    return fold(frame.spot.head.word) in ctx.acts.words["denial"]


def names_speaker(ctx: Context, draft: Draft, earlier: Sequence[Draft]) -> bool:
    """Say whether a verb only tells who said the words before it («نرحب بالاتفاق»، قال الوزير)."""
    quote = ctx.quoted(draft.spot.sentence.first)
    if quote is None or draft.spot.head.frame != "report" or not earlier:
        return False
    first, behind = ctx.words_in(quote)
    beside = behind <= draft.spot.i < behind + _BESIDE
    return beside and first == draft.spot.sentence.first and earlier[0].begin - first <= 1


_BESIDE = 4
"""Words behind somebody's words within which the verb stands that tells who said them."""


def says_again(draft: Draft, earlier: Sequence[Draft]) -> bool:
    """Say whether «saying» only leads to the words of the verb before («صرح السفير قائلا: «…»»)."""
    spot = draft.spot
    if not earlier or spot.gap or spot.candidate.form.kind != "participle" or spot.head.frame != "report":
        return False
    verb = earlier[-1]
    same = verb.spot.head.frame == "report" and verb.subject.parties == draft.subject.parties
    return same and verb.complement.start == draft.complement.start


def only_frame(ctx: Context, draft: Draft, later: Sequence[Draft]) -> bool:
    """Say whether a frame only carries the act that heads its clause."""
    if _only_issues(draft, later) or _only_hastens(ctx, draft, later):
        return True
    reports = draft.complement.marker == "that" or draft.spot.head.frame == "report"
    if not reports or draft.act_class != "affirm" or draft.complement.rule != "head":
        return False
    # What a relative clause tells describes somebody in the clause, and does not head it.
    heads = (d for d in later if d.begin >= draft.complement.start and d.spot.relative < 0)
    inner = next(heads, None)
    return inner is not None and _carries(ctx, draft, inner)


def _only_hastens(ctx: Context, draft: Draft, later: Sequence[Draft]) -> bool:
    """Say whether a verb of hurrying only leads to what is said («سارعت بنما إلى الترحيب بـ …»)."""
    hastens = draft.spot.head.id in ctx.head_lists["does_to"]
    return hastens and any(d.spot.i == draft.complement.start for d in later[:1])


def _carries(ctx: Context, draft: Draft, inner: Draft) -> bool:
    """Say whether the clause of a frame is headed by the next act: a verb, or a light verb's noun."""
    light = ctx.light_before(inner.spot)
    if light is None and (inner.spot.candidate.form.kind == "masdar" or inner.spot.candidate.definite):
        return False
    if draft.spot.head.frame != "report" and not set(draft.subject.parties) <= set(inner.subject.parties):
        return False
    start = _told_from(ctx, draft, inner)
    if light is not None:
        return light - start <= 1
    if inner.begin - start <= (2 if inner.subject.rule != "remembered" else 1):
        return True
    start += draft.spot.is_word(ctx.folds[start], "that")
    opener = ctx.folds[start] if start < draft.spot.sentence.last else ""
    aside = draft.spot.is_word(opener, "aside") or draft.spot.is_word(opener, "detached")
    return aside and draft.spot.head.frame == "report" and bool(inner.spot.gap) and inner.begin - start <= 16


def _told_from(ctx: Context, draft: Draft, inner: Draft) -> int:
    """Return where what is told begins: in a text, behind «that» («جاء في بيان للوزارة أن …»)."""
    start = draft.complement.start
    if draft.spot.head.frame != "report" or draft.complement.marker != "preposition":
        return start
    near = range(start, min(start + _TEXT, inner.begin))
    return next((k + 1 for k in near if draft.spot.is_word(ctx.folds[k], "that")), start)


_TEXT = 16
"""Words that name a text and whose it is."""


def _only_issues(draft: Draft, later: Sequence[Draft]) -> bool:
    """Say whether a text is only issued to say what follows («أصدرا بياناً رحبا فيه»)."""
    if draft.act_class != "announce" or not later:
        return False
    inner = later[0].spot
    says = inner.is_word(inner.after, "resumptive") and not inner.opens_clause
    return says and inner.i - draft.complement.start <= 6
