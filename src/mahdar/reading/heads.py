"""Is this word the head of an act here? An ordered list of reasons why not.

Each rule looks at one `Spot` and says True to refuse it; the first that refuses decides, and its name is what
`--explain` and the tests see. Homographs («بحث», «دعم», «عبر») are read as verbs only beside a subject.
"""

from __future__ import annotations

from collections.abc import Callable

from mahdar.language.clitics import bare
from mahdar.reading.actors import Actor, actor_at
from mahdar.reading.complement import noun_stems
from mahdar.reading.conditions import attached, dated
from mahdar.reading.homographs import (
    ambiguous,
    completes_nationality,
    concluded_between,
    joins_stance,
    on_it,
    our_noun,
    stresses,
    subject_before,
    surely_verb,
)
from mahdar.reading.nominals import masdar_without_party, participle_not_circumstantial
from mahdar.reading.opening_actor import begins_item, had_come_before, over_aside
from mahdar.reading.questions import in_question
from mahdar.reading.spot import Spot

__all__ = ["RULES", "refused"]


def inside_name(spot: Spot) -> bool:
    """The word is part of a person's name or a title, or is itself the name of a city."""
    i, ctx = spot.i, spot.ctx
    if i in ctx.at.parties and ctx.at.parties[i].form == "capital":
        return True
    if not ctx.covered[i]:
        return False
    introduced = i > 0 and not spot.gap and (ctx.covered[i - 1] or ctx.folds[i - 1] in ctx.roles.honorifics)
    return (
        introduced
        or completes_nationality(spot)
        or not (spot.candidate.form.kind == "finite" and i in ctx.at.people)
    )


def his_past(spot: Spot) -> bool:
    """«تسلم السفير …» is his past, not her present, where both are spelled alike."""
    form, ctx = spot.candidate.form, spot.ctx
    if form.kind != "finite" or (form.tense, form.gender, form.number) != ("present", "f", "s"):
        return False
    office = ctx.at.offices.get(spot.i + 1)
    if office is None or ctx.words[office.first].text.endswith(_TAA_MARBUTA):
        return False
    return any((c.form.tense, c.form.gender) == ("past", "m") for c in ctx.candidates[spot.i])


_TAA_MARBUTA = "\N{ARABIC LETTER TEH MARBUTA}"


def negated_without_meaning(spot: Spot) -> bool:
    """A negated head is an act only where the lexicon says what its negation means."""
    return spot.negated and not any(when.negated for when in spot.head.whens)


def only_when_negated(spot: Spot) -> bool:
    """A head of class `none` acts only under one of its conditions."""
    return spot.head.act_class == "none" and not spot.negated and not _some_open_when(spot)


def subordinate(spot: Spot) -> bool:
    """What should, might or would be done is no act."""
    form = spot.candidate.form
    if form.kind != "finite":
        return False
    if form.tense == "past" and had_come_before(spot):
        return False
    if form.person == 1 and form.tense == "past" and spot.takes_up_what:
        return True  # «لتنفيذ ما اتفقنا عليه»
    if spot.scheduled or spot.provided:
        return False
    if spot.is_word(f"{spot.two_before} {spot.before}", "in_case"):
        return True
    may = form.tense == "present" and not spot.candidate.future and spot.is_word(spot.before, "perfect")
    return may or (spot.is_word(spot.before, "subjunctive") and not _performs(spot))


def _performs(spot: Spot) -> bool:
    """Say whether «أود أن أعرب» does what it says: a polite form of the first person."""
    if spot.candidate.form.person != 1:
        return False
    joined = spot.before[:1] in spot.ctx.conjunctions  # «أود أن أشكر …، وأن أعرب عن …»
    first = spot.sentence.first if joined else max(spot.sentence.first, spot.i - 5)
    return any(spot.is_word(word, "performative") for word in spot.ctx.folds[first : spot.i - 1])


def impersonal(spot: Spot) -> bool:
    """«ويُتوقع أن», «يُذكر أن»: read in the passive where no subject is written beside the verb."""
    form = spot.candidate.form
    if (
        form.kind != "finite"
        or form.tense != "present"
        or not spot.is_word(spot.ctx.folds[spot.i], "impersonal")
    ):
        return False
    if actor_at(spot.ctx, spot.i + 1, spot.sentence.last) is not None:
        return False
    return not subject_before(spot) or not _heads_clause(spot)


