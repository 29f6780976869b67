"""Who is named in a stretch of text, and in what part: as its owner, as a place, as whom it is done to.

Source: lexicon/data/ar/reading.toml, words place_noun, fought, sponsored, against
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from mahdar.lexicon.fold import fold
from mahdar.model.mentions import OfficeMention, PartyMention, PersonMention
from mahdar.model.units import PartyCode
from mahdar.reading.conditions import noun_stems
from mahdar.reading.context import Context
from mahdar.reading.draft import Draft

__all__ = [
    "Codes",
    "Content",
    "Mentioned",
    "against",
    "against_whom",
    "blow",
    "fought",
    "free",
    "is_agency",
    "is_head",
    "is_state",
    "is_verb",
    "led_to",
    "located",
    "mentioned",
    "others",
    "sponsors",
]

Content: TypeAlias = tuple[int, int]
"""First word of a content and one past its last."""
Codes: TypeAlias = tuple[PartyCode, ...]
"""Parties, in text order."""


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
    return m.first > 0 and ctx.folds[m.first - 1] in ctx.acts.words["against"]


def against_whom(ctx: Context, k: int) -> bool:
    """Say whether a word leads to whom a blow falls on («الهجوم على قافلة …», «استهداف …»)."""
    return ctx.folds[k] in ctx.acts.words["falls_on"]


def led_to(ctx: Context, m: Mentioned) -> bool:
    """Say whether something is said or given to him («لليابان», «إلى اليابان»)."""
    return m.particle == _LAM or (m.first > 0 and ctx.folds[m.first - 1] in ctx.acts.words["to"])


_LAM = "\N{ARABIC LETTER LAM}"


def is_agency(code: PartyCode) -> bool:
    """Say whether a code is an agency's or company's: what is said to one is said to the public."""
    return ":" in code


def is_verb(ctx: Context, k: int) -> bool:
    """Say whether a word is a verb whose subject may follow it."""
    forms = [c.form for c in ctx.candidates[k] if c.form.kind == "finite"]
    return (
        any((f.person, f.number) == (3, "s") for f in forms) and ctx.folds[k] not in ctx.acts.words["against"]
    )


def blow(ctx: Context, start: int) -> bool:
    """Say whether a blow is spoken of («الهجوم», «غاراتها»)."""
    near = ctx.folds[start : start + 4]
    return any(n in ctx.acts.words["strikes"] for word in near for n in noun_stems(word))


def is_head(draft: Draft, words: str) -> bool:
    """Say whether an act's head is in a closed list."""
    return fold(draft.spot.head.word) in draft.spot.ctx.acts.words[words]


def others(draft: Draft, start: int, end: int) -> list[PartyCode]:
    """Return the parties named between two words but for whoever acts, in text order."""
    return [m.code for m in free(draft, start, end)]


def free(draft: Draft, start: int, end: int) -> list[Mentioned]:
    """Return who is named between two words but for whoever acts, in text order."""
    return [m for m in mentioned(draft.spot.ctx, start, end) if m.code not in draft.subject.parties]
