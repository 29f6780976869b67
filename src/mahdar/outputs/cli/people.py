"""`mahdar people`: who is named, with which offices, where."""

from __future__ import annotations

from typing import Annotated

import typer

from mahdar.lexicon.fold import fold
from mahdar.outputs.cli.options import AsJson, RegisterPath, examples, open_register
from mahdar.outputs.cli.screen import Screen, clean, write_json_list
from mahdar.outputs.export.json import person_object
from mahdar.register import PersonRecord, Register

__all__ = ["app"]

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_HELP = """Show who is named in the register, with their offices and where.

NAME is any part of a name, in Latin or in Arabic letters (spellings that differ only in marks, alef or ya
count as one), or the beginning of an id. Offices are those that the documents themselves give."""


@app.command(help=_HELP, epilog=examples("mahdar people", "mahdar people blinken", "mahdar people --json"))
def people(
    name: Annotated[str | None, typer.Argument(help="Part of a name, or an id.", show_default=False)] = None,
    register: RegisterPath = None,
    as_json: AsJson = False,
) -> None:
    """Show who is named in the register."""
    with open_register(register) as opened:
        found = (person for person in opened.people() if name is None or _is_called(person, name))
        if as_json:
            write_json_list(map(person_object, found))
            return
        screen, nobody = Screen(), True
        for person in found:
            nobody = False
            _show_line(screen, person)
            if name is not None:
                _show_where(screen, opened, person)
        if nobody:
            Screen(to_error=True).line("nobody of that name" if name else "nobody is named yet")


def _is_called(person: PersonRecord, name: str) -> bool:
    """Say whether a person's names hold all words of a name, or the id begins with it."""
    names = f"{person.name.lower()} {fold(person.name_ar)}"
    return person.id.startswith(name) or all(part in names for part in fold(name.lower()).split())


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


def _show_where(screen: Screen, register: Register, person: PersonRecord) -> None:
    """Show in which documents a person is named, and under which titles there."""
    for id_ in dict.fromkeys(mention.document for mention in person.mentions):
        record, text = register.document(id_), register.text(id_)
        screen.line(f"  {id_[:8]}  {record.published or '-':<10}  {screen.isolate(clean(record.name))}")
        words = [mention.span.cut(text) for mention in person.mentions if mention.document == id_]
        words += [office.span.cut(text) for office in person.offices if office.document == id_]
        for one in dict.fromkeys(map(clean, words)):
            screen.quote(one, 22)
