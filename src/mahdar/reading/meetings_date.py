"""When an occasion takes place: the date in its clause that is its own."""

from __future__ import annotations

from datetime import date

from mahdar.model.mentions import DateMention
from mahdar.reading.clauses import date_of_line, mentions_in
from mahdar.reading.meetings_view import NOUNS, View

__all__ = ["agree", "begins_later", "date_near", "sharpness"]


def date_near(view: View) -> str | None:
    """Return the date of the clause that stands nearest to a word for an occasion.

    Behind the topic only a day counts: a year may belong to what was talked about. Where the verb of holding
    stands behind its noun, a date behind that verb comes first («الدورة الثالثة كانت قد عقدت في مارس 2019»).

    Returns:
        Several days on end as a range; None where the clause gives no date, or the nearest has no value.
    """
    at, hold = view.trigger.i, view.hold
    own = (_time(d) for d in mentions_in(view.ctx.article.mentions.dates, *view.resumed))
    if (day := next((d for d in own if d), None)) is not None:
        return day
    behind = hold.i if hold is not None and hold.i > at else view.clause[0]
    behind = at if view.before in view.table.words["then"] else behind
    found = [
        (d.first < behind, abs(d.first - at), _time(d) or "")
        for d in mentions_in(view.ctx.article.mentions.dates, *view.clause)
        if _says_when(d) and _is_its_own(view, d) and (d.first < view.topic or len(_time(d) or "") >= _DAY)
    ]
    return min(found, default=(False, 0, ""))[2] or _of_the_line(view)


def begins_later(view: View, now: str) -> bool:
    """Say whether a date in the clause lies after a day by its words («الأسبوع المقبل») or by its months."""
    for d in mentions_in(view.ctx.article.mentions.dates, view.trigger.i, view.clause[1]):
        value = d.value or ""
        if now.startswith(value) and view.has("to_come", d.first, d.last):
            return True
        if "/" in value and now[:_MONTH] < value.partition("/")[0] < value:
            return True
    return False


def _of_the_line(view: View) -> str | None:
    """Return the year or day with which a line of a chronicle begins («2013: زيارة الرئيس …»)."""
    d = date_of_line(view.ctx, view.sentence)
    return _time(d) if d is not None else None


def _is_its_own(view: View, d: DateMention) -> bool:
    """Say whether a date can be the occasion's: not the article's, nor behind «منذ» or «لعام»."""
    before = view.ctx.folds[max(0, d.first - 2) : d.first]
    first = view.ctx.folds[d.first]
    if view.has("ever_since", view.trigger.last, d.first):
        return False
    if len(d.value or "") < _DAY and _behind_a_relative(view, d):
        return False
    if d.last <= view.trigger.i and view.has("relative", d.last, view.trigger.i):
        return False
    if _nearer_to_another(view, d) or _of_the_saying(view, d) or _of_what_closes(view, d):
        return False
    if d.last <= view.trigger.i and view.has("signed_on", max(view.clause[0], d.first - _SIGNED), d.first):
        return False
    own = view.table.words["since"].isdisjoint(before) and first not in view.table.words["since"]
    return own and not d.base


_SIGNED = 5
"""Where and when a text was signed stands within so many words («الاتفاق الموقع في داكار بتاريخ …»)."""


def _behind_a_relative(view: View, d: DateMention) -> bool:
    """Say whether a relative clause of something else holds a month or year («… اللتين اختلفتا في 2013»)."""
    at = view.trigger.last
    told = any(t.head.role == "hold" and view.trigger.i < t.i < d.first for t in view.triggers)
    return not told and view.has("relative", at, d.first)


def _of_the_saying(view: View, d: DateMention) -> bool:
    """Say whether a date before «أن» tells when it was said («قال أمس إنه سيلتقي»)."""
    ctx, at = view.ctx, view.trigger.i
    if d.first > at or ctx.acts.words["that"].isdisjoint(ctx.folds[d.last : at]):
        return False
    return any(ctx.candidates[k] for k in range(view.clause[0], d.first))


def _of_what_closes(view: View, d: DateMention) -> bool:
    """Say whether a date before «في ختام» tells when something came of it («صدر اليوم في ختام زيارة …»)."""
    closing = view.kind == "visit" and view.before in view.table.words["closing"]
    return closing and d.first < view.trigger.i


def _nearer_to_another(view: View, d: DateMention) -> bool:
    """Say whether a date before a noun stands right behind another occasion's («الاتصال الذي جرى أمس»)."""
    heads, terms, folds = view.table.heads, view.table.terms, view.ctx.folds
    gap = view.trigger.i - d.last
    parted = any(view.ctx.comma(k) for k in range(d.last, view.trigger.i))
    lo = view.sentence.first if parted else view.clause[0]
    near = range(max(lo, d.first - max(gap, _APART if parted else 0)), d.first)
    others = (t for k in near for t in terms.get(folds[k], ()))
    return gap > 0 and view.trigger.head.role in NOUNS and any(heads[t.head].role in NOUNS for t in others)


_APART = 4
"""A date is another occasion's whose noun stands within so many words before it, a comma behind it."""
_DAY = len("2024-03-05")


def _says_when(d: DateMention) -> bool:
    """Say whether a date is a day, a month or a year, though the text may not tell which («مارس الماضي»)."""
    return d.value is None or _time(d) is not None


def _time(d: DateMention) -> str | None:
    """Return a date's value: a day, month, year or run of days; of a longer stretch nothing."""
    if d.value is None or "/" not in d.value:
        return d.value
    first, last = d.value.split("/")[:2]
    if len(first) != _DAY or len(last) != _DAY:
        return None
    return d.value if (date.fromisoformat(last) - date.fromisoformat(first)).days <= _RUN else None


_MONTH = len("2024-03")
_RUN = 31
"""No occasion lasts more days; a longer stretch is of something else."""


def sharpness(when: str) -> int:
    """Return how much a time says: a run of days more than one of them, a whole week less than a day.

    >>> sorted(["2025-03-03/2025-03-09", "2025-03", "2025-03-04", "2025-03-04/2025-03-05"], key=sharpness)
    ['2025-03', '2025-03-03/2025-03-09', '2025-03-04', '2025-03-04/2025-03-05']
    """
    first, slash, last = when.partition("/")
    week = bool(slash) and (date.fromisoformat(last) - date.fromisoformat(first)).days == _WEEK
    return _DAY - 1 if week else len(when)


_WEEK = 6
"""Days between the first and the last of «هذا الأسبوع»."""


def agree(one: str, other: str) -> bool:
    """Say whether two times can be one occasion's: one holds the other."""
    if one.startswith(other) or other.startswith(one):
        return True
    run, day = (one, other) if "/" in one else (other, one)
    first, slash, last = run.partition("/")
    return bool(slash) and len(day) == _DAY and first <= day <= last
