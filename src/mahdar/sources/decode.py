"""A file's bytes → its text, exactly: nothing normalised, newlines as they are.

The encoding is told from the bytes alone: UTF-8 where they are valid UTF-8, else UTF-16 (by its mark, or by
zero bytes at every second place), else windows-1256 where the result reads like Arabic; all else is refused.

A byte order mark stays in the text as its first code point, U+FEFF, in UTF-8 and UTF-16 alike: offset 0 is
the file's first code point whatever it is, as in any program that decodes the same bytes.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from mahdar.errors import SourceError
from mahdar.sources import refusals
from mahdar.sources.script import reads_like_arabic

__all__ = ["decode"]

_MAGIC: Final = (
    (b"%PDF-", "a PDF document"),
    (b"%!PS", "a PostScript document"),
    (b"PK\x03\x04", "a Word, Excel or zip file"),
    (b"PK\x05\x06", "a zip file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ\x00", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a zstandard file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z file"),
    (b"Rar!\x1a\x07", "a RAR file"),
    (b"\x89PNG\r\n", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF87a", "an image"),
    (b"GIF89a", "an image"),
    (b"RIFF", "an image, a sound or a film"),
    (b"OggS", "a sound or a film"),
    (b"ID3", "a sound"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
"""How files of other kinds begin, and what they are."""

_BLANK: Final = re.compile(r"[\s\0\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*")
_CONTROL: Final = re.compile(r"[\0-\x08\x0e-\x19\x1b-\x1f\x7f-\x84\x86-\x9f]")
_MOST_CONTROLS: Final = 0.01
"""Of all code points. Stray control characters do stand in saved pages; a hundredth of a file does not."""

_MARKUP: Final = re.compile(r"[\ufeff\s]*(?:<!doctype\s+html|<html[\s>])|[\ufeff\s]*<\?xml\s", re.IGNORECASE)
_JSON: Final = re.compile(r'[\ufeff\s]*[\[\s]*\{\s*"[^"\n]{1,100}"\s*:')
_BEGINNING: Final = 2_000


def decode(data: bytes, name: str) -> str:
    r"""Return the text that bytes stand for.

    Args:
        data: the whole file.
        name: what to call it in an error.

    Raises:
        SourceError: it is empty, binary, marked up, structured or in an encoding that cannot be told.

    >>> decode("وصل الوزير\r\n".encode("cp1256"), "a.txt")
    'وصل الوزير\r\n'
    """
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise refusals.binary(name, what)
    text = _text(data)
    if text is None:
        raise _undecodable(data, name)
    _check(text, name)
    return text


def _text(data: bytes) -> str | None:
    """Decode bytes by the first encoding that fits; None where none does."""
    if data.startswith(codecs.BOM_UTF16_LE):
        return _strict(data, "utf-16-le")
    if data.startswith(codecs.BOM_UTF16_BE):
        return _strict(data, "utf-16-be")
    if b"\0" in data:
        return _unmarked_utf16(data)
    text = _strict(data, "utf-8")
    return _windows(data) if text is None else text


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _unmarked_utf16(data: bytes) -> str | None:
    """Decode UTF-16 without its mark: its blanks have a zero byte, always on the same side."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    if even and odd:
        return None
    return _strict(data, "utf-16-be" if even else "utf-16-le")


def _windows(data: bytes) -> str | None:
    """Decode windows-1256, in which any bytes are some text, where that text reads like Arabic."""
    text = data.decode("cp1256")
    return text if reads_like_arabic(text) and not _mostly_controls(text) else None


def _undecodable(data: bytes, name: str) -> SourceError:
    """Say why bytes are no text: UTF-8 with a few bad bytes is told from another encoding."""
    if b"\0" in data:
        return refusals.binary(name, "a binary file")
    text = data.decode("utf-8", "replace")
    bad = text.count("\N{REPLACEMENT CHARACTER}")
    sound = len(data) - len(text)
    if sound > 10 * bad:
        return refusals.damaged(name, _bad_byte(data))
    return refusals.encoding(name)


def _bad_byte(data: bytes) -> int:
    """Return where the first byte stands that is no UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return len(data)


def _check(text: str, name: str) -> None:
    """Refuse what can be decoded and still is no text to read."""
    if _BLANK.fullmatch(text):
        raise refusals.empty(name)
    if "\0" in text or _mostly_controls(text):
        raise refusals.binary(name, "a binary file")
    if _MARKUP.match(text, 0, _BEGINNING):
        raise refusals.markup(name, "a web page or XML")
    if _JSON.match(text, 0, _BEGINNING):
        raise refusals.structured(name)


def _mostly_controls(text: str) -> bool:
    return sum(1 for _ in _CONTROL.finditer(text)) > _MOST_CONTROLS * len(text)
