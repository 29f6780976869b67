"""How things look on a terminal and in a pipe.

On a terminal Arabic is set apart by isolating marks, so that it does not pull the Latin words, codes and
numbers around it out of their places, and long quotations are wrapped. In a pipe there is neither: a
quotation is one line, whatever its length, and holds only its own words.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import Any, Final

from rich.console import Console
from rich.text import Text

__all__ = ["Screen", "clean", "shortened", "write_json", "write_json_list"]

_RIGHT_TO_LEFT: Final = "\N{RIGHT-TO-LEFT ISOLATE}"
_END: Final = "\N{POP DIRECTIONAL ISOLATE}"
_OPEN, _CLOSE = (
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}",
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}",
)
_BRACKETS: Final = (
    "\N{MATHEMATICAL LEFT WHITE SQUARE BRACKET}",
    "\N{MATHEMATICAL RIGHT WHITE SQUARE BRACKET}",
)
_STRONG: Final = re.compile("[\N{ARABIC LETTER KASHMIRI YEH}-\N{ARABIC LETTER AE}]")
_MARKS: Final = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\ufeff]")
_CONTROLS: Final = re.compile(r"[\0-\x1f\x7f-\x9f\s]+")
_WIDEST: Final = 100
_GUTTER: Final = 4
"""Columns between two passages side by side."""
_NARROW: Final = 30
"""Columns below which a passage cannot be read."""


def clean(text: str) -> str:
    r"""Return a text that is safe on one line: blanks and control characters become one space.

    >>> clean("one\n\x1b[2J two")
    'one [2J two'
    """
    return _CONTROLS.sub(" ", text).strip()


def shortened(text: str, most: int = 420) -> str:
    """Return a text with its middle left out where it is long, cut between words.

    >>> shortened("one two three four five six", 20)
    'one two three … six'
    """
    if len(text) <= most:
        return text
    head = text[: most * 3 // 4].rsplit(" ", 1)[0]
    tail = text[-most // 5 :].split(" ", 1)[-1]
    return f"{head} … {tail}"


class Screen:
    """Standard output, or standard error.

    Args:
        to_error: for everything that is no result.
    """

    def __init__(self, *, to_error: bool = False) -> None:
        plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        self.console = Console(
            stderr=to_error,
            highlight=False,
            markup=False,
            emoji=False,
            color_system=None if plain else "auto",
        )
        self.terminal = self.console.is_terminal
        self.styled = self.console.color_system is not None
        self.width = min(self.console.width, _WIDEST)

    def line(self, text: str | Text = "", style: str = "") -> None:
        """Write one line as it is."""
        self.console.print(text, style=style or None, soft_wrap=True)

    def isolate(self, text: str) -> str:
        """Return a text set apart from what stands around it, where that is needed."""
        if not self.terminal:
            return text
        plain = _MARKS.sub("", text)
        return f"{_RIGHT_TO_LEFT}{plain}{_END}" if _STRONG.search(plain) else plain

    def quote(self, text: str, indent: int, emphasis: str = "") -> None:
        """Write a quotation in grey, indented and wrapped.

        Args:
            text: the words, without quotation marks.
            indent: columns.
            emphasis: words in it to show brighter.
        """
        quoted = Text(f"{_OPEN}{self._plain(text)}{_CLOSE}", style="dim")
        if emphasis:
            quoted.highlight_words([self._plain(emphasis)], "not dim bold")
        self._paragraph(quoted, indent)

    def passage(self, before: str, words: str, after: str, indent: int) -> None:
        """Write a passage of a text with some words marked: by style where there is one, else by brackets."""
        marks = ("", "") if self.styled else _BRACKETS
        marked = Text(f"{marks[0]}{self._plain(words)}{marks[1]}", style="bold underline")
        left = " " if before[-1:].isspace() else ""
        right = " " if after[:1].isspace() else ""
        parts = (f"{self._plain(before)}{left}", marked, f"{right}{self._plain(after)}")
        self._paragraph(Text.assemble(*parts), indent)

    def parts(self, parts: Iterable[tuple[str, str]], indent: int, lead: str = "") -> None:
        """Write a quotation of several parts, each in its style.

        Args:
            parts: texts with their styles; blanks at their ends stay.
            indent: columns.
            lead: what stands before the first line, within the indent.
        """
        said = ((_CONTROLS.sub(" ", self._unmarked(text)), style) for text, style in parts)
        self._paragraph(Text.assemble(_OPEN, *said, _CLOSE), indent, lead)

    def _unmarked(self, text: str) -> str:
        return _MARKS.sub("", text) if self.terminal else text

    def beside(self, passages: Sequence[tuple[str, str]], indent: int) -> None:
        """Write quotations, each under its head: on a wide terminal side by side, else one below the other.

        Args:
            passages: head and words of each.
            indent: columns.
        """
        column = (self.width - indent) // max(1, len(passages)) - _GUTTER
        if not self.terminal or column < _NARROW:
            for head, words in passages:
                self.line(f"{'':{indent}}{head}", "dim")
                self.quote(words, indent + 2)
            return
        cells = [[Text(head, style="dim"), *self._wrapped(words, column)] for head, words in passages]
        for row in zip_longest(*cells, fillvalue=Text()):
            line = Text(" " * indent)
            for cell in row:
                line += cell + Text(" " * max(0, column + _GUTTER - cell.cell_len))
            line.rstrip()
            self.line(line)

    def _wrapped(self, words: str, width: int) -> list[Text]:
        """Return a quotation as lines of a column, each set apart."""
        opened = _RIGHT_TO_LEFT if _STRONG.search(words) else ""
        pieces = Text(f"{_OPEN}{self._plain(words)}{_CLOSE}").wrap(self.console, width)
        for piece in pieces:
            piece.rstrip()
        return [Text(opened) + piece + Text(_END if opened else "") for piece in pieces]

    def _plain(self, text: str) -> str:
        """Return a text for one line; on a terminal without direction marks, which would reach beyond it."""
        return clean(self._unmarked(text))

    def _paragraph(self, text: Text, indent: int, lead: str = "") -> None:
        """Write a text indented; on a terminal wrapped, each line set apart."""
        before = Text(f"{' ' * (indent - len(lead) - 1)}{lead} " if lead else " " * indent)
        if not self.terminal:
            self.line(before + text)
            return
        opened = _RIGHT_TO_LEFT if _STRONG.search(text.plain) else ""
        for piece in text.wrap(self.console, max(20, self.width - indent)):
            piece.rstrip()
            self.line(before + Text(opened) + piece + Text(_END if opened else ""))
            before = Text(" " * indent)


def write_json(value: Mapping[str, Any]) -> None:
    """Write one JSON object to standard output."""
    sys.stdout.write(_dumps(value) + "\n")


def write_json_list(values: Iterable[Mapping[str, Any]]) -> None:
    """Write a JSON list to standard output, one member a line, as the members come."""
    sys.stdout.write("[")
    for number, value in enumerate(values):
        sys.stdout.write((",\n" if number else "\n") + _dumps(value))
    sys.stdout.write("\n]\n")


def _dumps(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
