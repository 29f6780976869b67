"""What the clause of a sighting says of its occasion."""

from __future__ import annotations

from mahdar.language.clitics import bare
from mahdar.reading.clauses import mentions_in
from mahdar.reading.context import Context
from mahdar.reading.meetings_details import edition_around, edition_in, people_in
from mahdar.reading.meetings_sides import phrase_sides, relative_end
from mahdar.reading.meetings_view import NOUNS, VERBS, View, in_passing

__all__ = [
    "edition",
    "has_office",
    "launched",
    "people_of",
    "phrase",
    "takes_up",
    "theme_of",
    "theme_words",
]


def takes_up(view: View) -> bool:
    """Say whether a definite noun takes up what was spoken of before."""
    term = view.trigger.term
    if view.trigger.head.role in VERBS | {"chair"}:
        return view.trigger.head.role == "chair"
    if view.inner and view.trigger.head.role == "container" and all(t.head.back for t in view.inner):
        return edition(view) is None
    one_more = not view.trigger.term.definite and view.has(
        "another", view.trigger.last, view.trigger.last + 2
    )
    pointed_at = term.definite and view.before in view.table.words["this"]
    if pointed_at or (view.trigger.head.back and not (_tells_who(view) or one_more)):
        return True
    if term.pronoun and term.plural:
        return True
    if view.trigger.head.kind == "session" and view.has("opening", view.trigger.last, view.end):
        return view.hold is None or all(t.head.back for t in view.inner)
    return not _is_held(view) and _is_bare(view)


def _tells_who(view: View) -> bool:
    """Say whether a word that mostly takes up a call names both who spoke («اتصال بين الرئيسين …»)."""
    first, last = view.trigger.last, view.end
    if view.kind != "call":
        return False
    if view.trigger.term.definite:
        return relative_end(view) > view.end and len(phrase_sides(view)) > 1
    led = any(view.has(w, first, first + 1) for w in ("from", "with_one"))
    led = led or (first < last and view.ctx.folds[first].startswith(_BEH))
    made = view.hold is not None and view.hold.i < view.trigger.i and led
    if not (made or view.has("bringing", first, first + 1)):
        return False
    people = people_in(view.ctx, first, last) or has_office(view.ctx, first, last)
    both = view.has("pair", first, last) and view.has("bringing", first, first + 1)
    return both or (bool(people) and (made or in_passing(view) or len(phrase_sides(view)) > 1))


_BEH = "\N{ARABIC LETTER BEH}"


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
    if view.trigger.head.role == "meet" and view.inner:
        return _of_its_session(view)
    if (
        view.kind in {"session", "visit", "call"}
        or view.trigger.head.role in VERBS
        or view.trigger.head.guests
    ):
        return None
    if view.hold is not None and view.hold.head.launches and not _launches_another(view):
        return 1
    if view.trigger.head.kind == "session":
        return _of_the_whole(view)
    return edition_around(view.ctx, view.table, view.trigger, min(view.end, view.sentence.last - 1))


def _launches_another(view: View) -> bool:
    """Say whether something else is launched, with this («يدشن جولته بالحوار الاستراتيجي»)."""
    first = view.hold.i if view.hold is not None else view.trigger.i
    return any(t.head.role in NOUNS and first < t.i < view.trigger.i for t in view.triggers)


def _of_its_session(view: View) -> int | None:
    """Return the number of the session in which a body met («اجتمعت اللجنة في دورتها الرابعة»)."""
    own = (t for t in view.triggers if view.trigger.i < t.i < view.clause[1] and t.head.role in NOUNS)
    t = next((t for t in own if t.term.pronoun), None)
    return (
        None if t is None else edition_in(view.ctx, view.table, t.last, min(t.last + 2, view.sentence.last))
    )


def _of_the_whole(view: View) -> int | None:
    """Return the edition of what a session is part of: «الجلسة الافتتاحية» says nothing of it."""
    if not view.inner:
        return None
    return edition_in(view.ctx, view.table, view.inner[0].last, view.end)


def _for_the_first_time(view: View) -> bool:
    """Say whether a group meets for the first time («اجتمع للمرة الأولى»)."""
    folds = view.ctx.folds[view.trigger.last : view.trigger.last + 6]
    return any(" ".join(folds[k : k + 2]) in view.table.words["first_time"] for k in range(len(folds)))


def people_of(view: View) -> frozenset[str]:
    """Return who visits or meets: behind the noun, or before where nobody is named there."""
    found = people_in(view.ctx, view.trigger.last, max(view.end, relative_end(view)))
    if view.kind == "visit" and view.trigger.term.definite:
        return found
    return found or people_in(view.ctx, view.clause[0], view.trigger.i)


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
    return frozenset(bare(w.removeprefix("\N{ARABIC LETTER WAW}")) for w in words if len(w) > 2)


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
