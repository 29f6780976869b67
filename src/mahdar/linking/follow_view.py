"""What following looks at: the articles of a register on one line of time, and the things said in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from mahdar.model.spans import Span
from mahdar.model.units import ArticleId, DocumentId, EntryId, IsoDate, PartyCode

__all__ = ["LINE", "Behind", "Part", "Scene", "Thing"]

LINE: Final = "line"
"""The type of a thing that is a sentence without an entry."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a thing's words between two marks, as terms to compare by."""

    span: Span
    terms: frozenset[str]
    """Keys of words, pairs of neighbouring ones, and parties named (`@YEM`)."""
    roots: frozenset[str] = frozenset()
    """Of its words (`*` and the root's letters): two accounts may say one thing in other forms of a word."""


@dataclass(frozen=True, slots=True)
class Behind:
    """Where a sentence says that it rests on something."""

    cue: Span
    """The words that say so."""
    sentence: Span
    before: Span | None
    """The sentence before, where this one is about that."""


@dataclass(frozen=True, slots=True)
class Scene:
    """An article as one point of time: who it is about, and when."""

    article: ArticleId
    document: DocumentId
    kind: str
    """One of `values.ARTICLES`."""
    day: IsoDate | None
    """When its main meeting was, else when it was published; None where nothing tells."""
    sides: frozenset[PartyCode]
    """The parties that it is mostly about."""
    occasion: str
    """One value for all articles about the same occasion."""
    rank: int
    """Which of the articles about one occasion speaks first: 0 the statement itself."""
    about: bool = False
    """True where the day is a guess from who is named."""
    dealings: bool = False
    """True for news of a stated day that is about what two sides do with each other, not against."""


@dataclass(frozen=True, slots=True)
class Thing:
    """An entry that can be taken up or take up another; in accounts also a sentence without an entry."""

    entry: EntryId
    """Of a sentence without an entry its article and where it stands."""
    type: str
    """An entry's, or `LINE`."""
    what: str
    """An act's class, an instrument's or a meeting's kind; `said` for quoted words, `told` for reported."""
    scene: Scene
    span: Span
    """The clause that it stands in."""
    parts: tuple[Part, ...]
    start: int
    """Where its own word begins: an act's trigger."""
    doers: frozenset[PartyCode] = frozenset()
    target: frozenset[PartyCode] = frozenset()
    tracks: frozenset[str] = frozenset()
    action: str = ""
    """How far an instrument is, or whether a meeting was `held` or is `planned`."""
    own: IsoDate | None = None
    """The day that it names itself."""
    content: Span | None = None
    """Of an act: what it is about."""
    due: IsoDate | None = None
    land: PartyCode | None = None
    """Of a meeting: the state that it is in."""
    prepares: bool = False
    """Of a meeting: it is to prepare another."""
    numbers: frozenset[str] = frozenset()
    """Of an instrument: the numbers that stand in its name."""
    edition: int | None = None
    """Of a meeting: which of its series it is; of an act: of the session to come that it is about."""
    occasion: str = ""
    """Of a meeting: one value for all mentions of one, across documents."""
    again: bool = False
    """Its words say that it was said before."""
    done: bool = False
    """Its words say that something is done."""
    begun: bool = False
    """Its words say that a part of something is done, or that it is being done."""
    put_off: bool = False
    """Its words say that something is late, put off, given up or not done yet."""
    in_force: bool = False
    """Its words say that a text is at work."""
    amends: bool = False
    """It is to change an instrument."""
    concluded: bool = False
    """It names a text that was concluded before."""
    goes_on: bool = False
    """It is to go on with, or to hold, the two sides' own talks."""
    mentions: tuple[Span, ...] = ()
    """Everywhere in its article that it is spoken of."""
    behind: tuple[Behind, ...] = ()
    """The sentences that rest on it."""
    title: str = ""
    """What a chain is called that begins with it: what is promised, or an instrument's name."""

    @property
    def day(self) -> IsoDate | None:
        """When it happened or was said: a deed's own day, else that of its article."""
        return self.scene.day if self.own is None or self.type == "act" else self.own
