"""The two whom «الوزيران», «لقائهما», «عقدا» mean: named before the word."""

from __future__ import annotations

from mahdar.model.mentions import PartyMention
from mahdar.reading.clauses import named_in
from mahdar.reading.meetings_partakers import takes_part
from mahdar.reading.meetings_view import NOUNS, View

__all__ = ["both_before", "last_two", "of_two", "two_people"]

_THE_TWO = "\N{ARABIC LETTER HEH}\N{ARABIC LETTER MEEM}\N{ARABIC LETTER ALEF}"
"""The pronoun of two."""
_BOTH = 2
_WITH = 3
"""«مع» stands within so many words behind the noun."""
_MEMORY = 90
"""How many words back the two may be named."""
_SPOKEN_OF = 3
"""«الرئيسان» stands within so many words before what they did («اتفق الرئيسان في اتصال هاتفي»)."""


def two_people(view: View) -> tuple[str, ...] | None:
    """Return for whom the two act that «الوزيران» or «جمعهما» means: the last two named before."""
    hold, at = view.hold, view.trigger.i
    spoken = hold is None and view.before not in view.table.words["margin"]
    if view.trigger.head.role in NOUNS and view.has(
        "between_both", view.trigger.last, view.trigger.last + _WITH
    ):
        return last_two(view, at)
    if spoken and view.has("two_people", max(view.clause[0], at - _SPOKEN_OF), at):
        return last_two(view, view.clause[0])
    if hold is None or hold.last >= len(view.ctx.folds):
        return None
    if _of_both(view) and view.has("with_one", view.trigger.last, view.trigger.last + _WITH):
        return both_before(view, hold.i)
    if hold.i > view.trigger.i and view.ctx.folds[hold.i].endswith(_THE_TWO):
        return last_two(view, view.trigger.i)
    return last_two(view, hold.i) if view.has("two_people", hold.last, hold.last + 1) else None


def _of_both(view: View) -> bool:
    """Say whether «عقدا», its subject told before, leads to the noun."""
    hold = view.hold
    return hold is not None and hold.i < view.trigger.i and hold.term.number == "d" and bool(hold.term.tense)


def both_before(view: View, at: int) -> tuple[str, ...] | None:
    """Return the two who are named in the clauses before a word of the sentence; None for more or fewer."""
    found = {c for m, c in named_in(view.ctx, view.sentence.first, at) if takes_part(view, m)}
    return tuple(sorted(found)) if len(found) == _BOTH else None


def of_two(view: View) -> bool:
    """Say whether a noun has the pronoun of two («لقائهما», «زيارتهما»)."""
    return view.trigger.head.role in NOUNS and view.ctx.folds[view.trigger.i].endswith(_THE_TWO)


def last_two(view: View, at: int) -> tuple[str, ...] | None:
    """Return for whom the last two people act that are named before a word."""
    named = named_in(view.ctx, max(0, at - _MEMORY), at)
    people = [c for m, c in named if not isinstance(m, PartyMention)]
    last = list(dict.fromkeys(reversed(people)))[:2]
    return tuple(sorted(last)) if len(last) > 1 else None
