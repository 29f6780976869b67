"""A question for entries ↔ the address of a page: what is chosen, and the links that choose more or less."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from mahdar.model.labels import Label
from mahdar.outputs.web.asked import Asked
from mahdar.register.exploring import Facet
from mahdar.register.facets import BANDS, FACETS, SORTS, Narrowed

__all__ = ["KINDS", "Choice", "Facets", "chosen", "named_value", "narrowed", "shown_facets", "sorted_by"]

KINDS: Final = {"act": "acts", "meeting": "meetings", "instrument": "instruments"}
"""Type → the set that its classes or kinds are of."""
_ONE: Final = ("actor", "target")


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that narrows a question down, or does so already."""

    facet: str
    value: str
    label: str
    url: str
    """Where it is chosen, or left out again."""
    on: bool
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Facets:
    """One facet's choices."""

    name: str
    choices: tuple[Choice, ...]
    more: str | None
    """Where all of them are shown; None where they are."""
    all: int


def narrowed(asked: Asked, type_: str) -> Narrowed:
    """Return what an address asks for."""
    query = asked.request.query_params
    several = {name: tuple(dict.fromkeys(one for one in query.getlist(name) if one)) for name in FACETS}
    several["confidence"] = tuple(one for one in several["confidence"] if one in BANDS)
    several["document"] = tuple(one.lower() for one in several["document"] if one.isalnum())
    return Narrowed(
        type=type_, actor=query.get("actor") or None, target=query.get("target") or None, **several
    )


def sorted_by(asked: Asked, default: str = "-day") -> str:
    """Return the order that an address asks for."""
    sort = asked.request.query_params.get("sort", default)
    return sort if sort.removeprefix("-") in SORTS else default


def chosen(asked: Asked, what: Narrowed, names: dict[str, str]) -> tuple[Choice, ...]:
    """Return what narrows a question down, each with the address without it.

    Args:
        asked: the request.
        what: the question.
        names: document → what it is called.
    """
    found = []
    for name in (*FACETS, *_ONE):
        held = getattr(what, name)
        for value in held if isinstance(held, tuple) else (held,) if held else ():
            left = [one for one in held if one != value] if isinstance(held, tuple) else None
            url = asked.here(**{name: left or None, "page": None})
            found.append(Choice(name, value, named_value(asked, what.type, name, value, names), url, on=True))
    return tuple(found)


def shown_facets(
    asked: Asked, what: Narrowed, facets: tuple[Facet, ...], names: dict[str, str]
) -> tuple[Facets, ...]:
    """Return facets with the address of each choice."""
    return tuple(_shown(asked, what, one, names) for one in facets)


def _shown(asked: Asked, what: Narrowed, facet: Facet, names: dict[str, str]) -> Facets:
    held = getattr(what, facet.name)
    choices = tuple(
        Choice(
            facet.name,
            value,
            named_value(asked, what.type, facet.name, value, names),
            asked.here(**{facet.name: _toggled(held, _short(facet.name, value)) or None, "page": None}),
            _short(facet.name, value) in held,
            count,
        )
        for value, count in facet.values
    )
    more = asked.here(all=facet.name) if facet.all > len(facet.values) else None
    return Facets(facet.name, choices, more, facet.all)


def _toggled(held: tuple[str, ...], value: str) -> list[str]:
    """Return what is chosen once a value is chosen, or left out."""
    return [one for one in held if one != value] if value in held else [*held, value]


def _short(facet: str, value: str) -> str:
    """Return a value as addresses have it."""
    return value[:12] if facet == "document" else value


def named_value(asked: Asked, type_: str, facet: str, value: str, names: dict[str, str]) -> str:
    """Return what a value of a facet is called in the language of the page."""
    words = asked.words
    if facet == "kind":
        return words.of(Label(KINDS.get(type_, "acts"), value))
    if facet in {"track", "review"}:
        return words.of(Label(f"{facet}s", value))
    if facet in {"party", "actor", "target"}:
        return words.of(Label("party", value))
    if facet == "confidence":
        said = {"high": asked.said("high, from 90 %"), "medium": asked.said("medium, from 70 %")}
        return said.get(value) or asked.said("low")
    if facet == "document":
        return next((name for id_, name in names.items() if id_.startswith(value)), value)
    return words.of(Label("voice", value))
