"""Whoever speaks under a title and without a name: «الوزير» goes on with him, though another has a name."""

from __future__ import annotations

from mahdar.model.units import PartyCode
from mahdar.reading.actors import Actor
from mahdar.reading.conditions import noun_stems
from mahdar.reading.context import Context
from mahdar.reading.memory import Memory
from mahdar.reading.turn_taking import office_in

__all__ = ["is_same", "title_of", "titled_so"]


def is_same(ctx: Context, actor: Actor) -> bool:
    """Say whether a source is said to be the one before («المصدر ذاته»): whoever spoke last, named or not."""
    near = range(actor.last - 1, min(actor.last + 1, len(ctx.folds)))
    source = all(r.refers == "source" for r in actor.roles)
    return source and any(ctx.folds[k] in ctx.acts.words["the_same"] for k in near)


def title_of(ctx: Context, actor: Actor, memory: Memory, parties: tuple[PartyCode, ...]) -> int:
    """Return the first word of the title of one without a name, who speaks or goes on; -1 for none."""
    office = office_in(ctx, actor)
    if office is not None:
        return office.first
    again = any(r.refers in {"person", "official"} for r in actor.roles)
    return memory.unnamed_title if again and parties == memory.unnamed else -1


def titled_so(ctx: Context, actor: Actor, memory: Memory) -> bool:
    """Say whether a bare title is the first word of his who was heard last without a name («… الوزير …»)."""
    last = memory.unnamed_title
    if last < 0 or any(r.refers != "person" or r.id == "office" for r in actor.roles):
        return False
    return not set(noun_stems(ctx.folds[actor.last - 1])).isdisjoint(noun_stems(ctx.folds[last]))
