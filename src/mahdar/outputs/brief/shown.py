"""A brief as what is seen: for each cell its pieces in order, each with its role, its script and its words.

What every form of a brief has in common is decided here; how a piece is set apart (an isolating mark, an
element, a run) is for each form to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from mahdar.model.briefs import Brief, Cell, Part, Quotation, Section, Source
from mahdar.model.labels import Label
from mahdar.outputs.brief.wording import Wording

__all__ = ["Piece", "Shown", "ShownGroup", "ShownSection", "clean", "direction_of", "is_arabic", "shown"]

_BLANKS: Final = re.compile(r"[\0-\x1f\x7f-\x9f\s]+")
_UNSEEN: Final = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
_ARABIC: Final = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")
_OPEN: Final = "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}"
_CLOSE: Final = "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
_ELLIPSIS: Final = " \N{HORIZONTAL ELLIPSIS}"
_LISTED: Final = frozenset({"party", "person", "instruments"})
_NAMES: Final = frozenset({"person", "place"})
_ALERTS: Final = frozenset({"overdue"})


def clean(text: str) -> str:
    r"""Return a text for one line: blanks and control characters become one space, direction marks go.

    >>> clean("one\r\n\x07 two\u202e three")
    'one two three'
    """
    return _BLANKS.sub(" ", _UNSEEN.sub("", text)).strip()


def is_arabic(text: str) -> bool:
    """Say whether a text holds an Arabic letter."""
    return _ARABIC.search(text) is not None


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that are shown in one way."""

    role: str
    """`label`, `alert`, `quote`, `reference`, or `between` for what only joins."""
    text: str
    number: int = 0
    """Of a reference: the source's number."""
    note: str = ""
    """Of a reference: where exactly the words stand."""

    @property
    def language(self) -> str:
        """`ar` where it has Arabic letters, else `en`."""
        return "ar" if is_arabic(self.text) else "en"

    @property
    def direction(self) -> str:
        """How its words run: `rtl` or `ltr`."""
        return "rtl" if is_arabic(self.text) else "ltr"


def direction_of(cell: Sequence[Piece], page: str) -> str:
    """Return how the lines of a cell run: as the page does, or as the Arabic quotation does that leads it."""
    leading = next((piece for piece in cell if piece.role != "between"), None)
    return leading.direction if leading is not None and leading.role == "quote" else page


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """Rows under one head."""

    head: str
    rows: tuple[tuple[tuple[Piece, ...], ...], ...]
    """Row → cell → pieces."""


@dataclass(frozen=True, slots=True)
class ShownSection:
    """One part of a brief."""

    name: str
    title: str
    columns: tuple[str, ...]
    """Headings; empty where a section has none."""
    groups: tuple[ShownGroup, ...]
    more: str
    """How many rows were left out; empty where none was."""
    ask: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A brief in one language."""

    language: str
    direction: str
    title: str
    as_of: str
    sections: tuple[ShownSection, ...]
    sources_title: str
    sources: tuple[tuple[Piece, ...], ...]
    """In the order of their numbers."""
    places: str
    """How to read the references."""
    page: str
    """The word for page."""


def shown(brief: Brief, wording: Wording) -> Shown:
    """Put a brief into words."""
    return Shown(
        language=wording.language,
        direction=wording.direction,
        title=f"{wording.name('brief')}: {_title(brief.title, wording)}",
        as_of=f"{wording.name('as_of')}: {wording.of(Label('date', brief.as_of))}",
        sections=tuple(_section(one, brief, wording) for one in brief.sections),
        sources_title=wording.name("sources"),
        sources=tuple(tuple(_source(one, wording)) for one in brief.sources),
        places=wording.name("places"),
        page=wording.name("page"),
    )


def _title(title: Cell, wording: Wording) -> str:
    """Return what a brief is about: the kind, the parties, the edition."""
    labels = [part for part in title if isinstance(part, Label)]
    kinds = [_capital(wording.of(one)) for one in labels if one.kind == "meetings"]
    parties = " \N{EN DASH} ".join(wording.of(one) for one in labels if one.kind == "party")
    editions = [f"{wording.name('edition')} {one.value}" for one in labels if one.kind == "edition"]
    return wording.comma.join([*kinds, parties, *editions])


def _capital(text: str) -> str:
    """Return a heading's text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def _section(section: Section, brief: Brief, wording: Wording) -> ShownSection:
    groups = tuple(
        ShownGroup(
            _capital(wording.of(group.head)) if group.head else "",
            tuple(
                tuple(tuple(_joined(_pieces(cell, brief, wording))) for cell in row.cells)
                for row in group.rows
            ),
        )
        for group in section.groups
    )
    more = wording.name("more").format(count=section.more) if section.more else ""
    columns = tuple(wording.name(one) for one in section.columns) if any(section.columns) else ()
    return ShownSection(section.name, wording.name(section.name), columns, groups, more, section.ask)


def _pieces(cell: Cell, brief: Brief, wording: Wording) -> Iterator[Piece]:
    """Yield the pieces of a cell, what joins them included; a name that is quoted too is not said twice."""
    said = {clean(part.words.quote) for part in cell if isinstance(part, Quotation)}
    before: Part | None = None
    for part in cell:
        if isinstance(part, Label) and part.kind in _NAMES and wording.of(part) in said:
            continue
        if before is not None:
            yield Piece("between", _between(before, part, wording))
        yield from _piece(part, brief, wording)
        before = part


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield pieces, labels of one direction that stand side by side as one.

    In a cell that runs the other way they would follow one another in its direction, not in their own.
    """
    found: list[Piece] = []
    for piece in pieces:
        beside = [one.role for one in (*found[-2:], piece)] == ["label", "between", "label"]
        if beside and found[-2].direction == piece.direction:
            between, before = found.pop(), found.pop()
            found.append(Piece("label", before.text + between.text + piece.text))
        else:
            found.append(piece)
    yield from found


def _between(before: Part, part: Part, wording: Wording) -> str:
    """Return what stands between two parts: names have a comma."""
    names = isinstance(before, Label) and isinstance(part, Label) and part.kind in _LISTED
    return wording.comma if names else " "


def _piece(part: Part, brief: Brief, wording: Wording) -> Iterator[Piece]:
    if isinstance(part, Quotation):
        cut = _ELLIPSIS if part.cut else ""
        yield Piece("quote", f"{_OPEN}{clean(part.words.quote)}{cut}{_CLOSE}")
        yield Piece("between", " ")
        number = brief.number(part.document)
        note = f"{part.document[:12]} {part.words.start}-{part.words.end}"
        yield Piece("reference", f"[{number}:{part.line}]", number, note)
    elif part.kind == "source":
        number = brief.number(part.value)
        yield Piece("reference", f"[{number}]", number, part.value[:12])
    else:
        yield Piece("alert" if part.value in _ALERTS else "label", clean(wording.of(part)))


def _source(source: Source, wording: Wording) -> Iterator[Piece]:
    """Yield what the list of sources says of a document: name, kind, publisher, day, hash."""
    facts = [Piece("label", clean(source.name))]
    if source.kind:
        facts.append(Piece("label", wording.of(Label("articles", source.kind))))
    if source.publisher:
        facts.append(Piece("quote", f"{_OPEN}{clean(source.publisher)}{_CLOSE}"))
    if source.published:
        facts.append(Piece("label", wording.of(Label("date", source.published))))
    facts.append(Piece("label", source.document[:12]))
    for number, fact in enumerate(facts):
        if number:
            yield Piece("between", wording.comma)
        yield fact
