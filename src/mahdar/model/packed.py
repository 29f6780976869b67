"""Records ↔ plain values that JSON holds: a record is the list of its fields' values, in their order.

For what the program keeps for itself and can make anew; what others read has names. The types of the fields
say how to read a value back, so nothing is written down twice.

Cost: some microseconds a record.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, TypeVar, Union, cast, get_args, get_origin, get_type_hints

__all__ = ["pack", "unpacker"]

T = TypeVar("T")

Unpack = Callable[[Any], Any]


def pack(value: Any) -> Any:  # noqa: ANN401  # whatever a field can hold
    """Return a value as JSON can hold it; sets in order, so that equal values are written alike.

    >>> pack((frozenset({"b", "a"}), None, date(2024, 3, 5)))
    [['a', 'b'], None, '2024-03-05']
    """
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple | list):
        return [pack(one) for one in value]
    if isinstance(value, frozenset):
        return sorted(pack(one) for one in value)
    if isinstance(value, Mapping):
        return {name: pack(one) for name, one in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    return [pack(getattr(value, name)) for name in _names(cast(Hashable, type(value)))]


def unpacker(kind: type[T]) -> Callable[[Any], T]:
    """Return what makes a record of a type from what `pack` made of it.

    Example: `unpacker(Span)([3, 5])` is `Span(3, 5)`.

    Raises:
        TypeError: a field is of a type that is not known here.
    """
    return cast(Callable[[Any], T], _reader(cast(Hashable, kind)) or _as_it_is)


def _as_it_is(plain: Any) -> Any:  # noqa: ANN401
    return plain


@cache
def _names(kind: Hashable) -> tuple[str, ...]:
    return tuple(one.name for one in fields(cast(type, kind)))


@cache
def _reader(kind: Any) -> Unpack | None:  # noqa: ANN401  # a type as it is annotated
    """Return what reads a value of a type; None where it is what JSON gives."""
    if kind in _PLAIN:
        return None
    if kind is date:
        return _or_none(date.fromisoformat)
    if is_dataclass(kind):
        return _record(cast(type, kind))
    origin, inside = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        return _only(kind, [one for one in inside if one is not NoneType])
    return _or_none(_many(origin, inside))


_PLAIN: Final = frozenset({str, int, float, bool, object, Any, NoneType})


def _many(origin: object, inside: tuple[Any, ...]) -> Unpack:
    """Return what reads a value that holds others."""
    if origin is frozenset:
        return frozenset
    if origin in {tuple, Sequence}:
        return _sequence(inside)
    if origin is Mapping:
        return _mapping(_reader(inside[1]))
    raise TypeError(f"{origin} cannot be read back")


def _only(kind: object, ways: list[Any]) -> Unpack | None:
    """Return what reads the one type that a value can be of, if it is no None."""
    readers = {_reader(one) for one in ways}
    if len(readers) > 1:
        raise TypeError(f"{kind} may be several things")
    return readers.pop()


def _record(kind: type) -> Unpack:
    hints = get_type_hints(kind)
    readers = ((at, _reader(hints[name])) for at, name in enumerate(_names(kind)))
    ways = tuple((at, way) for at, way in readers if way is not None)

    def read(plain: Any) -> Any:  # noqa: ANN401
        if plain is None:
            return None
        values = list(plain)
        for at, way in ways:
            if values[at] is not None:
                values[at] = way(values[at])
        return kind(*values)

    return read


def _sequence(inside: tuple[Any, ...]) -> Unpack:
    if Ellipsis not in inside:
        readers = tuple(map(_reader, inside))
        return lambda plain: tuple(way(one) if way else one for one, way in zip(plain, readers, strict=True))
    way = _reader(inside[0])
    return tuple if way is None else lambda plain: tuple(map(way, plain))


def _mapping(way: Unpack | None) -> Unpack:
    return lambda plain: {name: way(one) if way else one for name, one in plain.items()}


def _or_none(way: Unpack) -> Unpack:
    return lambda plain: None if plain is None else way(plain)
