"""A comparison on a terminal or in a pipe: both wordings, one below the other."""

from __future__ import annotations

from collections.abc import Iterable

from mahdar.outputs.brief.wording import in_english
from mahdar.outputs.cli.screen import Screen, clean
from mahdar.outputs.compare.rows import HOW, Bit, Row, altered_rows, rows_of
from mahdar.pipeline.comparing import Compared

__all__ = ["show_comparison"]

_HEADS = {
    "verbatim": "carried word for word",
    "near": "carried in near wording",
    "paraphrase": "carried in other words",
}
_COLUMN = 12


def show_comparison(compared: Compared, *, capture: bool = False) -> str:
    """Show a comparison.

    Args:
        compared: the comparison.
        capture: True returns the text instead of writing it.
    """
    screen = Screen()
    if capture:
        with screen.console.capture() as taken:
            _show(screen, compared)
        return taken.get()
    _show(screen, compared)
    return ""


def _show(screen: Screen, compared: Compared) -> None:
    result = compared.result
    for label, side in (("statement", compared.statement), ("report", compared.report)):
        screen.line(f"{label:<{_COLUMN}}{screen.isolate(clean(side.name))}", "bold")
    counts = [f"{sum(p.how == how for p in result.aligned)} {_HEADS[how]}" for how in HOW]
    counts += [
        f"{len(result.left_out)} left out",
        f"{len(result.added)} added",
        f"{len(result.altered)} altered",
    ]
    screen.line(f"{'carried':<{_COLUMN}}{result.carried:.0%} of the statement's words")
    screen.line(f"{'':<{_COLUMN}}{', '.join(counts)}")
    if result.tracks:
        shares = ", ".join(f"{one.track} {one.carried:.0%}" for one in result.tracks)
        screen.line(f"{'by track':<{_COLUMN}}{shares}")
    if not result.by_meaning:
        screen.line(
            f"{'':<{_COLUMN}}what is said in wholly other words could not be looked for (extra: semantic)"
        )
    _section(screen, "altered", altered_rows(compared))
    for how in HOW:
        _section(screen, _HEADS[how], rows_of(compared, how))
    for head, side, spans in (
        ("left out", compared.statement, result.left_out),
        ("added", compared.report, result.added),
    ):
        _head(screen, head, len(spans))
        for span in spans:
            screen.quote(span.cut(side.text), 2)


def _head(screen: Screen, head: str, count: int) -> None:
    screen.line()
    screen.line(f"{head} ({count})", "bold")


def _section(screen: Screen, head: str, rows: Iterable[Row]) -> None:
    """Show rows below their head; what is carried word for word is shown once."""
    held = list(rows)
    _head(screen, head, len(held))
    for row in held:
        if row.kind == "verbatim":
            screen.quote(_text(row.report), 2)
            continue
        if row.note:
            screen.line(f"  {row.kind}: {screen.isolate(clean(in_english().say(row.note)))}")
        screen.line("  statement", "dim")
        screen.quote(_text(row.statement), 4, _marked(row.statement))
        screen.line("  report", "dim")
        screen.quote(_text(row.report), 4, _marked(row.report))


def _text(bits: Iterable[Bit]) -> str:
    return "".join(bit.text for bit in bits)


def _marked(bits: Iterable[Bit]) -> str:
    """Return the longest run that differs: what is shown brighter."""
    return max((bit.text for bit in bits if bit.marked), key=len, default="")
