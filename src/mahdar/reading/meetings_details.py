"""What stands beside a word for an occasion: edition, day, place, parties, people, status."""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.lexicon.meetings import MeetingTable
from mahdar.model.mentions import PartyMention, PlaceMention
from mahdar.model.units import PartyCode
from mahdar.reading.clauses import mentions_in, named_in
from mahdar.reading.context import Context
from mahdar.reading.meetings_sight import Trigger

__all__ = [
    "Where",
    "destination",
    "edition_around",
    "edition_in",
    "of_ministers",
    "officials_near",
    "ordinal_at",
    "people_in",
    "place_in",
    "topic_start",
]

_LAM = "\N{ARABIC LETTER LAM}"
_BEH = "\N{ARABIC LETTER BEH}"
_WAW = "\N{ARABIC LETTER WAW}"
_MOST = 199
"""No series has more editions; a larger number is a year."""


def topic_start(ctx: Context, table: MeetingTable, at: int, stop: int) -> int:
    """Return where, from a word on, the text turns to what was talked about."""
    return next(
        (
            k
            for k in range(at, stop)
            if ctx.folds[k] in table.words["topic"] and not _level(ctx, table, k, stop)
        ),
        stop,
    )


def _level(ctx: Context, table: MeetingTable, k: int, stop: int) -> bool:
    """Say whether a preposition leads to a level, an origin or whose one is, and to no topic.

    «على مستوى», «المنبثق عن», «السيد … عن وزارة الثقافة الكينية».
    """
    if k and ctx.folds[k - 1] in table.words["derived"]:
        return True
    if ctx.ends & {k - 1, k} and (organ := ctx.at.parties.get(k + 1)) is not None and organ.form == _MINISTRY:
        return True
    return k + 1 < stop and ctx.folds[k + 1] in table.words["level"]


_MINISTRY = "ministry"


def edition_around(ctx: Context, table: MeetingTable, trigger: Trigger, end: int) -> int | None:
    """Return the edition that a noun's phrase gives, or the ordinal before it («أولى جولات …»)."""
    last = min(end + 1, len(ctx.folds))
    found = edition_in(ctx, table, trigger.last, last)
    if (
        found is not None
        or trigger.i == 0
        or trigger.term.definite
        or trigger.term.taken
        or trigger.head.loose
    ):
        return found
    return table.leading.get(ctx.folds[trigger.i - 1])


def edition_in(ctx: Context, table: MeetingTable, first: int, last: int) -> int | None:
    """Return the ordinal («السادس», «الدورة 42») between two words; names and dates hold none."""
    dates = {
        k
        for d in mentions_in(ctx.article.mentions.dates, max(0, first - 3), last)
        for k in range(d.first, d.last)
    }
    named = {
        k
        for p in mentions_in(ctx.article.mentions.parties, max(0, first - 3), last)
        for k in range(p.first, p.last)
    }
    for k in range(first, last):
        if ctx.covered[k] or k in dates or k in named:
            continue
        found = (_number(ctx, k) if k == first or _numbers(ctx, table, k) else None) or _ordinal(
            ctx, table, k, last
        )
        if found is not None:
            return found
    return None


def _number(ctx: Context, k: int) -> int | None:
    """Read an edition in digits."""
    word = ctx.folds[k]
    return int(word) if word.isascii() and word.isdigit() and 0 < int(word) <= _MOST else None


def _numbers(ctx: Context, table: MeetingTable, k: int) -> bool:
    """Say whether digits stand behind a definite noun, «رقم» or in brackets; others count («دول (5+1)»)."""
    if ctx.folds[k - 1] in table.words["numbered"]:
        return True
    gaps = {*ctx.words[k].gap, *(ctx.words[k + 1].gap if k + 1 < len(ctx.words) else "")}
    return ctx.folds[k - 1].startswith(_ARTICLE) or {"(", ")"} <= gaps


_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"


def _ordinal(ctx: Context, table: MeetingTable, k: int, last: int) -> int | None:
    """Read an edition in words; «الأول من نوعه» is none."""
    for rest, value in table.ordinals.get(ctx.folds[k], ()):
        end = k + 1 + len(rest)
        if end <= last and tuple(ctx.folds[k + 1 : end]) == rest:
            again = k > 0 and ctx.folds[k - 1] in table.words["time_of_several"]
            return None if again or " ".join(ctx.folds[end : end + 2]) in table.words["unique"] else value
    return None


def ordinal_at(ctx: Context, table: MeetingTable, k: int) -> tuple[int | None, int]:
    """Return the number that a definite ordinal gives, «و» before it, and one past its last word."""
    for rest, value in table.ordinals.get(ctx.folds[k].removeprefix(_WAW), ()):
        end = k + 1 + len(rest)
        if tuple(ctx.folds[k + 1 : end]) == rest:
            return value, end
    return None, k + 1


Where = tuple[str, PartyCode | None]
"""A place's English name and the state that it lies in."""


def place_in(
    ctx: Context, table: MeetingTable, first: int, last: int, *, nearest_last: bool = False
) -> Where | None:
    """Return the place where it was held («في مسقط», «بالرياض»): the first, or the last before it."""
    parties = mentions_in(ctx.article.mentions.parties, first, last)
    named: list[tuple[PlaceMention | PartyMention, Where]] = [
        (m, (m.name, m.party)) for m in _places(ctx, first, last)
    ]
    named += [
        (p, (table.states[p.code], p.code)) for p in parties if p.form == "name" and p.code in table.states
    ]
    inside = [
        (m.first, where)
        for m, where in named
        if not ctx.covered[m.first]
        and _is_within(ctx, table, m)
        and not _of_a_text(ctx, table, m.first)
        and not _of_a_matter(ctx, table, m.first)
        and not of_ministers(ctx, table, m.first)
    ]
    choose = max if nearest_last else min
    return _city_of(table, choose(inside, key=lambda found: found[0]), inside) if inside else None


