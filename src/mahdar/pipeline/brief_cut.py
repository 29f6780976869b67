"""One or two pages: what is left out of a brief, and how many rows that were."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import count
from typing import Final

from mahdar.model.briefs import Brief, Group, Part, Quotation, Row, Section, Source
from mahdar.model.labels import Label
from mahdar.model.units import DocumentId
from mahdar.pipeline.brief_texts import Texts

__all__ = ["LINES", "cut_to", "lines", "numbered", "shorter"]

MOST: Final[Mapping[str, int]] = {
    "commitments": 12, "instruments": 7, "wording": 6, "contradictions": 5, "people": 10,
}  # fmt: skip
"""Rows of a section that fit two pages together with all others."""
LINES: Final = 110
"""Lines of two pages, as `lines` counts them."""
_WIDTHS: Final = {2: (38, 70), 3: (14, 64, 22)}
_BESIDE: Final = (13, 42, 42)
"""Code points of a line in each column of a table; of one that lays two texts side by side."""
_KEPT: Final = 0.8
"""What `shorter` keeps of each section,"""
_LEAST: Final = 4
"""but so many rows at least."""


def cut_to(section: Section, most: int) -> Section:
    """Keep so many rows of a section; of each group the first before the second of any."""
    ranked = sorted(
        (place, number) for number, group in enumerate(section.groups) for place in range(len(group.rows))
    )
    kept = set(ranked[:most])
    groups = tuple(_kept(group, number, kept) for number, group in enumerate(section.groups))
    left = tuple(group for group in groups if group.rows)
    return replace(section, groups=left, more=section.more + max(0, len(ranked) - most))


def _kept(group: Group, number: int, kept: set[tuple[int, int]]) -> Group:
    rows = tuple(row for place, row in enumerate(group.rows) if (place, number) in kept)
    return replace(group, rows=rows)


def shorter(brief: Brief) -> Brief:
    """Return a brief with fewer rows in each section that may be cut, and the sources that are left."""
    sections = tuple(
        cut_to(one, max(_LEAST, int(len(list(one.rows)) * _KEPT))) if one.name in MOST else one
        for one in brief.sections
    )
    order = _quoted(sections)
    known = {source.document: source for source in brief.sources}
    sources = tuple(replace(known[id_], number=number) for number, id_ in zip(count(1), order, strict=False))
    return replace(brief, sections=sections, sources=sources)


def lines(brief: Brief) -> int:
    """Estimate how many lines a brief takes: headings, group heads, rows by their longest cell, sources."""
    groups = sum(group.head is not None for section in brief.sections for group in section.groups)
    rows = sum(_height(row, _widths(section)) for section in brief.sections for row in section.rows)
    headings = sum(2 + any(section.columns) + bool(section.more) for section in brief.sections)
    return 3 + headings + groups + rows + 3 + len(brief.sources)


def _widths(section: Section) -> tuple[int, ...]:
    return _BESIDE if section.columns[-1] in {"now", "other"} else _WIDTHS[len(section.columns)]


def _height(row: Row, widths: tuple[int, ...]) -> int:
    """Estimate how many lines a row takes."""
    lengths = (sum(map(_length, cell)) for cell in row.cells)
    return max(1 + length // width for length, width in zip(lengths, widths, strict=True))


def _length(part: Part) -> int:
    """Estimate how many code points a part takes; a label is a word or two."""
    return len(part.words.quote) + _REFERENCE if isinstance(part, Quotation) else _LABEL


_REFERENCE, _LABEL = 9, 11


def numbered(sections: Iterable[Section], texts: Texts) -> tuple[Source, ...]:
    """Return the documents that sections refer to, in the order in which they do."""
    return tuple(_source(number, id_, texts) for number, id_ in enumerate(_quoted(sections), 1))


def _quoted(sections: Iterable[Section]) -> tuple[DocumentId, ...]:
    """Return the documents that sections refer to, each once."""
    parts = (part for section in sections for row in section.rows for cell in row.cells for part in cell)
    return tuple(dict.fromkeys(id_ for part in parts for id_ in _document(part)))


def _document(part: Part) -> tuple[DocumentId, ...]:
    if isinstance(part, Quotation):
        return (part.document,)
    return (part.value,) if isinstance(part, Label) and part.kind == "source" else ()


def _source(number: int, document: DocumentId, texts: Texts) -> Source:
    """Return what the list of sources says of a document."""
    record = texts.record(document)
    article = next(iter(record.page.articles), None)
    return Source(
        number=number,
        document=document,
        name=record.name,
        kind=article.kind if article else None,
        publisher=article.publisher if article else None,
        published=record.published or record.given,
    )
