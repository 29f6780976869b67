"""Who held an office on a day, with the words that say so."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import typer

from mahdar.linking.offices import Holder
from mahdar.outputs.cli.asking import party_code
from mahdar.outputs.cli.options import open_register
from mahdar.outputs.cli.register_page import SHORT
from mahdar.outputs.cli.screen import Screen, clean, write_json_list
from mahdar.pipeline.offices import holder
from mahdar.register import Register

__all__ = ["show_holder"]

_HOW: Final = {
    "seen": "a document of that day says so",
    "between": "seen before and behind that day, and nobody else between",
    "before": "the last one seen before that day; no later document settles it",
    "behind": "the first one seen behind that day; no earlier document settles it",
}


def show_holder(where: str | None, office: str, party: str, day: str, *, as_json: bool) -> None:
    """Show who held an office on a day.

    Raises:
        BadParameter: the day or the party is none.
        RegisterError: no office of the party is called so.
    """
    code = party_code("--party", party)
    with open_register(where) as register:
        found = holder(register, office, code, _day(day))
        if as_json:
            write_json_list(_plain(one, register) for one in found)
            return
        screen = Screen()
        for one in found:
            _show(screen, register, one)
        if not found:
            Screen(to_error=True).line("no document with a day of its own shows anybody in this office")


def _day(day: str) -> str:
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        raise typer.BadParameter(f"{day} is no day; write it as 2021-07-26", param_hint="--on") from None


def _show(screen: Screen, register: Register, one: Holder) -> None:
    """Show one holder, how far that is sure, and the closest words."""
    held = one.holding
    screen.line(f"{held.person[:SHORT]}  {held.name}  {screen.isolate(clean(held.name_ar))}", "bold")
    screen.line(f"{'':10}{held.title} ({held.party or '?'}): {_HOW[one.how]}")
    record = register.document(one.nearest.document)
    screen.line(f"{'':10}{one.nearest.date}  {screen.isolate(clean(record.name))}", "dim")
    screen.quote(one.nearest.span.cut(register.text(record.id)), 12)


def _plain(one: Holder, register: Register) -> dict[str, Any]:
    """Return a holder as programs read it."""
    near = one.nearest
    seen = {
        "document": register.document(near.document).name,
        "start": near.span.start,
        "end": near.span.end,
        "date": near.date,
    }
    held = one.holding
    return {
        "id": held.person,
        "name": held.name,
        "name_ar": held.name_ar,
        "title": held.title,
        "party": held.party,
        "how": one.how,
        "sure": one.sure,
        "seen": seen,
    }
