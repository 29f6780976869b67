"""The words that a user may ask with: parties and tracks, in English and Arabic."""

from __future__ import annotations

from mahdar.lexicon import default_lexicon
from mahdar.lexicon.directory import parties_known
from mahdar.lexicon.values import values_of
from mahdar.outputs.cli.screen import Screen, write_json_list

__all__ = ["show_parties", "show_tracks"]

_WIDEST = 24
"""Columns for a code; a longer one pushes its own line out."""


def show_parties(word: str, *, as_json: bool) -> None:
    """Show the parties that the lexicon knows under a word, or all."""
    found = parties_known(default_lexicon(), word)
    if as_json:
        write_json_list(
            {"code": one.code, "kind": one.kind, "name": one.name, "name_ar": one.name_ar} for one in found
        )
        return
    screen = Screen()
    width = min(_WIDEST, max((len(one.code) for one in found), default=0))
    for one in found:
        screen.line(f"{one.code:<{width}}  {one.kind:<12}  {one.name}  {screen.isolate(one.name_ar)}")
    if not found:
        Screen(to_error=True).line("the lexicon knows no such party")


def show_tracks(*, as_json: bool) -> None:
    """Show the tracks."""
    found = values_of(default_lexicon(), "tracks")
    if as_json:
        write_json_list({"name": one.name, "ar": one.label, "meaning": one.meaning} for one in found)
        return
    screen = Screen()
    for one in found:
        screen.line(f"{one.name:<16}  {one.meaning}  {screen.isolate(one.label)}")
