"""The day of publication that a person gives, where a document states none itself."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

from mahdar.errors import MahdarError
from mahdar.model.units import IsoDate

__all__ = ["given_day"]

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def given_day(given: str | date) -> IsoDate:
    """Return a day as ISO 8601 has it.

    Raises:
        MahdarError: it is none, or not written as YYYY-MM-DD.

    >>> given_day("2021-07-27"), given_day(date(2021, 7, 27))
    ('2021-07-27', '2021-07-27')
    """
    if isinstance(given, date):
        return (given.date() if isinstance(given, datetime) else given).isoformat()
    try:
        if _DAY.fullmatch(given):
            return date.fromisoformat(given).isoformat()
    except ValueError:
        pass
    raise MahdarError(f"{given} is no day; write it as YYYY-MM-DD")
