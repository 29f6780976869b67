"""When the same parties dealt with the same tracks again: what silence is measured by."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mahdar.linking.follow_view import Thing
from mahdar.model.units import IsoDate, PartyCode

__all__ = ["Sessions"]


@dataclass(frozen=True, slots=True)
class Sessions:
    """Occasions by party and track, in order of time."""

    held: Mapping[tuple[PartyCode, str], tuple[tuple[IsoDate, str, frozenset[PartyCode]], ...]]

    @classmethod
    def of(cls, things: Iterable[Thing]) -> Sessions:
        """Gather the occasions on which anything was said on a track."""
        found: dict[tuple[PartyCode, str], set[tuple[IsoDate, str, frozenset[PartyCode]]]] = defaultdict(set)
        for one in things:
            day = one.scene.day
            if day and not one.scene.about:
                for party in one.scene.sides:
                    for track in one.tracks:
                        found[party, track].add((day, one.scene.occasion, one.scene.sides))
        order = {key: tuple(sorted(its, key=lambda one: one[:2])) for key, its in found.items()}
        return cls(order)

    def after(
        self, day: IsoDate, parties: frozenset[PartyCode], tracks: Iterable[str], apart: Iterable[str]
    ) -> list[tuple[IsoDate, str]]:
        """Return the later occasions of all these parties on any of these tracks: day and occasion.

        Args:
            day: what is later than this.
            parties: all of them are sides.
            tracks: any of them was dealt with.
            apart: occasions that do not count.
        """
        leave, found = set(apart), set()
        for track in tracks:
            lists = [self.held.get((party, track), ()) for party in parties]
            nearest = min(lists, key=len, default=())
            at = bisect_right(nearest, day, key=lambda one: one[0])
            found |= {
                (when, occasion)
                for when, occasion, sides in nearest[at:]
                if parties <= sides and occasion not in leave
            }
        return sorted(found)
