"""Who does what a noun tells: «تم الاتفاق بين الطرفين على …», «جرى الترحيب من جانب الوزيرين بـ …»."""

from __future__ import annotations

from dataclasses import replace

from mahdar.language.clitics import bare, slot
from mahdar.model.units import PartyCode
from mahdar.reading.actors import actor_at
from mahdar.reading.clauses import is_bilateral
from mahdar.reading.conditions import noun_stems
from mahdar.reading.light import hastened, light_does, opening_of_words
from mahdar.reading.memory import Memory, Subject
from mahdar.reading.receptions import received_by
from mahdar.reading.resolving import resolved
from mahdar.reading.spot import Spot

__all__ = ["between", "of_reception", "of_text"]


def between(spot: Spot, memory: Memory) -> Subject | None:
    """«تم التوقيع بين قطر وتركيا», «تم الترحيب من جانب الوزيرين»: who is named behind «بين» or «من جانب»."""
    agent = _by_agent(spot, memory) or _of_doing(spot, memory)
    if agent is not None:
        return agent
    if spot.candidate.form.kind == "finite" and not spot.candidate.form.passive:
        return None
    if spot.candidate.form.kind == "participle" and not spot.candidate.definite:
        return None
    ctx, stop = spot.ctx, spot.sentence.last
    k = next(
        (k for k in range(spot.i + 1, min(spot.i + 12, stop)) if spot.is_word(ctx.folds[k], "between")), None
    )
    if spot.is_word(spot.after, "between_them"):
        return Subject(memory.pair(ctx), None, "between", spot.i + 2, spot.i)
    if k is None:
        return None
    near = [m.code for m in ctx.parties_in(k + 1, min(k + 9, stop))]
    codes = tuple(sorted(set(near[:2])))
    if len(codes) < 2 and k + 1 in ctx.role_at:
        codes = memory.pair(ctx)
    beside = k == spot.i + 1 and spot.candidate.form.kind == "masdar"
    actor = actor_at(ctx, k + 1, stop) if beside else None
    both = actor is not None and (actor.parties == codes or [r.refers for r in actor.roles] == ["parties"])
    behind = actor.last if actor is not None and both else spot.i + 1
    return Subject(codes, None, "between", behind, spot.i) if len(codes) == 2 else None


def _by_agent(spot: Spot, memory: Memory) -> Subject | None:
    """«تم الترحيب من جانب الوزيرين بـ …»: whom a light verb's noun names as the one who does it."""
    ctx, at = spot.ctx, spot.i + 1
    if spot.candidate.form.kind != "masdar" or at + 2 >= spot.sentence.last:
        return None
    if " ".join(ctx.folds[at : at + 2]) not in ctx.acts.words["on_part_of"] or ctx.light_before(spot) is None:
        return None
    actor = actor_at(ctx, at + 2, spot.sentence.last)
    if actor is None or actor.first != at + 2:
        return None
    return resolved(ctx, spot.sentence, actor, memory, ("between", actor.last, spot.i))


def _of_doing(spot: Spot, memory: Memory) -> Subject | None:
    """«قامت الوزارة باستدعاء …», «استهل الوزير كلمته بالترحيب …»: who is said to do what a noun tells."""
    ctx = spot.ctx
    light = opening_of_words(ctx, spot)
    light = hastened(ctx, spot) if light is None and spot.candidate.form.kind == "masdar" else light
    if light is None:
        if spot.candidate.form.kind != "masdar" or spot.candidate.preposition != slot("preposition")[0]:
            return None
        light = ctx.light_before(spot)
        if light is None or not light_does(ctx, light):
            return None
    actor = actor_at(ctx, light + 1, spot.i) if light + 1 < spot.i else None
    if actor is None:
        start = ctx.actor_start(light - 1) if light - 1 in ctx.ends and not ctx.words[light].gap else -1
        actor = actor_at(ctx, start, light) if start >= spot.sentence.first else None
    if actor is None:
        return None
    found = resolved(ctx, spot.sentence, actor, memory, ("between", spot.i + 1, light))
    forms = [c.form for c in ctx.candidates[light] if c.form.kind == "finite" and c.form.number == "s"]
    return replace(found, gender=forms[0].gender) if forms and not found.gender else found


def of_reception(spot: Spot, memory: Memory) -> Subject | None:
    """«لقي الاتفاق ترحيباً من جيبوتي»: who received it so."""
    actor = received_by(spot)
    if actor is None:
        return None
    return resolved(spot.ctx, spot.sentence, actor, memory, ("beside_masdar", actor.last, spot.i))


def of_text(spot: Spot, memory: Memory) -> Subject | None:
    """«الاتفاقية الموقعة في 2019», «المذكرة المبرمة مع كينيا سنة 2013»: whose text is said to be signed.

    Without «with» the two that the article is about; a settlement («اتفاق السلام الموقع») may be others'.
    """
    form = spot.candidate.form
    if form.kind != "participle" or not (form.passive and spot.candidate.definite):
        return None
    if spot.head.act_class != "sign":
        return None
    ctx, at = spot.ctx, _text_before(spot)
    if at is None:
        return None
    pair = memory.pair(ctx)
    partner = _partner(spot)
    if partner:
        one = memory.recent[-1].parties if memory.recent else ()
        both = pair if partner in pair else (partner, *one)
        codes = tuple(sorted(set(both)))
        return Subject(codes, None, "of_text", spot.i + 1, spot.i) if len(codes) == _TWO else None
    phrase = range(at, spot.i)
    settles = any(bare(ctx.folds[k]) in ctx.acts.words["settlement"] for k in phrase)
    if settles or any(m.code not in pair or m.form == "capital" for m in ctx.parties_in(at, spot.i)):
        return None
    theirs = pair == ctx.pair and (
        ctx.article.kind == "joint_statement" or is_bilateral(ctx) or bool(memory.met)
    )
    return Subject(pair, None, "of_text", spot.i + 1, spot.i) if theirs and len(pair) == _TWO else None


_TWO = 2


def _text_before(spot: Spot) -> int | None:
    """Return where the text is named that a participle describes."""
    ctx = spot.ctx
    for k in range(spot.i - 1, max(spot.sentence.first, spot.i - _NAMED) - 1, -1):
        if any(n in ctx.acts.sets["instrument"] for n in noun_stems(ctx.folds[k])):
            return k
        if ctx.words[k].gap.strip('"«»“”()') or any(c.form.kind == "finite" for c in ctx.candidates[k]):
            return None
    return None


_NAMED = 9
"""Words of a text's name."""


def _partner(spot: Spot) -> PartyCode:
    """Return with whom a text was signed; empty where the text does not say."""
    ctx = spot.ctx
    for k in range(spot.i + 1, min(spot.i + _SOON, spot.sentence.last)):
        if ctx.words[k].gap:
            break
        if spot.is_word(ctx.folds[k], "with"):
            actor = actor_at(ctx, k + 1, spot.sentence.last)
            return actor.parties[0] if actor is not None and len(actor.parties) == 1 else ""
    return ""


_SOON = 6
"""Words behind «الموقعة» within which its other side is named."""
