"""The others of an act: with whom something is discussed or signed, for whom somebody signs."""

from __future__ import annotations

from dataclasses import replace

from mahdar.model.units import PartyCode
from mahdar.reading.actors import actor_at
from mahdar.reading.complement import noun_stems
from mahdar.reading.conditions import agrees_with
from mahdar.reading.context import Context
from mahdar.reading.memory import Memory, Subject
from mahdar.reading.spot import Spot
from mahdar.reading.styles import is_style
from mahdar.reading.topics import met_at

__all__ = ["both_signers", "for_whom", "with_others", "with_talked_to"]


def with_others(spot: Spot, memory: Memory, subject: Subject) -> Subject:
    """Add the others that the clause names: the partner of a talk, those for whom others signed.

    Who says «we» speaks for his own side unless he names with whom he talked, and what will be done binds the
    one who will do it.
    """
    if spot.tense == "future":
        return subject
    if spot.candidate.form.person == 1:
        talked = spot.tense == "past" and spot.head.id in spot.ctx.head_lists["joint"]
        return replace(_with_partner(spot, subject), speaker=subject.speaker) if talked else subject
    if spot.is_word(spot.after, "with_him") and spot.head.act_class == "discuss":
        met = memory.met if set(subject.parties) < set(memory.met) else _spoken_to(spot, subject)
        return replace(subject, parties=met) if met else subject
    if spot.head.act_class == "sign":
        subject = for_whom(spot, _with_partner(spot, subject))
    if agrees_with(spot, max(subject.last, spot.i + 1)):
        return _with_partner(spot, subject)
    if spot.head.act_class != "discuss":
        return subject
    return (
        replace(subject, parties=memory.met)
        if _with_style(spot, subject, memory)
        else _with_partner(spot, subject)
    )


def _with_style(spot: Spot, subject: Subject, memory: Memory) -> bool:
    """Say whether somebody talked with whom only a style names («بحث مع معاليه …»): the other who met."""
    k = max(subject.last, spot.i + 1)
    beside = k + 1 < spot.sentence.last and spot.is_word(spot.ctx.folds[k], "with")
    return beside and is_style(spot.ctx, k + 1) and set(subject.parties) < set(memory.met)


def with_talked_to(spot: Spot, subject: Subject) -> Subject:
    """Add with whom somebody talked where only the complement says that he did («أجرى مباحثات مع نظيره»)."""
    told = spot.tense != "future" and spot.candidate.form.person == _THIRD
    return _with_partner(spot, subject) if told else subject


_THIRD = 3


def _spoken_to(spot: Spot, subject: Subject) -> tuple[PartyCode, ...]:
    """Return the subject's party and that of the person named last before («اتصل بنظيره، وبحث معه»)."""
    before = spot.ctx.bearers_in(spot.sentence.first, spot.i)
    party = next((b.party for b in reversed(before) if b.party), None)
    alone = len(subject.parties) == 1 and party is not None and party not in subject.parties
    return tuple(sorted((*subject.parties, party))) if alone and party else ()


def both_signers(spot: Spot, subject: Subject) -> Subject:
    """Take the pair where two people sign and the text says only for whom one of them does."""
    pair = spot.ctx.pair
    if len(subject.people) < 2 or len(subject.parties) != 1 or subject.parties[0] not in pair:
        return subject
    return replace(subject, parties=pair)


def _with_partner(spot: Spot, subject: Subject) -> Subject:
    """Add whom something is signed or discussed with («وقعت قطر مع تركيا», «بحث مع نظيره التركي»)."""
    ctx, start = spot.ctx, max(subject.last, spot.i + 1)
    if len(subject.parties) != 1 or (subject.rule == "beside_masdar" and spot.head.act_class != "sign"):
        return subject
    k = next((k for k in range(start, min(start + _BESIDE, spot.sentence.last)) if _parts(spot, k)), None)
    if k is None or not spot.is_word(ctx.folds[k], "with"):
        return _with_met(spot, subject)
    actor = actor_at(ctx, k + 1, spot.sentence.last)
    partners = actor.parties if actor is not None else ()
    if spot.head.act_class in _DEALS or _mere_circumstances(ctx, start, k):
        near = (
            m for m in ctx.parties_in(k + 1, k + 5) if not (m.form == "capital" and ctx.governed(m.first))
        )
        partners = partners or tuple(m.code for m in near)[:1]
    elif actor is None or not (actor.people or actor.titled) or _noun_of_dealing(spot, k - 1):
        return subject
    if not partners or set(partners) <= set(subject.parties):
        return subject
    speaker = None if spot.head.act_class in _DEALS else subject.speaker
    return replace(subject, parties=tuple(sorted({*subject.parties, *partners})), speaker=speaker)


