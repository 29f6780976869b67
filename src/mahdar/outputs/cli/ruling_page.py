"""Rulings about who is who: made, taken back, listed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import typer

from mahdar.errors import UnknownIdError
from mahdar.model.rulings import Ruling
from mahdar.outputs.cli.options import open_register, reviewer
from mahdar.outputs.cli.people_page import is_called
from mahdar.outputs.cli.register_page import SHORT
from mahdar.outputs.cli.screen import Screen, clean, write_json, write_json_list
from mahdar.register import PersonRecord, Register

__all__ = ["Asked", "merge_people", "show_rulings", "split_person", "undo_ruling"]

_TWO = 2


@dataclass(frozen=True, slots=True)
class Asked:
    """What a user says of a ruling."""

    register: str | None
    which: tuple[str, ...]
    who: str | None
    why: str | None
    as_json: bool


def merge_people(asked: Asked) -> None:
    """Make one person of two."""
    if len(asked.which) != _TWO:
        raise typer.BadParameter("merge takes two people: the one who stays, and the one who is the same")
    with open_register(asked.register) as register:
        one, other = (_person(register, name) for name in asked.which)
        made = register.decisions.merge(one.id, other.id, reviewer(asked.who), asked.why)
        _say(asked, made, f"{other.name} is {one.name} ({one.id[:SHORT]})")


def split_person(asked: Asked) -> None:
    """Say that some documents mean somebody else of the same name."""
    if len(asked.which) < _TWO:
        raise typer.BadParameter("split takes a person and the documents that mean somebody else")
    with open_register(asked.register) as register:
        one = _person(register, asked.which[0])
        documents = [register.document(name) for name in asked.which[1:]]
        made = register.decisions.split(one.id, [d.id for d in documents], reviewer(asked.who), asked.why)
        where = ", ".join(clean(record.name) for record in documents)
        _say(asked, made, f"{one.name} of {where} is somebody else ({made.other[:SHORT]})")


def undo_ruling(asked: Asked) -> None:
    """Take a ruling back."""
    if len(asked.which) != 1 or not asked.which[0].isdigit():
        raise typer.BadParameter("undo takes the number of a ruling; `mahdar people rulings` lists them")
    with open_register(asked.register) as register:
        made = register.decisions.undo(int(asked.which[0]), reviewer(asked.who), asked.why)
        _say(asked, made, f"undone: {made.what} of {made.person[:SHORT]} and {made.other[:SHORT]}")


def show_rulings(asked: Asked) -> None:
    """List the rulings that hold, and those that were taken back."""
    with open_register(asked.register) as register:
        found = register.decisions.rulings(undone=True)
    if asked.as_json:
        write_json_list(map(_plain, found))
        return
    screen = Screen()
    for one in found:
        undone = f"  undone {one.undone[:10]}" if one.undone else ""
        why = f": {clean(one.why)}" if one.why else ""
        ends = f"{one.person[:SHORT]} {one.other[:SHORT]}"
        screen.line(f"{one.number:>4}  {one.what:<5}  {ends}  {one.who}, {one.at[:10]}{why}{undone}")
    if not found:
        Screen(to_error=True).line("nobody has ruled about people yet")


def _person(register: Register, name: str) -> PersonRecord:
    """Return the one person of a name or id.

    Raises:
        UnknownIdError: there is none, or there are several.
    """
    found = [one for one in register.people() if is_called(one, name)]
    if len(found) == 1:
        return found[0]
    choice = ", ".join(f"{one.name} ({one.id[:SHORT]})" for one in found[:6])
    what = f"{name} may be {choice}; give an id" if found else f"nobody called {name} is named"
    raise UnknownIdError(f"{what}; `mahdar people` lists who is")


def _say(asked: Asked, made: Ruling, said: str) -> None:
    """Say what was ruled."""
    if asked.as_json:
        write_json(_plain(made))
    else:
        Screen().line(f"ruling {made.number}: {said}")


def _plain(one: Ruling) -> dict[str, Any]:
    return {
        "number": one.number,
        "what": one.what,
        "person": one.person,
        "other": one.other,
        "documents": list(one.documents),
        "by": one.who,
        "when": one.at,
        "why": one.why,
        "undone": one.undone,
    }
