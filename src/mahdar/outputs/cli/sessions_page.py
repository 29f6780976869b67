"""Two sessions side by side on a terminal, as JSON or as a page."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

from rich.text import Text

from mahdar.lexicon import default_lexicon
from mahdar.linking.editions import FINDINGS
from mahdar.linking.meaning import load_meaning
from mahdar.outputs.cli.screen import Screen, clean
from mahdar.outputs.export.destination import to_file
from mahdar.outputs.sessions import Row, Shown, Wording, how, html_of, report_object, shown
from mahdar.pipeline.editions import SessionReport, compare_editions
from mahdar.register import Register

__all__ = ["Asked", "write_sessions"]


@dataclass(frozen=True, slots=True)
class Asked:
    """How a comparison of sessions is to be made and written."""

    form: str = "text"
    """`text`, `json` or `html`."""
    language: str = "en"
    out: Path | None = None
    meaning: bool = True
    only: tuple[str, ...] = ()
    """Which findings; all where empty."""
    tracks: tuple[str, ...] = ()
    """Which topics; all where empty."""


def write_sessions(register: Register, first: str, second: str, asked: Asked) -> None:
    """Compare two sessions and write what comes of it.

    Args:
        register: holds both.
        first: a series and a number, or a document.
        second: another.
        asked: how.

    Raises:
        MahdarError: one is not there, or the two cannot be compared.
        ExportError: the file cannot be written.
    """
    lexicon, model = default_lexicon(), load_meaning() if asked.meaning else None
    report = compare_editions(register, first, second, lexicon=lexicon, meaning=model)
    if asked.out is not None and str(asked.out) != "-":
        written = _written(report, asked).encode()
        to_file(asked.out, lambda stream: stream.write(written))
    elif asked.form == "text":
        _show(Screen(), shown(report, *_picked(asked)))
    else:
        sys.stdout.write(_written(report, asked))


def _picked(asked: Asked) -> tuple[tuple[str, ...], tuple[str, ...] | None]:
    return asked.only or FINDINGS, asked.tracks or None


def _written(report: SessionReport, asked: Asked) -> str:
    """Return a comparison as a file holds it."""
    if asked.form == "json":
        return json.dumps(report_object(report, *_picked(asked)), ensure_ascii=False, indent=1) + "\n"
    page = shown(report, *_picked(asked))
    if asked.form == "html":
        return html_of(page, asked.language, default_lexicon())
    screen = Screen()
    with screen.console.capture() as taken:
        _show(screen, page)
    return taken.get()


def _show(screen: Screen, page: Shown) -> None:
    """Show a comparison on the screen."""
    report = page.report
    screen.line(f"{_named(screen, report, earlier=True)} → {_named(screen, report, earlier=False)}", "bold")
    for label, session in (("earlier", report.earlier), ("later", report.later)):
        names = ", ".join(screen.isolate(clean(one.name)) for one in session.documents)
        screen.line(f"  {label:<13}{names}", "dim")
    counts = ", ".join(f"{count} {what}" for what, count in page.counts.items())
    screen.line(counts or "nothing of that kind")
    if not report.meaning:
        screen.line("what is said in quite other words was not looked for (extra: semantic)", "dim")
    for section in page.sections:
        standing = f", {section.standing}" if section.standing else ""
        screen.line()
        numbers = f"{section.earlier} → {section.later}{standing}"
        screen.line(
            f"{section.track.upper()}  {numbers if section.earlier + section.later else ''}".rstrip(), "bold"
        )
        for row in section.rows:
            _show_row(screen, row)


def _named(screen: Screen, report: SessionReport, *, earlier: bool) -> str:
    one = report.earlier if earlier else report.later
    day = f" ({one.day})" if one.day else ""
    return f"{screen.isolate(clean(one.name))}{day}"


def _show_row(screen: Screen, row: Row) -> None:
    """Show what became of an item: both wordings, the words that differ marked."""
    moved = f"  {how(row)}" if how(row) else ""
    screen.line(Text.assemble((f"  {row.what:<13}", _STYLES.get(row.what, "")), f"{row.kind}{moved}"))
    if row.earlier is not None:
        _show_wording(screen, row.earlier, "-", ("[-", "-]"), "red")
    if row.later is not None:
        _show_wording(screen, row.later, "+", ("{+", "+}"), "green")


_STYLES = {"strengthened": "bold cyan", "softened": "bold yellow", "new": "green", "dropped": "red"}
_INDENT = 6


def _show_wording(screen: Screen, said: Wording, sign: str, marks: tuple[str, str], style: str) -> None:
    """Show a quotation with its marked words; where there is no colour, in brackets."""
    opened, closed = ("", "") if screen.styled else marks
    whole = len(said.parts) == 1
    parts = [
        (f"{opened}{part.text}{closed}", style) if part.marked and not whole else (part.text, "dim")
        for part in said.parts
    ]
    screen.parts(parts, _INDENT, sign)
