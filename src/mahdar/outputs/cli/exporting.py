"""What `mahdar export` does: writes to a stream, or to a file, a folder or an archive in one step."""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final

import typer

from mahdar.outputs.cli.asking import question
from mahdar.outputs.cli.filters import SECTIONS, Asked
from mahdar.outputs.cli.options import open_register
from mahdar.outputs.cli.screen import Screen
from mahdar.outputs.export import FOLDERS, STREAMS, export_files, export_register, export_workbook
from mahdar.outputs.export.destination import to_archive, to_file, to_folder
from mahdar.register import Register, Wanted

__all__ = ["Target", "write_export"]

Remarks = tuple[str, ...]

_ARCHIVE: Final = ".zip"


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be written where."""

    form: str
    out: Path | None
    """None and `-` mean standard output."""
    quotes: bool = False
    """Write the words of each evidence beside its offsets."""

    @property
    def place(self) -> Path | None:
        """The file or folder; None for standard output."""
        return None if self.out is None or str(self.out) == "-" else self.out

    @property
    def suffix(self) -> str:
        """The ending of the file that is named."""
        return self.place.suffix.lower() if self.place else ""


def write_export(where: str | None, asked: Asked, target: Target) -> None:
    """Write what is asked for of a register.

    Args:
        where: the register, as the option names it.
        asked: which entries.
        target: in which form, and to where.

    Raises:
        BadParameter: the form and the place do not go together.
        ExportError: the file cannot be written.
    """
    _check(asked, target)
    with open_register(where) as register:
        wanted = question(asked, register)
        if target.form in STREAMS:
            remarks = _stream(register, wanted, target)
        elif target.form in FOLDERS:
            remarks = _tables(register, wanted, target)
        else:
            remarks = _bytes(target, lambda out: export_workbook(register, out, wanted))
    screen = Screen(to_error=True)
    for remark in remarks:
        screen.line(remark)


def _check(asked: Asked, target: Target) -> None:
    """Refuse what cannot be written, before anything is opened."""
    form, alone = target.form, target.suffix in {"", f".{target.form}"} and asked.type in SECTIONS
    if target.quotes and form not in {"json", "jsonl"}:
        raise typer.BadParameter(
            "only json and jsonl take it; the other forms have the words", param_hint="--quotes"
        )
    if (
        form in FOLDERS
        and form != "gold"
        and not alone
        and (target.place is None or target.suffix == f".{form}")
    ):
        why = (
            f"{form} is one file a type: name a folder or a {_ARCHIVE} file with -o, or one type with --type"
        )
        raise typer.BadParameter(why, param_hint="--format")
    if form == "gold" and (target.place is None or target.suffix not in {"", _ARCHIVE}):
        raise typer.BadParameter(
            f"gold is one file a document: name a folder or a {_ARCHIVE} file with -o", param_hint="--format"
        )
    binary = form in {"xlsx", "parquet"}
    if binary and target.place is None and sys.stdout.isatty():
        raise typer.BadParameter(
            f"{form} is nothing to show on a terminal; name a file with -o", param_hint="--format"
        )
    if form in FOLDERS and target.place and not target.suffix and target.place.is_file():
        raise typer.BadParameter(f"{target.place} is a file; name a folder", param_hint="-o")


def _stream(register: Register, wanted: Wanted, target: Target) -> Remarks:
    """Write one text."""
    how: dict[str, Any] = {"quotes": True} if target.quotes else {}
    if target.form == "plover" and target.suffix in {".csv", ".jsonl"}:
        how = {"layout": target.suffix[1:]}
    if target.place is None:
        return export_register(register, target.form, sys.stdout, wanted, **how)

    def write(out: BinaryIO) -> Remarks:
        text = io.TextIOWrapper(out, encoding="utf-8", newline="\n", write_through=False)
        remarks = export_register(register, target.form, text, wanted, **how)
        text.flush()
        text.detach()
        return remarks

    return to_file(target.place, write)


def _tables(register: Register, wanted: Wanted, target: Target) -> Remarks:
    """Write one file a type, or the file of one type alone."""

    def write(folder: Path) -> Remarks:
        return export_files(register, target.form, folder, wanted)

    if target.suffix == _ARCHIVE and target.place:
        return to_archive(target.place, write)
    if target.place and target.suffix != f".{target.form}":
        return to_folder(target.place, write)
    return _bytes(target, lambda out: _one_table(write, f"{wanted.type}s.{target.form}", out))


def _one_table(write: Callable[[Path], Remarks], name: str, out: BinaryIO) -> Remarks:
    """Write all tables where nobody sees them, and hand out one."""
    with tempfile.TemporaryDirectory() as folder:
        remarks = write(Path(folder))
        with (Path(folder) / name).open("rb") as file:
            shutil.copyfileobj(file, out)
    return remarks


def _bytes(target: Target, write: Callable[[BinaryIO], Remarks]) -> Remarks:
    """Write bytes to a file, or to standard output once they are complete."""
    if target.place is not None:
        return to_file(target.place, write)
    with tempfile.TemporaryFile() as whole:
        remarks = write(whole)
        whole.seek(0)
        shutil.copyfileobj(whole, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    return remarks
