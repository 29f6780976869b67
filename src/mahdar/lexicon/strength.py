"""The strength of diplomatic words, compiled: heads, nouns of stance and openings → their places on scales.

Source: lexicon/data/ar/strength.toml (its header says what the fields mean)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mahdar.lexicon.load import Row
from mahdar.lexicon.phrases import PhraseTable, fold_words
from mahdar.lexicon.store import Lexicon

__all__ = ["PLACES", "Grade", "Mover", "Scale", "StrengthTable", "strength_table"]

PLACES = ("stance", "lead", "verb", "any")
"""Where a mover may stand: see the file's header."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A family of acts in order of strength."""

    id: str
    classes: frozenset[str]
    meaning: str


@dataclass(frozen=True, slots=True)
class Grade:
    """A step of a scale."""

    id: str
    scale: str
    grade: int
    """1 is the weakest."""
    name: str
    name_ar: str


@dataclass(frozen=True, slots=True)
class Mover:
    """Words that move an act within its scale."""

    id: str
    by: float
    """How far; 0 where it caps."""
    cap: int
    """The act stands no higher; 0 where it moves."""
    floor: int
    """It moves only what stands here or higher."""
    scales: frozenset[str]
    """On these alone; empty where on all."""


@dataclass(frozen=True, slots=True)
class StrengthTable:
    """What linking looks up. Grades are given by their index in `grades`, those of the first scale first."""

    scales: tuple[Scale, ...]
    grades: tuple[Grade, ...]
    heads: Mapping[tuple[str, str], tuple[int, ...]]
    """Id of an act head and class of the act."""
    nouns: Mapping[tuple[str, str], tuple[int, ...]]
    """Folded noun of stance and class of the act."""
    leads: Mapping[tuple[str, str], tuple[int, ...]]
    """Folded noun that begins a content and class of the act."""
    actions: Mapping[str, int]
    """What was done with an instrument."""
    movers: Mapping[str, PhraseTable[Mover]]
    """By one of `PLACES`."""

    def grade_named(self, scale: str, grade: float) -> Grade:
        """Return the step of a scale that a place, moved or not, belongs to."""
        steps = [step for step in self.grades if step.scale == scale]
        return min(steps, key=lambda step: (abs(step.grade - grade), step.grade > grade))


def strength_table(lexicon: Lexicon) -> StrengthTable:
    """Return the compiled scales."""
    return lexicon.table("strength", _build)


def _build(lexicon: Lexicon) -> StrengthTable:
    """Compile strength.toml."""
    scales = tuple(map(_scale, lexicon.rows("ar/strength.toml", "scale")))
    classes = {scale.id: scale.classes for scale in scales}
    order = [scale.id for scale in scales]
    rows = sorted(
        lexicon.rows("ar/strength.toml", "grade"),
        key=lambda row: (order.index(row.text("scale")), row.values["grade"]),
    )
    grades = tuple(_grade(row) for row in rows)
    movers = lexicon.rows("ar/strength.toml", "mover")
    return StrengthTable(
        scales=scales,
        grades=grades,
        heads=_placed(rows, "heads", classes),
        nouns=_placed(rows, "nouns", classes),
        leads=_placed(rows, "leads", classes),
        actions={action: i for i, row in enumerate(rows) for action in row.list("actions")},
        movers={where: PhraseTable(_phrases(movers, where)) for where in PLACES},
    )


def _scale(row: Row) -> Scale:
    """Make a scale of its row."""
    return Scale(row.text("id"), frozenset(row.list("classes")), row.text("meaning"))


def _grade(row: Row) -> Grade:
    """Make a step of its row."""
    return Grade(row.text("id"), row.text("scale"), row.values["grade"], row.text("name"), row.text("ar"))


def _placed(
    rows: list[Row], field: str, classes: Mapping[str, frozenset[str]]
) -> dict[tuple[str, str], tuple[int, ...]]:
    """Return where each word of a field stands for each class, in the order of the rows."""
    found: dict[tuple[str, str], list[int]] = {}
    for index, row in enumerate(rows):
        for word in row.list(field):
            for act_class in _classes(row, field, classes):
                found.setdefault((_key(word), act_class), []).append(index)
    return {key: tuple(indexes) for key, indexes in found.items()}


def _classes(row: Row, field: str, classes: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the classes for which a row's words count."""
    own = row.list("lead_classes" if field == "leads" else "classes")
    return frozenset(own) or classes[row.text("scale")]


def _key(word: str) -> str:
    """Fold a word; the id of a head stays as it is."""
    return word if word.isascii() else " ".join(fold_words(word))


def _phrases(rows: tuple[Row, ...], where: str) -> Iterator[tuple[str, Mover]]:
    """Yield the phrases of the movers that stand in one place."""
    for row in rows:
        if row.text("where") == where:
            yield from ((phrase, _mover(row)) for phrase in row.list("words"))


def _mover(row: Row) -> Mover:
    """Make a mover of its row."""
    return Mover(
        id=row.text("id"),
        by=float(row.values.get("by", 0)),
        cap=int(row.values.get("cap", 0)),
        floor=int(row.values.get("from", 0)),
        scales=frozenset(row.list("scales")),
    )
