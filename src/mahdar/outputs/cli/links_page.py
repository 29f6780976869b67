"""Links between entries, with the wording of both: `mahdar show links`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mahdar.model.links import Link
from mahdar.model.records import DocumentRecord, EntryRecord
from mahdar.outputs.cli.options import open_register, what_brings
from mahdar.outputs.cli.screen import Screen, clean, shortened, write_json_list
from mahdar.register import Register

__all__ = ["show_links"]

_SHORT = 8
_AT_ONCE = 200
"""Links whose entries are asked for at once."""


def show_links(where: str | None, which: str | None, *, as_json: bool) -> None:
    """Show every link, or those of one document or entry."""
    with open_register(where) as register:
        found = register.links(_entries(register, which))
        names = {document.id: document.name for document in register.documents()}
        shown = _with_entries(register, found)
        if as_json:
            write_json_list(_plain(link, one, other, names) for link, one, other in shown)
            return
        screen, nothing = Screen(), True
        for link, one, other in shown:
            nothing = False
            _show(screen, link, (one, other), names)
        if nothing:
            Screen(to_error=True).line(f"no links; {what_brings(names, '`mahdar link` looks for them')}")


def _entries(register: Register, which: str | None) -> list[str] | None:
    """Return the entries that are asked about; None for all."""
    if which is None:
        return None
    found = register.find(which)
    if isinstance(found, DocumentRecord):
        return [one.id for one in register.entries(found.id)]
    return [found.id]


def _with_entries(
    register: Register, links: Iterator[Link]
) -> Iterator[tuple[Link, EntryRecord, EntryRecord]]:
    """Yield links with the entries at both ends."""
    batch: list[Link] = []
    for link in links:
        batch.append(link)
        if len(batch) == _AT_ONCE:
            yield from _joined(register, batch)
            batch = []
    yield from _joined(register, batch)


def _joined(register: Register, links: list[Link]) -> Iterator[tuple[Link, EntryRecord, EntryRecord]]:
    """Ask for the entries of some links."""
    ids = sorted({end for link in links for end in (link.source, link.target)})
    records = {one.id: one for one in register.relating.entries(ids)}
    for link in links:
        if link.source in records and link.target in records:
            yield link, records[link.source], records[link.target]


def _show(screen: Screen, link: Link, ends: tuple[EntryRecord, EntryRecord], names: dict[str, str]) -> None:
    """Show a link: what it says, and below it both wordings, the later first."""
    screen.line(f"{link.kind}  {link.score:.2f}  {screen.isolate(clean(link.why))}", "bold")
    for entry in ends:
        name = screen.isolate(clean(names[entry.document]))
        what = f"{entry.type} {entry.fields.get('class') or entry.fields.get('kind') or ''}".strip()
        screen.line(f"  {entry.id[:_SHORT]}  {what}  {name}")
        screen.quote(shortened(entry.evidence[0].quote), 12)


def _plain(link: Link, one: EntryRecord, other: EntryRecord, names: dict[str, str]) -> dict[str, Any]:
    """Return a link as JSON has it: its ends with their wording, and the words that stand in both."""
    return {
        "kind": link.kind,
        "from": _end(one, names),
        "to": _end(other, names),
        "score": link.score,
        "why": link.why,
        "pairs": [
            {"from": {"start": a.start, "end": a.end}, "to": {"start": b.start, "end": b.end}}
            for a, b in link.pairs
        ],
    }


def _end(entry: EntryRecord, names: dict[str, str]) -> dict[str, Any]:
    """Return one end of a link."""
    first = entry.evidence[0]
    return {
        "entry": entry.id,
        "type": entry.type,
        "document": names[entry.document],
        "start": first.start,
        "end": first.end,
        "quote": first.quote,
    }
