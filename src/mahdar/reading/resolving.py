"""An actor as written → parties and people: what role words, bare titles and statements stand for."""

from __future__ import annotations

from mahdar.language.clitics import bare
from mahdar.model.prose import Sentence
from mahdar.model.units import PartyCode
from mahdar.reading.actors import Actor, actor_at
from mahdar.reading.bodies import body_meant, delegation_meant, sides_meant
from mahdar.reading.conditions import noun_stems
from mahdar.reading.context import Context
from mahdar.reading.holders import holder_spoken_of, is_any, known_holder, may_hold, party_of
from mahdar.reading.memory import Memory, Subject
from mahdar.reading.nameless import is_same, title_of, titled_so
from mahdar.reading.styles import bearer_of_style
from mahdar.reading.turn_taking import her_turn, is_host, office_in, turn_of

__all__ = ["party_of", "resolved"]


def resolved(
    ctx: Context, sentence: Sentence, actor: Actor, memory: Memory, found: tuple[str, int, int]
) -> Subject:
    """Turn role words into parties and people.

    Args:
        ctx: the article.
        sentence: where the actor stands.
        actor: the subject as written.
        memory: what was spoken of before.
        found: the rule that found the actor, and where the clause goes on and begins.
    """
    rule, last, first = found
    if actor.private or _out_of_office(ctx, actor):
        return Subject((), actor.speaker, rule, last, first, actor.people, one=True)
    if _with_guest(actor):
        return Subject(memory.pair(ctx), None, rule, last, first)
    parties, people = actor.parties, actor.people
    if not parties and _of_last(actor):
        parties = memory.state(ctx)
    if not parties and actor.roles:
        parties, people = _by_role(ctx, sentence, actor, memory)
    if not parties and people:
        party = party_of(ctx, memory, people[0])
        parties = (party,) if party else ()
    if not people and actor.titled and len(parties) == 1 and not actor.plural:
        people = known_holder(ctx, memory, actor, parties[0])
    speaker = people[0] if len(people) == 1 and len(parties) <= 1 else None
    one = bool(actor.roles) and not actor.plural
    met = any(r.refers == "encounter" for r in actor.roles)
    nameless = not (people or actor.plural) and len(parties) == 1
    title = title_of(ctx, actor, memory, parties) if nameless else -1
    return Subject(
        parties,
        speaker,
        rule,
        last,
        first,
        people,
        one=one,
        plural=actor.plural,
        of_encounter=met,
        title=title,
    )


def _out_of_office(ctx: Context, actor: Actor) -> bool:
    """Say whether one is named who held a state's office once, and acts for it no more."""
    named = bool(actor.people) and ctx.people_of_the_past.issuperset(actor.people)
    return named and ctx.states.issuperset(actor.parties)


def _with_guest(actor: Actor) -> bool:
    """Say whether somebody and his guest, or his host, act together («بحث الرئيس وضيفته …»)."""
    beside = bool(actor.people or actor.parties) or len(actor.roles) > 1
    return beside and any(r.id == _GUEST for r in actor.roles)


_GUEST = "ar.role.guest"


def _of_last(actor: Actor) -> bool:
    """Say whether somebody acts for the state spoken of last: its minister, or a spokesperson with a name."""
    role = actor.roles[-1].id if actor.roles else ""
    return role == _HIS_MINISTER or (role == _SPOKESMAN and bool(actor.people))


_HIS_MINISTER = "ar.role.his_minister"
_LAM = "\N{ARABIC LETTER LAM}"


def _by_role(
    ctx: Context, sentence: Sentence, actor: Actor, memory: Memory
) -> tuple[tuple[PartyCode, ...], tuple[str, ...]]:
    """Resolve role words: the pair for the sides, a statement's issuer, the last speaker for one person."""
    kinds = {r.refers for r in actor.roles}
    if "statement" in kinds:
        return _issuer(ctx, sentence, actor, memory), ()
    if len(actor.roles) == 1 and kinds <= {"body", "parties"} and actor.roles[0].number != "d":
        body = body_meant(ctx, actor.first, actor.last) or _by_last(ctx, actor, memory)
        if actor.roles[0].id == _DELEGATION:
            body = delegation_meant(ctx, actor.last - 1)
        if (
            body is None
            and kinds == {"body"}
            and actor.last == actor.first + 1
            and sides_meant(ctx, actor.first)
        ):
            return memory.pair(ctx), ()
        if body is not None or kinds == {"body"}:
            return ((body,) if body else ()), ()
    if kinds != {"source"} and kinds - {"person", "official"}:
        return _by_sides(ctx, actor, memory, kinds), ()
    return _by_person(ctx, sentence, actor, memory, kinds)


