"""What quotation marks hold beside words of a known speaker: names of things, and words of unknown people.

Source: lexicon/data/ar/acts.toml (`bears_name`, `that`), ar/reading.toml (`outsider`)
"""

from __future__ import annotations

from mahdar.language.clitics import readings, slot
from mahdar.model.prose import Sentence
from mahdar.reading.context import Context
from mahdar.reading.forms import Candidate

__all__ = ["names_something", "said_by_unread"]

_REACH = 24
"""Words between a verb of saying and the words that somebody unknown says."""
_BEHIND = 6
"""Words between a name in quotation marks and what its bearer says."""


def names_something(ctx: Context, sentence: Sentence, first: int, last: int) -> bool:
    """Say whether what stands between quotation marks is a name, not somebody's words.

    «أطلقت حملة «معا من أجل بيئة أنظف»»: behind a noun of what bears a name. «أعلنت «الشركة العامة» أن …»: the
    subject of a verb of saying.

    Args:
        ctx: what the rules may ask.
        sentence: the one that it stands in.
        first: its first word.
        last: one past its last word.
    """
    if first <= sentence.first or ":" in ctx.words[first].gap:
        return False
    bearers = ctx.acts.words["bears_name"]
    if any(rest in bearers for _, rest in readings(ctx.folds[first - 1])):
        return not any(c.form.person == 1 for c in ctx.candidates[first])
    if not any(_says(ctx, c) or _announces(ctx, c) for c in ctx.candidates[first - 1]):
        return False
    behind = range(last, min(last + _BEHIND, sentence.last))
    named = ctx.folds[first].startswith(slot("article")[0])
    return named and any(ctx.folds[k] in ctx.acts.words["that"] for k in behind)


def said_by_unread(ctx: Context, sentence: Sentence, first: int) -> bool:
    """Say whether somebody of whom the reader knows nothing says what stands between quotation marks.

    «وقالت سو ميات: «…»», «وقال الصحافي كالامبري إن «…»»: a verb of saying, a definite subject or a name, and
    a colon or «that» right before the words.
    """
    led = ":" in ctx.words[first].gap or ctx.folds[first - 1] in ctx.acts.words["that"]
    if not led or first <= sentence.first:
        return False
    for k in range(first - 1, max(sentence.first, first - _REACH) - 1, -1):
        if not any(_says(ctx, c) for c in ctx.candidates[k]):
            continue
        opens = k == sentence.first or bool(ctx.words[k].gap) or ctx.folds[k][0] in ctx.conjunctions
        named = k + 1 < first and not ctx.words[k + 1].gap and ctx.folds[k + 1] not in ctx.lists["outsider"]
        return opens and named
    return False


def _says(ctx: Context, candidate: Candidate) -> bool:
    """Say whether a form is a verb of saying in the third person."""
    form = candidate.form
    says = ctx.acts.heads[form.head].frame == "report"
    return says and form.kind == "finite" and form.person == 3 and not form.passive


def _announces(ctx: Context, candidate: Candidate) -> bool:
    """Say whether a form is a verb of announcing or stressing in the third person."""
    form, told = candidate.form, ctx.acts.heads[candidate.form.head].act_class
    return told in {"announce", "affirm"} and form.kind == "finite" and form.person == 3
