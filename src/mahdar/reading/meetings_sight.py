"""Words → sightings: each place where an article speaks of an occasion, with what stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from mahdar.lexicon.meetings import MeetingHead, MeetingTable
from mahdar.lexicon.word_terms import Term
from mahdar.model.entries import Chair
from mahdar.model.prose import Sentence
from mahdar.reading.context import Context

__all__ = ["Sighting", "Trigger", "find_triggers", "triggers_by_sentence"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word, or the words of a phrase, that the lexicon knows for meetings."""

    i: int
    term: Term
    head: MeetingHead

    @property
    def last(self) -> int:
        """One past its last word."""
        return self.i + self.term.length


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place where an occasion is spoken of."""

    trigger: Trigger
    sentence: Sentence
    kind: str
    first: int
    """First word of the phrase that names or reports it."""
    last: int
    """One past the last word of that phrase."""
    clause: tuple[int, int]
    """First word and one past the last of the clause around it."""
    inner: tuple[Trigger, ...] = ()
    """Words for occasions inside the phrase («الجولة الثانية من المحادثات»)."""
    hold: Trigger | None = None
    """The verb that says that it takes place, where one stands beside it."""
    parties: tuple[str, ...] = ()
    people: frozenset[str] = frozenset()
    """Latin names of who visits, meets or calls."""
    edition: int | None = None
    date: str | None = None
    place: str | None = None
    host: str | None = None
    """The state that the place lies in."""
    city: bool = False
    """True where the place is no state."""
    planned: bool = False
    opens: bool = False
    """True where this place alone is enough to say that the occasion exists."""
    back: bool = False
    """True where it takes up an occasion spoken of before."""
    chairs: tuple[Chair, ...] = ()
    theme: frozenset[str] = field(default=frozenset())
    """Words of a session's theme."""
    alone: bool = False
    """True where one party is named and nobody else who could be the other side."""
    lay: bool = False
    """True where the other side are people who are no party."""
    aside: bool = False
    """True where it took place on the margins of another."""
    envoys: bool = False
    """True where one side is an ambassador, an envoy or a counterpart."""
    three: bool = False
    """True where the text says that three take part («ثلاثي»)."""
    joining: bool = False
    """True where it takes an occasion up to tell who took part besides («وشارك في الاجتماع …»)."""
    bodied: bool = False
    """True where a body is a party: its members take part without being named."""
    preparing: bool = False
    """True where those meet who prepare another occasion («الخبراء», «كبار المسؤولين»)."""
    earlier: bool = False
    """True where it is told to be the one before («الدورة السابقة», «آخر دورة»)."""
    long_ago: bool = False
    """True where its date lies well before the article's own day."""
    margin: bool = False
    """True where something else took place on its margins."""
    fresh: bool = False
    """True where it can only be an occasion not spoken of before."""
    meanwhile: bool = False
    """True where «فيما» or the like leads to it: somebody else held it, at the same time."""
    stops: tuple[tuple[str, int, int], ...] = ()
    """The states that a visit leads to where they are several, in text order, with the words of each name."""
    mine: bool = False
    """True where who speaks tells of himself («التقيت», «خلال لقائي مع»)."""
    besides: bool = False
    """True where its verb tells that somebody met one more («كما التقى …»)."""


def find_triggers(ctx: Context, table: MeetingTable) -> Iterator[Trigger]:
    """Find every word that the lexicon knows for meetings, the longest phrase at each.

    Order: by word; phrases never overlap. Cost: one look-up a word.
    """
    terms, folds, end = table.terms, ctx.folds, 0
    for i, word in enumerate(folds):
        if word not in terms or i < end:
            continue
        found = next((t for t in terms[word] if _follows(ctx, t, i)), None)
        if found is not None and not ctx.covered[i]:
            yield Trigger(i, found, table.heads[found.head])
            end = i + found.length


def _follows(ctx: Context, term: Term, i: int) -> bool:
    """Say whether the rest of a phrase stands behind its first word, in one run."""
    last = i + term.length
    if term.tense and ctx.words[i].text.endswith(_TAA_MARBUTA):
        return False
    return tuple(ctx.folds[i + 1 : last]) == term.rest and not any(w.gap for w in ctx.words[i + 1 : last])


_TAA_MARBUTA = "\N{ARABIC LETTER TEH MARBUTA}"


def triggers_by_sentence(ctx: Context, found: Iterable[Trigger]) -> Iterator[tuple[Sentence, list[Trigger]]]:
    """Group triggers by the sentence that holds them."""
    group: list[Trigger] = []
    sentence: Sentence | None = None
    for trigger in found:
        if sentence is None or trigger.i >= sentence.last:
            if sentence is not None:
                yield sentence, group
            sentence, group = ctx.sentence_of(trigger.i), []
        group.append(trigger)
    if sentence is not None:
        yield sentence, group
