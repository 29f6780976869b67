"""Two sessions side by side → rows by topic, their wordings cut into words that changed and that stayed.

What is shown of a document is cut out of it between two offsets; marks are put around words, never into them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from mahdar.linking.editions import FINDINGS, Finding
from mahdar.linking.sessions import Item
from mahdar.linking.sessions_matched import Standing
from mahdar.linking.strength import Change
from mahdar.model.spans import Span
from mahdar.model.units import DocumentId, EntryId
from mahdar.pipeline.editions import SessionReport

__all__ = ["Part", "Row", "Section", "Shown", "Wording", "how", "labels", "shown"]

NO_TRACK = "other"
"""Where what has no topic stands."""


@dataclass(frozen=True, slots=True)
class Part:
    """A run of a quotation."""

    text: str
    marked: bool
    """True for words that the other session does not have here."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A quotation of one session; its parts together are the words of the document."""

    document: DocumentId
    name: str
    parts: tuple[Part, ...]
    span: Span
    entry: EntryId | None = None
    """None where the words stand in no entry that is compared."""

    @property
    def text(self) -> str:
        """The words as they stand in the document."""
        return "".join(part.text for part in self.parts)


@dataclass(frozen=True, slots=True)
class Row:
    """What became of an item."""

    what: str
    kind: str
    change: Change | None
    """From which step to which; None where it did not move."""
    notes: tuple[str, ...]
    """What else changed, as in `Finding`."""
    earlier: Wording | None
    later: Wording | None


@dataclass(frozen=True, slots=True)
class Section:
    """A topic."""

    track: str
    earlier: int
    """How many items of the earlier session speak of it."""
    later: int
    rows: tuple[Row, ...]

    @property
    def standing(self) -> str:
        """`new`, `dropped`, or nothing where both sessions speak of it."""
        if self.track == NO_TRACK or (self.earlier and self.later):
            return ""
        return "dropped" if self.earlier else "new"


@dataclass(frozen=True, slots=True)
class Shown:
    """Two sessions as they are shown."""

    report: SessionReport
    counts: Mapping[str, int]
    """What became of items → of how many. Order: as in `FINDINGS`."""
    sections: tuple[Section, ...]


def shown(
    report: SessionReport, only: Collection[str] = FINDINGS, tracks: Collection[str] | None = None
) -> Shown:
    """Arrange a comparison by topic, what was strengthened first, what was kept last.

    Args:
        report: the comparison.
        only: which findings.
        tracks: which topics; None for all.
    """
    chosen = [
        one
        for one in report.comparison.findings
        if one.what in only and (tracks is None or one.track in tracks)
    ]
    counts = {what: sum(one.what == what for one in chosen) for what in FINDINGS}
    numbers = {one.track: (one.earlier, one.later) for one in report.comparison.tracks}
    found = dict.fromkeys([*numbers, *(one.track or NO_TRACK for one in chosen)])
    sections = []
    for track in found:
        its = sorted((one for one in chosen if (one.track or NO_TRACK) == track), key=_order)
        if its:
            earlier, later = numbers.get(track, (0, 0))
            sections.append(Section(track, earlier, later, tuple(_row(one, report) for one in its)))
    return Shown(report, {what: count for what, count in counts.items() if count}, tuple(sections))


def _order(one: Finding) -> int:
    return FINDINGS.index(one.what)


def _row(one: Finding, report: SessionReport) -> Row:
    """Make a row of a finding."""
    earlier = [piece.earlier for piece in one.diff if piece.how != "same"]
    later = [piece.later for piece in one.diff if piece.how != "same"]
    return Row(
        one.what,
        one.kind,
        one.change if one.what in _MOVED and one.change and one.change.what != "same" else None,
        one.notes,
        _wording(one.earlier, earlier, report),
        _wording(one.later, later, report),
    )


_MOVED = frozenset({"strengthened", "softened"})


def how(row: Row, language: str = "en") -> str:
    """Say how an item moved, and what else changed; empty where nothing did."""
    label = labels()[language]
    return "; ".join([*_moved(row.change, language), *(label[note] for note in row.notes)])


def _moved(change: Change | None, language: str) -> Iterator[str]:
    if change is None:
        return
    first, second = change.first, change.second
    steps = [getattr(one.step, _NAMES[language]) for one in (first, second)]
    arrow, scale = (" ← ", "") if language == "ar" else (" → ", f"{first.scale} ")
    yield f"{arrow.join(dict.fromkeys(steps))} ({scale}{first.grade:g}{arrow}{second.grade:g})"


_NAMES = {"en": "name", "ar": "name_ar"}


@cache
def labels() -> dict[str, dict[str, str]]:
    """Return what stands around quotations, by language."""
    return tomllib.loads((files("mahdar.outputs.sessions") / "labels.toml").read_text(encoding="utf-8"))


def _wording(
    said: Item | Standing | None, marked: Sequence[Span | None], report: SessionReport
) -> Wording | None:
    """Cut a quotation into parts."""
    if said is None:
        return None
    text = report.texts[said.document]
    sessions = (report.earlier, report.later)
    name = next(one.name for each in sessions for one in each.documents if one.id == said.document)
    spans = [span for span in marked if span is not None]
    entry = said.entry.id if isinstance(said, Item) else None
    return Wording(said.document, name, tuple(_parts(text, said.span, spans)), said.span, entry)


def _parts(text: str, span: Span, marked: Sequence[Span]) -> Iterator[Part]:
    """Yield the runs of a span, marked and not."""
    at = span.start
    for one in _joined(text, sorted(marked)):
        if at < one.start:
            yield Part(text[at : one.start], marked=False)
        yield Part(one.cut(text), marked=True)
        at = one.end
    if at < span.end:
        yield Part(text[at : span.end], marked=False)


def _joined(text: str, spans: Sequence[Span]) -> list[Span]:
    """Join spans between which nothing but blanks stands."""
    found: list[Span] = []
    for one in spans:
        if found and not text[found[-1].end : one.start].strip():
            found[-1] = Span(found[-1].start, one.end)
        else:
            found.append(one)
    return found
