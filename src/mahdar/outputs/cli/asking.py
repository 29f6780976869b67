"""What a user asks for → the register's question: names of parties and of people looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from mahdar.outputs.cli.filters import Asked
from mahdar.register import Wanted

if TYPE_CHECKING:
    from mahdar.register import Register

__all__ = ["party_code", "question"]


def question(asked: Asked, register: Register, document: str | None = None) -> Wanted:
    """Return the question.

    Args:
        asked: the options.
        register: whose speakers are looked up.
        document: the id of the one document that is meant.

    Raises:
        BadParameter: nothing is called so, or several are.
    """
    return Wanted(
        document=document,
        type=asked.type,
        kind=asked.kind,
        parties=tuple(party_code("--party", name) for name in asked.parties),
        actor=None if asked.actor is None else party_code("--actor", asked.actor),
        target=None if asked.target is None else party_code("--target", asked.target),
        voices=None if asked.speaker is None else _voices(asked.speaker, register),
        track=asked.track,
        contains=asked.contains,
        due=asked.due,
        since=asked.since,
        until=asked.until,
        min_confidence=asked.min_confidence,
        by_day=asked.by_day,
        all_versions=asked.all_versions,
    )


def party_code(option: str, name: str) -> str:
    """Return the code of the party that is meant."""
    codes = _codes(name)
    if len(codes) == 1:
        return codes[0]
    why = f"may be any of {', '.join(codes)}" if codes else "is no party that the lexicon knows"
    remedy = "give its code (KWT) or its name; `mahdar parties` lists them"
    raise typer.BadParameter(f"{name!r} {why}; {remedy}", param_hint=option)


def _voices(name: str, register: Register) -> frozenset[str]:
    """Return the names under which somebody speaks; a party speaks in its own name."""
    codes = _codes(name)
    found = register.voices(name) | (frozenset(codes) if len(codes) == 1 else frozenset())
    if not found:
        why = f"nobody called {name!r} is named in this register; `mahdar people` lists who is"
        raise typer.BadParameter(why, param_hint="--speaker")
    return found


def _codes(name: str) -> tuple[str, ...]:
    """Return the codes that a name may mean."""
    from mahdar.lexicon import default_lexicon  # noqa: PLC0415  # most questions name no party
    from mahdar.lexicon.parties import codes_named  # noqa: PLC0415

    return (name,) if name.startswith("ORG:") else codes_named(name, default_lexicon())
