"""The documents that a brief quotes: their records and texts, each asked for once, and quotations of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from mahdar.model.briefs import Quotation
from mahdar.model.days import overlaps
from mahdar.model.document import Article
from mahdar.model.labels import Label
from mahdar.model.records import DocumentRecord, EntryRecord
from mahdar.model.spans import Evidence, Span
from mahdar.model.units import ArticleId, DocumentId, IsoDate, Offset
from mahdar.register import Register

__all__ = ["MOST", "Texts", "clipped", "sources_label"]

MOST = 230
"""Code points of a quotation; what is longer is cut between words."""

_KINDS = ("joint_statement", "ministry_post", "news_report", "interview")
"""Whose word goes first: the parties' own text, then a side's own account, then what others say."""
_PAUSES = re.compile(r"[\N{ARABIC COMMA}\N{ARABIC SEMICOLON},;:.]\s|\n")


def clipped(text: str, span: Span, most: int = MOST) -> Span:
    """Return the beginning of a span, cut at a pause in its last third or else between words.

    >>> clipped("one two three four", Span(0, 18), 10)
    Span(start=0, end=7)
    """
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end - start <= most:
        return Span(start, end)
    pauses = [found.start() for found in _PAUSES.finditer(text, start + most * 2 // 3, start + most)]
    blank = max(text.rfind(one, start + 1, start + most + 1) for one in " \n\t")
    stop = pauses[-1] if pauses else blank if blank > start else start + most
    return Span(start, len(text[:stop].rstrip()))


class Texts:
    """The documents of a register as a brief asks for them."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._records: dict[DocumentId, DocumentRecord] = {}
        self._texts: dict[DocumentId, str] = {}
        self._lines: dict[DocumentId, list[Offset]] = {}

    def record(self, document: DocumentId) -> DocumentRecord:
        """Return what is known of a document."""
        if document not in self._records:
            (self._records[document],) = self._register.relating.documents([document])
        return self._records[document]

    def gather(self, documents: Iterable[DocumentId]) -> None:
        """Have the records of many documents at hand: asking one by one took a third of a brief's time."""
        missing = [one for one in dict.fromkeys(documents) if one not in self._records]
        self._records |= {one.id: one for one in self._register.relating.documents(missing)}

    def text(self, document: DocumentId) -> str:
        """Return a document's text."""
        if document not in self._texts:
            self._texts[document] = self._register.text(document)
        return self._texts[document]

    def article(self, entry: EntryRecord) -> Article | None:
        """Return the article that an entry stands in."""
        articles = self.record(entry.document).page.articles
        return next((one for one in articles if one.id_in(entry.document) == entry.article), None)

    def article_at(self, document: DocumentId, at: Offset) -> ArticleId | None:
        """Return the id of the article that has an offset."""
        articles = self.record(document).page.articles
        return next((one.id_in(document) for one in articles if one.start <= at < one.end), None)

    def day(self, entry: EntryRecord) -> IsoDate | None:
        """Return the day on which an entry's words were published: stated, else given by a person."""
        article, record = self.article(entry), self.record(entry.document)
        return (article.published if article else None) or record.published or record.given

    def known(self, entry: EntryRecord, as_of: IsoDate) -> bool:
        """Say whether an entry's words were published by a day; what has no day counts."""
        day = self.day(entry)
        return day is None or overlaps(day, None, as_of)

    def rank(self, entry: EntryRecord) -> int:
        """Return how near to the parties' own words an entry stands; 0 is nearest."""
        article = self.article(entry)
        return _KINDS.index(article.kind) if article else len(_KINDS)

    def weight(self, document: DocumentId) -> int:
        """Return how near to the parties' own words a document stands at best; 0 is nearest."""
        ranks = [_KINDS.index(one.kind) for one in self.record(document).page.articles]
        return min(ranks, default=len(_KINDS))

    def quote(self, document: DocumentId, span: Span, most: int = MOST) -> Quotation:
        """Cut a quotation out of a document."""
        text = self.text(document)
        shown = clipped(text, span, most)
        words = Evidence(shown.start, shown.end, shown.cut(text))
        whole = text[shown.end : span.end].strip() == ""
        return Quotation(document, words, self._line(document, shown.start), cut=not whole)

    def first(self, entry: EntryRecord, most: int = MOST) -> Quotation:
        """Quote the words that an entry rests on first."""
        return self.quote(entry.document, entry.evidence[0].span, most)

    def _line(self, document: DocumentId, at: Offset) -> int:
        """Return the line in which an offset stands, from 1."""
        if document not in self._lines:
            text = self.text(document)
            self._lines[document] = [found.end() for found in re.finditer("\n", text)]
        return bisect_right(self._lines[document], at) + 1


def sources_label(documents: Sequence[DocumentId]) -> tuple[Label, ...]:
    """Return references to whole documents."""
    return tuple(Label("source", document) for document in dict.fromkeys(documents))
