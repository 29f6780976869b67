"""The charts of entries: which classes, topics and parties, over the years and at whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from urllib.parse import urlencode

from mahdar.model.labels import Label
from mahdar.outputs.brief.wording import date_in
from mahdar.outputs.web.asked import Asked
from mahdar.outputs.web.drawing import Bars, Grid, axis, bars, grid
from mahdar.outputs.web.narrowing import named_value
from mahdar.pipeline.series import SeriesRecord
from mahdar.pipeline.series_keys import sessions_told
from mahdar.register.facets import Narrowed

__all__ = ["Chart", "charts"]

_YEARS, _PARTIES, _VALUES, _SERIES = 14, 12, 20, 2
"""Columns of years, rows and columns of parties, rows of classes and topics, series with a chart each."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its words."""

    name: str
    """`kind`, `track`, `kind_year`, `track_year`, `kind_session_0`, `pairs`."""
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
        made += [*_over_sessions(asked, what, of), _pairs(asked, what, of)]
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


def _over_sessions(asked: Asked, what: Narrowed, of: str) -> Iterator[Chart | None]:
    """Yield for the longest series how its classes change from session to session."""
    series = asked.desk.standing.series().value or ()
    shown = ((number, one) for number, one in enumerate(series) if len(sessions_told(one)) > 1)
    for number, one in islice(shown, _SERIES):
        yield _sessions(asked, what, of, (f"kind_session_{number}", one))


def _sessions(asked: Asked, what: Narrowed, of: str, named: tuple[str, SeriesRecord]) -> Chart | None:
    name, series = named
    told = sessions_told(series)
    documents = {id_: key for key, ids in told.items() for id_ in ids}
    if what.document:  # what is chosen already stands in no one place beside a session's documents
        return None
    found = asked.desk.register.exploring.crossed(
        replace(what, document=tuple(documents)), "kind", "document"
    )
    counts: Counter[tuple[str, str]] = Counter()
    for kind, document, count in found:
        counts[kind, documents[document]] += count
    across = {key: date_in(key, asked.language) for key in told if any(its == key for _, its in counts)}
    if len(across) < 2:
        return None
    rows = axis(((kind, count) for (kind, _), count in counts.items()), _VALUES)
    down = {kind: named_value(asked, what.type, "kind", kind, {}) for kind in rows}

    def url(kind: str, key: str) -> str:
        return _url(asked, of, {"kind": kind, "document": [id_[:12] for id_ in told[key]]})

    title = asked.said("Classes over the sessions of %(parties)s", parties=_parties(asked, series))
    return _grid(asked, name, (counts, down, across), url, title)


def _parties(asked: Asked, series: SeriesRecord) -> str:
    words = asked.words
    return str(words.comma).join(words.of(Label("party", code)) for code in series.parties)


def _pairs(asked: Asked, what: Narrowed, of: str) -> Chart | None:
    found = asked.desk.register.exploring.pairs(what)
    counts = {(by, at): count for by, at, count in found}
    if not counts:
        return None
    by = axis(((one, count) for (one, _), count in counts.items()), _PARTIES)
    at = axis(((two, count) for (_, two), count in counts.items()), _PARTIES)
    at = [two for two in at if any((one, two) in counts for one in by)]
    by = [one for one in by if any((one, two) in counts for two in at)]
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
    title: str = "",
) -> Chart:
    counts, down, across = of
    drawn = grid(counts, down, across, asked.direction, url)
    most = max(drawn.boxes, key=lambda one: one.count)
    told = asked.said(
        "%(rows)s rows and %(columns)s columns. Most often: %(down)s, %(across)s, %(count)s times.",
        rows=len(down), columns=len(across), down=most.down, across=most.across, count=most.count,
    )  # fmt: skip
    return Chart(name, title or _title(asked, name), told, grid=drawn)


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


def _url(asked: Asked, of: str, chosen: Mapping[str, str | list[str]]) -> str:
    """Return the address of the table narrowed down by a box, beside what is chosen already."""
    pairs = asked.request.query_params.multi_items() if of == asked.path else []
    kept = [one for one in pairs if one[0] not in {"page", "show", "all", "lang"} and one[0] not in chosen]
    several = [one for one in pairs if one[0] in chosen and one[0] in {"party", "track"}]
    new = [(key, one) for key, its in chosen.items() for one in ([its] if isinstance(its, str) else its)]
    return f"{of}?{urlencode(list(dict.fromkeys([*kept, *several, *new])))}"
