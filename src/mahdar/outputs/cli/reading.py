"""What `mahdar read` does and tells: progress, remarks, failures, and a closing table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any, Final

import typer

from mahdar.model.reading import Reading
from mahdar.outputs.cli.screen import Screen, clean, shortened, write_json
from mahdar.pipeline.failures import Failure
from mahdar.pipeline.local import Options, Watch, read_to
from mahdar.pipeline.reports import LinkReport, Progress, Report

__all__ = ["Telling", "interruptible", "linked_in_words", "read_and_tell", "showing_progress"]

_INTERRUPTED: Final = 130
_NAMES: Final = 18
"""Least width of the names in the closing table."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What to tell."""

    explain: bool
    as_json: bool


def read_and_tell(paths: list[str], where: str, options: Options, how: Telling) -> Report:
    """Read into the register at a place, and tell what happens.

    Returns:
        What was done; the caller makes the exit code of it.
    """
    out, err = Screen(), Screen(to_error=True)
    with showing_progress(err) as told, interruptible(err):
        watch = Watch(
            progress=told,
            linking=told,
            reading=(lambda reading: _explain(out, reading)) if how.explain and not how.as_json else None,
            failure=lambda failure: err.line(f"not read: {clean(failure.message)}"),
            remark=lambda line: err.line(clean(line)),
        )
        report = read_to(paths, where, options, watch=watch)
    if how.as_json:
        write_json(_plain(report))
    else:
        _show(out, report, where)
    return report


@contextmanager
def interruptible(err: Screen) -> Iterator[None]:
    """Say what an interrupted run leaves behind."""
    try:
        yield
    except KeyboardInterrupt:
        err.line("stopped; what was written so far is kept")
        raise typer.Exit(_INTERRUPTED) from None


@contextmanager
def showing_progress(err: Screen) -> Iterator[Any]:
    """Yield what shows progress: a bar on a terminal, nothing elsewhere."""
    if not err.terminal:
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415
    from rich.progress import Progress as Bar  # noqa: PLC0415  # wanted on a terminal only

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    with Bar(*columns, console=err.console, transient=True) as bar:
        task = bar.add_task("", total=None)

        def told(progress: Progress) -> None:
            name = err.isolate(clean(progress.name))[:60]
            bar.update(task, completed=progress.done, total=progress.total, description=name)

        yield told


def _explain(out: Screen, reading: Reading) -> None:
    """Show a document's entries, each with the rule that made it."""
    out.line(out.isolate(clean(reading.document.name)), "bold")
    for placed in reading.entries:
        entry, first = placed.entry, placed.entry.evidence[0]
        out.line(f"  {first.start}-{first.end}  {entry.type}  {entry.confidence:.2f}  {entry.reader}")
        out.quote(shortened(first.quote, 160), 6)


def _show(out: Screen, report: Report, where: str) -> None:
    """Show the closing table."""
    rows = [("documents", report.documents), ("articles", report.articles)]
    rows += [(f"  {kind}", count) for kind, count in report.entries.items()]
    rows += [("already read", report.skipped), ("same text again", report.copies)]
    rows += [("not Arabic", report.foreign), ("passed over", report.passed)]
    rows += [(f"not read: {reason}", failed) for reason, failed in _by_reason(report.failures).items()]
    shown = [(name, count) for name, count in rows if count or name == "documents"]
    width = max(_NAMES, *(len(name) for name, _ in shown))
    for name, count in shown:
        out.line(f"{name:<{width}}{count:>10,}")
    if report.linked.documents:
        out.line(f"linked: {linked_in_words(report.linked)}")
    speed = f", {report.documents / report.seconds:,.0f} documents a second" if report.documents > 1 else ""
    out.line(f"{clean(where)}: {_changes(report)}; {report.seconds:.1f} s{speed}", "dim")


def linked_in_words(report: LinkReport) -> str:
    """Say in words what linking found."""
    occasions = f"{report.occasions:,} occasion{'' if report.occasions == 1 else 's'}"
    shared = f"{report.shared:,} told in several documents"
    return f"{occasions}, {shared}; {report.links:,} new link{'' if report.links == 1 else 's'}"


def _changes(report: Report) -> str:
    """Say in words what changed in the register."""
    done = report.register
    parts = (
        (done.added - done.versions, "new document", "new documents"),
        (done.versions, "new version of a document", "new versions of documents"),
        (done.restored, "document with an older text again", "documents with an older text again"),
        (done.reread, "document read anew", "documents read anew"),
        (done.entries, "new entry", "new entries"),
        (done.changed, "changed", "changed"),
        (done.returned, "returned", "returned"),
        (done.retired, "retired", "retired"),
        (done.stale, "stale", "stale"),
    )
    said = (f"{count:,} {one if count == 1 else many}" for count, one, many in parts if count)
    return ", ".join(said) or "nothing new"


def _by_reason(failures: tuple[Failure, ...]) -> dict[str, int]:
    return dict(Counter(failure.reason for failure in failures).most_common())


def _plain(report: Report) -> dict[str, Any]:
    """Return a report as JSON has it."""
    failures = [{"name": one.name, "reason": one.reason, "message": one.message} for one in report.failures]
    return {
        "documents": report.documents,
        "articles": report.articles,
        "entries": dict(report.entries),
        "skipped": report.skipped,
        "copies": report.copies,
        "passed": report.passed,
        "foreign": report.foreign,
        "register": asdict(report.register),
        "linked": asdict(report.linked),
        "failures": failures,
        "seconds": round(report.seconds, 3),
    }
