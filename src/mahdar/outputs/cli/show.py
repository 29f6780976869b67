"""`mahdar show`: the register, one document's page, or one entry."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated, Any

import typer

from mahdar.errors import UnknownIdError
from mahdar.lexicon import default_lexicon
from mahdar.lexicon.parties import codes_named
from mahdar.model.values import ACTS, INSTRUMENTS, MEETINGS, TRACKS
from mahdar.outputs.cli.entry_page import show_entry
from mahdar.outputs.cli.options import AsJson, RegisterPath, examples, open_register
from mahdar.outputs.cli.register_page import show_document, show_entry_line, show_head, show_sections
from mahdar.outputs.cli.screen import Screen, clean, write_json, write_json_list
from mahdar.outputs.cli.wording import SECTIONS
from mahdar.outputs.export.json import document_object, entry_object
from mahdar.register import DocumentRecord, EntryRecord, Register

__all__ = ["app"]

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_HELP = """Show the register, a document or an entry.

Without an argument: every document. With a document's name or the beginning of its id: its page, entry by
entry, each with the words it rests on. With the beginning of an entry's id: all its fields, and its words
marked where they stand in the text. The options narrow down which entries are shown."""

_KINDS = "An act's class, a meeting's or an instrument's kind: call, visit, mou."


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries are asked for; None asks for all."""

    type: str | None
    kind: str | None
    party: str | None
    track: str | None

    @property
    def anything(self) -> bool:
        """Whether anything is narrowed down."""
        return any((self.type, self.kind, self.party, self.track))

    def entries(self, register: Register, document: str | None = None) -> Iterator[EntryRecord]:
        """Yield the entries that are asked for."""
        found = register.entries(document, self.type, kind=self.kind, party=self.party)
        return (one for one in found if self.track is None or self.track in one.fields.get("tracks", ()))


@app.command(
    help=_HELP,
    epilog=examples(
        "mahdar show",
        "mahdar show statement.txt",
        "mahdar show 3f2a9c1b --explain       an entry, with the rule that made it",
        "mahdar show --type act --class commit --party USA",
        "mahdar show statement.txt --track energy --json",
    ),
)
def show(  # noqa: PLR0913, PLR0917  # one option a parameter
    what: Annotated[
        str | None, typer.Argument(metavar="DOCUMENT|ENTRY", help="A name or an id.", show_default=False)
    ] = None,
    type: Annotated[  # noqa: A002
        str | None, typer.Option(help="meeting, instrument, amount, act, quote or date.", show_default=False)
    ] = None,
    kind: Annotated[str | None, typer.Option("--class", "--kind", help=_KINDS, show_default=False)] = None,
    party: Annotated[
        str | None, typer.Option(help="In any role: USA, iraq, HAMAS, an Arabic name.", show_default=False)
    ] = None,
    track: Annotated[str | None, typer.Option(help="Of acts: energy, security.", show_default=False)] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show the rule that made each entry.")] = False,
    register: RegisterPath = None,
    as_json: AsJson = False,
) -> None:
    """Show the register, a document or an entry."""
    _check("--type", type, SECTIONS)
    _check("--class", kind, (*ACTS, *MEETINGS, *INSTRUMENTS))
    _check("--track", track, TRACKS)
    _check_together(type, kind, party, track)
    wanted = Wanted(type, kind, None if party is None else _party(party), track)
    with open_register(register) as opened:
        if what is None and wanted.anything:
            _entries(opened, wanted, explain=explain, as_json=as_json)
        elif what is None:
            _documents(opened, as_json=as_json)
        else:
            found = _find(opened, what)
            if isinstance(found, EntryRecord):
                _entry(opened, found, as_json=as_json)
            else:
                _document(opened, found, wanted, explain=explain, as_json=as_json)


def _check(option: str, value: str | None, words: Collection[str]) -> None:
    """Refuse a word that no entry can hold.

    Raises:
        BadParameter: it is none of these.
    """
    if value is not None and value not in words:
        raise typer.BadParameter(f"{value} is none of {', '.join(sorted(words))}", param_hint=option)


