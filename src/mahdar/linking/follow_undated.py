"""When an article belongs that states no day: as far as others tell it.

What is known goes before what is guessed: the day of the meeting that the article opens with, where another
document dates it; its place between dated editions of the same talks; the day of the article that names most
of the same people. What is guessed is marked, gives an order and no more. An article for which none of these
is known takes up nothing and is taken up by nothing: which of two was first is not known.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from math import fsum

from mahdar.linking.follow_view import Scene, Thing
from mahdar.model.units import ArticleId, EntryId, IsoDate

__all__ = ["Sessions", "place_undated"]

_ALIKE = 0.3
_DAY = len("2024-03-05")


@dataclass(slots=True)
class Sessions:
    """Meetings on stated days, by the occasion that they are tied to and by edition."""

    _days: dict[str, IsoDate] = field(default_factory=dict)
    _editions: dict[tuple[str, frozenset[str]], list[tuple[int, IsoDate]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    @classmethod
    def of(cls, things: Iterable[Thing], ties: Mapping[EntryId, str]) -> Sessions:
        """Gather the held meetings that are dated to the day.

        Args:
            things: of all articles.
            ties: meeting → its occasion, where that is known.
        """
        found = cls()
        for one in things:
            if one.type != "meeting" or one.action != "held" or len(one.own or "") != _DAY:
                continue
            day = str(one.own)
            if one.entry in ties:
                found._days.setdefault(ties[one.entry], day)
            if one.edition:
                found._editions[one.what, one.doers].append((one.edition, day))
        return found

    def day(self, occasion: str) -> IsoDate | None:
        """Return the day of an occasion."""
        return self._days.get(occasion)

    def between(self, meeting: Thing) -> IsoDate | None:
        """Return the middle between the editions beside a meeting; where one is known the day next to it."""
        number, known = meeting.edition, self._editions.get((meeting.what, meeting.doers), ())
        if not number:
            return None
        before = max((day for edition, day in known if edition < number), default=None)
        behind = min((day for edition, day in known if edition > number), default=None)
        if before and behind:
            return _middle(before, behind) if before < behind else None
        return _moved(before, 1) if before else behind and _moved(behind, -1)


def _middle(first: IsoDate, last: IsoDate) -> IsoDate:
    """Return the day half way between two, never the last of them."""
    return _moved(first, (date.fromisoformat(last) - date.fromisoformat(first)).days // 2)


def _moved(day: IsoDate, days: int) -> IsoDate:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def place_undated(
    scenes: Sequence[Scene],
    meetings: Mapping[ArticleId, Thing],
    sessions: Sessions,
    people: Mapping[ArticleId, frozenset[str]],
) -> list[Scene]:
    """Return scenes with a day as far as anything tells one; a guess is marked as one (`Scene.about`).

    Args:
        scenes: each with the occasion that its meeting is tied to.
        meetings: article → the meeting that it is about, where one is known.
        sessions: meetings of all articles on stated days.
        people: article → who is named in it.
    """
    known = [scene for scene in scenes if scene.day]
    counts = Counter(who for scene in known for who in people.get(scene.article, ()))
    placed = []
    for scene in scenes:
        day = scene.day or sessions.day(scene.occasion)
        if day:
            placed.append(replace(scene, day=day))
            continue
        meeting = meetings.get(scene.article)
        guess = sessions.between(meeting) if meeting else None
        guess = guess or _of_the_same_people(scene, known, people, counts)
        placed.append(replace(scene, day=guess, about=True) if guess else scene)
    return placed


def _of_the_same_people(
    scene: Scene,
    known: Sequence[Scene],
    people: Mapping[ArticleId, frozenset[str]],
    counts: Counter[str],
) -> IsoDate | None:
    """Return the day of the dated article of the same sides that shares most people, rare ones counting more.

    Somebody in office then is mostly in office for a while: good enough to know the order.
    """
    mine = people.get(scene.article, frozenset())
    best, most = None, 0.0
    for other in known:
        shared = mine & people.get(other.article, frozenset())
        worth = fsum(1 / counts[who] for who in shared)
        if worth > max(most, _ALIKE) and len(scene.sides & other.sides) > 1:
            best, most = other.day, worth
    return best
