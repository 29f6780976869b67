"""An export of a register in JSON, or one object a line → its records, one after the other.

The file may be anybody's: nothing in it is trusted, and no more of it is held than one record. What is no
export, cut off, damaged or built to exhaust the memory ends in one plain error with the line where it went
wrong.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, Final, NoReturn

from mahdar.errors import ExportFileError

__all__ = ["Record", "records"]

FORM: Final = "mahdar-register/1"
_LISTS: Final = {"documents": "document", "people": "person", "entries": "entry", "links": "link"}
_LONGEST: Final = 8_000_000
"""Characters of one record; a person named 70,000 times has fewer."""
_CHUNK: Final = 1 << 16
_NEAR_THE_END: Final = 16
_BLANK: Final = re.compile(r"[ \t\r\n]*")
_CUT_SHORT: Final = ("Unterminated", "Invalid")
"""How messages begin that are about a text which may only be cut at the end of what was read so far."""

Record = tuple[str, dict[str, Any]]
"""What it is (`document`, `person`, `entry`, `link`), and its keys."""


def records(stream: BinaryIO, name: str) -> Iterator[Record]:
    """Yield the records of an export, in the file's order.

    Args:
        stream: the file's bytes.
        name: what to call it in an error.

    Raises:
        ExportFileError: it is no export, or not a whole one.
    """
    reader = _Reader(stream, name)
    if reader.peek() == "":
        reader.fail("is empty")
    while reader.peek() != "":
        if reader.peek() != "{":
            reader.fail("is no export of a register: it does not begin with {")
        yield from _line(reader) if reader.begins('{"record"') else _object(reader)


def _line(reader: _Reader) -> Iterator[Record]:
    """Yield the record that an object of its own is."""
    found = reader.value()
    kind = found.pop("record", None)
    if kind not in _LISTS.values():
        reader.fail(f"has a record that is none of {', '.join(_LISTS.values())}")
    yield kind, found


def _object(reader: _Reader) -> Iterator[Record]:
    """Yield the records in the lists of one object; an object with a `record` is one itself."""
    plain: dict[str, Any] = {}
    lists = 0
    for key in _keys(reader):
        if key in _LISTS and reader.peek() == "[":
            lists += 1
            for found in _members(reader):
                yield _LISTS[key], found
        else:
            plain[key] = reader.value()
    if plain.get("record") in _LISTS.values():
        yield plain.pop("record"), plain
    elif "@context" in plain:
        reader.fail("is JSON-LD; only json and jsonl can be checked")
    elif plain.get("format") != FORM or not lists:
        reader.fail(f"is no export of a register: it does not say that it is {FORM}")


def _keys(reader: _Reader) -> Iterator[str]:
    """Yield the keys of an object; the caller takes each value."""
    reader.take("{")
    if reader.peek() == "}":
        reader.take("}")
        return
    while True:
        key = reader.value()
        if not isinstance(key, str):
            reader.fail("is damaged: a key is no text")
        reader.take(":")
        yield key
        if reader.take(",}") == "}":
            return


def _members(reader: _Reader) -> Iterator[dict[str, Any]]:
    """Yield the members of a list, which are objects."""
    reader.take("[")
    if reader.peek() == "]":
        reader.take("]")
        return
    while True:
        found = reader.value()
        if not isinstance(found, dict):
            reader.fail("is no export of a register: a record is no object")
        yield found
        if reader.take(",]") == "]":
            return


def _no_constant(word: str) -> NoReturn:
    """Refuse what JSON has no word for."""
    raise ValueError(word)


class _Reader:
    """The text of a stream, of which only a part is held."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._stream, self._name = stream, name
        self._decode = codecs.getincrementaldecoder("utf-8-sig")().decode
        self._json = json.JSONDecoder(parse_constant=_no_constant)
        self._text, self._at, self._lines, self._ended = "", 0, 1, False

    def peek(self) -> str:
        """Return the next character that is not blank, without taking it; empty at the end."""
        while True:
            found = _BLANK.match(self._text, self._at)
            self._at = found.end() if found else self._at
            if self._at < len(self._text) or self._ended:
                return self._text[self._at : self._at + 1]
            self._more(_CHUNK)

    def begins(self, words: str) -> bool:
        """Say whether the text goes on like this."""
        while len(self._text) - self._at < len(words) and not self._ended:
            self._more(_CHUNK)
        return self._text.startswith(words, self._at)

    def take(self, signs: str) -> str:
        """Take the next character, which is one of these."""
        found = self.peek()
        if not found:
            self.fail("is cut off")
        if found not in signs:
            self.fail(f"is damaged: {' or '.join(signs)} is missing")
        self._at += 1
        return found

    def value(self) -> Any:  # noqa: ANN401  # whatever stands there
        """Take the next value."""
        self.peek()
        while True:
            try:
                found, end = self._json.raw_decode(self._text, self._at)
            except RecursionError:
                self.fail("is damaged: it is nested too deeply")
            except ValueError as error:
                self._go_on(error)
                continue
            if end == len(self._text) and not self._ended and not isinstance(found, dict | list | str):
                self._more(_CHUNK)  # a number may go on
                continue
            self._at = end
            return found

    def fail(self, why: str) -> NoReturn:
        """Raise, with the line that was reached."""
        raise ExportFileError(self._name, self._lines + self._text.count("\n", 0, self._at), why)

    def _go_on(self, error: ValueError) -> None:
        """Read more where the value was cut by the end of what was read; fail where it is damaged."""
        cut = isinstance(error, json.JSONDecodeError) and (
            error.pos >= len(self._text) - _NEAR_THE_END or error.msg.startswith(_CUT_SHORT)
        )
        if self._ended and cut and self._at >= len(self._text):
            self.fail("is cut off")
        if self._ended or not cut:
            if isinstance(error, json.JSONDecodeError):
                self._at = error.pos
            self.fail("is cut off or damaged" if self._ended else "is damaged: it is no JSON")
        waiting = len(self._text) - self._at
        if waiting > _LONGEST:
            self.fail(f"has a record of more than {_LONGEST:,} characters")
        self._more(max(_CHUNK, waiting))

    def _more(self, size: int) -> None:
        """Read on, and forget what has been taken."""
        self._lines += self._text.count("\n", 0, self._at)
        try:
            data = self._stream.read(size)
            text = self._decode(data, final=not data)
        except UnicodeDecodeError:
            self._text, self._at = "", 0
            self.fail("is not in UTF-8")
        except OSError as error:
            self.fail(f"cannot be read ({error.strerror})")
        self._text, self._at, self._ended = self._text[self._at :] + text, 0, not data
