"""`mahdar lexicon`: for those who edit the lexicon."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from mahdar.lexicon import Lexicon, default_lexicon
from mahdar.lexicon.check import check_lexicon
from mahdar.model.mentions import Mentions
from mahdar.outputs.cli.options import AsJson, examples
from mahdar.outputs.cli.screen import Screen, clean, write_json, write_json_list
from mahdar.pipeline.trying import Trial, try_sentence

__all__ = ["app"]

app = typer.Typer(
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    help="Check the lexicon, or try a sentence on it.",
)

Folder = Annotated[
    Path | None,
    typer.Option(
        "--lexicon",
        metavar="DIR",
        exists=True,
        file_okay=False,
        help="A folder of your own, laid over the shipped files.",
        show_default=False,
    ),
]

_CHECK = """Find mistakes in the lexicon's files: one line each, `file:line message`.

Found are: characters that cannot be seen or are not in Unicode's composed form, letters of the wrong script,
fields and values that nothing knows, missing sources and examples, ids and spellings that stand twice.
Exits 1 where there is anything to mend."""

_TRY = """Read a sentence and show how: which words may head an act, which row and rule made each act, which
rule refused the others and why, and what the sentence names."""


@app.command(
    "check",
    help=_CHECK,
    epilog=examples("mahdar lexicon check", "mahdar lexicon check --lexicon my-lexicon/"),
)
def check(lexicon: Folder = None, as_json: AsJson = False) -> None:
    """Find mistakes in the lexicon's files."""
    found = check_lexicon(_lexicon(lexicon))
    if as_json:
        write_json_list({"file": one.file, "line": one.line, "message": one.message} for one in found)
    else:
        screen = Screen()
        for one in found:
            screen.line(screen.isolate(str(one)))
        count = f"{len(found)} finding{'' if len(found) == 1 else 's'}" if found else "nothing to mend"
        Screen(to_error=True).line(count)
    raise typer.Exit(1 if found else 0)


@app.command("try", help=_TRY, epilog=examples('mahdar lexicon try "أكد الجانبان التزامهما بأمن الملاحة"'))
def try_(
    sentence: Annotated[str, typer.Argument(help="A sentence, in quotation marks.", show_default=False)],
    lexicon: Folder = None,
    as_json: AsJson = False,
) -> None:
    """Read a sentence and show how."""
    trial = try_sentence(sentence, _lexicon(lexicon))
    if as_json:
        write_json(_plain(trial))
    else:
        _show(Screen(), trial)


def _lexicon(folder: Path | None) -> Lexicon:
    return Lexicon(folder) if folder else default_lexicon()


def _show(screen: Screen, trial: Trial) -> None:
    """Show the steps of a reading, then what it yields."""
    screen.line("WORDS THAT MAY HEAD AN ACT", "bold")
    for one in trial.tried:
        mark = f"+ {one.act}" if one.act else "- none"
        where = f"{one.head}  {one.form}  {one.place}"
        screen.line(f"  {mark:<12} {where}  {screen.isolate(one.word)}", "" if one.act else "dim")
        screen.line(f"{'':15}{screen.isolate(one.why)}", "dim")
    screen.line()
    screen.line("NAMED", "bold")
    for kind, value, words in _named(trial.mentions, trial.document.text):
        screen.line(f"  {kind:<8} {value}  {screen.isolate(clean(words))}")
    screen.line()
    screen.line("ENTRIES", "bold")
    for entry in trial.entries:
        screen.line(f"  {entry.type:<10} {entry.confidence:.2f}  {entry.reader}")
        screen.quote(entry.evidence[0].quote, 6)


def _named(mentions: Mentions, text: str) -> list[tuple[str, str, str]]:
    """Return what a sentence names: kind, value, words; in text order."""
    found = [(m.start, m.end, "party", f"{m.code} ({m.form})") for m in mentions.parties]
    found += [(m.start, m.end, "person", f"{m.name} ({m.party or '?'})") for m in mentions.people]
    found += [(m.start, m.end, "office", f"{m.title} ({m.party or '?'})") for m in mentions.offices]
    found += [(m.start, m.end, "place", m.name) for m in mentions.places]
    found += [(m.start, m.end, "date", f"{m.value or '?'} ({m.precision})") for m in mentions.dates]
    found += [(m.start, m.end, "amount", f"{m.value:g} {m.unit}") for m in mentions.amounts]
    return [(kind, value, text[start:end]) for start, end, kind, value in sorted(found)]


def _plain(trial: Trial) -> dict[str, Any]:
    """Return a trial as JSON has it."""
    tried = [
        {"word": t.word, "head": t.head, "place": t.place, "form": t.form, "act": t.act, "why": t.why}
        for t in trial.tried
    ]
    named = [
        {"kind": kind, "value": value, "words": words}
        for kind, value, words in _named(trial.mentions, trial.document.text)
    ]
    entries = [
        {
            "type": e.type,
            "reader": e.reader,
            "confidence": e.confidence,
            "quotes": [one.quote for one in e.evidence],
        }
        for e in trial.entries
    ]
    return {"tried": tried, "named": named, "entries": entries}
