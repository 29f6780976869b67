"""What people stand for, as a gold annotation: one JSON file a document, every quotation an exact substring.

Only documents of which every entry has been judged are written: what waits for review would count as
neither right nor wrong. Rejected entries are left out; accepted and corrected ones are written as they stand.
Articles, noise and people are written as they were read: nobody judges them one by one. Comments become
doubts. Beside each file stands the document's text, so that the folder can be scored against as it is.

A quotation is a bare string where it is the first occurrence of its words, else `{"q", "n"}`. Line ends are
written as LF, whatever they were.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

from mahdar.model.document import Article, Noise
from mahdar.model.records import DocumentRecord, EntryRecord
from mahdar.model.spans import Span
from mahdar.outputs.export.extract import Extract
from mahdar.pipeline.line_ends import LfText

__all__ = ["gold_of", "quoted", "write_gold"]

Quotation: TypeAlias = str | dict[str, Any]
_WORDS: Final = 6
"""Words with which a long run begins and ends."""
_LONG: Final = 200
"""Characters from which a run is given by its first and last words."""
_LAYERS: Final = {
    "meeting": "meetings",
    "instrument": "instruments",
    "amount": "amounts",
    "act": "acts",
    "quote": "quotes",
    "date": "dates",
}


def write_gold(extract: Extract, folder: Path) -> None:
    """Write every document that has been judged whole into a folder: `NAME.json` and `NAME.txt`."""
    taken: set[str] = set()
    waiting = 0
    for document in extract.documents():
        entries = _entries(extract, document)
        if any(one.review == "unreviewed" for one in entries):
            waiting += 1
            continue
        stem = Path(document.name).stem or "document"
        stem = f"{stem}-{document.id[:8]}" if stem in taken else stem
        taken.add(stem)
        text = extract.register.text(document.id)
        kept = [one for one in entries if one.review != "rejected"]
        gold = gold_of(extract, document, text, kept)
        written = json.dumps(gold, ensure_ascii=False, indent=1)
        (folder / f"{stem}.json").write_text(f"{written}\n", encoding="utf-8", newline="\n")
        (folder / f"{stem}.txt").write_bytes(_Sheet(text).plain.encode())
    extract.remarks.append(f"{len(taken)} documents that were judged whole are written")
    if waiting:
        extract.remarks.append(
            f"{waiting} documents are left out: entries of them wait for review (`mahdar review queue`)"
        )


def _entries(extract: Extract, document: DocumentRecord) -> list[EntryRecord]:
    """Return the entries of a document that are asked for."""
    return [one for one in extract.register.entries(document=document.id) if _is_wanted(extract, one)]


def _is_wanted(extract: Extract, entry: EntryRecord) -> bool:
    return extract.wanted.type in {None, entry.type}


def gold_of(
    extract: Extract, document: DocumentRecord, text: str, entries: Iterable[EntryRecord]
) -> dict[str, Any]:
    """Return a document's annotation.

    Args:
        extract: whose people and comments belong to it.
        document: with its page.
        text: of the document.
        entries: that hold.
    """
    sheet = _Sheet(text)
    layers: dict[str, list[dict[str, Any]]] = {name: [] for name in _LAYERS.values()}
    for one in entries:
        layers[_LAYERS[one.type]].append(_entry(one, sheet))
    comments = extract.register.reviews.comments(document=document.id)
    return {
        "articles": [_article(one, sheet) for one in document.page.articles],
        "noise": [_noise(one, sheet) for one in document.page.noise],
        "people": list(_people(extract, document.id, sheet)),
        **{name: layers[name] for name in ("dates", "meetings", "instruments", "amounts", "acts", "quotes")},
        "doubts": [one.words for one in comments],
    }


class _Sheet(LfText):
    """A text in which runs of it are quotations."""

    def quoted(self, start: int, end: int) -> Quotation:
        """Return a run of the text as it was read as a quotation."""
        return quoted(self.plain, self.at(start), self.at(end))


def quoted(text: str, start: int, end: int) -> Quotation:
    """Return a run of a text as a quotation: its words, and which occurrence of them where not the first.

    >>> quoted("one two one", 0, 3), quoted("one two one", 8, 11)
    ('one', {'q': 'one', 'n': 2})
    """
    words, count, at = text[start:end], 1, text.find(text[start:end])
    while at < start:
        at = text.find(words, at + 1)
        count += 1
    return words if count == 1 else {"q": words, "n": count}


def _entry(one: EntryRecord, sheet: _Sheet) -> dict[str, Any]:
    """Return an entry as its layer has it."""
    plain = {name: _plain(value, sheet) for name, value in one.fields.items()}
    evidence = [sheet.quoted(run.start, run.end) for run in one.evidence]
    first = one.evidence[0]
    if one.type in {"meeting", "instrument"}:
        kind = {"type": plain.pop("kind")} if one.type == "instrument" else {}
        return {**kind, **plain, "evidence": evidence}
    if one.type == "act":
        return plain if plain["content"] is not None else {**plain, "content": evidence[0]}
    if one.type == "quote":
        return {**plain, "text": _run(sheet.plain, sheet.span(first.span))}
    return {**_named(evidence[0]), **plain}


def _plain(value: Any, sheet: _Sheet) -> Any:  # noqa: ANN401  # a field can be of any kind
    if isinstance(value, Mapping) and "start" in value:
        return sheet.quoted(value["start"], value["end"])
    return value


def _article(one: Article, sheet: _Sheet) -> dict[str, Any]:
    """Return an article: where its body begins and ends."""
    title = None if one.title is None else sheet.quoted(one.title.start, one.title.end)
    ends = _ends(sheet.plain, sheet.span(Span(one.start, one.end)))
    return {"kind": one.kind, "title": title, **ends, "published": one.published, "publisher": one.publisher}


def _noise(one: Noise, sheet: _Sheet) -> dict[str, Any]:
    run = _run(sheet.plain, sheet.span(Span(one.start, one.end)))
    return {**(run if isinstance(run, dict) else {"q": run}), "why": one.why}


def _run(text: str, span: Span) -> Quotation:
    """Return a run of words, a long one by how it begins and ends."""
    if span.end - span.start < _LONG:
        return quoted(text, span.start, span.end)
    return _ends(text, span)


def _ends(text: str, span: Span) -> dict[str, Any]:
    """Return the first and the last words of a run."""
    words = text[span.start : span.end]
    first = span.start + len(_head(words))
    last = span.end - len(_head(words[::-1]))
    return {"first": quoted(text, span.start, first), "last": _named(quoted(text, last, span.end))}


def _head(words: str) -> str:
    """Return the first words of a text, with the blanks between them."""
    at, parts = 0, words.split()[:_WORDS]
    for part in parts:
        at = words.index(part, at) + len(part)
    return words[:at]


def _named(quotation: Quotation) -> dict[str, Any]:
    return quotation if isinstance(quotation, dict) else {"q": quotation}


def _people(extract: Extract, document: str, sheet: _Sheet) -> Iterator[dict[str, Any]]:
    """Yield who is named in a document."""
    for person in extract.people():
        mentions = [one.span for one in person.mentions if one.document == document]
        offices = [one for one in person.offices if one.document == document]
        titles = list(dict.fromkeys((one.title, one.party) for one in offices))
        if mentions:
            yield {
                "name": person.name,
                "offices": [{"title": title, "party": party} for title, party in titles],
                "mentions": [sheet.quoted(one.start, one.end) for one in mentions],
            }
