"""What `mahdar follow` shows: chains in groups, those that want attention first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

import typer
from rich.text import Text

from mahdar.model.chains import Chain, PersonStep, Step
from mahdar.model.spans import Span
from mahdar.outputs.cli.asking import party_code
from mahdar.outputs.cli.filters import a_day
from mahdar.outputs.cli.options import open_register
from mahdar.outputs.cli.register_page import SHORT
from mahdar.outputs.cli.screen import Screen, clean, shortened, write_json
from mahdar.pipeline.following import Followed, followed, narrowed, of_series
from mahdar.pipeline.series import register_series
from mahdar.pipeline.series_keys import series_called
from mahdar.register import Register

__all__ = ["Following", "add_step", "remove_step", "show_following"]

_SETTLED: Final = frozenset({"carried_out", "in_force", "dropped"})
_GROUPS: Final = {
    "OVERDUE": "red",
    "SILENT": "yellow",
    "OPEN": "",
    "SETTLED": "green",
}
_TITLE: Final = 110
_QUOTE: Final = 240


@dataclass(frozen=True, slots=True)
class Following:
    """What is asked for."""

    as_of: str | None
    overdue: bool
    silent: bool
    parties: tuple[str, ...]
    track: str | None
    type: str | None
    series: str | None
    as_json: bool


def show_following(where: str | None, asked: Following) -> None:
    """Show the chains that are asked for."""
    as_of = a_day("--as-of", asked.as_of) or datetime.now(UTC).date().isoformat()
    with open_register(where) as register:
        parties = tuple(party_code("--party", name) for name in asked.parties)
        found = followed(register, as_of)
        chains = narrowed(
            _of_series(register, found.chains, asked.series),
            kind=asked.type,
            parties=parties,
            track=asked.track,
            overdue=asked.overdue,
            silent=asked.silent,
        )
        if asked.as_json:
            write_json(_object(found, chains, as_of))
        elif not chains:
            Screen(to_error=True).line("the register holds no such commitment or instrument")
        else:
            _show(Screen(), found, chains, as_of)


def _of_series(register: Register, found: Sequence[Chain], key: str | None) -> Sequence[Chain]:
    """Return the chains of the series that is named; all where none is."""
    if key is None:
        return found
    return of_series(register, found, series_called(register_series(register), key))


def add_step(  # noqa: PLR0913  # a step has these parts
    where: str | None, entry: str, rung: str, day: str, who: str, *, source: str | None, note: str | None
) -> None:
    """Write a person's step down."""
    with open_register(where) as register:
        made = register.add_step(entry, rung, day, who, source=source, note=note)
    _say("added", made)


def remove_step(where: str | None, step: str, who: str, why: str | None) -> None:
    """Take a person's step back."""
    with open_register(where) as register:
        taken = register.remove_step(step, who, why)
    _say("removed", taken)


def _say(what: str, step: PersonStep) -> None:
    typer.echo(
        f"step {step.id[:SHORT]} {what}: {step.entry[:SHORT]} {step.rung} {step.date}, {clean(step.who)}"
    )


def _show(screen: Screen, found: Followed, chains: Sequence[Chain], as_of: str) -> None:
    """Show chains in their groups."""
    groups: dict[str, list[Chain]] = {name: [] for name in _GROUPS}
    for chain in chains:
        groups[_group(chain)].append(chain)
    counts = ", ".join(f"{len(its)} {name.lower()}" for name, its in groups.items() if its)
    screen.line(f"{len(chains)} chain{'' if len(chains) == 1 else 's'} as of {as_of}: {counts}", "bold")
    for name, its in groups.items():
        if not its:
            continue
        screen.line()
        screen.line(f"{name} ({len(its)})", f"bold {_GROUPS[name]}".strip())
        for chain in its:
            screen.line()
            _show_chain(screen, found, chain)


def _group(chain: Chain) -> str:
    if chain.overdue:
        return "OVERDUE"
    if chain.silent_since:
        return "SILENT"
    return "SETTLED" if chain.rung in _SETTLED else "OPEN"


