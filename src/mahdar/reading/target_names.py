"""Who is named in a stretch of text, and in what part: as its owner, as a place, as whom it is done to.

Source: lexicon/data/ar/reading.toml, words place_noun, fought, sponsored, against
"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.model.mentions import OfficeMention, PartyMention, PersonMention
from mahdar.model.units import PartyCode
from mahdar.reading.conditions import noun_stems
from mahdar.reading.context import Context

__all__ = ["Mentioned", "against", "fought", "is_state", "led_to", "located", "mentioned", "sponsors"]


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A party where it is named, by itself or by somebody who acts for it."""

    first: int
    last: int
    code: PartyCode
    joined: bool
    """True where a conjunction joins it to what stands before."""
    particle: str
    """The preposition attached to its first word; empty where there is none."""
    person: bool
    """True where it is named by one of its people."""


def mentioned(ctx: Context, start: int, end: int) -> list[Mentioned]:
    """Return who is named from word `start` to word `end` (exclusive), in text order."""
    found = [_of(ctx, m, m.code) for m in ctx.parties_in(start, end)]
    for bearer in ctx.bearers_in(start, end):
        party = bearer.party or (ctx.party_of(bearer.name) if bearer.name else None)
        if party:
            found.append(_of(ctx, bearer, party))
    return sorted(found, key=lambda m: m.first)


def _of(ctx: Context, m: PartyMention | PersonMention | OfficeMention, code: PartyCode) -> Mentioned:
    """Say how a party is named."""
    joined = ctx.folds[m.first][0] in ctx.conjunctions
    particle = ctx.prefix(m).lstrip("".join(ctx.conjunctions))
    return Mentioned(m.first, m.last, code, joined, particle, not isinstance(m, PartyMention))


def is_state(code: PartyCode) -> bool:
    """Say whether a code is a state's, not a body's or group's."""
    return len(code) == _STATE


_STATE = 3


def located(ctx: Context, m: Mentioned) -> bool:
    """Say whether a state is named only for where something is («في اليمن», «قبالة السواحل اليمنية»)."""
    if m.person or not m.first:
        return False
    k = m.first - 1
    nouns = (n for j in range(max(k - 1, 0), m.first) for n in noun_stems(ctx.folds[j]))
    return ctx.folds[k] in ctx.acts.words["place_of"] or any(n in ctx.acts.words["place_noun"] for n in nouns)


def sponsors(ctx: Context, m: Mentioned) -> bool:
    """Say whether somebody is named for the care that he takes of it («برعاية رئيس الاتحاد الأفريقي»)."""
    return any(ctx.folds[k] in ctx.acts.words["sponsored"] for k in range(max(m.first - 2, 0), m.first))


def fought(ctx: Context, m: Mentioned) -> bool:
    """Say whether somebody is named as the enemy («في حربه على فلول التنظيم»)."""
    before = range(max(m.first - _ENEMY, 0), m.first)
    return any(n in ctx.acts.words["fought"] for k in before for n in noun_stems(ctx.folds[k]))


_ENEMY = 4


def against(ctx: Context, m: Mentioned) -> bool:
    """Say whether something is done to him, with him or away from him, not by him («هجمات على كييف»)."""
    lead = ctx.folds[m.first - 1] if m.first else ""
    return lead in ctx.acts.words["against"] or m.particle == _LAM


def led_to(ctx: Context, m: Mentioned) -> bool:
    """Say whether something is said or given to him («لليابان», «إلى اليابان»)."""
    return m.particle == _LAM or (m.first > 0 and ctx.folds[m.first - 1] in ctx.acts.words["unto"])


_LAM = "\N{ARABIC LETTER LAM}"
