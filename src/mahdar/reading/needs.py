"""What a head needs behind it to tell an act, and whether it is there."""

from __future__ import annotations

from mahdar.reading.asides import OPENERS
from mahdar.reading.conditions import attached, counted, matters, noun_stems, particle_of, singular
from mahdar.reading.spot import Spot

__all__ = [
    "also_particle",
    "class_alone",
    "names_source",
    "needs_words",
    "reports_here",
    "satisfied",
    "says_nothing",
]


def also_particle(spot: Spot) -> bool:
    """Say whether the word as written is also a preposition («بين»)."""
    return spot.is_word(spot.ctx.folds[spot.i], "detached")


def reports_here(spot: Spot, at: int) -> bool:
    """Say whether what is reported follows at once."""
    if at >= spot.sentence.last:
        return False
    if spot.is_word(spot.ctx.folds[at], "that") or not OPENERS.isdisjoint(spot.ctx.words[at].gap):
        return True
    # «وبين جلالته أهمية …»: behind its subject the word is no preposition.
    return at > spot.i + 1 and matters(spot, at)


def needs_words(spot: Spot) -> bool:
    """Say whether the head acts only with a complement."""
    return bool(spot.head.needs) or spot.head.frame in {"stance", "report"} or spot.head.act_class == "none"


def says_nothing(spot: Spot, act_class: str) -> bool:
    """Say whether something is only said to have been made known («وأعلنت بيرو أمس»)."""
    taken_up = spot.candidate.pronoun or spot.relative >= 0 or spot.candidate.form.passive
    return act_class == "announce" and spot.candidate.form.kind == "finite" and not taken_up


def class_alone(spot: Spot) -> str:
    """Return the class of a head with nothing behind it; nothing where its negation says nothing."""
    if not spot.negated:
        return spot.head.act_class
    return next((w.act_class for w in spot.head.whens if w.negated and not w.complement), "")


def satisfied(spot: Spot, at: int, preposition: str) -> bool:
    """Say whether what the head needs is there."""
    needs = spot.head.needs
    if spot.candidate.pronoun and _HIM in needs:
        return True
    if not needs or preposition in needs or _antecedent_needed(spot):
        return True
    if _opens_words(spot, at):
        return True
    if attached(spot, at) and particle_of(spot, at) in needs:
        return True
    number = spot.ctx.folds[at].isdigit() and spot.tense != "present"
    if number and spot.head.act_class in {"deed", "none"}:
        return True
    beside = at + 1 < spot.sentence.last and not spot.ctx.words[at + 1].gap.strip('"«»“”()')
    near = (*spot.ctx.folds[at : at + 1 + beside], spot.ctx.folds[counted(spot, at)])
    return any(n in needs for word in near for n in (*noun_stems(word), singular(word)))


def _opens_words(spot: Spot, at: int) -> bool:
    """Say whether somebody's own words follow a report that else wants a clause («وزاد: «…»»)."""
    clause = spot.head.frame == "report" and not spot.head.needs.isdisjoint(spot.ctx.acts.words["bare_that"])
    return clause and not OPENERS.isdisjoint(spot.ctx.words[at].gap)


_HIM = "\N{ARABIC LETTER HEH}"
"""In what a head needs: an object pronoun («أطلعه على …»)."""


def names_source(spot: Spot, at: int) -> bool:
    """Say whether «كما أعلنت الوزارة أمس» only says who had said it: nothing but a time follows."""
    if not spot.is_word(spot.before, "as"):
        return False
    return any(d.first <= at < d.last for d in spot.ctx.article.mentions.dates)


def _antecedent_needed(spot: Spot) -> bool:
    """Say whether what the head needs is what its relative clause speaks of («اتفاق تم التوصل إليه»)."""
    if spot.relative < 0 or not (spot.resumes or spot.candidate.form.passive):
        return False
    near = range(max(spot.sentence.first, spot.relative - 26), spot.relative)
    words = (spot.ctx.folds[k] for k in near if not spot.ctx.covered[k])
    return any(n in spot.head.needs for word in words for n in noun_stems(word))
