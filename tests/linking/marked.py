"""What is one occasion or instrument, a contradiction, an office in the dialogues; what of it is found."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Any

from tests.linking.scoring import DIALOGUES, Place

from mahdar.linking.follow_view import Thing
from mahdar.model.contradictions import Quoted
from mahdar.model.spans import Span
from mahdar.pipeline.contradicting import contradictions
from mahdar.pipeline.following import followed
from mahdar.pipeline.offices import holder
from mahdar.register import Register

__all__ = ["Marked", "Tally", "marked"]

Tied = Callable[[Place, Place], bool]


@dataclass(frozen=True)
class Tally:
    """What is right, what is found that is not, and what is not found."""

    right: int
    wrong: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        return self.right / (self.right + len(self.wrong)) if self.right or self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + len(self.missed)) if self.right or self.missed else 1.0


class Marked:
    """A dialogue in a register, with what people see in it."""

    def __init__(self, name: str, register: Register) -> None:
        self.register = register
        self.names = {one.id: one.name for one in register.documents()}
        self.texts = {one.name: register.text(one.id) for one in register.documents()}
        self.marks = marked(name)

    def place(self, mark: Sequence[str]) -> Place:
        """Return where words of a document stand first."""
        document, words = mark
        start = self.texts[document].index(words)
        return Place(document, Span(start, start + len(words)))

    def words(self, place: Place) -> str:
        """Return the words of a place, with its document."""
        return f"{place.document}: {place.span.cut(self.texts[place.document])}"

    def groups(self, what: str) -> list[list[Place]]:
        """Return the groups of mentions that are marked to be one occasion or instrument."""
        return [[self.place(one) for one in group] for group in self.marks.get(what, ())]

    # One occasion, one instrument

    def occasions(self) -> Tally:
        """Lay the occasions of meetings beside the groups that are marked."""
        ties = {one.entry: one.occasion for one in self.register.ties()}
        told = [
            (ties.get(one.id), Place(self.names[one.document], span.span))
            for one in self.register.entries(type="meeting")
            for span in one.evidence
        ]

        def of(place: Place) -> set[str]:
            return {id_ for id_, its in told if id_ and its.meets(place)}

        return self._paired("occasion", lambda one, other: bool(of(one) & of(other)))

    def instruments(self) -> Tally:
        """Lay what is linked, near or far, beside the groups of instruments that are marked."""
        strands = self._strands

        def of(place: Place) -> set[int]:
            return {n for n, its in enumerate(strands) if any(one.meets(place) for one in its)}

        return self._paired("instrument", lambda one, other: bool(of(one) & of(other)))

    def _paired(self, what: str, tied: Tied) -> Tally:
        """Count the pairs of one group that are tied, those that are not, and the tied ones of two groups."""
        groups = self.groups(what)
        within = [
            pair
            for group in groups
            for pair in combinations(group, 2)
            if pair[0].document != pair[1].document
        ]
        apart = [(a, b) for one, other in combinations(groups, 2) for a in one for b in other]
        found = [pair for pair in within if tied(*pair)]
        return Tally(
            len(found),
            tuple(self._pair(*pair) for pair in apart if tied(*pair)),
            tuple(self._pair(*pair) for pair in within if pair not in found),
        )

    def _pair(self, one: Place, other: Place) -> str:
        return f"{self.words(one)} | {self.words(other)}"

    @cached_property
    def _strands(self) -> list[list[Place]]:
        """Return the places that links tie together, at one remove or several."""
        found = followed(self.register, "2026-01-01")
        entries = {one.id: one for one in self.register.entries()}
        pairs = [(self._end(one.later), self._end(one.earlier)) for one in found.links]
        for link in self.register.links():
            ends = [entries[id_] for id_ in (link.source, link.target)]
            a, b = (Place(self.names[one.document], one.evidence[0].span) for one in ends)
            pairs.append((a, b))
        return _joined(pairs)

    def _end(self, thing: Thing) -> Place:
        return Place(self.names[thing.scene.document], thing.span)

    # Contradictions

    def contradictions(self) -> Tally:
        """Lay the contradictions that are found beside those that are marked."""
        left = list(self.marks.get("contradiction", ()))
        right, wrong = 0, []
        for found in contradictions(self.register):
            one = found.contradiction
            ends = self._quoted(one.a), self._quoted(one.b)
            hit = next((c for c in left if c["what"] == one.what and self._clash(c, ends)), None)
            if hit is None:
                wrong.append(f"{one.what}: {self._pair(*ends)}")
            else:
                left.remove(hit)
                right += 1
        return Tally(right, tuple(wrong), tuple(f"{c['what']}: {c['a']} {c['b']}" for c in left))

    def _clash(self, mark: dict[str, Any], ends: tuple[Place, Place]) -> bool:
        a, b = self.place(mark["a"]), self.place(mark["b"])
        return (a.meets(ends[0]) and b.meets(ends[1])) or (a.meets(ends[1]) and b.meets(ends[0]))

    def _quoted(self, end: Quoted) -> Place:
        return Place(self.names[end.document], end.span)

    # Offices

    def offices(self) -> Tally:
        """Lay the offices of people beside those that are marked."""
        left = [(one["name"], one["party"], self.place(one["seen"])) for one in self.marks.get("office", ())]
        right, wrong = 0, []
        for person in self.register.people():
            for seen in person.offices:
                at = Place(self.names[seen.document], seen.span)
                fits = (one for one in left if one[0] == person.name_ar and one[1] == seen.party)
                hit = next((one for one in fits if one[2].meets(at)), None)
                if hit is None:
                    wrong.append(f"{person.name_ar} {seen.title} {seen.party} {self.words(at)}")
                else:
                    left.remove(hit)
                    right += 1
        missed = (f"{name} {party} {self.words(place)}" for name, party, place in left)
        return Tally(right, tuple(wrong), tuple(missed))

    def holders(self) -> Tally:
        """Ask who held an office on the days that are marked."""
        tally = Tally(0)
        for one in self.marks.get("holder", ()):
            found = holder(self.register, one["office"], one["party"], one["on"])
            people = {person.id: person.name_ar for person in self.register.people()}
            names = {people[each.holding.person] for each in found}
            right = names == set(one["names"]) and found[0].how == one["how"]
            said = (f"{one['office']} {one['party']} {one['on']}: {names}",)
            tally += Tally(1) if right else Tally(0, said, said)
        return tally


def marked(name: str) -> dict[str, Any]:
    """Return all that is marked in a dialogue."""
    return tomllib.loads((DIALOGUES / name / "links.toml").read_text(encoding="utf-8"))


def _joined(pairs: Iterable[tuple[Place, Place]]) -> list[list[Place]]:
    """Put pairs together that share a place."""
    strands: list[list[Place]] = []
    for pair in pairs:
        own = [one for one in strands if any(place.meets(end) for place in one for end in pair)]
        strands = [one for one in strands if one not in own]
        strands.append([place for one in own for place in one] + list(pair))
    return strands
