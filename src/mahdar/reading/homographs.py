"""Is a word that is also a noun or a particle the verb here? What stands beside it says."""

from __future__ import annotations

from mahdar.language.clitics import bare, pronoun_readings, slot
from mahdar.lexicon.fold import fold
from mahdar.reading.actors import actor_at
from mahdar.reading.circumstances import behind_circumstance, goes_on_past
from mahdar.reading.conditions import attached, carries_preposition, matters, noun_stems, owned, particle_of
from mahdar.reading.joined_pasts import goes_on_joined
from mahdar.reading.spot import Spot
from mahdar.reading.told_of_meeting import tells_meeting

__all__ = [
    "OPENINGS",
    "ambiguous",
    "between_codes",
    "completes_nationality",
    "concluded_between",
    "joins_stance",
    "nobody_beside",
    "on_it",
    "our_noun",
    "stresses",
    "subject_before",
    "surely_verb",
]


def ambiguous(spot: Spot) -> bool:
    """Say whether the word as written is also a noun."""
    form = spot.candidate.form
    if form.number == "d" and form.tense == "past" and form.gender == "m":
        return _is_noun(spot, spot.ctx.folds[spot.i][:-1]) and not _behind_dual(spot)
    if spot.candidate.future or form.number != "s" or form.person == 1:
        return False
    if form.tense == "past" and (form.gender == "f" or _led_on(spot) or _ends_as_verb(spot)):
        return False
    same = any(c.form.kind == "masdar" for c in spot.ctx.candidates[spot.i])
    return same or (spot.head.homograph and form.tense == "past")


def _ends_as_verb(spot: Spot) -> bool:
    """Say whether the ending as written is a verb's («ونفى وجود …»; the noun is «نفي»)."""
    return spot.ctx.words[spot.i].text.endswith("\N{ARABIC LETTER ALEF MAKSURA}")


def joins_stance(spot: Spot) -> bool:
    """Say whether a noun goes on with a stance said before («أكد التزام بلاده …، وتضامن الدولة مع …»)."""
    ctx = spot.ctx
    if not spot.candidate.conjunction or not any(c.form.kind == "masdar" for c in ctx.candidates[spot.i]):
        return False
    # «وبحث الوزيران …» behind a stance is a verb: only a noun that can be a stance itself goes on with one.
    word = ctx.folds[spot.i].removeprefix(spot.candidate.conjunction)
    if not any(noun in ctx.acts.stances for noun, _ in pronoun_readings(word)):
        return False
    return any(
        any(n in ctx.acts.stances for n in noun_stems(ctx.folds[k])) and _behind_stance_verb(spot, k)
        for k in range(max(spot.sentence.first + 1, spot.i - 24), spot.i)
    )


def _behind_stance_verb(spot: Spot, k: int) -> bool:
    """Say whether a noun stands close behind a stance verb."""
    heads = spot.ctx.acts.heads
    near = range(max(spot.sentence.first, k - 8), k)
    return any(heads[c.form.head].frame == "stance" for j in near for c in spot.ctx.candidates[j])


def _led_on(spot: Spot) -> bool:
    """Say whether a joined verb is followed by its own particle («، وتطرق إلى», «وذكر أن», «وصرح: »)."""
    if not spot.candidate.conjunction or spot.i + 1 >= spot.sentence.last:
        return False
    gap = spot.ctx.words[spot.i + 1].gap
    opened = bool(set(gap) & OPENINGS)
    masdar = any(c.form.kind == "masdar" for c in spot.ctx.candidates[spot.i])
    given = not masdar and spot.is_word(spot.after, "resumptive")
    led = spot.is_word(spot.after, "that") or spot.after in spot.head.prepositions or _goes_on_with_beh(spot)
    return led or opened or given


def _goes_on_with_beh(spot: Spot) -> bool:
    """Say whether he who did something before goes on («أشاد الوزير بـ …، وتعهد بتذليل …»).

    A noun that joins another there has an article, an owner or a pronoun («والتعهد بـ», «وتعهدها بـ»).
    """
    ctx, form = spot.ctx, spot.candidate.form
    if spot.after[0] != _BEH or spot.candidate.pronoun or not carries_preposition(ctx, spot.i + 1):
        return False
    same = (form.person, form.number, form.gender, form.tense)
    return any(
        c.form.kind == "finite" and (c.form.person, c.form.number, c.form.gender, c.form.tense) == same
        for k in range(spot.sentence.first, spot.i)
        for c in ctx.candidates[k]
    )


_BEH = "\N{ARABIC LETTER BEH}"
OPENINGS = frozenset(':«“"')
"""What opens somebody's words behind «وتابع»."""


