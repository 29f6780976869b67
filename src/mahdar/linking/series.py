"""Occasions → the series that they belong to, in order, with editions read or implied.

A series is what the same parties hold again and again under one name: a dialogue, a summit, a working group
or a joint committee on one subject. Its occasions stand in the order of their editions and dates. A plan for
«the next» one is the one held next, wherever and whenever that was. An edition that no text gives is implied
where the neighbours leave room for one number only; it is marked, so that it is never taken for one that was
read.

Ids: a series is called after its kind, its parties and the subject that it was first known by.

Limits: visits, calls, sessions of a dialogue and talks without a number or a committee belong to no series.
Two bodies of the same states, on the same subject, that texts call alike are one series.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from mahdar.linking.accounts import Account
from mahdar.linking.occasions import Occasion, contradict, find_occasions, named
from mahdar.linking.themes import share
from mahdar.model.document import short_hash
from mahdar.model.links import Tie
from mahdar.model.units import EntryId, IsoDate

__all__ = ["Edition", "Series", "find_series", "tie_accounts"]


@dataclass(frozen=True, slots=True)
class Edition:
    """An occasion in its series."""

    occasion: Occasion
    number: int | None
    """None where neither a text nor its neighbours give one."""
    inferred: bool = False
    """True where no text gives the number."""


@dataclass(frozen=True, slots=True)
class Series:
    """What the same parties hold again and again."""

    kind: str
    parties: frozenset[str]
    theme: frozenset[str]
    editions: tuple[Edition, ...]
    """Order: by number and date; what has neither last."""


def tie_accounts(accounts: Iterable[Account], before: Mapping[EntryId, Tie]) -> list[Tie]:
    """Say where meetings belong.

    Args:
        accounts: all that share a key with each other, directly or through others.
        before: where they were said to belong so far; ids are kept.

    Returns:
        One tie an account. Order: by series and edition, what belongs to none last.
    """
    series, alone = find_series(find_occasions(accounts))
    occasions = [edition.occasion for one in series for edition in one.editions] + alone
    ids = named(occasions, {entry: tie.occasion for entry, tie in before.items()})
    names = iter([ids[n] for n in range(len(occasions))])
    called = _called(series, before)
    ties = [
        tie
        for one, name in zip(series, called, strict=True)
        for edition in one.editions
        for tie in _ties(edition, next(names), name)
    ]
    return ties + [
        Tie(account.entry, name, None)
        for one, name in zip(alone, names, strict=True)
        for account in one.accounts
    ]


def _ties(edition: Edition, occasion: str, series: str) -> Iterable[Tie]:
    """Yield the ties of one edition's accounts."""
    for account in edition.occasion.accounts:
        yield Tie(account.entry, occasion, series, edition.number, edition.inferred)


def _called(series: Sequence[Series], before: Mapping[EntryId, Tie]) -> list[str]:
    """Return the id of each series: the one that most of its accounts had, else one after what it is."""
    taken: set[str] = set()
    found = []
    for one in series:
        entries = [a.entry for edition in one.editions for a in edition.occasion.accounts]
        had = Counter(tie.series for e in entries if (tie := before.get(e)) is not None and tie.series)
        wanted = [id_ for id_, _ in sorted(had.items(), key=lambda pair: (-pair[1], pair[0]))]
        wanted.append(short_hash("series", one.kind, *sorted(one.parties), "", *sorted(one.theme)))
        wanted.append(short_hash("series", entries[0]))
        found.append(next(id_ for id_ in wanted if id_ not in taken))
        taken.add(found[-1])
    return found


def find_series(occasions: Iterable[Occasion]) -> tuple[list[Series], list[Occasion]]:
    """Put occasions in series, and plans together with what came of them.

    Returns:
        The series, and the occasions that belong to none.
    """
    alone: list[Occasion] = []
    by_name: dict[tuple[str, frozenset[str]], list[Occasion]] = defaultdict(list)
    for one in occasions:
        if any(account.serial for account in one.accounts) and _has_name(one):
            by_name[_kind(one), _parties(one)].append(one)
        else:
            alone.append(one)
    found: list[Series] = []
    for (kind, parties), members in by_name.items():
        for theme, its in _by_subject(members):
            found.append(Series(kind, parties, theme, _numbered(_with_plans(its))))
    return found, alone


def _has_name(one: Occasion) -> bool:
    """Say whether a series can be known by its parties, or else by its subject and a number."""
    return bool(_parties(one)) or (bool(_theme(one)) and one.edition is not None)


def _kind(one: Occasion) -> str:
    return one.accounts[0].kind


def _parties(one: Occasion) -> frozenset[str]:
    """Return the parties that most accounts give."""
    given = Counter(tuple(sorted(account.parties)) for account in one.accounts if account.parties)
    codes = min(given, key=lambda one: (-given[one], one), default=())
    return frozenset(codes)


def _theme(one: Occasion) -> frozenset[str]:
    """Return the subject that the first account with one gives."""
    return next((account.theme for account in one.accounts if account.theme), frozenset())


def _by_subject(members: Sequence[Occasion]) -> list[tuple[frozenset[str], list[Occasion]]]:
    """Put occasions of the same parties together by subject; what says none joins the only one there is."""
    groups: list[tuple[frozenset[str], list[Occasion]]] = []
    bare = [one for one in members if not _theme(one)]
    for one in sorted((m for m in members if _theme(m)), key=lambda m: (len(_theme(m)), sorted(_theme(m)))):
        home = next((its for theme, its in groups if share(theme, _theme(one))), None)
        if home is None:
            groups.append((_theme(one), [one]))
        else:
            home.append(one)
    if bare and len(groups) == 1 and _kind(bare[0]) != "meeting":
        groups[0][1].extend(bare)
    elif bare:
        groups.append((frozenset(), bare))
    return groups


