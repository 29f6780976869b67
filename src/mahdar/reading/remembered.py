"""Who is meant where no subject is written: what the text spoke of last and agrees with the form.

Limits: agreement is all that is asked; two men who speak in turn are told apart by who spoke last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mahdar.lexicon.fold import fold
from mahdar.reading.complement import noun_stems
from mahdar.reading.going_on import carried, goes_on, promised_before, stranger
from mahdar.reading.memory import Memory, Subject
from mahdar.reading.objects import single
from mahdar.reading.spot import Spot
from mahdar.reading.told_of_meeting import clause_of_meeting, sides_of_meeting, tells_meeting

__all__ = ["promised", "remembered"]


def remembered(spot: Spot, memory: Memory) -> Subject | None:
    """«وأعربا عن …»: the newest subject that agrees; of a meeting that tells what it was about, its sides."""
    if tells_meeting(spot):
        sides = sides_of_meeting(spot, memory)
        first = clause_of_meeting(spot)
        return Subject(sides, None, "remembered", spot.i + 1, first) if sides else None
    return _newest(spot, memory)


def promised(spot: Spot, memory: Memory) -> Subject | None:
    """«بلاده ستسدد حصتها وسترسل خبراء»: whoever promised something right before promises more."""
    k, last = promised_before(spot), memory.recent[-1] if memory.recent else None
    if k < 0 or last is None or last.sentence != spot.sentence.first or last.last <= k:
        return None
    own_object = any(n in spot.head.needs for n in noun_stems(spot.after))
    if stranger(spot) and not own_object:
        return None
    return replace(last, rule="promised", last=spot.i + 1, first=spot.i)


def _newest(spot: Spot, memory: Memory) -> Subject | None:
    """Return the newest subject that agrees; one inside what a report tells comes second."""
    form = spot.candidate.form
    attribute = form.kind == "participle" and spot.candidate.definite
    attribute = attribute or _not_hers(spot)
    if attribute or (form.kind == "finite" and (not goes_on(spot) or stranger(spot) or _takes_up(spot))):
        return None
    mutual = spot.head.id in spot.ctx.head_lists["joint"]
    alone = mutual and not (form.kind == "finite" and _with_somebody(spot))
    agreed = alone and spot.head.act_class == "commit"
    several = form.kind == "masdar" or form.passive or form.number != "s"
    several = several or agreed or (alone and not memory.speaker) or _of_several(spot)
    recent = [] if form.passive and spot.ctx.sides else memory.recent[-_REACH:][::-1]
    for subject in _nearest_first(spot, recent):
        if subject.rule == "blank" and not several:
            return None
        if _has_no_country(spot, subject):
            continue
        if subject.rule != "blank" and _agrees(spot, subject, several=several):
            return replace(subject, rule="remembered", last=spot.i + 1, first=spot.i)
    return _who_met(spot, memory) if several else None


def _who_met(spot: Spot, memory: Memory) -> Subject | None:
    """Return those of whose meeting the text told last, or the two sides where they can be meant."""
    form, parties, rule = spot.candidate.form, memory.met, "remembered"
    if form.number == "p" and not parties:
        parties = memory.gathered
    if form.passive or not parties:
        parties, rule = (spot.ctx.sides or spot.ctx.pair if _means_pair(spot) else ()), "pair"
    return Subject(parties, None, rule, spot.i + 1, spot.i) if parties else None


def _not_hers(spot: Spot) -> bool:
    """Say whether «أنه» before a verb that could be hers says that it is his («غير أنه تراجع عنه»)."""
    form, lead = spot.candidate.form, spot.lead
    she = form.kind == "finite" and (form.person, form.number, form.gender) == (3, "s", "f")
    return she and spot.is_word(lead, "that") and lead.endswith(_HIS)


_HIS = "\N{ARABIC LETTER HEH}"


def _nearest_first(spot: Spot, recent: Sequence[Subject]) -> tuple[Subject, ...]:
    """Put the subjects of reports before those inside them, but for what a spokesperson tells of another.

    «قال المتحدث إن الوزير أكد …، مشيراً إلى …»: who speaks for a minister goes on with the minister's words,
    and so does a text («وأضاف البيان أن الوزير ثمّن …، مجدداً …»).
    """
    outer = tuple(s for s in recent if not s.nested)
    inner = tuple(s for s in recent if s.nested)
    if outer and _tells_of_others(spot, outer[0]):
        told = tuple(s for s in inner if s.sentence == spot.sentence.first and _is_somebody(s, outer[0]))
        return (*told, *outer, *(s for s in inner if s not in told))
    return (*outer, *inner)


def _tells_of_others(spot: Spot, outer: Subject) -> bool:
    """Say whether whoever reports is a spokesperson, or no person at all."""
    if outer.speaker:
        return any(map(_speaks_for, spot.ctx.offices_of(outer.speaker)))
    return not outer.people


def _is_somebody(inner: Subject, outer: Subject) -> bool:
    """Say whether a person is told of, or whoever it is of whom a text tells."""
    return bool(inner.speaker) or (not outer.speaker and bool(inner.parties))


def _speaks_for(title: str) -> bool:
    """Say whether an office is that of somebody who tells what others do and say."""
    return title.startswith(_SPOKES)


_SPOKES = "Spokes"


def _of_several(spot: Spot) -> bool:
    """Say whether a stance that is spelt like a verb belongs to two («وحرصهما على …»)."""
    candidate = spot.candidate
    if candidate.form.tense != "past" or len(candidate.pronoun) < len(_THEIRS):
        return False
    word = spot.ctx.folds[spot.i].removesuffix(candidate.pronoun).removeprefix(candidate.conjunction)
    return candidate.pronoun.startswith(_THEIRS) and word in spot.ctx.acts.stances


def _takes_up(spot: Spot) -> bool:
    """Say whether a pronoun behind the verb means the one spoken of, so that another does it.

    That is so where nothing joins it («كما يصفها النظام»), and where one answers («فأجابه بأن …»).
    """
    if not spot.candidate.pronoun or carried(spot) or spot.is_word(spot.after, "inside_it"):
        return False
    return not spot.candidate.conjunction or spot.is_word(fold(spot.head.word), "answers")


_THEIRS = "\N{ARABIC LETTER HEH}\N{ARABIC LETTER MEEM}\N{ARABIC LETTER ALEF}"


def _has_no_country(spot: Spot, subject: Subject) -> bool:
    """Say whether a state cannot speak here: whoever says something of «his country» is a man."""
    k = spot.i + 2
    his = k < spot.sentence.last and spot.ctx.folds[k] in spot.ctx.acts.words["his_country"]
    mere = not (subject.people or subject.speaker or subject.one) and subject.title < 0
    return his and mere and spot.is_word(spot.after, "that")


def _with_somebody(spot: Spot) -> bool:
    """Say whether «مع» or «معه» follows: without it «واتُّفق على …» has two sides at least."""
    near = spot.ctx.folds[spot.i + 1 : min(spot.i + 4, spot.sentence.last)]
    return any(spot.is_word(word, words) for word in near for words in ("with", "with_him"))


def _means_pair(spot: Spot) -> bool:
    """Say whether a form that nobody before agrees with can mean the article's two sides."""
    form = spot.candidate.form
    hers = single(spot) and not form.passive and form.gender == "f"
    if form.kind == "participle" or form.number == "p" or hers:
        return False
    return _together(spot) or (form.number == "d" and _both_named(spot))


