"""Who speaks in lines under a label: «وزير الخارجية فلان في مؤتمر صحفي:» over the list of what he said.

Channels and papers set words so without a verb of saying. The label stands on a line of its own, or before
the words on theirs («الرئيس فلان: سنوقع …»). Headlines of that form are read elsewhere. A speech printed as
a whole stands under its headline.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING
from unicodedata import category

from mahdar.reading.actors import Actor, actor_at
from mahdar.reading.speeches import speech_of

if TYPE_CHECKING:
    from mahdar.model.prose import Sentence
    from mahdar.reading.context import Context

__all__ = ["Label", "labels_of"]


@dataclass(frozen=True, slots=True)
class Label:
    """Whose words a block holds."""

    actor: Actor
    first: int
    """Where his words begin."""
    last: int
    """One past their last word."""
    listed: bool = True
    """False for a speech printed as a whole: no part of it is quoted by anybody."""


def labels_of(ctx: Context) -> Mapping[int, Label]:
    """Return the labelled blocks of an article: number of the block → whose words it holds."""
    speaker = speech_of(ctx)
    if speaker is not None:
        head = ctx.sentences[0].number
        spoken = (s for s in ctx.sentences if s.number != head and s.block != "question")
        blocks = groupby(spoken, key=lambda s: s.number)
        return {number: _spoken(speaker, list(block)) for number, block in blocks}
    if ctx.article.kind in _OWN_VOICE or not _any_colon(ctx):
        return {}
    found: dict[int, Label] = {}
    above: Actor | None = None
    for number, sentences in groupby(ctx.sentences, key=lambda s: s.number):
        block = list(sentences)
        first, last = block[0].first, block[-1].last
        if _ends_in_colon(ctx, block[-1]):
            above = _speaker(ctx, first, last)
            continue
        above = above if _listed(ctx, block[0]) else None
        own = _inline(ctx, block[0], last) if block[0].block in _LINES else None
        if own is not None:
            found[number] = own
        elif above is not None:
            found[number] = Label(above, first, last)
    return found


def _spoken(speaker: Actor, block: list[Sentence]) -> Label:
    """Return the label of a block of a speech."""
    return Label(speaker, block[0].first, block[-1].last, listed=False)


def _listed(ctx: Context, sentence: Sentence) -> bool:
    """Say whether a line is one of a list: behind a bullet, or a picture that stands for one."""
    return sentence.block == "bullet" or category(ctx.text[sentence.start]) == _PICTURE


_PICTURE = "So"
_OWN_VOICE = frozenset({"interview", "joint_statement"})
"""Kinds of articles that tell otherwise who speaks."""
_LINES = frozenset({"bullet", "heading", "prose"})


def _any_colon(ctx: Context) -> bool:
    """Say whether the article has a colon at all: most reports need no further look."""
    return ":" in ctx.text[ctx.sentences[0].start : ctx.sentences[-1].end + 1] if ctx.sentences else False


def _ends_in_colon(ctx: Context, sentence: Sentence) -> bool:
    """Say whether a line leads to the next ones."""
    return ctx.text[sentence.start : sentence.end].rstrip().endswith(":")


def _speaker(ctx: Context, first: int, last: int) -> Actor | None:
    """Return the one person of whom a line tells that the next ones are his words."""
    for k in range(first, last):
        if k in ctx.starts and not ctx.governed(k):
            actor = actor_at(ctx, k, last)
            return actor if actor is not None and actor.first == k and _is_one(actor) else None
        if not _leads(ctx, k):
            return None
    return None


def _leads(ctx: Context, k: int) -> bool:
    """Say whether a word may stand in a label before who speaks («أبرز ما قاله …:», «وأضاف …:»)."""
    heads = (ctx.acts.heads[c.form.head] for c in ctx.candidates[k] if c.form.kind == "finite")
    says = any(head.frame == "report" for head in heads)
    return says or ctx.folds[k] in ctx.lists["label_lead"] or ctx.folds[k] in ctx.roles.honorifics


def _is_one(actor: Actor) -> bool:
    """Say whether an actor is one person, by name or by title, for one party at most."""
    several = len(actor.people) > 1 or len(actor.parties) > 1 or any(r.number != "s" for r in actor.roles)
    return (bool(actor.people) or actor.titled) and not several


def _inline(ctx: Context, sentence: Sentence, last: int) -> Label | None:
    """Return the label that a line begins with («فلان لـ«الخبر»: نرحب …»), where enough follows it."""
    first = sentence.first
    if first not in ctx.starts or ctx.governed(first):
        return None
    colon = next((k for k in range(first + 1, min(first + _LABEL, sentence.last)) if _colon(ctx, k)), None)
    if colon is None or last - colon < _WORDS:
        return None
    actor = actor_at(ctx, first, colon)
    if actor is None or actor.first != first or not _is_one(actor):
        return None
    told = any(c.form.kind == "finite" for k in range(actor.last, colon) for c in ctx.candidates[k])
    return None if told else Label(_told_of_before(ctx, actor), colon, last)


def _told_of_before(ctx: Context, actor: Actor) -> Actor:
    """Return a bare title in a label with the party that the article gives it elsewhere («المتحدثة: …»)."""
    if actor.parties or actor.people or actor.last != actor.first + 1:
        return actor
    word = ctx.folds[actor.first]
    before = (o for o in ctx.article.mentions.offices if o.first < actor.first)
    same = [o for o in before if o.party and ctx.folds[o.first] == word]
    parties, names = {o.party for o in same if o.party}, {o.name for o in same if o.name}
    if len(parties) != 1:
        return actor
    return replace(actor, parties=tuple(parties), people=tuple(names) if len(names) == 1 else ())


def _colon(ctx: Context, k: int) -> bool:
    """Say whether a colon stands before a word."""
    return ":" in ctx.words[k].gap


_LABEL = 20
"""Words of a label at most."""
_WORDS = 4
"""Words that are somebody's own at least."""
