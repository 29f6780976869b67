"""A brief as Markdown: a list a section, every quotation set apart by isolating marks.

No character of a document can become markup: what Markdown gives a meaning is escaped, and no line begins
with a document's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from mahdar.outputs.brief.shown import Piece, Shown, ShownSection

__all__ = ["markdown_of"]

_MARKUP: Final = re.compile(r"([\\`*_\[\]<>#|~&!$])")
_ADDRESS: Final = re.compile(r"(?<=[A-Za-z])(?=://)|(?<=www)(?=\.)", re.IGNORECASE)
_OPEN, _CLOSE = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_DASH: Final = " \N{EM DASH} "


def markdown_of(page: Shown) -> str:
    """Write a brief as Markdown."""
    return "\n".join(_lines(page)) + "\n"


def _lines(page: Shown) -> Iterator[str]:
    yield f"# {escaped(page.title)}"
    yield ""
    yield escaped(page.as_of)
    for section in page.sections:
        yield ""
        yield f"## {escaped(section.title)}"
        yield from _section(section, page.language)
    yield ""
    yield f"## {escaped(page.sources_title)}"
    yield ""
    for number, source in enumerate(page.sources, 1):
        yield f"{number}. {_cell(source, page.language)}"
    yield ""
    yield escaped(page.places)


def _section(section: ShownSection, language: str) -> Iterator[str]:
    """Yield a section's lines: a list for each group."""
    for group in section.groups:
        yield ""
        if group.head:
            yield f"### {escaped(group.head)}"
            yield ""
        for row in group.rows:
            cells = [_cell(cell, language) for cell in row if cell]
            first = f"**{cells[0]}**: " if not section.columns else f"{cells[0]}{_DASH if cells[1:] else ''}"
            yield f"- {first}{_DASH.join(cells[1:])}"
    if section.more:
        yield ""
        yield f"{escaped(section.more)} `{section.ask}`"


def _cell(cell: tuple[Piece, ...], language: str) -> str:
    return "".join(_piece(piece, language) for piece in cell)


def _piece(piece: Piece, language: str) -> str:
    """Return a piece in Markdown; what runs the other way than the page is set apart."""
    if piece.role == "between":
        return piece.text
    if piece.role == "reference":
        return f"{_OPEN}{piece.text}{_CLOSE}"
    text = escaped(piece.text)
    if piece.role == "quote" or piece.language != language:
        text = f"{_OPEN}{text}{_CLOSE}"
    return f"**{text}**" if piece.role == "alert" else text


def escaped(text: str) -> str:
    r"""Escape all that Markdown gives a meaning, addresses included.

    >>> print(escaped("*one* <b> [two](https://example.org)"))
    \*one\* \<b\> \[two\](https\://example.org)
    """
    return _ADDRESS.sub(r"\\", _MARKUP.sub(r"\\\1", text))
