"""What somebody is said to have done, whatever it is: a deed of a party in a main clause takes any object."""

from __future__ import annotations

from mahdar.language.clitics import bare
from mahdar.lexicon.acts import Form
from mahdar.lexicon.fold import fold
from mahdar.reading.asides import past_between
from mahdar.reading.circumstances import past_circumstance
from mahdar.reading.complement import Complement, noun_stems
from mahdar.reading.conditions import attached, counted, holds, numbered, singular
from mahdar.reading.homographs import ambiguous
from mahdar.reading.memory import Subject
from mahdar.reading.prepositions import past_prepositions
from mahdar.reading.receivers import past_receiver
from mahdar.reading.spot import Spot

__all__ = ["whatever_was_done"]


def whatever_was_done(spot: Spot, subject: Subject, at: int) -> Complement | None:
    """Take any object of a deed that a party is said to have done in a main clause («أوقفت أنشطتها»).

    A headline tells what was done in the present («تركيا تفتح معبراً»), whoever speaks what he respects or
    understands («نحترم هذا القرار»).
    """
    takes = _takes(spot)
    if not takes or not _told(spot) or not _done_by(spot, subject):
        return None
    begun, at = at, _object_from(spot, at, takes)
    if at >= spot.sentence.last or not (takes == "anything" or _may_take(spot, at, takes)):
        return None
    surely = subject.rule == "first_person" or (takes != "effort" and _object(spot, at, begun))
    if subject.rule not in _TOUCHING and not surely:
        return None
    if takes != "anything" and subject.rule == "before_verb" and spot.head.homograph and ambiguous(spot):
        return None  # «تبنى الحزب قتل شرطيين»
    behind = spot.ctx.folds[at]
    parted = at == begun and bool(spot.ctx.words[at].gap)
    clause = spot.is_word(behind, "that") and not (takes == "effort" and spot.is_word(behind, "bare_that"))
    if parted or clause or spot.is_word(behind, "detached") or _of_meeting(spot, at):
        return None
    told = spot.head.act_class if spot.head.act_class != "none" else "deed"
    return Complement(told, at, "noun", "any")


def _takes(spot: Spot) -> str:
    """Say what a verb may have for an object: `anything`, a `thing`, a `doing`, a `number`; empty for none.

    A verb that is as often no deed («قدم», «نفذ») takes things with which states deal; one of beginning,
    asking or trying («بدأ», «طلب», «سعى») takes what is done, trying also «أن» («حاول أن يقنع نظيره»).
    """
    head, lists = spot.head, spot.ctx.head_lists
    if head.id in lists["tries"] or head.id in lists["begins"]:
        told = spot.tense == "past" or (spot.sentence.block == "title" and spot.tense == "present")
        surely = told and not (spot.negated or _ends_as_noun(spot))
        return ("effort" if head.id in lists["tries"] else "doing") if surely else ""
    word, words = fold(head.word), spot.ctx.acts.words
    own = "number" if word in words["no_things"] else "thing" if word in words["own_object"] else "anything"
    if head.act_class == "deed":
        return own
    if head.act_class == "none":
        done = any(w.act_class == "deed" and w.tense in _DONE for w in head.whens)
        return ("number" if own == "number" else "thing") if done and not spot.negated else ""
    if head.act_class not in _ANYTHING or head.frame != "act" or head.homograph:
        return ""
    return "anything" if own == "anything" else "number"


def _ends_as_noun(spot: Spot) -> bool:
    """Say whether the ending as written is a noun's («وسعي دول المنطقة», «سعياً إلى»), or no «بدأ»."""
    return spot.ctx.words[spot.i].text.endswith(_NOUN_ENDS)


_NOUN_ENDS = ("\N{ARABIC LETTER YEH}", "\N{ARABIC LETTER ALEF}", "\N{ARABIC FATHATAN}")


_DONE = ("", "past")
"""Tenses of a condition under which a verb is a deed that was done."""


