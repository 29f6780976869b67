"""Why an actor right before a verb is not its subject: number, gender, a pronoun, another verb's subject."""

from __future__ import annotations

from mahdar.lexicon.fold import fold
from mahdar.reading.actors import Actor
from mahdar.reading.spot import Spot

__all__ = ["misfit", "new_clause_inside"]


def misfit(spot: Spot, actor: Actor, start: int) -> bool:
    """Say whether an actor that stands right before a verb cannot be its subject.

    Args:
        spot: the verb.
        actor: who stands before it.
        start: his first word.
    """
    if _one_for_two(spot, actor) or _he_for_her(spot, actor) or _signed_between(spot):
        return True
    if _two_for_one(spot, actor):
        return True
    return _denies(spot, start) or _taken_up(spot) or _she_for_him(spot, actor)


def new_clause_inside(spot: Spot, actor: Actor) -> bool:
    """Say whether two states that a comma parts stand before one's verb: the second opens a clause.

    «…دعم السودان، والقاهرة ترفض أي مساس بوحدته»
    """
    form, ctx = spot.candidate.form, spot.ctx
    if (
        form.kind != "finite"
        or form.number != "s"
        or len(actor.parties) < _TWO
        or actor.people
        or actor.roles
    ):
        return False
    named = [m for m in ctx.parties_in(actor.first + 1, actor.last) if m.code in ctx.states]
    return bool(named) and ctx.comma(named[-1].first) and actor.last == spot.opening


_TWO = 2


def _one_for_two(spot: Spot, actor: Actor) -> bool:
    """Say whether one alone stands before a dual: «دفعت الدولة ثمنا» tells a price, no thanks of two."""
    one = len(actor.parties) + len(actor.people) <= 1 and not actor.plural
    return spot.candidate.form.number == "d" and one


def _two_for_one(spot: Spot, actor: Actor) -> bool:
    """Say whether a word for two stands before one's verb («يناقش الطرفان تقاسم المياه»: the sharing)."""
    form, first = spot.candidate.form, actor.first in spot.ctx.role_at
    two = first and len(actor.roles) == 1 and actor.roles[0].number == "d"
    return two and form.kind == "finite" and form.number == "s"


def _signed_between(spot: Spot) -> bool:
    """Say whether what is signed is so between two behind the verb («عقد الطائرات الذي أبرم بين …»)."""
    return spot.head.act_class == "sign" and _singular(spot) and spot.is_word(spot.after, "between")


def _singular(spot: Spot) -> bool:
    """Say whether the form is a finite singular."""
    return spot.candidate.form.kind == "finite" and spot.candidate.form.number == "s"


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


def _she_for_him(spot: Spot, actor: Actor) -> bool:
    """Say whether «الذي» takes up a noun before a state («الاتفاق النووي مع إيران الذي أبرم …»)."""
    ctx, party = spot.ctx, spot.ctx.at.parties.get(actor.first)
    if spot.relative < 0 or not ctx.folds[spot.relative].endswith(_WHO_HE) or party is None:
        return False
    if party.code not in ctx.states or party.form not in {"name", "capital"} or actor.people or actor.roles:
        return False
    return fold(ctx.text[party.start : party.end].split()[0]) not in ctx.acts.words["masculine_parties"]


_WHO_HE = "\N{ARABIC LETTER THAL}\N{ARABIC LETTER YEH}"
"""Ending of the masculine relative word («الذي»)."""


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