_DELEGATION = "ar.role.delegation"


def _by_last(ctx: Context, actor: Actor, memory: Memory) -> PartyCode | None:
    """Return the body that acted last, where a short form is one of its names («كالاس … إن الاتحاد»)."""
    hit = ctx.party_names.at(ctx.folds, actor.first)
    last = memory.recent[-1].parties if memory.recent else ()
    if hit is None or hit[0] != actor.last - actor.first or len(last) != 1:
        return None
    return last[0] if last[0] in hit[1].codes else None


def _by_person(
    ctx: Context, sentence: Sentence, actor: Actor, memory: Memory, kinds: set[str]
) -> tuple[tuple[PartyCode, ...], tuple[str, ...]]:
    """Resolve a word for one person: the holder of the office, the last speaker, one without a name."""
    told = _told_whose(ctx, sentence, actor, memory) if kinds == {"person"} else None
    if told is not None:
        return told
    name, other = _spokesman(ctx, actor, memory), _without_name(ctx, actor, memory)
    if name is None and other is not None:
        return (other,), ()
    nameless = kinds == {"official"} or is_same(ctx, actor) or titled_so(ctx, actor, memory)
    unnamed = bool(memory.unnamed) if nameless else kinds == {"source"}
    if name is None:
        name = holder_spoken_of(ctx, actor, memory)
        if name is not None and her_turn(ctx, actor, name):
            name = _named_last(ctx, actor) or name
        if name is None or unnamed:
            return _nobody_named(ctx, actor, memory, unnamed=unnamed), ()
    party = party_of(ctx, memory, name)
    return ((party,) if party else ()), (name,)


def _told_whose(
    ctx: Context, sentence: Sentence, actor: Actor, memory: Memory
) -> tuple[tuple[PartyCode, ...], tuple[str, ...]] | None:
    """Resolve a title whose style, turn or honour tells whose it is; None where nothing does."""
    borne = bearer_of_style(ctx, actor.last - 1, memory.speaker)
    if borne is not None:
        party = party_of(ctx, memory, borne.name) or borne.party
        return ((party,) if party else ()), ((borne.name,) if borne.name else ())
    turn = turn_of(ctx, sentence, actor, memory)
    turn = turn if turn is not None and _is_bare(ctx, actor, memory) else None
    if turn is None and ctx.home is not None and is_host(ctx, actor):
        turn = ctx.home
    if turn is None:
        return None
    name = _named_last(ctx, actor, turn)
    return (turn,), ((name,) if name else ())


def _nobody_named(ctx: Context, actor: Actor, memory: Memory, *, unnamed: bool) -> tuple[PartyCode, ...]:
    """Return for whom somebody nameless acts: who spoke so last, the body named last, one's own state."""
    if any(r.id == "office" for r in actor.roles) and holder_spoken_of(ctx, actor, memory) is None:
        return memory.state(ctx) if _speaks_for_last(ctx, actor) else ()
    return memory.unnamed or (() if unnamed else _own_official(ctx, actor))


def _is_bare(ctx: Context, actor: Actor, memory: Memory) -> bool:
    """Say whether a title is nobody's in particular, or that of whoever spoke last, who has had his turn."""
    office, word = office_in(ctx, actor), ctx.folds[actor.last - 1]
    if bare(word) == word:
        return False
    if office is None or memory.speaker is None:
        return True
    whole = any(r.id == "office" for r in actor.roles)
    return office.name in {None, memory.speaker} and (not whole or may_hold(ctx, memory.speaker, office))


def _named_last(ctx: Context, actor: Actor, party: PartyCode | None = None) -> str | None:
    """Return who was named last before a title that may be his; of one party alone, or of any.

    The only one whom the text names of a party may bear another title too.
    """
    office = office_in(ctx, actor)
    named = dict.fromkeys(m.name for m in reversed(ctx.article.mentions.people) if m.first < actor.first)
    ours = [n for n in named if party is None or ctx.party_of(n) == party]
    found = next((n for n in ours if not her_turn(ctx, actor, n) and may_hold(ctx, n, office)), None)
    return ours[0] if found is None and party is not None and len(ours) == 1 else found


def _own_official(ctx: Context, actor: Actor) -> tuple[PartyCode, ...]:
    """Return a state's own account's state for its «السفير», where no other state's is spoken of."""
    office = office_in(ctx, actor)
    if ctx.home is None or ctx.article.kind != _OWN or office is None:
        return ()
    heads = set(noun_stems(ctx.folds[office.first]))
    same = (m for m in ctx.article.mentions.offices if m.party not in {None, ctx.home})
    return () if any(not heads.isdisjoint(noun_stems(ctx.folds[m.first])) for m in same) else (ctx.home,)


_OWN = "ministry_post"


