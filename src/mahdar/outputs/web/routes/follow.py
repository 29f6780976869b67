"""The board: what became of commitments and instruments, by how far they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal

from fastapi import Query

from mahdar.model.chains import Chain
from mahdar.model.labels import Label
from mahdar.model.values import RUNGS, TRACKS
from mahdar.outputs.web.asked import Ask, Asked
from mahdar.outputs.web.pages import Page, Pages, Row
from mahdar.outputs.web.paging import cut
from mahdar.outputs.web.shapes import series_row
from mahdar.outputs.web.worked_out import known_series
from mahdar.pipeline.following import narrowed, of_series
from mahdar.pipeline.series import SeriesRecord
from mahdar.pipeline.series_keys import series_called, series_key

__all__ = ["pages"]

pages = Pages()

_DAY: Final = r"^$|^\d{4}(-\d\d){0,2}$"
_CARDS: Final = 12
"""Cards of a column; the rest is behind its heading."""
_SETTLED: Final = frozenset({"carried_out", "in_force", "dropped"})
_NOT_YET: Final = 202
"""Such an answer is asked for again."""

Day = Annotated[str, Query(pattern=_DAY)]


@dataclass(frozen=True, slots=True)
class Column:
    """The chains of one rung."""

    rung: str
    total: int
    chains: Sequence[Chain]
    """Those that want attention first, no more than fit."""


@pages.page("/follow", "follow.html", table=True)
def follow(  # noqa: PLR0913, PLR0917  # one question a parameter
    asked: Ask,
    show: Annotated[Literal["board", "table"], Query(alias="as")] = "board",
    as_of: Day = "",
    type: Annotated[Literal["", "commitment", "instrument"], Query()] = "",  # noqa: A002  # the chain's own word
    party: Annotated[list[str] | None, Query()] = None,
    track: str = "",
    series: Annotated[str, Query(max_length=200)] = "",
    rung: str = "",
    due_from: Day = "",
    due_until: Day = "",
    overdue: bool = False,
    silent: bool = False,
    sort: Literal["attention", "due", "rung", "date", "title"] = "attention",
    page: Annotated[int, Query(ge=1)] = 1,
) -> Page:
    """Show commitments and instruments by how far they are."""
    answer = asked.desk.standing.chains(as_of or asked.desk.today().isoformat())
    known = answer.value or ()
    codes = tuple(one for one in party or () if one)
    its = series_called(known_series(asked.desk), series) if series else None
    found = narrowed(
        of_series(asked.desk.register, known, its) if its else known,
        kind=type or None, parties=codes, track=track or None, rung=rung or None,
        due=(due_from or None, due_until or None), overdue=overdue, silent=silent,
    )  # fmt: skip
    found = sorted(found, key=_SORTS[sort])
    part = cut(found, page) if show == "table" or _is_data(asked) else None
    data = {
        "as_of": as_of or asked.desk.today().isoformat(), "fresh": answer.fresh, "worked_out": answer.at,
        "total": len(found), "overdue": sum(one.overdue for one in found),
        "silent": sum(one.silent_since is not None for one in found),
        "rungs": {one.rung: one.total for one in _columns(found)},
        "chains": found if _is_data(asked) else (),
    }  # fmt: skip
    private = {
        "columns": _columns(found) if show == "board" else (), "part": part, "show_as": show, "sort": sort,
        "chosen": {"type": type, "party": codes, "track": track, "rung": rung, "due_from": due_from,
                   "due_until": due_until, "overdue": overdue, "silent": silent, "as_of": as_of,
                   "series": series_key(its) if its else ""},
        "parties": _parties(asked, known), "every_series": _series(asked, its), "tracks": _tracks(asked),
        "all_rungs": RUNGS, "known": answer.value is not None,
    }  # fmt: skip
    status = 200 if answer.value is not None else _NOT_YET
    return Page(data, (_row(one) for one in found), status, private)


def _columns(found: Iterable[Chain]) -> list[Column]:
    """Return chains by rung, from the lowest up; rungs that none stands on are left out."""
    by_rung: dict[str, list[Chain]] = {rung: [] for rung in RUNGS}
    for one in found:
        by_rung[one.rung].append(one)
    return [Column(rung, len(its), its[:_CARDS]) for rung, its in by_rung.items() if its]


def _is_data(asked: Asked) -> bool:
    return asked.request.url.path.endswith((".json", ".csv"))


def _parties(asked: Asked, known: Iterable[Chain]) -> list[tuple[str, str]]:
    """Return the parties of chains and what they are called, those of most chains first."""
    counts = Counter(code for one in known for code in one.parties)
    return [(code, asked.words.of(Label("party", code))) for code, _ in counts.most_common()]


def _series(asked: Asked, chosen: SeriesRecord | None) -> list[dict[str, Any]]:
    """Return the series that one can choose: those of several sessions, and the one that is chosen."""
    every = known_series(asked.desk)
    return [series_row(one) for one in every if len(one.editions) > 1 or one == chosen]


def _tracks(asked: Asked) -> list[tuple[str, str]]:
    named = [(track, asked.words.of(Label("tracks", track))) for track in TRACKS]
    return sorted(named, key=lambda one: asked.words.order(one[1]))


def _attention(one: Chain) -> tuple[Any, ...]:
    """Sort the overdue first, then what is due, what is silent, the newest; the settled last."""
    settled = one.rung in _SETTLED
    last = max((step.date or "" for step in one.steps), default="")
    return (
        settled,
        not one.overdue,
        one.due is None,
        one.due or "",
        one.silent_since is None,
        _behind(last),
        one.id,
    )


def _behind(day: str) -> tuple[int, ...]:
    """Return what sorts a later day first."""
    return tuple(-ord(sign) for sign in day) or (1,)


_SORTS: Final = {
    "attention": _attention,
    "due": lambda one: (one.due is None, one.due or "", one.id),
    "rung": lambda one: (-RUNGS.index(one.rung), one.id),
    "date": lambda one: (_behind(max((step.date or "" for step in one.steps), default="")), one.id),
    "title": lambda one: (one.title, one.id),
}


def _row(one: Chain) -> Row:
    """Return a chain as cells."""
    days = [step.date for step in one.steps if step.date]
    return {
        "id": one.id, "type": one.type, "title": one.title, "rung": one.rung, "due": one.due,
        "overdue": one.overdue, "silent_since": one.silent_since, "silent_for": one.silent_for,
        "parties": " | ".join(one.parties), "tracks": " | ".join(one.tracks), "steps": len(one.steps),
        "first": min(days, default=None), "last": max(days, default=None),
    }  # fmt: skip
