"""What `mahdar review` shows: what waits, and how far reviewers agree."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from mahdar.outputs.cli.asking import party_code
from mahdar.outputs.cli.options import open_register, reviewer
from mahdar.outputs.cli.register_page import show_entry_line
from mahdar.outputs.cli.screen import Screen, clean, write_json
from mahdar.outputs.export.json import entry_object
from mahdar.pipeline.agreement import Agreement, Measured, agreement
from mahdar.register import EntryRecord, Queue, Register

__all__ = ["Wish", "show_agreement", "show_queue"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a user wants to see of what waits."""

    which: str
    who: str | None
    order: str
    type: str | None
    kind: str | None
    party: str | None
    track: str | None
    document: str | None
    limit: int
    after: str | None
    as_json: bool


def show_queue(where: str | None, wish: Wish) -> None:
    """Show a part of what waits."""
    with open_register(where) as register:
        queue = Queue(
            which=wish.which,
            who=reviewer(wish.who),
            order=wish.order,
            type=wish.type,
            kind=wish.kind and wish.kind.lower().replace("-", "_"),
            party=None if wish.party is None else party_code("--party", wish.party),
            track=wish.track,
            document=None if wish.document is None else register.document(wish.document).id,
        )
        after = None if wish.after is None else register.entry(wish.after).id
        page = register.reviews.queue(queue, after=after, limit=wish.limit)
        if wish.as_json:
            found = [entry_object(one) for one in page.entries]
            write_json({"total": page.total, "entries": found, "after": page.after})
            return
        _show(Screen(), register, page.entries)
        rest = f"; further on with --after {page.after[:8]}" if page.after else ""
        Screen().line(f"{page.total:,} wait{rest}", "dim")


def _show(screen: Screen, register: Register, entries: tuple[EntryRecord, ...]) -> None:
    """Show entries, each with its document's name where another one begins."""
    before = None
    for one in entries:
        if one.document != before:
            screen.line(screen.isolate(clean(register.document(one.document).name)), "bold")
        before = one.document
        show_entry_line(screen, one, explain=False, label=f"{one.type} ")


def show_agreement(where: str | None, *, alone: bool, as_json: bool) -> None:
    """Show how far reviewers agree."""
    with open_register(where) as register:
        found = agreement(register, alone=alone)
    if as_json:
        write_json(asdict(found))
        return
    _show_measured(Screen(), found)


def _show_measured(screen: Screen, found: Agreement) -> None:
    if not found.measured[0].entries:
        screen.line(
            "no entry was judged by two reviewers yet; `mahdar review queue --second` shows some to judge"
        )
        return
    screen.line(f"{'':12}{'':10}{'entries':>9}{'judgements':>12}{'same':>7}{'alpha':>8}", "bold")
    for one in found.measured:
        screen.line(f"{one.type or 'all':<12}{one.question:<10}{_figures(one)}")
    screen.line()
    for first, second, one in found.pairs:
        screen.line(f"{clean(f'{first} / {second}'):<22}{_figures(one)}")


def _figures(one: Measured) -> str:
    same = "-" if one.same is None else f"{one.same:.0%}"
    alpha = "-" if one.alpha is None else f"{one.alpha:.2f}"
    return f"{one.entries:>9,}{one.judgements:>12,}{same:>7}{alpha:>8}"
