"""Words that a person marks in a text → evidence, and the article that they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from mahdar.errors import EvidenceError, RegisterError
from mahdar.model.codec import page_of
from mahdar.model.document import Article, Document, Page
from mahdar.model.entries import trigger_fault
from mahdar.model.spans import Evidence, Span
from mahdar.model.units import ArticleId, DocumentId
from mahdar.register.rows import Row
from mahdar.register.schema import document, entry
from mahdar.register.schema_review import original

__all__ = ["Sheet", "as_read", "headed", "same_words", "sheet"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document's text and page, to be marked in."""

    document: Document
    page: Page

    def marked(self, spans: Sequence[Span]) -> tuple[Evidence, ...]:
        """Return the evidence that these runs of the text are.

        Args:
            spans: one or more, the first evidence first; of evidence the words are compared with the text.

        Raises:
            EvidenceError: a run lies outside the text, is blank, or its words do not stand there.
            RegisterError: no run, the same run twice, or runs of two articles.
        """
        if not spans or len({(one.start, one.end) for one in spans}) != len(spans):
            raise RegisterError("an entry rests on one run of words or more, each of them marked once")
        cut = tuple(self._cut(one) for one in spans)
        if len({self.article(one) for one in cut}) > 1:
            raise RegisterError("these words stand in two articles; an entry belongs to one")
        return cut

    def article(self, span: Span) -> ArticleId | None:
        """Return the id of the article whose title or body holds a run of words; None where none does.

        Raises:
            RegisterError: the run begins in an article and ends outside it.
        """
        for article in self.page.articles:
            if any(part.holds(span) for part in _parts(article)):
                return article.id_in(self.document.id)
            if any(part.overlap(span) for part in _parts(article)):
                raise RegisterError(f"{span.start}-{span.end} begins or ends outside its article")
        return None

    def _cut(self, span: Span) -> Evidence:
        cut = self.document.evidence(span.start, span.end)
        if isinstance(span, Evidence) and span.quote != cut.quote:
            raise EvidenceError(
                f"«{span.quote}» does not stand there", self.document.id, span.start, span.end
            )
        return cut


def sheet(connection: Connection, document_: DocumentId) -> Sheet:
    """Return a document's text and page."""
    columns = (document.c.text, document.c.name, document.c.page)
    row = connection.execute(select(*columns).where(document.c.id == document_)).one()
    return Sheet(Document(document_, row.text, row.name), page_of(row.page))


def headed(runs: Sequence[Span], trigger: Span, text: str, *, named: bool) -> tuple[tuple[Span, ...], Span]:
    """Return what an act rests on and the word that heads it, where a person has marked the one or the other.

    Args:
        runs: the words that it rests on; of several a later one that is one word heads the act, and so does
            the only run where it is one word.
        trigger: the word that heads it, unless the runs say otherwise.
        text: of the document.
        named: whether the person named the trigger: then the runs say nothing of it.

    Returns:
        The runs, with the trigger alone behind the only one; and the trigger.

    Raises:
        RegisterError: it is more than a word, or stands outside these runs.
    """
    marked = (one for one in (runs[1:] or runs) if len(one.cut(text).split()) == 1)
    heads = trigger if named else next((Span(one.start, one.end) for one in marked), trigger)
    fault = trigger_fault(heads, runs, text)
    if fault is not None:
        raise RegisterError(
            f"the trigger «{heads.cut(text)}» {fault}: mark words that hold it, "
            "or one word of these as the trigger"
        )
    alone = len(runs) == 1 and (runs[0].start, runs[0].end) != (heads.start, heads.end)
    return ((*runs, heads) if alone else tuple(runs)), heads


def as_read(connection: Connection, held: Row) -> Row:
    """Return an entry's row as if nobody had said anything of it."""
    row = held | {"review": "unreviewed", "reviewed": None}
    read = connection.scalar(select(original.c.evidence).where(original.c.entry == held["id"]))
    if read is None or read == held["evidence"]:
        return row
    first = Span(*read[0][:2])
    article = sheet(connection, held["document"]).article(first)
    return row | {"evidence": read, "start": first.start, "end": first.end, "article": article}


def same_words(
    connection: Connection, document_: DocumentId, kind: str, evidence: Sequence[Span], but: str = ""
) -> str | None:
    """Return the id of another entry of this type that rests on the very same words and holds."""
    first = evidence[0]
    asked = select(entry.c.id, entry.c.evidence).where(
        entry.c.document == document_, entry.c.start == first.start, entry.c.end == first.end,
        entry.c.type == kind, entry.c.id != but, entry.c.state != "retired", entry.c.review != "rejected",
    )  # fmt: skip
    mine = _offsets((one.start, one.end) for one in evidence)
    found = (row.id for row in connection.execute(asked) if _offsets(row.evidence) == mine)
    return next(found, None)


def _offsets(evidence: Iterable[Sequence[int]]) -> list[tuple[int, int]]:
    return [(one[0], one[1]) for one in evidence]


def _parts(article: Article) -> tuple[Span, ...]:
    body = Span(article.start, article.end)
    return (body,) if article.title is None else (article.title, body)
