"""The words around what a search found, cut from the text, with the words that matched marked in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from mahdar.language.terms import Term, terms
from mahdar.model.document import Page
from mahdar.model.searching import Clause, Snippet
from mahdar.model.spans import Span

__all__ = ["Looked", "marks_in", "prose_of", "snippets_in"]

LONGEST: Final = 240
"""Code points of a snippet, about three lines."""
MOST: Final = 2
"""Snippets of one document."""


@dataclass(frozen=True, slots=True)
class Looked:
    """The keys that a search marks."""

    phrases: frozenset[tuple[str, ...]]
    keys: frozenset[str]

    @classmethod
    def of(cls, clauses: Iterable[Clause]) -> Looked:
        """Gather them from what is looked for."""
        phrases = frozenset(phrase for clause in clauses for phrase in clause.phrases)
        alone = {phrase[0] for phrase in phrases if len(phrase) == 1}
        apart = {key for clause in clauses for its in clause.together for key in its}
        return cls(frozenset(p for p in phrases if len(p) > 1), frozenset(alone | apart))


def marks_in(text: str, span: Span, looked: Looked) -> list[tuple[Span, str]]:
    """Return the words of a span that matched, in text order, each with what it matched."""
    found = list(terms(text, span.start, span.end))
    marked = {n: term.key for n, term in enumerate(found) if term.key in looked.keys}
    for phrase in looked.phrases:
        for n in _starts(found, phrase):
            marked.update({n + k: " ".join(phrase) for k in range(len(phrase))})
    return [(Span(found[n].start, found[n].end), what) for n, what in sorted(marked.items())]


def _starts(found: Sequence[Term], phrase: Sequence[str]) -> list[int]:
    """Return where a phrase begins among words."""
    last = len(found) - len(phrase) + 1
    return [n for n in range(last) if all(found[n + k].key == key for k, key in enumerate(phrase))]


def snippets_in(text: str, spans: Iterable[Span], looked: Looked, most: int = MOST) -> tuple[Snippet, ...]:
    """Return the passages that hold most of what was looked for.

    Args:
        text: the document's.
        spans: where to look: blocks of articles, or an entry's evidence; apart, in text order.
        looked: what is marked.
        most: how many passages.

    Returns:
        In text order; where nothing matched, the beginning of the first span.
    """
    places = list(spans)
    passages = [passage for span in places for passage in _passages(text, span, looked)]
    best = sorted(passages, key=lambda one: (-len({what for _, what in one[1]}), -len(one[1]), one[0].start))
    chosen = sorted(
        best[:1] + [one for one in best[1:most] if _adds(one, best[0])], key=lambda one: one[0].start
    )
    if not chosen and places:
        chosen = [(_cut(text, places[0], places[0].start, places[0].start), [])]
    return tuple(Snippet(span, span.cut(text), tuple(mark for mark, _ in marks)) for span, marks in chosen)


def _adds(one: tuple[Span, list[tuple[Span, str]]], first: tuple[Span, list[tuple[Span, str]]]) -> bool:
    """Say whether a passage shows something that the first does not."""
    return bool({what for _, what in one[1]} - {what for _, what in first[1]})


def _passages(text: str, span: Span, looked: Looked) -> list[tuple[Span, list[tuple[Span, str]]]]:
    """Cut the marked words of a span into runs that fit a snippet."""
    found: list[tuple[Span, list[tuple[Span, str]]]] = []
    run: list[tuple[Span, str]] = []
    for mark in marks_in(text, span, looked):
        if run and mark[0].end - run[0][0].start > LONGEST * 2 // 3:
            found.append((_cut(text, span, run[0][0].start, run[-1][0].end), run))
            run = []
        run.append(mark)
    if run:
        found.append((_cut(text, span, run[0][0].start, run[-1][0].end), run))
    return found


def _cut(text: str, span: Span, first: int, last: int) -> Span:
    """Return a snippet's worth of a span around some words, cut between words."""
    room = max(0, LONGEST - (last - first))
    start = max(span.start, first - room // 3)
    end = min(span.end, max(last, start + LONGEST))
    start = max(span.start, min(start, end - LONGEST))
    while span.start < start < first and not text[start - 1].isspace():
        start += 1
    while last < end < span.end and not text[end].isspace():
        end -= 1
    return Span(start, end)


def prose_of(page: Page) -> Collection[Span]:
    """Return the blocks of a document's articles, headlines aside."""
    return [
        Span(block.start, block.end) for one in page.articles for block in one.blocks if block.kind != "title"
    ]
