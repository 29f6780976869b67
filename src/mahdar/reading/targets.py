"""Whom an act is directed at."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from mahdar.model.units import PartyCode
from mahdar.reading.conditions import noun_stems
from mahdar.reading.context import Context
from mahdar.reading.draft import Draft

__all__ = ["target_of"]

_DIRECTED = frozenset({"appreciate", "support", "concern", "condemn", "oppose", "call", "welcome"})


def target_of(draft: Draft, content: tuple[int, int]) -> tuple[PartyCode, ...]:
    """Return the parties that an attitude or a call is directed at; empty for other classes.

    An ordered list of places: whoever is called upon before the content, the content itself, a pronoun, the
    sides together, and last what the sentence is about («وفي الشأن اللبناني، …»).

    Args:
        draft: the act.
        content: first word of its content and one past its last.
    """
    if draft.act_class not in _DIRECTED:
        return ()
    return next((found for rule in RULES if (found := rule(draft, content))), ())


def _called_upon(draft: Draft, content: tuple[int, int]) -> tuple[PartyCode, ...]:
    """«دعا اليونان وقبرص إلى …»: all who are named between verb and content."""
    start = draft.complement.called
    return tuple(dict.fromkeys(_others(draft, start, content[0]))) if start >= 0 else ()


def _in_content(draft: Draft, content: tuple[int, int]) -> tuple[PartyCode, ...]:
    """The first party of the content that does not act itself, and those joined to it."""
    near = (content[0], content[0] + 3) if draft.act_class == "welcome" else content
    named = _named(draft.spot.ctx, *near)
    if draft.act_class == "condemn":
        named = [m for m in named if not _rule_of(draft, m[0])]
    first = next((n for n, m in enumerate(named) if m[2] not in draft.subject.parties), None)
    if first is None:
        return ()
    found = [named[first][2]]
    for before, here in pairwise(named[first:]):
        if here[0] > before[1] + 1 or not here[3]:
            break
        found.append(here[2])
    return tuple(code for code in dict.fromkeys(found) if code not in draft.subject.parties)


def _rule_of(draft: Draft, k: int) -> bool:
    """Say whether a body is named only for its rules («انتهاك لقرارات مجلس الأمن»)."""
    ctx = draft.spot.ctx
    near = (n for j in range(max(k - 2, 0), k) for n in noun_stems(ctx.folds[j]))
    return any(n in ctx.acts.words["rules"] for n in near)


def _each_other(draft: Draft, content: tuple[int, int]) -> tuple[PartyCode, ...]:
    """«دعم بعضهما البعض»: both of those who act."""
    near = draft.spot.ctx.folds[content[0] : content[0] + 2]
    return draft.subject.parties if any(draft.spot.is_word(w, "each_other") for w in near) else ()


def _pronoun(draft: Draft, _: tuple[int, int]) -> tuple[PartyCode, ...]:
    """«واتهمها بـ», «ودعاه إلى»: the party named last before the verb."""
    spot = draft.spot
    if not spot.candidate.pronoun or draft.act_class == "welcome":
        return ()
    return tuple(_others(draft, spot.sentence.first, spot.i)[-1:])


def _sides(draft: Draft, content: tuple[int, int]) -> tuple[PartyCode, ...]:
    """«دعمها للحكومتين»: the two sides, but for whoever acts."""
    ctx = draft.spot.ctx
    if draft.act_class == "welcome" or content[0] not in ctx.role_at or len(ctx.pair) < _BOTH:
        return ()
    word = ctx.folds[content[0]]
    both = any(n in ctx.acts.words["sides"] for n in noun_stems(word))
    return tuple(code for code in ctx.pair if code not in draft.subject.parties) if both else ()


def _topic(draft: Draft, content: tuple[int, int]) -> tuple[PartyCode, ...]:
    """«وفي الشأن اللبناني، شددا على …»: the third party that the sentence begins with."""
    ctx = draft.spot.ctx
    if draft.act_class in {"appreciate", "welcome"}:
        return ()
    codes = _others(draft, draft.spot.sentence.first, content[0])
    return tuple(code for code in codes if code not in ctx.pair)[:1]


def _other_side(draft: Draft, _: tuple[int, int]) -> tuple[PartyCode, ...]:
    """«تقديرها للتنسيق بين البلدين»: thanks between the two sides that name nobody go to the other."""
    actors, pair = draft.subject.parties, draft.spot.ctx.pair
    if draft.act_class != "appreciate" or len(actors) != 1 or actors[0] not in pair:
        return ()
    return tuple(code for code in pair if code not in actors)


RULES: tuple[Callable[[Draft, tuple[int, int]], tuple[PartyCode, ...]], ...] = (
    _called_upon,
    _each_other,
    _in_content,
    _pronoun,
    _sides,
    _topic,
    _other_side,
)

_BOTH = 2


def _others(draft: Draft, start: int, end: int) -> list[PartyCode]:
    """Return the parties named between two words but for whoever acts, in text order."""
    return [code for _, _, code, _ in _named(draft.spot.ctx, start, end) if code not in draft.subject.parties]


def _named(ctx: Context, start: int, end: int) -> list[tuple[int, int, PartyCode, bool]]:
    """Return who is named in a stretch: first word, last, party, and whether a conjunction joins it."""
    found = [(m.first, m.last, m.code, _joined(ctx, m.first)) for m in ctx.parties_in(start, end)]
    bearers = ctx.bearers_in(start, end)
    found += [(m.first, m.last, m.party, _joined(ctx, m.first)) for m in bearers if m.party]
    return sorted(found, key=lambda one: one[0])


def _joined(ctx: Context, k: int) -> bool:
    """Say whether a word begins with a conjunction."""
    return ctx.folds[k][0] in ctx.conjunctions
