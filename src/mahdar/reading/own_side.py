"""Acts of his own side that a named person tells: he is their speaker («قال فلان إن بلاده ملتزمة»)."""

from __future__ import annotations

from dataclasses import replace

from mahdar.model.units import PartyCode
from mahdar.reading.context import Context
from mahdar.reading.draft import Draft
from mahdar.reading.memory import Memory, Subject
from mahdar.reading.objects import single

__all__ = ["with_speakers"]


def with_speakers(ctx: Context, drafts: list[Draft], memory: Memory) -> list[Draft]:
    """Give acts that a named person tells of his own side their speaker («قال X إن واشنطن ملتزمة»)."""
    voice: Subject | None = None
    speaks = _speaks_on(ctx, drafts, memory)
    found: list[Draft] = []
    for draft in drafts:
        subject = draft.subject
        silent = subject.speaker or subject.people or draft.act_class == "deed"
        holder, party = _holder_at(ctx, draft.spot.i)
        if holder and not silent:
            subject = replace(subject, speaker=holder if party in subject.parties else None)
        elif speaks is not None and not silent and _in_quotation_of(ctx, speaks, draft):
            subject = replace(subject, speaker=speaks.speaker)
        elif voice is not None and not silent and len(subject.parties) == 1:
            own = subject.parties == voice.parties and draft.spot.i < voice.last and not _hers(draft)
            subject = replace(subject, speaker=voice.speaker if own else None)
        if draft.complement.marker == "that" and draft.subject.speaker:
            voice = replace(draft.subject, last=draft.complement.start + 12)
        if _tells(ctx, draft):
            speaks = draft.subject
        found.append(draft if subject is draft.subject else replace(draft, subject=subject))
    return found


def _tells(ctx: Context, draft: Draft) -> bool:
    """Say whether an act is somebody's saying, told by the reporter: what stands between marks is his."""
    says = draft.spot.head.frame in {"report", "stance"} or draft.act_class == "affirm"
    return says and draft.spot.candidate.form.kind != "masdar" and ctx.quoted(draft.spot.i) is None


def _speaks_on(ctx: Context, drafts: list[Draft], memory: Memory) -> Subject | None:
    """Return who speaks on in a sentence that begins inside his quotation."""
    first = drafts[0].spot.sentence.first if drafts else 0
    quote = ctx.quoted(first) if drafts else None
    if quote is None or ctx.words_in(quote)[0] == first or memory.of_unknown:
        return None
    name = memory.speaker
    party = memory.speakers.get(name) if name is not None else None
    return Subject((party,), name, "first_person", first, first) if party else None


def _in_quotation_of(ctx: Context, speaks: Subject, draft: Draft) -> bool:
    """Say whether an act of his own side stands in the quotation of whoever speaks («مصر لن تدخر جهدا»)."""
    quote = ctx.quoted(draft.spot.i)
    own = bool(speaks.speaker) and len(speaks.parties) == 1 and draft.subject.parties == speaks.parties
    return own and quote is not None and len(range(*ctx.words_in(quote))) >= _WORDS


_WORDS = 4
"""Words of a quotation at least; fewer are a name or a term."""


def _holder_at(ctx: Context, i: int) -> tuple[str | None, PartyCode | None]:
    """Return in whose own words a word stands by an interview or a label, and for whom he speaks."""
    label = ctx.label_at(i)
    if label is not None:
        return label.actor.speaker, next(iter(label.actor.parties), None)
    if not ctx.holder or not ctx.in_own_words(i):
        return None, None
    return ctx.holder, ctx.party_of(ctx.holder) or ctx.holder_party


def _hers(draft: Draft) -> bool:
    """Say whether a form without a subject beside it means a ministry or a state, not the man who speaks."""
    return (
        draft.subject.rule == "remembered" and single(draft.spot) and draft.spot.candidate.form.gender == "f"
    )
