"""Who «we» and «I» are: the speaker of the words they stand in, or the sides whose own text it is."""

from __future__ import annotations

from dataclasses import replace

from mahdar.model.units import PartyCode
from mahdar.reading.actors import actor_at
from mahdar.reading.homographs import OPENINGS
from mahdar.reading.memory import Memory, Subject
from mahdar.reading.resolving import party_of, resolved
from mahdar.reading.spot import Spot

__all__ = ["first_person"]


def first_person(spot: Spot, memory: Memory) -> Subject | None:
    """«نرحب», «أتطلع»: whoever speaks here."""
    form = spot.candidate.form
    predicate = form.kind == "participle" and (spot.is_word(spot.before, "we") or _opens_own_words(spot))
    if not predicate and (form.kind != "finite" or form.person != 1 or not _somebody_speaks(spot, memory)):
        return None
    if spot.sentence.block == "title":
        return _headline_speaker(spot, memory)
    unknown = memory.of_unknown and spot.ctx.quoted(spot.i) is not None
    if not memory.holder and (memory.lost == spot.sentence.first or unknown):
        return None
    speaker = spot.ctx.speaker_at(spot.i) or memory.holder or _last_voice(spot, memory)
    if _writer_speaks(spot, memory):
        return Subject(spot.ctx.issuers or memory.state(spot.ctx), None, "first_person", spot.i + 1, spot.i)
    party = party_of(spot.ctx, memory, speaker)
    if spot.ctx.holder_party and speaker == memory.holder and spot.ctx.in_own_words(spot.i):
        party = party or spot.ctx.holder_party
    elif speaker is None:
        last = memory.recent[-1] if memory.recent else None
        return last and replace(last, rule="first_person", last=spot.i + 1, first=spot.i, speaker=None)
    parties: tuple[PartyCode, ...] = (party,) if party else ()
    both = memory.pair(spot.ctx)
    if form.number == "p" and _joint(spot) and party in both:
        parties = both
    return Subject(parties, speaker, "first_person", spot.i + 1, spot.i)


def _opens_own_words(spot: Spot) -> bool:
    """Say whether somebody's own words begin with what «we» are («وقال: «ملتزمون بـ…»»)."""
    bound = spot.head.act_class == "commit" and spot.candidate.form.number == "p"
    return bound and not OPENINGS.isdisjoint(spot.gap)


def _last_voice(spot: Spot, memory: Memory) -> str | None:
    """Return who spoke last; None where the same sentence says that it was somebody without a name."""
    last = memory.recent[-1] if memory.recent else None
    here = last is not None and last.sentence == spot.sentence.first and last.rule == "after_verb"
    nameless = last is not None and here and last.one and not last.people and len(last.parties) == 1
    return None if nameless else memory.speaker


def _headline_speaker(spot: Spot, memory: Memory) -> Subject | None:
    """«الوزيران: نعمل على …»: whoever stands before the colon of a headline."""
    actor = actor_at(spot.ctx, spot.sentence.first, spot.i)
    return (
        None
        if actor is None
        else resolved(spot.ctx, spot.sentence, actor, memory, ("first_person", spot.i + 1, spot.i))
    )


def _somebody_speaks(spot: Spot, memory: Memory) -> bool:
    """Say whether a first person is a speaker's, not the writer's: in own words, or behind a report."""
    if spot.ctx.in_own_words(spot.i) or _writer_speaks(spot, memory):
        return True
    if spot.sentence.block == "title":
        return any(":" in spot.ctx.words[k].gap for k in range(spot.sentence.first + 1, spot.i + 1))
    reported = bool(memory.recent) and memory.recent[-1].sentence == spot.sentence.first
    if spot.candidate.form.number == "s":
        # «وقعت» is hers as well, and «أعلم» a comparison: only what a colon opens is surely his own.
        return reported and spot.candidate.form.tense == "present" and _behind_colon(spot)
    return reported and not _is_price(spot)


def _is_price(spot: Spot) -> bool:
    """Say whether a word right behind a verb of somebody else is its object («دفعت ثمنا»)."""
    behind = spot.i > spot.sentence.first and not spot.gap and not spot.candidate.conjunction
    past = spot.candidate.form.tense == "past"
    return past and behind and any(spot.ctx.folds[spot.i - 1].endswith(e) for e in _SHE_DID)


_SHE_DID = ("\N{ARABIC LETTER TEH}",)


def _behind_colon(spot: Spot) -> bool:
    """Say whether a colon stands before the word, and no comma between them."""
    for k in range(spot.i, max(spot.sentence.first, spot.i - _REACH), -1):
        if ":" in spot.ctx.words[k].gap:
            return True
        if spot.ctx.comma(k):
            return False
    return False


_REACH = 4
"""How many words behind a colon the speaker's verb can stand."""


def _writer_speaks(spot: Spot, memory: Memory) -> bool:
    """Say whether «we» are those whose own text this is: «نعلن أننا …» in a statement."""
    issued = spot.ctx.article.kind in {"joint_statement", "ministry_post"} or bool(spot.ctx.writers)
    own = issued and spot.sentence.block == "prose"
    told = memory.speaker is not None or spot.ctx.in_own_words(spot.i)
    return own and spot.candidate.form.number == "p" and not told


def _joint(spot: Spot) -> bool:
    """Say whether «we» are both sides: the verb wants two, and no third party is named with «مع»."""
    ctx, i = spot.ctx, spot.i
    window = ctx.folds[i + 1 : min(i + 4, spot.sentence.last)]
    if any(spot.is_word(w, "joint") for w in window):
        return True
    alone = bool(window) and spot.is_word(window[0], "with")
    return spot.head.id in ctx.head_lists["joint"] and not alone
