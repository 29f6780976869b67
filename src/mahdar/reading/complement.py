"""What an act is about, and which class that gives it.

From behind the subject the words are passed over that are no complement: adverbs, asides in commas, the
prepositions of the head. Then the complement's first noun decides: a stance noun («قلقه»), a condition of the
head, or nothing special.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from mahdar.language.clitics import bare
from mahdar.reading.asides import (
    past_aside,
    past_between,
    past_cognate,
    past_partner,
)
from mahdar.reading.circumstances import past_circumstance, past_day_or_place
from mahdar.reading.conditions import (
    attached,
    behind_word,
    dated,
    holds,
    noun_stems,
    opens_clause,
    particle_of,
)
from mahdar.reading.homographs import nobody_beside
from mahdar.reading.needs import (
    also_particle,
    class_alone,
    names_source,
    needs_words,
    reports_here,
    satisfied,
    says_nothing,
)
from mahdar.reading.prepositions import past_prepositions
from mahdar.reading.receivers import of_whom, past_receiver, to_him
from mahdar.reading.receptions import received_by
from mahdar.reading.spot import Spot
from mahdar.reading.stances import behind_own_stance, behind_stance
from mahdar.reading.under_colon import class_of_list

__all__ = ["Complement", "complement_of", "noun_stems"]


@dataclass(frozen=True, slots=True)
class Complement:
    """The class of an act and where its content begins."""

    act_class: str
    start: int
    """Word index at which the content begins."""
    marker: str
    """What led to it: `that` (a clause with أن), `preposition`, `noun`."""
    rule: str
    """What decided the class: `head`, `stance` or `when`."""
    noun: int = -1
    """Word index of the stance noun, where one decided."""
    called: int = -1
    """Word index at which whoever is called upon is named, before the content; -1 where nobody is."""


def complement_of(spot: Spot, behind: int) -> Complement | None:
    """Read the complement of an act.

    Args:
        spot: the act's head.
        behind: index of the first word behind verb and subject.

    Returns:
        None where the head needs a complement that is not there, or its class is `none` here.
    """
    stop = spot.sentence.last
    unsaid = spot.head.frame == "report" and also_particle(spot) and not reports_here(spot, behind)
    if unsaid or nobody_beside(spot, behind):
        return None
    if received_by(spot) is not None:
        return Complement(spot.head.act_class, stop, "noun", "head")
    told_him = behind < stop and to_him(spot, behind)
    of_him = of_whom(spot, behind) if told_him else ""
    behind += told_him or (behind < stop and spot.is_word(spot.ctx.folds[behind], "inside_it"))
    at = past_partner(spot, past_aside(spot, past_cognate(spot, behind), stop))
    at, preposition = past_prepositions(spot, _past_unread(spot, at), stop)
    preposition = preposition or of_him
    listed = class_of_list(spot, at)
    if at >= stop or listed or _all_told(spot, at):
        alone = "" if _says_how(spot) else class_alone(spot)
        enough = preposition in spot.head.needs or not (needs_words(spot) or says_nothing(spot, alone))
        told = listed or (alone if enough else "")
        return Complement(told, stop, "noun", "head") if told else None
    found = _behind_beginning(spot, at) or _read(spot, at, preposition)
    if found is not None or preposition:
        return _behind_attribute(spot, at, found) or found
    further = (past_receiver(spot, at), _past_given(spot, at), _led_further(spot, at))
    for start in (*further, past_between(spot, at), past_circumstance(spot, at)):
        found = _read(spot, *past_prepositions(spot, start, stop)) if at < start < stop else None
        if found is not None and (spot.head.frame != "stance" or found.act_class != "affirm"):
            return found
    return _by_antecedent(spot, at)


def _all_told(spot: Spot, at: int) -> bool:
    """Say whether a pronoun is all that a verb governs: a comma and a joined word follow («نؤيده، وقد …»)."""
    head, ctx = spot.head, spot.ctx
    plain = head.frame == "act" and head.act_class in _OF_VIEWS
    plain = plain and not (head.needs or head.prepositions or head.called)
    joined = at == spot.i + 1 and ctx.comma(at) and ctx.folds[at][0] in ctx.conjunctions
    return plain and bool(spot.candidate.pronoun) and joined


_OF_VIEWS = frozenset({"appreciate", "condemn", "oppose", "support", "welcome"})


def _behind_beginning(spot: Spot, at: int) -> Complement | None:
    """Read what stands behind when or where it is done («أوصت اللجنة في ختام أعمالها بفتح خط …»)."""
    if spot.head.frame != "act":
        return None
    start = at if spot.head.prepositions else past_circumstance(spot, at)
    if start == at or not _governed_here(spot, at, start):
        start = past_day_or_place(spot, at)
    return _read(spot, start, "") if start > at else None


def _governed_here(spot: Spot, at: int, start: int) -> bool:
    """Say whether a verb governs the word behind a circumstance: a noun, or one behind «بـ»."""
    if attached(spot, start):
        return particle_of(spot, start) == _BEH
    dated = any(d.first <= start < d.last for d in spot.ctx.article.mentions.dates)
    return not (dated or spot.is_word(spot.ctx.folds[at + 1], "whatever"))


def _says_how(spot: Spot) -> bool:
    """Say whether a participle at the end only says how the verb before was done («قبل الدعوة شاكراً»)."""
    return spot.candidate.form.kind == "participle" and spot.i == spot.sentence.last - 1


def _past_given(spot: Spot, at: int) -> int:
    """Pass over whom something is given with «لـ», and when («قدمت للبنان خلال العامين الماضيين منحة»)."""
    given = spot.ctx.folds[at][0] == _LAM and spot.head.act_class != "none"
    received = past_receiver(spot, at) if given else at
    return past_aside(spot, received, spot.sentence.last) if received > at else at


_LAM = "\N{ARABIC LETTER LAM}"


def _behind_attribute(spot: Spot, at: int, found: Complement | None) -> Complement | None:
    """Read a stance behind what describes its subject («شدد مندوب مصر الدائم لدى الجامعة على دعم …»)."""
    ctx, stop = spot.ctx, min(at + _FURTHER, spot.sentence.last)
    if spot.head.frame != "stance" or found is None or found.rule != "head" or found.marker != "noun":
        return None
    if bare(ctx.folds[at]) == ctx.folds[at] or ctx.words[at].gap or _may_be_noun(spot, at):
        return None
    end = next((k for k in range(at, stop) if ctx.words[k].gap or spot.is_word(ctx.folds[k], "that")), stop)
    led = next((k for k in range(at + 1, end) if ctx.folds[k] in spot.head.prepositions), -1)
    further = _read(spot, *past_prepositions(spot, led, spot.sentence.last)) if led >= 0 else None
    return further if further is not None and further.rule != "head" else None


def _past_unread(spot: Spot, at: int) -> int:
    """Pass over a name that no list knows between subject and «that» («أكد عضو المجلس ياسر العطا أن …»)."""
    ctx, stop = spot.ctx, min(at + _NAME, spot.sentence.last)
    finite, acts = spot.candidate.form.kind == "finite", spot.head.frame == "act"
    if not finite or spot.head.frame == "report" or spot.head.act_class not in _TOLD:
        return at
    for k in range(at, stop):
        if k > at and spot.is_word(ctx.folds[k], "that"):
            return k if not (acts and ctx.folds[k].startswith(_BEH)) else at
        if acts and bare(ctx.folds[k]) != ctx.folds[k]:
            return at  # «وصف القصف بأنه …»: an object
        if ctx.words[k].gap or ctx.candidates[k] or attached(spot, k) or _may_be_noun(spot, k):
            return at
    return at


_NAME = 5
"""Words of a name at most, and of «that» behind it."""
_TOLD = frozenset({"affirm", "announce"})
"""Classes of verbs that lead to «that» over a name."""
_BEH = "\N{ARABIC LETTER BEH}"


def _may_be_noun(spot: Spot, k: int) -> bool:
    """Say whether a word may be a complement's first noun, or lead to one."""
    ctx, word = spot.ctx, spot.ctx.folds[k]
    small = any(spot.is_word(word, words) for words in ("detached", "adverb", "demonstrative", "aside"))
    known = (ctx.acts.stances, ctx.acts.sets["topic"], ctx.acts.sets["importance"], spot.head.needs)
    return small or word.endswith(_TEH) or any(n in nouns for nouns in known for n in noun_stems(word))


