"""One document's meeting → an account of an occasion: what it says of who, where, when and what about.

An account holds what tells occasions apart, and nothing that has to be looked up again: `occasions` and
`series` compare accounts alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from mahdar.language import split_words
from mahdar.lexicon import Lexicon
from mahdar.lexicon.occasions import OccasionTable, occasion_table
from mahdar.linking.themes import held_by_body, months_in, names_body, theme_of
from mahdar.model.days import first_day
from mahdar.model.records import EntryRecord
from mahdar.model.units import EntryId, IsoDate, PartyCode

__all__ = ["DIALOGUES", "Account", "PersonSeen", "account_keys", "account_of"]

DIALOGUES: Final = frozenset({"strategic_dialogue", "summit", "working_group"})
"""Kinds whose occasions follow one another; of other meetings numbered ones and sessions of bodies do."""

_MONTH: Final = len("2024-03")
_DAY: Final = len("2024-03-05")


@dataclass(frozen=True, slots=True)
class PersonSeen:
    """A person's name in a document."""

    id: str
    name: str
    """Latin, as the document's entries have it."""
    party: PartyCode | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Account:
    """What one document says of one occasion."""

    entry: EntryId
    document: str
    article: str | None
    start: int
    """Where its first evidence begins: the order within a document."""
    day: IsoDate | None
    """The day of the article that tells it."""
    kind: str
    parties: frozenset[PartyCode]
    edition: int | None
    date: IsoDate | None
    """A day, a month, a year, or a range; as the text gives it."""
    month: int | None
    """The one month that its words name where no date could be read («مايو الماضي» in an undated text)."""
    place: str | None
    land: PartyCode | None
    """The state that the place lies in."""
    city: bool
    """True where the place is less than a state."""
    people: frozenset[str]
    """Who is named in its words or chairs it: ids."""
    guests: frozenset[str]
    """Those of them who are not of the state that it took place in."""
    planned: bool
    theme: frozenset[str]
    session: bool
    """True where it is a numbered round of talks, or what meets is a committee or council."""
    body: bool = False
    """True where it is a numbered session of a committee or council, named or by its pronoun."""
    phrases: frozenset[str] = frozenset()
    """Its longer phrases, folded: what a reprint has word for word."""

    @property
    def serial(self) -> bool:
        """Whether it can be one of a series."""
        return self.kind in DIALOGUES or (self.kind == "meeting" and self.session)

    @property
    def exact(self) -> bool:
        """Whether it gives its own day."""
        return self.date is not None and len(self.date) == _DAY


def account_of(
    record: EntryRecord, day: IsoDate | None, people: Sequence[PersonSeen], lexicon: Lexicon
) -> Account:
    """Return the account that a meeting entry is.

    Args:
        record: a meeting.
        day: the day of its article.
        people: whom its document names.
        lexicon: places, months, words for occasions.
    """
    fields, quotes = record.fields, [one.quote for one in record.evidence]
    land, city = _where(fields["place"], occasion_table(lexicon))
    seen = list(_present(record, people))
    months = months_in(quotes, lexicon) if fields["date"] is None else frozenset[int]()
    return Account(
        entry=record.id,
        document=record.document,
        article=record.article,
        start=record.evidence[0].start,
        day=day,
        kind=fields["kind"],
        parties=frozenset(fields["parties"]),
        edition=fields["edition"],
        date=first_day(fields["date"]),
        month=next(iter(months)) if len(months) == 1 else None,
        place=fields["place"],
        land=land,
        city=city,
        people=frozenset(one.id for one in seen),
        guests=frozenset(one.id for one in seen if land is not None and one.party not in {None, land}),
        planned=fields["status"] == "planned",
        theme=_theme(fields, quotes, lexicon),
        session=_is_session(record, quotes, lexicon),
        body=fields["edition"] is not None and held_by_body(quotes, lexicon),
        phrases=frozenset(_phrases(quotes)),
    )


def _phrases(quotes: Iterable[str]) -> Iterator[str]:
    """Yield phrases that are too long to stand in two texts by chance."""
    for quote in quotes:
        words = [word.fold for word in split_words(quote)]
        if len(words) >= _LONG:
            yield " ".join(words)


_LONG = 7
"""Words; shorter phrases («عقد الجانبان اجتماعا في الرياض اليوم») are said of many occasions."""


def _where(place: str | None, table: OccasionTable) -> tuple[PartyCode | None, bool]:
    """Return the state that a place lies in, and whether it is less than that."""
    if place is None:
        return None, False
    state = table.states.get(place)
    return (state, False) if state else (table.lands.get(place), True)


def _present(record: EntryRecord, people: Sequence[PersonSeen]) -> Iterable[PersonSeen]:
    """Yield who is named in an entry's words or chairs it."""
    chairs = {chair["name"] for chair in record.fields["chairs"]}
    for one in people:
        inside = any(e.start <= one.start and one.end <= e.end for e in record.evidence)
        if inside or one.name in chairs:
            yield one


def _is_session(record: EntryRecord, quotes: Sequence[str], lexicon: Lexicon) -> bool:
    """Say whether a noun names it, and with it a number or a body; «the first time that they met» is none."""
    role = record.reader.partition(" ")[0].rpartition(".")[2]
    named = role in {"noun", "container", "body"}
    return named and (record.fields["edition"] is not None or names_body(quotes, lexicon))


def _theme(fields: Any, quotes: Sequence[str], lexicon: Lexicon) -> frozenset[str]:  # noqa: ANN401
    """Return the subject: of the first words that say one; a dialogue as such has none of its own."""
    if fields["kind"] in {"strategic_dialogue", "visit", "call"}:
        return frozenset()
    return next(filter(None, (theme_of(quote, lexicon) for quote in quotes)), frozenset())


def account_keys(account: Account) -> tuple[str, ...]:
    """Return the keys under which an account is kept and those who may tell the same are asked for.

    A dialogue's are its parties, whenever it was; a summit without parties is known by its subject. Of what
    happens every week the month is part of the key, its neighbours too where only the article's day is known.
    """
    pairs = _pairs(account)
    found = [*_in_time(account, pairs), *sorted(account.phrases)]
    if account.serial:
        subject = () if account.parties else sorted(account.theme)
        found += [f"{account.kind} {key}" for key in (*pairs, *subject)]
    if account.kind == "visit" and account.land is not None:
        found += [f"visit {guest} {account.land}" for guest in sorted(account.guests)]
    return tuple(found)


def _pairs(account: Account) -> tuple[str, ...]:
    """Return every two parties that took part; the one where there is but one."""
    codes = sorted(account.parties)[:_MOST]
    pairs = [f"{one} {other}" for n, one in enumerate(codes) for other in codes[n + 1 :]]
    return tuple(pairs or codes)


_MOST = 6
"""Parties of one occasion that keys are made of."""


def _in_time(account: Account, pairs: tuple[str, ...]) -> tuple[str, ...]:
    """Return keys with the month in which an occasion was, or may have been."""
    months = _months(account)
    return tuple(f"{account.kind} {pair} {month}" for pair in pairs for month in months)


def _months(account: Account) -> tuple[str, ...]:
    """Return the months in question; none where nothing tells."""
    if account.date is not None:
        return (account.date[:_MONTH],) if len(account.date) >= _MONTH and "/" not in account.date else ()
    if account.day is None or len(account.day) < _DAY:
        return ()
    year, month = int(account.day[:4]), int(account.day[5:7])
    near = range(12 * year + month - 2, 12 * year + month + 1)
    return tuple(f"{n // 12:04}-{n % 12 + 1:02}" for n in near)
