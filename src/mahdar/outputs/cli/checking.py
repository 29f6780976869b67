"""What `mahdar check` does: opens what it is given, and shows what came of it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO, Final

import typer

from mahdar.errors import ExportFileError
from mahdar.outputs.cli.options import open_register
from mahdar.outputs.cli.register_page import SHORT
from mahdar.outputs.cli.screen import Screen, clean, shortened, write_json
from mahdar.pipeline.checking import Checked, Result, check_records
from mahdar.pipeline.export_file import records
from mahdar.pipeline.texts import Texts

__all__ = ["Texted", "check_export"]

_STANDARD_INPUT: Final = "-"
_SHOWN: Final = 5
"""Problems of one document that are shown; with --json more."""
_STYLES: Final = {"verified": "green", "wrong": "red", "changed": "yellow", "missing": "yellow"}


@dataclass(frozen=True, slots=True)
class Texted:
    """Where the texts are."""

    paths: tuple[str, ...]
    register: str | None
    """As the option names it; the one that is meant where no paths are given either."""
    max_bytes: int


def check_export(export: str, where: Texted, *, as_json: bool) -> None:
    """Check an export, and show what came of it.

    Args:
        export: the file, or `-`.
        where: the texts are.
        as_json: for programs.

    Raises:
        ExportFileError: the file is no export.
        RegisterError: there is no such register.
        Exit: 1 where not everything stands.
    """
    with ExitStack() as opened:
        stream = _opened(export, opened)
        asked = where.register or not where.paths
        register = opened.enter_context(open_register(where.register)) if asked else None
        texts = Texts(where.paths, register, where.max_bytes)
        result = check_records(records(stream, clean(export)), texts, clean(export))
    if as_json:
        write_json(_plain(export, result))
    else:
        _show(Screen(), export, result)
    unread = Screen(to_error=True)
    for failure in texts.failures:
        unread.line(f"not read: {clean(str(failure))}")
    if not result.stands or texts.failures:
        raise typer.Exit(1)


def _opened(export: str, opened: ExitStack) -> BinaryIO:
    """Open the export."""
    if export == _STANDARD_INPUT:
        return sys.stdin.buffer
    try:
        return opened.enter_context(Path(export).open("rb"))
    except (OSError, ValueError) as error:
        why = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise ExportFileError(clean(export), 0, f"cannot be read ({why})") from error


def _show(screen: Screen, export: str, result: Result) -> None:
    """Show the documents, then what it comes to."""
    for one in result.documents:
        _show_document(screen, one)
    for problem in result.problems:
        screen.line(problem)
    entries, spans, quotes = (
        sum(getattr(one, name) for one in result.documents) for name in ("entries", "spans", "quotes")
    )
    of = f"{len(result.documents):,} documents, {entries:,} entries, {spans:,} spans, {quotes:,} with words"
    screen.line(f"{screen.isolate(clean(export))}: {of}", "bold")
    screen.line(
        "all of it stands" if result.stands else "not all of it stands: " + ", ".join(_states(result))
    )


def _show_document(screen: Screen, one: Checked) -> None:
    """Show one document, with its first problems."""
    name = screen.isolate(shortened(clean(one.name), 80))
    line = f"{one.state:<9} {one.id[:SHORT]}  {one.entries:>5,} entries  {name}"
    screen.line(f"{line}{_remark(one)}", _STYLES[one.state])
    for problem in one.problems[:_SHOWN]:
        screen.line(f"{'':10}{problem.record} {clean(problem.id)[:16]}: {problem.what}")
    if one.faults > _SHOWN:
        screen.line(f"{'':10}and {one.faults - _SHOWN:,} more")


def _remark(one: Checked) -> str:
    """Say what is left of a changed document."""
    if one.state != "changed" or not one.quotes:
        return ""
    return f"  {one.found:,} of {one.quotes:,} quotations stand in the text that it has now"


def _states(result: Result) -> Iterator[str]:
    """Yield how many documents are in each state that is not well."""
    for state in ("wrong", "changed", "missing"):
        count = sum(one.state == state for one in result.documents)
        if count:
            yield f"{count:,} {state}"
    if result.problems:
        yield "links"


def _plain(export: str, result: Result) -> dict[str, object]:
    """Return a result for programs."""
    return {
        "export": export,
        "stands": result.stands,
        "problems": list(result.problems),
        "documents": [asdict(one) for one in result.documents],
    }
