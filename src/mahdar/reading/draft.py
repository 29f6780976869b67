"""An act before it is an entry: its head, subject, complement and class."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.model.prose import Sentence
from mahdar.reading.complement import Complement
from mahdar.reading.memory import Subject
from mahdar.reading.spot import Spot

__all__ = ["Draft", "SentenceDrafts"]


@dataclass(frozen=True, slots=True)
class Draft:
    """An act before its content's end is known."""

    spot: Spot
    subject: Subject
    complement: Complement
    act_class: str
    word: int = -1
    """Index of the word that heads the act where it is not the spot's own («قال إنه يجب …»), else -1."""

    @property
    def trigger(self) -> int:
        """Index of the word that heads the act."""
        return self.word if self.word >= 0 else self.spot.i

    @property
    def begin(self) -> int:
        """First word of its clause."""
        return min(self.spot.opening, self.subject.first)


@dataclass(frozen=True, slots=True)
class SentenceDrafts:
    """The acts of one sentence, and which of them stay."""

    sentence: Sentence
    drafts: tuple[Draft, ...]
    """Every head that the rules let through."""
    kept: tuple[Draft, ...]
    """Without the frames that only carry another act."""
