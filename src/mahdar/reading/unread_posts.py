"""Who speaks by a post that no list has: «وأكد مفوض السلم والأمن في الاتحاد الأفريقي فلان أن …».

Nobody lists all posts. A noun of a post right behind the verb, with a state, a body or another's office in
its phrase, is somebody who acts for whoever is named first there, unless the phrase tells of a company, a
club or a party.
"""

from __future__ import annotations

from dataclasses import replace

from mahdar.language.clitics import bare
from mahdar.reading.memory import Memory, Subject
from mahdar.reading.objects import single
from mahdar.reading.posts import is_private, named_by_post
from mahdar.reading.spot import Spot

__all__ = ["by_unread_post", "with_post_behind"]


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
