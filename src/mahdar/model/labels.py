"""What the program says of its own, as labels and values; how they are worded is for whoever shows them.

No record holds a sentence: it would be of one language.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

__all__ = ["Label", "Note"]


@dataclass(frozen=True, slots=True, order=True)
class Label:
    """A value of the register, or the name of a row."""

    kind: str
    """What it is: `party`, `person`, `voice` (who speaks: a person, or parties joined by `+`), `place`,
    `office` (its title, with a party's code behind it or not), `date`, `due`, `day` (a date, shown with its
    weekday), `weekday` (`1` is Monday), `amount` (a number and its unit), `unit`, `number`, `years` (for
    how many a sum is), `edition`, `step` (of a
    scale of strength), `source`, `words` (of a document), `word` (a name in the file of labels), or a value
    set of the lexicon (`tracks`, `instruments`…)."""
    value: str
    """A code, a date, a Latin name, a word of a value set."""
    arabic: str = ""
    """The same in Arabic, where the register or the lexicon has it."""


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """What the program notes of something that it found."""

    label: str
    """Which sentence says it: a name in the lexicon's file of notes."""
    values: tuple[tuple[str, Label], ...] = ()
    """What the sentence speaks of; several values of one name are a list. Order: by name, then as given."""

    @classmethod
    def of(cls, label: str, **values: Label | Sequence[Label] | None) -> Note:
        """Return a note; a value that is None is left out.

        >>> Note.of("two_dates", one=Label("day", "2021-05-04"), edition=None).plain
        {'one': '2021-05-04'}
        """
        pairs = (
            (name, one)
            for name, given in sorted(values.items())
            for one in ([given] if isinstance(given, Label) else given or ())
        )
        return cls(label, tuple(pairs))

    def named(self, name: str) -> tuple[Label, ...]:
        """Return the values of one name; nothing where it has none."""
        return tuple(label for its, label in self.values if its == name)

    @property
    def plain(self) -> dict[str, Any]:
        """Its values by name, as programs read them; several of one name are a list."""
        found: dict[str, Any] = {}
        for name, _ in self.values:
            its = [label.value for label in self.named(name)]
            found[name] = its if len(its) > 1 else its[0]
        return found
