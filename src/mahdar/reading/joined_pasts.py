"""Does a joined word that is also a noun go on with the verb before it («أشاد بـ …، وقدم شكره لـ …»)?

«وقدم» is «and he offered» and «and a foot», «وطلب» «and he asked» and «and a request». What stands behind
tells: an indefinite accusative, which a noun takes for no complement; of verbs whose noun governs no such
thing (a foot, a face), an object that the lexicon gives the verb, or somebody to whom it is done.
"""

from __future__ import annotations

from mahdar.language.clitics import bare
from mahdar.reading.actors import actor_at
from mahdar.reading.clauses import is_peer
from mahdar.reading.conditions import noun_stems
from mahdar.reading.spot import Spot

__all__ = ["goes_on_joined"]


def goes_on_joined(spot: Spot) -> bool:
    """Say whether a joined past of «he» has its object right behind it, and he was told of before."""
    ctx, form, k = spot.ctx, spot.candidate.form, spot.i + 1
    past = (form.kind, form.tense, form.person, form.number, form.gender) == ("finite", "past", 3, "s", "m")
    if not past or form.passive or not spot.candidate.conjunction or spot.candidate.pronoun:
        return False
    if k >= spot.sentence.last or ctx.words[k].gap or not _told_before(spot):
        return False
    if any(spot.is_word(spot.after, words) for words in ("adverb", "detached", "that")):
        return False
    if _accusative(spot, k):
        return True
    if spot.head.id not in ctx.head_lists["joined_with_object"]:
        return False
    return _own_object(spot, k) or (ctx.comma(spot.i) and _done_to_somebody(spot, k))


def _told_before(spot: Spot) -> bool:
    """Say whether the sentence has told of a man's deed before, in a verb that is none of a name."""
    ctx, first = spot.ctx, spot.sentence.first
    if spot.is_word(ctx.folds[first], "main_verb"):
        return True
    return any(
        (c.form.kind, c.form.person, c.form.number, c.form.gender) == ("finite", 3, "s", "m")
        and not ctx.covered[k]
        for k in range(first, spot.i - 1)
        for c in ctx.candidates[k]
    )


def _accusative(spot: Spot, k: int) -> bool:
    """Say whether a word has the ending of an indefinite accusative, and is a noun that nothing describes."""
    ctx = spot.ctx
    if not ctx.words[k].text.endswith(_TANWIN) or bare(ctx.folds[k]) != ctx.folds[k]:
        return False
    return not any(c.form.kind == "participle" for c in ctx.candidates[k])


_TANWIN = (
    "\N{ARABIC FATHATAN}",
    "\N{ARABIC FATHATAN}\N{ARABIC LETTER ALEF}",
)
"""How an indefinite accusative ends where it is written in full."""


def _own_object(spot: Spot, k: int) -> bool:
    """Say whether a noun follows that the lexicon gives the verb for an object («وقدم شكره», «ووجه دعوة»)."""
    said = (when for when in spot.head.whens if when.act_class != "none")
    objects = spot.head.needs.union(*(when.complement for when in said)) - spot.head.prepositions
    return not objects.isdisjoint(noun_stems(spot.ctx.folds[k]))


def _done_to_somebody(spot: Spot, k: int) -> bool:
    """Say whether it is done to a counterpart or another party («وسلم نظيره رسالة», «وحذر إيران من …»)."""
    ctx = spot.ctx
    if is_peer(ctx, k):
        return True
    actor = actor_at(ctx, k, spot.sentence.last)
    if actor is None or actor.first != k or actor.last >= spot.sentence.last or ctx.words[actor.last].gap:
        return False
    return bool(actor.parties) and ctx.folds[actor.last] in spot.head.prepositions
