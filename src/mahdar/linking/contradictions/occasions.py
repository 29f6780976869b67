"""Rules that find what cannot both be true about occasions: their day, date, edition, place and chairs.

A rule is a function of all claims, and yields contradictions. Two values clash only where no reading of them
agrees: a month and a day in it agree, and so do a city and its country.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from mahdar.lexicon.contradictions import ClashTable
from mahdar.linking.contradictions.claims import OccasionClaim, When
from mahdar.linking.contradictions.shelf import Shelf, by_value, facing
from mahdar.linking.contradictions.spells import weekday_name
from mahdar.model.contradictions import Contradiction

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
            note = f"{_name(one)} is dated {_day(mine)} and {_day(theirs)}"
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
            note = (
                f"the {_kind(one)} of {_parties(one)} is counted as no. {one.edition} and no. {other.edition}"
            )
            yield Contradiction("edition", True, one.quoted, other.quoted, note)


def order(shelf: Shelf, table: ClashTable) -> Iterator[Contradiction]:
    """Yield editions of one series that were held in the wrong order."""
    del table
    for group in shelf.series:
        dated = by_value((claim for claim in group if claim.held and claim.when), lambda claim: claim.edition)
        firsts = [dated[number][0] for number in sorted(dated)]
        for one, other in pairwise(firsts):
            if one.when and other.when and one.when.spell.first > other.when.spell.last:
                note = (
                    f"no. {one.edition} of the {_kind(one)} of {_parties(one)} is dated {_day(one.when)}, "
                    f"behind no. {other.edition} of {_day(other.when)}"
                )
                yield Contradiction("edition", True, one.when.quoted, other.when.quoted, note)


def places(shelf: Shelf, table: ClashTable) -> Iterator[Contradiction]:
    """Yield occasions that were held in two places."""
    for group in shelf.same:
        held = [claim for claim in group if claim.held]
        for one, other in facing(by_value(held, lambda claim: claim.where and claim.where.name)):
            if one.where and other.where and table.apart(one.where.name, other.where.name):
                note = f"{_name(one)} was held in {one.where.name} and in {other.where.name}"
                yield Contradiction("place", True, one.where.quoted, other.where.quoted, note)


def chairs(shelf: Shelf, table: ClashTable) -> Iterator[Contradiction]:
    """Yield occasions that two people chaired for one party, each of them alone by one account."""
    del table
    for group in shelf.same:
        held = [claim for claim in group if claim.held]
        for party in sorted({party for claim in held for party in claim.chairs}):
            alone = by_value(held, partial(_alone, party=party))
            for one, other in facing(alone):
                (mine, here), (theirs, there) = one.chairs[party][0], other.chairs[party][0]
                if set(mine.split()).isdisjoint(theirs.split()):
                    note = f"{_name(one)} was chaired for {party} by {mine} and by {theirs}"
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
    which = _name(kept)
    if plan.where and kept.where and table.apart(plan.where.name, kept.where.name):
        note = f"{which} was planned for {plan.where.name} and held in {kept.where.name}"
        yield Contradiction("plan", False, plan.where.quoted, kept.where.quoted, note)
    if plan.when and kept.when and plan.when.spell.gap(kept.when.spell):
        note = f"{which} was planned for {_day(plan.when)} and held {_day(kept.when)}"
        yield Contradiction("plan", False, plan.when.quoted, kept.when.quoted, note)


def _day(when: When) -> str:
    """Return a time in words: a full day with its weekday."""
    if when.spell.one_day:
        return f"{weekday_name(when.spell.first)} {when.value}"
    return when.value.replace("/", " to ")


def _kind(claim: OccasionClaim) -> str:
    return claim.kind.replace("_", " ")


def _parties(claim: OccasionClaim) -> str:
    return " and ".join(sorted(claim.parties)) or "unnamed parties"


def _name(claim: OccasionClaim) -> str:
    number = f" no. {claim.edition}" if claim.edition else ""
    return f"{_kind(claim)}{number} of {_parties(claim)}"