def _heads_clause(spot: Spot) -> bool:
    """Say whether the actor before a verb stands where a clause begins, not inside another's phrase."""
    at = spot.opening - 1
    while at > spot.sentence.first and spot.is_word(spot.ctx.folds[at], "adverb"):
        at -= 1
    start = spot.ctx.actor_start(at)
    while start > spot.sentence.first and spot.ctx.actor_start(start - 1) != start - 1:
        start = spot.ctx.actor_start(start - 1)
    lead = spot.ctx.folds[start - 1] if start > spot.sentence.first else ""
    opened = spot.is_word(lead, "that") or spot.is_word(lead, "connector")
    return start == spot.sentence.first or bool(spot.ctx.words[start].gap) or opened


def denied(spot: Spot) -> bool:
    """«ليست ألمانيا قلقة»: the verb «to be not» stands before the subject."""
    for k in range(spot.i - 1, max(spot.sentence.first, spot.i - 6) - 1, -1):
        if spot.ctx.words[k + 1].gap or spot.is_word(spot.ctx.folds[k], "that"):
            return False
        if spot.is_word(spot.ctx.folds[k], "is_not"):
            return not any(
                c.form.kind == "finite" for j in range(k + 1, spot.i) for c in spot.ctx.candidates[j]
            )
    return False


def relative_without_party(spot: Spot) -> bool:
    """A relative clause reports an act only where its own subject is written in it."""
    if spot.candidate.form.kind != "finite" or spot.relative < 0 or concluded_between(spot):
        return False
    issued = spot.head.act_class == "announce" and spot.head.homograph
    described = issued or spot.head.act_class in _IN_MAIN_CLAUSES
    if described and spot.candidate.form.person == 3 and not (dated(spot) or on_it(spot)):
        return True
    if spot.candidate.form.person == 1 or spot.relative - 1 in spot.ctx.ends:
        return False
    return actor_at(spot.ctx, spot.i + 1, spot.sentence.last) is None


def only_demanded(spot: Spot) -> bool:
    """«ينبغي أن تكون بريطانيا مستعدة»: what somebody should be is no promise of his."""
    if spot.candidate.form.kind != "participle":
        return False
    for k in range(spot.i - 1, max(spot.sentence.first, spot.i - _DEMANDED), -1):
        if spot.ctx.words[k + 1].gap:
            return False
        if spot.is_word(spot.ctx.folds[k], "bare_that"):
            word = spot.ctx.folds[k - 1]
            return spot.is_word(word, "must") or spot.is_word(word[1:], "must")
    return False


_ALEF = "\N{ARABIC LETTER ALEF}"
"""Ending of a participle that tells how something was said («مصرحا أن …»)."""
_DEMANDED = 8
"""Words between «ينبغي أن» and what somebody should be."""


def only_supposed(spot: Spot) -> bool:
    """«إذا كانت واشنطن حريصة على …»: what somebody would be is no promise of his."""
    if spot.candidate.form.kind != "participle" or spot.ctx.folds[spot.i].endswith(_ALEF):
        return False
    near = range(spot.i - 1, max(spot.sentence.first, spot.i - _DEMANDED) - 1, -1)
    stop = next((k for k in near if spot.ctx.words[k].gap), near[-1] if near else spot.i)
    return any(spot.is_word(spot.ctx.folds[k], "condition") for k in near if k >= stop)


def compares(spot: Spot) -> bool:
    """«آفاق أرحب»: an adjective that is spelled as what «I» do stands behind its noun."""
    form = spot.candidate.form
    if form.kind != "finite" or (form.person, form.number, form.tense) != (1, "s", "present"):
        return False
    if spot.opens_clause or not spot.is_word(spot.ctx.folds[spot.i], "elative"):
        return False
    return not any(spot.is_word(spot.lead, words) for words in ("that", "negation", "pronoun", "adverb"))


def answers_only(spot: Spot) -> bool:
    """«ورداً على سؤال»: an adverb, though written as the verb of two («ردّا»)."""
    if spot.candidate.form.number != "d":
        return False
    led = spot.is_word(spot.after, "detached") and spot.i + 2 < spot.sentence.last
    if led and spot.is_word(spot.ctx.folds[spot.i], "topic_opener"):
        return True
    return led and any(n in spot.ctx.acts.words["asked"] for n in noun_stems(spot.ctx.folds[spot.i + 2]))


def frame_with_object(spot: Spot) -> bool:
    """A reporting or stance frame takes no object pronoun («تبديها», «ذكره») but for whom it is said to."""
    if spot.candidate.form.kind == "masdar":
        return False
    if spot.head.frame == "report" and spot.i + 1 < spot.sentence.last:
        # «أبلغه أن», «ذكرها بأن»: the pronoun is who is told.
        told = spot.is_word(spot.after, "that") or attached(spot, spot.i + 1)
        return bool(spot.candidate.pronoun) and not told
    return spot.head.frame in {"report", "stance"} and bool(spot.candidate.pronoun)


