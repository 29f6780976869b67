"""What is open: the commitments by track, and the instruments with the rung that each has reached.

Both are chains as `pipeline.following` makes them: the words in which a thing first stands, the latest that a
text says of it, how far it is, and whether it is overdue or has fallen silent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from mahdar.lexicon.fold import fold
from mahdar.model.briefs import Cell, Group, Part, Row, Section
from mahdar.model.chains import Chain, Step
from mahdar.model.days import day_number
from mahdar.model.labels import Label
from mahdar.model.records import EntryRecord
from mahdar.model.spans import Span
from mahdar.model.units import IsoDate
from mahdar.pipeline.brief_scope import Scope
from mahdar.pipeline.brief_texts import Texts
from mahdar.register import Register

__all__ = ["todo_sections"]

_SETTLED: Final = frozenset({"carried_out", "in_force", "dropped"})
"""Rungs of a commitment that is open no more."""
_MOVING: Final = (
    "to_be_signed", "proposed", "promised", "restated", "taken_up", "announced", "under_way", "signed",
    "amended", "in_force", "carried_out", "dropped", "referenced",
)  # fmt: skip
"""Rungs in the order in which they matter to the next session: what is still to be done first."""
_ON_ITS_WAY: Final = frozenset(_MOVING[: _MOVING.index("signed")])
_LATEST: Final = 110
"""Code points of the latest words on a thing; those in which it first stands go before."""
_BOTH: Final = 2
_NEVER: Final = 10**6
"""Days; further away than any date."""


def todo_sections(
    scope: Scope, register: Register, texts: Texts, every: Sequence[Chain]
) -> Iterator[Section]:
    """Yield the open commitments and the instruments that have anything in them."""
    first = register.relating.entries(sorted(one.id for one in every), ("act", "instrument"))
    roots = {one.id: one for one in first if _belongs(one, scope, texts)}
    chains = _once([one for one in every if one.id in roots], roots, texts)
    yield from _commitments([one for one in chains if one.type == "commitment"], roots, scope, texts)
    yield from _instruments([one for one in chains if one.type == "instrument"], roots, scope, texts)


def _belongs(entry: EntryRecord, scope: Scope, texts: Texts) -> bool:
    """Say whether an entry is of these articles and parties, and known by the day that is asked for."""
    if entry.article not in scope.articles or entry.review == "rejected":
        return False
    parties = entry.fields["parties" if entry.type == "instrument" else "actors"]
    mine = (
        scope.concerns(parties) if entry.type == "instrument" else bool(scope.parties.intersection(parties))
    )
    return mine and texts.known(entry, scope.as_of)


def _once(chains: Sequence[Chain], roots: Mapping[str, EntryRecord], texts: Texts) -> list[Chain]:
    """Keep one of the chains that begin with the same words."""
    kept: dict[tuple[str, str], Chain] = {}
    for one in chains:
        root = roots[one.id]
        wording = fold(" ".join(_words(root).cut(texts.text(root.document)).split()))
        kept.setdefault((one.type, wording), one)
    return list(kept.values())


def _words(entry: EntryRecord) -> Span:
    """Return the words to show: what an instrument is called; of a commitment all that it rests on."""
    span = entry.fields.get("name")
    return Span(span["start"], span["end"]) if span else entry.evidence[0].span


def _commitments(
    chains: Sequence[Chain], roots: Mapping[str, EntryRecord], scope: Scope, texts: Texts
) -> Iterator[Section]:
    """Yield the commitments that are open, by track; what is due nearest to the day asked for goes first."""
    tracks: dict[str, list[Row]] = defaultdict(list)
    for one in sorted(chains, key=lambda one: _urgency(one, scope)):
        root = roots[one.id]
        if one.rung not in _SETTLED:
            who = _parties(root.fields["actors"], scope)
            row = Row((who, _said(one, root, texts), _when(one)))
            tracks[(root.fields["tracks"] or [""])[0]].append(row)
    groups = tuple(
        Group(Label("tracks", name) if name else None, tuple(rows)) for name, rows in tracks.items()
    )
    if groups:
        ask = f"mahdar follow --type commitment {scope.narrowed} --as-of {scope.as_of}"
        yield Section("commitments", ("who", "what", "due"), groups, ask=ask)


def _urgency(chain: Chain, scope: Scope) -> tuple[int, int]:
    """Rank a commitment: what is due nearest to the day asked for, before or behind; then the latest."""
    away = abs(day_number(chain.due) - day_number(scope.as_of)) if chain.due else _NEVER
    return away, -max((day_number(step.date) for step in chain.steps if step.date), default=0)


def _instruments(
    chains: Sequence[Chain], roots: Mapping[str, EntryRecord], scope: Scope, texts: Texts
) -> Iterator[Section]:
    """Yield the instruments with their rungs; what is still to be done goes first, then the latest."""
    ordered = sorted(chains, key=lambda one: (_MOVING.index(one.rung), _urgency(one, scope)))
    rows = tuple(
        Row((_parties(roots[one.id].fields["parties"], scope), _said(one, roots[one.id], texts), _rung(one)))
        for one in ordered
    )
    if rows:
        ask = f"mahdar follow --type instrument {scope.narrowed} --as-of {scope.as_of}"
        yield Section("instruments", ("who", "instrument", "rung"), (Group(None, rows),), ask=ask)


def _said(chain: Chain, root: EntryRecord, texts: Texts) -> Cell:
    """Return the words in which a thing first stands, and the latest that another text says of it."""
    first = texts.quote(root.document, _words(root))
    later = [step for step in chain.steps if step.document and step.span and step.document != root.document]
    return (first, *_latest(later[-1], texts)) if later else (first,)


def _latest(step: Step, texts: Texts) -> Iterator[Part]:
    """Yield how far a later text says that a thing is, and its words."""
    if step.document and step.span:
        yield Label("rungs", step.rung)
        if step.date:
            yield Label("date", step.date)
        yield texts.quote(step.document, step.span, _LATEST)


def _when(chain: Chain) -> Cell:
    """Return by when a commitment is due, and whether it is overdue or silent."""
    due = (Label("due", chain.due),) if chain.due else ()
    late = (Label("word", "overdue"),) if chain.overdue else ()
    return (*due, *late) or _silent(chain)


def _silent(chain: Chain) -> Cell:
    """Return since when nothing was said of a thing, though there was occasion to."""
    return (Label("word", "silent"), Label("date", chain.silent_since)) if chain.silent_since else ()


def _rung(chain: Chain) -> Cell:
    """Return how far an instrument is and since when; of one on its way, whether it is passed over."""
    dates = [step.date for step in chain.steps if step.rung == chain.rung and step.date]
    return (
        Label("rungs", chain.rung),
        *(Label("date", date) for date in dates[:1]),
        *_passed_over(chain, dates),
    )


def _passed_over(chain: Chain, dates: Sequence[IsoDate]) -> Cell:
    """Return the same of an instrument that is on its way; no date a second time."""
    if chain.rung not in _ON_ITS_WAY:
        return ()
    return (Label("word", "silent_then"),) if chain.silent_since in dates else _silent(chain)


def _parties(codes: Sequence[str], scope: Scope) -> tuple[Label, ...]:
    """Return who is meant; one word for both sides of a dialogue."""
    if len(codes) == _BOTH and scope.parties == set(codes):
        return (Label("word", "both"),)
    return tuple(Label("party", code) for code in codes)
