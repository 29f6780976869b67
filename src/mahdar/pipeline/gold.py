"""An annotation (`NAME.json`, with its text as `NAME.txt`) → what it says of the text, every quotation found.

Source: docs/review.md gives the form; it is what `mahdar export --format gold` writes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from mahdar.errors import GoldError
from mahdar.model.document import Document
from mahdar.model.spans import Span
from mahdar.pipeline.line_ends import LfText
from mahdar.pipeline.scoring_match import Account, Thing
from mahdar.sources import read_file

__all__ = ["Gold", "read_gold"]

_TEXT: Final = ".txt"
_RUNS: Final = ("trigger", "content", "question", "name")
"""Fields that are quotations."""
_KEYS: Final = {"mentions": "people"}
"""Layers that stand in the file under another name."""


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated document."""

    document: Document
    """The text as it was read."""
    plain: Document
    """The text with every line end as LF, as the quotations have it."""
    account: Account
    problems: tuple[str, ...]
    """What of it does not stand in the text, and was left out."""

    @property
    def text(self) -> str:
        """The text in which the account stands."""
        return self.plain.text


def read_gold(folder: Path, texts: Path | None = None) -> Iterator[Gold]:
    """Yield the annotated documents of a folder, by name; files without a text beside them are passed over.

    Args:
        folder: holds the annotations.
        texts: holds the texts; the same folder where None.

    Raises:
        GoldError: there is none, or one cannot be read.
        SourceError: a text cannot be read.
    """
    found = [(one, (texts or folder) / f"{one.stem}{_TEXT}") for one in sorted(folder.glob("*.json"))]
    there = [(one, text) for one, text in found if text.exists()]
    if not there:
        raise GoldError(str(folder), "holds no annotation with its text: NAME.json beside NAME.txt")
    for one, text in there:
        yield _gold(one, read_file(text))


def _gold(path: Path, document: Document) -> Gold:
    plain = Document.of(LfText(document.text).plain, document.name)
    try:
        said = json.loads(_read(path))
        if not isinstance(said, dict):
            raise GoldError(str(path), "is no annotation: it holds no layers")
        finder = _Finder(plain.text)
        layers = {name: tuple(finder.things(name, said.get(_KEYS.get(name, name)) or ())) for name in _LAYERS}
    except (ValueError, TypeError, AttributeError) as error:
        raise GoldError(str(path), f"is no annotation ({error})") from error
    problems = tuple(f"{path.name}: {one}" for one in finder.problems)
    return Gold(document, plain, Account(f"{path.stem}{_TEXT}", layers), problems)


def _read(path: Path) -> str:
    """Return an annotation."""
    try:
        return path.read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        why = (error.strerror if isinstance(error, OSError) else None) or "it is not UTF-8"
        raise GoldError(str(path), f"cannot be read ({why})") from error


class _Finder:
    """Finds the quotations of one annotation."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.problems: list[str] = []

    def things(self, layer: str, listed: Iterable[Mapping[str, Any]]) -> Iterator[Thing]:
        """Yield what a layer holds; what stands nowhere is noted."""
        for number, one in enumerate(listed):
            try:
                yield from _LAYERS[layer](self, number, one)
            except (LookupError, ValueError) as error:
                missing = f"has no {error}" if isinstance(error, KeyError) else str(error)
                self.problems.append(f"{layer}[{number}] {missing}")

    def run(self, said: Any) -> Span:  # noqa: ANN401  # whatever the file holds
        """Return where a quotation stands.

        Raises:
            ValueError: nowhere.
        """
        if isinstance(said, dict) and "first" in said:
            first = self._find(said["first"])
            last = self._find(said["last"], 0 if isinstance(said["last"], dict) else first.start)
            if last.end < first.start:
                raise ValueError("ends before it begins")
            return Span(first.start, last.end)
        return self._find(said)

    def _find(self, said: Any, after: int = 0) -> Span:  # noqa: ANN401
        words, times = (said, 1) if isinstance(said, str) else (said["q"], said.get("n", 1))
        at = after - 1
        for _ in range(times):
            at = self._text.find(words, at + 1)
            if at < 0:
                raise ValueError(f"«{words[:80]}» does not stand in the text so often")
        return Span(at, at + len(words))

    def fields(self, said: Mapping[str, Any]) -> dict[str, Any]:
        """Return the fields of an entry, quotations as spans."""
        return {
            name: self.run(value) if name in _RUNS and value is not None else value
            for name, value in said.items()
        }


def _article(finder: _Finder, _number: int, said: Mapping[str, Any]) -> Iterator[Thing]:
    yield Thing((finder.run(said),), {"kind": said["kind"]})


def _noise(finder: _Finder, _number: int, said: Mapping[str, Any]) -> Iterator[Thing]:
    yield Thing((finder.run(said),), {"why": said.get("why")})


def _person(finder: _Finder, number: int, said: Mapping[str, Any]) -> Iterator[Thing]:
    for one in said["mentions"]:
        yield Thing((finder.run(one),), {"who": number, "name": said.get("name")})


def _quoted(finder: _Finder, _number: int, said: Mapping[str, Any]) -> Iterator[Thing]:
    """Yield what is a quotation itself, with the fields beside it."""
    fields = {name: value for name, value in said.items() if name not in {"q", "n"}}
    yield Thing((finder.run(said),), fields)


def _entry(finder: _Finder, _number: int, said: Mapping[str, Any]) -> Iterator[Thing]:
    """Yield a meeting or an instrument; an instrument's kind is called `type`."""
    fields = finder.fields({("kind" if name == "type" else name): value for name, value in said.items()})
    evidence = tuple(finder.run(one) for one in fields.pop("evidence"))
    yield Thing(evidence, fields)


def _act(finder: _Finder, _number: int, said: Mapping[str, Any]) -> Iterator[Thing]:
    fields = finder.fields(said)
    yield Thing((fields["trigger"],), fields)


def _quote(finder: _Finder, _number: int, said: Mapping[str, Any]) -> Iterator[Thing]:
    fields = finder.fields(said)
    yield Thing((finder.run(fields.pop("text")),), fields)


_LAYERS: Final[Mapping[str, Callable[[_Finder, int, Mapping[str, Any]], Iterator[Thing]]]] = {
    "articles": _article,
    "noise": _noise,
    "mentions": _person,
    "dates": _quoted,
    "meetings": _entry,
    "instruments": _entry,
    "amounts": _quoted,
    "acts": _act,
    "quotes": _quote,
}
