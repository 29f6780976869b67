"""Parts of documents → the answers that a register keeps: what each is made of, and how it is written down.

An answer is made anew only where what it is made of has changed: its inputs are a digest of parts, ties,
people and steps. Series and offices cost little and are made anew whenever anything has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import groupby
from typing import Any, Final, Protocol

from mahdar.lexicon import Lexicon
from mahdar.linking import follow_strands
from mahdar.linking.chains import Chained, chains, last_day
from mahdar.linking.contradictions import find_contradictions, gathered, two_holders
from mahdar.linking.follow_meaning import NOBODY, Senses, senses
from mahdar.linking.follow_strands import Strands
from mahdar.linking.follow_view import Thing
from mahdar.linking.meaning import load_meaning, meaning_name
from mahdar.linking.offices import Holding, holdings
from mahdar.model.chains import Chain, PersonStep
from mahdar.model.document import short_hash
from mahdar.model.links import Tie
from mahdar.model.packed import pack
from mahdar.model.records import PersonRecord
from mahdar.model.units import DocumentId, EntryId, IsoDate, Offset
from mahdar.pipeline.kept_meaning import KeptMeaning
from mahdar.pipeline.kept_texts import KeptTexts
from mahdar.pipeline.parts import CLAIMS, PIECES, Parts, claims, pieces
from mahdar.pipeline.reports import Progress
from mahdar.pipeline.series import register_series
from mahdar.pipeline.taking_up import strands_in
from mahdar.register import Register

__all__ = [
    "CHAINS",
    "CONTRADICTIONS",
    "MEANINGS",
    "NAMES",
    "OFFICES",
    "SERIES",
    "STRANDS",
    "KnownChains",
    "Work",
    "known_chains",
]

STRANDS, CHAINS, CONTRADICTIONS, SERIES, OFFICES = "strands", "chains", "contradictions", "series", "offices"
MEANINGS: Final = "meanings"
"""What the texts mean that strands were asked about: kept for the next time, no answer by itself."""
NAMES: Final = (STRANDS, MEANINGS, CHAINS, CONTRADICTIONS, SERIES, OFFICES)
"""What is kept."""

Made = tuple[str, Any]
"""Digest of what an answer is made of, and the answer as plain values."""


@dataclass(frozen=True, slots=True)
class KnownChains:
    """Chains, and which days see these and no others."""

    first: str
    """The last day that is known; empty where none is."""
    behind: str | None
    """The next one, from which on there may be others; None where there is none."""
    chains: tuple[Chain, ...]

    def fit(self, as_of: IsoDate) -> bool:
        """Say whether a day sees these chains."""
        until = last_day(as_of)
        return self.first <= until and (self.behind is None or until < self.behind)


def known_chains(strands: Strands, steps: Iterable[PersonStep], as_of: IsoDate) -> KnownChains:
    """Return the chains that a day sees.

    Args:
        strands: what chains are made of.
        steps: what people wrote down, in the order of entries.
        as_of: the day.
    """
    written = tuple(steps)
    until = last_day(as_of)
    days = sorted({*strands.days, *(one.date for one in written)})
    first = max((day for day in days if day <= until), default="")
    behind = min((day for day in days if day > until), default=None)
    by_entry = {key: tuple(its) for key, its in groupby(written, key=lambda one: one.entry)}
    made = chains(Chained(strands.things, strands.found, by_entry, until))
    return KnownChains(first, behind, tuple(made))


def _unasked(things: Sequence[Thing]) -> Senses:
    """Return that nobody was asked what things mean."""
    del things
    return NOBODY


class Kept(Protocol):
    """What reads answers that are kept."""

    def strands(self) -> Strands:
        """Return the kept strands."""
        ...

    def meanings(self) -> Mapping[str, str]:
        """Return what the texts mean that the kept strands were asked about, as `KeptMeaning.asked`."""
        ...


@dataclass(frozen=True)
class Work:
    """A register at one moment, ready to be worked out."""

    register: Register
    """As it stands at that moment."""
    lexicon: Lexicon
    parts: Parts

    @classmethod
    def of(
        cls,
        register: Register,
        lexicon: Lexicon,
        maker: str,
        progress: Callable[[Progress], None] | None = None,
    ) -> Work:
        """Bring the parts of all documents up to date.

        Args:
            register: as it stands at one moment.
            lexicon: says what words tell.
            maker: digest of what works answers out.
            progress: is told how many of the documents that changed are done.
        """
        return cls(register, lexicon, Parts.of(register, lexicon, maker, progress))

    def answers(self, held: Mapping[str, str], kept: Kept, today: IsoDate) -> dict[str, Made]:
        """Return the answers that are not made of the same as those that are kept.

        Args:
            held: name → digest of what the kept answer is made of.
            kept: reads what is kept.
            today: whose chains are kept.
        """
        own = self._strands_digest()
        made: dict[str, Made] = {}
        if held.get(STRANDS) == own:
            known = kept.strands()
        else:
            model = self._model(kept)
            meant = partial(senses, texts=KeptTexts(self.register), meaning=model) if model else _unasked
            known = strands_in(pieces(self.parts), self._occasions, self._people, self.lexicon, meant)
            made[STRANDS] = (own, follow_strands.packed(known))
            made[MEANINGS] = ("", model.asked if model else {})
        made |= self._chains(held, own, known, today)
        claimed = short_hash(self.parts.digest(CLAIMS), *map(repr, self._ties), repr(self._holdings))
        if held.get(CONTRADICTIONS) != claimed:
            made[CONTRADICTIONS] = (claimed, pack(self._contradictions()))
        made[SERIES] = ("", pack(register_series(self.register)))
        made[OFFICES] = ("", pack(self._holdings))
        return made

    @staticmethod
    def _model(kept: Kept) -> KeptMeaning | None:
        model, name = load_meaning(), meaning_name()
        return KeptMeaning(model, name, kept.meanings()) if model and name else None

    def _chains(self, held: Mapping[str, str], own: str, strands: Strands, today: IsoDate) -> dict[str, Made]:
        steps = tuple(self.register.steps())
        until = last_day(today)
        first = max(
            (day for day in (*strands.days, *(one.date for one in steps)) if day <= until), default=""
        )
        digest = short_hash(own, first, *map(repr, steps))
        if held.get(CHAINS) == digest:
            return {}
        return {CHAINS: (digest, pack(known_chains(strands, steps, today)))}

    def _contradictions(self) -> tuple[Any, ...]:
        ties = {one.entry: one for one in self._ties}
        offices = two_holders(self._everybody, KeptTexts(self.register), self.lexicon)
        return find_contradictions(gathered(claims(self.parts), ties), offices, self.lexicon)

    @cached_property
    def _holdings(self) -> tuple[Holding, ...]:
        return holdings(self._everybody)

    @cached_property
    def _everybody(self) -> tuple[PersonRecord, ...]:
        return tuple(self.register.people())

    @cached_property
    def _ties(self) -> tuple[Tie, ...]:
        return tuple(self.register.ties())

    @cached_property
    def _occasions(self) -> dict[EntryId, str]:
        return {one.entry: one.occasion for one in self._ties}

    @cached_property
    def _people(self) -> dict[DocumentId, dict[Offset, str]]:
        """Document → where somebody is named in it → who."""
        return {
            id_: {start: who for who, _, start, _ in self.parts.people.get(id_, ())}
            for id_ in self.parts.heads[PIECES]
        }

    def _strands_digest(self) -> str:
        people = (word for its in self._people.values() for at, who in its.items() for word in (at, who))
        return short_hash(
            meaning_name() or "by words", self.parts.digest(PIECES), *map(repr, self._ties), *people
        )