def _behind_dual(spot: Spot) -> bool:
    """Say whether a joined dual goes on with a verb of the same two («بحثا أوجه التعاون وتبادلا …»)."""
    if not spot.candidate.conjunction:
        return False
    near = range(max(spot.sentence.first, spot.i - _DUALS), spot.i)
    return any(c.form.kind == "finite" and c.form.number == "d" for k in near for c in spot.ctx.candidates[k])


_DUALS = 16
"""Words between two verbs of the same two."""


def _is_noun(spot: Spot, fold: str) -> bool:
    """Say whether a folded word is a masdar of the grammar: «دعما» is also «دعم» in the accusative."""
    if spot.candidate.conjunction and spot.gap:
        return False
    rest = fold[1:] if spot.candidate.conjunction else fold
    return any(f.kind == "masdar" for f in spot.ctx.acts.forms.get(rest, ()))


def subject_before(spot: Spot) -> bool:
    """Say whether an actor ends right before the word."""
    at = spot.opening - 1
    if at < spot.sentence.first:
        return False
    while at > spot.sentence.first and (spot.is_word(spot.ctx.folds[at], "adverb") or spot.in_turn(at)):
        at -= 1
    if at not in spot.ctx.ends or spot.ctx.words[at + 1].gap.strip('"«“'):
        return False
    start = spot.ctx.actor_start(at)
    return not (spot.ctx.governed(start) or _owns(spot, start))


def nobody_beside(spot: Spot, behind: int) -> bool:
    """Say whether a deed of war is told with nobody written beside its verb: reports change sides often."""
    if spot.head.act_class not in {"deed", "none"} or fold(spot.head.word) not in spot.ctx.acts.words["war"]:
        return False
    return behind <= spot.i + 1 and not subject_before(spot) and spot.candidate.form.person != 1


def _owns(spot: Spot, start: int) -> bool:
    """Say whether the actor belongs to a noun before it («استخدام إيران رفع …», «نية بلاده سحب …»)."""
    ctx, before = spot.ctx, start - 1
    if before < spot.sentence.first or ctx.words[start].gap:
        return False
    if any(stem in ctx.acts.words["intents"] for stem in noun_stems(ctx.folds[before])):
        return True
    return start in ctx.at.parties and any(
        f.kind == "masdar" for n in noun_stems(ctx.folds[before]) for f in ctx.acts.forms.get(n, ())
    )


def surely_verb(spot: Spot) -> bool:
    """Say whether a particle of verbs stands before the word."""
    before = any(spot.is_word(spot.before, words) for words in ("perfect", "and_also"))
    before = before or (spot.is_word(spot.before, "where") and not spot.is_word(spot.two_before, "detached"))
    before = (
        before or tells_meeting(spot) or _told_inside(spot) or _with_own_object(spot) or _opens_sentence(spot)
    )
    concluded = spot.relative >= 0 and concluded_between(spot)
    his = spot.is_word(spot.before, "but_he") or (
        spot.is_word(spot.before, "that") and spot.before.endswith(_PRONOUNS)
    )
    denied = spot.negated and spot.tense == "present"
    before = before or his or denied or spot.tense == "future" or spot.signs_for_others or concluded
    return before or behind_circumstance(spot) or goes_on_past(spot) or goes_on_joined(spot)


def _opens_sentence(spot: Spot) -> bool:
    """Say whether a joined past opens a sentence of prose, where no noun goes on («ووصف العلاقات بـ…»)."""
    if spot.i != spot.sentence.first or spot.sentence.block != "prose" or not spot.candidate.conjunction:
        return False
    word = spot.ctx.folds[spot.i]
    particle = any(spot.is_word(word, words) for words in ("detached", "aside", "according"))
    # «وتابع قائلا إن …»: the participle says it.
    says = spot.after.endswith(_ALEF) and any(
        c.form.kind == "participle" for c in spot.ctx.candidates[spot.i + 1]
    )
    return spot.candidate.form.tense == "past" and not (particle or says)


_ALEF = "\N{ARABIC LETTER ALEF}"


def _with_own_object(spot: Spot) -> bool:
    """Say whether a joined word that is no masdar has an object or particle that the lexicon gives the verb.

    «…، ووجه الدعوة إلى نظيره» is no «face» of an invitation, «…، ووعد بدراسته» no promise.
    """
    if not (spot.candidate.conjunction and spot.ctx.comma(spot.i)):
        return False
    if any(c.form.kind == "masdar" for c in spot.ctx.candidates[spot.i]):
        return False
    led = spot.head.id in spot.ctx.head_lists["joined_with_beh"] and _leads_beh(spot)
    led = led or (spot.head.id in spot.ctx.head_lists["joined_with_topic"] and _leads_topic(spot))
    if led or bare(spot.after) == spot.after:
        return led
    said = (when for when in spot.head.whens if when.act_class not in {"none", "deed"})
    objects = frozenset().union(*(when.complement for when in said))
    return not objects.isdisjoint(noun_stems(spot.after))


