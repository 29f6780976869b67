"""Who speaks by a post that no list has: «وأكد مفوض السلم والأمن في الاتحاد الأفريقي فلان أن …».

Nobody lists all posts. A noun of a post right behind the verb, with a state, a body or another's office in
its phrase, is somebody who acts for whoever is named first there, unless the phrase tells of a company, a
club or a party.
"""

from __future__ import annotations

from dataclasses import replace

from mahdar.language.clitics import bare
from mahdar.model.mentions import PersonMention
from mahdar.reading.conditions import carries_preposition
from mahdar.reading.context import Context
from mahdar.reading.memory import Memory, Subject
from mahdar.reading.objects import single
from mahdar.reading.posts import is_private, named_by_post
from mahdar.reading.spot import Spot

__all__ = ["by_unread_post", "with_name_further", "with_post_behind"]


def by_unread_post(spot: Spot, _memory: Memory) -> Subject | None:
    """Return whoever is named by a post behind a verb of saying; None where no such phrase stands there."""
    if spot.head.act_class in _DONE or spot.relative >= 0 or not single(spot):
        return None
    at = _post(spot)
    if at is None:
        return None
    ctx = spot.ctx
    named = named_by_post(ctx, at, spot.sentence.last)
    if named is None:
        return None
    party, end = named
    person = ctx.at.people.get(end)
    if person is None or ctx.words[end].gap.strip(_COMMAS):
        return Subject((party,), None, "after_verb", end, spot.i, one=True)
    return Subject((party,), person.name, "after_verb", person.last, spot.i, (person.name,), one=True)


def with_post_behind(spot: Spot, found: Subject) -> Subject:
    """Give somebody the party of the post behind his name, unless he is known to act for another.

    «وأعلن فلان، المساعد الأمني لوزير الداخلية الإيراني، تشكيل …»
    """
    ctx, at = spot.ctx, found.last
    if (
        len(found.parties) > 1
        or len(found.people) != 1
        or found.rule != "after_verb"
        or spot.head.act_class in _DONE
    ):
        return found
    if at >= spot.sentence.last or not any(ctx.folds[at] in ctx.acts.words[w] for w in _POSTS):
        return found
    if ctx.words[at].gap.strip(_COMMAS) or any(is_private(ctx, k) for k in range(spot.i + 1, at)):
        return found
    named = named_by_post(ctx, at, spot.sentence.last)
    if named is None or found.parties not in {(), (named[0],)}:
        return found
    return replace(found, parties=(named[0],), last=named[1], speaker=found.people[0])


def with_name_further(spot: Spot, found: Subject) -> Subject:
    """Give a post its holder whose name stands behind the rest of its phrase, or behind a relative clause.

    «وقالت المفوضة المالطية لحقوق الإنسان فلانة إن …», «وأعلن وزير النقل المالطي الذي يرأس الوفد فلان أن …»
    """
    ctx = spot.ctx
    if found.rule != "after_verb" or len(found.parties) != 1 or found.speaker or found.people:
        return found
    if found.last >= spot.sentence.last or not single(spot) or not _one_post(spot):
        return found
    person = _name_behind(ctx, found.last, spot.sentence.last)
    if person is None or ctx.party_of(person.name) not in {None, *found.parties}:
        return found
    return replace(found, speaker=person.name, people=(person.name,), last=person.last)


def _one_post(spot: Spot) -> bool:
    """Say whether somebody's post, no body, stands right behind the verb."""
    k = spot.i + 1
    while k < spot.sentence.last and spot.ctx.folds[k] in spot.ctx.roles.honorifics:
        k += 1
    return k in spot.ctx.at.offices or (
        k < spot.sentence.last and spot.ctx.folds[k] in spot.ctx.acts.words["post_head"]
    )


def _name_behind(ctx: Context, at: int, stop: int) -> PersonMention | None:
    """Return whose name ends a phrase that goes on with lam or with a relative clause, no mark in it."""
    relative = ctx.folds[at] in ctx.lists["relative"]
    if not relative and ctx.folds[at][0] != _LAM and ctx.folds[at] not in ctx.lists["post_for"]:
        return None
    for k in range(at, min(at + (_CLAUSE if relative else _REST), stop)):
        if ctx.words[k].gap or ctx.folds[k] in ctx.acts.words["that"]:
            return None
        person = ctx.at.people.get(k)
        if person is not None:
            whole = person.last - person.first > 1 and not ctx.prefix(person) and not _titled(ctx, k)
            return person if whole and _is_over(ctx, person.last, stop) else None
        if k in ctx.at.offices and not relative:
            return None
    return None


def _titled(ctx: Context, k: int) -> bool:
    """Say whether another's title stands right before a name («الذي التقى الرئيس فلان»)."""
    return any(office.last == k for office in ctx.at.offices.values())


def _is_over(ctx: Context, k: int, stop: int) -> bool:
    """Say whether what somebody said or did follows his name: a mark, «إن», a preposition or a masdar."""
    if k >= stop:
        return False
    fold = ctx.folds[k]
    leads = fold in ctx.acts.words["that"] or fold in ctx.lists["detached"] or carries_preposition(ctx, k)
    return leads or bool(ctx.words[k].gap) or any(c.form.kind == "masdar" for c in ctx.candidates[k])


_LAM = "\N{ARABIC LETTER LAM}"
_REST = 6
"""Words of such a rest of a post."""
_CLAUSE = 12
"""Words of such a relative clause."""

_POSTS = ("post_head", "post")
_COMMAS = "\N{ARABIC COMMA}, "


def _post(spot: Spot) -> int | None:
    """Return where a noun of a post or a body stands behind the verb, behind honorifics at most."""
    ctx, posts = spot.ctx, spot.ctx.acts.words["post_head"]
    for k in range(spot.i + 1, spot.sentence.last):
        held = ctx.folds[k] in posts or _body(spot, k)
        if ctx.words[k].gap or not (held or ctx.folds[k] in ctx.roles.honorifics):
            return None
        if held:
            return k
    return None


def _body(spot: Spot, k: int) -> bool:
    """Say whether a body that no list has begins at a word («أمانة …», «الأمانة العامة …»)."""
    word, heads = spot.ctx.folds[k], spot.ctx.acts.words["body_head"]
    if word in heads:
        return True
    named = bare(word) in heads and k + 1 < spot.sentence.last and not spot.ctx.words[k + 1].gap
    return named and spot.ctx.folds[k + 1] in spot.ctx.acts.words["of_body"]


_DONE = frozenset({"deed", "none", "sign"})
"""Classes of verbs with which people of all sorts do things."""
