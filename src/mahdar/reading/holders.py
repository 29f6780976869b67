"""Who holds an office that is spoken of: a title or a word for an official → a person named."""

from __future__ import annotations

from mahdar.language.clitics import bare
from mahdar.model.mentions import OfficeMention
from mahdar.model.units import PartyCode
from mahdar.reading.actors import Actor
from mahdar.reading.clauses import is_peer
from mahdar.reading.context import Context
from mahdar.reading.memory import Memory
from mahdar.reading.turn_taking import office_in

__all__ = ["holder_spoken_of", "is_any", "known_holder", "may_hold", "party_of"]


def party_of(ctx: Context, memory: Memory, speaker: str | None) -> PartyCode | None:
    """Return for whom a person acts; None where neither his acts so far nor his titles say."""
    if speaker is None:
        return None
    return memory.speakers.get(speaker) or ctx.party_of(speaker)


def known_holder(ctx: Context, memory: Memory, actor: Actor, party: PartyCode) -> tuple[str, ...]:
    """Return who of a party is meant by a title: «الوزير الألماني» behind «شتاينماير».

    Whoever spoke last, unless his office is another; else the only one of that party who may hold it. An
    official without a name is nobody of those named.
    """
    if any(r.refers in _NAMELESS for r in actor.roles):
        return _official_heard(ctx, memory, actor, party)
    office = office_in(ctx, actor)
    if office is not None and is_any(ctx, office):
        return ()
    spoke = (name for name in reversed(memory.speakers) if party_of(ctx, memory, name) == party)
    found = next((name for name in spoke if may_hold(ctx, name, office)), None)
    if found is None and office is not None:
        told = (m.name for m in ctx.article.mentions.people if not _is_ours(ctx, m.first))
        named = dict.fromkeys(name for name in told if ctx.party_of(name) == party)
        fitting = [name for name in named if may_hold(ctx, name, office)]
        found = fitting[0] if len(fitting) == 1 else None
    return (found,) if found else ()


def _is_ours(ctx: Context, first: int) -> bool:
    """Say whether somebody speaks of one of his own side («رئيسنا فلان»): he is not that one himself."""
    return first > 0 and ctx.folds[first - 1] in ctx.acts.words["our_official"] and not ctx.words[first].gap


def _official_heard(ctx: Context, memory: Memory, actor: Actor, party: PartyCode) -> tuple[str, ...]:
    """Return whoever spoke last, where a definite word for an official of his state means him.

    «قال لوك فيرميرن …، وأضاف المسؤول البلجيكي أن …»: nobody without a name spoke since.
    """
    name, word = memory.speaker, ctx.folds[actor.first]
    same = name is not None and party_of(ctx, memory, name) == party and not memory.unnamed
    official = any(r.id == _OFFICIAL for r in actor.roles) and bare(word) != word
    return (name,) if name is not None and same and official else ()


_OFFICIAL = "ar.role.official"
_NAMELESS = frozenset({"people", "source", "official"})
_SPOKES = "Spokes"


def is_any(ctx: Context, office: OfficeMention) -> bool:
    """Say whether a title means any of several («متحدثة باسم …», not «المتحدثة باسم …»)."""
    word = ctx.folds[office.first]
    return office.title.startswith(_SPOKES) and bare(word) == word


def may_hold(ctx: Context, name: str, office: OfficeMention | None) -> bool:
    """Say whether nothing in the article speaks against somebody's holding an office."""
    his = ctx.offices_of(name)
    if office is None or (not his and not office.title.startswith(_SPOKES)):
        return True
    return any(_may_mean(office.title, title) for title in his)


def _may_mean(office: str, held: str) -> bool:
    """Say whether a bare title may mean an office that somebody holds («Minister», «Minister of Health»)."""
    return held.startswith(office) or (office == _MINISTER and any(w in held for w in _MINISTERS))


_MINISTER = "Minister"
_MINISTERS = ("Minister", "Secretary")
"""What «الوزير» is called in English, in other offices of his rank too."""


def holder_spoken_of(ctx: Context, actor: Actor, memory: Memory) -> str | None:
    """Return who spoke last, unless the text says that another holds the office that is meant."""
    if any(r.id == _LATTER for r in actor.roles):
        named = (m.name for m in reversed(ctx.article.mentions.people) if m.first < actor.first)
        return next(named, None)
    name, office = memory.speaker, office_in(ctx, actor)
    if name is None or office is None:
        return name or _first_holder(ctx, office)
    whole = any(r.id == "office" for r in actor.roles)
    if may_hold(ctx, name, office) and not (whole and not ctx.offices_of(name)):
        return name
    if whole:
        return _first_holder(ctx, office)
    return _at_home(ctx, office) or office.name or name


_LATTER = "ar.role.latter"


def _first_holder(ctx: Context, office: OfficeMention | None) -> str | None:
    """Return the holder of a title, else the first in the article who holds such a title."""
    if office is None or office.name:
        return office.name if office else None
    same = (m for m in ctx.article.mentions.offices if m.title == office.title and m.name)
    return next((m.name for m in same if _beside_name(ctx, m) and not is_peer(ctx, m.first)), None)


def _beside_name(ctx: Context, office: OfficeMention) -> bool:
    """Say whether a title stands right beside its holder's name."""
    return any(k in ctx.at.people for k in range(office.last, office.last + 4))


def _at_home(ctx: Context, office: OfficeMention) -> str | None:
    """Return who holds such an office in the state that the article takes for granted."""
    if ctx.home is None:
        return None
    holders = (m.name for m in ctx.article.mentions.offices if m.name and _may_mean(office.title, m.title))
    return next((name for name in holders if ctx.party_of(name) == ctx.home), None)
