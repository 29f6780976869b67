"""What can be held against a text: every span of a record, and the ids that were made of spans.

An entry's id is a hash of its document, its type and where its evidence stands, and a document's id the hash
of its text: whoever moves a span, or changes a text by one character, is found out, with or without the words
beside the spans. Records come from files that anybody may have written: any value can be of any kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from mahdar.model.codec import FIELDS
from mahdar.model.document import short_hash
from mahdar.model.entries import trigger_fault
from mahdar.model.spans import Span

__all__ = ["Proof", "document_problems", "entry_proof", "span_problem"]

_SPANS: Final = ("trigger", "content", "question", "name")


@dataclass(frozen=True, slots=True)
class Proof:
    """What came of one entry."""

    spans: int
    quotes: int
    problems: tuple[str, ...]
    """What does not stand, in words."""


def entry_proof(entry: Mapping[str, Any], text: str) -> Proof:
    """Hold an entry against its document's text."""
    evidence, kind = entry.get("evidence"), entry.get("type")
    if not isinstance(kind, str) or kind not in FIELDS:
        return Proof(0, 0, ("is of no type that a register has",))
    if not isinstance(evidence, list) or not evidence:
        return Proof(0, 0, ("has no evidence",))
    problems = [found for span in evidence if (found := span_problem(span, text))]
    problems += _field_problems(entry, text)
    if not problems:
        problems = [found for rule in RULES for found in rule(entry, text)]
    quotes = sum(1 for span in evidence if isinstance(span, dict) and "quote" in span)
    return Proof(len(evidence), quotes, tuple(problems))


def span_problem(span: object, text: str) -> str | None:
    """Say what is wrong with a span; None where its words stand in the text."""
    if not isinstance(span, dict) or not _is_offset(span.get("start")) or not _is_offset(span.get("end")):
        return "a span has no start or no end"
    start, end = span["start"], span["end"]
    if not 0 <= start < end <= len(text):
        return f"{_at(span)} lies outside the text, which has {len(text):,} characters"
    if not text[start:end].strip():
        return f"{_at(span)} holds nothing but blanks"
    if "quote" in span and span["quote"] != text[start:end]:
        return f"{_at(span)} holds other words than its quotation"
    return None


def document_problems(document: Mapping[str, Any], text: str) -> Iterator[str]:
    """Yield what a document says of its text that is not so."""
    if document.get("chars") != len(text):
        yield f"has {len(text):,} characters, and the export gives another number"
    for name in ("articles", "noise"):
        runs = document.get(name)
        for run in runs if isinstance(runs, list) else ():
            found = span_problem(run, text)
            if found is None and name == "articles":
                title = run.get("title")
                found = span_problem(title, text) if title is not None else None
            if found:
                yield f"{name}: {found}"


def _field_problems(entry: Mapping[str, Any], text: str) -> Iterator[str]:
    """Yield what is wrong with the spans among an entry's fields."""
    for name in _SPANS:
        span = entry.get(name)
        if span is not None and (found := span_problem(span, text)):
            yield f"{name}: {found}"


def moved_evidence(entry: Mapping[str, Any], _text: str) -> Iterator[str]:
    """The id is made of the evidence: another span, one more or one less makes another id.

    What a person vouches for keeps its id, though other words may have been marked.
    """
    if entry.get("review") in {"accepted", "corrected"}:
        return
    places = ((span["start"], span["end"]) for span in entry["evidence"])
    if entry.get("id") != short_hash(entry["document"], entry["type"], *places):
        yield "has an id that is not made of this evidence: a span was moved, taken away or added"


def misplaced_trigger(entry: Mapping[str, Any], text: str) -> Iterator[str]:
    """An act has one word that heads it, inside its evidence."""
    if entry["type"] != "act":
        return
    span = entry.get("trigger")
    if span is None:
        yield "has no trigger"
    elif fault := trigger_fault(_span(span), map(_span, entry["evidence"]), text):
        yield f"trigger: {_at(span)} {fault}"


RULES: Final[tuple[Callable[[Mapping[str, Any], str], Iterator[str]], ...]] = (
    moved_evidence,
    misplaced_trigger,
)
"""What must hold of an entry whose spans all lie in the text."""


def _is_offset(value: object) -> bool:
    """Say whether a value may be an offset: a whole number that any program can hold."""
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 1 << 53


def _span(span: Mapping[str, Any]) -> Span:
    return Span(span["start"], span["end"])


def _at(span: Mapping[str, Any]) -> str:
    return f"{span['start']}-{span['end']}"
