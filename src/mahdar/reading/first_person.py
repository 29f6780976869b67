"""Who «we» and «I» are: the speaker of the words they stand in, or the sides whose own text it is."""

from __future__ import annotations

from dataclasses import replace

from mahdar.model.units import PartyCode
from mahdar.reading.actors import Actor, actor_at
from mahdar.reading.going_on import goes_on, stranger
from mahdar.reading.holders import party_of
from mahdar.reading.homographs import OPENINGS
from mahdar.reading.memory import Memory, Subject
from mahdar.reading.resolving import resolved
from mahdar.reading.spot import Spot

__all__ = ["first_person", "own_past"]


def first_person(spot: Spot, memory: Memory) -> Subject | None:
    """«نرحب», «أتطلع»: whoever speaks here."""
    form = spot.candidate.form
    predicate = form.kind == "participle" and (_opens_own_words(spot) or _goes_on_in_headline(spot))
    # Behind «we» only an adjective can be in the third person («نحن فخورون»).
    predicate = predicate or (form.kind != "masdar" and form.person == 3 and spot.is_word(spot.lead, "we"))
    if not predicate and (form.kind != "finite" or form.person != 1 or not _somebody_speaks(spot, memory)):
        return None
    return _whoever_speaks(spot, memory)


def own_past(spot: Spot, memory: Memory) -> Subject | None:
    """«بحثت مع نظيري …» in somebody's own words: «I», which is spelled as «she» is, without her beside it.

    Deeds are left to her: of them reports tell more than speakers of their own.
    """
    form = spot.candidate.form
    if spot.head.act_class in {"deed", "none"}:
        return None
    if (form.kind, form.tense, form.number, form.gender, form.passive) != ("finite", "past", "s", "f", False):
        return None
    told = spot.ctx.in_own_words(spot.i) or (_reported(spot, memory) and _behind_colon(spot))
    told = told or (spot.ctx.writes_as_i and spot.sentence.block == "prose")
    if not told or spot.relative >= 0 or not goes_on(spot) or stranger(spot) or _done_with_us(spot):
        return None
    return None if _told_of_her(spot, memory) else _whoever_speaks(spot, memory)


def _done_with_us(spot: Spot) -> bool:
    """Say whether the speaker's own pronoun stands behind: another does it («ووقعت معنا ست دول»)."""
    near = spot.ctx.folds[spot.i + 1 : min(spot.i + _SOON, spot.sentence.last)]
    return any(spot.is_word(word, "with_us") for word in near)


_SOON = 4
"""Words behind a verb within which the speaker's own pronoun tells that another acts."""


def _told_of_her(spot: Spot, memory: Memory) -> bool:
    """Say whether the words have told of a state or a woman by now, with whom the verb may go on."""
    last, opened = memory.recent[-1] if memory.recent else None, spot.ctx.quoted(spot.i)
    if last is None or opened is None or last.rule == "first_person" or last.gender == "m":
        return False
    return last.first >= spot.ctx.words_in(opened)[0] and len(last.parties) == 1 and not last.people


def _whoever_speaks(spot: Spot, memory: Memory) -> Subject | None:
    """Return who «we» or «I» are at a place."""
    named = spot.ctx.said_by(spot.i)
    if named is not None:
        return _both(spot, memory, _as_first(spot, memory, named))
    if spot.sentence.block == "title":
        return _headline_speaker(spot, memory)
    unknown = memory.of_unknown and spot.ctx.quoted(spot.i) is not None
    if not memory.holder and (memory.lost == spot.sentence.first or unknown):
        return None
    speaker = spot.ctx.speaker_at(spot.i) or memory.holder or _last_voice(spot, memory)
    if _writer_speaks(spot, memory):
        home = spot.ctx.home if spot.ctx.article.kind == "ministry_post" else None
        writers = spot.ctx.issuers or ((home,) if home else memory.state(spot.ctx))
        name = spot.ctx.named_above if len(writers) == 1 else None
        return _both(spot, memory, Subject(writers, name, "first_person", spot.i + 1, spot.i))
    party = party_of(spot.ctx, memory, speaker)
    if spot.ctx.holder_party and speaker == memory.holder and spot.ctx.in_own_words(spot.i):
        party = party or spot.ctx.holder_party
    elif speaker is None:
        last = memory.recent[-1] if memory.recent else None
        return last and replace(last, rule="first_person", last=spot.i + 1, first=spot.i, speaker=None)
    parties: tuple[PartyCode, ...] = (party,) if party else ()
    return _both(spot, memory, Subject(parties, speaker, "first_person", spot.i + 1, spot.i))