def _object_from(spot: Spot, at: int, takes: str) -> int:
    """Return where the object begins, behind whom, when and where, and behind the verb's own preposition."""
    stop = spot.sentence.last
    end = past_between(spot, at)
    if takes == "anything":
        verb = at < end < stop and any(c.form.kind != "masdar" for c in spot.ctx.candidates[end])
        return at if verb else end
    if takes == "effort" and spot.head.prepositions:
        return _behind_lead(spot, at)
    starts = (at, past_receiver(spot, at), end, past_circumstance(spot, at))
    led = (past_prepositions(spot, start, stop)[0] for start in starts if start < stop)
    led = (
        k + (takes == "doing" and spot.is_word(spot.ctx.folds[k], "circumstance")) for k in led if k < stop
    )
    return next((k for k in led if k < stop and _may_take(spot, k, takes)), stop)


def _behind_lead(spot: Spot, at: int) -> int:
    """Return what is sought, behind the verb's preposition or with «لـ» («سعى أمس إلى طمأنة …»)."""
    ctx, stop = spot.ctx, spot.sentence.last
    for k in range(at, min(at + _SOUGHT, stop - 1)):
        if k > at and (ctx.comma(k) or any(c.form.kind == "finite" for c in ctx.candidates[k])):
            break
        led = ctx.folds[k] in spot.head.prepositions
        start = k + led
        given = led or (attached(spot, k) and ctx.folds[k][0] == _LAM)
        if given and _may_take(spot, start, "effort") and (led or _is_done(spot, k)):
            return start
    return stop


_LAM = "\N{ARABIC LETTER LAM}"
_SOUGHT = 9
"""Words behind a subject within which what he sought is told."""


def _may_take(spot: Spot, at: int, takes: str) -> bool:
    """Say whether a word begins what a verb may have for an object."""
    if spot.is_word(spot.ctx.folds[at], "adverb"):
        return False
    if any(w.act_class == "none" and holds(spot, w, at, "") for w in spot.head.whens):
        return False
    if takes == "effort":
        verb = any(c.form.kind == "finite" for c in spot.ctx.candidates[at])
        joined = (verb or spot.ctx.folds[at][0] in spot.ctx.conjunctions) and not _is_done(spot, at)
        general = spot.head.act_class == "none" and _among(spot, at, ("work",))  # «سعت إلى تعزيز التعاون»
        return not (joined or general or spot.ctx.covered[at] or at in spot.ctx.starts)
    if takes == "doing":
        return _is_done(spot, at) or _among(spot, at, ("begun",))
    if numbered(spot, at) or takes == "number":
        return numbered(spot, at)
    return spot.is_word(spot.ctx.folds[at], "counts") or _is_thing(spot, at)


def _is_thing(spot: Spot, at: int) -> bool:
    """Say whether a noun names something with which states deal, behind words of number or not."""
    sets, noun = spot.ctx.acts.sets, spot.ctx.folds[counted(spot, at)]
    stems = (*noun_stems(noun), singular(noun))
    whole = bare(noun) != noun or not attached(spot, at)
    return any(n in sets[kind] for kind in _THINGS for n in stems if whole or n[:1] == noun[0])


_THINGS = (
    *("aid", "body", "force", "funds", "goods", "paper", "people", "pact", "place", "sent", "site", "step"),
    *("strike", "struck", "traded"),
)
"""Sets of nouns for what states give, send, build, take and hit."""


def _is_done(spot: Spot, at: int) -> bool:
    """Say whether a noun tells what is done: the verbal noun of any verb of the grammar."""
    stems = noun_stems(spot.ctx.folds[at])
    if _among(spot, at, ("doing", "work")):
        return True
    forms, fold_at = spot.ctx.acts.forms, spot.ctx.folds[at]
    named = any(_may_be_masdar(f, fold_at.endswith(n)) for n in stems for f in forms.get(n, ()))
    return named or any(map(_shaped_as_masdar, stems))


def _shaped_as_masdar(stem: str) -> bool:
    """Say whether a noun has the shape of a verbal noun: «تشغيل», «تهدئة», «ملاحقة», «إدخال», «استيراد»."""
    if len(stem) > _FIVE and stem[-1] == _HEH and (stem[0], stem[2]) == (_MEEM, _ALEF):
        return True
    if len(stem) == _FIVE and stem[-1] == _HEH:
        return (stem[0], stem[2]) == (_ALEF, _ALEF) or (stem[0] == _TEH and _ALEF not in stem)
    if len(stem) == _FIVE and stem[0] == _TEH:
        return stem[3] == _YEH
    return len(stem) >= _FIVE and stem[0] == _ALEF and stem[-2] == _ALEF


