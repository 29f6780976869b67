"""What a sentence itself says it rests on: «على النحو الوارد في», «استكمالاً لـ», and an instrument."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from mahdar.linking.follow_score import Found
from mahdar.linking.follow_view import Thing
from mahdar.model.spans import Span

__all__ = ["amended_before", "rests_on"]

_SURE = 1.5


def rests_on(things: Iterable[Thing]) -> list[Found]:
    """Link what is said in a sentence to the instrument that it says it rests on."""
    by_article: dict[str, list[Thing]] = defaultdict(list)
    for one in things:
        by_article[one.scene.article].append(one)
    return [found for its in by_article.values() for found in _in_article(its)]


def amended_before(things: Iterable[Thing]) -> list[Found]:
    """Link an amended text to the words that name it as concluded before, in any account of the occasion."""
    by_occasion: dict[str, list[Thing]] = defaultdict(list)
    for one in things:
        if one.action == "amended" or (one.what == "sign" and one.concluded):
            by_occasion[one.scene.occasion].append(one)
    return [found for its in by_occasion.values() for found in _amended(its)]


def _amended(things: Sequence[Thing]) -> Iterator[Found]:
    """Yield the link from the first account of an amended text to what it was before."""
    texts = sorted(
        (one for one in things if one.action == "amended"), key=lambda one: (one.scene.rank, one.start)
    )
    seen: set[str] = set()
    for before in (one for one in things if one.type == "act"):
        after = next((one for one in texts if len(_terms(one) & _terms(before)) > 1), None)
        if after and after.entry not in seen:
            seen.add(after.entry)
            yield Found(after, before, "amends", _SURE, why="the text that was concluded before")


def _terms(thing: Thing) -> set[str]:
    return {term for part in thing.parts for term in part.terms if " " not in term}


def _in_article(things: Sequence[Thing]) -> Iterator[Found]:
    named = [
        one
        for one in things
        if one.type == "instrument" and one.what != "joint_statement" and one.action != "amended"
    ]
    for one in named:
        for behind in one.behind:
            user = _user(things, one, behind.cue, behind.before or behind.sentence)
            if user:
                yield Found(user, one, "follows_up", _SURE, why="the text says so")


def _user(things: Sequence[Thing], named: Thing, cue: Span, sentence: Span) -> Thing | None:
    """Return the thing in a sentence that rests on an instrument: nearest before the cue, else behind."""
    own = named.span
    inside = [
        one
        for one in things
        if one is not named
        and one.what not in {"sign", "joint_statement"}
        and one.type in {"act", "meeting", "instrument"}
        and sentence.holds(Span(one.start, one.start))
        and not own.holds(one.span)
    ]
    before = [one for one in inside if one.start < cue.start]  # a sentence before is all before
    behind = [one for one in inside if one.start >= own.end]
    acts = [one for one in before if one.type == "act"]
    if before:
        return max(acts or before, key=lambda one: one.start)
    return min(behind, key=lambda one: (one.type != "act", one.start), default=None)
