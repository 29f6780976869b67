"""What an article has spoken of so far: the subjects of its acts, and who has spoken."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from mahdar.model.units import PartyCode
from mahdar.reading.context import Context

__all__ = ["BLANK", "Memory", "Subject"]


@dataclass(frozen=True, slots=True)
class Subject:
    """Who acts, resolved."""

    parties: tuple[PartyCode, ...]
    speaker: str | None
    rule: str
    """Which rule found it."""
    last: int
    """Where the clause goes on behind it: a word index."""
    first: int
    """First word of the clause: the subject's, where it stands before the verb."""
    people: tuple[str, ...] = ()
    end: int = -1
    """Where the content ends at the latest, for a subject that stands behind it; -1 for no such bound."""
    one: bool = False
    """True where several parties act as one thing in grammar: a statement, a committee."""
    gender: str = ""
    """`m` or `f`, as its own verb says; empty where that does not tell."""
    nested: bool = False
    """True inside another's report: the next report goes on with the outer subject."""
    plural: bool = False
    """True for several of one party («المسؤولون»), who take verbs in the plural."""
    title: int = -1
    """First word of the title of one whom the text does not name; -1 for everybody else."""
    of_encounter: bool = False
    """True for the sides of a meeting that is itself the subject («تناول اللقاء …»)."""
    sentence: int = -1
    """First word of the sentence that it was last spoken of in."""


@dataclass(slots=True)
class Memory:
    """What the article has spoken of so far."""

    recent: list[Subject] = field(default_factory=list)
    """Subjects of acts, the newest last."""
    speakers: dict[str, PartyCode | None] = field(default_factory=dict)
    """People who have spoken, the newest last."""
    met: tuple[PartyCode, ...] = ()
    """The two whose meeting was told last («التقى الوزير … نظيره …»); empty before any."""
    parted: tuple[PartyCode, ...] = ()
    """The two between whom there is a quarrel or its mediation, told later than any meeting; else empty."""
    gathered: tuple[PartyCode, ...] = ()
    """The three or more whose leaders or ministers the text named together last («قمة لرؤساء …»)."""
    holder: str | None = None
    """Who speaks in an interview's answers."""
    lost: int = -1
    """First word of the last sentence told by somebody whom the text does not let us know; -1 for none."""

    def keep(self, subject: Subject) -> None:
        """Remember a subject."""
        self.recent.append(replace(subject, of_encounter=False) if subject.of_encounter else subject)
        if len(subject.parties) == 2 and subject.rule != "remembered" and not subject.nested:
            self.met = ()
        if subject.speaker:
            known = self.speakers.pop(subject.speaker, None)
            self.speakers[subject.speaker] = subject.parties[0] if len(subject.parties) == 1 else known

    @property
    def speaker(self) -> str | None:
        """The person who spoke last."""
        return next(reversed(self.speakers), None)

    @property
    def of_unknown(self) -> bool:
        """True while the words told last are those of somebody whom the text does not let us know."""
        last = self.recent[-1] if self.recent else None
        return last is not None and last.rule == BLANK.rule and last.sentence == self.lost

    @property
    def unnamed(self) -> tuple[PartyCode, ...]:
        """For whom the one spoke who spoke last without a name («قال مصدر قبرصي … وأضاف المصدر …»)."""
        last = self._heard_unnamed()
        return last.parties if last is not None else ()

    @property
    def unnamed_title(self) -> int:
        """First word of the title of him who spoke last without a name; -1 where he has none."""
        last = self._heard_unnamed()
        return last.title if last is not None else -1

    def _heard_unnamed(self) -> Subject | None:
        """Return who spoke last, if he has no name and acts for one party."""
        known = (s for s in reversed(self.recent) if s.one or s.people or s.title >= 0)
        heard = (s for s in known if s.rule in _HEARD)
        last = next((s for s in heard if not self._told_by_somebody(s)), None)
        nameless = last is not None and not last.people and len(last.parties) == 1
        return last if nameless else None

    def _told_by_somebody(self, subject: Subject) -> bool:
        """Say whether a subject stands in what a person tells («قال الوزير إن بلاده …»): he is heard."""
        here = (s for s in self.recent if s.sentence == subject.sentence and not s.nested)
        return subject.nested and any(s.people or s.title >= 0 for s in here)

    @property
    def group(self) -> tuple[PartyCode, ...]:
        """The three parties or more that acted together last, else whose leaders met; empty before any."""
        acted = next((s.parties for s in reversed(self.recent) if len(s.parties) > _TWO), ())
        return acted or self.gathered

    def bloc(self, ctx: Context) -> tuple[PartyCode, ...]:
        """The bloc that acted last, whose members «the leaders» are; empty where a state or several did."""
        last = self.recent[-1].parties if self.recent else ()
        return last if len(last) == 1 and last[0] not in ctx.states and len(last[0]) <= _BLOC else ()

    def lose(self, sentence: int) -> None:
        """Remember that somebody speaks in a sentence whom the text does not let us know."""
        self.lost = sentence
        self.keep(replace(BLANK, sentence=sentence))

    def heard(self, ctx: Context) -> tuple[PartyCode, ...]:
        """The one party that was heard last; nobody where that was somebody unknown; else the state meant."""
        outer = [s for s in self.recent if not s.nested]
        last = outer[-1] if outer else None
        if last is not None and last.rule == BLANK.rule:
            return ()
        return last.parties if last is not None and len(last.parties) == 1 else self.state(ctx)

    def state(self, ctx: Context) -> tuple[PartyCode, ...]:
        """The one state spoken of last, else the article's home, else the one that it is most about."""
        for s in reversed(self.recent):
            if len(s.parties) == 1 and len(s.parties[0]) == _STATE:
                return s.parties
        top = ctx.home or ctx.top_state
        return (top,) if top else ()

    def pair(self, ctx: Context) -> tuple[PartyCode, ...]:
        """The two parties spoken of last, else the article's own pair."""
        if self.parted or self.met:
            return self.parted or self.met
        for s in reversed(self.recent):
            if len(s.parties) == _TWO and all(len(code) <= _STATE for code in s.parties):
                return s.parties
        return ctx.pair


_TWO = 2
_STATE = 3
_BLOC = 4
"""Letters of a bloc's code at most."""
_HEARD = frozenset({"after_verb", "before_verb"})
"""Rules of subjects that are written beside their verb."""

BLANK = Subject((), None, "blank", -1, -1)
"""Somebody spoke whom the text does not let us know: who speaks next is not who spoke before."""