_TEH = "\N{ARABIC LETTER HEH}"


def _read(spot: Spot, at: int, preposition: str) -> Complement | None:
    """Read the complement at its first word."""
    if at >= spot.sentence.last:
        return None
    marker = (
        "that" if spot.is_word(spot.ctx.folds[at], "that") else ("preposition" if preposition else "noun")
    )
    if not satisfied(spot, at, preposition) or names_source(spot, at) or opens_clause(spot, at):
        return None
    found = _classified(spot, at, marker, preposition)
    if found is None or preposition or not spot.head.called or found.start != at:
        return found
    return _behind_called(spot, found)


def _led_further(spot: Spot, at: int) -> int:
    """Pass over what describes the subject to the preposition that the head must have."""
    must = spot.head.needs & spot.head.prepositions
    if not must or spot.candidate.form.kind != "finite" or spot.ctx.folds[at].endswith(_OF_OBJECTS):
        return at
    when = any(spot.is_word(spot.ctx.folds[at], words) for words in ("circumstance", "with"))
    for k in range(at, min(at + (_CIRCUMSTANCE if when else _FURTHER), spot.sentence.last)):
        told = any(c.form.kind == "finite" for c in spot.ctx.candidates[k]) and not spot.ctx.covered[k]
        if spot.ctx.words[k].gap or told:
            return at
        if spot.ctx.folds[k] in must:
            return k
    return at


