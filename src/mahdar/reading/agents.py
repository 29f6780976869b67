"""Who does what a noun tells: «تم الاتفاق بين الطرفين على …», «جرى الترحيب من جانب الوزيرين بـ …»."""

from __future__ import annotations

from mahdar.reading.actors import actor_at
from mahdar.reading.memory import Memory, Subject
from mahdar.reading.resolving import resolved
from mahdar.reading.spot import Spot

__all__ = ["between"]


def between(spot: Spot, memory: Memory) -> Subject | None:
    """«تم التوقيع بين قطر وتركيا», «تم الترحيب من جانب الوزيرين»: who is named behind «بين» or «من جانب»."""
    agent = _by_agent(spot, memory)
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
