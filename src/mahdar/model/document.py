"""A document's exact text and what its page turned out to hold: articles and noise."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from mahdar.errors import EvidenceError
from mahdar.model.spans import Evidence, Span
from mahdar.model.units import ArticleId, DocumentId, IsoDate, Offset

__all__ = ["Article", "Block", "Document", "Noise", "Page", "short_hash"]


def short_hash(*parts: object) -> str:
    """Return 16 hex digits that stand for these parts, in this order."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Document:
    """One text as it was read: never changed, known by its hash."""

    id: DocumentId
    text: str
    name: str
    """File name, `-` for standard input, or the address it came from."""
    path: str | None = None
    """Where it was read from; a text of another hash under the same path is a new version."""
    language: str = "ar"
    """`ar` or `en`: the script that most of its letters are in."""
    given: IsoDate | None = None
    """The day on which it was published, as whoever had it read gave it; what the text states goes first."""

    @classmethod
    def of(cls, text: str, name: str, *, path: str | None = None, language: str = "ar") -> Document:
        """Make a document of a text.

        >>> Document.of("نص", "a.txt").id[:8]
        'e01176c2'
        """
        return cls(hashlib.sha256(text.encode()).hexdigest(), text, name, path, language)

    def evidence(self, start: Offset, end: Offset) -> Evidence:
        """Cut evidence out of the text: the only way to make it.

        Raises:
            EvidenceError: the offsets lie outside the text or hold nothing but blanks.
        """
        if not 0 <= start < end <= len(self.text):
            raise EvidenceError("evidence lies outside its document", self.id, start, end)
        return Evidence(start, end, self.text[start:end])


@dataclass(frozen=True, slots=True)
class Noise:
    """A run of the page that is not an article's prose."""

    start: Offset
    end: Offset
    why: str
    """One of `values.NOISE`."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or line of an article, in text order; blocks hold no noise."""

    kind: str
    """One of `values.BLOCKS`: title, kicker, heading, bullet, question, answer, prose."""
    start: Offset
    end: Offset


@dataclass(frozen=True, slots=True)
class Article:
    """One piece of writing on a page."""

    kind: str
    """One of `values.ARTICLES`."""
    start: Offset
    """First offset of the body (of the title, where there is no other text)."""
    end: Offset
    title: Span | None
    blocks: tuple[Block, ...]
    """The title first, where there is one, then the body in text order."""
    datelines: tuple[Span, ...] = ()
    """Bylines and datelines of this article: where it says when it was published."""
    published: IsoDate | None = None
    """The day that the document itself states."""
    publisher: str | None = None
    """Who published it, in the document's own words."""

    def id_in(self, document: DocumentId) -> ArticleId:
        """Return the article's id in its document."""
        return short_hash(document, "article", self.start)


@dataclass(frozen=True, slots=True)
class Page:
    """What a document holds."""

    articles: tuple[Article, ...]
    """In text order; never overlapping."""
    noise: tuple[Noise, ...]
    """In text order; never overlapping. Noise may lie inside an article's span, never in its blocks."""
