"""Commitments and instruments with what became of them: chains of steps, from links between things.

A chain begins with a commitment or an instrument that restates, amends or carries out no earlier one. Its
steps are all things that lead back to it, link by link, and what people wrote down. Several mentions of it on
one occasion (the statement, and each report) are one step, told by whatever speaks first.

Source: the ladder is `values.RUNGS`
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mahdar.linking.follow import in_time
from mahdar.linking.follow_score import Found
from mahdar.linking.follow_view import LINE, Thing
from mahdar.linking.silence import Sessions
from mahdar.model.chains import Chain, PersonStep, Step
from mahdar.model.spans import Span
from mahdar.model.units import EntryId, IsoDate
from mahdar.model.values import RUNGS

__all__ = ["Chained", "begins", "chains", "last_day", "seen_on"]

_BACK = frozenset({"restates", "amends", "fulfils"})
"""A thing that does this to an earlier commitment or instrument begins no chain of its own."""
_SETTLED = frozenset({"carried_out", "in_force", "dropped"})
_ALIKE = 0.6
"""Two mentions on one occasion are one thing where they share so much."""


@dataclass(frozen=True, slots=True)
class Chained:
    """What chains are made of."""

    things: Sequence[Thing]
    found: Sequence[Found]
    steps: Mapping[EntryId, Sequence[PersonStep]]
    until: str
    """What is of a day that sorts behind this is not known yet: `last_day` of the day that is asked for."""


def chains(given: Chained) -> list[Chain]:
    """Return the chains as far as they are known, by the day of their first step; `seen_on` tells the late.

    Two days with the same days of documents and steps behind them have the same chains.
    """
    things = [one for one in given.things if (one.scene.day or "") <= given.until]
    alive = {id(one) for one in things}
    found = [one for one in given.found if id(one.later) in alive and id(one.earlier) in alive]
    groups = _groups(one for one in in_time(things) if begins(one))
    same = {one.entry: group[0].entry for group in groups for one in group}
    later = _later(found, same)
    back = {
        same.get(one.later.entry, one.later.entry)
        for one in found
        if one.kind in _BACK and begins(one.earlier)
    }
    sessions = Sessions.of(things)
    made = [_Making(group, later, given, sessions).chain() for group in groups if group[0].entry not in back]
    return sorted(made, key=lambda one: (one.steps[0].date or "", one.id))


def last_day(day: IsoDate) -> str:
    """Return a value that sorts behind every day of a month, a year or a range.

    >>> "2024-03-31" <= last_day("2024-03") < last_day("2024-04-01")
    True
    """
    end = day.rpartition("/")[2]
    return end if len(end) == len("2024-03-05") else f"{end}-99"


def seen_on(chain: Chain, as_of: IsoDate) -> Chain:
    """Return a chain as it is seen on a day: overdue where its own has passed and nothing settled it."""
    overdue = bool(chain.due) and chain.rung not in _SETTLED and last_day(chain.due or "") < as_of
    return replace(chain, overdue=overdue) if overdue != chain.overdue else chain


def begins(thing: Thing) -> bool:
    """Say whether a chain can begin with a thing: something promised, or a text that binds."""
    if thing.type == "instrument":
        return thing.what != "joint_statement" and (thing.action != "referenced" or len(thing.doers) > 1)
    return thing.what == "commit"


def _groups(things: Iterable[Thing]) -> list[list[Thing]]:
    """Put mentions of one thing on one occasion together; what speaks first of it leads."""
    by_occasion: dict[str, list[list[Thing]]] = defaultdict(list)
    for one in sorted(things, key=_first_hand):
        groups = by_occasion[one.scene.occasion]
        mine = next((group for group in groups if any(_one_thing(one, other) for other in group)), None)
        if mine is None:
            groups.append([one])
        else:
            mine.append(one)
    return [group for groups in by_occasion.values() for group in groups]


def _first_hand(thing: Thing) -> tuple[int, str, bool, int]:
    """Sort instruments before the promises to conclude them, the statement before its reports."""
    return thing.scene.rank, thing.scene.article, thing.type != "instrument", thing.span.start


def _one_thing(mine: Thing, other: Thing) -> bool:
    """Say whether two mentions on one occasion are of one thing."""
    if mine.scene.article == other.scene.article:
        return mine.type == "act" and mine.content is not None and _opens(mine.content, other)
    if mine.type != other.type or mine.what != other.what:
        return False
    ours, theirs = _terms(mine), _terms(other)
    least = min(len(ours), len(theirs))
    return least > 1 and len(ours & theirs) >= _ALIKE * least


def _opens(content: Span, other: Thing) -> bool:
    """Say whether the first letters of what is promised name an instrument: it is a promise of that."""
    first = Span(content.start, content.start + _OPENING)
    return other.type == "instrument" and any(first.overlap(one) for one in other.mentions)


_OPENING = 30


def _terms(thing: Thing) -> set[str]:
    """Return the terms that tell a thing from others of its kind: pairs of words."""
    return {term for part in thing.parts for term in part.terms if " " in term}


def _later(found: Iterable[Found], same: Mapping[EntryId, EntryId]) -> dict[EntryId, list[Found]]:
    """Return for each thing, all its mentions taken together, the links that lead to it."""
    later: dict[EntryId, list[Found]] = defaultdict(list)
    for one in found:
        later[same.get(one.earlier.entry, one.earlier.entry)].append(one)
    return later


@dataclass(frozen=True, slots=True)
class _Making:
    """A chain in the making."""

    group: Sequence[Thing]
    later: Mapping[EntryId, Sequence[Found]]
    given: Chained
    sessions: Sessions

    def chain(self) -> Chain:
        """Return the chain."""
        root = self.group[0]
        links = list(self._links(root.entry, set()))
        steps = [_first(root), *(_step(one) for one in links), *self._by_people(links)]
        steps.sort(key=lambda one: (one.how != "first", one.date or "", one.how == "person"))
        due = next((one.due for one in self.group if one.due), None)
        things = [*self.group, *(one.later for one in links)]
        made = Chain(
            id=root.entry,
            type="instrument" if root.type == "instrument" else "commitment",
            title=root.title,
            rung=_standing(steps),
            due=due,
            parties=tuple(sorted(root.doers | root.target)),
            tracks=tuple(sorted(frozenset[str]().union(*(one.tracks for one in self.group)))),
            steps=tuple(steps),
        )
        return self._judged(made, things)

    def _links(self, entry: EntryId, seen: set[EntryId]) -> Iterator[Found]:
        """Yield the links that lead to a thing, and those that lead to their later ends."""
        for one in self.later.get(entry, ()):
            if one.later.entry not in seen:
                seen.add(one.later.entry)
                yield one
                yield from self._links(one.later.entry, seen)

    def _by_people(self, links: Iterable[Found]) -> Iterator[Step]:
        """Yield what people wrote down, of any mention of the thing."""
        entries = {one.entry for one in self.group} | {one.later.entry for one in links}
        for entry in sorted(entries):
            for one in self.given.steps.get(entry, ()):
                if one.date <= self.given.until:
                    yield Step(
                        one.rung,
                        one.date,
                        "person",
                        entry,
                        id=one.id,
                        who=one.who,
                        source=one.source,
                        note=one.note,
                    )

    def _judged(self, chain: Chain, things: Sequence[Thing]) -> Chain:
        """Return the chain with since when there is silence."""
        if chain.rung in _SETTLED:
            return chain
        root = things[0]
        last = max((one.date for one in chain.steps if one.date), default=None)
        parties = (root.doers | root.target) & root.scene.sides
        if last is None or len(parties) < 2:
            parties = root.scene.sides
        occasions = {one.scene.occasion for one in things}
        after = self.sessions.after(last, parties, chain.tracks, occasions) if last else []
        return replace(chain, silent_since=last if after else None, silent_for=len(after))


def _first(root: Thing) -> Step:
    rung = root.action if root.type == "instrument" else "promised"
    return Step(rung, _date(root), "first", root.entry, root.scene.document, root.span, root.scene.about)


def _step(one: Found) -> Step:
    """Return the step that a link is."""
    thing = one.later
    entry = None if thing.type == LINE else thing.entry
    return Step(
        _rung(one), _date(thing), one.kind, entry, thing.scene.document, thing.span, thing.scene.about
    )


def _date(thing: Thing) -> IsoDate | None:
    return thing.day


def _rung(one: Found) -> str:
    """Return how far a thing is by what a later one does to it."""
    if one.later.type == "instrument" and one.kind != "follows_up":
        return one.later.action
    if one.kind == "follows_up":
        return "under_way" if one.later.what == "deed" or one.later.begun else "taken_up"
    return {"restates": "restated", "amends": "amended", "fulfils": "carried_out"}[one.kind]


def _standing(steps: Sequence[Step]) -> str:
    """Return where a thing stands: what a person said last, else the highest rung that any step reached."""
    said = [at for at, one in enumerate(steps) if one.how == "person"]
    since = steps[said[-1] :] if said else steps
    return max((one.rung for one in since), key=RUNGS.index)
