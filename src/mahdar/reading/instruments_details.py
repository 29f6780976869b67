"""A naming and what is done there → whose it is, of what day, and whether it is enough for an entry."""

from __future__ import annotations

from dataclasses import replace

from mahdar.lexicon.instruments import Known
from mahdar.model.mentions import DateMention
from mahdar.reading.clauses import date_of_line, mentions_in
from mahdar.reading.instruments_action import Done
from mahdar.reading.instruments_listed import as_listed
from mahdar.reading.instruments_makers import parties_of
from mahdar.reading.instruments_merge import Seen
from mahdar.reading.instruments_opening import OPENS
from mahdar.reading.instruments_sight import Naming, known_as, parties_named

__all__ = ["in_a_row"]


_DATED = frozenset({"signed", "amended", "announced", "in_force"})


def seen(n: Naming, done: Done) -> Seen:
    """Say all that is told of an instrument where it is named."""
    if n.head.opens == "drafted":
        done = Done("proposed", n.i)
    kind, action = _kind(n, done)
    known = known_as(n)
    told = () if n.head.act and n.has("on", n.behind, n.behind + 1) else parties_named(n)
    parties, explicit = _owned(n, known) or parties_of(n, kind, done, told)
    if n.head.opens == "concluded" and n.sentence.block == "title" and len(parties) < len(n.ctx.pair):
        parties = n.ctx.pair
    made = Seen(
        naming=n,
        kind=kind,
        action=action,
        parties=parties,
        named=len(told) > 1 or known is not None,
        explicit=explicit,
        known=known.id if known else "",
        date=_date(n, done),
        number=number_of(n),
        opens=False,
        spans=_spans(n, done),
    )
    return as_listed(n, replace(made, opens=OPENS[n.head.opens](n, made)))


def _owned(n: Naming, known: Known | None) -> tuple[tuple[str, ...], bool] | None:
    """Return whose it is that is known by name, or an organisation's own («ميثاق الأمم المتحدة»)."""
    if known is not None:
        return known.parties, True
    return ((n.head.party,), True) if n.head.party is not None and n.kind == "agreement" else None


def in_a_row(before: tuple[Seen, Done] | None, n: Naming, done: Done) -> tuple[Seen, Done]:
    """Say what is told of an instrument that may be one of several («اتفاقية للنقل ومذكرة تفاهم»).

    What «و» joins to the one before shares what is done with it, and its makers where it has none of its own.
    """
    if before is None or before[0].naming.sentence is not n.sentence:
        return seen(n, done), done
    first, its = before
    counted = n.i - (n.number is not None)
    tied = n.term.taken.startswith(_WAW) or n.has("joining", counted - 1, counted)
    joined = tied and counted - first.naming.last <= 1 and not n.term.definite * n.back
    joined = joined or n.sequel
    if joined and done.at is None and its.at is not None and its.at < first.naming.i:
        done = its
    found = seen(n, done)
    if n.sequel and first.opens and not found.opens:
        found = replace(found, opens=True, parties=found.parties or first.parties)
    alike = done.at is not None and done.at == its.at and len(first.parties) > 1
    if alike and len(found.parties) < 2 and set(found.parties) <= set(first.parties):
        found = replace(found, parties=first.parties, explicit=first.explicit)
        found = replace(found, opens=OPENS[n.head.opens](n, found))
    return found, done


_WAW = "\N{ARABIC LETTER WAW}"


def _kind(n: Naming, done: Done) -> tuple[str, str]:
    """Return kind and action; whatever is amended is an amendment."""
    if n.inner is not None:
        if n.has("proposing", max(n.sentence.first, n.i - _STUDIED), n.i):
            return "amendment", "proposed"
        return "amendment", "amended" if done.action in _NO_SIGNATURE else done.action
    if done.action == "amended":
        return ("amendment", "amended") if n.kind == "agreement" else (n.kind, "referenced")
    if n.head.opens == "place" and done.action == "proposed":
        return n.kind, "referenced"  # what is called after its place was made there
    known = done.at is not None and n.has("made_known", done.at, done.at + 1)
    if n.kind == "resolution" and (done.action in _NOT_OF_A_VOTE or known):
        return n.kind, "proposed" if _to_be_voted(n) else "referenced"
    cited = n.kind in {"order", "resolution"} and done.action == "announced" and (done.at or 0) >= n.last
    return n.kind, "referenced" if cited else done.action


_NO_SIGNATURE = frozenset({"referenced", "announced", "proposed"})
_STUDIED = 5
"""Who studies an amendment stands between the verb and its object."""


