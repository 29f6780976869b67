"""A brief as a Word document, right to left where its labels are Arabic.

A paragraph that runs from the right is marked so (`w:bidi`), a table that does (`w:bidiVisual`), and every
run of Arabic (`w:rtl`), which makes Word take the complex-script font and size. Latin runs stay Latin runs.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Final

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from mahdar.outputs.brief.docx_setup import bidi, flag, lined, page_number, set_up, turned
from mahdar.outputs.brief.shown import Piece, Shown, ShownSection, direction_of, is_arabic

__all__ = ["docx_of"]

_INK: Final = RGBColor(0x12, 0x39, 0x5B)
_ALERT: Final = RGBColor(0xA1, 0x11, 0x11)
_GREY: Final = RGBColor(0x55, 0x55, 0x66)
_SHADE: Final = "EEF2F6"
_WIDTH: Final = 18.0
"""Centimetres between the margins."""
_SHARES: Final = {0: (0.17, 0.83), 2: (0.38, 0.62), 3: (0.14, 0.63, 0.23)}
"""How wide the columns of a table are, by how many have a heading."""
_COMPARED: Final = frozenset({"wording", "contradictions"})
_BESIDE: Final = (0.14, 0.43, 0.43)
"""The same of two texts side by side."""
_MARKS: Final = {"ltr": "\N{LEFT-TO-RIGHT MARK}", "rtl": "\N{RIGHT-TO-LEFT MARK}"}
_SCRIPTS: Final = re.compile("[A-Za-z\u00c0-\u024f][^\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]*")


def docx_of(page: Shown) -> bytes:
    """Write a brief as a Word document."""
    made = docx.Document()
    set_up(made, page)
    heading(made, page.title, 1, page)
    line(made, page.as_of, page, 8.5)
    for section in page.sections:
        heading(made, section.title, 2, page)
        _table(made, section, page)
        if section.more:
            paragraph = line(made, f"{section.more} ", page, 8.5)
            _run(paragraph, section.ask, 8.5).font.name = "Consolas"
    heading(made, page.sources_title, 2, page)
    for number, source in enumerate(page.sources, 1):
        paragraph = _paragraph(made, page)
        _write(paragraph, (Piece("label", f"{number}."), Piece("between", " "), *source), page.direction, 9)
    line(made, page.places, page, 8.5)
    page_number(made, page)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def heading(made: Document, text: str, level: int, page: Shown) -> None:
    """Write a heading of the document's own outline."""
    paragraph = made.add_heading(level=level)
    bidi(paragraph, page.direction)
    for run in _runs(paragraph, text, 15 if level == 1 else 11):
        run.font.bold = True
        run.font.color.rgb = _INK
        flag(run, "w:bCs")


def line(made: Document, text: str, page: Shown, size: float) -> Paragraph:
    """Write a line in grey."""
    paragraph = _paragraph(made, page)
    for run in _runs(paragraph, text, size):
        run.font.color.rgb = _GREY
    return paragraph


def _paragraph(made: Document, page: Shown) -> Paragraph:
    paragraph = made.add_paragraph()
    bidi(paragraph, page.direction)
    return paragraph


def _table(made: Document, section: ShownSection, page: Shown) -> None:
    """Write a section's rows."""
    shares = _BESIDE if section.name in _COMPARED else _SHARES[len(section.columns)]
    table = made.add_table(rows=0, cols=len(shares))
    lined(table)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    if page.direction == "rtl":
        turned(table)
    if section.columns:
        _head(table, section, page)
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Cm(_WIDTH * share)
    for group in section.groups:
        if group.head:
            _group_head(table, group.head, page)
        for row in group.rows:
            for cell, pieces in zip(_cells(table, shares), row, strict=True):
                direction = direction_of(pieces, page.direction)
                bidi(cell.paragraphs[0], direction)
                _write(cell.paragraphs[0], pieces, direction, 9.5)


def _head(table: Table, section: ShownSection, page: Shown) -> None:
    """Write the headings of a table, which come again on the next page."""
    cells = _row(table).cells
    table.rows[-1]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
    for cell, name in zip(cells, section.columns, strict=True):
        bidi(cell.paragraphs[0], page.direction)
        for run in _runs(cell.paragraphs[0], name, 8.5):
            run.font.color.rgb = _GREY


def _group_head(table: Table, text: str, page: Shown) -> None:
    """Write what the rows below have in common, across the whole table."""
    cells = _row(table).cells
    cell = cells[0].merge(cells[-1])
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", _SHADE)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001
    bidi(cell.paragraphs[0], page.direction)
    cell.paragraphs[0].paragraph_format.keep_with_next = True
    for run in _runs(cell.paragraphs[0], text, 9):
        run.font.bold = True
        flag(run, "w:bCs")


def _cells(table: Table, shares: tuple[float, ...]) -> Iterator[_Cell]:
    """Add a row that no page break divides, and yield its cells with their widths."""
    row = _row(table)
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001
    for cell, share in zip(row.cells, shares, strict=True):
        cell.width = Cm(_WIDTH * share)
        yield cell


def _row(table: Table) -> _Row:
    """Add a row."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    return row


def _write(paragraph: Paragraph, pieces: tuple[Piece, ...], direction: str, size: float) -> None:
    """Write the pieces of a cell, between direction marks where they need it (not all know isolates)."""
    for piece in pieces:
        for run in _runs(paragraph, _marked(piece, direction), 8 if piece.role == "reference" else size):
            if piece.role == "alert":
                run.font.color.rgb, run.font.bold = _ALERT, True
                flag(run, "w:bCs")
            elif piece.role == "reference":
                run.font.color.rgb = _INK


def _marked(piece: Piece, direction: str) -> str:
    """Return a piece between direction marks, where what stands beside it could pull it apart."""
    if piece.role == "between" or (piece.direction == direction and piece.role != "reference"):
        return piece.text
    mark = _MARKS[piece.direction]
    return f"{mark}{piece.text}{mark}{_MARKS[direction]}"


def _runs(paragraph: Paragraph, text: str, size: float) -> Iterator[Run]:
    """Write a text as runs of one script each, and yield them."""
    at = 0
    for found in _SCRIPTS.finditer(text):
        stop = found.end() - len(found[0]) + len(found[0].rstrip())
        if at < found.start():
            yield _run(paragraph, text[at : found.start()], size)
        yield _run(paragraph, text[found.start() : stop], size)
        at = stop
    if at < len(text):
        yield _run(paragraph, text[at:], size)


def _run(paragraph: Paragraph, text: str, size: float) -> Run:
    """Write one run, Arabic where it has an Arabic letter."""
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    flag(run, "w:szCs", str(round(size * 2 * _LARGER)))
    if is_arabic(text):
        flag(run, "w:rtl")
    return run


_LARGER: Final = 1.15
"""Arabic faces look smaller than Latin ones of the same size."""
