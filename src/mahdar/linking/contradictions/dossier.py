"""A document as the rules of contradiction see it: its text by sentence, its entries, its dates.

Made one document at a time and let go again: what the rules keep of it are claims, a few spans each.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mahdar.language import parse_prose
from mahdar.language.clitics import readings
from mahdar.lexicon.phrases import PhraseTable
from mahdar.model.contradictions import Quoted
from mahdar.model.document import Article
from mahdar.model.prose import Sentence, Word
from mahdar.model.records import DocumentRecord, EntryRecord
from mahdar.model.spans import Span
from mahdar.model.units import IsoDate

__all__ = ["Dossier", "Expression", "dossier_of", "hull", "phrase_spots"]


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression of time with a value."""

    span: Span
    value: IsoDate
    precision: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """One document, ready to be asked."""

    record: DocumentRecord
    text: str
    entries: tuple[EntryRecord, ...]
    sentences: tuple[Sentence, ...]
    """Of all articles, in text order; `first` and `last` count in `words`."""
    words: tuple[Word, ...]
    dates: tuple[Expression, ...]
    """In text order; those without a value left out."""
    named: tuple[tuple[str, Span], ...]
    """Latin names of people, and where they are named."""

    def of(self, kind: str) -> Iterator[EntryRecord]:
        """Yield the entries of a type."""
        return (entry for entry in self.entries if entry.type == kind)

    def quoted(self, span: Span) -> Quoted:
        """Return words of this document."""
        return Quoted(self.record.id, span)

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds an offset."""
        at = bisect_right(self.sentences, offset, key=lambda one: one.start) - 1
        return self.sentences[at] if at >= 0 and offset < self.sentences[at].end else None

    def dates_in(self, sentence: Sentence) -> list[Expression]:
        """Return the dates of a sentence."""
        return [one for one in self.dates if sentence.start <= one.span.start < sentence.end]

    def words_of(self, sentence: Sentence) -> Sequence[Word]:
        """Return the words of a sentence."""
        return self.words[sentence.first : sentence.last]

    def words_in(self, span: Span) -> list[Word]:
        """Return the words that lie in a span."""
        at = bisect_right(self.words, span.start - 1, key=lambda word: word.start)
        found = []
        while at < len(self.words) and self.words[at].end <= span.end:
            found.append(self.words[at])
            at += 1
        return found

    def article_at(self, offset: int) -> Article | None:
        """Return the article that holds an offset."""
        return next((one for one in self.record.page.articles if one.start <= offset < one.end), None)

    def day_at(self, offset: int) -> IsoDate | None:
        """Return the day of the article that holds an offset: stated, else given."""
        article = self.article_at(offset)
        return (article.published if article else None) or self.record.given or self.record.published


def dossier_of(
    record: DocumentRecord,
    text: str,
    entries: Iterable[EntryRecord],
    named: Iterable[tuple[str, Span]] = (),
) -> Dossier:
    """Make a document ready; entries that people rejected, or that its newest reading lacks, are left out.

    Args:
        record: the document.
        text: all of it.
        entries: its entries in text order.
        named: Latin names of people, and where they are named.
    """
    kept = tuple(one for one in entries if one.review != "rejected" and one.state == "active")
    words: list[Word] = []
    sentences: list[Sentence] = []
    for article in record.page.articles:
        prose, shift = parse_prose(text, article.blocks), len(words)
        words += prose.words
        sentences += (
            Sentence(one.start, one.end, one.first + shift, one.last + shift, one.block, one.number)
            for one in prose.sentences
        )
    found = (one for one in kept if one.type == "date" and one.fields["value"])
    dates = tuple(Expression(d.evidence[0].span, d.fields["value"], d.fields["precision"]) for d in found)
    return Dossier(record, text, kept, tuple(sentences), tuple(words), dates, tuple(named))


def hull(one: Span, other: Span) -> Span:
    """Return the shortest run that holds both spans.

    >>> hull(Span(3, 5), Span(9, 12))
    Span(start=3, end=12)
    """
    return Span(min(one.start, other.start), max(one.end, other.end))


def phrase_spots(words: Sequence[Word], table: PhraseTable[str]) -> Iterator[tuple[int, int]]:
    """Yield the first word of each phrase and the one behind it, particles in front taken off."""
    folds = [word.fold for word in words]
    for at, fold in enumerate(folds):
        for _, rest in readings(fold):
            if rest in table and (found := table.at(folds, at, rest)):
                yield at, at + found[0]
                break
