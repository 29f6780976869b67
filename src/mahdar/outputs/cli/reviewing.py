"""What `mahdar review` does: writes a person's decision, and shows what was decided."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.model.reviews import Judged
from mahdar.outputs.cli.field_words import fields_of, places
from mahdar.outputs.cli.options import open_register, reviewer
from mahdar.outputs.cli.register_page import SHORT, show_entry_line
from mahdar.outputs.cli.screen import Screen, clean, write_json
from mahdar.outputs.export.json import entry_object
from mahdar.pipeline.contradicting import close_contradiction, reopen_contradiction
from mahdar.register import DocumentRecord

__all__ = [
    "Given", "add_one", "close_one", "comment_on", "judge", "remark_one", "reopen_one", "settle_one",
    "undo_last",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Given:
    """What a user says beside the verdict."""

    who: str | None
    why: str | None
    reason: str | None = None
    alone: bool = False
    on: int | None = None
    as_json: bool = False


def judge(where: str | None, entry: str, verdict: str, given: Given, fields: tuple[str, ...] = ()) -> None:
    """Write a verdict down and show the entry as it stands then."""
    with open_register(where) as register:
        who, held = reviewer(given.who), register.entry(entry)
        text = register.text(held.document) if fields else ""
        said = register.reviews.judge(
            held.id,
            verdict,
            who,
            why=given.why,
            reason=given.reason,
            fields=fields_of(held.type, text, fields) or None,
            on=given.on,
            alone=given.alone,
        )
        _show(said, verdict if given.alone else said.entry.review, who, as_json=given.as_json)


def remark_one(where: str | None, entry: str, given_places: tuple[str, ...], given: Given) -> None:
    """Have an entry rest on other words and show it."""
    with open_register(where) as register:
        who, held = reviewer(given.who), register.entry(entry)
        spans = places(register.text(held.document), given_places)
        said = register.reviews.remark(held.id, spans, who, why=given.why, on=given.on)
        _show(said, said.entry.review, who, as_json=given.as_json)


def add_one(where: str | None, document: str, kind: str, what: tuple[str, ...], given: Given) -> None:
    """Add an entry that was missed and show it."""
    with open_register(where) as register:
        who, held = reviewer(given.who), register.document(document)
        text = register.text(held.id)
        spans = places(text, [one for one in what if "=" not in one])
        fields = fields_of(kind, text, [one for one in what if "=" in one])
        said = register.reviews.add(held.id, kind, spans, fields, who, why=given.why)
        _show(said, "added", who, as_json=given.as_json)


def undo_last(where: str | None, entry: str | None, who: str | None, why: str | None) -> None:
    """Take back what somebody did last and say what that was."""
    with open_register(where) as register:
        undone = register.reviews.undo(reviewer(who), entry, why=why)
        what = {"word": "a second verdict", "commented": "a comment"}.get(undone.what, undone.what)
        about = undone.entry or undone.document
        Screen().line(f"{about[:SHORT]}  {what} taken back by {reviewer(who)}")


def settle_one(where: str | None, entry: str, who: str | None, why: str | None) -> None:
    """Note that somebody has looked again at an entry and say so."""
    with open_register(where) as register:
        said = register.reviews.settle(entry, reviewer(who), why=why)
        Screen().line(f"{said.entry.id[:SHORT]}  looked at again by {reviewer(who)}")


def comment_on(where: str | None, about: str, words: str, who: str | None) -> None:
    """Write a comment down and say where."""
    with open_register(where) as register:
        found = register.find(about)
        is_document = isinstance(found, DocumentRecord)
        made = register.reviews.comment(
            words,
            reviewer(who),
            document=found.id if is_document else None,
            entry=None if is_document else found.id,
        )
        screen = Screen()
        screen.line(f"{found.id[:SHORT]}  {reviewer(who)}: {screen.isolate(clean(made.words))}")


def close_one(where: str | None, prefix: str, who: str | None, why: str) -> None:
    """Close a contradiction and say so."""
    with open_register(where) as register:
        found = close_contradiction(register, prefix, reviewer(who), why)
        about = found.contradiction
        Screen().line(f"{about.id[:SHORT]}  {about.what}  closed by {reviewer(who)}: {clean(why)}")


def reopen_one(where: str | None, prefix: str, who: str | None, why: str | None) -> None:
    """Open a contradiction again and say what had been said of it."""
    with open_register(where) as register:
        before = reopen_contradiction(register, prefix, reviewer(who), why)
        said = f"it had been closed by {before.who}: {clean(before.why)}"
        Screen().line(f"{before.contradiction[:SHORT]}  open again; {said}")


def _show(said: Judged, verdict: str, who: str, *, as_json: bool) -> None:
    """Show an entry as it now stands, and what was said of it."""
    if as_json:
        write_json({**entry_object(said.entry), "event": said.event})
        return
    screen = Screen()
    show_entry_line(screen, said.entry, explain=False)
    screen.line(f"{'':12}{verdict} by {who}", "dim")
