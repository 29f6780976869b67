"""One search over documents and entries: what a user types → hits with the words that matched.

Words are looked for in every spelling and inflection that counts as one (`language.terms`); names of parties
also find the entries that mean them («الجانبان»); in English, words for classes, kinds and tracks find the
entries that have them, for no Arabic text holds those words.

Limits: menus, adverts and other people's headlines on a page are not searched.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from mahdar.lexicon import Lexicon, default_lexicon
from mahdar.model.queries import Query
from mahdar.model.records import DocumentRecord
from mahdar.model.searching import DOCUMENT, Clause, Hit, Match, Matches, Snippet, Sought
from mahdar.model.spans import Span
from mahdar.pipeline.reports import Progress
from mahdar.pipeline.search_parsing import parse_query
from mahdar.pipeline.search_resolving import resolve
from mahdar.pipeline.search_similar import nearest
from mahdar.pipeline.search_snippets import Looked, prose_of, snippets_in
from mahdar.register import EntryRecord, Register

__all__ = ["PAGE", "Found", "make_ready", "search"]

PAGE: Final = 20
"""Hits on a page."""


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what a search found."""

    query: Query
    hits: tuple[Hit, ...]
    """Best first, or newest first."""
    total: int
    """Hits on all pages."""
    page: int
    """Counted from 1."""
    size: int
    """Hits on a full page."""
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Of all hits: `type`, `class`, `kind`, `party`, `track`, `review`, `year` → value → how many."""
    loose: bool = False
    """Nothing has all the words; these have some of them."""

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return -(-self.total // self.size)


def search(  # noqa: PLR0913  # one question, many ways to put it
    register: Register,
    query: str | Query,
    *,
    page: int = 1,
    size: int = PAGE,
    by_day: bool = False,
    everything: bool = False,
    similar: bool = False,
    lexicon: Lexicon | None = None,
    told: Callable[[Progress], None] | None = None,
) -> Found:
    """Search documents and entries.

    Args:
        register: where.
        query: as typed, or taken apart already.
        page: which page of the hits, counted from 1.
        size: hits on a page.
        by_day: newest first instead of best first.
        everything: also retired and rejected entries, and older versions of documents.
        similar: entries nearest in meaning to the words, whatever words they have themselves; the rest of
            the query narrows as ever. Only entries whose meaning is worked out (`keep_meaning`) are found.
        lexicon: the default one where None.
        told: is told how far indexing is, where a register that an older program wrote is indexed first.

    Raises:
        SimilarError: `similar` is asked without the extra semantic, or without words.
        QueryError: the query cannot be understood; the message says what can be asked.
        RegisterError: the database failed, or the register wants indexing and may not be written.
    """
    lexicon = lexicon or default_lexicon()
    asked = parse_query(query, lexicon) if isinstance(query, str) else query
    make_ready(register, told)
    sought = replace(resolve(asked, register, lexicon), by_day=by_day, everything=everything)
    with register.snapshot() as still:
        at = ((page - 1) * size, size)
        sought, matches = (
            (sought, nearest(still, asked, sought, at)) if similar else _find(still, sought, *at)
        )
        hits = _Showing(still, sought.clauses).hits(matches)
    return Found(asked, hits, matches.total, page, size, matches.facets, sought.loose)


def make_ready(register: Register, told: Callable[[Progress], None] | None = None) -> int:
    """Index what is not indexed yet; return how many documents that were.

    Raises:
        RegisterError: the register may not be written.
    """
    if not register.searching.waits():
        return 0
    tell = told or (lambda _: None)
    return register.searching.index(lambda done, total: tell(Progress(done, total, "")))


def _find(register: Register, sought: Sought, first: int, size: int) -> tuple[Sought, Matches]:
    """Ask for what has all words; where nothing has, for what has some."""
    matches = register.searching.find(sought, first, size)
    if matches.total or len(sought.clauses) < 2:
        return sought, matches
    sought = replace(sought, loose=True)
    return sought, register.searching.find(sought, first, size)


class _Showing:
    """Makes hits of matches.

    Args:
        register: where the words stand.
        clauses: what was looked for.
    """

    def __init__(self, register: Register, clauses: tuple[Clause, ...]) -> None:
        self._register, self._looked = register, Looked.of(clauses)

    def hits(self, matches: Matches) -> tuple[Hit, ...]:
        """Return the hits of a page."""
        entries = self._register.searching.entries([one.entry for one in matches.page if one.entry])
        ids = dict.fromkeys(one.document for one in matches.page)
        documents = {one.id: one for one in self._register.relating.documents(list(ids))}
        texts = self._register.relating.texts([one.document for one in matches.page if one.entry is None])
        return tuple(
            self._entry(one, entries[one.entry], documents[one.document])
            if one.entry
            else self._document(one, documents[one.document], texts[one.document])
            for one in matches.page
        )

    def _document(self, match: Match, record: DocumentRecord, text: str) -> Hit:
        """Return the hit of a document."""
        titles = [one.title for one in record.page.articles if one.title is not None]
        kind = record.page.articles[0].kind if record.page.articles else None
        title = titles[0].cut(text) if titles else None
        snippets = snippets_in(text, prose_of(record.page), self._looked)
        return Hit(DOCUMENT, record.id, record.name, None, kind, match.day, match.score, title, snippets)

    def _entry(self, match: Match, record: EntryRecord, document: DocumentRecord) -> Hit:
        """Return the hit of an entry: its first evidence, the words that matched marked."""
        first = record.evidence[0]
        found = snippets_in(first.quote, [Span(0, len(first.quote))], self._looked, most=1)
        kind = record.fields.get("class") or record.fields.get("kind")
        shown = tuple(_moved(one, first.start) for one in found)
        return Hit(
            record.type, document.id, document.name, record.id, kind, match.day, match.score, None, shown,
            record.fields, record.review,
        )  # fmt: skip


def _moved(snippet: Snippet, by: int) -> Snippet:
    """Return a snippet of a quotation as one of the document."""

    def move(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    return Snippet(move(snippet.span), snippet.text, tuple(map(move, snippet.marks)))
