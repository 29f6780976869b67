"""What is wrong in a lexicon, and how a sentence is read with it."""

from __future__ import annotations

from collections.abc import Sized
from pathlib import Path
from typing import Any

from mahdar.lexicon import Lexicon, default_lexicon
from mahdar.lexicon.check import check_lexicon
from mahdar.model.mentions import Mentions
from mahdar.outputs.cli.screen import Screen, clean, write_json, write_json_list
from mahdar.pipeline.trying import Trial, try_sentence
from mahdar.sources.script import language_of

__all__ = ["show_findings", "show_trial"]


def show_findings(folder: Path | None, *, as_json: bool) -> int:
    """Show what is wrong in the lexicon's files; return how much that is."""
    found = check_lexicon(_lexicon(folder))
    if as_json:
        write_json_list({"file": one.file, "line": one.line, "message": one.message} for one in found)
    else:
        screen = Screen()
        for one in found:
            screen.line(screen.isolate(str(one)))
        count = f"{len(found)} finding{'' if len(found) == 1 else 's'}" if found else "nothing to mend"
        Screen(to_error=True).line(count)
    return len(found)


def show_trial(sentence: str, folder: Path | None, *, as_json: bool) -> None:
    """Read a sentence and show how."""
    trial = try_sentence(sentence, _lexicon(folder))
    if as_json:
        write_json(_plain(trial))
    else:
        _show(Screen(), trial)


def _lexicon(folder: Path | None) -> Lexicon:
    return Lexicon(folder) if folder else default_lexicon()


def _show(screen: Screen, trial: Trial) -> None:
    """Show the steps of a reading, then what it yields."""
    named = _named(trial.mentions, trial.document.text)
    if not (trial.tried or named or trial.entries):
        screen.line(_nothing(trial.document.text))
        return
    screen.line("WORDS THAT MAY HEAD AN ACT" + _none(trial.tried), "bold")
    for one in trial.tried:
        mark = f"+ {one.act}" if one.act else "- none"
        where = f"{one.head}  {one.form}  {one.place}"
        screen.line(f"  {mark:<12} {where}  {screen.isolate(one.word)}", "" if one.act else "dim")
        screen.line(f"{'':15}{screen.isolate(one.why)}", "dim")
    screen.line()
    screen.line("NAMED" + _none(named), "bold")
    for kind, value, words in named:
        screen.line(f"  {kind:<8} {value}  {screen.isolate(clean(words))}")
    screen.line()
    screen.line("ENTRIES" + _none(trial.entries), "bold")
    for entry in trial.entries:
        screen.line(f"  {entry.type:<10} {entry.confidence:.2f}  {entry.reader}")
        screen.quote(entry.evidence[0].quote, 6)


def _none(found: Sized) -> str:
    return "" if found else ": none"


def _nothing(text: str) -> str:
    """Say that nothing fires, and why that may be."""
    if not text.strip():
        return "nothing fires: the sentence is empty"
    if language_of(text) != "ar":
        return "nothing fires: only Arabic is read"
    return "nothing fires: no word here may head an act, and nothing is named"


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
