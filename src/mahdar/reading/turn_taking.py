"""Whose turn it is: «ومن جانبه أعرب الوزير …» is the other side, «الوزيرة» no man, «الضيف» not the host.

A bare title means whoever spoke last, unless something tells that it is another's turn: a word for it, what
he does to whoever spoke last («وشكره الوزير», «دعا الوزير نظيره القبرصي»), in a state's own account the
honour that it gives its own («معالي الوزير»). Then it is who of the other side of the talk was named last.
"""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.language.clitics import slot
from mahdar.model.mentions import OfficeMention
from mahdar.model.prose import Sentence
from mahdar.model.units import PartyCode
from mahdar.reading.actors import Actor
from mahdar.reading.clauses import is_peer, named_in
from mahdar.reading.conditions import noun_stems
from mahdar.reading.context import Context
from mahdar.reading.memory import Memory
from mahdar.reading.styles import is_style

__all__ = ["her_turn", "is_host", "office_in", "turn_of", "turn_of_unread"]


def turn_of(ctx: Context, sentence: Sentence, actor: Actor, memory: Memory) -> PartyCode | None:
    """Return for whom a bare title speaks where the text says that it is the other side's turn.

    Args:
        ctx: the article.
        sentence: where the title stands.
        actor: a title that names neither a person nor a party.
        memory: who met, and who spoke last.

    Returns:
        None where nothing says so, or where who spoke last is none of the two that talk.
    """
    pair, last = memory.pair(ctx), memory.heard(ctx)
    if (thanked := _thanked(ctx, sentence, actor)) in pair:
        here = thanked
    elif _is_guest(ctx, actor) and ctx.home in pair:
        here = ctx.home
    elif len(last) == 1 and _is_past(ctx, sentence, actor, last[0]):
        here = last[0]
    else:
        return None
    others = [code for code in pair if code != here]
    return others[0] if here in pair and len(others) == 1 else None


def turn_of_unread(ctx: Context, sentence: Sentence, i: int, memory: Memory) -> PartyCode | None:
    """Return for whom somebody speaks whom no list knows, where the text says that it is the other's turn.

    Args:
        ctx: the article.
        sentence: where the verb stands.
        i: the verb.
        memory: who met, and who spoke last.
    """
    if not any(ctx.folds[k] in ctx.acts.words["other_turn"] for k in range(max(sentence.first, i - 3), i)):
        return None
    pair, last = memory.pair(ctx), memory.heard(ctx)
    others = [code for code in pair if code not in last]
    return others[0] if len(last) == 1 and last[0] in pair and len(others) == 1 else None


def office_in(ctx: Context, actor: Actor) -> OfficeMention | None:
    """Return the title that an actor is written with; None where he is written with none."""
    offices = ctx.at.offices
    return next((offices[k] for k in range(actor.first, actor.last) if k in offices), None)


def her_turn(ctx: Context, actor: Actor, name: str) -> bool:
    """Say whether a title is a woman's and all that the text calls somebody a man's, or the other way."""
    hers = _told_gender(ctx, actor)
    titles = (m.first for m in ctx.article.mentions.offices if m.name == name)
    his = {_is_hers(ctx, first) for first in titles if not is_style(ctx, first)}
    return hers is not None and bool(his) and hers not in his


def _told_gender(ctx: Context, actor: Actor) -> bool | None:
    """Say whether a title, or a style with its pronoun («معاليها»), is a woman's; None without either."""
    office = office_in(ctx, actor)
    if is_style(ctx, actor.last - 1):
        return ctx.folds[actor.last - 1].endswith(_HERS)
    return None if office is None else _is_hers(ctx, office.first)


def _turns(ctx: Context, sentence: Sentence, actor: Actor) -> bool:
    """Say whether «من جانبه», «بدوره» stand before a subject in its clause, or right behind it."""
    return any(ctx.folds[k] in ctx.acts.words["other_turn"] for k in _around(ctx, sentence, actor))


