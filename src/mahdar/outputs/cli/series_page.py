"""Series of meetings, edition by edition: `mahdar show series`."""

from __future__ import annotations

from typing import Any

from mahdar.outputs.cli.options import open_register, what_brings
from mahdar.outputs.cli.screen import Screen, clean, shortened, write_json, write_json_list
from mahdar.pipeline.series import EditionRecord, SeriesRecord, named_series, register_series

__all__ = ["show_series"]

_SHORT = 8
_NAMED = frozenset({"strategic_dialogue"})
"""Kinds that their parties tell; of others the words that name them are shown."""


def show_series(where: str | None, which: str | None, *, as_json: bool) -> None:
    """Show every series, or the one that is meant."""
    with open_register(where) as register:
        names = {document.id: document.name for document in register.documents()}
        if which is not None:
            one = named_series(register, which)
            if as_json:
                write_json(_plain(one, names))
            else:
                _show_one(Screen(), one, names)
            return
        every = register_series(register)
        if as_json:
            write_json_list(_plain(one, names) for one in every)
            return
        screen = Screen()
        for one in every:
            _show_lines(screen, one, names)
        if not every:
            Screen(to_error=True).line(
                f"no series yet; {what_brings(names, '`mahdar link` ties meetings together')}"
            )


def _show_head(screen: Screen, one: SeriesRecord) -> None:
    """Show what a series is."""
    name = "" if one.kind in _NAMED else f"  {screen.isolate(clean(shortened(one.name, 60)))}"
    screen.line(f"{one.id[:_SHORT]}  {one.kind}  {' '.join(one.parties)}{name}", "bold")


def _show_lines(screen: Screen, one: SeriesRecord, names: dict[str, str]) -> None:
    """Show a series with a line for each edition."""
    _show_head(screen, one)
    for edition in one.editions:
        screen.line(f"  {_line(edition)}")
        _show_people_and_documents(screen, edition, names)
    _show_missing(screen, one)


def _line(edition: EditionRecord) -> str:
    """Return an edition in one line: number, date, place, status."""
    number = "-" if edition.number is None else f"no. {edition.number}"
    marks = ", inferred" if edition.inferred else ""
    when, where = _with_others(edition, edition.dates), _with_others(edition, edition.places)
    return f"{number + marks:<16}{when:<12}  {where:<20}  {edition.status}".rstrip()


def _with_others(edition: EditionRecord, given: tuple[str, ...]) -> str:
    """Return what most say, and in brackets what others say or what was planned."""
    if not given:
        return "-"
    others = (f"planned {one}" if one in edition.plans else f"or {one}" for one in given[1:])
    return f"{given[0]} ({', '.join(others)})" if given[1:] else given[0]


def _show_people_and_documents(screen: Screen, edition: EditionRecord, names: dict[str, str]) -> None:
    """Show who chaired, and which documents tell of it."""
    if edition.chairs:
        chairs = ", ".join(f"{name} ({party})" if party else name for name, party in edition.chairs)
        screen.line(f"{'':18}chairs {chairs}", "dim")
    documents = ", ".join(screen.isolate(clean(names[id_])) for id_ in edition.documents)
    screen.line(f"{'':18}{documents}", "dim")


def _show_missing(screen: Screen, one: SeriesRecord) -> None:
    """Show which numbers no document tells of."""
    if one.missing:
        numbers = ", ".join(map(str, one.missing))
        screen.line(f"  no. {numbers}: implied by their neighbours, in no document", "dim")


def _show_one(screen: Screen, one: SeriesRecord, names: dict[str, str]) -> None:
    """Show one series with the words that each edition rests on."""
    _show_head(screen, one)
    for edition in one.editions:
        screen.line()
        screen.line(f"  {_line(edition)}", "bold")
        _show_people_and_documents(screen, edition, names)
        for entry in edition.entries:
            screen.line(f"    {entry.id[:_SHORT]}  {screen.isolate(clean(names[entry.document]))}")
            for evidence in entry.evidence[:_QUOTED]:
                screen.quote(shortened(evidence.quote, 160), 14)
            if len(entry.evidence) > _QUOTED:
                screen.line(f"{'':14}and {len(entry.evidence) - _QUOTED} more", "dim")
    screen.line()
    _show_missing(screen, one)


_QUOTED = 3
"""Phrases that are shown of each document."""


def _plain(one: SeriesRecord, names: dict[str, str]) -> dict[str, Any]:
    """Return a series as JSON has it."""
    return {
        "id": one.id,
        "kind": one.kind,
        "parties": list(one.parties),
        "name": one.name,
        "editions": [_plain_edition(edition, names) for edition in one.editions],
        "missing": list(one.missing),
    }


def _plain_edition(edition: EditionRecord, names: dict[str, str]) -> dict[str, Any]:
    """Return an edition as JSON has it."""
    return {
        "occasion": edition.occasion,
        "number": edition.number,
        "inferred": edition.inferred,
        "dates": list(edition.dates),
        "places": list(edition.places),
        "status": edition.status,
        "chairs": [{"name": name, "party": party} for name, party in edition.chairs],
        "documents": [{"id": id_, "name": names[id_]} for id_ in edition.documents],
        "meetings": [
            {
                "entry": entry.id,
                "document": names[entry.document],
                "evidence": [{"start": e.start, "end": e.end, "quote": e.quote} for e in entry.evidence],
            }
            for entry in edition.entries
        ],
    }
