"""The facts of a session: edition, date, place, chairs, documents; each beside its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mahdar.language.folding import FoldedView
from mahdar.lexicon import Lexicon
from mahdar.lexicon.fold import fold
from mahdar.model.briefs import Cell, Group, Row, Section
from mahdar.model.document import Block
from mahdar.model.labels import Label
from mahdar.model.records import EntryRecord, PersonRecord
from mahdar.model.spans import Span
from mahdar.pipeline.brief_occasions import Occasion
from mahdar.pipeline.brief_texts import Texts
from mahdar.register import Register

__all__ = ["next_section", "person_label", "session_section"]

_SHORT = 150
"""Code points of the words that a fact is read from."""
_NAMES = ("shared/places.tsv", "shared/parties.tsv")


def session_section(
    occasion: Occasion, register: Register, texts: Texts, people: Sequence[PersonRecord], lexicon: Lexicon
) -> Section:
    """Return the facts of the session that was held last."""
    facts = [*_facts(occasion, register, texts, lexicon), *_chairs(occasion, texts, people)]
    documents = tuple(Label("source", id_) for id_ in _documents(occasion))
    rows = [Row(((Label("word", name),), (*labels, *words))) for name, labels, words in facts]
    rows.append(Row(((Label("word", "documents"),), documents)))
    return Section("session", ("", ""), (Group(None, tuple(rows)),))


def next_section(occasion: Occasion, register: Register, texts: Texts, lexicon: Lexicon) -> Section:
    """Return what is said of the session that is planned."""
    facts = _facts(occasion, register, texts, lexicon)
    rows = tuple(Row(((Label("word", name),), (*labels, *words))) for name, labels, words in facts)
    return Section("next", ("", ""), (Group(None, rows),))


def person_label(name: str, people: Sequence[PersonRecord]) -> Label:
    """Return somebody's name in both scripts."""
    known = next((one for one in people if one.name == name), None)
    return Label("person", name, known.name_ar if known else "")


def _documents(occasion: Occasion) -> tuple[str, ...]:
    """Return the documents that speak of an occasion, the parties' own first."""
    return tuple(dict.fromkeys(one.document for one in occasion.told))


def _facts(
    occasion: Occasion, register: Register, texts: Texts, lexicon: Lexicon
) -> Iterator[tuple[str, Cell, Cell]]:
    """Yield what is known of an occasion: the fact's name, its value, its words."""
    naming = next((one for one in occasion.told if one.fields["edition"]), occasion.told[0])
    number = (Label("edition", str(occasion.edition)),) if occasion.edition else ()
    inferred = (Label("word", "inferred"),) if occasion.inferred else ()
    yield "edition", (*number, *inferred), (texts.first(naming, _SHORT),)
    dated = next((one for one in occasion.told if one.fields["date"] == occasion.date), None)
    if dated is not None and occasion.date is not None:
        words = texts.quote(dated.document, _date_span(dated, occasion.date, register), _SHORT)
        yield "date", (Label("date", occasion.date),), (words,)
    placed = next((one for one in occasion.told if one.fields["place"]), None)
    if placed is not None:
        span = _place_span(placed, texts, lexicon)
        yield "place", (_place(placed, lexicon),), (texts.quote(placed.document, span, _SHORT),)


def _date_span(entry: EntryRecord, date: str, register: Register) -> Span:
    """Return where the date of a meeting stands: the expression of that value which is nearest to it."""
    dates = register.entries(document=entry.document, type="date")
    spans = [one.evidence[0].span for one in dates if one.fields["value"] == date]
    return _nearest(spans, entry) or entry.evidence[0].span


def _nearest(spans: Sequence[Span], entry: EntryRecord) -> Span | None:
    """Return the span with the least distance from any of an entry's evidence."""
    away = {
        span: min(max(one.start - span.end, span.start - one.end, 0) for one in entry.evidence)
        for span in spans
    }
    return min(away, key=lambda span: (away[span], span.start), default=None)


def _place_span(entry: EntryRecord, texts: Texts, lexicon: Lexicon) -> Span:
    """Return where the place of a meeting is named in the paragraphs that it is read from."""
    article = texts.article(entry)
    blocks = [
        block
        for block in (article.blocks if article else ())
        if any(block.start <= one.start < block.end for one in entry.evidence)
    ]
    text = texts.text(entry.document)
    spans = [span for block in blocks for span in _named(_names(entry, lexicon), text, block)]
    return _nearest(spans, entry) or entry.evidence[0].span


def _named(names: Sequence[str], text: str, block: Block) -> Iterator[Span]:
    """Yield where a paragraph has one of these names as whole words, particles before it aside."""
    view = FoldedView.of(text[block.start : block.end])
    for name in names:
        for found in re.finditer(rf"{re.escape(fold(name))}\b", view.folded):
            span = view.span(*found.span())
            yield Span(block.start + span.start, block.start + span.end)


def _names(entry: EntryRecord, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the Arabic names of a meeting's place; the longest first."""
    rows = (row for file in _NAMES for row in lexicon.rows(file) if row.text("name") == entry.fields["place"])
    return tuple(sorted((name for row in rows for name in row.list("names")), key=len, reverse=True))


def _place(entry: EntryRecord, lexicon: Lexicon) -> Label:
    """Return a meeting's place in both scripts."""
    rows = (row for file in _NAMES for row in lexicon.rows(file) if row.text("name") == entry.fields["place"])
    arabic = next((name for row in rows for name in row.list("names")), "")
    return Label("place", entry.fields["place"], arabic)


def _chairs(
    occasion: Occasion, texts: Texts, people: Sequence[PersonRecord]
) -> Iterator[tuple[str, Cell, Cell]]:
    """Yield who chaired, with the words that name them in the same document."""
    chaired = next((one for one in occasion.told if one.fields["chairs"]), None)
    if chaired is None:
        return
    for chair in chaired.fields["chairs"]:
        person = next((one for one in people if one.name == chair["name"]), None)
        mentions = person.mentions if person else ()
        spans = [one.span for one in mentions if one.document == chaired.document]
        span = _nearest(spans, chaired) or chaired.evidence[0].span
        party = (Label("party", chair["party"]),) if chair["party"] else ()
        labels = (person_label(chair["name"], people), *party)
        yield "chair", labels, (texts.quote(chaired.document, span, _SHORT),)
