"""What `mahdar show` shows: asks the register, and writes what it answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from mahdar.outputs.cli.asking import question
from mahdar.outputs.cli.entry_page import show_entry
from mahdar.outputs.cli.filters import Asked
from mahdar.outputs.cli.options import open_register
from mahdar.outputs.cli.register_page import (
    SHORT,
    published,
    show_document,
    show_entry_line,
    show_head,
    show_sections,
)
from mahdar.outputs.cli.screen import Screen, clean, write_json, write_json_list
from mahdar.outputs.export.json import document_object, entry_object
from mahdar.register import DocumentRecord, EntryRecord, Register, Wanted

__all__ = ["Showing", "show_what"]


@dataclass(frozen=True, slots=True)
class Showing:
    """How to show."""

    explain: bool
    as_json: bool


def show_what(where: str | None, what: str | None, asked: Asked, how: Showing) -> None:
    """Show the register, a document or an entry.

    Args:
        where: the register, as the option names it.
        what: a document or an entry, as the user calls it; None for all.
        asked: which entries.
        how: to show them.
    """
    with open_register(where) as register:
        if what is None:
            wanted = question(asked, register)
            _all(register, wanted, how)
            return
        found = register.find(what)
        if isinstance(found, EntryRecord):
            _entry(register, found, how)
        else:
            _document(register, found, question(asked, register, found.id), how)


def _all(register: Register, wanted: Wanted, how: Showing) -> None:
    """Show every document, or the entries of all that are asked for."""
    if not wanted.anything and not wanted.by_day:
        _documents(register, wanted, how)
    elif how.as_json:
        write_json_list(_plain(entry) for entry in register.ask(wanted))
    elif wanted.by_day:
        _by_day(register, register.ask(wanted), how)
    else:
        _by_document(register, register.ask(wanted), how)


def _documents(register: Register, wanted: Wanted, how: Showing) -> None:
    """Show every document."""
    records = register.documents(all_versions=wanted.all_versions)
    if how.as_json:
        write_json_list(map(document_object, records))
        return
    screen = Screen()
    counts = register.counts(all_versions=wanted.all_versions)
    facts = [f"{counts.documents:,} documents, {sum(counts.entries.values()):,} entries"]
    facts.append(f"{counts.people:,} people")
    if counts.older and not wanted.all_versions:
        facts.append(f"{counts.older:,} older version{'' if counts.older == 1 else 's'} left out")
    screen.line(", ".join(facts), "bold")
    for record in records:
        kinds = ", ".join(dict.fromkeys(article.kind for article in record.page.articles)) or "no article"
        older = "" if record.current else "  (older version)"
        name = screen.isolate(clean(record.name))
        screen.line(f"  {record.id[:SHORT]}  {published(record) or '-':<12}  {kinds:<28}  {name}{older}")


def _by_document(register: Register, found: Iterable[EntryRecord], how: Showing) -> None:
    """Show entries below the documents that they stand in."""
    screen, nothing = Screen(), True
    for document, entries in groupby(found, key=lambda entry: entry.document):
        nothing = False
        show_head(screen, register.document(document))
        for entry in entries:
            show_entry_line(screen, entry, explain=how.explain, label=_label(entry))
    if nothing:
        Screen(to_error=True).line("the register holds no such entry")


def _by_day(register: Register, found: Iterable[EntryRecord], how: Showing) -> None:
    """Show entries one below the other, each with its day and its document."""
    screen, nothing = Screen(), True
    for entry in found:
        nothing = False
        label = f"{entry.day or '-'}  {_label(entry)}"
        show_entry_line(screen, entry, explain=how.explain, label=label)
        name = clean(register.document(entry.document).name)
        screen.line(f"{'':12}{entry.document[:SHORT]}  {screen.isolate(name)}", "dim")
    if nothing:
        Screen(to_error=True).line("the register holds no such entry")


def _label(entry: EntryRecord) -> str:
    return f"{entry.fields['class']}  " if entry.type == "act" else ""


def _document(register: Register, record: DocumentRecord, wanted: Wanted, how: Showing) -> None:
    """Show one document's page, or those of its entries that are asked for."""
    entries = register.ask(wanted)
    screen = Screen()
    if how.as_json:
        write_json({"document": document_object(record), "entries": [_plain(entry) for entry in entries]})
    elif wanted.by_day:
        show_head(screen, record)
        for entry in entries:
            label = f"{entry.day or '-'}  {_label(entry)}"
            show_entry_line(screen, entry, explain=how.explain, label=label)
    elif wanted.anything:
        show_head(screen, record)
        show_sections(screen, list(entries), explain=how.explain)
    else:
        text = register.text(record.id)
        people = register.people(all_versions=not record.current)
        show_document(screen, record, text, entries, people, explain=how.explain)


def _entry(register: Register, entry: EntryRecord, how: Showing) -> None:
    """Show one entry."""
    if how.as_json:
        write_json(_plain(entry))
        return
    document = register.document(entry.document)
    events = list(register.events(entry=entry.id))
    show_entry(Screen(), entry, document, register.text(entry.document), events)


def _plain(entry: EntryRecord) -> dict[str, Any]:
    """Return an entry as the export has it, with the words of its evidence."""
    return {**entry_object(entry), "quotes": [evidence.quote for evidence in entry.evidence]}
