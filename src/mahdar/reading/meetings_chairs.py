"""Who chairs an occasion: named behind the word for chairing, before it, or a sentence ago.

«برئاسة …» chairs the occasion named last before it, a verb («ترأس …») the one named behind it; «ترأس مع
نظيره …» leaves its subject out, «ترأس الوزيران …» names both only before. Who heads a visit chairs nothing.
"""

from __future__ import annotations

from mahdar.model.entries import Chair
from mahdar.model.mentions import OfficeMention, PersonMention
from mahdar.reading.clauses import mentions_in, party_of
from mahdar.reading.context import Context
from mahdar.reading.meetings_view import NOUNS, VERBS, View

__all__ = ["chairs_of", "is_of"]

_Bearer = PersonMention | OfficeMention
_FAR = 45
"""No chair stands further than this many words from the word for chairing."""


def chairs_of(view: View) -> tuple[Chair, ...]:
    """Return who chairs, where the sentence says so."""
    if view.kind in {"visit", "call"}:
        return ()
    others = _others(view)
    for k in _places(view):
        verb = any(t.i == k and t.term.tense for t in view.triggers) and not view.has("chairing", k, k + 1)
        if not is_of(view, k, verb=verb) or _leads_delegation(view, k, verb=verb):
            continue
        stop = min((i for i in others if i > k), default=view.sentence.last)
        named = _named(view, k, stop, verb=verb)
        if found := {m.name: _chair(view, m) for m in named if m.name}:
            return tuple(found.values())
    return ()


_OTHERS = NOUNS | VERBS
"""Words for another occasion: who is named behind one chairs nothing before it."""


def _others(view: View) -> list[int]:
    """Return where the sentence has words for other occasions."""
    own = {view.trigger, *view.inner}
    its = view.trigger.i if view.inner and view.trigger.head.role in VERBS else view.sentence.last
    found = (
        t.i
        for t in view.triggers
        if t.head.role in _OTHERS and t not in own and not (t.i > its and t.term.pronoun)
    )
    return [i for i in found if not _in_a_title(view, i)]


def _in_a_title(view: View, i: int) -> bool:
    """Say whether a word for a session stands in somebody's title («رئيس الدورة الحالية للمجلس»)."""
    return view.has("presiding", i - 1, i)


def _places(view: View) -> list[int]:
    """Return the words of a sentence that say that somebody chairs; «رئاسة الجمهورية» is none."""
    ctx, terms = view.ctx, view.table.terms
    places = [t.i for t in view.triggers if t.head.role == "chair"]
    places += [
        k
        for k in range(view.sentence.first, view.sentence.last)
        if ctx.folds[k] in view.table.words["chairing"]
    ]
    return [
        k
        for k in places
        if not (
            view.has("presidency", k, k + 1) and ctx.folds[k + 1 : k + 2] and ctx.folds[k + 1] not in terms
        )
    ]


def is_of(view: View, k: int, *, verb: bool) -> bool:
    """Say whether a word for chairing tells of an occasion, and of no other of its sentence.

    Args:
        view: the occasion.
        k: the word.
        verb: True for a verb, which tells of what is named behind it; a noun («برئاسة») of what is before.
    """
    at, others = view.trigger.i, _others(view)
    if at == k:
        return True
    if verb and not view.has("relative", k - 1, k):
        return not (any(k < i < at for i in others) or (at < k and any(i > k for i in others)))
    return not (any(at < i < k for i in others) or (k < at and any(i < k for i in others)))


def _leads_delegation(view: View, k: int, *, verb: bool) -> bool:
    """Say whether it is a delegation that somebody heads («ترأس وفد بلاده», «وفد برئاسة …»)."""
    behind = view.trigger.i if verb and k < view.trigger.i else min(k + _HEADED, view.sentence.last)
    return view.has("delegation", max(view.sentence.first, k - _HEADED), k) or view.has(
        "delegation", k + 1, behind
    )


_HEADED = 4
"""A delegation is named so near before or behind «برئاسة»."""


def _named(view: View, k: int, stop: int, *, verb: bool) -> list[_Bearer]:
    """Return who is named as chairing: behind the word, and before it where it leaves its subject out."""
    ctx, first = view.ctx, view.sentence.first
    ends = view.table.words["relative"] | view.table.words["attending"]
    stop = next((j for j in range(k + 1, stop) if ctx.folds[j] in ends), stop)
    people = mentions_in(ctx.article.mentions.people, first, stop)
    near: list[_Bearer] = [m for m in people if abs(m.first - k) < _FAR]
    after = [m for m in near if m.first > k]
    if ctx.folds[k] in view.table.words["joint_chair"] and not view.has("relative", k - 1, k):
        return [*(m for m in near if m.first < k), *after]
    if not verb or view.has("relative", k - 1, k):
        return after
    if view.has("two_people", k + 1, k + 2) or ctx.folds[k].endswith(_OF_TWO):
        return after if len(after) > 1 else _last_two(view, k)
    if view.has("with_one", k + 1, k + 3) or not after:
        return [*_subject(view, k), *after]
    return after


_OF_TWO = ("\N{ARABIC LETTER ALEF}", "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER NOON}")
"""Endings of a verb whose subject are two."""


def _subject(view: View, k: int) -> list[_Bearer]:
    """Return who chairs by a verb without subject behind it: named before it, else where the text began."""
    before = _bearers(view.ctx, view.sentence.first, k)
    if before or view.sentence.first == 0:
        return before[-1:]
    last = view.ctx.sentence_of(view.sentence.first - 1)
    return _bearers(view.ctx, last.first, last.last)[:1]


def _last_two(view: View, k: int) -> list[_Bearer]:
    """Return the last two who are named before a word and act for two parties."""
    found: dict[str, _Bearer] = {}
    for m in reversed(_bearers(view.ctx, max(0, k - _MEMORY), k)):
        party = party_of(view.ctx, m)
        if party and party not in found and len(found) < _TWO:
            found[party] = m
    return list(reversed(found.values())) if len(found) == _TWO else []


_TWO = 2
_MEMORY = 90
"""How many words back the two may be named."""


def _bearers(ctx: Context, first: int, last: int) -> list[_Bearer]:
    """Return the people between two words, named or meant by a title, in text order."""
    mentions = ctx.article.mentions
    offices = (m for m in mentions_in(mentions.offices, first, last) if m.name)
    return sorted([*mentions_in(mentions.people, first, last), *offices], key=lambda m: m.first)


def _chair(view: View, m: _Bearer) -> Chair:
    """Return the chair that somebody is: of the side named right before him, else of his own party."""
    ctx, name = view.ctx, m.name or ""
    near = mentions_in(ctx.article.mentions.parties, max(view.sentence.first, m.first - _SIDE), m.first)
    sides = [p.code for p in near if p.form == "ministry" and view.has("side", p.first, p.first + 1)]
    return Chair(name, sides[-1] if sides else m.party or ctx.party_of(name))


_SIDE = 10
"""«ترأس الجانب التركي» names the side within so many words before who leads it, honorifics between."""