_DEALS = frozenset({"commit", "sign"})
"""Classes of what two do together by the word: signing, agreeing."""


def _with_met(spot: Spot, subject: Subject) -> Subject:
    """Add whom somebody met while he talked («بحث الوزير، خلال لقائه السفير التركي، سبل …»)."""
    ctx = spot.ctx
    if spot.head.act_class == "sign" or spot.candidate.form.kind == "masdar":
        return subject
    reach = range(spot.sentence.first, min(spot.i + _MET, spot.sentence.last - 1))
    led = (k for k in reach if ctx.folds[k] in ctx.acts.words["while_meeting"])
    guest = next((g for k in led if (g := met_at(ctx, k + 1, spot.sentence.last)) is not None), None)
    if guest is None or len(guest.parties) != 1 or guest.parties == subject.parties:
        return subject
    return replace(subject, parties=tuple(sorted({*subject.parties, *guest.parties})))


_MET = 16
"""Words behind a verb within which the meeting is told that its talk was held at."""
_BESIDE = 9
"""How far behind verb and subject a partner may stand («بحث في الرباط أمس مع نظيره»)."""


def _mere_circumstances(ctx: Context, first: int, last: int) -> bool:
    """Say whether only times, places and adverbs stand between two words («في الرباط أمس»)."""
    mentions = ctx.article.mentions
    spans = [(m.first, m.last) for m in mentions.dates]
    spans += [(m.first, m.last) for m in mentions.places]
    spans += [(m.first, m.last) for m in mentions.parties]
    named = {k for begin, end in spans if end > first and begin < last for k in range(begin, end)}
    small = ctx.acts.words["adverb"] | ctx.acts.words["location"]
    return all(k in named or ctx.folds[k] in small for k in range(first, last))


def _noun_of_dealing(spot: Spot, k: int) -> bool:
    """Say whether «مع» belongs to the noun before it («التعاون مع»), not to the talk («مباحثات مع»)."""
    ctx, nouns = spot.ctx, noun_stems(spot.ctx.folds[k])
    if any(n in ctx.acts.words["encounter"] for n in nouns):
        return False
    masdar = any(c.form.kind == "masdar" for c in ctx.candidates[k])
    return masdar or any(n in ctx.acts.sets["topic"] for n in nouns)


def _parts(spot: Spot, k: int) -> bool:
    """Say whether a word ends the search for a partner: «مع» itself, or another clause."""
    fold = spot.ctx.folds[k]
    verb = any(c.form.kind == "finite" and not c.form.passive for c in spot.ctx.candidates[k])
    return any(spot.is_word(fold, words) for words in ("with", "that", "relative")) or (
        verb and bool(spot.ctx.words[k].gap)
    )


def _clause_end(spot: Spot) -> int:
    """Return where the clause of a signing ends at the latest: before «فيما» and its like."""
    ctx, stop = spot.ctx, spot.sentence.last - 1
    return next((k for k in range(spot.i + 1, stop) if spot.is_word(ctx.folds[k], "meanwhile")), stop)


def for_whom(spot: Spot, subject: Subject) -> Subject:
    """Add those for whom something is signed: «وقعها عن الجانب المالطي …، وعن الجانب النرويجي …»."""
    ctx = spot.ctx
    found = {
        actor.parties[0]
        for k in range(spot.i + 1, _clause_end(spot))
        if spot.is_word(ctx.folds[k], "on_behalf")
        and (actor := actor_at(ctx, k + 1, spot.sentence.last)) is not None
        and actor.first == k + 1
        and len(actor.parties) == 1
    }
    parties = {*subject.parties, *found}
    if not found or parties == set(subject.parties):
        return subject
    return replace(subject, parties=tuple(sorted(parties)), speaker=None)
