"""Further stances that one verb tells: «جدد دعمه للوحدة ورفضه للتدخل» is a support and a refusal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mahdar.reading.complement import Complement
from mahdar.reading.conditions import attached, noun_stems, owned
from mahdar.reading.context import Context
from mahdar.reading.draft import Draft
from mahdar.reading.stances import behind_stance

__all__ = ["begin_of", "with_further_stances"]


def with_further_stances(drafts: Sequence[Draft]) -> list[Draft]:
    """Add an act for each further stance of another class that a verb of stances tells. Order: by trigger."""
    found = list(drafts)
    for n, draft in enumerate(drafts):
        later = [d.spot.i for d in drafts[n + 1 :] if d.spot.i > draft.spot.i]
        found += _further(draft, min(later, default=draft.spot.sentence.last))
    return sorted(found, key=lambda d: d.trigger) if len(found) > len(drafts) else found


def _further(draft: Draft, stop: int) -> list[Draft]:
    """Return the further stances of one verb, before a word."""
    spot, ctx = draft.spot, draft.spot.ctx
    if spot.head.frame != "stance" or spot.relative >= 0 or draft.word >= 0:
        return []
    if draft.complement.marker == "that" or draft.complement.rule == "when" or not draft.subject.parties:
        return []
    told, found = {draft.act_class}, []
    for k in range(draft.complement.start + 1, min(stop, draft.complement.start + _REACH)):
        if spot.is_word(ctx.folds[k], "that") or spot.is_word(ctx.folds[k], "relative"):
            break
        act_class = _stance_at(draft, k)
        if act_class and act_class not in told:
            told.add(act_class)
            start = behind_stance(spot, k)
            complement = Complement(act_class, start, draft.complement.marker, "stance", k)
            found.append(replace(draft, complement=complement, act_class=act_class, word=k))
    return found


_REACH = 30
"""Words behind its first stance within which a verb's further ones stand."""


def _stance_at(draft: Draft, k: int) -> str:
    """Return the class of a joined stance noun with its owner's pronoun; empty for none."""
    spot, ctx = draft.spot, draft.spot.ctx
    word = ctx.folds[k]
    if not word.endswith(_whose(draft)):
        return ""
    if ctx.covered[k] or k + 1 >= spot.sentence.last or ctx.words[k + 1].gap or not owned(ctx, k):
        return ""
    also = spot.is_word(ctx.folds[k - 1], "and_likewise")
    if not (word[0] == _WAW or also):
        return ""
    if not (spot.is_word(ctx.folds[k + 1], "detached") or attached(spot, k + 1)):
        return ""
    nouns = noun_stems(word if also else word[1:])
    return next((ctx.acts.stances[n] for n in nouns if n in ctx.acts.stances), "")


def _whose(draft: Draft) -> str | tuple[str, ...]:
    """Return the pronoun of whoever takes the stances."""
    form, subject = draft.spot.candidate.form, draft.subject
    if len(subject.parties) == 1 and form.number == "s":
        return _HERS if form.gender == "f" else _HIS
    return _THEIRS


def begin_of(ctx: Context, k: int) -> int:
    """Return where a further stance begins: at its joiner («فضلا عن دعمها»), else at the noun itself."""
    if ctx.folds[k - 1] not in ctx.acts.words["and_likewise"]:
        return k
    return k - 1 - (ctx.folds[k - 2] in ctx.acts.words["likewise_lead"])


_HIS = "\N{ARABIC LETTER HEH}"
_HERS = "\N{ARABIC LETTER HEH}\N{ARABIC LETTER ALEF}"
_THEIRS = (
    "\N{ARABIC LETTER HEH}\N{ARABIC LETTER MEEM}\N{ARABIC LETTER ALEF}",
    "\N{ARABIC LETTER HEH}\N{ARABIC LETTER MEEM}",
    _HERS,
)
_WAW = "\N{ARABIC LETTER WAW}"
