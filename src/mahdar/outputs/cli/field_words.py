"""What a user writes of fields and of places in a text → as the register has them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, Final

import typer

from mahdar.model.codec import FIELDS
from mahdar.model.spans import Span
from mahdar.outputs.cli.asking import party_code
from mahdar.pipeline.quoting import standing
from mahdar.register.corrections import form_of

__all__ = ["fields_of", "places"]

_SPAN: Final = re.compile(r"(\d+)-(\d+)")
_LIST: Final = re.compile(r"\s*[,\N{ARABIC COMMA}]\s*")
_CHAIR: Final = re.compile(r"(?P<name>.*?)\s*(?:\((?P<party>[^()]+)\))?")
_NOTHING: Final = frozenset({"", "-", "null", "none"})
_FLAGS: Final = {"yes": True, "true": True, "no": False, "false": False}
_PARTIES: Final = frozenset({"parties", "actors", "target", "giver", "receiver"})


def places(text: str, given: Iterable[str]) -> tuple[Span, ...]:
    """Return the runs of a text that a user means: `28-68`, or the words themselves.

    Raises:
        BadParameter: the words do not stand in the text.
    """
    return tuple(_place(text, one) for one in given)


def fields_of(kind: str, text: str, given: Iterable[str]) -> dict[str, Any]:
    """Return the fields that a user writes as `name=value`.

    Lists are parted by commas, parties are named as everywhere, `-` stands for nothing, words stand for the
    place where they stand; a value that begins with a bracket is JSON.

    Raises:
        BadParameter: there is no such field, or it cannot hold this.
    """
    return dict(_field(kind, text, one) for one in given)


def _field(kind: str, text: str, written: str) -> tuple[str, Any]:
    name, sign, value = written.partition("=")
    form = form_of(kind, name)
    if not sign or form is None:
        fields = ", ".join(FIELDS[kind])
        raise typer.BadParameter(
            f"{written!r} is no field of this {kind}; write NAME=VALUE with one of {fields}"
        )
    return name, _value(name, form, text, value.strip())


def _value(name: str, form: str, text: str, value: str) -> Any:  # noqa: ANN401  # a field can be of any kind
    """Return what a value stands for."""
    if value[:1] in {"[", "{"}:
        return _json(name, value)
    if form in {"parties", "tracks", "chairs"}:
        return _members(name, form, value)
    if value.lower() in _NOTHING:
        return None
    if form.startswith("span"):
        place = _place(text, value)
        return {"start": place.start, "end": place.end}
    if form in {"number", "edition"}:
        return _number(name, value)
    return _FLAGS.get(value.lower(), value) if form == "flag" else _named(name, value)


def _members(name: str, form: str, value: str) -> list[Any]:
    """Return what a list holds; one party under two names is one."""
    parts = [part for part in _LIST.split(value) if part.lower() not in _NOTHING]
    if form == "chairs":
        return [_chair(part) for part in parts]
    return list(dict.fromkeys(_named(name, part) for part in parts))


def _named(name: str, value: str) -> str:
    return party_code(name, value) if name in _PARTIES else value


def _chair(written: str) -> dict[str, str | None]:
    found = _CHAIR.fullmatch(written)
    party = found and found["party"]
    return {
        "name": found["name"] if found else written,
        "party": party_code("chairs", party) if party else None,
    }


def _number(name: str, value: str) -> float:
    try:
        number = float(value.replace(",", ""))
    except ValueError:
        raise typer.BadParameter(f"{name}: {value!r} is no number") from None
    return int(number) if number.is_integer() else number


def _json(name: str, value: str) -> Any:  # noqa: ANN401
    try:
        return json.loads(value)
    except ValueError as error:
        raise typer.BadParameter(f"{name}: {value!r} is no JSON ({error})") from None


def _place(text: str, given: str) -> Span:
    """Return the run of a text that a user means."""
    numbers = _SPAN.fullmatch(given)
    if numbers:
        return Span(int(numbers[1]), int(numbers[2]))
    found = standing(text, given)
    if found is None:
        raise typer.BadParameter(
            f"{given!r} does not stand in the document; copy the words from it, or write 28-68"
        )
    return found
