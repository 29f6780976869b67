"""Whom an act is directed at, and by when something is due."""

from __future__ import annotations

from collections.abc import Sequence

from mahdar.model.prose import Sentence
from mahdar.model.units import IsoDate, PartyCode
from mahdar.reading.context import Context

__all__ = ["due_of", "target_of"]

_DIRECTED = frozenset({"appreciate", "support", "concern", "condemn", "oppose", "call", "welcome"})


def target_of(
    ctx: Context, act_class: str, actors: Sequence[PartyCode], content: tuple[int, int], sentence: Sentence
) -> tuple[PartyCode, ...]:
    """Return the parties that an attitude or a call is directed at; empty for other classes.

    The first party of the content that does not act itself; for thanks between the two sides that name
    nobody («تقديرها للتنسيق بين البلدين») the other side, else the third party that the sentence is about
    («وفي الشأن اللبناني، …»).
    """
    if act_class not in _DIRECTED:
        return ()
    near = (content[0], content[0] + 3) if act_class == "welcome" else content
    named = [code for code in _named(ctx, *near) if code not in actors]
    if named:
        return (named[0],)
    topic = [code for code in _named(ctx, sentence.first, content[0]) if code not in {*actors, *ctx.pair}]
    if topic and act_class not in {"appreciate", "welcome"}:
        return (topic[0],)
    if act_class == "appreciate" and len(actors) == 1 and actors[0] in ctx.pair:
        return tuple(code for code in ctx.pair if code not in actors)
    return ()


def _named(ctx: Context, start: int, end: int) -> list[PartyCode]:
    """Return the parties named in the content, those of people and offices included, in text order."""
    parties = [(m.first, m.code) for m in ctx.parties_in(start, end)]
    bearers = [(m.first, m.party) for m in ctx.bearers_in(start, end) if m.party]
    return [code for _, code in sorted(parties + bearers, key=lambda pair: pair[0])]


def due_of(ctx: Context, act_class: str, tense: str, start: int, end: int) -> IsoDate | None:
    """Return by when a commitment is due, where the content gives a date to come."""
    if act_class != "commit":
        return None
    for date in ctx.article.mentions.dates:
        if not start <= date.first < end or date.value is None or "/" in date.value:
            continue
        before = ctx.folds[max(start, date.first - 3) : date.first]
        if tense == "future" or any(w in ctx.acts.words["due"] for w in before):
            return date.value
    return None
