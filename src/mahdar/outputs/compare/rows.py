"""A comparison as rows to show: both wordings side by side, the words marked in which they differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from mahdar.linking.compare_marks import differing
from mahdar.linking.compare_records import Alteration, Passage
from mahdar.model.labels import Note
from mahdar.model.spans import Span
from mahdar.pipeline.comparing import Compared

__all__ = ["HOW", "Bit", "Row", "altered_rows", "bits", "in_statement_order", "rows_of"]

HOW: Final = ("verbatim", "near", "paraphrase")
"""How a passage can be carried, the closest first."""


_AROUND: Final = 48
"""Code points of its passage that are shown on either side of an alteration."""


@dataclass(frozen=True, slots=True)
class Bit:
    """A run of a quotation; marked where the other wording has something else."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Two wordings beside each other; one may be missing."""

    kind: str
    """`verbatim`, `near`, `paraphrase`, `left_out`, `added`, or what is altered."""
    statement: tuple[Bit, ...]
    report: tuple[Bit, ...]
    note: Note | None = None
    """Of what is altered."""


def bits(text: str, span: Span, marked: Iterable[Span] = ()) -> tuple[Bit, ...]:
    """Cut a quotation into its marked and its other runs; joined they are the span's own words.

    >>> bits("واحد اثنان ثلاثة", Span(0, 16), [Span(5, 11)])
    (Bit(text='واحد ', marked=False), Bit(text='اثنان ', marked=True), Bit(text='ثلاثة', marked=False))
    """
    at, found = span.start, []
    for mark in marked:
        found += [Bit(text[at : mark.start]), Bit(text[mark.start : mark.end], marked=True)]
        at = mark.end
    return tuple(bit for bit in (*found, Bit(text[at : span.end])) if bit.text)


def rows_of(compared: Compared, how: str) -> Iterator[Row]:
    """Yield the passages that are carried in one way, as the report has them."""
    for passage in compared.result.aligned:
        if passage.how == how:
            yield _passage_row(compared, passage)


def altered_rows(compared: Compared) -> Iterator[Row]:
    """Yield what the report says otherwise."""
    for change in compared.result.altered:
        yield _altered_row(compared, change)


def in_statement_order(compared: Compared) -> list[Row]:
    """Return the whole statement with what the report has of it, then what the report adds."""
    told = [(one.statement, _passage_row(compared, one)) for one in compared.result.aligned]
    text = compared.statement.text
    told += [(span, Row("left_out", bits(text, span), ())) for span in compared.result.left_out]
    rows = [row for _, row in sorted(told, key=lambda pair: pair[0])]
    report = compared.report.text
    return rows + [Row("added", (), bits(report, span)) for span in compared.result.added]


def _passage_row(compared: Compared, passage: Passage) -> Row:
    statement, report = compared.statement.text, compared.report.text
    marks = ((), ()) if passage.how == "verbatim" else _marks(compared, passage.statement, passage.report)
    return Row(
        passage.how, bits(statement, passage.statement, marks[0]), bits(report, passage.report, marks[1])
    )


def _altered_row(compared: Compared, change: Alteration) -> Row:
    """Return an alteration with some words around it."""
    marks = _marks(compared, change.statement, change.report)
    passage = _around(compared, change)
    statement = _near(compared.statement.text, change.statement, passage.statement if passage else None)
    report = _near(compared.report.text, change.report, passage.report if passage else None)
    return Row(
        change.what,
        bits(compared.statement.text, statement, marks[0]),
        bits(compared.report.text, report, marks[1]),
        change.note,
    )


def _around(compared: Compared, change: Alteration) -> Passage | None:
    """Return the passage in which an alteration stands."""
    holding = (
        passage
        for passage in compared.result.aligned
        if passage.report.overlap(change.report) and passage.statement.overlap(change.statement)
    )
    return next(holding, None)


def _near(text: str, span: Span, within: Span | None) -> Span:
    """Widen a span by some words on either side, as far as its passage goes."""
    if within is None:
        return span
    start = max(min(span.start, within.start), span.start - _AROUND)
    end = min(max(span.end, within.end), span.end + _AROUND)
    while start < span.start and start > within.start and not text[start - 1].isspace():
        start += 1
    while end > span.end and end < within.end and not text[end].isspace():
        end -= 1
    return Span(start, end)


def _marks(compared: Compared, statement: Span, report: Span) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    return differing(compared.statement.text, statement, compared.report.text, report)
