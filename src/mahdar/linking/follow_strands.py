"""Things and links between them → what chains are made of and no more, so that it can be kept.

Of things that begin no chain and are in none only the track counts: that it was dealt with on an occasion.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from mahdar.linking.chains import begins
from mahdar.linking.follow_score import Found
from mahdar.linking.follow_view import Part, Scene, Thing
from mahdar.model.packed import pack, unpacker
from mahdar.model.spans import Span
from mahdar.model.units import IsoDate

__all__ = ["Strands", "packed", "strands_of", "unpacked"]


@dataclass(frozen=True, slots=True)
class Strands:
    """What chains are made of."""

    things: tuple[Thing, ...]
    found: tuple[Found, ...]
    """Links between these very things."""

    @property
    def days(self) -> tuple[IsoDate, ...]:
        """Every day of a thing, in order."""
        return tuple(sorted({one.scene.day for one in self.things if one.scene.day}))


def strands_of(things: Iterable[Thing], found: Sequence[Found]) -> Strands:
    """Return what chains are made of, from all things and links."""
    ends = {id(end) for one in found for end in (one.later, one.earlier)}
    kept: dict[int, Thing] = {}
    rest: dict[Scene, set[str]] = defaultdict(set)
    for one in things:
        if id(one) in ends or begins(one):
            kept[id(one)] = _slim(one)
        elif one.tracks:
            rest[one.scene] |= one.tracks
    links = (
        Found(kept[id(one.later)], kept[id(one.earlier)], one.kind, one.evidence, why=one.told)
        for one in found
    )
    return Strands((*kept.values(), *(_mere(scene, tracks) for scene, tracks in rest.items())), tuple(links))


def _slim(thing: Thing) -> Thing:
    """Return a thing without what only links are found by."""
    pairs = (frozenset(term for term in part.terms if " " in term) for part in thing.parts)
    parts = tuple(Part(Span(0, 0), terms) for terms in pairs if terms) if begins(thing) else ()
    return replace(thing, parts=parts, behind=())


def _mere(scene: Scene, tracks: Iterable[str]) -> Thing:
    """Return a thing that says no more than that tracks were dealt with."""
    return Thing("", "", "", scene, Span(0, 0), (), 0, tracks=frozenset(tracks))


def packed(strands: Strands) -> list[Any]:
    """Return strands as plain values; a scene stands once for all its things, links name things by place."""
    places = {id(one): at for at, one in enumerate(strands.things)}
    scenes: dict[Scene, int] = {}
    things = []
    for one in strands.things:
        plain = pack(one)
        plain[_SCENE] = scenes.setdefault(one.scene, len(scenes))
        things.append(plain)
    links = [
        [places[id(one.later)], places[id(one.earlier)], one.kind, one.evidence, one.why]
        for one in strands.found
    ]
    return [[pack(one) for one in scenes], things, links]


def unpacked(plain: Sequence[Any]) -> Strands:
    """Return the strands that `packed` was given."""
    scenes = tuple(map(unpacker(Scene), plain[0]))
    things = tuple(_things(plain[1], scenes))
    found = (
        Found(things[later], things[earlier], kind, evidence, why=why)
        for later, earlier, kind, evidence, why in plain[2]
    )
    return Strands(things, tuple(found))


def _things(plain: Iterable[Any], scenes: Sequence[Scene]) -> Iterator[Thing]:
    read = unpacker(Thing)
    for one in plain:
        scene, one[_SCENE] = scenes[one[_SCENE]], None
        yield replace(read(one), scene=scene)


_SCENE = Thing.__slots__.index("scene")
