"""The charts of entries: which classes, topics and parties, over the years and at whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from mahdar.outputs.web.asked import Asked
from mahdar.outputs.web.drawing import Bars, Grid, axis, bars, grid
from mahdar.outputs.web.narrowing import named_value
from mahdar.register.facets import Narrowed

__all__ = ["Chart", "charts"]

_YEARS, _PARTIES, _VALUES = 14, 12, 20
"""Columns of years, rows and columns of parties, rows of classes and topics."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its words."""

    name: str
    """`kind`, `track`, `kind_year`, `track_year`, `pairs`."""
    title: str
    told: str
    """What it shows, in one sentence, for those who do not see it."""
    grid: Grid | None = None
    bars: Bars | None = None


def charts(asked: Asked, what: Narrowed, of: str) -> tuple[Chart, ...]:
    """Return the charts of what is asked for, those with nothing to show left out.

    Args:
        asked: the request.
        what: which entries.
        of: path of the table of these entries, to which boxes lead.
    """
    made: list[Chart | None] = []
    for facet in ("kind", "track") if what.type == "act" else ("kind", "party"):
        made += [_bars(asked, what, facet, of), _over_years(asked, what, facet, of)]
    if what.type == "act":
        made.append(_pairs(asked, what, of))
    return tuple(one for one in made if one is not None)


def _bars(asked: Asked, what: Narrowed, facet: str, of: str) -> Chart | None:
    found = asked.desk.register.exploring.facet(what, facet, _VALUES).values
    if not found:
        return None
    names = {value: named_value(asked, what.type, facet, value, {}) for value, _ in found}
    drawn = bars(found, names, asked.direction, lambda value: _url(asked, of, {facet: value}))
    most = max(found, key=lambda one: one[1])
    told = asked.said("Most often: %(name)s, %(count)s times.", name=names[most[0]], count=most[1])
    return Chart(facet, _title(asked, facet), told, bars=drawn)


def _over_years(asked: Asked, what: Narrowed, facet: str, of: str) -> Chart | None:
    found = asked.desk.register.exploring.crossed(what, facet, "year")
    years = sorted({year for _, year, _ in found})[-_YEARS:]
    if len(years) < 2:
        return None
    counts = {(value, year): count for value, year, count in found if year in years}
    rows = axis(((value, count) for (value, _), count in counts.items()), _VALUES)
    down = {value: named_value(asked, what.type, facet, value, {}) for value in rows}

    def url(value: str, year: str) -> str:
        return _url(asked, of, {facet: value, "year": year})

    return _grid(asked, f"{facet}_year", (counts, down, {year: year for year in years}), url)


def _pairs(asked: Asked, what: Narrowed, of: str) -> Chart | None:
    found = asked.desk.register.exploring.pairs(what)
    counts = {(by, at): count for by, at, count in found}
    if not counts:
        return None
    by = axis(((one, count) for (one, _), count in counts.items()), _PARTIES)
    at = axis(((two, count) for (_, two), count in counts.items()), _PARTIES)
    down = {code: named_value(asked, what.type, "party", code, {}) for code in by}
    across = {code: named_value(asked, what.type, "party", code, {}) for code in at}

    def url(one: str, two: str) -> str:
        return _url(asked, of, {"actor": one, "target": two})

    return _grid(asked, "pairs", (counts, down, across), url)


def _grid(
    asked: Asked,
    name: str,
    of: tuple[Mapping[tuple[str, str], int], Mapping[str, str], Mapping[str, str]],
    url: Callable[[str, str], str],
) -> Chart:
    counts, down, across = of
    drawn = grid(counts, down, across, asked.direction, url)
    most = max(drawn.boxes, key=lambda one: one.count)
    told = asked.said(
        "%(rows)s rows and %(columns)s columns. Most often: %(down)s, %(across)s, %(count)s times.",
        rows=len(down), columns=len(across), down=most.down, across=most.across, count=most.count,
    )  # fmt: skip
    return Chart(name, _title(asked, name), told, grid=drawn)


def _title(asked: Asked, name: str) -> str:
    titles = {
        "kind": asked.said("By class or kind"),
        "track": asked.said("By topic"),
        "party": asked.said("By party"),
        "kind_year": asked.said("Classes and kinds over the years"),
        "track_year": asked.said("Topics over the years"),
        "party_year": asked.said("Parties over the years"),
        "pairs": asked.said("Who speaks to whom: actors down, targets across"),
    }
    return titles[name]


def _url(asked: Asked, of: str, chosen: dict[str, str]) -> str:
    """Return the address of the table narrowed down by a box, beside what is chosen already."""
    pairs = asked.request.query_params.multi_items() if of == asked.path else []
    kept = [one for one in pairs if one[0] not in {"page", "show", "all", "lang"} and one[0] not in chosen]
    several = [one for one in pairs if one[0] in chosen and one[0] in {"party", "track"}]
    return f"{of}?{urlencode(list(dict.fromkeys([*kept, *several, *chosen.items()])))}"
