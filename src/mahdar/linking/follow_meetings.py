"""Meetings that were promised or planned, and those that were held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from mahdar.linking.follow_score import Found
from mahdar.linking.follow_view import Thing
from mahdar.model.spans import Span

__all__ = ["kept_dates", "talks_held"]

_SERIES = frozenset({"strategic_dialogue", "summit", "session"})
_PROMISES = frozenset({"commit", "hope", "announce"})
_SURE = 1.2
_SURER = 1.8
_DAY = len("2024-03-05")
_WITHIN = {"strategic_dialogue": 1100, "summit": 1100}
"""So many days after a meeting of this kind was planned it may be held; less for all others."""
_SOON = 14
_SAME_DAY = 3


def talks_held(things: Sequence[Thing]) -> list[Found]:
    """Link each later meeting of a dialogue to the promise to go on with it."""
    held = _held(things)
    planned: dict[str, list[Span]] = defaultdict(list)
    for one in things:
        if one.action == "planned":
            planned[one.scene.article].append(one.span)
    return [
        Found(meeting, act, "fulfils", _SURE, why="the talks that were to go on are held")
        for act in things
        if act.goes_on and act.what in _PROMISES and act.scene.day
        if not any(
            act.span.overlap(span) for span in planned[act.scene.article]
        )  # one is promised: its own link
        for meeting in _later(held, act, act.scene.sides)
        if meeting.what == "strategic_dialogue" and act.edition in (None, meeting.edition)
    ]


def kept_dates(things: Sequence[Thing]) -> list[Found]:
    """Link a meeting that was planned to the next one of its kind that was held."""
    held = _held(things)
    found = []
    for plan in _plans(things):
        sides = plan.doers or plan.scene.sides
        fit = [one for one in _later(held, plan, sides) if _is_planned(one, plan)]
        next_ = min(fit, key=lambda one: (_other_edition(one, plan), one.day or ""), default=None)
        if next_:
            found.append(Found(next_, plan, "fulfils", _SURER, why="planned, and held"))
    return found


def _plans(things: Iterable[Thing]) -> list[Thing]:
    """Return the plans that were still ahead: of several accounts of one session the first-hand one."""
    told: dict[tuple[str, str], list[Thing]] = defaultdict(list)
    for one in things:
        if one.type == "meeting" and one.action == "planned" and one.scene.day and not _past(one):
            told[one.occasion, one.scene.occasion].append(one)
    return [min(group, key=_telling) for group in told.values()]


def _past(plan: Thing) -> bool:
    """Say whether what is told as a plan was over when it was told."""
    return bool(plan.own) and f"{(plan.own or '').rpartition('/')[2]}~" < (plan.scene.day or "")


def _is_planned(held: Thing, plan: Thing) -> bool:
    """Say whether a meeting that was held is the one that was planned."""
    if held.what != plan.what or held.prepares or _elsewhere(held, plan):
        return False
    if plan.edition and held.edition:
        return plan.edition == held.edition and plan.doers <= held.doers
    if _there_and_then(held, plan):
        return plan.doers <= held.doers
    since = _between(plan.scene.day or "", held.day or "")
    if since is None or since < 0 or (plan.what not in _WITHIN and not plan.doers <= held.doers):
        return False
    meant = _between(plan.own or "", held.day or "")
    return since <= _WITHIN.get(plan.what, _SOON) or (meant is not None and abs(meant) <= _SAME_DAY)


def _there_and_then(held: Thing, plan: Thing) -> bool:
    """Say whether a meeting was held in the state, and in the month or year, that it was planned for."""
    return (
        bool(plan.own and plan.land)
        and plan.land == held.land
        and (held.day or "").startswith(plan.own or "")
    )


def _other_edition(held: Thing, plan: Thing) -> bool:
    """Say whether a meeting is not the very edition that was planned."""
    return not (plan.edition and plan.edition == held.edition)


def _elsewhere(held: Thing, plan: Thing) -> bool:
    """Say whether a visit went elsewhere, or others were there too: talks of many are not those of two."""
    if plan.what == "visit" and held.land and plan.land and held.land != plan.land:
        return True
    return plan.what not in _SERIES and len(held.doers) > len(plan.doers) + 1


def _between(first: str, last: str) -> int | None:
    """Return the days between two days or months; None where one is a year or nothing."""
    try:
        return (date.fromisoformat(_full(last)) - date.fromisoformat(_full(first))).days
    except ValueError:
        return None


def _full(day: str) -> str:
    return f"{day}-15" if len(day) == len("2024-03") else day


def _held(things: Iterable[Thing]) -> list[Thing]:
    """Return one held meeting for each occasion, in order of time: where it is told first-hand."""
    told: dict[str, list[Thing]] = defaultdict(list)
    for one in things:
        if one.type == "meeting" and one.action == "held" and one.day:
            told[one.occasion].append(one)
    best = [min(group, key=_telling) for group in told.values()]
    return sorted(best, key=lambda one: one.day or "")


def _telling(meeting: Thing) -> tuple[int, int]:
    return meeting.scene.rank, meeting.span.start - meeting.span.end


def _later(held: Iterable[Thing], earlier: Thing, sides: frozenset[str]) -> list[Thing]:
    """Return the meetings of the same sides after a thing was said."""
    day = earlier.scene.day or ""
    return [
        one
        for one in held
        if (one.day or "") > day
        and len(one.doers & sides) > 1
        and one.scene.occasion != earlier.scene.occasion
    ]
