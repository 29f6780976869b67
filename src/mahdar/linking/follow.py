"""What became of what was said: links from later things to earlier ones, step by step.

A thing is an act, an instrument, a meeting, or a sentence that is quoted. Candidates come from an index; what
a later thing does to an earlier one is told by a list of rules from what both are (`follow_rules`), how sure
that is by what they share (`follow_score`). Between two occasions each thing has one counterpart at most, the
surest first; of a chain only the steps are kept.

Limits: the same said without a word, an attitude or a track in common is not seen. A field of talks alone
(«مكافحة الإرهاب») makes no link: it is an agenda.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from mahdar.linking.follow_first import first_hand
from mahdar.linking.follow_index import Index
from mahdar.linking.follow_meaning import NOBODY, Senses
from mahdar.linking.follow_meetings import kept_dates, talks_held
from mahdar.linking.follow_pairs import Pair, beside
from mahdar.linking.follow_reports import days_between
from mahdar.linking.follow_rules import Relation, relation, stands
from mahdar.linking.follow_score import LEAST, Found, judged
from mahdar.linking.follow_sessions import is_news, looks_back
from mahdar.linking.follow_steps import relayed, stepwise
from mahdar.linking.follow_view import Scene, Thing
from mahdar.linking.follow_weights import Weights
from mahdar.linking.follow_within import amended_before, rests_on
from mahdar.model.links import Link
from mahdar.model.spans import Span

__all__ = ["follow", "in_time", "links"]

_FAINT = LEAST - 1.2
"""Least evidence of a pair of accounts' things of which a third may say that they are steps of one chain."""
_NEWS = LEAST + 0.8
"""Least evidence of a link in running news, where much is said of one conflict: below it few were right."""
_REPORT = 3
"""So many days a thing is still reported; what says it again meanwhile is another report."""


def follow(
    things: Iterable[Thing],
    weights: Weights,
    senses: Senses = NOBODY,
) -> tuple[Found, ...]:
    """Return the links between things.

    Args:
        things: in any order.
        weights: knows how rare terms are.
        senses: which things are each other's nearest in meaning, as far as that was asked.
    """
    ordered = in_time(things)
    index, found, faint = Index(weights), list[Found](), dict[tuple[int, int], Found]()
    takers = (one for one in ordered if _can_be_taken_up(one))
    for _, article in groupby(takers, key=lambda one: one.scene.article):
        pairs: list[Pair] = []
        for thing in article:
            pairs += _pairs(thing, _candidates(thing, index, senses), weights)
            index.add(thing)
        for pair, one in zip(pairs, _judged(pairs, senses), strict=True):
            if one.evidence >= _least(pair):
                found.append(one)
            elif pair.looks_back and one.evidence >= _FAINT:
                faint[id(one.later), id(one.earlier)] = one
    found = stepwise(relayed(_one_to_one(first_hand(found, things, weights)), faint), weights)
    found += talks_held(ordered) + kept_dates(ordered) + rests_on(ordered) + amended_before(ordered)
    return tuple(_once(found))


def _least(pair: Pair) -> float:
    """Return the least evidence of a link: more is asked of news."""
    news = is_news(pair.later.scene) or is_news(pair.earlier.scene)
    return _NEWS if news or not pair.looks_back else LEAST


def links(found: Iterable[Found]) -> Iterator[Link]:
    """Yield links as the register keeps them."""
    for one in found:
        pairs = ((one.likeness.mine, one.likeness.theirs),)
        known = tuple((mine, theirs) for mine, theirs in pairs if mine and theirs)
        yield Link(one.kind, one.later.entry, one.earlier.entry, one.score, one.told, known)


def in_time(things: Iterable[Thing]) -> list[Thing]:
    """Return things in order of time: by day, guessed days first, the first to speak of an occasion last."""
    return sorted(things, key=lambda one: (*_when(one.scene), one.scene.article, one.span))


