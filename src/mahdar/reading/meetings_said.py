"""What the clause of a sighting says of its occasion."""

from __future__ import annotations

from mahdar.language.clitics import bare
from mahdar.model.entries import Chair
from mahdar.reading.clauses import codes_in, mentions_in, named_in, phrase_end
from mahdar.reading.context import Context
from mahdar.reading.meetings_details import (
    Where,
    chairs_in,
    destination,
    edition_in,
    people_in,
    place_in,
    sides,
)
from mahdar.reading.meetings_sight import Trigger
from mahdar.reading.meetings_view import REACH, VERBS, View

__all__ = [
    "assembly",
    "chairs_of",
    "edition",
    "has_office",
    "parties_of",
    "people_of",
    "phrase",
    "place_of",
    "relative_end",
    "takes_up",
    "theme_of",
    "theme_words",
    "to_come",
    "who_meets",
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
    if view.kind in {"session", "visit", "call"} or view.trigger.head.role in VERBS:
        return None
    return edition_in(view.ctx, view.table, view.trigger.last, min(view.end + 1, view.sentence.last))


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
        or place_in(ctx, table, trigger.i, hi)
        or place_in(ctx, table, lo, trigger.i)
        or (None, None)
    )


def _destination(view: View) -> Where | None:
    """Return where a visit leads: behind its word, else before it («وصل إلى مسقط في زيارة»)."""
    ctx, table, at = view.ctx, view.table, view.trigger
    direct = at.head.role == "visit"
    found = destination(ctx, table, at.last, min(view.clause[1], at.last + 24), direct=direct)
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


def who_meets(view: View) -> tuple[str, ...]:
    """Return who meets; of a summit known by its place only who the phrase itself names."""
    frame = next((k for k in range(view.end, view.topic) if view.has("frame", k, k + 1)), view.topic)
    at, hi = view.trigger.i, max(frame, view.end)
    if view.kind == "summit":
        skip = any(p.first == view.trigger.last for p in view.ctx.article.mentions.places)
        return sides(view.ctx, view.table, (view.trigger.last + skip, view.end), (at, at))
    near = (view.trigger.last, max(hi, relative_end(view)))
    if (organisation := assembly(view)) is not None:
        return (organisation,)
    return sides(view.ctx, view.table, near, (_subject_start(view), at))


def assembly(view: View) -> str | None:
    """Return the organisation that meets in sessions of its own («اجتماعات الأمم المتحدة»)."""
    named = view.ctx.at.parties.get(view.trigger.last)
    several = view.trigger.term.plural and named is not None and named.form == "organisation"
    return named.code if several and named is not None else None


def _subject_start(view: View) -> int:
    """Return how far back the subject of the occasion may begin: a verb's stands right before it."""
    at, lo = view.trigger.i, view.clause[0]
    if view.trigger.head.role not in VERBS:
        return max(lo, at - REACH)
    named = [m.first for m, _ in named_in(view.ctx, max(lo, at - 12), at)]
    return named[-1] if named else at


def parties_of(view: View, host: str | None) -> tuple[str, ...]:
    """Return the parties: for a visit the visitor's and the host's."""
    if view.kind != "visit":
        return who_meets(view)
    lo, hi = view.clause[0], view.end
    codes = [c for c in codes_in(view.ctx, view.trigger.last, hi) if c != host] or [
        c for c in codes_in(view.ctx, lo, view.trigger.i) if c != host
    ]
    if host is None and codes and codes[0] in view.ctx.pair:
        return view.ctx.pair
    return tuple(sorted({*codes[:1], *((host,) if host else ())}))


def people_of(view: View) -> frozenset[str]:
    """Return who visits or meets: behind the noun, or before where nobody is named there."""
    found = people_in(view.ctx, view.trigger.last, max(view.end, relative_end(view)))
    return found or people_in(view.ctx, view.clause[0], view.trigger.i)


def relative_end(view: View) -> int:
    """Return where the relative clause of holding ends («اللقاء الذي عقده …»)."""
    hold = view.hold
    if hold is None or hold.i != view.end + 1 or view.ctx.folds[view.end] not in view.table.words["relative"]:
        return view.end
    stops = view.table.words["relative"] | view.table.words["frame"]
    return min(phrase_end(view.ctx, view.sentence, hold.last, stops), view.clause[1])


def to_come(view: View) -> bool:
    """Say whether verb or preparation put it in the future."""
    hold, at, folds = view.hold, view.trigger.i, view.ctx.folds
    holding = any(folds[k] in view.table.words["holding"] for k in range(max(view.clause[0], at - 2), at))
    if holding and view.has("intending", max(view.clause[0], at - 8), at):
        return True
    if hold is not None and (
        hold.term.tense == "future" or view.ctx.folds[max(hold.i - 1, 0)] in view.table.words["planned"]
    ):
        return True
    lo = max(view.clause[0], view.trigger.i - 8)
    return any(
        view.ctx.folds[k] in view.table.words["planned"] and _free(view.ctx, k)
        for k in range(lo, view.trigger.i)
    )


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


def _is_date(view: View) -> bool:
    """Say whether a date stands right behind the word («المحادثات اليوم»)."""
    at = view.trigger.last
    return any(True for _ in mentions_in(view.ctx.article.mentions.dates, at, at + 1))
