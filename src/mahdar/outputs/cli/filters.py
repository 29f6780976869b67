"""The options that narrow down which entries a command is about: declared once, checked before all else."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Final, TypeAlias

import typer

from mahdar.model.values import ACTS, INSTRUMENTS, MEETINGS, TRACKS
from mahdar.outputs.cli.options import AllVersions, checked

__all__ = ["SECTIONS", "Asked", "a_day", "narrowed"]

SECTIONS: Final = ("meeting", "instrument", "act", "amount", "quote", "date")
"""The types of entry in the order of a register page."""

_KINDS: Final = {"act": ACTS, "meeting": MEETINGS, "instrument": INSTRUMENTS}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a user asks for, each word known to be one; names are still to be looked up."""

    type: str | None
    kind: str | None
    parties: tuple[str, ...]
    actor: str | None
    target: str | None
    speaker: str | None
    track: str | None
    contains: str | None
    due: bool
    since: str | None
    until: str | None
    min_confidence: float | None
    by_day: bool
    all_versions: bool


def narrowed(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of `_asked`; it is handed what they say as `asked`."""
    own = inspect.signature(command, eval_str=True).parameters
    added = inspect.signature(_asked, eval_str=True).parameters
    parameters = [
        one.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for name, its in own.items()
        for one in (added.values() if name == "asked" else (its,))
    ]

    def wrapped(**given: Any) -> None:  # noqa: ANN401  # whatever the options hold
        asked = _asked(**{name: given.pop(name) for name in added})
        command(asked=asked, **given)

    wrapped.__doc__, wrapped.__name__ = command.__doc__, command.__name__
    vars(wrapped)["__signature__"] = inspect.Signature(parameters)
    wrapped.__annotations__ = {one.name: one.annotation for one in parameters}
    return wrapped


_Type: TypeAlias = Annotated[
    str | None, typer.Option(help="meeting, instrument, act, amount, quote or date.", show_default=False)
]
_Kind: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--class",
        "--kind",
        help="An act's class, a meeting's or an instrument's kind: call, visit, mou.",
        show_default=False,
    ),
]
_Parties: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        metavar="PARTY",
        help="In any role: USA, US, iraq, an Arabic name. Given twice: both.",
        show_default=False,
    ),
]
_Actor: TypeAlias = Annotated[str | None, typer.Option(metavar="PARTY", help="Who acts.", show_default=False)]
_Target: TypeAlias = Annotated[
    str | None, typer.Option(metavar="PARTY", help="At whom an act is directed.", show_default=False)
]
_Speaker: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Who speaks: part of a name, or a party.", show_default=False),
]
_Track: TypeAlias = Annotated[
    str | None, typer.Option(help="Of acts: energy, security (`mahdar tracks`).", show_default=False)
]
_Words: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="WORDS", help="Words that all stand in its evidence.", show_default=False),
]
_Due: TypeAlias = Annotated[bool, typer.Option("--due", help="Only what is to be done by some day.")]
_Since: TypeAlias = Annotated[
    str | None,
    typer.Option("--from", metavar="DATE", help="Of this day, month, year or later.", show_default=False),
]
_Until: TypeAlias = Annotated[
    str | None, typer.Option(metavar="DATE", help="Of this day, month, year or earlier.", show_default=False)
]
_Confidence: TypeAlias = Annotated[
    float | None, typer.Option(metavar="0..1", help="Leave out what is less sure.", show_default=False)
]
_Sort: TypeAlias = Annotated[str, typer.Option(help="text: as the documents have them; date: by day.")]


def _asked(  # noqa: PLR0913, PLR0917  # one option a parameter
    type: _Type = None,  # noqa: A002
    kind: _Kind = None,
    party: _Parties = None,
    actor: _Actor = None,
    target: _Target = None,
    speaker: _Speaker = None,
    track: _Track = None,
    contains: _Words = None,
    due: _Due = False,
    since: _Since = None,
    until: _Until = None,
    min_confidence: _Confidence = None,
    sort: _Sort = "text",
    all_versions: AllVersions = False,
) -> Asked:
    """Return what a user asks for.

    Raises:
        BadParameter: a word that no entry can hold, a day that is none, or what no entry can be at once.
    """
    asked = Asked(
        type=None if type is None else checked("--type", type, SECTIONS, "a type of entry"),
        kind=None if kind is None else _kind(kind),
        parties=tuple(party or ()),
        actor=actor,
        target=target,
        speaker=speaker,
        track=None if track is None else checked("--track", track, sorted(TRACKS), "a track"),
        contains=contains,
        due=due,
        since=a_day("--from", since),
        until=a_day("--until", until),
        min_confidence=_share(min_confidence),
        by_day=checked("--sort", sort, ("text", "date"), "an order") == "date",
        all_versions=all_versions,
    )
    _check_together(asked)
    return asked


def _kind(given: str) -> str:
    """Return a class or a kind."""
    word = given.strip().lower().replace("-", "_").replace(" ", "_")
    if not any(word in words for words in _KINDS.values()):
        sets = ", ".join(f"{kind}: {' '.join(sorted(words))}" for kind, words in _KINDS.items())
        raise typer.BadParameter(f"{given} is no class or kind of an entry; {sets}", param_hint="--class")
    return word


def a_day(option: str, given: str | None) -> str | None:
    """Return a day, a month or a year as it was given."""
    if given is None:
        return None
    try:
        date.fromisoformat(given + "-01-01"[len(given) - 4 :] if len(given) in {4, 7} else given)
    except ValueError:
        why = f"{given} is no date; write 2021, 2021-07 or 2021-07-27"
        raise typer.BadParameter(why, param_hint=option) from None
    return given


def _share(given: float | None) -> float | None:
    if given is not None and not 0 <= given <= 1:
        why = f"{given:g} is no confidence; give a number from 0 to 1"
        raise typer.BadParameter(why, param_hint="--min-confidence")
    return given


def _check_together(asked: Asked) -> None:
    """Refuse what no entry can be at once, lest «none found» be taken for an answer."""
    for wrong, option, why in (
        (
            asked.type and asked.kind and asked.kind not in _KINDS.get(asked.type, ()),
            "--class",
            f"no entry of type {asked.type} is {asked.kind}",
        ),
        (_not_an(asked, "act") and asked.track, "--track", "only acts have a track"),
        (_not_an(asked, "act") and asked.due, "--due", "only acts are due"),
        (_not_an(asked, "act") and asked.actor, "--actor", "only acts have an actor"),
        (_not_an(asked, "act") and asked.target, "--target", "only acts have a target"),
        (
            _not_an(asked, "act", "quote") and asked.speaker,
            "--speaker",
            "only acts and quotes have a speaker",
        ),
        (asked.type == "date" and asked.parties, "--party", "dates have no party"),
        (
            asked.since and asked.until and asked.until[: len(asked.since)] < asked.since[: len(asked.until)],
            "--until",
            f"{asked.until} is before {asked.since}",
        ),
    ):
        if wrong:
            raise typer.BadParameter(why, param_hint=option)


def _not_an(asked: Asked, *types: str) -> bool:
    """Say whether another type than these is asked for."""
    return asked.type is not None and asked.type not in types