def _both(spot: Spot, memory: Memory, subject: Subject) -> Subject:
    """Let «we» be both sides where the verb wants two («اتفقنا على …»)."""
    both = memory.pair(spot.ctx)
    together = spot.candidate.form.number == "p" and _joint(spot) and len(subject.parties) == 1
    return replace(subject, parties=both) if together and subject.parties[0] in both else subject


def _as_first(spot: Spot, memory: Memory, actor: Actor) -> Subject:
    """Resolve who is named before somebody's own words as their «I»."""
    return resolved(spot.ctx, spot.sentence, actor, memory, ("first_person", spot.i + 1, spot.i))


def _opens_own_words(spot: Spot) -> bool:
    """Say whether somebody's own words begin with what «we» are («وقال: «ملتزمون بـ…»»)."""
    bound = spot.head.act_class == "commit" and spot.candidate.form.number == "p"
    return bound and not OPENINGS.isdisjoint(spot.gap)


def _goes_on_in_headline(spot: Spot) -> bool:
    """Say whether a headline's speaker goes on with what «we» are («الملك: علاقاتنا متينة وحريصون على …»)."""
    bound = spot.head.act_class == "commit" and spot.candidate.form.number == "p"
    return (
        bound
        and spot.sentence.block == "title"
        and bool(spot.candidate.conjunction)
        and _behind_speaker(spot)
    )


def _behind_speaker(spot: Spot) -> bool:
    """Say whether a colon in a headline tells whose words a word is among."""
    return any(":" in spot.ctx.words[k].gap for k in range(spot.sentence.first + 1, spot.i + 1))


def _last_voice(spot: Spot, memory: Memory) -> str | None:
    """Return who spoke last; None where the same sentence says that it was somebody without a name."""
    last = memory.recent[-1] if memory.recent else None
    first = spot.sentence.first
    if last is None or last.sentence != first or last.people or len(last.parties) != 1:
        return memory.speaker
    speaks = last.rule == "after_verb" or (last.rule, last.first) == ("remembered", first)
    return None if speaks else memory.speaker


def _headline_speaker(spot: Spot, memory: Memory) -> Subject | None:
    """«الوزيران: نعمل على …»: whoever stands before the colon of a headline."""
    ctx, first = spot.ctx, spot.sentence.first
    actor = actor_at(ctx, first, spot.i)
    if actor is None:  # «عاجل | الخارجية التركية: ندين …»
        colon = next((k for k in range(first + 1, spot.i + 1) if ":" in ctx.words[k].gap), first)
        start = ctx.actor_start(colon - 1) if colon - 1 in ctx.ends else -1
        actor = actor_at(ctx, start, spot.i) if start > first else None
    return None if actor is None else _as_first(spot, memory, actor)


def _somebody_speaks(spot: Spot, memory: Memory) -> bool:
    """Say whether a first person is a speaker's, not the writer's: in own words, or behind a report."""
    if spot.ctx.in_own_words(spot.i) or _writer_speaks(spot, memory):
        return True
    if spot.sentence.block == "title":
        return _behind_speaker(spot)
    reported = _reported(spot, memory)
    if spot.candidate.form.number == "s":
        # «وقعت» is hers as well, and «أعلم» a comparison: only what a colon opens is surely his own.
        now = reported and spot.candidate.form.tense == "present"
        return now and (_behind_colon(spot) or _goes_on_as_i(spot, memory))
    return reported and not _is_price(spot)


def _reported(spot: Spot, memory: Memory) -> bool:
    """Say whether somebody was told of in this sentence."""
    return bool(memory.recent) and memory.recent[-1].sentence == spot.sentence.first


def _goes_on_as_i(spot: Spot, memory: Memory) -> bool:
    """Say whether a verb is joined to what somebody says of himself («أشكر الهند …، وأرحب بـ …»)."""
    joined = bool(spot.candidate.conjunction) or spot.before[:1] in spot.ctx.conjunctions
    return joined and memory.recent[-1].rule == "first_person"


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
    another = memory.speaker is not None and memory.speaker != spot.ctx.named_above
    told = another or spot.ctx.in_own_words(spot.i)
    return own and (spot.candidate.form.number == "p" or spot.ctx.writes_as_i) and not told


def _joint(spot: Spot) -> bool:
    """Say whether «we» are both sides: the verb wants two, and no third party is named with «مع»."""
    ctx, i = spot.ctx, spot.i
    window = ctx.folds[i + 1 : min(i + 4, spot.sentence.last)]
    if any(spot.is_word(w, "joint") for w in window):
        return True
    alone = bool(window) and spot.is_word(window[0], "with")
    return spot.head.id in ctx.head_lists["joint"] and not alone
