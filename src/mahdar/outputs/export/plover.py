"""A register → a table of PLOVER events: who does what to whom, when, in which words.

One row an event. Which entry is which event is data (`lexicon/data/shared/plover.tsv`). What is no event,
names no actor, or lacks the recipient that an event must have is left out and counted; so is an act that
tells what a row of the same document tells already: the same event by the same parties in words that overlap.

Source: PLOVER manual 2021 (actors and recipients of a meeting, events that need a recipient)
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from mahdar.lexicon import default_lexicon
from mahdar.lexicon.plover import NONE, QUADS, Coding, coding_of, plover_table
from mahdar.model.spans import Span
from mahdar.outputs.export.csv import BETWEEN, guarded
from mahdar.outputs.export.extract import Extract
from mahdar.register import EntryRecord

__all__ = ["COLUMNS", "events"]

COLUMNS: Final = (
    "entry", "date", "actor", "recipient", "event", "mode", "context", "quad", "speaker", "quotation", "type",
    "class", "rule", "confidence", "review", "document", "document_id", "start", "end",
)  # fmt: skip
"""The columns, in order."""

_NEEDS_RECIPIENT: Final = frozenset({"AID", "COOPERATE", "SANCTION"})
_MANY: Final = 3
_CURRENCY: Final = re.compile(r"[A-Z]{3}")
_QUAD: Final = {event: quad for quad, found in QUADS.items() for event in found}
_BLANKS: Final = re.compile(r"[\t\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_WORD: Final = {"act": "class", "meeting": "kind", "instrument": "action"}


@dataclass(frozen=True, slots=True)
class _Event:
    """One row before it is written."""

    entry: EntryRecord
    coding: Coding
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    mode: str

    def tells_what(self, other: _Event) -> bool:
        """Say whether another row tells the same."""
        same = (self.coding.event, set(self.actors)) == (other.coding.event, set(other.actors))
        mine, theirs = self.entry.evidence[0], other.entry.evidence[0]
        return same and mine.overlap(theirs) > 0


def events(extract: Extract, *, layout: str = "tsv") -> Iterator[str]:
    """Yield the rows document by document, behind a header where the layout has one.

    Args:
        extract: what is exported.
        layout: `tsv`; `csv`, as a spreadsheet opens it; `jsonl`, one object a line.
    """
    written = _LAYOUTS[layout]
    if layout != "jsonl":
        yield ("\ufeff" if layout == "csv" else "") + written(dict(zip(COLUMNS, COLUMNS, strict=True)))
    left: Counter[str] = Counter()
    for _, entries in groupby(extract.entries(), key=lambda one: one.document):
        kept: list[_Event] = []
        for found in _coded(list(entries), left):
            if any(found.tells_what(one) for one in kept):
                left["tell what another row tells"] += 1
                continue
            kept.append(found)
            yield written(_row(extract, found))
    total = sum(left.values())
    if total:
        extract.remarks.append(f"left out: {total:,} entries")
        extract.remarks += (f"  {count:,} {why}" for why, count in left.most_common())


def _coded(entries: Sequence[EntryRecord], left: Counter[str]) -> Iterator[_Event]:
    """Yield the events among a document's entries, meetings and instruments first; count the rest."""
    money = [
        one.evidence[0].span
        for one in entries
        if one.type == "amount" and _CURRENCY.fullmatch(one.fields["unit"])
    ]
    for entry in sorted(entries, key=lambda one: one.type == "act"):
        found = _event(entry, money)
        if isinstance(found, str):
            left[found] += 1
        else:
            yield found


def _event(entry: EntryRecord, money: Sequence[Span]) -> _Event | str:
    """Return the event that an entry is, or why it is none."""
    if entry.review == "rejected":
        return "people have rejected"
    if entry.type not in _WORD:
        return f"are {entry.type}s"

    def there(what: str) -> bool:
        if what == "money":
            return any(span.overlap(entry.evidence[0]) for span in money)
        return (
            "humanitarian" in entry.fields["tracks"] if what == "humanitarian" else bool(entry.fields[what])
        )

    kind = (entry.type, str(entry.fields[_WORD[entry.type]]))
    coding = coding_of(plover_table(default_lexicon()), kind, entry.reader.split(), there)
    if coding is None or coding.event == NONE:
        return f"are {entry.type}s that are no event"
    actors, recipients, mode = _sides(entry, coding)
    if not actors:
        return "name no actor"
    if coding.event in _NEEDS_RECIPIENT and not recipients:
        return "name no recipient, which their event needs"
    return _Event(entry, coding, actors, recipients, mode)


def _sides(entry: EntryRecord, coding: Coding) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """Return who acts, on whom, and how.

    Where the place of a meeting is one party's, that one is the host and the others visit; where it is
    nobody's of them, a third party hosts. Several parties who exchange something do it to one another.
    """
    fields: Any = entry.fields
    if entry.type == "act":
        actors = tuple(fields["actors"])
        mutual = coding.event == "COOPERATE" and len(actors) > 1
        return actors, tuple(fields["target"]) or (actors if mutual else ()), coding.mode
    parties = tuple(fields["parties"])
    if entry.type == "instrument" or coding.mode:
        return parties, (), coding.mode
    host: str | None = plover_table(default_lexicon()).homes.get(fields["place"] or "")
    if host is not None and host in parties and len(parties) > 1:
        return tuple(one for one in parties if one != host), (host,), "visit"
    if len(parties) >= _MANY:
        return parties, (), "multilateral"
    return parties, (), "third-party" if host and len(parties) > 1 else ""


def _row(extract: Extract, found: _Event) -> dict[str, Any]:
    """Return what stands in a row, by column."""
    entry, coding, source = found.entry, found.coding, extract.source(found.entry.document)
    first = entry.evidence[0]
    cells = (
        entry.id, source.day_of(entry), found.actors, found.recipients, coding.event, found.mode,
        _contexts(entry, coding), _QUAD[coding.event], entry.fields.get("speaker"), first.quote, entry.type,
        entry.fields.get("class") or entry.fields.get("kind"), coding.id, entry.confidence, entry.review,
        source.name, entry.document, first.start, first.end,
    )  # fmt: skip
    return dict(zip(COLUMNS, cells, strict=True))


def _contexts(entry: EntryRecord, coding: Coding) -> tuple[str, ...]:
    """Return the contexts of an event: those of its topics; of what is planned, the future."""
    contexts = plover_table(default_lexicon()).contexts
    found = [coding.context, *(contexts.get(track, "") for track in entry.fields.get("tracks", ()))]
    if entry.fields.get("status") == "planned":
        found.append("future")
    return tuple(dict.fromkeys(filter(None, found)))


def _tsv(row: Mapping[str, Any]) -> str:
    """Return a line of cells without tabs and line ends."""
    return "\t".join(_BLANKS.sub(" ", _cell(one)) for one in row.values()) + "\n"


def _csv(row: Mapping[str, Any]) -> str:
    """Return a line of CSV."""
    out = io.StringIO()
    csv.writer(out).writerow([_cell(one) for one in row.values()])
    return out.getvalue()


def _jsonl(row: Mapping[str, Any]) -> str:
    """Return an object."""
    plain = {key: None if value == "" else value for key, value in row.items()}
    return json.dumps(plain, ensure_ascii=False) + "\n"


def _cell(value: object) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    if isinstance(value, tuple):
        value = BETWEEN.join(value)
    return "" if value is None else guarded(str(value))


_LAYOUTS: Final[Mapping[str, Callable[[Mapping[str, Any]], str]]] = {
    "tsv": _tsv, "csv": _csv, "jsonl": _jsonl,
}  # fmt: skip
