"""Two sessions side by side on a terminal, as JSON or as a page."""

from __future__ import annotations

import sys
from collections.abc import Collection
from pathlib import Path

from rich.text import Text

from mahdar.lexicon import default_lexicon
from mahdar.linking.editions import FINDINGS
from mahdar.linking.meaning import load_meaning
from mahdar.outputs.cli.screen import Screen, clean, write_json
from mahdar.outputs.sessions import Row, Shown, Wording, html_of, report_object, shown
from mahdar.pipeline.editions import SessionReport, compare_editions
from mahdar.register import Register

__all__ = ["show_sessions"]


def show_sessions(  # noqa: PLR0913  # what a command's options say
    register: Register,
    first: str,
    second: str,
    *,
    form: str = "text",
    only: Collection[str] = (),
    tracks: Collection[str] = (),
    meaning: bool = True,
    out: Path | None = None,
) -> None:
    """Compare two sessions and show what came out.

    Args:
        register: holds both.
        first: a series and a number, or a document.
        second: another.
        form: `text`, `json` or `html`.
        only: which findings; all where empty.
        tracks: which topics; all where empty.
        meaning: False leaves out what is said in other words, though it could be looked for.
        out: the file that a page goes to; standard output where None.
    """
    lexicon, model = default_lexicon(), load_meaning() if meaning else None
    report = compare_editions(register, first, second, lexicon=lexicon, meaning=model)
    wanted, topics = only or FINDINGS, tracks or None
    if form == "json":
        write_json(report_object(report, wanted, topics))
    elif form == "html":
        _write(html_of(shown(report, wanted, topics)), out)
    else:
        _show(shown(report, wanted, topics))
        if meaning and model is None:
            _say_what_is_missing()


def _write(page: str, out: Path | None) -> None:
    if out is None:
        sys.stdout.write(page)
    else:
        out.write_text(page, encoding="utf-8")


def _say_what_is_missing() -> None:
    why = "what is said in quite other words was not looked for; install the extra `semantic` for that"
    Screen(to_error=True).line(why)


def _show(page: Shown) -> None:
    """Show a comparison on the screen."""
    screen, report = Screen(), page.report
    screen.line(f"{_named(screen, report, earlier=True)} → {_named(screen, report, earlier=False)}", "bold")
    counts = ", ".join(f"{count} {what}" for what, count in page.counts.items())
    screen.line(counts or "nothing of that kind")
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
    how = f"  {row.how}" if row.how else ""
    screen.line(Text.assemble((f"  {row.what:<13}", _STYLES.get(row.what, "")), f"{row.kind}{how}"))
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
