"""`mahdar brief`: one or two pages for the one who walks into the next session."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from mahdar.outputs.cli.options import RegisterPath, checked, examples

__all__ = ["app"]

app = typer.Typer(rich_markup_mode=None, add_completion=False)

FORMATS: Final = ("md", "html", "docx", "pdf", "json")
LANGUAGES: Final = ("ar", "en")

_HELP = """Write a brief: one or two pages for the one who walks into the next session.

ABOUT is a series of meetings (its parties, KWT-USA, or its id), one edition of it ("KWT-USA 5"), or a party
(USA, Kuwait). The brief has the facts of the last session, what is said of the next, open commitments by
track, instruments and how far each has come, what changed in the wording since the session before,
contradictions to be careful of, who sits across the table, and the sources.

Every line is a quotation with its place, [2:15] being line 15 of document 2; only the labels are Mahdar's, in
English or in Arabic. What finds no room is counted, and the command that shows it named.

--as-of sees the register from another day: what was published later is left out, what was due before is
overdue. The format follows the file's ending; without --out Markdown goes to standard output."""


@app.command(
    help=_HELP,
    epilog=examples(
        "mahdar brief KWT-USA",
        "mahdar brief 'KWT-USA 5' --lang ar -o brief.docx",
        "mahdar brief USA --as-of 2022-06-01 -o brief.pdf",
    ),
)
def brief(  # noqa: PLR0913, PLR0917  # a command's options
    about: Annotated[str, typer.Argument(metavar="ABOUT", help="A series, an edition, or a party.")],
    lang: Annotated[str, typer.Option(help="Language of the labels: ar or en.")] = "en",
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day to see it from. [default: today]", show_default=False),
    ] = None,
    format: Annotated[  # noqa: A002
        str | None,
        typer.Option(help="md, html, docx, pdf or json. [default: the file's ending]", show_default=False),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help="[default: standard output]", show_default=False),
    ] = None,
    register: RegisterPath = None,
) -> None:
    """Write a brief to a file or to standard output."""
    language = checked("--lang", lang, LANGUAGES, "a language of labels")
    form = checked("--format", format or _ending(out), FORMATS, "a format that can be written")
    from mahdar.outputs.cli.briefing import Asked, write  # noqa: PLC0415  # help is shown without it

    write(register, Asked(about, language, as_of, form, out))


def _ending(out: Path | None) -> str:
    """Return the format that a file's ending names; Markdown for standard output and for a bare name."""
    return (out.suffix.lstrip(".") if out is not None else "") or FORMATS[0]