def _speaks_for_last(ctx: Context, actor: Actor) -> bool:
    """Say whether somebody speaks for the body named last («المتحدثة باسم الوزارة»)."""
    office = office_in(ctx, actor)
    return office is not None and office.title.startswith(_SPOKES) and not is_any(ctx, office)


def _without_name(ctx: Context, actor: Actor, memory: Memory) -> PartyCode | None:
    """Return for whom somebody acts whose title the text gave, and no name («السفير» behind «السفير الكوري»).

    Whoever spoke last is meant, unless his own title begins with another word.
    """
    office = office_in(ctx, actor)
    known = office is not None and bool(office.name or office.party)
    if known or any(r.refers != "person" or r.id == "office" for r in actor.roles):
        return None
    offices = ctx.article.mentions.offices
    heads = set(noun_stems(ctx.folds[actor.last - 1]))
    his = {n for m in offices if m.name == memory.speaker for n in noun_stems(ctx.folds[m.first])}
    if memory.speaker is not None and (not his or heads & his):
        return None
    before = (
        m
        for m in reversed(offices)
        if m.first < actor.first and not heads.isdisjoint(noun_stems(ctx.folds[m.first]))
    )
    return next((m.party for m in before if m.party), None)


def _spokesman(ctx: Context, actor: Actor, memory: Memory) -> str | None:
    """Return the named spokesperson who spoke last, unless somebody unnamed spoke since."""
    if memory.unnamed or not any(r.id == _SPOKESMAN for r in actor.roles):
        return None
    spoke = reversed(memory.speakers)
    return next((n for n in spoke if any(t.startswith(_SPOKES) for t in ctx.offices_of(n))), None)


_SPOKESMAN, _SPOKES = "ar.role.spokesman", "Spokes"


def _by_sides(ctx: Context, actor: Actor, memory: Memory, kinds: set[str]) -> tuple[PartyCode, ...]:
    """Resolve words for several: officials of nobody are nobody; else a state, all sides, the pair."""
    if kinds == {"people"} and bare(ctx.folds[actor.first]) == ctx.folds[actor.first]:
        return ()
    if "home" in kinds:
        return (ctx.home,) if ctx.home else ()
    if "organ" in kinds:
        return _own_state(ctx, actor, memory)
    behind = ctx.folds[actor.last] if actor.last < len(ctx.folds) else ""
    if "all" in kinds and behind in ctx.acts.words["of_a_conflict"]:
        return ()
    if "all" in kinds or all(r.number == "p" for r in actor.roles):
        return memory.group or ctx.sides or (() if "all" in kinds else memory.bloc(ctx) or memory.pair(ctx))
    return memory.pair(ctx)


def _own_state(ctx: Context, actor: Actor, memory: Memory) -> tuple[PartyCode, ...]:
    """Return the state of an organ, not that whose envoy it deals with («استدعت الوزارة السفير الكيني»).

    «استدعت الوزارة سفير البحرين لدى كينيا» may call its own home.
    """
    found = memory.state(ctx)
    near = range(actor.last, min(actor.last + _ENVOY_WITHIN, len(ctx.words)))
    envoys = (ctx.at.offices[k] for k in near if k in ctx.at.offices and bare(ctx.folds[k]) != ctx.folds[k])
    if not any(envoy.party in found and envoy.title.startswith(_ENVOYS) for envoy in envoys):
        return found
    return (ctx.home,) if ctx.home and ctx.home not in found else ()


_ENVOYS = ("Ambassador", "Charg")
_ENVOY_WITHIN = 8
"""Words behind an organ within which an envoy stands whom it deals with."""


def _issuer(ctx: Context, sentence: Sentence, actor: Actor, memory: Memory) -> tuple[PartyCode, ...]:
    """Return for whom a statement speaks: who issued it, both sides of a joint text, else who spoke last."""
    stop = min(actor.last + 4, sentence.last)
    if actor.last < stop and ctx.folds[actor.last].startswith(_LAM) and not ctx.words[actor.last].gap:
        if actor.last in ctx.organs:
            return memory.state(ctx)
        near = ctx.parties_in(actor.last, min(actor.last + 3, stop))
        if near and near[0].first - actor.last <= 1:
            return (near[0].code,)
    if actor.last < stop and ctx.folds[actor.last] in ctx.acts.words["issued"]:
        issuer = next((actor_at(ctx, k, sentence.last) for k in range(actor.last + 1, stop)), None)
        issuer = issuer or next((actor_at(ctx, k, sentence.last) for k in range(actor.last + 2, stop)), None)
        if issuer is not None and issuer.parties:
            return issuer.parties
    return memory.pair(ctx) if ctx.joint_text else memory.heard(ctx)
