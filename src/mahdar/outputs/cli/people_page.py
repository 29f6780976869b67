"""Who is named in a register, with which offices, where."""

from __future__ import annotations

from typing import Final

from mahdar.lexicon.fold import fold
from mahdar.linking.offices import holdings
from mahdar.outputs.cli.options import open_register
from mahdar.outputs.cli.register_page import published
from mahdar.outputs.cli.screen import Screen, clean, write_json_list
from mahdar.outputs.export.json import person_object
from mahdar.register import PersonRecord, Register

__all__ = ["is_called", "show_people"]

_SHORTEST: Final = 6
"""Digits of an id that are enough to be taken for one."""


def show_people(where: str | None, name: str | None, *, as_json: bool, all_versions: bool) -> None:
    """Show the people of a name, or all."""
    with open_register(where) as register:
        everybody = register.people(all_versions=all_versions)
        found = (person for person in everybody if name is None or is_called(person, name))
        if as_json:
            write_json_list(map(person_object, found))
            return
        screen, nobody = Screen(), True
        for person in found:
            nobody = False
            _show_line(screen, person)
            if name is not None:
                _show_offices(screen, person)
                _show_where(screen, register, person)
        if nobody:
            Screen(to_error=True).line("nobody of that name" if name else "nobody is named yet")


def is_called(person: PersonRecord, name: str) -> bool:
    """Say whether a person's names hold all words of a name, or the id begins with it."""
    names = f"{person.name.lower()} {fold(person.name_ar)}"
    by_id = len(name) >= _SHORTEST and person.id.startswith(name)
    return by_id or all(part in names for part in fold(name.lower()).split())


def _show_line(screen: Screen, person: PersonRecord) -> None:
    """Show a person in one line, the Arabic name last."""
    titles = dict.fromkeys(f"{office.title} ({office.party or '?'})" for office in person.offices)
    documents = len({mention.document for mention in person.mentions})
    where = f"{_times(len(person.mentions))} in {documents} document{'' if documents == 1 else 's'}"
    facts = "; ".join([*titles, where])
    screen.line(f"{person.id[:8]}  {person.name}  {screen.isolate(clean(person.name_ar))}", "bold")
    screen.line(f"          {facts}", "dim")


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count:,} times"


def _show_offices(screen: Screen, person: PersonRecord) -> None:
    """Show from when to when documents show a person in each office, where they tell their days."""
    for held in holdings((person,)):
        if held.first:
            until = "" if held.last == held.first else f" to {held.last}"
            often = _times(len(held.seen))
            screen.line(f"  {held.first}{until}  {held.title} ({held.party or '?'})  {often}")


def _show_where(screen: Screen, register: Register, person: PersonRecord) -> None:
    """Show in which documents a person is named, and under which titles there."""
    for id_ in dict.fromkeys(mention.document for mention in person.mentions):
        record, text = register.document(id_), register.text(id_)
        screen.line(f"  {id_[:8]}  {published(record) or '-':<10}  {screen.isolate(clean(record.name))}")
        words = [mention.span.cut(text) for mention in person.mentions if mention.document == id_]
        words += [office.span.cut(text) for office in person.offices if office.document == id_]
        for one in dict.fromkeys(map(clean, words)):
            screen.quote(one, 22)
