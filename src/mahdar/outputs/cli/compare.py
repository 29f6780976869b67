"""`mahdar compare`: a report beside the statement that it reports, a session beside the one before."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from mahdar.model.values import TRACKS
from mahdar.outputs.cli.options import AsJson, RegisterPath, checked, examples

__all__ = ["app"]

app = typer.Typer(rich_markup_mode=None, add_completion=False)

FORMATS: Final = ("text", "json", "html")
LANGUAGES: Final = ("en", "ar")
FINDINGS: Final = ("strengthened", "softened", "new", "dropped", "kept")

_HELP = """Lay a report beside the statement that it reports.

Says what the report carries word for word, in near wording and in other words, what it leaves out, what it
adds, and what it says otherwise inside the passages that it carries: a day, a date, a number, a name, a
party, a word, the scope, an act made weaker or stronger. Both wordings are shown.

STATEMENT and REPORT are documents of the register, called as `mahdar show` calls them, or files, which are
read without being kept. Of the statement its first joint statement counts, of the report its first article.

With the extra `semantic` clauses are also compared by what they mean; without it, or with --no-meaning, what
shares no word with the statement counts as left out and added.

Two editions of a series, KWT-USA/4 and KWT-USA/5 (its parties or its id, then the number or the year), are
laid side by side as sessions: positions, commitments and instruments that are new, kept, dropped,
strengthened or softened, by topic; --only and --track pick. With --sessions documents are sessions too."""


@app.command(
    help=_HELP,
    epilog=examples(
        "mahdar compare statement report",
        "mahdar compare statement.txt report.txt --format html -o beside.html",
        "mahdar compare statement.txt page.txt --report-article 2",
        "mahdar compare statement report --json | jq .altered",
        "mahdar compare KWT-USA/4 KWT-USA/5 --only dropped",
        "mahdar compare KWT-USA/2020 KWT-USA/2022 -o sessions.html",
    ),
)
def compare(  # noqa: PLR0913, PLR0917  # a command's options
    statement: Annotated[
        str, typer.Argument(metavar="STATEMENT", help="A document's name, a file, or an edition.")
    ],
    report: Annotated[
        str, typer.Argument(metavar="REPORT", help="A document's name, a file, or an edition.")
    ],
    statement_article: Annotated[
        int | None, typer.Option(metavar="N", help="Which article of it, from 1.", show_default=False)
    ] = None,
    report_article: Annotated[
        int | None, typer.Option(metavar="N", help="Which article of it, from 1.", show_default=False)
    ] = None,
    sessions: Annotated[
        bool, typer.Option("--sessions", help="Take documents for sessions of a dialogue.")
    ] = False,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="WHAT", help="Of sessions: new, kept, dropped, strengthened or softened."),
    ] = None,
    track: Annotated[
        list[str] | None,
        typer.Option(metavar="TRACK", help="Of sessions: a topic; `mahdar tracks` lists them."),
    ] = None,
    meaning: Annotated[
        bool, typer.Option("--meaning/--no-meaning", help="Compare by meaning where the extra is there.")
    ] = True,
    format: Annotated[  # noqa: A002
        str | None,
        typer.Option(help="text, json or html. [default: the file's ending, else text]", show_default=False),
    ] = None,
    lang: Annotated[str, typer.Option(help="Language of the labels of HTML: en or ar.")] = LANGUAGES[0],
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help="[default: standard output]", show_default=False),
    ] = None,
    register: RegisterPath = None,
    as_json: AsJson = False,
) -> None:
    """Lay a report beside the statement that it reports."""
    form = checked("--format", _form(format, out, as_json=as_json), FORMATS, "a format that can be written")
    language = checked("--lang", lang, LANGUAGES, "a language of labels")
    what = tuple(checked("--only", one, FINDINGS, "what becomes of an item") for one in only or ())
    topics = tuple(checked("--track", one, TRACKS, "a topic") for one in track or ())
    from mahdar.outputs.cli.comparing import (  # noqa: PLC0415  # not for help
        Asked,
        Named,
        Picked,
        write_comparison,
        write_editions,
    )

    asked = Asked(form, language, out, meaning)
    if write_editions(register, (statement, report), asked, Picked(what, topics, sessions)):
        return
    named = Named(statement, statement_article), Named(report, report_article)
    write_comparison(register, named, asked)


def _form(given: str | None, out: Path | None, *, as_json: bool) -> str:
    """Return the format that is meant: the one given, the one of the file's ending, text."""
    ending = out.suffix.lstrip(".").lower() if out is not None else ""
    by_ending = {"html": "html", "htm": "html", "json": "json"}
    return given or ("json" if as_json else by_ending.get(ending, FORMATS[0]))