def _both_named(spot: Spot) -> bool:
    """Say whether the sentence names both sides before a verb of two («التقى … نظيره التونسي، وبحثا …»)."""
    ctx, i = spot.ctx, spot.i
    if any(c.form.kind != "finite" for c in ctx.candidates[i]):
        return False
    named = {m.code for m in ctx.parties_in(spot.sentence.first, i)}
    named |= {b.party for b in ctx.bearers_in(spot.sentence.first, i) if b.party}
    return named.issuperset(ctx.pair)


def _agrees(spot: Spot, subject: Subject, *, several: bool) -> bool:
    """Say whether a remembered subject agrees with a form in number and gender."""
    form = spot.candidate.form
    if form.number == "p" and subject.plural and form.gender == "m":
        return True
    if not several and _as_one_thing(subject):
        return form.gender == "f"
    if several != (not subject.one and (len(subject.parties) > 1 or len(subject.people) > 1)):
        return False
    if several or form.kind == "masdar":
        return True
    somebody = bool(subject.speaker) or subject.title >= 0
    if form.gender == "f" and somebody and subject.gender != "f":
        return False
    return not subject.gender or subject.gender == form.gender


def _as_one_thing(subject: Subject) -> bool:
    """Say whether three parties or more took a verb of the feminine singular: «الأطراف», «الدول الخمس»."""
    return len(subject.parties) > _PAIR and subject.gender == "f" and not subject.people


_PAIR = 2


def _together(spot: Spot) -> bool:
    """Say whether the two sides of the article are together here: in their own text, or at a meeting."""
    ctx = spot.ctx
    if ctx.joint_text or ctx.article.kind == "ministry_post":
        return True
    first = ctx.sentence_of(max(0, spot.sentence.first - 1)).first
    return any(
        n in ctx.acts.words["encounter"]
        for k in range(first, spot.sentence.last)
        for n in noun_stems(ctx.folds[k])
    )


_REACH = 8
"""How many acts back a subject is remembered."""
