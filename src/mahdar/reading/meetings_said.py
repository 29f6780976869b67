"""What the clause of a sighting says of its occasion."""

from __future__ import annotations

from mahdar.language.clitics import bare
from mahdar.model.entries import Chair
from mahdar.reading.clauses import mentions_in
from mahdar.reading.context import Context
from mahdar.reading.meetings_details import (
    Where,
    chairs_in,
    destination,
    edition_around,
    people_in,
    place_in,
)
from mahdar.reading.meetings_parties import host_before, relative_end, visitor, who_meets
from mahdar.reading.meetings_sight import Trigger
from mahdar.reading.meetings_view import VERBS, View

__all__ = [
    "chairs_of",
    "edition",
    "has_office",
    "launched",
    "parties_of",
    "people_of",
    "phrase",
    "place_of",
    "takes_up",
    "theme_of",
    "theme_words",
    "to_come",
]

_WAW = "\N{ARABIC LETTER WAW}"


def takes_up(view: View) -> bool:
    """Say whether a definite noun takes up what was spoken of before."""
    term = view.trigger.term
    if view.trigger.head.role in VERBS:
        return False
    if view.inner and view.trigger.head.role == "container" and all(t.head.back for t in view.inner):
        return edition(view) is None
    if view.trigger.head.back or view.before in view.table.words["this"]:
        return True
    if term.pronoun and term.plural:
        return True
    if view.trigger.head.kind == "session" and view.has("opening", view.trigger.last, view.end):
        return True
    return not _is_held(view) and _is_bare(view)


def _is_held(view: View) -> bool:
    """Say whether a verb before the noun brings the dialogue about («أطلق البلدان الحوار الاستراتيجي»)."""
    hold = view.hold
    before = hold is not None and hold.i < view.trigger.i and not hold.term.taken
    return before and view.kind == "strategic_dialogue"


def _is_bare(view: View) -> bool:
    """Say whether nothing behind a definite noun tells which occasion it is."""
    term = view.trigger.term
    bare = view.end == view.trigger.last or _is_date(view)
    return term.definite and bare and relative_end(view) == view.end


def phrase(view: View) -> tuple[int, int]:
    """Return the words that are the sighting's evidence: from the verb of holding, where it is near."""
    first, last = view.trigger.i, max(view.end, view.trigger.last)
    hold = view.hold
    if hold is not None and hold.i < first and first - hold.i <= 4:
        first = hold.i
    if hold is not None and last <= hold.i < last + 3:
        last = min(view.clause[1], hold.i + 6)
    return first, max(last, first + 1)


def edition(view: View) -> int | None:
    """Return the edition; sessions and visits have none, nor has an indefinite «لقاء ثان»."""
    if view.kind == "working_group" and _for_the_first_time(view):
        return 1
    if view.kind in {"session", "visit", "call"} or view.trigger.head.role in VERBS:
        return None
    if view.hold is not None and view.hold.head.launches:
        return 1
    return edition_around(view.ctx, view.table, view.trigger, min(view.end, view.sentence.last - 1))


def _for_the_first_time(view: View) -> bool:
    """Say whether a group meets for the first time («اجتمع للمرة الأولى»)."""
    folds = view.ctx.folds[view.trigger.last : view.trigger.last + 6]
    return any(" ".join(folds[k : k + 2]) in view.table.words["first_time"] for k in range(len(folds)))


def place_of(view: View) -> tuple[str | None, str | None]:
    """Return where it takes place: English name and state."""
    ctx, table, trigger = view.ctx, view.table, view.trigger
    lo, hi = view.clause[0], view.topic
    if view.kind == "visit":
        return _destination(view) or (None, None)
    if view.kind == "summit" and (
        m := next((p for p in ctx.article.mentions.places if p.first == trigger.last), None)
    ):
        return m.name, m.party
    return (
        _hosted(view)
        or host_before(view)
        or place_in(ctx, table, trigger.i, hi)
        or place_in(ctx, table, lo, trigger.i)
        or (None, None)
    )


def _destination(view: View) -> Where | None:
    """Return where a visit leads: behind its word, else before it («وصل إلى مسقط في زيارة»)."""
    ctx, table, at = view.ctx, view.table, view.trigger
    direct = at.head.role == "visit"
    near = None if direct else destination(ctx, table, at.last, at.last + 1, direct=True)
    found = near or destination(ctx, table, at.last, min(view.clause[1], at.last + 24), direct=direct)
    if found is not None or direct:
        return found
    reached = view.hold is not None and view.hold.head.reaches and view.hold.i < at.i
    first = view.hold.last if reached and view.hold is not None else at.i - 12
    return destination(ctx, table, max(view.clause[0], first), at.i, direct=reached)


def _hosted(view: View) -> Where | None:
    """Return the place behind «استضافته», «شهدت»."""
    hold = view.hold
    if hold is None or not hold.head.hosts:
        return None
    return destination(view.ctx, view.table, hold.last, hold.last + 3, direct=True)


