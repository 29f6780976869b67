"""`mahdar search`: documents and entries by their words."""

from __future__ import annotations

from typing import Annotated

import typer

from mahdar.outputs.cli.options import AsJson, RegisterPath, checked, examples

__all__ = ["app"]

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_HELP = """Search documents and entries.

Words are found as people type them: without vowel marks, with hamza and ta marbuta or without, with and
without article and attached particles, in the singular and in the plural. All of them must be there; where
nothing has all, what has some is shown. Names of states and organisations, in Arabic or English, also find
the entries in which the text means them by other words (the two sides). English words for classes and tracks
(commitments, energy) find the entries that have them.

\b
  "words in quotation marks"   they follow one another; guillemets do as well
  -word                        not this; also before a phrase or a filter
  party:QAT                    a state or an organisation, in any role
  class:commit                 an act's class; kind:visit of meetings, instruments and articles
  type:act                     a type of entry, or document
  track:energy                 a topic of acts
  speaker:blinken              who speaks
  before:2024  after:2021-06   before it begins, after it ends; from: until: in: include it
  due:any  due<2025            what is to be done, and by when
  money>5m  money<=200kEUR     sums of money
  document:statement           in one document
  review:accepted              what reviewers said

Values parted by commas count each for itself: party:QAT,KWT. Filters and their values may be written in
Arabic. What a word could be taken for can stand in quotation marks.

--similar finds entries that mean what is asked, in other words or the other language; it wants the extra
semantic, and works out first what entries mean that it has not met yet (some 40 a second).

What was rejected or is no longer found in its text is left out, and so are older versions of documents."""


@app.command(
    help=_HELP,
    epilog=examples(
        "mahdar search الطاقة",
        "mahdar search '«مذكرة تفاهم» party:USA'",
        "mahdar search class:commit track:defence before:2024",
        "mahdar search 'الجهة:العراق الصنف:التزام'",
        "mahdar search --similar 'release of prisoners'",
        "mahdar search Iraq energy commitments --json",
        "mahdar search الجانبان -class:discuss --page 2",
    ),
    context_settings={"ignore_unknown_options": True},
)
def search(  # noqa: PLR0913, PLR0917  # one option a parameter
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS…", help="Words, phrases and filters.", show_default=False)
    ],
    page: Annotated[int, typer.Option(min=1, help="Which page of what is found.")] = 1,
    size: Annotated[int, typer.Option(min=1, max=1000, help="How much is on a page.")] = 20,
    sort: Annotated[str, typer.Option(help="fit: best first; date: newest first.")] = "fit",
    everything: Annotated[
        bool,
        typer.Option("--all", help="Also what was rejected or is no longer found, and older versions."),
    ] = False,
    similar: Annotated[
        bool, typer.Option("--similar", help="What is nearest in meaning, in whatever words or language.")
    ] = False,
    register: RegisterPath = None,
    as_json: AsJson = False,
) -> None:
    """Search documents and entries."""
    for word in words:
        if word.startswith("--"):
            raise typer.BadParameter(f"no such option: {word}")
    by_day = checked("--sort", sort, ("fit", "date"), "an order") == "date"
    from mahdar.outputs.cli.search_page import Searched, search_and_show  # noqa: PLC0415  # help needs no register

    how = Searched(page=page, size=size, by_day=by_day, everything=everything, similar=similar)
    search_and_show(register, " ".join(words), how, as_json=as_json)