def passive_of_speech(spot: Spot) -> bool:
    """A passive is an act only where something is concluded, decided or made known («وُقعت الاتفاقية»)."""
    form = spot.candidate.form
    if form.kind != "finite" or not form.passive or concluded_between(spot):
        return False
    if form.tense == "past" and form.number == "s" and (_only_passive(spot) or _restored_between(spot)):
        return False
    classes = {"sign", "announce", "commit"}
    if spot.ctx.article.kind in {"joint_statement", "ministry_post"}:
        classes |= {"affirm", "discuss"}
    concluded = spot.head.act_class in classes and form.tense == "past" and form.number == "s"
    named = spot.ctx.acts.sets["instrument"] if spot.head.act_class == "sign" else ()
    return not concluded or not any(n in spot.head.needs or n in named for n in noun_stems(spot.after))


def _only_passive(spot: Spot) -> bool:
    """Say whether talks are told in a form that is no active one as well («نوقشت»), their topic behind it."""
    if spot.head.act_class != "discuss" or spot.head.needs:
        return False
    if spot.is_word(spot.after, "detached") and not spot.is_word(spot.after, "aside"):
        return False
    return all(c.form.passive for c in spot.ctx.candidates[spot.i])


def _restored_between(spot: Spot) -> bool:
    """Say whether a deed of two is told in a form that is only passive («أعيدت العلاقات بين البلدين»)."""
    if spot.head.act_class != "deed" or not any(n in spot.head.needs for n in noun_stems(spot.after)):
        return False
    near = spot.ctx.folds[spot.i + 2 : min(spot.i + 5, spot.sentence.last)]
    both = any(spot.is_word(word, "between") for word in near)
    return both and all(c.form.passive for c in spot.ctx.candidates[spot.i])


def behind_preposition(spot: Spot) -> bool:
    """What a preposition governs is a noun («عن إدانتهما»), and «حسبما أفادت» only names a source."""
    if spot.candidate.form.kind == "masdar" or spot.gap.strip('"«“(') or spot.led:
        return False
    return spot.is_word(spot.before, "detached") or spot.is_word(spot.before, "according")


_IN_MAIN_CLAUSES = frozenset({"affirm", "commit", "deed", "support"})
"""Classes that a relative clause only describes somebody by."""


def passive_report(spot: Spot) -> bool:
    """«يقال» and «قيل» name nobody."""
    return spot.head.frame == "report" and spot.candidate.form.passive


def homograph_without_subject(spot: Spot) -> bool:
    """A verb that is also a noun or a particle wants its subject beside it."""
    form = spot.candidate.form
    if form.kind != "finite" or not ambiguous(spot) or surely_verb(spot):
        return False
    actor = actor_at(spot.ctx, spot.i + 1, spot.sentence.last)
    if _never_led(spot, actor):
        return True
    if actor is not None and not spot.candidate.conjunction and _led_behind(spot, actor.last):
        return False
    if spot.candidate.pronoun:
        return actor is None
    return _goes_on_as_noun(spot) or (actor is None and _lacks_subject(spot))


def _led_behind(spot: Spot, at: int) -> bool:
    """Say whether a preposition that the verb must have follows its subject («عبر الوزير أمس عن …»)."""
    must = spot.head.needs
    noun = any(c.form.kind == "masdar" for c in spot.ctx.candidates[spot.i])
    if noun or not must or not must <= spot.head.prepositions:
        return False
    near = range(at, min(at + _LED_FROM_SUBJECT, spot.sentence.last))
    stop = next((k for k in near if spot.ctx.words[k].gap), at + _LED_FROM_SUBJECT)
    return any(spot.ctx.folds[k] in must for k in near if k < stop)


_LED_FROM_SUBJECT = 4
"""Words behind a subject within which its verb's preposition follows."""


def _goes_on_as_noun(spot: Spot) -> bool:
    """Say whether the word stands inside a clause without a subject, or goes on with a stance."""
    inside = not spot.opens_clause and not subject_before(spot)
    return inside or (bool(spot.candidate.conjunction) and joins_stance(spot))


