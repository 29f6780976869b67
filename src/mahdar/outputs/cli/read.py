"""`mahdar read`: files and folders into the register."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from mahdar.errors import MahdarError
from mahdar.outputs.cli.options import AsJson, RegisterPath, checked, examples, register_path

__all__ = ["app"]

app = typer.Typer(rich_markup_mode=None, add_completion=False)

ENGINES: Final = ("local",)
"""What can run the reading."""

_MOST_BYTES: Final = 10_000_000

_HELP = """Read files and folders into the register.

A folder is read with all folders in it: every .txt and .text file. A file that is named is read whatever its
ending; - is standard input. UTF-8, UTF-16 and windows-1256 are told apart by themselves. What cannot be read
is listed with the reason, and all else is kept. What has been read before is not read again; a file that has
changed is a new version, and the older one is left out of listings.

--date says when the documents were published: «yesterday» counts from it where a document states no day of
its own."""


@app.command(
    help=_HELP,
    epilog=examples(
        "mahdar read statement.txt",
        "mahdar read statements/ reports/ --jobs 4",
        "mahdar read - < statement.txt",
        "mahdar read post.txt --date 2021-07-27",
        "mahdar read report.txt --explain     each entry with the rule that made it",
    ),
)
def read(  # noqa: PLR0913, PLR0917  # one option a parameter
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Files, folders, or -.", show_default=False)
    ],
    register: RegisterPath = None,
    date: Annotated[
        str | None,
        typer.Option(
            metavar="YYYY-MM-DD", help="When they were published, if they do not say.", show_default=False
        ),
    ] = None,
    jobs: Annotated[
        int | None, typer.Option(help="Processes. [default: one a core]", show_default=False)
    ] = None,
    engine: Annotated[str, typer.Option(help="What runs the reading.")] = ENGINES[0],
    explain: Annotated[
        bool, typer.Option("--explain", help="Show each entry with the rule that made it.")
    ] = False,
    again: Annotated[bool, typer.Option("--again", help="Read also what has been read before.")] = False,
    max_bytes: Annotated[int, typer.Option(help="The largest file to read.")] = _MOST_BYTES,
    as_json: AsJson = False,
) -> None:
    """Read files and folders into the register."""
    checked("--engine", engine, ENGINES, "an engine")
    for option, number in (("--jobs", jobs), ("--max-bytes", max_bytes)):
        if number is not None and number < 1:
            raise typer.BadParameter(f"{number} is too few; give 1 or more", param_hint=option)
    given = None if date is None else _day(date)
    from mahdar.outputs.cli.reading import Telling, read_and_tell  # noqa: PLC0415  # not for help
    from mahdar.pipeline.local import Options  # noqa: PLC0415

    options = Options(jobs=jobs, again=again, max_bytes=max_bytes, given=given)
    report = read_and_tell(paths, register_path(register), options, Telling(explain, as_json))
    raise typer.Exit(1 if report.failures else 0)


def _day(given: str) -> str:
    """Return a day as it was given."""
    from mahdar.pipeline.given import given_day  # noqa: PLC0415  # not for help

    try:
        return given_day(given)
    except MahdarError as error:
        raise typer.BadParameter(str(error), param_hint="--date") from None
