"""`mahdar read`: files and folders into the register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from enum import StrEnum
from typing import Annotated, Any

import typer

from mahdar.model.reading import Reading
from mahdar.outputs.cli.options import AsJson, RegisterPath, examples, open_register, register_path
from mahdar.outputs.cli.screen import Screen, clean, shortened, write_json
from mahdar.pipeline.failures import Failure
from mahdar.pipeline.local import Options, Watch, read_paths
from mahdar.pipeline.reports import Progress, Report
from mahdar.sources import MAX_BYTES

__all__ = ["app"]

app = typer.Typer(rich_markup_mode=None, add_completion=False)


_INTERRUPTED = 130


class Engine(StrEnum):
    """What runs the reading."""

    local = "local"


_HELP = """Read files and folders into the register.

A folder is read with all folders in it: every .txt and .text file. A file that is named is read whatever its
ending; - is standard input. UTF-8, UTF-16 and windows-1256 are told apart by themselves. What cannot be read
is listed with the reason, and all else is kept. What has been read before is not read again."""


@app.command(
    help=_HELP,
    epilog=examples(
        "mahdar read statement.txt",
        "mahdar read statements/ reports/ --jobs 4",
        "mahdar read - < statement.txt",
        "mahdar read report.txt --explain     each entry with the rule that made it",
    ),
)
def read(  # noqa: PLR0913, PLR0917  # one option a parameter
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Files, folders, or -.", show_default=False)
    ],
    register: RegisterPath = None,
    jobs: Annotated[
        int | None, typer.Option(min=1, help="Processes. [default: one a core]", show_default=False)
    ] = None,
    engine: Annotated[Engine, typer.Option(help="What runs the reading.")] = Engine.local,  # noqa: ARG001
    explain: Annotated[
        bool, typer.Option("--explain", help="Show each entry with the rule that made it.")
    ] = False,
    again: Annotated[bool, typer.Option("--again", help="Read also what has been read before.")] = False,
    max_bytes: Annotated[int, typer.Option(min=1, help="The largest file to read.")] = MAX_BYTES,
    as_json: AsJson = False,
) -> None:
    """Read files and folders into the register."""
    out, err = Screen(), Screen(to_error=True)
    options = Options(jobs=jobs, again=again, max_bytes=max_bytes)
    with open_register(register, create=True) as opened, _progress(err) as told, _interruptible(err):
        watch = Watch(
            progress=told,
            reading=(lambda reading: _explain(out, reading)) if explain and not as_json else None,
            failure=lambda failure: err.line(f"not read: {clean(failure.message)}"),
        )
        report = read_paths(paths, opened, options, watch=watch)
    if as_json:
        write_json(_plain(report))
    else:
        _show(out, report, register_path(register))
    raise typer.Exit(1 if report.failures else 0)


@contextmanager
def _interruptible(err: Screen) -> Iterator[None]:
    """Say what an interrupted run leaves behind."""
    try:
        yield
    except KeyboardInterrupt:
        err.line("stopped; what was written so far is kept")
        raise typer.Exit(_INTERRUPTED) from None


@contextmanager
def _progress(err: Screen) -> Iterator[Any]:
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
    for name, count in rows:
        if count or name == "documents":
            out.line(f"{name:<18}{count:>10,}")
    for reason, failed in _by_reason(report.failures).items():
        out.line(f"{'not read: ' + reason:<18}{failed:>10,}")
    speed = f", {report.documents / report.seconds:,.0f} documents a second" if report.documents > 1 else ""
    out.line(f"{clean(where)}: {_changes(report)}; {report.seconds:.1f} s{speed}", "dim")


def _changes(report: Report) -> str:
    """Say in words what changed in the register."""
    done = report.register
    parts = (
        (done.added, "new document", "new documents"),
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
        "register": asdict(report.register),
        "failures": failures,
        "seconds": round(report.seconds, 3),
    }
