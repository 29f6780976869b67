"""One entry whole: every field, who says so, and its words where they stand in the text."""

from __future__ import annotations

from typing import Any, Final

from mahdar.model.spans import Evidence, Span
from mahdar.outputs.cli.register_page import SHORT
from mahdar.outputs.cli.screen import Screen, clean
from mahdar.register import DocumentRecord, EntryRecord, EventRecord

__all__ = ["show_entry"]

_AROUND: Final = 140
"""How many letters of context stand on each side of the evidence."""


def show_entry(
    screen: Screen, entry: EntryRecord, document: DocumentRecord, text: str, events: list[EventRecord]
) -> None:
    """Show an entry: fields, evidence in context with its words marked, and what happened to it."""
    screen.line(f"{entry.type} {entry.id}", "bold")
    for name, value in entry.fields.items():
        screen.line(f"  {name:<11}{_shown(screen, value, text)}")
    screen.line(f"  {'review':<11}{entry.review}" + ("" if entry.state == "active" else f", {entry.state}"))
    screen.line(f"  {'confidence':<11}{entry.confidence:.2f}")
    screen.line(f"  {'reader':<11}{entry.reader}")
    screen.line(f"  {'document':<11}{document.id[:SHORT]}  {screen.isolate(clean(document.name))}")
    for evidence in _outermost(entry):
        screen.line()
        screen.line(f"evidence {evidence.start}-{evidence.end}", "bold")
        _in_context(screen, evidence.span, text)
    for event in events:
        why = f": {event.why}" if event.why else ""
        screen.line(f"{event.at[:19]}  {event.who}  {event.what}{_carried(event)}{clean(why)}", "dim")


def _carried(event: EventRecord) -> str:
    """Say from which version something was carried over; empty where it was said here."""
    carried = (event.data or {}).get("carried")
    return f", carried from the version of {carried['version'][:10]}" if carried else ""


def _outermost(entry: EntryRecord) -> list[Evidence]:
    """Return the evidence that lies in no other evidence: an act's trigger stands in its clause."""
    spans = list(dict.fromkeys(entry.evidence))
    return [one for one in spans if not any(other != one and other.holds(one) for other in spans)]


def _shown(screen: Screen, value: Any, text: str) -> str:  # noqa: ANN401  # a field can be of any kind
    """Return a field's value as text; a span as its words."""
    if value is None or value in ([], ()):
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict) and "start" in value:
        return screen.isolate(clean(text[value["start"] : value["end"]]))
    if isinstance(value, dict):
        return f"{value['name']} ({value['party'] or '?'})"
    if isinstance(value, list):
        return ", ".join(_shown(screen, item, text) for item in value)
    return screen.isolate(clean(str(value)))


def _in_context(screen: Screen, span: Span, text: str) -> None:
    """Show evidence between the words around it."""
    start, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    before, after = text[start : span.start], text[span.end : end]
    if start and " " in before:
        before = "… " + before.split(" ", 1)[1]
    if end < len(text) and " " in after:
        after = after.rsplit(" ", 1)[0] + " …"
    screen.passage(before, span.cut(text), after, 2)
