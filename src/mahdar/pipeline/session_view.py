"""An edition of a series → what was agreed, promised, said and paid at it, each beside its words.

What the sides did in saying it stands in the texts that speak for the session (`pipeline.sessions`): the
joint statement alone where there is one. Instruments, money and quotes are gathered from every article about
it; what several of them tell stands once, with the others behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from mahdar.lexicon.fold import fold
from mahdar.linking.sessions import KINDS
from mahdar.model.chains import Chain
from mahdar.model.document import Article
from mahdar.model.records import DocumentRecord, EntryRecord
from mahdar.model.units import ArticleId, EntryId
from mahdar.pipeline.series import EditionRecord, SeriesRecord
from mahdar.pipeline.sessions import Session, session_of
from mahdar.register import Register

__all__ = ["NO_TRACK", "SessionView", "Thing", "chains_by_entry", "session_view"]

NO_TRACK: Final = "other"
"""Where what has no topic stands."""
_TYPES: Final = ("act", "amount", "instrument", "quote")
_POSITION: Final = "position"


@dataclass(frozen=True, slots=True)
class Thing:
    """An entry of a session."""

    entry: EntryRecord
    also: tuple[EntryRecord, ...] = ()
    """Others that tell the same."""
    chain: Chain | None = None
    """What became of it."""


@dataclass(frozen=True, slots=True)
class SessionView:
    """What a session held."""

    session: Session | None
    """The texts that speak for it; None where it is only mentioned."""
    articles: tuple[tuple[DocumentRecord, Article], ...]
    """Every article about it."""
    commitments: tuple[Thing, ...]
    positions: Mapping[str, tuple[Thing, ...]]
    """Topic → positions. Order: the topics with most first."""
    others: tuple[Thing, ...]
    """What was talked about, announced and done."""
    instruments: tuple[Thing, ...]
    quotes: tuple[Thing, ...]
    amounts: tuple[Thing, ...]

    @property
    def tracks(self) -> dict[str, int]:
        """Topic → how many acts are about it. Order: most first."""
        counts: dict[str, int] = {}
        positions = (thing for its in self.positions.values() for thing in its)
        for thing in (*self.commitments, *positions, *self.others):
            for track in thing.entry.fields["tracks"]:
                counts[track] = counts.get(track, 0) + 1
        return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def chains_by_entry(chains: Iterable[Chain]) -> dict[EntryId, Chain]:
    """Return for each entry the chain that it is a step of."""
    return {step.entry: one for one in chains for step in one.steps if step.entry}


def session_view(
    register: Register, series: SeriesRecord, edition: EditionRecord, chains: Mapping[EntryId, Chain]
) -> SessionView:
    """Gather what a session held.

    Args:
        register: holds it.
        series: it is an edition of.
        edition: the session.
        chains: entry → what became of it, as far as that is known.
    """
    session, articles = session_of(register, series, edition)
    every = _entries(register, articles)
    speaking = {article.id_in(one.id) for one, article in session.articles} if session else set()
    acts = [one for one in every if one.type == "act" and one.article in speaking]
    kinds = {one.id: KINDS.get(one.fields["class"], _POSITION) for one in acts}

    def things(chosen: Iterable[EntryRecord], key: Callable[[EntryRecord], Hashable]) -> tuple[Thing, ...]:
        return tuple(_once(chosen, key, speaking, chains))

    def of(type_: str) -> Iterator[EntryRecord]:
        return (one for one in every if one.type == type_)

    positions = things((one for one in acts if kinds[one.id] == _POSITION), _itself)
    return SessionView(
        session,
        articles,
        commitments=things((one for one in acts if kinds[one.id] == "commitment"), _itself),
        positions=_by_track(positions),
        others=things((one for one in acts if kinds[one.id] in {"deed", "discussion"}), _itself),
        instruments=things(of("instrument"), _same_instrument),
        quotes=things(of("quote"), _same_words),
        amounts=things(of("amount"), _same_amount),
    )


def _entries(register: Register, articles: Sequence[tuple[DocumentRecord, Article]]) -> list[EntryRecord]:
    """Return the entries of some articles; no acts of headlines, which the text tells again."""
    ids = sorted({record.id for record, _ in articles})
    by_id = {article.id_in(record.id): article for record, article in articles}
    found = register.relating.entries_in(ids, _TYPES)
    return [one for one in found if one.article in by_id and not _in_title(one, by_id[one.article])]


def _in_title(one: EntryRecord, article: Article) -> bool:
    return one.type == "act" and article.title is not None and article.title.holds(one.evidence[0])


def _once(
    chosen: Iterable[EntryRecord],
    key: Callable[[EntryRecord], Hashable],
    speaking: set[ArticleId],
    chains: Mapping[EntryId, Chain],
) -> Iterator[Thing]:
    """Yield entries that tell the same as one thing; what speaks for the session goes first."""
    groups: dict[Hashable, list[EntryRecord]] = {}
    for one in sorted(chosen, key=lambda one: one.article not in speaking):
        groups.setdefault(key(one), []).append(one)
    for first, *also in groups.values():
        chain = next((chains[one.id] for one in (first, *also) if one.id in chains), None)
        yield Thing(first, tuple(also), chain)


def _itself(one: EntryRecord) -> Hashable:
    return one.id


def _same_words(one: EntryRecord) -> Hashable:
    return _said(one.evidence[0].quote)


def _same_instrument(one: EntryRecord) -> Hashable:
    fields = one.fields
    return fields["kind"], fields["action"], _said(fields["subject"] or one.evidence[0].quote)


def _same_amount(one: EntryRecord) -> Hashable:
    fields = one.fields
    return fields["value"], fields["unit"], fields["giver"], fields["receiver"]


def _said(words: Any) -> str:  # noqa: ANN401  # a field of an entry
    return " ".join(fold(str(words)).split())


def _by_track(things: Sequence[Thing]) -> dict[str, tuple[Thing, ...]]:
    """Arrange positions by their first topic."""
    found: dict[str, list[Thing]] = {}
    for one in things:
        tracks = one.entry.fields["tracks"]
        found.setdefault(tracks[0] if tracks else NO_TRACK, []).append(one)
    order = sorted(found, key=lambda track: (track == NO_TRACK, -len(found[track]), track))
    return {track: tuple(found[track]) for track in order}
