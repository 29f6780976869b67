"""Who speaks by a post that no list has: «وأكد مفوض السلم والأمن في الاتحاد الأفريقي فلان أن …».

Nobody lists all posts. A noun of a post right behind the verb, with a state, a body or another's office in
its phrase, is somebody who acts for whoever is named first there, unless the phrase tells of a company, a
club or a party.
"""

from __future__ import annotations

from dataclasses import replace

from mahdar.language.clitics import bare
from mahdar.model.mentions import PartyMention
from mahdar.model.units import PartyCode
from mahdar.reading.conditions import attached
from mahdar.reading.context import Context
from mahdar.reading.memory import Memory, Subject
from mahdar.reading.objects import single
from mahdar.reading.spot import Spot

__all__ = ["by_unread_post", "with_post_behind"]


def by_unread_post(spot: Spot, _memory: Memory) -> Subject | None:
    """Return whoever is named by a post behind a verb of saying; None where no such phrase stands there."""
    if spot.head.act_class in _DONE or spot.relative >= 0 or not single(spot):
        return None
    at = _post(spot)
    if at is None:
        return None
    named = _named(spot, at)
    if named is None:
        return None
    ctx, (party, end) = spot.ctx, named
    person = ctx.at.people.get(end)
    if person is None or ctx.words[end].gap:
        return Subject((party,), None, "after_verb", end, spot.i, one=True)
    return Subject((party,), person.name, "after_verb", person.last, spot.i, (person.name,), one=True)


def with_post_behind(spot: Spot, found: Subject) -> Subject:
    """Give somebody of whom nothing tells for whom he acts the party of the post behind his name.

    «وأعلن فلان، المساعد الأمني لوزير الداخلية الإيراني، تشكيل …»
    """
    ctx, at = spot.ctx, found.last
    if found.parties or len(found.people) != 1 or found.rule != "after_verb" or spot.head.act_class in _DONE:
        return found
    if at >= spot.sentence.last or not any(ctx.folds[at] in ctx.acts.words[w] for w in _POSTS):
        return found
    if set(ctx.words[at].gap) - _COMMA or any(_private(ctx, k) for k in range(spot.i + 1, at)):
        return found
    named = _named(spot, at)
    if named is None:
        return found
    return replace(found, parties=(named[0],), last=named[1], speaker=found.people[0])


_POSTS = ("post_head", "post")
_COMMA = frozenset({"\N{ARABIC COMMA}", ",", " "})


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


def _named(spot: Spot, at: int) -> tuple[PartyCode, int] | None:
    """Return whom a post's phrase names, and the word behind; None where it ends first, or is private."""
    ctx, inside = spot.ctx, False
    for k in range(at, min(at + _PHRASE, spot.sentence.last)):
        if k > at and ctx.words[k].gap:
            return None
        found = _party(ctx, k, inside=inside) if k > at else None
        if found is not None:
            return None if _private(ctx, min(found[1], spot.sentence.last - 1)) else found
        inside = inside or ctx.folds[k] in ctx.acts.words["post_in"]
        if _private(ctx, k) or _ends(spot, k):
            return None
    return None


def _private(ctx: Context, k: int) -> bool:
    """Say whether a word tells that somebody acts for no state."""
    return any(ctx.folds[k] in ctx.acts.words[words] for words in _PRIVATE)


_PRIVATE = ("private_body", "former", "unofficial")


def _ends(spot: Spot, k: int) -> bool:
    """Say whether the phrase ends at a word: what is said begins, or where and to whom."""
    word = spot.ctx.folds[k]
    if spot.is_word(word, "that") or spot.is_word(word, "relative"):
        return True
    if spot.is_word(word, "post_for"):
        return False
    ctx, office = spot.ctx, spot.ctx.at.offices.get(k)
    if attached(spot, k) or k in ctx.at.people or (office is not None and bool(office.party)):
        return True
    return spot.is_word(word, "detached") and word not in spot.ctx.acts.words["post_in"]


def _party(ctx: Context, k: int, *, inside: bool) -> tuple[PartyCode, int] | None:
    """Return the party that a word names, and the word behind it.

    A nationality behind a body says whose it is («مجلس الأمن الروسي»); a state behind «في» is a mere place,
    and an office that no post governs somebody else's.
    """
    named, office = ctx.at.parties.get(k), ctx.at.offices.get(k)
    led = next((ctx.prefix(m) for m in (named, office) if m is not None), "")
    if led and (led != _LAM or bare(ctx.folds[k - 1]) == ctx.folds[k - 1] or _is_agency(named)):
        return None
    last = named.last if named is not None else (office.last if office is not None else k)
    body = last > k and not (named is not None and named.form == "demonym")
    behind = ctx.at.parties.get(last) if body else None
    if behind is not None and behind.form == "demonym" and not (ctx.words[last].gap or ctx.prefix(behind)):
        return behind.code, behind.last
    if named is not None and not (inside and named.code in ctx.states and named.form in _PLACES):
        indefinite = named.form == "demonym" and bare(ctx.folds[k]) == ctx.folds[k]
        return None if indefinite else (named.code, named.last)
    governed = led or ctx.folds[k - 1] in ctx.acts.words["post_head"]
    return (office.party, office.last) if office is not None and governed and office.party else None


def _is_agency(named: PartyMention | None) -> bool:
    """Say whether a name is an agency's or a company's: whom somebody speaks to, more often than his own."""
    return named is not None and named.code.startswith(_AGENCY)


_AGENCY = "ORG:"
_PLACES = frozenset({"name", "capital", "weak"})
_LAM = "\N{ARABIC LETTER LAM}"


_PHRASE = 10
"""Words of such a phrase."""
