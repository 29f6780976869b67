"""Who is interviewed, and for whom he speaks."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mahdar.model.units import PartyCode

if TYPE_CHECKING:
    from mahdar.reading.context import Context

__all__ = ["holder_of", "party_of_holder"]


def holder_of(ctx: Context) -> str | None:
    """Return who is interviewed: who speaks most before the first question, else who holds an office there.

    None outside interviews, and where two could be meant.
    """
    if ctx.article.kind != "interview":
        return None
    asked = _asked(ctx)
    early = [m for m in ctx.article.mentions.people if m.first < asked and not _asks(ctx, m.first)]
    spoke = Counter(m.name for m in early if _behind_speech(ctx, m.first))
    titled = [m.name for m in early if ctx.block_of(m.first) in {"title", "kicker"}]
    first = _first_named(ctx)
    ranked = sorted(spoke, key=lambda n: (-spoke[n], first[n])) or titled
    if ranked:
        return ranked[0]
    held = {m.name for m in early if ctx.offices_of(m.name)}
    return held.pop() if len(held) == 1 else None


def _asks(ctx: Context, i: int) -> bool:
    """Say whether a line names somebody as who asked («حاورته في الكويت: فلانة»)."""
    first = ctx.sentence_of(i).first
    return i - first <= _CREDIT and any(
        ctx.folds[k] in ctx.acts.words["interviewer"] for k in range(first, i)
    )


_CREDIT = 6
"""Words of such a line before the name."""


def party_of_holder(ctx: Context) -> PartyCode | None:
    """Return for whom he speaks: by his name, the headline, or the state whose article it is."""
    if ctx.article.kind != "interview":
        return None
    known = ctx.party_of(ctx.holder) if ctx.holder else _party_of_title(ctx)
    return known or ctx.home or (ctx.top_state if ctx.holder else None)


def _party_of_title(ctx: Context) -> PartyCode | None:
    """Return for whom the headline's first office is held, else the only one before the questions."""
    offices = ctx.article.mentions.offices
    titled = next((m.party for m in offices if ctx.block_of(m.first) == "title"), None)
    before = _asked(ctx)
    early = {m.party for m in offices if m.first < before and m.party}
    return titled or (early.pop() if len(early) == 1 else None)


def _asked(ctx: Context) -> int:
    """Return the first word of the first question; the number of words where nothing is asked."""
    return next((s.first for s in ctx.sentences if s.block == "question"), len(ctx.words))


def _behind_speech(ctx: Context, i: int) -> bool:
    """Say whether a person at a word, title and honorifics before him, stands behind a verb of speech.

    Of whom he speaks, behind a preposition, does not («كاشفاً عن زيارة لوزيرة الخارجية فلانة»).
    """
    title = next((m for m in ctx.article.mentions.offices if m.last == i), None)
    if title is not None and ctx.governed(title.first):
        return False
    for k in range(i - 1, max(i - 12, -1), -1):
        if any(ctx.acts.heads[c.form.head].act_class == "affirm" for c in ctx.candidates[k] if c.form.tense):
            return True
        if ctx.words[k + 1].gap:
            return False
    return False


def _first_named(ctx: Context) -> dict[str, int]:
    """Return where each person is named first in running prose."""
    found: dict[str, int] = {}
    for m in ctx.article.mentions.people:
        prose = ctx.block_of(m.first) == "prose"
        found.setdefault(m.name, m.first + (0 if prose else len(ctx.words)))
    return found
