"""Drafts of acts → entries: content, tracks, target, due date, confidence.

Source: lexicon/data/ar/acts.toml, ar/reading.toml
"""

from __future__ import annotations

from collections.abc import Sequence

from mahdar.model.entries import Act
from mahdar.reading.circumstances import ended
from mahdar.reading.complement import noun_stems
from mahdar.reading.content import behind_addressee, content_end, span_of
from mahdar.reading.context import Context
from mahdar.reading.draft import Draft, SentenceDrafts
from mahdar.reading.due import due_of
from mahdar.reading.further_stances import begin_of
from mahdar.reading.homographs import on_it
from mahdar.reading.spot import Spot
from mahdar.reading.targets import target_of
from mahdar.reading.tracks import tracks_of
from mahdar.reading.under_colon import first_item

__all__ = ["read_acts"]


def read_acts(ctx: Context, drafted: Sequence[SentenceDrafts]) -> tuple[Act, ...]:
    """Make entries of the drafts of an article. Order: by trigger."""
    return tuple(_act(ctx, draft, found.drafts) for found in drafted for draft in found.kept)


def _act(ctx: Context, draft: Draft, drafts: Sequence[Draft]) -> Act:
    """Make the entry of a draft."""
    spot, subject = draft.spot, draft.subject
    start, end = _content(ctx, draft, drafts)
    i = draft.trigger
    trigger = span_of(ctx, i, i + 1)
    content = span_of(ctx, start, end) if end > start else None
    # A negation belongs to what an act rests on: «لا تنوي» without it says the opposite.
    said = span_of(ctx, i - (spot.negated and i == spot.i), i + 1)
    hull = (min(said.start, content.start), max(said.end, content.end)) if content else (said.start, said.end)
    evidence = ctx.article.document.evidence
    return Act(
        evidence=(evidence(*hull), evidence(trigger.start, trigger.end)),
        reader=f"act.{spot.candidate.form.kind}.{subject.rule}.{draft.complement.rule} {spot.head.id}",
        act_class=draft.act_class,
        trigger=trigger,
        actors=subject.parties,
        speaker=subject.speaker,
        content=content,
        target=target_of(draft, (start, end), _earlier(draft, drafts)),
        tracks=tracks_of(ctx, start, end, subject.parties, spot.sentence),
        due=due_of(draft, start, end),
        quoted=ctx.in_own_words(i),
    )


