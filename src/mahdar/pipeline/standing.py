"""What is worked out of a whole register, kept in it, given at once: chains, contradictions, series, offices.

An answer is kept with the state of the register that it is of. Asking works nothing out: it gives what is
kept, and says whether that is of the present state. `refresh` makes anew what has changed: of each document
only what its own history or its people's has changed (`parts`), and an answer only where what it is made of
is other than before (`standing_work`).

Following is of all documents at once: how rare a word is changes with every document. So chains are made of
all parts anew whenever one of them has changed, which is exact and is what a refresh costs; a review that
changes no part costs next to nothing.

Example: `Standing(register).chains("2024-05-01").value`
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from threading import Lock
from typing import Any, Final, Generic, TypeVar

from mahdar.errors import RegisterError
from mahdar.lexicon import Lexicon, default_lexicon
from mahdar.linking import follow_strands
from mahdar.linking.chains import seen_on
from mahdar.linking.follow_score import Found
from mahdar.linking.follow_strands import Strands
from mahdar.linking.offices import Holding
from mahdar.model.chains import Chain
from mahdar.model.contradictions import Contradiction
from mahdar.model.document import short_hash
from mahdar.model.packed import unpacker
from mahdar.model.units import IsoDate
from mahdar.pipeline.digest import linker_digest
from mahdar.pipeline.parts import dumped, loaded
from mahdar.pipeline.reports import Progress
from mahdar.pipeline.series import SeriesRecord
from mahdar.pipeline.standing_work import (
    CHAINS,
    CONTRADICTIONS,
    MEANINGS,
    NAMES,
    OFFICES,
    SERIES,
    STRANDS,
    KnownChains,
    Made,
    Work,
    known_chains,
)
from mahdar.register import Register
from mahdar.register.keeping import Answer as Kept
from mahdar.register.keeping import State

__all__ = ["Answer", "Standing"]

T = TypeVar("T")

_DAYS: Final = 8
"""Days whose chains are remembered beside those of today."""


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """Something worked out of a whole register."""

    value: T | None
    """None where it was never worked out; `Standing.refresh` does that."""
    fresh: bool
    """Whether it is of the register as it stands now."""
    at: str | None
    """When it was worked out: ISO 8601, UTC."""


class Standing:
    """The answers that a register keeps; may be used by many threads.

    Args:
        register: is asked, and written to by `refresh`.
        lexicon: the default one where None.
        today: tells the day; chains of today are kept, those of other days made when they are asked for.
    """

    def __init__(
        self,
        register: Register,
        lexicon: Lexicon | None = None,
        *,
        today: Callable[[], IsoDate] = lambda: datetime.now(UTC).date().isoformat(),
    ) -> None:
        self._register, self._today = register, today
        self._lexicon = lexicon or default_lexicon()
        self._maker = linker_digest(self._lexicon)
        self._lock = Lock()
        self._own: dict[str, Kept] = {}
        """Answers that could not be kept in the register."""
        self._read: dict[str, tuple[tuple[str, ...], Any]] = {}
        """What was read of answers, with what they were made of and when."""
        self._other_days: dict[tuple[State, str], KnownChains] = {}

    def chains(self, as_of: IsoDate) -> Answer[tuple[Chain, ...]]:
        """Return what became of commitments and instruments, as it stood on a day."""
        found = self._answer(CHAINS, unpacker(KnownChains))
        if found.value is None:
            return Answer(None, False, None)
        known = found.value if found.value.fit(as_of) else self._chains_on(as_of)
        return Answer(tuple(seen_on(one, as_of) for one in known.chains), found.fresh, found.at)

    def links(self) -> Answer[tuple[Found, ...]]:
        """Return the links that chains hang on."""
        strands = self._answer(STRANDS, follow_strands.unpacked)
        return Answer(strands.value.found if strands.value else None, strands.fresh, strands.at)

    def strands(self) -> Strands:
        """Return what chains are made of, as it is kept."""
        found = self._answer(STRANDS, follow_strands.unpacked).value
        return found or Strands((), ())

    def meanings(self) -> Mapping[str, str]:
        """Return what texts mean that were asked about, as `KeptMeaning.asked` gives it."""
        return loaded(self._whole(MEANINGS).data) if MEANINGS in self._heads() else {}

    def contradictions(self) -> Answer[tuple[Contradiction, ...]]:
        """Return the pairs of passages that cannot both be true, closed ones too, the hard ones first."""
        return self._answer(CONTRADICTIONS, unpacker(tuple[Contradiction, ...]))

    def series(self) -> Answer[tuple[SeriesRecord, ...]]:
        """Return every series with its editions, those with the most first."""
        return self._answer(SERIES, unpacker(tuple[SeriesRecord, ...]))

    def offices(self) -> Answer[tuple[Holding, ...]]:
        """Return who is seen in which office from when to when, by party, title and first day."""
        return self._answer(OFFICES, unpacker(tuple[Holding, ...]))

    def fresh(self) -> bool:
        """Say whether all that is kept is of the register as it stands now, and today's chains of today."""
        heads, state = self._heads(), self._register.keeping.state()
        if any(name not in heads or heads[name].state != state for name in NAMES):
            return False
        known = self._answer(CHAINS, unpacker(KnownChains)).value
        return known is not None and known.fit(self._today())

    def refresh(self, progress: Callable[[Progress], None] | None = None) -> bool:
        """Make anew what is no longer of the register's present state, and keep it.

        What cannot be kept, in a register that may only be read or that somebody else is writing to, is given
        all the same by this object, and worked out again by the next.

        Args:
            progress: is told how many of the documents that changed are done.

        Returns:
            Whether anything had to be done.

        Raises:
            RegisterError: the register cannot be read.
        """
        with self._lock:
            if self.fresh():
                return False
            with self._register.snapshot() as still:
                state = still.keeping.state()
                work = Work.of(still, self._lexicon, self._maker, progress)
                held = self._heads()
                inputs = {name: one.inputs for name, one in held.items()}
                made = work.answers(inputs, self, self._today())
            self._keep(state, made, {name: one for name, one in held.items() if name not in made})
        return True

    def _keep(self, state: State, made: Mapping[str, Made], same: Mapping[str, Kept]) -> None:
        """Keep what was made, and note that the rest is of this state too; by itself where that fails."""
        new = {name: _kept(name, state, one, self._maker) for name, one in made.items()}
        with suppress(RegisterError):
            self._register.keeping.keep(tuple(new.values()), tuple(same), state)
        seen = self._heads()
        for name in NAMES:
            if name not in seen or seen[name].state.order < state.order:
                self._own[name] = new.get(name) or replace(self._whole(name), state=state)

    def _heads(self) -> dict[str, Kept]:
        """Return what is kept and was made as it would be now, by name, without the contents."""
        found = {n: one for n, one in self._register.keeping.heads().items() if one.maker == self._maker}
        for name, one in self._own.items():
            if name not in found or found[name].state.order < one.state.order:
                found[name] = one
        return found

    def _whole(self, name: str) -> Kept:
        """Return what is kept under a name with its contents, of the register or this object's own."""
        held, own = self._register.keeping.answer(name), self._own.get(name)
        if held is None or held.maker != self._maker or (own and held.state.order < own.state.order):
            held = own
        if held is None:
            raise RegisterError(f"{self._register.where}: what was worked out is gone; try again")
        return held

    def _answer(self, name: str, read: Callable[[Any], T]) -> Answer[T]:
        """Return what is kept under a name."""
        head = self._heads().get(name)
        if head is None:
            return Answer(None, False, None)
        mark = (head.inputs, head.at)
        known = self._read.get(name)
        if known is None or known[0] != mark:
            whole = self._whole(name)
            known = self._read[name] = (whole.inputs, whole.at), read(loaded(whole.data))
        return Answer(known[1], head.state == self._register.keeping.state(), head.at)

    def _chains_on(self, as_of: IsoDate) -> KnownChains:
        """Return the chains that another day than today sees; the last few are remembered."""
        state = self._register.keeping.state()
        for (of, _), known in self._other_days.items():
            if of == state and known.fit(as_of):
                return known
        made = known_chains(self.strands(), self._register.steps(), as_of)
        if len(self._other_days) >= _DAYS:
            self._other_days.pop(next(iter(self._other_days)), None)
        self._other_days[state, made.first] = made
        return made


def _kept(name: str, state: State, made: Made, maker: str) -> Kept:
    """Return an answer as it is kept; one whose inputs nobody digested is told by its contents."""
    inputs, plain = made
    data = dumped(plain)
    return Kept(name, state, inputs or short_hash(name, data.hex()), maker, "", data)