def _leads_beh(spot: Spot) -> bool:
    """Say whether «بـ» is attached to the next word."""
    return attached(spot, spot.i + 1) and particle_of(spot, spot.i + 1) == slot("preposition")[0]


def _leads_topic(spot: Spot) -> bool:
    """Say whether what is praised or stressed follows («، وثمن ما تبذله …», «، وثمن دور …»)."""
    topics = spot.ctx.acts.sets["topic"]
    return spot.is_word(spot.after, "whatever") or any(n in topics for n in noun_stems(spot.after))


def on_it(spot: Spot) -> bool:
    """Say whether a verb says what somebody made of it: «وهو ما أيدته …», «الأمر الذي رفضه …»."""
    return spot.relative == spot.i - 1 and any(
        spot.is_word(spot.two_before, w) for w in ("he", "that_matter")
    )


def _told_inside(spot: Spot) -> bool:
    """Say whether «in it» follows a word that is no masdar as well («أطلعه خلاله», not «تعهدها خلاله»)."""
    if any(c.form.kind == "masdar" for c in spot.ctx.candidates[spot.i]):
        return False
    return spot.is_word(spot.after, "during_it" if spot.candidate.pronoun else "inside_it")


_PRONOUNS = (
    "\N{ARABIC LETTER HEH}",
    "\N{ARABIC LETTER HEH}\N{ARABIC LETTER ALEF}",
    "\N{ARABIC LETTER MEEM}",
    "\N{ARABIC LETTER MEEM}\N{ARABIC LETTER ALEF}",
)
"""How «that» ends where it carries its subject («أنه», «بأنها», «أنهما»)."""


def concluded_between(spot: Spot) -> bool:
    """Say whether «الاتفاق الذي وُقع … بين …», «والاتفاق وُقع بين …» tells who concluded it."""
    if spot.head.act_class != "sign" or not spot.candidate.form.passive:
        return False
    behind_it = spot.relative < 0  # «والاتفاقية أبرمت بين … و…»: «between» touches the verb
    if behind_it and not spot.is_word(spot.after, "between"):
        return False
    stop, reach = (spot.i, _NAMED_TEXT) if behind_it else (spot.relative, _NAMED_RELATIVE)
    named = spot.ctx.folds[max(spot.sentence.first, stop - reach) : stop]
    if not any(n in spot.ctx.acts.sets["instrument"] for w in named for n in noun_stems(w)):
        return False
    return between_codes(spot, spot.i + 1, spot.i + 12)


_NAMED_RELATIVE, _NAMED_TEXT = 4, 7
"""Words within which the text is named that was concluded: before its relative, before its verb."""


def between_codes(spot: Spot, first: int, last: int) -> bool:
    """Say whether «بين» and two parties stand between two words."""
    ctx, stop = spot.ctx, min(last, spot.sentence.last)
    k = next((k for k in range(first, stop) if spot.is_word(ctx.folds[k], "between")), None)
    return k is not None and len({m.code for m in ctx.parties_in(k + 1, min(k + 9, spot.sentence.last))}) >= 2


def completes_nationality(spot: Spot) -> bool:
    """Say whether a name of several words stands behind a nationality («الوزيران المغربي ناصر بوريطة و…»)."""
    person, party = spot.ctx.at.people.get(spot.i), spot.ctx.at.parties.get(spot.i - 1)
    whole = person is not None and person.last > spot.i + 1
    return whole and party is not None and party.form == "demonym" and not spot.gap


def our_noun(spot: Spot) -> bool:
    """«سنواصل دعمنا», «نجدد التزامنا ودعمنا»: a noun with «our» behind its verb, or joined to another."""
    form, candidates = spot.candidate.form, spot.ctx.candidates
    ours = form.kind == "finite" and (form.tense, form.person, form.number) == ("past", 1, "p")
    if not ours or spot.gap or spot.i == spot.sentence.first:
        return False
    stances = spot.ctx.acts.stances
    if stances.keys().isdisjoint(noun_stems(spot.ctx.folds[spot.i])):
        return False
    if not spot.candidate.conjunction:
        return any(c.form.kind == "finite" for c in candidates[spot.i - 1])
    return owned(spot.ctx, spot.i - 1) and not stances.keys().isdisjoint(noun_stems(spot.before))


def stresses(spot: Spot) -> bool:
    """Say whether somebody of rank stands behind «بين», and behind him what he stresses."""
    actor = actor_at(spot.ctx, spot.i + 1, spot.sentence.last)
    if actor is None or actor.first > spot.i + _RANK or not (actor.people or actor.titled):
        return False
    return actor.last < spot.sentence.last and matters(spot, actor.last)


_RANK = 2
"""Words behind «بين» within which somebody of rank begins."""
