"""A weekday beside the date that it does not fit, inside one expression of time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mahdar.language.clitics import readings
from mahdar.lexicon.contradictions import ClashTable
from mahdar.linking.contradictions.dossier import Dossier, Expression
from mahdar.model.contradictions import Contradiction
from mahdar.model.labels import Label, Note
from mahdar.model.prose import Word
from mahdar.model.spans import Span

__all__ = ["wrong_weekdays"]

_DAY, _YEAR = 2, 4
"""Digits of the number of a day, at most; digits of a year."""


def wrong_weekdays(dossier: Dossier, table: ClashTable) -> Iterator[Contradiction]:
    """Yield dates whose own expression names another day of the week than theirs.

    Args:
        dossier: the document.
        table: names of weekdays.

    Only where the expression gives day and year in digits, so that nothing was guessed to make its value.
    """
    for expression in dossier.dates:
        if expression.precision != "day":
            continue
        words = dossier.words_in(expression.span)
        named = [(word, day) for word in words if (day := _weekday(word, table)) is not None]
        if len(named) == 1 and _is_full(words, expression.value):
            word, day = named[0]
            if day != _actual(expression):
                yield _clash(dossier, expression, word, day)


def _weekday(word: Word, table: ClashTable) -> int | None:
    return next((table.weekdays[rest] for _, rest in readings(word.fold) if rest in table.weekdays), None)


def _is_full(words: list[Word], value: str) -> bool:
    """Say whether an expression gives the year of its value, and a day, in digits.

    A date of the Islamic calendar alone does not: its months begin a day apart from country to country.
    """
    digits = [word.fold for word in words if word.fold.isdigit()]
    return value[:_YEAR] in digits and any(len(number) <= _DAY for number in digits)


def _clash(dossier: Dossier, expression: Expression, word: Word, day: int) -> Contradiction:
    """Return the contradiction of a weekday and the rest of its expression."""
    after = [one for one in dossier.words_in(expression.span) if one.start >= word.end]
    before = [one for one in dossier.words_in(expression.span) if one.end <= word.start]
    rest = after if any(one.fold.isdigit() for one in after) else before
    called, was = (Label("weekday", str(one + 1)) for one in (day, _actual(expression)))
    note = Note.of("wrong_weekday", called=called, date=Label("date", expression.value), was=was)
    where = Span(rest[0].start, expression.span.end if rest is after else rest[-1].end)
    return Contradiction("day", True, dossier.quoted(Span(word.start, word.end)), dossier.quoted(where), note)


def _actual(expression: Expression) -> int:
    return date.fromisoformat(expression.value).weekday()
