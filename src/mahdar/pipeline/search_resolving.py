"""A `Query` → what the register is asked: words as keys, names as codes, days as days."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches
from typing import Final

from mahdar.errors import QueryError, UnknownIdError
from mahdar.language.terms import keys
from mahdar.lexicon import Lexicon
from mahdar.lexicon.parties import codes_named, party_table
from mahdar.lexicon.phrases import fold_words
from mahdar.lexicon.search import search_table, spelled
from mahdar.model.queries import Filter, Query, Words
from mahdar.model.searching import Clause, Narrowed, Sought
from mahdar.register import Register

__all__ = ["resolve"]


def resolve(query: Query, register: Register, lexicon: Lexicon) -> Sought:
    """Return what the register is asked.

    Args:
        query: as the user wrote it.
        register: whose speakers and documents are looked up.
        lexicon: whose names and labels are looked up.

    Raises:
        QueryError: a value that its field cannot have, or a name that nobody has; says what there is.
    """
    lookup = _Lookup(register, lexicon)
    plain = [one for one in query.words if not one.excluded]
    narrowed = [(_FIELDS[one.name](lookup, one), one.excluded) for one in query.filters]
    return Sought(
        clauses=tuple(_clauses(plain, lexicon)),
        without=tuple(c for one in query.words if one.excluded for c in _clauses([one], lexicon)),
        narrowed=tuple(one for one, excluded in narrowed if not excluded),
        excluded=tuple(one for one, excluded in narrowed if excluded),
    )


def _clauses(words: Sequence[Words], lexicon: Lexicon) -> Iterator[Clause]:
    """Yield what is looked for: names of parties as one clause each, idle words not at all."""
    idle = search_table(lexicon).idle
    wanted = [one for one in words if one.phrase or spelled(one.text) not in idle] or list(words)
    at = 0
    while at < len(wanted):
        length, codes = _named(wanted, at, lexicon)
        run = [tuple(keys(one.text)) for one in wanted[at : at + length]]
        if length > 1:
            yield Clause(together=(tuple(key for its in run for key in its),), codes=codes)
        elif run[0]:
            yield Clause(phrases=(run[0],), codes=codes)
        at += length


def _named(words: Sequence[Words], at: int, lexicon: Lexicon) -> tuple[int, tuple[str, ...]]:
    """Return how many words from here on name something that entries hold as a code, and those codes."""
    if words[at].phrase:
        return 1, ()
    plain = []
    for one in words[at : at + _LONGEST]:
        if one.phrase:
            break
        plain.append(one.text)
    for length in range(len(plain), 0, -1):
        code = _party(" ".join(plain[:length]), lexicon)
        if code:
            return length, (f"party:{code}",)
    return 1, search_table(lexicon).english.get(spelled(plain[0]), ())


_LONGEST: Final = 4
"""Words of the longest name that is looked for."""


def _party(name: str, lexicon: Lexicon) -> str | None:
    """Return the code of the one party whose proper name this is; no capital that stands for it."""
    if name.isascii():
        short = len(name) == len("US")
        codes = codes_named(name, lexicon) if not short or name.isupper() else ()
        return codes[0] if len(codes) == 1 else None
    folds = fold_words(name)
    found = party_table(lexicon).names.at(folds, 0) if folds else None
    if found is None or found[0] != len(folds) or found[1].form not in {"name", "organisation"}:
        return None
    return found[1].codes[0] if len(found[1].codes) == 1 else None


@dataclass(frozen=True, slots=True)
class _Lookup:
    """Where values are looked up."""

    register: Register
    lexicon: Lexicon

    def value(self, field: str, word: str, *others: str) -> str:
        """Return the value of a field that a word means, of this field or another."""
        table = search_table(self.lexicon).values
        for name in (field, *others):
            if spelled(word) in table[name]:
                return table[name][spelled(word)]
        known = {said: value for name in (field, *others) for said, value in table[name].items()}
        near = get_close_matches(spelled(word), known, n=1)
        meant = f" (did you mean {known[near[0]]}?)" if near else ""
        there = ", ".join(sorted(set(known.values())))
        raise QueryError(f"{field}:{word}", f"is no {field}{meant}; there are {there}")

    def party(self, name: str) -> str:
        """Return the code of a party."""
        if name.startswith("ORG:"):
            return name
        codes = codes_named(name, self.lexicon)
        if len(codes) == 1:
            return codes[0]
        why = f"may be any of {', '.join(codes)}" if codes else "is no party that the lexicon knows"
        raise QueryError(
            f"party:{name}", f"{why}; write its code (KWT) or its name; `mahdar parties` lists them"
        )

    def voices(self, name: str) -> frozenset[str]:
        """Return the names under which somebody speaks."""
        codes = codes_named(name, self.lexicon)
        found = self.register.voices(name) | (frozenset(codes) if len(codes) == 1 else frozenset())
        if not found:
            raise QueryError(
                f"speaker:{name}", "nobody called so speaks here; `mahdar people` lists who is named"
            )
        return found

    def document(self, name: str) -> str:
        """Return the id of a document."""
        try:
            return self.register.document(name).id
        except UnknownIdError as error:
            raise QueryError(f"document:{name}", str(error)) from error


def _type(lookup: _Lookup, given: Filter) -> Narrowed:
    return Narrowed(types=frozenset(lookup.value("type", one) for one in given.values))


def _class(lookup: _Lookup, given: Filter) -> Narrowed:
    found = frozenset(lookup.value("class", one, "kind") for one in given.values)
    acts = found <= frozenset(search_table(lookup.lexicon).values["class"].values())
    return Narrowed(kinds=found, types=frozenset({"act"}) if acts else frozenset())


def _kind(lookup: _Lookup, given: Filter) -> Narrowed:
    return Narrowed(kinds=frozenset(lookup.value("kind", one, "class") for one in given.values))


def _of_party(lookup: _Lookup, given: Filter) -> Narrowed:
    return Narrowed(parties=(frozenset(map(lookup.party, given.values)),))


def _track(lookup: _Lookup, given: Filter) -> Narrowed:
    return Narrowed(tracks=(frozenset(lookup.value("track", one) for one in given.values),))


def _speaker(lookup: _Lookup, given: Filter) -> Narrowed:
    return Narrowed(voices=frozenset().union(*map(lookup.voices, given.values)))


def _document(lookup: _Lookup, given: Filter) -> Narrowed:
    return Narrowed(documents=frozenset(map(lookup.document, given.values)))


def _review(lookup: _Lookup, given: Filter) -> Narrowed:
    return Narrowed(reviews=frozenset(lookup.value("review", one) for one in given.values))


def _before(_: _Lookup, given: Filter) -> Narrowed:
    return Narrowed(until=_moved(_day(given)[0], -1))


def _after(_: _Lookup, given: Filter) -> Narrowed:
    return Narrowed(since=_moved(_day(given)[1], 1))


def _from(_: _Lookup, given: Filter) -> Narrowed:
    return Narrowed(since=_day(given)[0])


def _until(_: _Lookup, given: Filter) -> Narrowed:
    return Narrowed(until=_day(given)[1])


def _in(_: _Lookup, given: Filter) -> Narrowed:
    first, last = _day(given)
    return Narrowed(since=first, until=last)


def _due(_: _Lookup, given: Filter) -> Narrowed:
    if spelled(given.values[0]) in {"any", "yes"}:
        return Narrowed(due=True)
    first, last = _day(given)
    return {
        ":": Narrowed(due_since=first, due_until=last),
        "<": Narrowed(due_until=_moved(first, -1)),
        "<=": Narrowed(due_until=last),
        ">": Narrowed(due_since=_moved(last, 1)),
        ">=": Narrowed(due_since=first),
    }[given.sign]


def _money(_: _Lookup, given: Filter) -> Narrowed:
    match = _SUM.fullmatch(given.values[0].strip())
    if match is None or len(given.values) > 1:
        why = "is no sum; write money>5m, money<=200k or money>1.5bnEUR"
        raise QueryError(f"{given.name}{given.sign}{','.join(given.values)}", why)
    number = float(match["number"]) * _SCALES[match["scale"].casefold()]
    currency = match["currency"].upper() or None
    least = number if given.sign in {":", ">", ">="} else None
    most = number if given.sign in {":", "<", "<="} else None
    more = number * (1 + 1e-12)  # the next sum that is greater, for the strict signs
    less = number * (1 - 1e-12)
    return Narrowed(
        least=more if given.sign == ">" else least,
        most=less if given.sign == "<" else most,
        currency=currency,
    )


_SUM: Final = re.compile(
    r"(?P<number>\d+(?:\.\d+)?)\s*(?P<scale>k|m|mn|b|bn|t|)\s*(?P<currency>[A-Za-z]{3}|)", re.IGNORECASE
)
_SCALES: Final = {"": 1.0, "k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "t": 1e12}


def _day(given: Filter) -> tuple[str, str]:
    """Return the first and the last day of the day, month or year that a filter names.

    Raises:
        QueryError: it names none.
    """
    value = given.values[0].translate(_DIGITS)
    try:
        if len(given.values) == 1 and _ISO.fullmatch(value):
            first = date.fromisoformat(value + "-01-01"[len(value) - 4 :] if len(value) < 10 else value)
            return first.isoformat(), _end(first, len(value)).isoformat()
    except ValueError:
        pass
    why = "is no day; write 2021, 2021-07 or 2021-07-27"
    raise QueryError(f"{given.name}{given.sign}{','.join(given.values)}", why)


_DIGITS: Final = {0x660 + n: str(n) for n in range(10)}
_ISO: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)


def _end(first: date, length: int) -> date:
    """Return the last day of the year, month or day that begins here."""
    if length == len("2021"):
        return date(first.year, 12, 31)
    if length == len("2021-07"):
        return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return first


def _moved(day: str, days: int) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except OverflowError:
        return day


_FIELDS: Final[Mapping[str, Callable[[_Lookup, Filter], Narrowed]]] = {
    "type": _type, "class": _class, "kind": _kind, "party": _of_party, "track": _track, "speaker": _speaker,
    "document": _document, "review": _review, "before": _before, "after": _after, "from": _from,
    "until": _until, "in": _in, "due": _due, "money": _money,
}  # fmt: skip