def _show_chain(screen: Screen, found: Followed, chain: Chain) -> None:
    """Show a chain: what it is, where it stands, and its steps."""
    screen.line(f"  {screen.isolate(clean(shortened(chain.title, _TITLE)))}", "bold")
    facts = [chain.type, chain.rung, ", ".join(chain.parties) or "-", ", ".join(chain.tracks) or "-"]
    screen.line(f"  {chain.id[:SHORT]}  {'  '.join(facts)}")
    _show_state(screen, chain)
    for step in chain.steps:
        _show_step(screen, found, step)


def _show_state(screen: Screen, chain: Chain) -> None:
    """Show by when a thing is to be done, and since when nobody speaks of it."""
    line = Text()
    if chain.due:
        line.append(f"due {chain.due}", "bold red" if chain.overdue else "")
    if chain.overdue:
        line.append(", not told to be done", "red")
    if chain.silent_since:
        line.append(f"{'; ' if line else ''}silent since {chain.silent_since}", "yellow")
        line.append(f" ({chain.silent_for} later occasion{'' if chain.silent_for == 1 else 's'})", "dim")
    if line:
        screen.line(Text(" " * 12) + line)


def _show_step(screen: Screen, found: Followed, step: Step) -> None:
    """Show a step: when, how far, where it stands, and its words."""
    day = f"{'~' if step.about else ''}{step.date or '-'}"
    if step.how == "person":
        source = f"  {screen.isolate(clean(step.source))}" if step.source else ""
        screen.line(f"    {day:<12}{step.rung:<13}{clean(step.who)}, step {step.id[:SHORT]}{source}")
        if step.note:
            screen.line(f"{'':29}{screen.isolate(clean(step.note))}", "dim")
        return
    name = screen.isolate(clean(found.names[step.document or ""]))
    screen.line(f"    {day:<12}{step.rung:<13}{name}  {(step.entry or '')[:SHORT]}")
    if step.span:
        screen.quote(shortened(step.span.cut(found.texts[step.document or ""]), _QUOTE), 29)


def _object(found: Followed, chains: Sequence[Chain], as_of: str) -> dict[str, Any]:
    """Return what is asked for in the public form."""
    shown = {step.entry for chain in chains for step in chain.steps}
    whole = len(chains) == len(found.chains)
    return {
        "as_of": as_of,
        "chains": [_chain(found.names, chain) for chain in chains],
        "links": [
            {
                "from": _place(found.names, one.later.scene.document, one.later.span),
                "to": _place(found.names, one.earlier.scene.document, one.earlier.span),
                "kind": one.kind,
                "score": one.score,
                "why": one.told,
            }
            for one in found.links
            if whole or one.later.entry in shown or one.earlier.entry in shown
        ],
    }


def _place(names: Mapping[str, str], document: str | None, span: Span | None) -> dict[str, Any]:
    return {
        "document": names.get(document or ""),
        "start": span.start if span else None,
        "end": span.end if span else None,
    }


def _chain(names: Mapping[str, str], chain: Chain) -> dict[str, Any]:
    return {
        "id": chain.id,
        "title": chain.title,
        "type": chain.type,
        "rung": chain.rung,
        "due": chain.due,
        "overdue": chain.overdue,
        "silent_since": chain.silent_since,
        "parties": list(chain.parties),
        "tracks": list(chain.tracks),
        "steps": [_step(names, step) for step in chain.steps],
    }


def _step(names: Mapping[str, str], step: Step) -> dict[str, Any]:
    """Return a step; a person's has who wrote it down and what it rests on."""
    found = {"entry": step.entry, **_place(names, step.document, step.span)}
    found |= {"date": None if step.about else step.date, "rung": step.rung, "how": step.how}
    if step.how == "person":
        found |= {"id": step.id, "who": step.who, "source": step.source, "note": step.note}
    return found
