"""Whose words the text of a speech is: «نص كلمة وزيرة خارجية السويد في افتتاح المنتدى» above it.

A speech is printed without quotation marks. Its headline names who held it, and the text says «I» or «we».
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mahdar.reading.actors import Actor, actor_at

if TYPE_CHECKING:
    from mahdar.model.prose import Sentence
    from mahdar.reading.context import Context

__all__ = ["speech_of"]


def speech_of(ctx: Context) -> Actor | None:
    """Return who holds the speech that an article is the text of; None for any other article."""
    if ctx.article.kind in _OWN_VOICE or not ctx.sentences:
        return None
    head = ctx.sentences[0]
    start = _behind_noun(ctx, head)
    if start is None:
        return None
    actor = actor_at(ctx, start, head.last)
    if actor is None or len(actor.people) > 1 or actor.plural or actor.private:
        return None
    if actor.titled and not actor.parties and _addresses(ctx, head.last):
        state = ctx.home or ctx.top_state
        actor = replace(actor, parties=(state,) if state else ())
    if len(actor.parties) != 1:
        return None
    return actor if _tells_no_act(ctx, actor.last, head.last) and _speaks(ctx, head) else None


_OWN_VOICE = frozenset({"interview", "joint_statement"})
"""Kinds of articles that tell otherwise who speaks."""


def _behind_noun(ctx: Context, head: Sentence) -> int | None:
    """Return the word behind the one for a speech, with which a headline begins."""
    for k in range(head.first, min(head.first + _NOUN, head.last)):
        word = ctx.folds[k]
        if word in ctx.acts.words["speech"] or word.removeprefix(_LAM) in ctx.acts.words["speech"]:
            return k + 1 if k + 1 < head.last and not ctx.words[k + 1].gap else None
        if word not in ctx.acts.words["speech_lead"]:
            return None
    return None


_NOUN = 4
"""Words of a headline within which the speech is named («النص الكامل لكلمة …»)."""
_LAM = "\N{ARABIC LETTER LAM}"


def _tells_no_act(ctx: Context, first: int, last: int) -> bool:
    """Say whether a headline goes on without a verb, so that it only names the text below it."""
    behind = (k for k in range(first, last) if ctx.folds[k] not in ctx.acts.words["detached"])
    return not any(c.form.kind == "finite" for k in behind for c in ctx.candidates[k])


def _speaks(ctx: Context, head: Sentence) -> bool:
    """Say whether the text says «I» or «we» often enough outside quotation marks."""
    heard, enough = 0, 1 if _addresses(ctx, head.last) else _OFTEN
    for k in range(head.last, len(ctx.folds)):
        own = any(c.form.person == 1 and c.form.kind == "finite" for c in ctx.candidates[k])
        heard += own and ctx.quoted(k) is None
        if heard >= enough:
            return True
    return False


_OFTEN = 3
"""Verbs in the first person that a speech has at least that addresses nobody."""


def _addresses(ctx: Context, first: int) -> bool:
    """Say whether a text begins with whom it is spoken to («أصحاب المعالي والسعادة، السيدات والسادة»)."""
    pairs = (
        f"{ctx.folds[k]} {ctx.folds[k + 1]}" for k in range(first, min(first + _NEAR, len(ctx.folds) - 1))
    )
    return any(pair in ctx.acts.words["salutation"] for pair in pairs)


_NEAR = 12
"""Words below the headline in which a speech begins to address somebody."""