_OF_OBJECTS = "\N{ARABIC LETTER ALEF}"
"""Ending of an indefinite object («لا يرى دوراً لـ»), which describes no subject."""
_FURTHER, _CIRCUMSTANCE = 9, 14
"""Words before a verb's preposition that describe its subject, or tell when or with whom («خلال …، مع …»)."""


def _by_antecedent(spot: Spot, at: int) -> Complement | None:
    """Read the class from the noun that the verb's pronoun takes up («دعوة وجهها», «… دعوة قبلها»)."""
    if not spot.candidate.pronoun or spot.head.act_class != "none" or spot.negated or spot.relative >= 0:
        return None
    for k in range(spot.i - 1, max(spot.sentence.first, spot.i - _REACH) - 1, -1):
        for when in spot.head.whens:
            if when.complement.intersection(noun_stems(spot.ctx.folds[k])) and not when.negated:
                told = when.act_class not in {"none", "deed"}
                return None if not told else Complement(when.act_class, at, "noun", "when")
    return None


_REACH = 26
"""Words back to what a pronoun takes up."""


def _behind_called(spot: Spot, found: Complement) -> Complement:
    """Let the content begin behind whom a call is made on («دعا أثينا إلى …»: behind «إلى»)."""
    ctx, at, stop = spot.ctx, found.start, min(found.start + 16, spot.sentence.last)
    if _leads_call(spot, at):
        return replace(found, start=at + (spot.is_word(ctx.folds[at], "detached") and at + 1 < stop))
    for k in range(at + 1, stop):
        if any(c.form.kind == "finite" for c in ctx.candidates[k]) and not ctx.covered[k]:
            break
        if ctx.comma(k) and (ctx.candidates[k] or ctx.folds[k] in ctx.acts.words["break"]):
            break
        if _leads_call(spot, k):
            start = k + 1 if spot.is_word(ctx.folds[k], "detached") and k + 1 < spot.sentence.last else k
            return replace(found, start=start, called=at)
    return found


