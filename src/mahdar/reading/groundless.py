"""Why what is told is no act of the party that would be given it: an ordered list of reasons.

Subject and complement are known by now; what a head alone tells is refused in `heads`.
"""

from __future__ import annotations

from collections.abc import Callable

from mahdar.language.clitics import bare
from mahdar.reading.complement import Complement, noun_stems
from mahdar.reading.forms import OWN
from mahdar.reading.memory import Subject
from mahdar.reading.spot import Spot

__all__ = ["RULES", "groundless"]


def nobodys_deed(spot: Spot, subject: Subject, complement: Complement) -> bool:
    """A deed is told without anybody who did it («تم إطلاق سراح الرهائن»)."""
    return _guessed(subject) and complement.act_class == "deed" and spot.candidate.form.kind == "masdar"


def described_by_it(spot: Spot, subject: Subject, _complement: Complement) -> bool:
    """A relative clause names nobody and only describes a text or a topic («الاتفاق الذي تم التوصل إليه»)."""
    light = spot.ctx.light_before(spot)
    if light is None or not _guessed(subject) or light <= spot.sentence.first or _own_text(spot):
        return False
    witnessed = any(c.pronoun for c in spot.ctx.candidates[light])
    return not witnessed and spot.is_word(spot.ctx.folds[light - 1], "relative") and not _tells_sides(spot)


def to_be_done_by_somebody(spot: Spot, subject: Subject, complement: Complement) -> bool:
    """What will be done, the text does not say by whom («سيتم إعلان النتائج»), binds no two states."""
    light = spot.ctx.light_before(spot)
    if light is None or not _guessed(subject) or _own_text(spot) or _tells_sides(spot):
        return False
    return complement.act_class not in _TALKS and spot.ctx.light_is_future(light)


def told_by_the_press(spot: Spot, subject: Subject, complement: Complement) -> bool:
    """A paper or an agency is a source («ذكرت رويترز أن …»), a party only in its own statement."""
    if complement.act_class not in _TOLD or not spot.ctx.press.issuperset(subject.parties or _NOBODY):
        return False
    return not any(k in spot.ctx.statements for k in range(spot.i + 1, spot.i + _SOON))


def authors_view(spot: Spot, subject: Subject, complement: Complement) -> bool:
    """In a column only what somebody is told to have said is his act, not what its author sees him do."""
    form = spot.candidate.form
    if form.person == 1 or spot.ctx.in_own_words(spot.i) or not _seen(spot, subject, complement):
        return False
    return spot.ctx.column


def leads_to_own_act(spot: Spot, _subject: Subject, _complement: Complement) -> bool:
    """«يسعدني أن أعلن …»: politeness before somebody's own act, which says it all."""
    ctx, i = spot.ctx, spot.i
    polite = spot.is_word(ctx.folds[i], "performative") and ctx.folds[i].endswith(OWN)
    if i + 2 >= spot.sentence.last or not polite:
        return False
    own = any(c.form.person == 1 and c.form.kind == "finite" for c in ctx.candidates[i + 2])
    return own and spot.is_word(spot.after, "subjunctive")


def takes_up_a_text(spot: Spot, subject: Subject, complement: Complement) -> bool:
    """A text that a verb's pronoun takes up is its object («تصريح نقلته الوكالة تضامن …»: no solidarity).

    Nor is it done by whoever was spoken of before where a noun follows («بيان تداولته حسابات …»).
    """
    ctx, i, form = spot.ctx, spot.i, spot.candidate.form
    joined = spot.candidate.conjunction or spot.gap or spot.relative >= 0 or i - 1 <= spot.sentence.first
    if form.kind != "finite" or form.person != 3 or not spot.candidate.pronoun or joined:
        return False
    before = spot.before
    text = any(n in ctx.acts.words["own_text"] for n in noun_stems(before))
    if not text or bare(before) != before:
        return False
    small = any(spot.is_word(spot.after, words) for words in _SMALL)
    passed_on = complement.marker == "noun" and complement.rule in {"when", "stance"}
    return passed_on or (_guessed(subject) and not small and complement.act_class in {"affirm", "discuss"})


def _seen(spot: Spot, subject: Subject, complement: Complement) -> bool:
    """Say whether an act is described rather than reported: a habit, a deed, what nobody beside it does."""
    form = spot.candidate.form
    if form.kind == "participle":
        return False
    if form.kind == "masdar" or spot.relative >= 0 or complement.act_class == "deed":
        return True
    return form.tense == "present" or (_guessed(subject) and spot.head.frame == "act")


_SMALL = ("detached", "adverb", "aside", "that", "resumptive")
"""Closed lists of words that are no subject behind a verb."""
_TOLD = frozenset({"affirm", "announce", "hope"})
_TALKS = frozenset({"discuss"})
_NOBODY = ("",)


RULES: tuple[Callable[[Spot, Subject, Complement], bool], ...] = (
    nobodys_deed,
    described_by_it,
    to_be_done_by_somebody,
    told_by_the_press,
    authors_view,
    leads_to_own_act,
    takes_up_a_text,
)


def groundless(spot: Spot, subject: Subject, complement: Complement) -> bool:
    """Say whether one of the rules speaks against an act."""
    return any(rule(spot, subject, complement) for rule in RULES)


def _guessed(subject: Subject) -> bool:
    """Say whether the clause names nobody: those spoken of before, or the article's pair, are meant."""
    return subject.rule in {"remembered", "pair"}


def _tells_sides(spot: Spot) -> bool:
    """Say whether the sentence speaks of the two sides, or tells what their meeting brought."""
    ctx, words = spot.ctx, range(spot.sentence.first, spot.sentence.last - 1)
    if any(spot.is_word(ctx.folds[k], "between") and _names_sides(spot, k + 1) for k in words):
        return True
    behind = ctx.folds[spot.i + 1 : min(spot.i + _SOON, spot.sentence.last)]
    return any(n in ctx.acts.words["encounter"] for word in behind for n in noun_stems(word))


def _names_sides(spot: Spot, k: int) -> bool:
    """Say whether a word means the two sides («البلدين»)."""
    return any(n in spot.ctx.acts.words["sides"] for n in noun_stems(spot.ctx.folds[k]))


_SOON = 8
"""Words behind a head within which its meeting, or the statement that it stands in, is named."""


def _own_text(spot: Spot) -> bool:
    """Say whether the article is the parties' own account, so that its pair is no guess."""
    return spot.ctx.joint_text or spot.ctx.article.kind == "ministry_post"