_FIVE = 5
"""Letters of such nouns, or more."""
_ALEF, _HEH = "\N{ARABIC LETTER ALEF}", "\N{ARABIC LETTER HEH}"
_MEEM = "\N{ARABIC LETTER MEEM}"
_TEH, _YEH = "\N{ARABIC LETTER TEH}", "\N{ARABIC LETTER YEH}"


def _among(spot: Spot, at: int, kinds: tuple[str, ...]) -> bool:
    """Say whether a noun is in one of some sets of nouns."""
    sets = spot.ctx.acts.sets
    return any(n in sets[kind] for kind in kinds for n in noun_stems(spot.ctx.folds[at]))


def _may_be_masdar(form: Form, whole: bool) -> bool:
    """Say whether a form is a verbal noun, or the past of a verb whose noun is mostly spelt so («نقل»)."""
    he_did = (form.kind, form.tense, form.number, form.gender) == _HE_DID
    return form.kind == "masdar" or (whole and he_did)


_HE_DID = ("finite", "past", "s", "m")


_ANYTHING = frozenset({"affirm", "discuss"})
"""Classes that, besides deeds, may have any object where the verb can be nothing else."""
_TOUCHING = frozenset({"after_verb", "before_verb", "own_organ"})
"""Rules that find a subject written beside its verb."""
_BODY = "ORG:"
"""Prefix of the codes of agencies and companies: what they do all day is no deed between states."""


def _done_by(spot: Spot, subject: Subject) -> bool:
    """Say whether a subject is somebody whose deed it can be, in a main clause."""
    if spot.relative >= 0 or not subject.parties or any(p[:4] == _BODY for p in subject.parties):
        return False
    return subject.rule in _TOUCHING or _goes_on(spot, subject)


def _told(spot: Spot) -> bool:
    """Say whether a verb tells what was done: not what is done, but in a headline or by whoever speaks."""
    form = spot.candidate.form
    if form.kind != "finite" or form.passive:
        return False
    if form.person == 1:
        inside = bool(spot.candidate.conjunction) and not spot.gap  # «كي أرتاح وأحترم المبادئ»
        own = spot.head.act_class == "affirm" and spot.tense == "present" and not inside
        # «سنستأنف الحركة»: what somebody says that he will do.
        tried = spot.head.id in spot.ctx.head_lists["tries"] and form.tense == "past"
        return (
            own
            or tried
            or (spot.head.act_class == "deed" and (form.tense == "past" or spot.candidate.future))
        )
    if form.person != 3 or spot.candidate.pronoun:
        return False
    return form.tense == "past" or (spot.sentence.block == "title" and spot.tense == "present")


def _goes_on(spot: Spot, subject: Subject) -> bool:
    """Say whether whoever speaks did it, or a joined past goes on with the subject of its sentence."""
    if subject.rule == "first_person":
        return True
    begun = spot.is_word(spot.before, "perfect") and spot.before[0] in spot.ctx.conjunctions
    begun = begun or spot.is_word(spot.before, "and_also")
    joined = (bool(spot.candidate.conjunction) or begun) and spot.candidate.form.person == 3
    return joined and subject.rule == "remembered" and subject.sentence == spot.sentence.first


def _object(spot: Spot, at: int, begun: int) -> bool:
    """Say whether a word can only be an object: in the accusative, or behind to whom or when it was done."""
    word = spot.ctx.words[at].text
    return word.endswith(_ACCUSATIVE) or numbered(spot, at) or (at > begun and word.endswith(_TAA_MARBUTA))


_ACCUSATIVE = ("\N{ARABIC LETTER ALEF}", "\N{ARABIC FATHATAN}")
_TAA_MARBUTA = "\N{ARABIC LETTER TEH MARBUTA}"


def _of_meeting(spot: Spot, at: int) -> bool:
    """Say whether what is done is done to a meeting, and no deed («أنهت مالطا وقبرص جولة الحوار»)."""
    near = spot.ctx.folds[at : min(at + 2, spot.sentence.last)]
    return any(n in spot.ctx.acts.words["encounter"] for word in near for n in noun_stems(word))
