"""A document's page as it is laid out: its whole text, piece by piece, articles and noise told apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from mahdar.model.document import Page
from mahdar.model.units import Offset
from mahdar.outputs.web.runs import Marked, Run, cut_runs

__all__ = ["Part", "Piece", "Section", "lay_out", "pieces"]

GAP: Final = "gap"
"""The kind of a piece that is blank."""
REST: Final = "rest"
"""The kind of a piece that is neither an article's nor noise."""
_NEAR: Final = frozenset({"byline", "caption", "embed"})
"""Noise that one reads with the article; the rest is folded away."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text that is one paragraph, heading, run of noise or gap."""

    kind: str
    """One of `values.BLOCKS`, `noise`, `gap` or `rest`."""
    start: Offset
    end: Offset
    article: int | None = None
    """Place of its article on the page."""
    why: str | None = None
    """Of noise: one of `values.NOISE`."""
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Pieces that are shown together: one of an article, or noise of one sort with the blanks in it."""

    kind: str
    """As of its first piece."""
    why: str | None
    pieces: tuple[Piece, ...]
    is_open: bool = True
    """False where it is noise to be folded away."""
    labelled: bool = False
    """Whether it begins a question or an answer, which is said once."""

    @property
    def chars(self) -> int:
        """How long it is, in code points."""
        return self.pieces[-1].end - self.pieces[0].start


@dataclass(frozen=True, slots=True)
class Section:
    """An article with the noise inside it, or what stands outside of all articles."""

    article: int | None
    begins: bool
    """Whether this is where its article begins."""
    parts: tuple[Part, ...]


def pieces(text: str, page: Page) -> list[Piece]:
    """Return the pieces of a text, in order; together they are the text."""
    known = [Piece(one.kind, one.start, one.end, n) for n, a in enumerate(page.articles) for one in a.blocks]
    known += [Piece("noise", one.start, one.end, why=one.why) for one in page.noise]
    found: list[Piece] = []
    at = 0
    for one in sorted(known, key=lambda one: (one.start, one.end)):
        start, end = max(one.start, at), min(one.end, len(text))
        if start < end:
            _fill(found, text, at, start)
            found.append(Piece(one.kind, start, end, one.article, one.why))
            at = end
    _fill(found, text, at, len(text))
    return found


def lay_out(text: str, page: Page, marked: Sequence[Marked], opened: str | None = None) -> list[Section]:
    """Return a text laid out, with the words of entries marked.

    Args:
        text: whole.
        page: what it holds.
        marked: the entries to mark.
        opened: an entry whose words are to be seen, whatever is folded away.
    """
    cut = pieces(text, page)
    runs = cut_runs(text, marked, (one.start for one in cut))
    filled = list(_filled(cut, runs))
    shown = next((n for n, one in enumerate(marked) if one.id == opened), None)
    sections: list[Section] = []
    for article, group in groupby(_with_articles(filled), key=lambda one: one[1]):
        begins = article is not None and all(one.article != article for one in sections)
        sections.append(Section(article, begins, tuple(_parts([one for one, _ in group], shown))))
    return sections


def _fill(found: list[Piece], text: str, start: Offset, end: Offset) -> None:
    """Add what stands between two known pieces; the line break that ends the one before it goes to that."""
    if text[start:end].strip():
        found.append(Piece(REST, start, end))
        return
    if found:
        line = text.find("\n", start, end) + 1 or end
        found[-1] = replace(found[-1], end=line)
        start = line
    if start < end:
        found.append(Piece(GAP, start, end))


def _filled(cut: Sequence[Piece], runs: Iterator[Run]) -> Iterator[Piece]:
    """Yield the pieces with their runs."""
    run = next(runs, None)
    for one in cut:
        inside: list[Run] = []
        while run is not None and run.start < one.end:
            inside.append(run)
            run = next(runs, None)
        yield replace(one, runs=tuple(inside))


def _with_articles(found: Sequence[Piece]) -> list[tuple[Piece, int | None]]:
    """Return each piece with the article that it stands in: noise and gaps between two pieces of one, too."""
    before: int | None = None
    later = [one.article for one in found]
    for place in range(len(later) - 2, -1, -1):
        if later[place] is None:
            later[place] = later[place + 1]
    placed: list[tuple[Piece, int | None]] = []
    for one, after in zip(found, later, strict=True):
        before = one.article if one.article is not None else before
        placed.append((one, after if after == before else None))
    return placed


def _parts(found: Sequence[Piece], shown: int | None) -> Iterator[Part]:
    """Yield the parts of a section: noise of one sort together, all else piece by piece."""
    pending: list[Piece] = []
    before = ""
    for one in found:
        if pending and not (one.kind == GAP or (one.kind, one.why) == ("noise", pending[0].why)):
            yield _noise(pending, shown)
            pending = []
        if one.kind == "noise" or (pending and one.kind == GAP):
            pending.append(one)
            continue
        talk = one.kind in {"question", "answer"} and one.kind != before
        before = before if one.kind == GAP else one.kind
        yield Part(one.kind, None, (one,), labelled=talk)
    if pending:
        yield _noise(pending, shown)


def _noise(found: list[Piece], shown: int | None) -> Part:
    marks = {mark for one in found for run in one.runs for mark in run.marks}
    return Part("noise", found[0].why, tuple(found), found[0].why in _NEAR or shown in marks)
