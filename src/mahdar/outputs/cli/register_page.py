"""A document as a page of the register: its entries by type, each with the words it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from mahdar.outputs.cli.filters import SECTIONS
from mahdar.outputs.cli.screen import Screen, clean, shortened
from mahdar.outputs.cli.wording import headline
from mahdar.register import DocumentRecord, EntryRecord, PersonRecord

__all__ = ["SHORT", "published", "show_document", "show_entry_line", "show_head", "show_sections"]

SHORT = 8
"""How much of an id is shown."""

_TITLES = {
    "meeting": "MEETINGS",
    "instrument": "INSTRUMENTS",
    "act": "ACTS",
    "amount": "AMOUNTS",
    "quote": "QUOTES",
    "date": "DATES",
}


def show_document(  # noqa: PLR0913  # a page has these parts
    screen: Screen,
    record: DocumentRecord,
    text: str,
    entries: Iterable[EntryRecord],
    people: Iterable[PersonRecord],
    *,
    explain: bool,
) -> None:
    """Show a document's page: what it is, its entries, its people."""
    show_head(screen, record)
    for article in record.page.articles:
        facts = "  ".join(fact for fact in (article.kind, article.published) if fact)
        screen.line(
            f"  {facts}" + (f"  {screen.isolate(clean(article.publisher))}" if article.publisher else "")
        )
        if article.title is not None:
            screen.quote(article.title.cut(text), 6)
    show_sections(screen, list(entries), explain=explain)
    _show_people(screen, record, text, people)


def show_head(screen: Screen, record: DocumentRecord) -> None:
    """Show what a document is."""
    articles = len(record.page.articles)
    facts = (
        f"{record.language}, {record.chars:,} characters, {articles} article{'' if articles == 1 else 's'}"
    )
    screen.line(f"{screen.isolate(clean(record.name))}", "bold")
    day = f", published {published(record)}" if published(record) else ""
    screen.line(f"  {facts}{day}, id {record.id[:SHORT]}", "dim")
    if not record.current:
        screen.line("  an older version: the file has another text now", "dim")


def published(record: DocumentRecord) -> str:
    """Return the day of a document: the one it states, else in brackets the one that a person gave."""
    if record.published or not record.given:
        return record.published or ""
    return f"({record.given})"


def show_sections(screen: Screen, entries: Sequence[EntryRecord], *, explain: bool) -> None:
    """Show entries by type, acts by class as well, each section in text order."""
    for kind in SECTIONS:
        found = [entry for entry in entries if entry.type == kind]
        if not found:
            continue
        screen.line()
        screen.line(f"{_TITLES[kind]} ({len(found)})", "bold")
        if kind == "act":
            _show_acts(screen, found, explain=explain)
        else:
            for entry in found:
                show_entry_line(screen, entry, explain=explain)


def _show_acts(screen: Screen, acts: Sequence[EntryRecord], *, explain: bool) -> None:
    """Show acts by class, classes by name."""
    by_class = sorted(acts, key=lambda act: str(act.fields["class"]))
    for name, group in groupby(by_class, key=lambda act: str(act.fields["class"])):
        members = list(group)
        screen.line(f" {name} ({len(members)})", "cyan")
        for act in members:
            show_entry_line(screen, act, explain=explain)


def show_entry_line(screen: Screen, entry: EntryRecord, *, explain: bool, label: str = "") -> None:
    """Show one entry: its confidence and fields, what made it where that is asked for, and its words."""
    fields = f"{entry.confidence:.2f}  {label}{screen.isolate(headline(entry))}"
    screen.line(f"  {entry.id[:SHORT]}  {fields}")
    if explain:
        screen.line(f"{'':12}{entry.reader}", "dim")
    first = entry.evidence[0]
    emphasis = entry.evidence[-1].quote if entry.type == "act" else ""
    screen.quote(shortened(first.quote), 12, emphasis)


def _show_people(screen: Screen, record: DocumentRecord, text: str, people: Iterable[PersonRecord]) -> None:
    """Show who is named in a document, with the offices that it gives them."""
    found = [person for person in people if any(m.document == record.id for m in person.mentions)]
    if not found:
        return
    screen.line()
    screen.line(f"PEOPLE ({len(found)})", "bold")
    for person in found:
        here = [mention.span.cut(text) for mention in person.mentions if mention.document == record.id]
        titles = dict.fromkeys(
            f"{office.title} ({office.party})" if office.party else office.title
            for office in person.offices
            if office.document == record.id
        )
        what = "; ".join(titles)
        name = screen.isolate(clean(max(here, key=len)))
        screen.line(
            f"  {person.id[:SHORT]}  {person.name}{', ' + what if what else ''}  {len(here)}x  {name}"
        )
