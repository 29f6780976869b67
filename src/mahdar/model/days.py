"""Days of entries, for questions about a stretch of time: ISO values of any precision, as stretches."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mahdar.model.document import Page
from mahdar.model.units import IsoDate

__all__ = ["DocumentDays", "day_number", "first_day", "overlaps", "own_day"]

_OWN = {"meeting": "date", "instrument": "date", "date": "value"}
"""The field that says when a thing of this type is, was or will be."""


@dataclass(frozen=True, slots=True)
class DocumentDays:
    """The days on which a document's articles were published."""

    articles: Mapping[str, IsoDate]
    """Article id → the day that it states."""
    given: IsoDate | None
    """The day that a person gave."""

    @classmethod
    def of(cls, document: str, page: Page, given: IsoDate | None) -> DocumentDays:
        """Gather the days of a page."""
        stated = {one.id_in(document): one.published for one in page.articles if one.published}
        return cls(stated, given)

    def of_article(self, article: str | None) -> IsoDate | None:
        """Return an article's day: the one it states, else the one given, else the page's first."""
        return self.articles.get(article or "") or self.given or next(iter(self.articles.values()), None)


def own_day(kind: str, fields: Mapping[str, Any], *, due: bool) -> IsoDate | None:
    """Return the day that an entry itself names.

    Args:
        kind: the entry's type.
        fields: the type's own.
        due: ask for the day by which it is to be done.

    >>> own_day("meeting", {"date": "2021-05"}, due=False)
    '2021-05'
    """
    found = fields.get("due" if due else _OWN.get(kind, ""))
    return str(found) if found else None


def first_day(day: IsoDate | None) -> IsoDate | None:
    """Return the first day, month or year of a range, or a value that is none.

    >>> first_day("2017-03-13/2017-03-14")
    '2017-03-13'
    """
    return day.partition("/")[0] if day else None


def overlaps(day: IsoDate, since: IsoDate | None, until: IsoDate | None) -> bool:
    """Say whether a day, month, year or range has any day between two others, both included.

    >>> overlaps("2020-11", "2020-11-24", None), overlaps("2020-11", None, "2020")
    (True, True)
    >>> overlaps("2019/2020", "2021", None), overlaps("2019", None, "2018-12-31")
    (False, False)
    """
    first, _, last = day.partition("/")
    return (since is None or _latest(last or first) >= since) and (until is None or first <= _latest(until))


def day_number(day: IsoDate) -> int:
    """Return how many days lie before the last one that a value may mean, roughly; months have 31.

    >>> day_number("2021-03-02") - day_number("2021-02-28"), day_number("2021") - day_number("2021-12-31")
    (5, 0)
    """
    year, month, number = [*map(int, _NUMBERS.findall(day.rpartition("/")[2])), 12, 31][:3]
    return (year * 12 + month - 1) * 31 + number - 1


_NUMBERS = re.compile(r"\d+")


def _latest(day: IsoDate) -> str:
    """Return a value that sorts behind every day of a month or a year."""
    return day if len(day) == len("2024-03-05") else f"{day}-99"