def _check_together(type: str | None, kind: str | None, party: str | None, track: str | None) -> None:  # noqa: A002
    """Refuse what no entry can be at once, lest «none found» be taken for an answer.

    Raises:
        BadParameter: entries of the type have no such field, or never this word in it.
    """
    if type is None:
        return
    if kind is not None and kind not in _KINDS_OF.get(type, ()):
        raise typer.BadParameter(f"no entry of type {type} is {kind}", param_hint="--class")
    if track is not None and type != "act":
        raise typer.BadParameter("only acts have a track", param_hint="--track")
    if party is not None and type == "date":
        raise typer.BadParameter("dates have no party", param_hint="--party")


_KINDS_OF = {"act": ACTS, "meeting": MEETINGS, "instrument": INSTRUMENTS}


def _party(name: str) -> str:
    """Return the code of the party that is meant.

    Raises:
        BadParameter: nothing is called so, or several are.
    """
    if name.startswith("ORG:"):
        return name
    codes = codes_named(name, default_lexicon())
    if len(codes) == 1:
        return codes[0]
    why = f"may be any of {', '.join(codes)}" if codes else "is no party that the lexicon knows"
    raise typer.BadParameter(f"{name!r} {why}; give its code (KWT) or its name", param_hint="--party")


def _find(register: Register, what: str) -> DocumentRecord | EntryRecord:
    """Return the document or the entry that is meant.

    Raises:
        UnknownIdError: there is neither, or there are several.
    """
    try:
        return register.document(what)
    except UnknownIdError:
        try:
            return register.entry(what)
        except UnknownIdError as error:
            if "fits several" in str(error):
                raise
        raise


def _documents(register: Register, *, as_json: bool) -> None:
    """Show every document."""
    if as_json:
        write_json_list(document_object(record) for record in register.documents())
        return
    screen = Screen()
    counts = register.counts()
    entries = sum(counts.entries.values())
    screen.line(f"{counts.documents:,} documents, {entries:,} entries, {counts.people:,} people", "bold")
    for record in register.documents():
        kinds = ", ".join(dict.fromkeys(article.kind for article in record.page.articles)) or "no article"
        day = record.published or "-"
        screen.line(f"  {record.id[:8]}  {day:<10}  {kinds:<28}  {screen.isolate(clean(record.name))}")


def _entries(register: Register, wanted: Wanted, *, explain: bool, as_json: bool) -> None:
    """Show the entries of all documents that are asked for."""
    if as_json:
        write_json_list(_plain(entry) for entry in wanted.entries(register))
        return
    screen, nothing = Screen(), True
    for document, found in groupby(wanted.entries(register), key=lambda entry: entry.document):
        nothing = False
        show_head(screen, register.document(document))
        for entry in found:
            label = f"{entry.fields['class']}  " if entry.type == "act" else ""
            show_entry_line(screen, entry, explain=explain, label=label)
    if nothing:
        Screen(to_error=True).line("the register holds no such entry")


def _document(
    register: Register, record: DocumentRecord, wanted: Wanted, *, explain: bool, as_json: bool
) -> None:
    """Show one document's page, or those of its entries that are asked for."""
    entries = wanted.entries(register, record.id)
    screen = Screen()
    if as_json:
        write_json({"document": document_object(record), "entries": [_plain(entry) for entry in entries]})
    elif wanted.anything:
        show_head(screen, record)
        show_sections(screen, list(entries), explain=explain)
    else:
        text = register.text(record.id)
        show_document(screen, record, text, entries, register.people(), explain=explain)


def _entry(register: Register, entry: EntryRecord, *, as_json: bool) -> None:
    """Show one entry."""
    if as_json:
        write_json(_plain(entry))
        return
    document = register.document(entry.document)
    events = list(register.events(entry=entry.id))
    show_entry(Screen(), entry, document, register.text(entry.document), events)


def _plain(entry: EntryRecord) -> dict[str, Any]:
    """Return an entry as the export has it, with the words of its evidence."""
    return {**entry_object(entry), "quotes": [evidence.quote for evidence in entry.evidence]}