def _leads_call(spot: Spot, k: int) -> bool:
    """Say whether a word leads to what is called for."""
    if spot.ctx.folds[k] in spot.head.called:
        return True
    return attached(spot, k) and particle_of(spot, k) in spot.head.called and k not in spot.ctx.starts


def _classified(spot: Spot, at: int, marker: str, preposition: str) -> Complement | None:
    """Find the class: by a condition, by a stance noun, or the head's own."""
    when = next((w for w in spot.head.whens if holds(spot, w, at, preposition)), None)
    if when is not None:
        if when.act_class == "none" or (when.act_class == "deed" and _only_describes(spot)):
            return None
        start = behind_word(spot, when, at) if when.behind else behind_own_stance(spot, when.act_class, at)
        return Complement(when.act_class, _content_start(spot, start, marker, when.act_class), marker, "when")
    return None if spot.negated else _by_noun(spot, at, marker)


def _by_noun(spot: Spot, at: int, marker: str) -> Complement | None:
    """Find the class by a stance noun, or take the head's own."""
    noun = _past_intensifiers(spot, at)
    stance = _stance(spot, noun_stems(spot.ctx.folds[noun]))
    if stance:
        return Complement(stance, behind_stance(spot, noun), marker, "stance", noun)
    described = _described_position(spot, at)
    if described is not None:
        return Complement(described[0], described[1], marker, "stance", at)
    if spot.head.act_class == "none":
        return None
    return Complement(
        spot.head.act_class, _content_start(spot, at, marker, spot.head.act_class), marker, "head"
    )


def _only_describes(spot: Spot) -> bool:
    """Say whether a relative clause tells by a deed of a verb that is mostly none what somebody is."""
    described = spot.head.act_class == "none" and spot.relative >= 0 and not dated(spot)
    return described and spot.candidate.form.person != 1


def _stance(spot: Spot, stems: tuple[str, ...]) -> str | None:
    """Return the class that a stance noun gives a stance frame."""
    if spot.head.frame != "stance":
        return None
    return next((spot.ctx.acts.stances[s] for s in stems if s in spot.ctx.acts.stances), None)


def _past_intensifiers(spot: Spot, at: int) -> int:
    """Return where the stance noun stands behind «بالغ», «خالص», «استمرار»; the place itself without one."""
    k = at
    while k + 1 < spot.sentence.last and k < at + 3:
        if not any(n in spot.ctx.acts.words["intensifier"] for n in noun_stems(spot.ctx.folds[k])):
            break
        k += 1 + (spot.ctx.folds[k + 1] in spot.ctx.acts.words["of"])
    nouns = noun_stems(spot.ctx.folds[k]) if k < spot.sentence.last else ()
    return k if any(n in spot.ctx.acts.stances for n in nouns) else at


def _described_position(spot: Spot, at: int) -> tuple[str, int] | None:
    """Return class and content's start where an adjective says what a position is («موقفه الداعم لـ»)."""
    ctx, stop = spot.ctx, min(at + 7, spot.sentence.last)
    if spot.head.frame != "stance" or not any(
        n in ctx.acts.sets["position"] for n in noun_stems(ctx.folds[at])
    ):
        return None
    for k in range(at + 1, stop):
        if ctx.words[k].gap.strip('"«»“”()'):
            return None
        for act_class in ("support", "oppose"):
            if ctx.folds[k] in ctx.acts.sets[f"position_{act_class}"]:
                return act_class, min(k + 1, spot.sentence.last)
    return None


_KEEPS_THAT = frozenset({"hope", "call", "commit"})


def _content_start(spot: Spot, at: int, marker: str, act_class: str) -> int:
    """Leave «أن» out where it only introduces, keep it where it is what is hoped or called for."""
    if marker != "that" or act_class in _KEEPS_THAT:
        return at
    return at + 1 if spot.is_word(spot.ctx.folds[at], "bare_that") else at
