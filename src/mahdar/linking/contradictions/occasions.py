"""Rules that find what cannot both be true about occasions: their day, date, edition, place and chairs.

A rule is a function of all claims, and yields contradictions. Two values clash only where no reading of them
agrees: a month and a day in it agree, and so do a city and its country.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from mahdar.lexicon.contradictions import ClashTable
from mahdar.linking.contradictions.claims import OccasionClaim, When, Where
from mahdar.linking.contradictions.shelf import Shelf, by_value, facing
from mahdar.model.contradictions import Contradiction
from mahdar.model.labels import Label, Note

__all__ = ["chairs", "dates", "editions", "order", "places", "plans"]

_LONG = 1
"""Days by which two dates of one occasion may differ: it may have gone on overnight."""


def dates(shelf: Shelf, table: ClashTable) -> Iterator[Contradiction]:
    """Yield occasions that two documents, or two passages, date apart."""
    del table
    for group in shelf.same:
        held = [claim for claim in group if claim.held]
        for one, other in facing(by_value(held, lambda claim: claim.when and claim.when.value)):
            mine, theirs = one.when, other.when
            if mine is None or theirs is None or not mine.spell.gap(theirs.spell):
                continue
            hard = mine.spell.gap(theirs.spell) > _LONG or _both_full(mine, theirs)
            note = Note.of("two_dates", **_occasion(one), one=_day(mine), other=_day(theirs))
            yield Contradiction("date", hard, mine.quoted, theirs.quoted, note)


def _both_full(one: When, other: When) -> bool:
    """Say whether both are dates of a day, neither a mere weekday."""
    return one.weekday is None and other.weekday is None and one.spell.one_day and other.spell.one_day


def editions(shelf: Shelf, table: ClashTable) -> Iterator[Contradiction]:
    """Yield dialogues of one day that are counted as two editions."""
    del table
    for group in (*shelf.days, *(group for group in shelf.same if group[0].tie is not None)):
        held = [claim for claim in group if claim.held]
        for one, other in facing(by_value(held, lambda claim: claim.edition)):
            if one.when and other.when and one.when.spell.gap(other.when.spell):
                continue
            note = Note.of("two_editions", **_dialogue(one), one=_number(one), other=_number(other))
            yield Contradiction("edition", True, one.quoted, other.quoted, note)


def order(shelf: Shelf, table: ClashTable) -> Iterator[Contradiction]:
    """Yield editions of one series that were held in the wrong order."""
    del table
    for group in shelf.series:
        dated = by_value((claim for claim in group if claim.held and claim.when), lambda claim: claim.edition)
        firsts = [dated[number][0] for number in sorted(dated)]
        for one, other in pairwise(firsts):
            if one.when and other.when and one.when.spell.first > other.when.spell.last:
                note = Note.of(
                    "editions_out_of_order",
                    **_occasion(one),
                    date=_day(one.when),
                    next=_number(other),
                    next_date=_day(other.when),
                )
                yield Contradiction("edition", True, one.when.quoted, other.when.quoted, note)


def places(shelf: Shelf, table: ClashTable) -> Iterator[Contradiction]:
    """Yield occasions that were held in two places."""
    for group in shelf.same:
        held = [claim for claim in group if claim.held]
        for one, other in facing(by_value(held, lambda claim: claim.where and claim.where.name)):
            if one.where and other.where and table.apart(one.where.name, other.where.name):
                note = Note.of(
                    "two_places", **_occasion(one), one=_place(one.where), other=_place(other.where)
                )
                yield Contradiction("place", True, one.where.quoted, other.where.quoted, note)


def chairs(shelf: Shelf, table: ClashTable) -> Iterator[Contradiction]:
    """Yield occasions that two people chaired for one party, each of them alone by one account."""
    for group in shelf.same:
        held = [claim for claim in group if claim.held]
        for party in sorted({party for claim in held for party in claim.chairs}):
            alone = by_value(held, partial(_alone, party=party))
            for one, other in facing(alone):
                (mine, here), (theirs, there) = one.chairs[party][0], other.chairs[party][0]
                if table.telling(mine.split()).isdisjoint(theirs.split()):
                    note = Note.of(
                        "two_chairs",
                        **_occasion(one),
                        party=Label("party", party),
                        one=Label("person", mine),
                        other=Label("person", theirs),
                    )
                    yield Contradiction("person", True, here, there, note)


def _alone(claim: OccasionClaim, party: str) -> str | None:
    """Return the one who chairs for a party; None where nobody or several do."""
    names = claim.chairs.get(party, ())
    return names[0][0] if len(names) == 1 else None


def plans(shelf: Shelf, table: ClashTable) -> Iterator[Contradiction]:
    """Yield occasions that were planned for another place or time than they were held."""
    for group in shelf.series:
        held = [claim for claim in group if claim.held]
        planned = sorted((claim for claim in group if not claim.held), key=lambda claim: claim.rank)
        pairs = [(plan, kept) for plan in planned for kept in _kept(plan, group, held)]
        told = {found.note: found for plan, kept in reversed(pairs) for found in _not_kept(plan, kept, table)}
        yield from told.values()
    for group in shelf.same:
        planned = [claim for claim in group if not claim.held and claim.edition is None]
        held = sorted((claim for claim in group if claim.held), key=lambda claim: claim.rank)
        if planned and held:
            yield from _not_kept(planned[0], held[0], table)


def _kept(
    plan: OccasionClaim, group: tuple[OccasionClaim, ...], held: list[OccasionClaim]
) -> Iterator[OccasionClaim]:
    """Yield the claim that best says how a planned occasion was held; none where nobody does."""
    number = plan.edition or _next_number(plan, group)
    if number is None:
        return
    found = [claim for claim in held if claim.edition == number and claim.document != plan.document]
    ordered = sorted(found, key=lambda claim: (claim.rank, claim.document))
    placed = [claim for claim in ordered if claim.where][:1]
    yield from placed or [claim for claim in ordered if claim.when][:1]


def _next_number(plan: OccasionClaim, group: tuple[OccasionClaim, ...]) -> int | None:
    """Return the number of a planned edition: one more than the last that its own document speaks of."""
    own = [claim.edition for claim in group if claim.document == plan.document and claim.held]
    return max(filter(None, own), default=-1) + 1 or None


def _not_kept(plan: OccasionClaim, kept: OccasionClaim, table: ClashTable) -> Iterator[Contradiction]:
    """Yield what came otherwise than planned."""
    which = _occasion(kept)
    if plan.where and kept.where and table.apart(plan.where.name, kept.where.name):
        note = Note.of("held_elsewhere", **which, planned=_place(plan.where), held=_place(kept.where))
        yield Contradiction("plan", False, plan.where.quoted, kept.where.quoted, note)
    if plan.when and kept.when and plan.when.spell.gap(kept.when.spell):
        note = Note.of("held_another_time", **which, planned=_day(plan.when), held=_day(kept.when))
        yield Contradiction("plan", False, plan.when.quoted, kept.when.quoted, note)


def _day(when: When) -> Label:
    """Return a time: a full day with its weekday."""
    return Label("day" if when.spell.one_day else "date", when.value)


def _place(where: Where) -> Label:
    return Label("place", where.name)


def _number(claim: OccasionClaim) -> Label | None:
    return Label("edition", str(claim.edition)) if claim.edition else None


def _dialogue(claim: OccasionClaim) -> dict[str, Label | Sequence[Label] | None]:
    """Return what names a dialogue in a note."""
    parties = [Label("party", code) for code in sorted(claim.parties)]
    return {"kind": Label("meetings", claim.kind), "parties": parties}


def _occasion(claim: OccasionClaim) -> dict[str, Label | Sequence[Label] | None]:
    """Return what names an occasion in a note."""
    return {**_dialogue(claim), "edition": _number(claim)}
