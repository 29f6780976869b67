"""Where an export goes: a file, a folder or an archive, written beside its place and moved there whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final, TypeVar
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from mahdar.errors import ExportError

__all__ = ["to_archive", "to_file", "to_folder"]

T = TypeVar("T")


def to_file(out: Path, write: Callable[[BinaryIO], T]) -> T:
    """Write a file in one step: one that was there before is replaced by a whole one or not at all.

    Args:
        out: the file's place.
        write: is handed the file that is written.

    Raises:
        ExportError: the file cannot be written.
    """
    part = _beside(out)
    with _told(out):
        try:
            with part.open("wb") as stream:
                done = write(stream)
            part.replace(out)
        finally:
            part.unlink(missing_ok=True)
    return done


def to_folder(out: Path, write: Callable[[Path], T]) -> T:
    """Write files into a folder, which is made where there is none; what else it holds stays.

    Args:
        out: the folder's place.
        write: is handed an empty folder.

    Raises:
        ExportError: the folder cannot be made, or a file cannot be written.
    """
    there = out.is_dir()
    part = out / f".mahdar.{os.getpid()}.part" if there else _beside(out)
    with _told(out):
        try:
            part.mkdir()
            done = write(part)
            _move(part, out, there=there)
        finally:
            shutil.rmtree(part, ignore_errors=True)
    return done


def to_archive(out: Path, write: Callable[[Path], T]) -> T:
    """Write files into one zip archive, in one step.

    Args:
        out: the archive's place.
        write: is handed an empty folder.

    Raises:
        ExportError: the archive cannot be written.
    """
    folder = out.with_name(f".{out.name}.{os.getpid()}.part")
    with _told(out):
        try:
            folder.mkdir()
            done = write(folder)
            to_file(out, lambda stream: _pack(folder, stream))
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    return done


_CHUNK: Final = 1 << 16


def _pack(folder: Path, stream: BinaryIO) -> None:
    """Put the files of a folder into an archive, all of one time: two exports are the same bytes."""
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for path in sorted(folder.iterdir()):
            member = ZipInfo(path.name)
            member.compress_type = ZIP_DEFLATED
            with path.open("rb") as file, archive.open(member, "w", force_zip64=True) as inside:
                shutil.copyfileobj(file, inside, _CHUNK)


def _move(part: Path, out: Path, *, there: bool) -> None:
    """Put a folder, or the files in it, where they belong."""
    if not there:
        part.replace(out)
        return
    for path in sorted(part.iterdir()):
        path.replace(out / path.name)


def _beside(out: Path) -> Path:
    return out.with_name(f"{out.name}.{os.getpid()}.part")


@contextmanager
def _told(out: Path) -> Iterator[None]:
    """Say plainly why something cannot be written."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ExportError(f"{out}: cannot be written ({error.strerror}); name another place") from error
