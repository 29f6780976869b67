"""What `mahdar search` shows: hits with the words that matched, and how much there is of each kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from mahdar.model.searching import DOCUMENT, Hit, Snippet
from mahdar.outputs.cli.options import open_register
from mahdar.outputs.cli.reading import interruptible, showing_progress
from mahdar.outputs.cli.screen import Screen, clean, write_json
from mahdar.outputs.search import found_object
from mahdar.pipeline.search_similar import keep_meaning
from mahdar.pipeline.searching import Found, search

__all__ = ["Searched", "search_and_show"]

_SHORT: Final = 8
_SHOWN: Final = ("type", "class", "party", "track")
"""The facets that are shown."""
_MOST: Final = 6
"""Values of a facet that are shown."""


@dataclass(frozen=True, slots=True)
class Searched:
    """How to search, and how to show it."""

    page: int
    size: int
    by_day: bool
    everything: bool
    similar: bool


def search_and_show(where: str | None, query: str, how: Searched, *, as_json: bool) -> None:
    """Search a register and show a page of what is found."""
    err = Screen(to_error=True)
    with open_register(where) as register, showing_progress(err) as told, interruptible(err):
        if how.similar:
            keep_meaning(register, told)
        found = search(
            register, query, page=how.page, size=how.size, by_day=how.by_day, everything=how.everything,
            similar=how.similar, told=told,
        )  # fmt: skip
    if as_json:
        write_json(found_object(found))
        return
    _show(Screen(), err, found)


def _show(screen: Screen, err: Screen, found: Found) -> None:
    """Show a page of hits."""
    if not found.total:
        err.line("nothing of that is in the register; fewer words find more; see `mahdar search --help`")
        return
    if found.loose:
        err.line("nothing has all of these words; what has some of them:")
    first = (found.page - 1) * found.size
    if not found.hits:
        err.line(f"the last page is {found.pages:,}")
        return
    screen.line(f"{first + 1:,}-{first + len(found.hits):,} of {found.total:,}", "bold")
    for hit in found.hits:
        _show_hit(screen, hit)
    screen.line()
    for name in _SHOWN:
        values = list(found.facets.get(name, {}).items())
        if values:
            more = " …" if len(values) > _MOST else ""
            screen.line(
                f"{name:<8}" + "  ".join(f"{value} {n:,}" for value, n in values[:_MOST]) + more, "dim"
            )


def _show_hit(screen: Screen, hit: Hit) -> None:
    """Show one hit: what it is and where, and its words."""
    what = f"{hit.type} {hit.kind}" if hit.kind and hit.type != DOCUMENT else hit.type
    name = screen.isolate(clean(hit.name))
    screen.line(f"  {(hit.entry or hit.document)[:_SHORT]}  {what:<22}  {hit.day or '-':<10}  {name}")
    if hit.title:
        screen.line(f"{'':12}{screen.isolate(clean(hit.title))}", "bold")
    for snippet in hit.snippets:
        screen.parts(
            _parts(snippet, "" if screen.styled else "\N{MATHEMATICAL LEFT WHITE SQUARE BRACKET}"), 12
        )


def _parts(snippet: Snippet, opening: str) -> Iterator[tuple[str, str]]:
    """Yield the words of a snippet, those that matched in a style or between brackets."""
    closing = "\N{MATHEMATICAL RIGHT WHITE SQUARE BRACKET}" if opening else ""
    at = snippet.span.start
    for mark in snippet.marks:
        yield _of(snippet, at, mark.start), "dim"
        yield f"{opening}{_of(snippet, mark.start, mark.end)}{closing}", "bold underline"
        at = mark.end
    yield _of(snippet, at, snippet.span.end), "dim"


def _of(snippet: Snippet, start: int, end: int) -> str:
    return snippet.text[start - snippet.span.start : end - snippet.span.start]
