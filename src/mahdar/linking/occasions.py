"""Accounts of several documents → occasions: what is told of one meeting, visit or session, put together.

An account joins an occasion where nothing that both say differs (`CONTRARY`) and enough agrees (`AGREE`):
the number of an edition, the day, or a time near enough with the same people. To differ in nothing is never
enough: ministers meet every week. Where an account fits two occasions that cannot be one, it stays by itself.

Ids: an occasion is called after the first account of it that was linked, and keeps that id whatever is told
of it later. Two occasions that turn out to be one keep the id that more accounts have, the smaller one where
that is equal.

Limits: what two undated texts say without a number, a month or a shared phrase is never put together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from mahdar.linking.accounts import Account, account_keys
from mahdar.linking.themes import apart, share
from mahdar.linking.times import APART, NEAR, SAME_DAY, SAME_MONTH, at_one_time, year_of
from mahdar.model.document import short_hash
from mahdar.model.units import EntryId

__all__ = ["AGREE", "CONTRARY", "Occasion", "agreement", "contradict", "find_occasions", "named"]


@dataclass(frozen=True, slots=True)
class Occasion:
    """One occasion and all that is told of it."""

    accounts: tuple[Account, ...]
    """Order: what says most first."""

    @property
    def planned(self) -> bool:
        """Whether it is only told as to come."""
        return all(one.planned for one in self.accounts)

    @property
    def edition(self) -> int | None:
        """The edition that most accounts give; the first of those as often given."""
        given = Counter(one.edition for one in self.accounts if one.edition is not None)
        return given.most_common(1)[0][0] if given else None

    @property
    def date(self) -> str | None:
        """The date that most accounts give, of those held before those planned, the finest."""
        told = [one for one in self.accounts if one.date and not one.planned] or self.accounts
        given = Counter(one.date for one in told if one.date)
        return max(given, key=lambda day: (len(day), given[day], day)) if given else None


Rule = Callable[[Account, Account], bool]


def find_occasions(accounts: Iterable[Account]) -> list[Occasion]:
    """Put accounts together that tell one occasion.

    Args:
        accounts: in any order; the answer does not depend on it.

    Returns:
        Order: by the first account, what says most first. Plans are left by themselves where only their place
        in a series tells what became of them (`series`).

    Cost: each account is compared with the occasions that share a key with it.
    """
    found: list[list[Account]] = []
    by_key: dict[str, set[int]] = defaultdict(set)
    for account in sorted(accounts, key=_telling):
        keys = account_keys(account)
        near = sorted({n for key in keys for n in by_key[key]})
        home = _home(account, found, near)
        if home is None:
            home = len(found)
            found.append([])
        found[home].append(account)
        for key in keys:
            by_key[key].add(home)
    return [Occasion(tuple(one)) for one in found if one]


def _telling(account: Account) -> tuple[bool, int, str, str, int]:
    """Order accounts: held before planned, what says most first, then by time."""
    says = 2 * (account.edition is not None) + account.exact
    when = account.date or account.day or "~"
    return account.planned, -says, when, account.document, account.start


def _home(account: Account, found: list[list[Account]], near: Sequence[int]) -> int | None:
    """Return the occasion that an account tells; those that it shows to be one are put together."""
    ranks = {n: rank for n in near if (rank := _rank(account, found[n])) is not None}
    if not ranks:
        return None
    best = [n for n, rank in ranks.items() if rank == min(ranks.values())]
    first, *others = best
    if any(contradict(one, other) for n in others for one in found[first] for other in found[n]):
        return None
    for n in others:
        found[first] += found[n]
        found[n] = []
    return first


def _rank(account: Account, occasion: Sequence[Account]) -> int | None:
    """Return by which rule an account tells an occasion: the lowest; None where it does not."""
    if any(contradict(account, one) for one in occasion):
        return None
    ranks = [rank for one in occasion if (rank := agreement(account, one)) is not None]
    return min(ranks, default=None)


def contradict(one: Account, other: Account) -> bool:
    """Say whether two accounts cannot be of one occasion."""
    return any(rule(one, other) for rule in CONTRARY)


def agreement(one: Account, other: Account) -> int | None:
    """Return which rule says that two accounts are of one occasion: its number in `AGREE`; None for none."""
    return next((n for n, rule in enumerate(AGREE) if rule(one, other)), None)


# What speaks against


def _told_in_one_article(one: Account, other: Account) -> bool:
    """The reader has put together what it could, numbers apart."""
    return one.article is not None and one.article == other.article and not _same_edition(one, other)


def _kinds_differ(one: Account, other: Account) -> bool:
    return one.kind != other.kind


def _editions_differ(one: Account, other: Account) -> bool:
    """Two numbers are two occasions; of one day and place one of the numbers is wrong."""
    if one.edition is None or other.edition is None or one.edition == other.edition:
        return False
    return not (one.serial and one.exact and one.date == other.date and _one_place(one, other))


def _times_differ(one: Account, other: Account) -> bool:
    """Two days are two occasions; of one numbered edition one of the days is wrong."""
    if at_one_time(one, other) is not APART:
        return False
    if not _same_edition(one, other):
        return True
    return bool(one.date and other.date) and abs(year_of(one.date or "") - year_of(other.date or "")) > 1


def _sides_differ(one: Account, other: Account) -> bool:
    """Two full lists of parties agree where one holds the other; those of a series are its own."""
    if len(one.parties) < _TWO or len(other.parties) < _TWO:
        return bool(one.parties and other.parties) and not one.parties & other.parties
    if one.serial and one.kind != "summit":
        return one.parties != other.parties
    return not (one.parties <= other.parties or other.parties <= one.parties)


_TWO = 2


def _places_differ(one: Account, other: Account) -> bool:
    """Two cities are two occasions; a plan may not have been kept, and an edition is known by its number."""
    if one.planned != other.planned or _same_edition(one, other) or one.place is None or other.place is None:
        return False
    if one.land is not None and other.land is not None and one.land != other.land:
        return True
    return one.place != other.place and (one.city and other.city)


def _subjects_differ(one: Account, other: Account) -> bool:
    return apart(one.theme, other.theme)


def _people_differ(one: Account, other: Account) -> bool:
    """A visit is known by its guest, talks by the two who hold them; a dialogue may have many chairs."""
    if one.serial or other.serial:
        return False
    if one.kind == "visit":
        return bool(one.guests and other.guests) and not one.guests & other.guests
    if len(one.people) < _TWO or len(other.people) < _TWO:
        return False
    return len(one.people & other.people) < _TWO


CONTRARY: tuple[Rule, ...] = (
    _told_in_one_article,
    _kinds_differ,
    _sides_differ,
    _editions_differ,
    _times_differ,
    _places_differ,
    _subjects_differ,
    _people_differ,
)
"""Each says whether two accounts cannot be of one occasion."""


# What speaks for


def _same_edition(one: Account, other: Account) -> bool:
    """«السادس» of a dialogue or body is one occasion, «the second meeting» of two states only at one time."""
    if one.edition is None or one.edition != other.edition or not (one.serial and other.serial):
        return False
    if not _one_subject(one, other) or not (one.parties == other.parties or one.theme):
        return False
    named = (one.kind in _NAMED or (one.body and other.body)) and len(one.parties) > 1
    return bool(one.theme) or named or at_one_time(one, other) in {SAME_DAY, SAME_MONTH, NEAR}


_NAMED = frozenset({"strategic_dialogue", "summit"})
"""Kinds that two states hold only one of."""


def _same_phrase(one: Account, other: Account) -> bool:
    """A long phrase word for word: a reprint, or a text and its report."""
    return bool(one.phrases & other.phrases)


def _same_day(one: Account, other: Account) -> bool:
    """One day: of a series enough, else with those who met."""
    if at_one_time(one, other) is not SAME_DAY or not _both_sides(one, other):
        return False
    if one.serial and other.serial:
        return _one_subject(one, other)
    return _same_who(one, other) or (_one_place(one, other) and not (one.people and other.people))


def _same_month(one: Account, other: Account) -> bool:
    """One month: with the guest of a visit, or with place or people of an edition."""
    if at_one_time(one, other) is not SAME_MONTH or not _both_sides(one, other):
        return False
    if one.serial and other.serial:
        return _one_subject(one, other) and (_one_place(one, other) or bool(one.people & other.people))
    return _same_who(one, other) and (one.kind == "visit" or _one_place(one, other))


def _same_news(one: Account, other: Account) -> bool:
    """Told within days of each other: with those who met, or of a series."""
    if at_one_time(one, other) is not NEAR or not _both_sides(one, other):
        return False
    if one.serial and other.serial:
        rare = one.kind in {"strategic_dialogue", "summit"} or bool(one.theme or one.people & other.people)
        return rare and one.theme == other.theme
    return _same_who(one, other)


AGREE: tuple[Rule, ...] = (_same_edition, _same_phrase, _same_day, _same_month, _same_news)
"""Order: what says most first; an account joins the occasion that fits it by the first rule that fits any."""


def _both_sides(one: Account, other: Account) -> bool:
    """Say whether both sides of one are those of the other."""
    return len(one.parties & other.parties) >= _TWO or (
        one.kind == "summit" and share(one.theme, other.theme)
    )


def _one_subject(one: Account, other: Account) -> bool:
    return one.theme == other.theme or share(one.theme, other.theme)


def _one_place(one: Account, other: Account) -> bool:
    """Say whether two places are one, a city and its state included."""
    if one.place is None or other.place is None:
        return False
    return one.place == other.place or (one.land is not None and one.land == other.land)


def _same_who(one: Account, other: Account) -> bool:
    """Say whether the same people were there: the guest of a visit, two of talks, or the one who is named."""
    if one.kind == "visit":
        return bool(one.guests & other.guests) and one.land == other.land
    shared = len(one.people & other.people)
    return shared >= _TWO or (shared == 1 and min(len(one.people), len(other.people)) == 1)


# What occasions are called


def named(occasions: Sequence[Occasion], before: Mapping[EntryId, str]) -> dict[int, str]:
    """Return an id for each occasion.

    Args:
        occasions: all that share accounts with those that had an id.
        before: entry → the id of the occasion that it was tied to.

    Returns:
        Index of the occasion → id. No two have the same.
    """
    votes = [Counter(before[a.entry] for a in one.accounts if a.entry in before) for one in occasions]
    claims = sorted((-count, id_, n) for n, given in enumerate(votes) for id_, count in given.items())
    found: dict[int, str] = {}
    taken: set[str] = set()
    for _, id_, n in claims:
        if n not in found and id_ not in taken:
            found[n] = id_
            taken.add(id_)
    for n, one in enumerate(occasions):
        if n not in found:
            founded = [short_hash("occasion", a.entry) for a in one.accounts]
            found[n] = next((id_ for id_ in founded if id_ not in taken), short_hash(founded[0], n))
            taken.add(found[n])
    return found