def _to_be_voted(n: Naming) -> bool:
    """Say whether a body is still to vote on it («يصوت مجلس الأمن اليوم على قرار»)."""
    lo = max(n.sentence.first, n.i - _VOTED)
    return n.has("to_be_voted", lo, n.i) and number_of(n) is None


_NOT_OF_A_VOTE = frozenset({"referenced", "signed", "to_be_signed"})
"""What is signed near a resolution is another text."""
_VOTED = 12
"""Who votes and when may stand between the vote and what is voted on."""


def _date(n: Naming, done: Done) -> str | None:
    """Return the day on which it was done: in the clause, outside the name itself; else its own year.

    A day behind the word for what is done comes first; one before it counts where it stands near.
    """
    if n.day is not None and n.kind in _NAMED_BY_YEAR and n.day.first == n.behind:
        return n.day.value
    if done.at is None or done.action not in _DATED:
        return _own_year(n)
    at = done.at
    lo = n.clause[0] if at < n.i else n.last
    hi = n.clause[1] if at < n.last else min(at + _TOLD, n.sentence.last)
    hi = next(
        (k for k in range(n.last, hi - 1) if " ".join(n.ctx.folds[k : k + 2]) in n.table.words["later"]), hi
    )
    days = [d for d in mentions_in(n.ctx.article.mentions.dates, lo, hi) if _of_doing(n, d, done)]
    days = [d for d in days if at - _FRONTED <= d.first <= max(at, n.last) + _TOLD]
    return min(days, key=lambda d: (d.first < at, abs(d.first - at))).value if days else _own_year(n)


_TOLD = 12
"""How far behind the word for what is done its day may stand."""
_FRONTED = 5
"""How far before it («في مايو 2011 توصلت الدولتان إلى …»)."""


def _of_doing(n: Naming, day: DateMention, done: Done) -> bool:
    """Say whether a date can be the day on which it was done: outside the name, and not «منذ …».

    What is in force is so since its day.
    """
    if not day.value or "/" in day.value or day.base or day.precision == "range":
        return False
    if n.behind <= day.first < n.last or any(k in n.table.terms for k in n.ctx.folds[n.last : day.first]):
        return False
    if _of_another(n, day, done):
        return False
    if done.action == "in_force" and day.first > (done.at or 0):
        return True
    before = n.ctx.folds[max(0, day.first - 2) : day.first + 1]
    return n.table.words["since"].isdisjoint(before)


def _of_another(n: Naming, day: DateMention, done: Done) -> bool:
    """Say whether a day is that of a text named inside or before («لاتفاقية الصيد الموقعة عام 2014»)."""
    at = n.i if done.at is None else done.at
    lo, hi = (n.behind, n.last) if day.first >= n.last else (at + 1, day.first)
    inner = next((k for k in range(hi - 1, lo - 1, -1) if n.ctx.folds[k] in n.table.terms), None)
    if inner is None:
        return False
    said = range(max(inner, day.first - _PARTICIPLE), day.first)
    return any(k != done.at and n.has("made_by", k, k + 1) for k in said)


_PARTICIPLE = 5
"""A participle stands so many words before the day that belongs to it («الموقعة بين البلدين عام 2014»)."""


def _own_year(n: Naming) -> str | None:
    """Return the year that an instrument is named with («اتفاقية الصيد لعام 2004»)."""
    for day in mentions_in(n.ctx.article.mentions.dates, n.behind, n.last + 2):
        year = n.has("of_year", max(n.behind, day.first - 1), day.first + 1)
        if year and day.precision == "year" and n.kind in _NAMED_BY_YEAR:
            return day.value
    line = date_of_line(n.ctx, n.sentence)
    return line.value if line is not None and "/" not in (line.value or "") else None


_NAMED_BY_YEAR = frozenset({"agreement", "mou", "moc", "understanding"})


def number_of(n: Naming) -> str | None:
    """Return a resolution's number («القرار رقم 2216»)."""
    for k in range(n.behind, min(n.behind + 9, n.sentence.last)):
        if n.ctx.folds[k].isdigit():
            return n.ctx.folds[k]
        if n.ctx.folds[k] not in n.table.words["numbered"] and k not in n.ctx.at.parties:
            return None
    return None


_NEAR = 10
"""The evidence begins at the word that says what is done where it is no further away than this."""


def _spans(n: Naming, done: Done) -> tuple[tuple[int, int], ...]:
    """Return the evidence: the name, from the word that says what is done where that stands near."""
    if done.at is None:
        return ((n.i, n.last),)
    if done.at < n.i and n.i - done.at <= _NEAR:
        return ((done.at, n.last),)
    if done.at >= n.last:
        return ((n.i, n.last), (done.at, min(done.at + 8, n.sentence.last)))
    return ((n.i, n.last),)
