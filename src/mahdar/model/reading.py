"""What reading one document yields: its page, its people and its entries."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.model.document import Document, Page
from mahdar.model.entries import Entry
from mahdar.model.mentions import Mentions, Person
from mahdar.model.prose import Prose

__all__ = ["ArticleText", "PlacedEntry", "Reading"]


@dataclass(frozen=True, slots=True)
class ArticleText:
    """One article ready to be read: its prose and what it names."""

    document: Document
    number: int
    """Index of the article in its page."""
    kind: str
    """One of `values.ARTICLES`."""
    prose: Prose
    mentions: Mentions
    published: str | None = None
    sitting: str | None = None
    """The run of days that a line above the text names, as minutes and statements of a session do."""


@dataclass(frozen=True, slots=True)
class PlacedEntry:
    """An entry and the article that it stands in."""

    article: int
    """Index in `Page.articles`."""
    entry: Entry


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one document says."""

    document: Document
    page: Page
    people: tuple[Person, ...]
    entries: tuple[PlacedEntry, ...]
    """Order: by article, then by first evidence."""
    seconds: float = 0.0
    """How long reading took."""