def _lacks_subject(spot: Spot) -> bool:
    """Say whether nobody stands before; of joined talks an article behind says enough («، وبحث القضايا»)."""
    if spot.is_word(spot.after, "with_him"):
        return False  # «، وبحث معه التصعيد»
    joined = bool(spot.candidate.conjunction) and spot.ctx.comma(spot.i)
    if joined and spot.head.act_class == "discuss":
        return bare(spot.after) == spot.after
    return not subject_before(spot)


def _never_led(spot: Spot, actor: Actor | None) -> bool:
    """Say whether what leads to the complement is missing («عبر البحث» without «عن», «بين» without «أن»)."""
    reach = _LED_SOON if subject_before(spot) else _LED_LATE
    if reach == _LED_LATE and actor is not None:
        reach = max(reach, actor.last + _LED_BEHIND - spot.i)
    behind = spot.ctx.folds[spot.i + 1 : min(spot.i + reach, spot.sentence.last)]
    if spot.is_word(spot.ctx.folds[spot.i], "between"):
        told = any(spot.is_word(w, "that") and w[0] != _BEH for w in behind)
        return not (told or stresses(spot))
    must = spot.head.needs
    if not must or not must <= spot.head.prepositions or any(w in must for w in behind):
        return False
    aside = range(spot.i + reach, min(spot.i + _LED_BEHIND_ASIDE, spot.sentence.last))
    return not any(spot.ctx.comma(k) and spot.ctx.folds[k] in must for k in aside)


_BEH = "\N{ARABIC LETTER BEH}"
_LED_SOON, _LED_LATE, _LED_BEHIND, _LED_BEHIND_ASIDE = 2, 12, 10, 26
"""Words within which a preposition follows its verb: the subject before or behind it, long, or an aside."""


def noun_of_stance(spot: Spot) -> bool:
    """«ورغبتها في …» is no verb, which would take no pronoun; it is told behind a verb of stances alone."""
    candidate = spot.candidate
    if candidate.form.kind != "finite" or not candidate.pronoun or spot.after not in spot.head.prepositions:
        return False
    if not any(n in spot.ctx.acts.stances for n in noun_stems(spot.ctx.folds[spot.i])):
        return False
    heads, near = spot.ctx.acts.heads, range(max(spot.sentence.first, spot.i - 24), spot.i)
    return not any(heads[c.form.head].frame == "stance" for k in near for c in spot.ctx.candidates[k])


def present_of_habit(spot: Spot) -> bool:
    """A bare present in the third person acts only with its subject written beside it."""
    form = spot.candidate.form
    if form.kind != "finite" or spot.tense != "present" or form.person == 1 or spot.candidate.preposition:
        return False
    told = spot.relative > spot.sentence.first and spot.relative - 1 in spot.ctx.ends
    if told or actor_at(spot.ctx, spot.i + 1, spot.sentence.last) is not None:
        return False
    if spot.is_word(spot.after, "inside_it") and _led_inside(spot):
        return False
    return not (subject_before(spot) or _coordinated(spot) or over_aside(spot) or begins_item(spot))


def _led_inside(spot: Spot) -> bool:
    """Say whether the complement follows «in it»: no subject of its own («تتحدث فيه تقارير»)."""
    if spot.i + 2 >= spot.sentence.last:
        return False
    word = spot.ctx.folds[spot.i + 2]
    if spot.is_word(word, "that") or word in spot.head.prepositions or attached(spot, spot.i + 2):
        return True
    return not spot.head.prepositions and not spot.is_word(word, "outsider")


RULES: tuple[Callable[[Spot], bool], ...] = (
    inside_name,
    his_past,
    in_question,
    negated_without_meaning,
    only_when_negated,
    passive_report,
    passive_of_speech,
    behind_preposition,
    frame_with_object,
    subordinate,
    impersonal,
    denied,
    only_demanded,
    only_supposed,
    compares,
    answers_only,
    masdar_without_party,
    participle_not_circumstantial,
    relative_without_party,
    noun_of_stance,
    our_noun,
    homograph_without_subject,
    present_of_habit,
)


def refused(spot: Spot) -> str | None:
    """Return the name of the rule that refuses the word as an act's head; None where it is one."""
    return next((rule.__name__ for rule in RULES if rule(spot)), None)


def _some_open_when(spot: Spot) -> bool:
    """Say whether the head has a condition that needs no negation."""
    return any(not when.negated for when in spot.head.whens)


def _coordinated(spot: Spot) -> bool:
    """Say whether the word is joined to a clause before it, or follows a pronoun of its subject."""
    lead = spot.ctx.folds[spot.opening - 1] if spot.opening > spot.sentence.first else ""
    return spot.joined or any(spot.is_word(lead, w) for w in ("that", "and_also", "he", "but_he"))
