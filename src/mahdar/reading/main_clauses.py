"""Subjects of main verbs that are no acts: «استقبل الوزير …، وقال إن», «وهنأ الأمير الملك، مثمناً …»."""

from __future__ import annotations

from mahdar.reading.actors import Actor
from mahdar.reading.going_on import stranger
from mahdar.reading.memory import Memory, Subject
from mahdar.reading.objects import single
from mahdar.reading.resolving import resolved
from mahdar.reading.spot import Spot
from mahdar.reading.topics import behind_main_verb, clause_subject, topic_of

__all__ = ["clause_before", "head_of_sentence"]


def head_of_sentence(spot: Spot, memory: Memory) -> Subject | None:
    """«ووصل الوزير …، مستذكراً …», «واستقبل الوزير …، وقال إن»: the subject of a main verb that is no act."""
    last = memory.recent[-1] if memory.recent else None
    form = spot.candidate.form
    joined = form.kind == "finite" and bool(spot.candidate.conjunction or spot.candidate.preposition)
    if not joined and (form.kind != "participle" or spot.candidate.definite):
        return None
    if last is not None and last.sentence == spot.sentence.first:
        return None
    found = topic_of(spot.ctx, spot.sentence.first, spot.i)
    if not joined:
        found = clause_subject(spot.ctx, spot.sentence.first, spot.i) or found
    if found is None or (not joined and not _may_go_on(spot, found)):
        return None
    if not joined:
        return resolved(spot.ctx, spot.sentence, found, memory, ("head_of_sentence", spot.i + 1, spot.i))
    talked = spot.head.act_class == "discuss" and spot.is_word(spot.after, "with_him")
    if form.number == "s" and not talked and (stranger(spot) or not _leads_clause(spot, found)):
        return None
    subject = resolved(spot.ctx, spot.sentence, found, memory, ("head_of_sentence", spot.i + 1, spot.i))
    fits = (len(subject.parties) > 1) == (form.number == "d")
    return subject if fits and not (form.gender == "f" and subject.speaker) else None


def _may_go_on(spot: Spot, actor: Actor) -> bool:
    """Say whether a participle can be an actor's: he leads, or is a ministry; in number they agree."""
    leads = actor.first <= spot.sentence.first + _NEAR_THE_START or _leads_clause(spot, actor)
    named = spot.ctx.at.parties.get(actor.first)
    return (leads or (named is not None and named.form == "ministry")) and (
        spot.candidate.form.number == "s" or actor.plural or len(actor.parties) > 1
    )


_NEAR_THE_START = 4
"""Words before a subject whose verb no list has («وبحكمته المعهودة طوى الوزير …»)."""


def _leads_clause(spot: Spot, actor: Actor) -> bool:
    """Say whether an actor heads its sentence: first of a headline, or behind the main verb."""
    if spot.sentence.block == "title" and actor.first == spot.sentence.first:
        return True
    return behind_main_verb(spot.ctx, spot.sentence.first, actor)


def clause_before(spot: Spot, memory: Memory) -> Subject | None:
    """«وهنأ رئيس الوزراء السلطان، وثمّن …»: the subject of the clause before, whose verb is no act.

    A participle is his where another's act stands before that clause («أكدا …، وهنأ الأمير الملك، مثمناً …»).
    """
    form = spot.candidate.form
    joined = form.kind == "finite" and bool(spot.candidate.conjunction) and single(spot) and not form.passive
    last = memory.recent[-1] if memory.recent else None
    told = form.kind == "participle" and form.number == "s" and not spot.candidate.definite
    told = told and last is not None and last.sentence == spot.sentence.first
    if not (joined or told) or (joined and stranger(spot)) or spot.relative >= 0:
        return None
    actor = clause_subject(spot.ctx, spot.sentence.first, spot.i)
    if told and actor is not None and not _told_by_main_verb(spot, actor):
        return None
    if actor is None or actor.plural or not (actor.people or actor.titled or actor.parties):
        return None
    if last is not None and last.sentence == spot.sentence.first and last.first >= actor.first - 1:
        return None
    found = resolved(spot.ctx, spot.sentence, actor, memory, ("clause_before", spot.i + 1, spot.i))
    return found if len(found.parties) == 1 and not (form.gender == "f" and found.speaker) else None


def _told_by_main_verb(spot: Spot, actor: Actor) -> bool:
    """Say whether one of the listed main verbs stands right before an actor («، وهنأ الأمير …»)."""
    verbs, word = spot.ctx.acts.words["main_verb"], spot.ctx.folds[actor.first - 1]
    return word in verbs or word[1:] in verbs