def _earlier(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Return the act told right before one in its sentence."""
    return next((d for d in reversed(drafts) if d.spot.i < draft.spot.i), None)


def _content(ctx: Context, draft: Draft, drafts: Sequence[Draft]) -> tuple[int, int]:
    """Return first and last word of the content; empty where nothing is said."""
    spot, start = draft.spot, max(draft.complement.start, draft.word + 1)
    matter = [d for d in drafts if d.spot.i < spot.i][-1:] if on_it(spot) else []
    antecedent = max(matter[0].complement.start, matter[0].word + 1) if matter else _antecedent(ctx, spot)
    if antecedent is not None:
        return antecedent, spot.relative - on_it(spot) if spot.relative > antecedent else spot.i
    if start >= spot.sentence.last:
        item = first_item(spot) if draft.complement.start >= spot.sentence.last else None
        return (item.first + ctx.folds[item.first].isdigit(), item.last) if item else (start, start)
    if draft.act_class == "call" and draft.complement.called < 0:
        start = behind_addressee(spot, start)
    cuts = {_clause_of(ctx, d, spot.i) for d in drafts if d is not draft and _cuts(d, draft)}
    cuts |= {begin_of(ctx, d.word) for d in drafts if d.spot is spot and d.word > draft.trigger}
    told = draft.complement.marker == "that"
    end = content_end(spot, start, cuts, told=told)
    return start, min(end, draft.subject.end) if draft.subject.end > start else end


def _cuts(other: Draft, draft: Draft) -> bool:
    """Say whether another act ends this one's content: a clause of its own, not one inside the content."""
    spot = other.spot
    if spot.i <= draft.spot.i:
        return False
    if spot.candidate.form.kind == "masdar":
        light = spot.ctx.light_before(spot)
        own = light is not None and light > draft.spot.i and _opens_own(spot, light)
        return own or (bool(spot.candidate.conjunction) and light is not None)
    if spot.relative >= 0:
        return _joined(spot.ctx, spot.relative) or on_it(spot)
    if spot.candidate.definite:
        return False
    if spot.candidate.form.kind == "participle":
        told = spot.ctx.folds[spot.i].endswith(_ALEF) or other.act_class == "affirm"
        if told or ended(spot, spot.i - 1):
            return True
    return spot.opens_clause or other.begin < spot.i or bool(spot.gap)


_ALEF = "\N{ARABIC LETTER ALEF}"
"""Ending of a participle that tells how something was said («مشيرا»)."""


def _clause_of(ctx: Context, draft: Draft, after: int) -> int:
    """Return the first word of an act's clause behind a word, a joined relative or a light verb included."""
    relative = draft.spot.relative
    if on_it(draft.spot):
        return relative - 1
    light = ctx.light_before(draft.spot) if draft.spot.candidate.form.kind == "masdar" else None
    if light is not None and after < light and _opens_own(draft.spot, light):
        return light
    return relative if relative >= 0 and _joined(ctx, relative) else draft.begin


def _opens_own(spot: Spot, light: int) -> bool:
    """Say whether a light verb opens a clause of its own («، كما جرى بحث …»), no relative one."""
    ctx = spot.ctx
    if spot.relative >= 0 or spot.candidate.conjunction or light <= spot.sentence.first:
        return False
    joined = ctx.comma(light) or ctx.folds[light][0] in ctx.conjunctions
    return joined or ctx.folds[light - 1] in ctx.acts.words["and_also"]


def _joined(ctx: Context, k: int) -> bool:
    """Say whether a word begins with a conjunction."""
    return ctx.folds[k][0] in ctx.conjunctions


def _antecedent(ctx: Context, spot: Spot) -> int | None:
    """Return where the noun begins that a relative clause of signing speaks of («الاتفاق الذي أبرمته …»)."""
    relative = spot.relative >= 0 or (spot.candidate.definite and spot.candidate.form.kind == "participle")
    concludes = spot.head.act_class in {"sign", "announce"}
    if not (relative or (spot.candidate.pronoun and concludes)) or (spot.relative >= 0 and not spot.resumes):
        return None
    end = spot.relative - on_it(spot) if spot.relative >= 0 else spot.i
    reach = range(end - 1, max(spot.sentence.first, end - 26) - 1, -1)
    if concludes:
        named = next((k for k in reach if set(noun_stems(ctx.folds[k])) & ctx.acts.sets["instrument"]), None)
        if named is not None:
            return _whole_name(ctx, spot, named)
    return _phrase_before(ctx, spot, end) if spot.relative >= 0 else None


def _whole_name(ctx: Context, spot: Spot, at: int) -> int:
    """Step back to where a text's name begins («مذكرة التفاهم», «الاتفاق الإطاري»)."""
    nouns = ctx.acts.sets["instrument"]
    while (
        at > spot.sentence.first
        and not ctx.words[at].gap
        and nouns.intersection(noun_stems(ctx.folds[at - 1]))
    ):
        at -= 1
    return at


def _phrase_before(ctx: Context, spot: Spot, end: int) -> int | None:
    """Return where the noun phrase before a relative word begins: behind a comma, verb or preposition."""
    at = end
    while at > max(spot.sentence.first, end - 9):
        word = ctx.folds[at - 1]
        if any(c.form.kind == "finite" for c in ctx.candidates[at - 1]) or spot.is_word(word, "that"):
            break
        if (ctx.words[at].gap and (at < end or not on_it(spot))) or spot.is_word(word, "detached"):
            break
        at -= 1
    return at if at < end else None
