"""Contradictions: both passages side by side, what they differ in, and who closed which."""

from __future__ import annotations

from typing import Any, Final

from mahdar.errors import RegisterError
from mahdar.model.contradictions import Quoted
from mahdar.outputs.brief.wording import in_english, noted
from mahdar.outputs.cli.options import open_register
from mahdar.outputs.cli.register_page import SHORT, published
from mahdar.outputs.cli.screen import Screen, clean, shortened, write_json_list
from mahdar.pipeline.contradicting import Found, contradictions
from mahdar.register import DocumentRecord, Register

__all__ = ["show_contradictions", "show_one"]

_MOST: Final = 600
"""Letters of a passage that are shown."""


def show_contradictions(
    where: str | None, which: str | None = None, *, everything: bool = False, as_json: bool
) -> None:
    """Show what cannot both be true.

    Args:
        where: the register, as the option names it.
        which: a document; None for all.
        everything: also what people closed.
        as_json: for programs.

    Raises:
        RegisterError: the register is empty, or holds no such document.
    """
    with open_register(where) as register:
        documents = {record.id: record for record in register.documents()}
        if not documents:
            raise RegisterError(f"{register.where} holds no documents yet; `mahdar read` fills it")
        found = contradictions(register, closed=True)
        if which is not None:
            its = register.document(which).id
            found = tuple(
                one for one in found if its in {one.contradiction.a.document, one.contradiction.b.document}
            )
        shown = [one for one in found if everything or one.closed is None]
        if as_json:
            write_json_list(_plain(one, documents) for one in shown)
            return
        screen = Screen()
        screen.line(_summary(found), "bold")
        for one in shown:
            screen.line()
            show_one(screen, register, one, documents)


def _summary(found: tuple[Found, ...]) -> str:
    """Count what there is, in one line."""
    open_ = [one.contradiction for one in found if one.closed is None]
    hard = sum(one.hard for one in open_)
    facts = [f"{hard} contradiction{'' if hard == 1 else 's'}"]
    if len(open_) > hard:
        facts.append(f"{len(open_) - hard} soft (a plan not kept, or a generous reading reconciles the two)")
    if len(found) > len(open_):
        facts.append(f"{len(found) - len(open_)} closed")
    return ", ".join(facts)


def show_one(screen: Screen, register: Register, one: Found, documents: dict[str, DocumentRecord]) -> None:
    """Show one contradiction: its note, then both passages."""
    about = one.contradiction
    soft = "" if about.hard else " (soft)"
    screen.line(f"{about.id[:SHORT]}  {about.what}{soft}  {in_english().say(about.note)}", "bold")
    passages = [
        (_head(screen, documents[end.document], end), _words(register, end)) for end in (about.a, about.b)
    ]
    screen.beside(passages, 10)
    if one.closed:
        by = f"closed by {one.closed.who}, {one.closed.at[:10]}: {clean(one.closed.why)}"
        screen.line(f"{'':10}{by}", "dim")


def _head(screen: Screen, record: DocumentRecord, end: Quoted) -> str:
    """Return the line above a passage: its document, its day, where it stands."""
    day = published(record)
    where = f"{end.span.start}-{end.span.end}"
    return "  ".join(filter(None, (screen.isolate(clean(record.name)), day, where)))


def _words(register: Register, end: Quoted) -> str:
    return shortened(clean(end.span.cut(register.text(end.document))), _MOST)


def _plain(one: Found, documents: dict[str, DocumentRecord]) -> dict[str, Any]:
    """Return a contradiction as programs read it."""
    about = one.contradiction
    closed = one.closed and {"by": one.closed.who, "when": one.closed.at, "why": one.closed.why}
    return {
        "id": about.id,
        "a": _end(about.a, documents),
        "b": _end(about.b, documents),
        "what": about.what,
        "hard": about.hard,
        **noted(about.note),
        "closed": closed,
    }


def _end(end: Quoted, documents: dict[str, DocumentRecord]) -> dict[str, Any]:
    return {"document": documents[end.document].name, "start": end.span.start, "end": end.span.end}
