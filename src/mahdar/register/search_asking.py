"""What search asks of its index: a page of what is found, and how much there is of each kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    Table,
    and_,
    false,
    func,
    literal,
    not_,
    or_,
    select,
    true,
)

from mahdar.model.searching import DOCUMENT, Match, Matches, Narrowed, Sought
from mahdar.register.schema_search import searchable
from mahdar.register.search_rows import BETWEEN
from mahdar.register.search_words import expression, matched, number_column, score, words_table

__all__ = ["Asked"]


class Asked:
    """One search over a connection.

    Args:
        connection: to the register.
        sought: what is looked for.
    """

    def __init__(self, connection: Connection, sought: Sought) -> None:
        self._connection, self._sought = connection, sought

    def matches(self, first: int, count: int) -> Matches:
        """Return what is found, from the first on, and how much there is of each kind."""
        total, facets = self._facets()
        page = tuple(self._page(first, count)) if total > first else ()
        return Matches(page, total, facets)

    def rows(
        self, columns: Sequence[ColumnElement[Any]], beside: Table, joined: ColumnElement[bool], model: str
    ) -> Sequence[Row[Any]]:
        """Return columns of everything that is found and has a row in a table beside, by number."""
        query = self._query(*columns).where(joined, beside.c.model == model).order_by(searchable.c.number)
        return self._connection.execute(query, self._values).all()

    def _page(self, first: int, count: int) -> Iterator[Match]:
        """Yield a page of what is found, best or newest first."""
        its = score(self._connection, "words") if self._sought.clauses else literal(0.0)
        columns = (searchable.c.document, searchable.c.entry, searchable.c.day, its.label("score"))
        newest = searchable.c.last.desc().nulls_last()
        fits = [] if self._sought.by_day or not self._sought.clauses else [its.desc()]
        query = self._query(*columns).order_by(*fits, newest, searchable.c.number)
        for row in self._connection.execute(query.limit(count).offset(first), self._values):
            yield Match(row.document, row.entry, float(row.score), row.day)

    def _facets(self) -> tuple[int, Mapping[str, Mapping[str, int]]]:
        """Count what is found, all of it and by its fields."""
        year = func.substr(searchable.c.last, 1, 4)
        by = (
            searchable.c.type, searchable.c.kind, searchable.c.parties, searchable.c.tracks,
            searchable.c.review, year,
        )  # fmt: skip
        counts: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
        total = 0
        for kind, its, parties, tracks, review, years, count in self._connection.execute(
            self._query(*by, func.count()).group_by(*by), self._values
        ):
            total += count
            counts["type"][kind] += count
            if its:
                counts["class" if kind == "act" else "kind"][its] += count
            for name, values in (("party", parties), ("track", tracks)):
                for value in values.split(BETWEEN)[1:-1]:
                    counts[name][value] += count
            if kind != DOCUMENT:
                counts["review"][review] += count
            if years:
                counts["year"][years] += count
        return total, {name: dict(its.most_common()) for name, its in counts.items() if its}

    def _query(self, *columns: ColumnElement[Any]) -> Select[Any]:
        """Ask for some columns of everything that is found."""
        sought, connection = self._sought, self._connection
        query = select(*columns).select_from(searchable)
        if sought.clauses:
            words = words_table(connection)
            query = select(*columns).select_from(
                words.join(searchable, searchable.c.number == number_column(connection))
            )
            query = query.where(matched(connection, "words"))
        if sought.without:
            its = select(number_column(connection)).where(matched(connection, "without"))
            query = query.where(searchable.c.number.not_in(its))
        if not sought.everything:
            query = query.where(searchable.c.held, searchable.c.current)
        query = query.where(*(and_(true(), *_conditions(one)) for one in sought.narrowed))
        return query.where(
            *(not_(func.coalesce(and_(*_conditions(one)), false())) for one in sought.excluded)
        )

    @cached_property
    def _values(self) -> dict[str, str]:
        """The parameters that say which words are looked for."""
        sought, values = self._sought, {}
        if sought.clauses:
            values["words"] = expression(self._connection, sought.clauses, loose=sought.loose)
        if sought.without:
            values["without"] = expression(self._connection, sought.without, loose=True)
        return values


FACETS: Final = ("type", "class", "kind", "party", "track", "review", "year")


def _conditions(narrowed: Narrowed) -> Iterator[ColumnElement[bool]]:
    """Yield what must hold of a row."""
    c = searchable.c
    for column, values in (
        (c.type, narrowed.types),
        (c.kind, narrowed.kinds),
        (c.review, narrowed.reviews),
    ):
        if values:
            yield column.in_(sorted(values))
    if narrowed.reviews:
        yield c.type != DOCUMENT
    for column, sets in ((c.parties, narrowed.parties), (c.tracks, narrowed.tracks)):
        for some in sets:
            yield or_(*(column.contains(f"{BETWEEN}{one}{BETWEEN}", autoescape=True) for one in sorted(some)))
    if narrowed.documents is not None:
        yield c.document.in_(sorted(narrowed.documents))
    if narrowed.voices is not None:
        yield c.speaker.in_(sorted(narrowed.voices))
    yield from _days(narrowed)


def _days(narrowed: Narrowed) -> Iterator[ColumnElement[bool]]:
    """Yield what must hold of a row's days and sums."""
    c = searchable.c
    for column, least, most in (
        (c.last, narrowed.since, None),
        (c.first, None, narrowed.until),
        (c.due, narrowed.due_since, narrowed.due_until),
        (c.value, narrowed.least, narrowed.most),
    ):
        if least is not None:
            yield column >= least
        if most is not None:
            yield column <= most
    if narrowed.due:
        yield c.due.is_not(None)
    if narrowed.about_money:
        yield c.value.is_not(None)
    if narrowed.currency is not None:
        yield c.currency == narrowed.currency
