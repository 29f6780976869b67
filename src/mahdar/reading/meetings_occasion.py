"""An occasion while it is put together of what the article says in several places."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.model.entries import Chair
from mahdar.reading.meetings_date import sharpness
from mahdar.reading.meetings_sight import Sighting

__all__ = ["HEADLINES", "Occasion", "in_the_present"]


@dataclass(slots=True)
class Occasion:
    """An occasion while it is put together."""

    kind: str
    sightings: list[Sighting]
    parties: tuple[str, ...]
    people: frozenset[str]
    edition: int | None
    date: str | None
    place: str | None
    host: str | None
    planned: bool
    theme: frozenset[str]

    @classmethod
    def of(cls, s: Sighting) -> Occasion:
        """Open an occasion at a sighting."""
        return cls(s.kind, [s], s.parties, s.people, s.edition, s.date, s.place, s.host, s.planned, s.theme)

    def add(self, s: Sighting) -> None:
        """Take a sighting in: it fills what is not known yet, and a finer date replaces a coarser."""
        self.kind = s.kind if s.kind in _TELLING else self.kind
        self.edition = self.edition if self.edition is not None else s.edition
        finer = s.city and s.host == self.host and s.kind == self.kind
        if not self.place or (finer and not any(x.city for x in self.sightings)):
            self.place, self.host = s.place or self.place, s.host or self.host
        if sharpness(s.date or "") > sharpness(self.date or "") and _tells_when(s):
            self.date = s.date
        if self._knows_fewer_than(s):
            self.parties = s.parties
        if s.joining and not any(x.bodied for x in self.sightings):
            self.parties = tuple(sorted({*self.parties, *s.parties}))
        both = self.people & s.people
        self.people = both if both and self.kind == "visit" else self.people | s.people
        self.planned = self.planned or (s.planned and s.opens and in_the_present(self.sightings[0]))
        self.planned = self.planned or self._told_to_come(s)
        self.planned = self.planned and not self._told_as_held(s)
        self.theme |= s.theme
        self.sightings.append(s)

    def _knows_fewer_than(self, s: Sighting) -> bool:
        """Say whether a sighting tells better who took part: two at least, or all stops of a visit."""
        if self.kind == "visit" and set(s.parties) > set(self.parties) and not s.trigger.term.plural:
            return True
        return len(self.parties) < min(2, len(s.parties)) and not self.sightings[0].lay

    def _told_to_come(self, s: Sighting) -> bool:
        """Say whether a verb tells when or where will be what no verb has told of before."""
        if s.planned and s.opens and all(map(_headed, self.sightings)):
            return True
        if self.kind == "visit":
            return False
        ahead = s.back and s.planned and s.hold is not None and bool(s.date or s.place)
        return ahead and all(x.hold is None and x.trigger.head.role in _NOUNS for x in self.sightings)

    def _told_as_held(self, s: Sighting) -> bool:
        """Say whether the text tells in the past what its headline tells in the present."""
        first = self.sightings[0]
        headline = first.sentence.block == "title" and in_the_present(first)
        return headline and not s.planned and s.opens and s.trigger.term.tense == "past"

    @property
    def stops(self) -> tuple[tuple[str, int, int], ...]:
        """The states that a visit leads to, where some sighting tells of several."""
        return max((s.stops for s in self.sightings), key=len, default=())

    @property
    def chairs(self) -> tuple[Chair, ...]:
        """Everyone who chairs, each once, in text order."""
        found = {c.name: c for s in self.sightings for c in s.chairs}
        return tuple(found.values())


_NOUNS = frozenset({"noun", "container"})
_TELLING = frozenset({"session", "call"})
"""Kinds that tell more than a word for any meeting."""


def in_the_present(s: Sighting) -> bool:
    """Say whether it is told in the present, by its own verb or, of a visit, by who makes it («يقوم بها»)."""
    of_noun = s.kind in {"visit", "summit"}
    made = of_noun and s.hold is not None and s.hold.term.tense == "present"
    return s.trigger.term.tense == "present" or made


def _headed(s: Sighting) -> bool:
    """Say whether a headline tells it without saying when: by its noun alone, or in the present."""
    hold = s.hold.term.tense if s.hold is not None else s.trigger.term.tense
    return s.sentence.block in HEADLINES and hold in {"", "present"}


HEADLINES = frozenset({"title", "kicker", "heading"})
"""Blocks that name one side's people and leave the other's to the text below."""


def _tells_when(s: Sighting) -> bool:
    """Say whether a date is an occasion's own: a month or year beside a mere mention may be of anything."""
    return s.opens or s.hold is not None or len(s.date or "") >= _DAY


_DAY = len("2024-03-05")