# Plans and what came of them


def _with_plans(occasions: Sequence[Occasion]) -> list[Occasion]:
    """Put each plan for the next occasion together with the one that was held next."""
    held = _ordered([one for one in occasions if not one.planned])
    plans = [one for one in occasions if one.planned]
    kept: list[Occasion] = []
    for plan in plans:
        n = _kept(plan, held)
        if n is not None:
            held[n] = replace(held[n], accounts=held[n].accounts + plan.accounts)
            continue
        home = next((k for k, other in enumerate(kept) if _one_plan(plan, other, held)), None)
        if home is None:
            kept.append(plan)
        else:
            kept[home] = replace(kept[home], accounts=kept[home].accounts + plan.accounts)
    return [*held, *kept]


def _kept(plan: Occasion, held: Sequence[Occasion]) -> int | None:
    """Return which occasion a plan was for: the next one after the one that its document tells of."""
    told = _last_told(plan, held)
    since = _told_since(plan, held, told)
    for n, one in enumerate(held):
        if (told is not None and n <= told) or any(
            contradict(p, a) for p in _undated(plan) for a in one.accounts
        ):
            continue
        if told is None and (since is None or one.date is None or one.date < since):
            continue
        return n if _may_be_next(plan, one, None if told is None else held[told]) else None
    return None


def _undated(plan: Occasion) -> list[Account]:
    """Return a plan's accounts without day and place: neither need be kept."""
    return [replace(account, date=None, month=None, place=None, land=None) for account in plan.accounts]


def _last_told(plan: Occasion, held: Sequence[Occasion]) -> int | None:
    """Return the latest occasion held that a plan's own documents tell of."""
    documents = {account.document for account in plan.accounts}
    found = [n for n, one in enumerate(held) if any(a.document in documents for a in one.accounts)]
    return found[-1] if found else None


def _told_since(plan: Occasion, held: Sequence[Occasion], told: int | None) -> IsoDate | None:
    """Return the day after which a plan is for."""
    if told is not None:
        return held[told].date
    days = [account.day for account in plan.accounts if account.day]
    return min(days, default=plan.date)


def _may_be_next(plan: Occasion, one: Occasion, last: Occasion | None) -> bool:
    """Say whether nothing lies between: one number up, or no numbers and one follows the other."""
    if plan.edition is not None:
        return plan.edition == one.edition
    if last is not None and last.edition is not None and one.edition is not None:
        return one.edition == last.edition + 1
    return bool(one.date) and (last is None or bool(last.date))


def _one_plan(plan: Occasion, other: Occasion, held: Sequence[Occasion]) -> bool:
    """Say whether two plans are for one occasion: for the same number, or after the same one."""
    if plan.edition is not None and other.edition is not None:
        return plan.edition == other.edition
    after = _last_told(plan, held)
    return after is not None and after == _last_told(other, held)


# Order and numbers


def _ordered(occasions: Iterable[Occasion]) -> list[Occasion]:
    """Order occasions by date where they have one; those with a number alone where the number puts them."""
    dated = sorted((one for one in occasions if one.date), key=lambda one: (one.date or "", one.edition or 0))
    for one in sorted((o for o in occasions if not o.date), key=lambda o: o.edition or 0):
        dated.insert(_where(one, dated), one)
    return dated


def _where(one: Occasion, others: Sequence[Occasion]) -> int:
    """Return where an occasion without a date belongs: before the first with a greater number, else last."""
    if one.edition is None:
        return len(others)
    greater = (
        n for n, other in enumerate(others) if other.edition is not None and other.edition > one.edition
    )
    return next(greater, len(others))


def _numbered(occasions: Iterable[Occasion]) -> tuple[Edition, ...]:
    """Give each occasion its number: the one that is read, else the one that its neighbours leave."""
    planned = [one for one in occasions if one.planned]
    held = _ordered([one for one in occasions if not one.planned])
    order = held + _ordered(planned)
    numbers = [one.edition for one in order]
    implied = _between(held, numbers) + [_next(plan, held) for plan in order[len(held) :]]
    editions = [
        Edition(one, read if read is not None else guess, read is None and guess is not None)
        for one, read, guess in zip(order, numbers, implied, strict=True)
    ]
    return tuple(editions)


def _between(held: Sequence[Occasion], numbers: Sequence[int | None]) -> list[int | None]:
    """Return the numbers that neighbours leave: between two as many as are missing.

    None where a text gives one of them to another occasion: one of the numbers is wrong, nobody knows which.
    """
    read = {number for number in numbers if number is not None}
    found: list[int | None] = [None] * len(held)
    known = [n for n in range(len(held)) if numbers[n] is not None]
    for left, right in pairwise(known):
        first, last = numbers[left] or 0, numbers[right] or 0
        if (
            last - first == right - left
            and read.isdisjoint(range(first + 1, last))
            and all(held[n].date for n in range(left, right + 1))
        ):
            found[left:right] = range(first, last)
    return found


def _next(plan: Occasion, held: Sequence[Occasion]) -> int | None:
    """Return the number behind that of the last occasion that a plan's documents tell of."""
    told = _last_told(plan, held)
    number = None if told is None else held[told].edition
    return None if number is None else number + 1
