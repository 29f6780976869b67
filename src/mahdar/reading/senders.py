"""Who speaks in a letter, a call or a speech: whoever sent it, not whom the sentence tells of otherwise.

«تلقى الوزير برقية من نظيره الكيني، أكد فيها …» tells the sender's words: the verb has no subject of its own,
and behind it «in it» takes up the letter.
"""

from __future__ import annotations

from mahdar.language.clitics import bare
from mahdar.reading.actors import Actor, actor_at
from mahdar.reading.going_on import stranger
from mahdar.reading.memory import Memory, Subject
from mahdar.reading.resolving import resolved
from mahdar.reading.spot import Spot

__all__ = ["by_fronted_text", "by_sender", "by_text"]


def by_sender(spot: Spot, memory: Memory) -> Subject | None:
    """Return who sent what a verb tells the words of; None where its sender does not stand right before."""
    if not _in_it(spot) or spot.candidate.form.number != "s" or spot.negated:
        return None
    for start in range(spot.i - 1, max(spot.sentence.first, spot.i - _REACH), -1):
        if start not in spot.ctx.starts or not _sent_by(spot, start):
            continue
        actor = actor_at(spot.ctx, start, spot.i)
        if actor is None or actor.first != start or not _touches(spot, actor):
            return None
        return resolved(spot.ctx, spot.sentence, actor, memory, ("before_verb", spot.i + 1, spot.i))
    return None


def by_text(spot: Spot, memory: Memory) -> Subject | None:
    """«وجاء في البيان أن …»: whoever issued the text, not who was told of last."""
    ctx, k = spot.ctx, spot.i + 2
    if spot.head.frame != "report" or not spot.head.prepositions or k >= spot.sentence.last:
        return None
    actor = actor_at(ctx, k, spot.sentence.last) if spot.after in spot.head.prepositions else None
    if actor is None or actor.first != k or all(role.refers != "statement" for role in actor.roles):
        return None
    return resolved(ctx, spot.sentence, actor, memory, ("by_text", spot.i + 1, spot.i))


def by_fronted_text(spot: Spot, memory: Memory) -> Subject | None:
    """«وفي كلمة لوزير الخارجية الكيني، أكد أن …», «وعندما سئل الوزير …، أجاب»: whose text opens it."""
    ctx, form = spot.ctx, spot.candidate.form
    plain = form.kind == "finite" and (form.person, form.number) == (3, "s") and not form.passive
    if (
        not plain
        or spot.candidate.conjunction
        or not ctx.comma(spot.i)
        or spot.relative >= 0
        or stranger(spot)
    ):
        return None
    k = spot.sentence.first + 1
    lead, noun = ctx.folds[k - 1], ctx.folds[k]
    if memory.recent and memory.recent[-1].sentence == spot.sentence.first:
        return None
    if noun in ctx.acts.words["asked_of"] and spot.is_word(lead, "opening_clause"):
        actor = actor_at(ctx, k + 1, spot.i)
    elif bare(noun) in ctx.acts.words["own_text"] and lead.removeprefix(_FEH) in ctx.lists["post_in"]:
        return _maker(spot, k + 1) or _named_maker(spot, memory, k + 1)
    else:
        return None
    return _told(spot, memory, actor, k + 1)


def _named_maker(spot: Spot, memory: Memory, first: int) -> Subject | None:
    """Return whose text one is: named right behind its noun, or behind «from»."""
    led = spot.is_word(spot.ctx.folds[first], "of")
    return _told(spot, memory, actor_at(spot.ctx, first + led, spot.i), first + led)


def _told(spot: Spot, memory: Memory, actor: Actor | None, first: int) -> Subject | None:
    """Resolve who is named at a word, if he agrees with the verb."""
    if actor is None or actor.first != first or actor.plural:
        return None
    found = resolved(spot.ctx, spot.sentence, actor, memory, ("by_text", spot.i + 1, spot.i))
    hers = spot.candidate.form.gender == "f"
    return None if len(found.parties) != 1 or (hers and found.speaker) else found


def _maker(spot: Spot, first: int) -> Subject | None:
    """Return for whom a text is, by «لـ» before an office, a name or a ministry («بيان لوزارة الصحة»)."""
    ctx, hers = spot.ctx, spot.candidate.form.gender == "f"
    bearer, party = ctx.at.offices.get(first) or ctx.at.people.get(first), ctx.at.parties.get(first)
    if bearer is not None and ctx.prefix(bearer) == _LAM and not hers:
        name = bearer.name
        code = bearer.party or (ctx.party_of(name) if name else None)
        people = (name,) if name else ()
        return Subject((code,), name, "by_text", spot.i + 1, spot.i, people, one=True) if code else None
    if party is not None and ctx.prefix(party) == _LAM:
        return Subject((party.code,), None, "by_text", spot.i + 1, spot.i, one=True)
    return None


_LAM, _FEH = "\N{ARABIC LETTER LAM}", "\N{ARABIC LETTER FEH}"
_REACH = 16
"""Words of a sender's titles and names."""


def _in_it(spot: Spot) -> bool:
    """Say whether «in it» stands right behind a finite verb that no relative word takes up."""
    if spot.candidate.form.kind != "finite" or spot.candidate.form.person != 3 or spot.relative >= 0:
        return False
    return spot.is_word(spot.after, "in_it") or spot.is_word(spot.after, "during_it")


def _sent_by(spot: Spot, start: int) -> bool:
    """Say whether «from» leads to the actor at a word, or the verb of sending of which he is the subject."""
    if start <= spot.sentence.first:
        return False
    led = spot.is_word(spot.ctx.folds[start - 1], "of")
    return led or any(c.form.kind == "finite" and c.pronoun for c in spot.ctx.candidates[start - 1])


def _touches(spot: Spot, actor: Actor) -> bool:
    """Say whether nothing but adverbs and a comma stands between an actor and the verb."""
    ctx = spot.ctx
    return all(ctx.folds[k] in ctx.acts.words["adverb"] for k in range(actor.last, spot.i))
