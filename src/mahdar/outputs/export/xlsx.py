"""Tables → one workbook with a sheet a type, laid out from right to left.

Full days are days; months and years stay what they are. Every text is written as text, whatever it begins
with: none becomes a formula, an error or a link. Rows go to the disk as they come.

Limits: a cell holds 32,767 characters; a longer quotation is cut there, and it is said how many were.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, BinaryIO, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from mahdar.errors import ExportError
from mahdar.outputs.export.csv import flat
from mahdar.outputs.export.extract import Extract
from mahdar.outputs.export.tables import TABLES, Cell, Column, Table, rows

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["write_workbook"]

_LONGEST: Final = 32_767
_CUT: Final = " […]"
_MOST_ROWS: Final = 1_048_576
_NOT_IN_XML: Final = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_EPOCH: Final = datetime(2000, 1, 1)  # noqa: DTZ001  # workbooks know no time zones
_FIRST_DAY: Final = date(1900, 3, 1)
"""Spreadsheets count a 29 February 1900 that never was; before it days are off by one or unknown."""
_FULL_DAY: Final = len("2024-03-05")
_FORMATS: Final = {"day": "yyyy-mm-dd", "number": "General", "whole": "0"}


def write_workbook(extract: Extract, out: BinaryIO) -> None:
    """Write every table as a sheet; a table without rows has its header.

    Raises:
        ExportError: a table has more rows than a sheet can have.
    """
    from openpyxl import Workbook  # noqa: PLC0415  # takes a fifth of a second to load
    from openpyxl.writer.excel import ExcelWriter  # noqa: PLC0415

    book = Workbook(write_only=True)
    book.properties.creator = "mahdar"
    book.properties.created = book.properties.modified = _EPOCH
    with closing(_Sheets(book)) as sheets:
        for table, cells in rows(extract):
            sheets.add(table, cells)
        extract.remarks += sheets.remarks()
    with _Still(out, "w", ZIP_DEFLATED) as archive:
        ExcelWriter(book, archive).save()


class _Still(ZipFile):
    """An archive whose members all have one time, so that two exports are the same bytes."""

    def write(self, filename: Any, arcname: Any = None, *_rest: Any) -> None:  # noqa: ANN401  # as inherited
        """Copy a file into the archive."""
        with open(filename, "rb") as file, self.open(_member(str(arcname)), "w", force_zip64=True) as inside:  # noqa: PTH123
            while chunk := file.read(1 << 16):
                inside.write(chunk)

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_rest: Any) -> None:  # noqa: ANN401  # as inherited
        """Write a member."""
        name = getattr(zinfo_or_arcname, "filename", zinfo_or_arcname)
        super().writestr(_member(str(name)), data)


def _member(name: str) -> ZipInfo:
    info = ZipInfo(name)
    info.compress_type = ZIP_DEFLATED
    return info


class _Sheets:
    """The sheets of a workbook while they are written."""

    def __init__(self, book: Workbook) -> None:
        from openpyxl.styles import Alignment, Font  # noqa: PLC0415

        self._bold, self._top = Font(bold=True), Alignment(vertical="top", wrap_text=True)
        self._cut = 0
        self._rows = dict.fromkeys((table.name for table in TABLES), 1)
        self._sheets = {table.name: self._begun(book, table) for table in TABLES}

    def add(self, table: Table, cells: tuple[Cell, ...]) -> None:
        """Add a row."""
        self._rows[table.name] += 1
        if self._rows[table.name] > _MOST_ROWS:
            raise ExportError(
                f"there are more {table.name} than a sheet has rows; narrow them down, or use csv"
            )
        sheet = self._sheets[table.name]
        pairs = zip(table.columns, cells, strict=True)
        sheet.append([self._cell(sheet, column, cell) for column, cell in pairs])

    def remarks(self) -> Iterator[str]:
        """Yield what could not be written whole."""
        if self._cut:
            yield f"texts longer than a cell can hold, cut there: {self._cut}"

    def close(self) -> None:
        """Close the sheets, whatever became of them."""
        for sheet in self._sheets.values():
            sheet.close()

    def _begun(self, book: Workbook, table: Table) -> Worksheet:
        """Return a new sheet with its header."""
        sheet = book.create_sheet(table.name)
        sheet.sheet_view.rightToLeft = True
        sheet.freeze_panes = "B2"
        for number, column in enumerate(table.columns):
            sheet.column_dimensions[_letters(number)].width = column.width
        sheet.append([self._header(sheet, column) for column in table.columns])
        return sheet

    def _header(self, sheet: Worksheet, column: Column) -> Any:  # noqa: ANN401  # a cell
        cell = _text_cell(sheet, column.name)
        cell.font = self._bold
        return cell

    def _cell(self, sheet: Worksheet, column: Column, cell: Cell) -> Any:  # noqa: ANN401  # a cell, or None
        """Return a cell of a sheet."""
        value = flat(cell)
        if value is None or value == "":
            return None
        if isinstance(value, str):
            day = _day(value) if column.kind == "day" else None
            return _day_cell(sheet, day) if day else self._text(sheet, column, value)
        return value

    def _text(self, sheet: Worksheet, column: Column, value: str) -> Any:  # noqa: ANN401  # a cell
        """Return a cell with a text; a quotation is broken into lines."""
        plain = _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", value)
        if len(plain) > _LONGEST:
            self._cut += 1
            plain = plain[: _LONGEST - len(_CUT)] + _CUT
        cell = _text_cell(sheet, plain)
        if column.kind == "words":
            cell.alignment = self._top
        return cell


def _text_cell(sheet: Worksheet, value: str) -> Any:  # noqa: ANN401  # a cell
    """Return a cell that holds a text and nothing else."""
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415

    cell = WriteOnlyCell(sheet, value="")
    cell._value, cell.data_type = value, "s"  # noqa: SLF001  # setting a value would guess what it is
    cell.quotePrefix = value[:1] in "=+-@"
    return cell


def _day_cell(sheet: Worksheet, day: date) -> Any:  # noqa: ANN401  # a cell
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415

    cell = WriteOnlyCell(sheet, value=day)
    cell.number_format = _FORMATS["day"]
    return cell


def _day(value: str) -> date | None:
    """Return a full day that a spreadsheet can count; None for a month, a year, a range."""
    if len(value) != _FULL_DAY:
        return None
    day = date.fromisoformat(value)
    return day if day >= _FIRST_DAY else None


def _letters(number: int) -> str:
    """Return what a column is called; no table has more than 26."""
    return chr(ord("A") + number)
