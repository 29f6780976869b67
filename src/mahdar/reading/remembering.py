"""What a sentence lets its article remember: who met, who did something, of whom it tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from mahdar.model.entries import Meeting
from mahdar.model.prose import Sentence
from mahdar.model.units import PartyCode
from mahdar.reading.actors import actor_at
from mahdar.reading.context import Context
from mahdar.reading.memory import Memory
from mahdar.reading.opening_actor import opens_list
from mahdar.reading.resolving import resolved
from mahdar.reading.topics import (
    behind_main_verb,
    guest_of,
    leaders_of,
    met_by_writer,
    parties_between,
    sides_met,
    topic_of,
)

__all__ = [
    "met_here",
    "remember_doer",
    "remember_guest",
    "remember_meeting",
    "remember_opener",
    "remember_topic",
    "short_mentions",
]


def short_mentions(ctx: Context, meetings: Sequence[Meeting]) -> dict[int, tuple[PartyCode, ...]]:
    """Return the sides of a meeting of two states by each word that means it alone («الاتصال», «اللقاء»)."""
    held = (m for m in meetings if m.status == "held" and len(m.parties) == _TWO)
    found: dict[int, tuple[PartyCode, ...]] = {}
    for meeting in (m for m in held if ctx.states.issuperset(m.parties)):
        for first, last in (ctx.words_in(e) for e in meeting.evidence):
            if last == first + 1:
                found[first] = meeting.parties
    return found


_TWO = 2


def met_here(told: Mapping[int, tuple[PartyCode, ...]], sentence: Sentence) -> tuple[PartyCode, ...]:
    """Return the sides of the meeting that a sentence names by one word; nothing for no such meeting."""
    return next((told[k] for k in range(sentence.first, sentence.last) if k in told), ()) if told else ()


def remember_meeting(ctx: Context, sentence: Sentence, memory: Memory) -> None:
    """Remember who met: «الجانبان» and «اللقاء» mean them."""
    sides = [resolved(ctx, sentence, a, memory, ("met", a.last, a.first)) for a in sides_met(ctx, sentence)]
    parties = {code for side in sides for code in side.parties}
    met = (
        tuple(sorted(parties))
        if len(sides) == 2 and len(parties) == 2
        else parties_between(ctx, sentence, "encounter")
    )
    met = met or met_by_writer(ctx, sentence)
    leaders = leaders_of(ctx, sentence)
    memory.parted = parties_between(ctx, sentence, "quarrel") or (() if met or leaders else memory.parted)
    memory.met = () if leaders else met or memory.met
    memory.gathered = leaders or memory.gathered


def remember_guest(ctx: Context, sentence: Sentence, memory: Memory) -> None:
    """Remember that whoever this sentence tells of met the one whom it names («عقب لقائه نظيره …»)."""
    last = memory.recent[-1] if memory.recent else None
    if last is None or last.sentence != sentence.first or len(last.parties) != 1:
        return
    guest = guest_of(ctx, sentence)
    if guest is None:
        return
    side = resolved(ctx, sentence, guest, memory, ("met", guest.last, guest.first))
    if len(side.parties) == 1 and side.parties != last.parties:
        memory.met = tuple(sorted({*side.parties, *last.parties}))


def remember_topic(ctx: Context, sentence: Sentence, memory: Memory) -> None:
    """Remember of whom a sentence without acts tells: the next one may go on with him."""
    actor = topic_of(ctx, sentence.first, sentence.last)
    if actor is None or not behind_main_verb(ctx, sentence.first, actor):
        return
    verb = next((c.form for c in ctx.candidates[actor.first - 1] if c.form.kind == "finite"), None)
    subject = resolved(ctx, sentence, actor, memory, ("topic", actor.last, actor.first))
    if subject.parties or subject.people:
        gender = verb.gender if verb is not None and verb.number == "s" else ""
        memory.keep(replace(subject, sentence=sentence.first, gender=gender))


def remember_doer(ctx: Context, sentence: Sentence, memory: Memory) -> None:
    """Remember of whom a sentence tells first («وأدلى السفير بتصريح قال فيه …», «كما أجرى الوزير …»)."""
    first = sentence.first
    first += ctx.folds[first] in ctx.acts.words["and_also"]
    if first + 1 >= sentence.last:
        return  # nobody stands behind a word
    says = any(ctx.acts.heads[c.form.head].act_class not in _DOES for c in ctx.candidates[first])
    if says or first + 1 not in ctx.starts:
        return
    actor = actor_at(ctx, first + 1, sentence.last)
    if actor is None or not (actor.people or actor.titled) or not behind_main_verb(ctx, first, actor):
        return
    subject = resolved(ctx, sentence, actor, memory, ("topic", actor.last, first))
    if subject.parties or subject.people:
        gender = "f" if ctx.folds[first].endswith(_SHE_DID) else "m"
        memory.keep(replace(subject, sentence=first, gender=gender))


_DOES = frozenset({"deed", "none"})
_SHE_DID = "\N{ARABIC LETTER TEH}"


def remember_opener(ctx: Context, sentence: Sentence, memory: Memory) -> None:
    """Remember who opens a declaration, before the verbs of its list («إن رؤساء مالي والنيجر، …:»)."""
    actor = opens_list(ctx, sentence)
    if actor is not None:
        subject = resolved(ctx, sentence, actor, memory, ("topic", actor.last, actor.first))
        memory.keep(replace(subject, sentence=sentence.first))