def _city_of(table: MeetingTable, found: tuple[int, Where], inside: list[tuple[int, Where]]) -> Where:
    """Return the city that a building stands in («في قصر اليمامة بالرياض»), else the place itself."""
    at, where = found
    if where[0] not in table.venues:
        return where
    near = (w for k, w in inside if at < k <= at + _IN_THE_CITY and w[0] not in table.venues)
    return next(near, where)


_IN_THE_CITY = 4
"""A building's city is named within so many words behind it."""


def of_ministers(ctx: Context, table: MeetingTable, k: int) -> bool:
    """Say whether the state named at a word is where several hold office («وزراء الري في مصر والسودان»)."""
    near = range(max(0, k - _OFFICE), k - 1)
    held = next((j for j in reversed(near) if ctx.folds[j] in table.words["ministers_of"]), None)
    return held is not None and not any(j in ctx.at.parties for j in range(held, k))


_OFFICE = 5
"""The office stands within so many words before its state."""


def _of_a_text(ctx: Context, table: MeetingTable, k: int) -> bool:
    """Say whether a place is where a text was signed («في إطار المذكرة الموقعة في …»)."""
    return not table.words["signed_at"].isdisjoint(ctx.folds[max(0, k - 3) : k])


def _of_a_matter(ctx: Context, table: MeetingTable, k: int) -> bool:
    """Say whether a place is where things stand that are talked about («الأوضاع في اليمن»)."""
    near = ctx.folds[max(0, k - 3) : k]
    led = next((j for j in reversed(range(1, len(near))) if near[j] in table.words["within"]), None)
    if led is None or near[led - 1] not in table.words["matters"]:
        return False
    # «المشاورات السياسية في لشبونة»: the adjective is of the talks themselves.
    of_talks = table.terms.get(near[led - 2], ()) if led > 1 else ()
    return not any(table.heads[t.head].role == "noun" for t in of_talks)


def _places(ctx: Context, first: int, last: int) -> Iterator[PlaceMention]:
    """Yield the places between two words."""
    return mentions_in(ctx.article.mentions.places, first, last)


def _is_within(ctx: Context, table: MeetingTable, m: PlaceMention | PartyMention) -> bool:
    """Say whether «في» or an attached ب leads to a place, a word like «العاصمة» between."""
    word = ctx.words[m.first]
    if m.start > word.start and word.fold[: m.start - word.start].endswith(_BEH):
        return True
    before = ctx.folds[max(0, m.first - 2) : m.first]
    site = ctx.folds[m.first - 2].removeprefix(_BEH) if m.first > 1 else ""
    if site in table.words["capital"] and m.first - 1 in ctx.at.parties:
        before = ctx.folds[max(0, m.first - 3) : m.first - 1]  # «في العاصمة الكازاخية أستانا»
    if before and (before[-1] in table.words["within"] or _is_at_a_site(table, before[-1])):
        return True
    return len(before) == 2 and before[0] in table.words["within"] and before[1] in table.words["site"]


def _is_at_a_site(table: MeetingTable, fold: str) -> bool:
    """Say whether ب is attached to a noun that leads to a place («بجزيرة جربة»)."""
    return fold.startswith(_BEH) and fold[1:] in table.words["site"]


def destination(ctx: Context, table: MeetingTable, first: int, last: int, *, direct: bool) -> Where | None:
    """Return where a visit goes: English name and party.

    Args:
        ctx: the article.
        table: the words for meetings.
        first: a word index.
        last: a word index, exclusive.
        direct: True behind a verb, whose object needs no preposition.
    """
    names: list[tuple[PlaceMention | PartyMention, str, PartyCode | None]] = [
        (m, m.name, m.party) for m in _places(ctx, first, last)
    ]
    parties = mentions_in(ctx.article.mentions.parties, first, last)
    names += [
        (p, table.states[p.code], p.code)
        for p in parties
        if p.form in {"name", "weak"} and p.code in table.states
    ]
    for m, name, party in sorted(names, key=lambda n: (n[0].first, -n[0].last)):
        led = not _is_within(ctx, table, m) if direct else _is_led_to(ctx, table, m)
        if not ctx.covered[m.first] and led:
            return name, party
    return None


def _is_led_to(ctx: Context, table: MeetingTable, m: PlaceMention | PartyMention) -> bool:
    """Say whether «إلى» or an attached ل leads to a place."""
    word = ctx.words[m.first]
    before = ctx.folds[max(0, m.first - 2) : m.first]
    if m.start > word.start and _LAM in word.fold[: m.start - word.start]:
        return True
    return any(w in table.words["into"] for w in before) or (
        bool(before) and before[-1][0] == _LAM and before[-1][1:] in table.words["site"]
    )


def people_in(ctx: Context, first: int, last: int) -> frozenset[str]:
    """Return the Latin names of the people between two words."""
    mentions = ctx.article.mentions
    names = {m.name for m in mentions_in(mentions.people, first, last)}
    return frozenset(names | {m.name for m in mentions_in(mentions.offices, first, last) if m.name})


def officials_near(ctx: Context, table: MeetingTable, first: int, last: int) -> int:
    """Count who could meet between two words: names, titles, parties that act, words for officials."""
    named = {m.first for m, _ in named_in(ctx, first, last)}
    named |= {k for k in range(first, last) if ctx.folds[k] in table.words["officials"]}
    return len(named)
