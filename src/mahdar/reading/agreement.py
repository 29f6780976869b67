"""Why an actor right before a verb is not its subject: number, gender, a pronoun, another verb's subject."""

from __future__ import annotations

from mahdar.reading.actors import Actor
from mahdar.reading.spot import Spot

__all__ = ["misfit"]


def misfit(spot: Spot, actor: Actor, start: int) -> bool:
    """Say whether an actor that stands right before a verb cannot be its subject.

    Args:
        spot: the verb.
        actor: who stands before it.
        start: his first word.
    """
    if _one_for_two(spot, actor) or _he_for_her(spot, actor):
        return True
    return _denies(spot, start) or _taken_up(spot)


def _one_for_two(spot: Spot, actor: Actor) -> bool:
    """Say whether one alone stands before a dual: «دفعت الدولة ثمنا» tells a price, no thanks of two."""
    one = len(actor.parties) + len(actor.people) <= 1 and not actor.plural
    return spot.candidate.form.number == "d" and one


def _denies(spot: Spot, start: int) -> bool:
    """Say whether the actor is the subject of a negated verb before: «لم يؤكد الوزير تسلم الرسالة»."""
    ctx, verb = spot.ctx, start - 1
    if verb <= spot.sentence.first or ctx.words[start].gap or not ctx.candidates[verb]:
        return False
    return spot.candidate.form.tense == "past" and spot.is_word(ctx.folds[verb - 1], "negation")


def _he_for_her(spot: Spot, actor: Actor) -> bool:
    """Say whether a man stands before a feminine verb: «لم يؤكد الوزير تسلم الرسالة» tells no deed of his."""
    form, ctx = spot.candidate.form, spot.ctx
    office = ctx.at.offices.get(actor.first)
    if office is None or form.kind != "finite" or form.gender != "f" or form.number != "s" or form.passive:
        return False
    return actor.last == spot.i and not ctx.words[office.first].text.endswith(_TAA_MARBUTA)


def _taken_up(spot: Spot) -> bool:
    """Say whether a pronoun takes the antecedent up: another does it («النظام الذي يتهمه حلفاؤه»)."""
    if spot.relative < 0:
        return False
    if spot.candidate.pronoun:
        return True
    her = spot.ctx.folds[spot.relative].endswith(_WHO_SHE)
    near = spot.ctx.folds[spot.i + 1 : min(spot.i + 3, spot.sentence.last)]
    return any(spot.is_word(w, "resumptive") and w.endswith(_HER) == her for w in near)


_WHO_SHE = "\N{ARABIC LETTER TEH}\N{ARABIC LETTER YEH}"
"""Ending of the feminine relative word («التي»)."""
_HER = "\N{ARABIC LETTER HEH}\N{ARABIC LETTER ALEF}"
_TAA_MARBUTA = "\N{ARABIC LETTER TEH MARBUTA}"
