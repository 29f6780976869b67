"""Dialogues written for the tests, read and followed, and laid beside the links that people see in them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import mahdar
from mahdar.linking.follow_score import Found
from mahdar.linking.follow_view import Thing
from mahdar.model.spans import Span
from mahdar.pipeline.following import Followed, followed
from mahdar.register import Register

DIALOGUES = Path(__file__).parent / "dialogues"


class Place(NamedTuple):
    """Words in a document."""

    document: str
    span: Span

    def meets(self, other: Place) -> bool:
        """Say whether two places share half of the shorter one."""
        least = min(self.span.end - self.span.start, other.span.end - other.span.start)
        return self.document == other.document and self.span.overlap(other.span) * 2 >= least


class Expected(NamedTuple):
    """A link that people see."""

    later: Place
    earlier: Place
    kind: str


@dataclass(frozen=True)
class Score:
    right: int
    found: int
    expected: int
    missed: tuple[str, ...]
    wrong: tuple[str, ...]

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.expected

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.expected)


def read_dialogue(name: str, folder: Path) -> Register:
    """Read a dialogue into a register of its own."""
    register = Register.open(folder / "register.sqlite")
    mahdar.read(sorted((DIALOGUES / name).glob("*.txt")), register)
    return register


def expected(name: str, texts: dict[str, str]) -> list[Expected]:
    """Return the links that people see in a dialogue."""

    def place(end: list[str]) -> Place:
        document, words = end
        start = texts[document].index(words)
        return Place(document, Span(start, start + len(words)))

    links = tomllib.loads((DIALOGUES / name / "links.toml").read_text(encoding="utf-8"))["link"]
    return [Expected(place(one["from"]), place(one["to"]), one["kind"]) for one in links]


def scored(name: str, folder: Path) -> Score:
    """Follow a dialogue and say how much of it is right."""
    with read_dialogue(name, folder) as register:
        found = followed(register, "2026-01-01")
    texts = {found.names[id_]: text for id_, text in found.texts.items()}
    open_, wrong = expected(name, texts), []
    for one in sorted(found.links, key=lambda one: -one.evidence):
        fits = next((each for each in open_ if _fits(each, one, found)), None)
        if fits is None:
            wrong.append(_line(one, found))
        else:
            open_.remove(fits)
    whole = len(found.links) - len(wrong) + len(open_)
    missed = tuple(each.later.span.cut(texts[each.later.document]) for each in open_)
    return Score(len(found.links) - len(wrong), len(found.links), whole, missed, tuple(wrong))


def _fits(wanted: Expected, one: Found, found: Followed) -> bool:
    later, earlier = _place(one.later, found), _place(one.earlier, found)
    return later.meets(wanted.later) and earlier.meets(wanted.earlier)


def _place(thing: Thing, found: Followed) -> Place:
    return Place(found.names[thing.scene.document], thing.span)


def _line(one: Found, found: Followed) -> str:
    ends = (end.span.cut(found.texts[end.scene.document]) for end in (one.later, one.earlier))
    return " -> ".join(ends)