def _when(scene: Scene) -> tuple[str, bool, int]:
    return scene.day or "~", not scene.about, -scene.rank


def _candidates(thing: Thing, index: Index, senses: Senses) -> Iterator[Thing]:
    """Yield what was said before and has words or meaning in common with a thing, each once."""
    near = senses.nearest(thing)
    if not near:
        yield from index.candidates(thing)
        return
    own = {id(earlier) for earlier in near}
    yield from near
    yield from (earlier for earlier in index.candidates(thing) if id(earlier) not in own)


def _can_be_taken_up(thing: Thing) -> bool:
    return bool(thing.scene.day) and thing.type != "meeting" and thing.what != "joint_statement"


def _pairs(thing: Thing, candidates: Iterable[Thing], weights: Weights) -> Iterator[Pair]:
    """Yield a thing with each that it may take up."""
    for earlier in candidates:
        kind = relation(thing, earlier) if _comparable(thing.scene, earlier.scene) else None
        if kind is None:
            continue
        back = looks_back(thing.scene, earlier.scene)
        if back or not _is_news(thing, earlier, kind):
            likeness = weights.likeness(thing, earlier, families=back)
            yield Pair(thing, earlier, kind, likeness, back)


def _judged(pairs: Sequence[Pair], senses: Senses) -> Iterator[Found]:
    """Yield what one article may take up, with how sure that is."""
    for pair, standing in zip(pairs, beside(pairs), strict=True):
        yield judged(pair, standing, senses.of(pair.later, pair.earlier))


def _is_news(later: Thing, earlier: Thing, kind: Relation) -> bool:
    """Say whether two things that are alike are but two reports, or two turns of one affair.

    Between accounts of two sessions anything can be taken up (that is not asked here), in running news what
    something was to come of. Where a day is only guessed, it is not known which of two was first.
    """
    days = days_between(earlier.scene, later.scene)
    if days is None or days == 0 or (kind.kind == "restates" and days < _REPORT):
        return kind.kind != "amends"
    if "told" in {later.what, earlier.what}:
        return True
    return kind.kind == "follows_up" and not stands(earlier)


def _comparable(later: Scene, earlier: Scene) -> bool:
    """Say whether two articles are about dealings of the same sides, on other occasions."""
    if later.occasion == earlier.occasion or later.article == earlier.article:
        return False
    both = later.sides & earlier.sides
    return len(both) > 1 or (bool(both) and later.sides == earlier.sides)


def _one_to_one(found: Iterable[Found]) -> list[Found]:
    """Keep the surest: between two occasions each stretch of words has one counterpart."""
    taken: dict[tuple[str, str], list[Span]] = defaultdict(list)
    kept = []
    for one in sorted(found, key=_surest):
        mine = taken[one.later.scene.article, one.earlier.scene.occasion]
        theirs = taken[one.earlier.scene.article, one.later.scene.occasion]
        ends = _words(one.later, one.likeness.mine), _words(one.earlier, one.likeness.theirs)
        if any(ends[0].overlap(span) for span in mine) or any(ends[1].overlap(span) for span in theirs):
            continue
        mine.append(ends[0])
        theirs.append(ends[1])
        kept.append(one)
    return kept


def _surest(one: Found) -> tuple[float, bool, Span, Span]:
    """Order links: the surest first; of a text and its signature the text, for on it a chain hangs."""
    return -round(one.order, 1), one.earlier.type != "instrument", one.later.span, one.earlier.span


def _words(thing: Thing, part: Span | None) -> Span:
    """Return which words a link uses up: of a list the one member, else the whole clause."""
    return part if part and len(thing.parts) > 1 else thing.span


def _once(found: Iterable[Found]) -> Iterator[Found]:
    """Yield each pair of entries once, the surest."""
    seen: set[tuple[str, str]] = set()
    for one in sorted(found, key=lambda one: -one.evidence):
        pair = one.later.entry, one.earlier.entry
        if pair not in seen and pair[0] != pair[1]:
            seen.add(pair)
            yield one