def _around(ctx: Context, sentence: Sentence, actor: Actor) -> Iterator[int]:
    """Yield the words of a clause around its subject, those before it as far as the sentence opens near."""
    yield from range(max(sentence.first, actor.first - _BEFORE), actor.first)
    yield from _behind(ctx, sentence, actor, _BEHIND)


def _behind(ctx: Context, sentence: Sentence, actor: Actor, count: int) -> Iterator[int]:
    """Yield the words behind a subject, at most so many, and none behind a mark that is no comma."""
    for k in range(actor.last, min(actor.last + count, sentence.last)):
        if ctx.words[k].gap.strip(_COMMAS):
            return
        yield k


def _is_past(ctx: Context, sentence: Sentence, actor: Actor, last: PartyCode) -> bool:
    """Say whether the turn of whoever spoke last is over."""
    if _turns(ctx, sentence, actor) or _is_done_to(ctx, sentence, actor, last):
        return True
    return last != ctx.home and is_host(ctx, actor)


def _is_done_to(ctx: Context, sentence: Sentence, actor: Actor, last: PartyCode) -> bool:
    """Say whether a clause names whoever spoke last as another («وشكره الوزير», «نظيره القبرصي»)."""
    verb = actor.first - 1
    while verb > sentence.first and ctx.folds[verb] in ctx.roles.honorifics:
        verb -= 1
    if verb >= sentence.first and any(c.form.kind == "finite" and c.pronoun for c in ctx.candidates[verb]):
        return True
    peers = (k for k in _behind(ctx, sentence, actor, _PEER) if is_peer(ctx, k))
    return any(party == last for k in peers for _, party in named_in(ctx, k, k + 2))


def _thanked(ctx: Context, sentence: Sentence, actor: Actor) -> PartyCode | None:
    """Return whom a clause praises or thanks: nobody's own side («أشاد السفير بكينيا», «عن شكره للهند»)."""
    lam, thanks = slot("preposition")[1], ctx.acts.words["thanks"]
    party = next(
        (ctx.at.parties[k] for k in _behind(ctx, sentence, actor, _THANKED) if k in ctx.at.parties), None
    )
    if party is None:
        return None
    verbs = (c.form.head for c in ctx.candidates[max(actor.first - 1, 0)])
    praises = any(ctx.acts.heads[head].id in ctx.head_lists["praise"] for head in verbs)
    noun = party.first - 1
    given = ctx.prefix(party) == lam and noun not in ctx.at.people
    given = given and not thanks.isdisjoint(noun_stems(ctx.folds[noun]))
    return party.code if praises or given else None


def is_host(ctx: Context, actor: Actor) -> bool:
    """Say whether a state's own account gives a title an honour and no state: it means the state's own."""
    own = ctx.article.kind == _OWN and ctx.home is not None
    return own and any(ctx.folds[k] in ctx.roles.honorifics for k in range(actor.first - 1, actor.last))


def _is_guest(ctx: Context, actor: Actor) -> bool:
    """Say whether a title tells of a guest («الوزير الضيف»)."""
    words = range(actor.first, min(actor.last + 1, len(ctx.words)))
    return any(n in ctx.acts.words["guest"] for k in words for n in noun_stems(ctx.folds[k]))


def _is_hers(ctx: Context, at: int) -> bool:
    """Say whether a title is a woman's («الوزيرة», «نظيرته»)."""
    return ctx.words[at].text.endswith(_FEMININE)


_TEH = "\N{ARABIC LETTER TEH}"
_HIS = "\N{ARABIC LETTER HEH}"
_HERS = _HIS + "\N{ARABIC LETTER ALEF}"
_FEMININE = ("\N{ARABIC LETTER TEH MARBUTA}", _TEH + _HIS, _TEH + _HERS)
_COMMAS = ",\N{ARABIC COMMA} "
_BEFORE, _BEHIND = 6, 3
"""Words before a subject, and behind it, among which a turn is told."""
_THANKED = 5
"""Words behind a subject among which stands whom a clause thanks."""
_PEER = 4
"""Words behind a subject among which a verb's object stands."""
_OWN = "ministry_post"