def parties_of(view: View, host: str | None) -> tuple[str, ...]:
    """Return the parties: for a visit the visitor's and the host's."""
    if view.kind != "visit":
        return who_meets(view) or ((host,) if host and view.trigger.head.many else ())
    guest = visitor(view, host)
    if host is None and guest in view.ctx.pair and _destination(view) is None:
        return view.ctx.pair
    return tuple(sorted({c for c in (guest, host) if c}))


def people_of(view: View) -> frozenset[str]:
    """Return who visits or meets: behind the noun, or before where nobody is named there."""
    found = people_in(view.ctx, view.trigger.last, max(view.end, relative_end(view)))
    return found or people_in(view.ctx, view.clause[0], view.trigger.i)


def to_come(view: View) -> bool:
    """Say whether verb or preparation put it in the future."""
    hold, at, folds = view.hold, view.trigger.i, view.ctx.folds
    if _purposed(view) or _invited(view):
        return True
    holding = any(folds[k] in view.table.words["holding"] for k in range(max(view.clause[0], at - 2), at))
    if holding and view.has("intending", max(view.clause[0], at - 8), at):
        return True
    if hold is not None and (
        hold.term.tense == "future" or view.ctx.folds[max(hold.i - 1, 0)] in view.table.words["planned"]
    ):
        return True
    if hold is not None and _wanted(view, hold.i):
        return True
    lo = max(view.clause[0], view.trigger.i - 8)
    if hold is not None and at < hold.i < at + _SPOKEN and view.has("planned", at, hold.i):
        return True
    return any(
        view.ctx.folds[k] in view.table.words["planned"] and _free(view.ctx, k)
        for k in range(lo, view.trigger.i)
    )


def _purposed(view: View) -> bool:
    """Say whether a noun of holding is a purpose («لاستضافة الدورة»)."""
    at = view.trigger.i
    return view.has("purpose", max(view.clause[0], at - 3), at)


def _invited(view: View) -> bool:
    """Say whether somebody is invited to a visit («دعوة … لزيارة»)."""
    at = view.trigger.i
    leads = view.trigger.term.taken.endswith(_LAM) or view.before in view.table.words["into"]
    return view.kind == "visit" and leads and view.has("inviting", max(view.sentence.first, at - _CALLED), at)


_CALLED = 14
"""Who invites and who is invited may stand between the invitation and the visit."""
_LAM = "\N{ARABIC LETTER LAM}"


_SPOKEN = 12
"""What is still to come may be said between a noun and its verb («… التي كان مقررا أن تعقد»)."""


def _wanted(view: View, k: int) -> bool:
    """Say whether a verb stands behind «أن», and not behind «قبل أن», «بعد أن»."""
    words = view.ctx.acts.words
    if k <= view.sentence.first or view.ctx.folds[k - 1] not in words["subjunctive"]:
        return False
    return not view.has("frame", max(view.sentence.first, k - 2), k - 1)


def _free(ctx: Context, k: int) -> bool:
    """Say whether a word is no part of a name or title."""
    return not ctx.covered[k]


def chairs_of(view: View, triggers: list[Trigger]) -> tuple[Chair, ...]:
    """Return who chairs, where the sentence says so."""
    ctx = view.ctx
    places = [t.i for t in triggers if t.head.role == "chair"]
    places += [
        k
        for k in range(view.sentence.first, view.sentence.last)
        if ctx.folds[k] in view.table.words["chairing"]
    ]
    return next((found for k in places if (found := chairs_in(ctx, view.table, view.sentence, k))), ())


def theme_of(view: View) -> frozenset[str]:
    """Return the words of a session's theme."""
    if view.kind != "session":
        return frozenset()
    return theme_words(view, view.trigger.last)


_NO_THEME = ("theme", "topic", "relative", "officials", "pair")


def theme_words(view: View, first: int) -> frozenset[str]:
    """Return the nouns of the next words, without article."""
    last = min(view.sentence.last, first + 12)
    known = view.ctx.acts.words["detached"].union(*(view.table.words[w] for w in _NO_THEME))
    words = (view.ctx.folds[k] for k in range(first, last) if view.ctx.folds[k] not in known)
    return frozenset(bare(w.removeprefix(_WAW)) for w in words if len(w) > 2)


def has_office(ctx: Context, first: int, last: int) -> bool:
    """Say whether a title stands between two words."""
    return any(k in ctx.at.offices for k in range(first, last))


def launched(view: View) -> tuple[int, str] | None:
    """Return where a clause ends that tells when the series began, and that day; None where none does."""
    ctx, table, end = view.ctx, view.table, view.end
    if not view.inner or view.kind != "strategic_dialogue" or edition(view) == 1 or end + 1 >= view.clause[1]:
        return None
    begins = any(table.heads[t.head].begins for t in table.terms.get(ctx.folds[end + 1], ()))
    if not begins or ctx.folds[end] not in table.words["relative"]:
        return None
    day = next((d for d in mentions_in(ctx.article.mentions.dates, end + 2, end + 7) if d.value), None)
    return (day.last, str(day.value)) if day is not None else None


def _is_date(view: View) -> bool:
    """Say whether a date stands right behind the word («المحادثات اليوم»)."""
    at = view.trigger.last
    return any(True for _ in mentions_in(view.ctx.article.mentions.dates, at, at + 1))
