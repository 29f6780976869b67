"""What somebody is said to have done, whatever it is: a deed of a party in a main clause takes any object."""

from __future__ import annotations

from mahdar.lexicon.fold import fold
from mahdar.reading.asides import past_between
from mahdar.reading.complement import Complement, noun_stems
from mahdar.reading.conditions import numbered
from mahdar.reading.memory import Subject
from mahdar.reading.spot import Spot

__all__ = ["whatever_was_done"]


def whatever_was_done(spot: Spot, subject: Subject, at: int) -> Complement | None:
    """Take any object of a deed that a party is said to have done in a main clause («أوقفت أنشطتها»).

    A headline tells what was done in the present («تركيا تفتح معبراً»), whoever speaks what he respects or
    understands («نحترم هذا القرار»).
    """
    spoken = spot.head.act_class in _ANYTHING and spot.head.frame == "act" and not spot.head.homograph
    if not (spot.head.act_class == "deed" or spoken) or not _told(spot) or not _done_by(spot, subject):
        return None
    begun, at = at, past_between(spot, at)
    if at >= spot.sentence.last:
        return None
    if at > begun and any(c.form.kind != "masdar" for c in spot.ctx.candidates[at]):
        at = begun
    if fold(spot.head.word) in spot.ctx.acts.words["own_object"] and not numbered(spot, at):
        return None
    if subject.rule not in _TOUCHING and not (subject.rule == "first_person" or _object(spot, at, begun)):
        return None
    behind = spot.ctx.folds[at]
    parted = at == begun and bool(spot.ctx.words[at].gap)
    led = parted or any(spot.is_word(behind, words) for words in ("detached", "that"))
    if led or _of_meeting(spot, at):
        return None
    return Complement(spot.head.act_class, at, "noun", "any")


_ANYTHING = frozenset({"affirm", "discuss"})
"""Classes that, besides deeds, may have any object where the verb can be nothing else."""
_TOUCHING = frozenset({"after_verb", "before_verb", "own_organ"})
"""Rules that find a subject written beside its verb."""
_BODY = "ORG:"
"""Prefix of the codes of agencies and companies: what they do all day is no deed between states."""


def _done_by(spot: Spot, subject: Subject) -> bool:
    """Say whether a subject is somebody whose deed it can be, in a main clause."""
    if spot.relative >= 0 or not subject.parties or any(p[:4] == _BODY for p in subject.parties):
        return False
    return subject.rule in _TOUCHING or _goes_on(spot, subject)


def _told(spot: Spot) -> bool:
    """Say whether a verb tells what was done: not what is done, but in a headline or by whoever speaks."""
    form = spot.candidate.form
    if form.kind != "finite" or form.passive:
        return False
    if form.person == 1:
        inside = bool(spot.candidate.conjunction) and not spot.gap  # «كي أرتاح وأحترم المبادئ»
        own = spot.head.act_class == "affirm" and spot.tense == "present" and not inside
        # «سنستأنف الحركة»: what somebody says that he will do.
        return own or (spot.head.act_class == "deed" and (form.tense == "past" or spot.candidate.future))
    if form.person != 3 or spot.candidate.pronoun:
        return False
    return form.tense == "past" or (spot.sentence.block == "title" and spot.tense == "present")


def _goes_on(spot: Spot, subject: Subject) -> bool:
    """Say whether whoever speaks did it, or a joined past goes on with the subject of its sentence."""
    if subject.rule == "first_person":
        return True
    joined = bool(spot.candidate.conjunction) and spot.candidate.form.person == 3
    return joined and subject.rule == "remembered" and subject.sentence == spot.sentence.first


def _object(spot: Spot, at: int, begun: int) -> bool:
    """Say whether a word can only be an object: in the accusative, or behind to whom or when it was done."""
    word = spot.ctx.words[at].text
    return word.endswith(_ACCUSATIVE) or numbered(spot, at) or (at > begun and word.endswith(_TAA_MARBUTA))


_ACCUSATIVE = ("\N{ARABIC LETTER ALEF}", "\N{ARABIC FATHATAN}")
_TAA_MARBUTA = "\N{ARABIC LETTER TEH MARBUTA}"


def _of_meeting(spot: Spot, at: int) -> bool:
    """Say whether what is done is done to a meeting, and no deed («أنهت مالطا وقبرص جولة الحوار»)."""
    near = spot.ctx.folds[at : min(at + 2, spot.sentence.last)]
    return any(n in spot.ctx.acts.words["encounter"] for word in near for n in noun_stems(word))
