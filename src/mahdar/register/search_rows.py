"""A document and its entries, as rows of the register → what of them can be found, and by which keys.

Pure: rows in, rows out. The words of a document are those of its articles: menus, adverts and other people's
headlines are not searched.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from mahdar.language.terms import keys
from mahdar.model.days import DocumentDays, own_day
from mahdar.model.document import Page
from mahdar.model.searching import DOCUMENT
from mahdar.register.rows import Row, party_rows

__all__ = ["BETWEEN", "Known", "Words", "code_key", "days_of", "found_rows"]

BETWEEN: Final = "\n"
"""Stands before, between and behind the parties and the tracks of a row."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the register knows of a document."""

    row: Row
    """Columns of `document`, its text among them."""
    page: Page
    given: str | None
    """The day that a person gave."""
    entries: Sequence[Row]
    """Rows of `entry`, retired ones too."""
    people: Mapping[str, str]
    """Latin name → Arabic name of everybody who is named in it."""


@dataclass(frozen=True, slots=True)
class Words:
    """The keys by which something is found, by where they come from; in text order."""

    head: Sequence[str] = ()
    said: Sequence[str] = ()
    named: Sequence[str] = ()


def found_rows(known: Known) -> Iterator[tuple[Row, Words]]:
    """Yield a row of `searchable`, its number aside, and its keys: the document first, then its entries."""
    days = DocumentDays.of(known.row["id"], known.page, known.given)
    parties: dict[str, None] = {}
    rows = []
    for entry in known.entries:
        row, words = _entry(entry, known, days)
        parties.update(dict.fromkeys(row["parties"].split(BETWEEN)[1:-1]) if row["held"] else {})
        rows.append((row, words))
    yield _document(known, tuple(parties))
    yield from rows


def code_key(field: str, value: str) -> str:
    """Return the key that stands for a value of a field; no word has it.

    >>> code_key("party", "ORG:World Bank")
    'xpartyorgworldbank'
    """
    return f"x{field}{_OTHER.sub('', value.casefold())}"


_OTHER: Final = re.compile(r"[\W_]")


def days_of(day: str | None) -> tuple[str | None, str | None]:
    """Return the first and the last day of a day, month, year or range; months have 31 days.

    >>> days_of("2021-05"), days_of("2024/2026"), days_of(None)
    (('2021-05-01', '2021-05-31'), ('2024-01-01', '2026-12-31'), (None, None))
    """
    if not day:
        return None, None
    first, _, last = day.partition("/")
    return first + "-01-01"[len(first) - 4 :] if len(first) < len("2024-03-05") else first, _last(
        last or first
    )


def _last(day: str) -> str:
    return day + "-12-31"[len(day) - 4 :] if len(day) < len("2024-03-05") else day


def _document(known: Known, parties: Collection[str]) -> tuple[Row, Words]:
    """Return what finds a document."""
    row, text = known.row, known.row["text"]
    articles = known.page.articles
    day = row["published"] or known.given
    head = [key for one in articles if one.title for key in keys(one.title.cut(text))]
    said = [
        key
        for one in articles
        for block in one.blocks
        if block.kind != "title"
        for key in keys(text[block.start : block.end])
    ]
    named = _keys_of([row["name"], *(one.publisher or "" for one in articles), *known.people])
    named += [code_key("party", party) for party in parties]
    made = _row(known, DOCUMENT, articles[0].kind if articles else None, day)
    return {**made, "parties": _joined(parties)}, Words(head, said, named)


def _entry(entry: Row, known: Known, days: DocumentDays) -> tuple[Row, Words]:
    """Return what finds an entry."""
    kind, fields = entry["type"], entry.get("reviewed") or entry["fields"]
    day = own_day(kind, fields, due=False) or days.of_article(entry["article"])
    parties = tuple(dict.fromkeys(row["party"] for row in party_rows(entry["id"], kind, fields)))
    tracks = fields.get("tracks") or ()
    money = kind == "amount" and len(fields["unit"]) == _CURRENCY and fields["unit"].isupper()
    row = {
        **_row(known, kind, entry["kind"], day),
        "entry": entry["id"],
        "parties": _joined(parties),
        "tracks": _joined(tracks),
        "speaker": fields.get("speaker"),
        "due": days_of(fields.get("due"))[1],
        "value": float(fields["value"]) if money else None,
        "currency": fields["unit"] if money else None,
        "review": entry["review"],
        "held": entry["state"] != "retired" and entry["review"] != "rejected",
    }
    return row, Words(
        (), _said(_spans(entry, fields, known.row["text"])), _named(kind, fields, known, (*parties,))
    )


_CURRENCY: Final = 3


def _row(known: Known, kind: str, its: str | None, day: str | None) -> Row:
    """Return a row with nothing but what every row has."""
    first, last = days_of(day)
    return {
        "document": known.row["id"], "entry": None, "type": kind, "kind": its, "parties": "", "tracks": "",
        "speaker": None, "day": day, "first": first, "last": last, "due": None, "value": None,
        "currency": None, "review": "unreviewed", "held": True, "current": True,
    }  # fmt: skip


def _spans(entry: Row, fields: Mapping[str, Any], text: str) -> Iterator[Sequence[Any]]:
    """Yield start, end and words of everything of the text that an entry points at."""
    yield from entry["evidence"]
    for name in ("content", "name", "question"):
        span = fields.get(name)
        if span:
            yield span["start"], span["end"], text[span["start"] : span["end"]]


def _said(evidence: Iterable[Sequence[Any]]) -> list[str]:
    """Return the keys of passages; what lies in two of them is not said twice."""
    found: list[str] = []
    until = -1
    for start, end, quote in sorted(evidence, key=lambda one: (one[0], -one[1])):
        if end > until:
            found += keys(quote[max(0, until - start) :] if start < until else quote)
            until = end
    return found


def _named(kind: str, fields: Mapping[str, Any], known: Known, parties: Iterable[str]) -> list[str]:
    """Return the keys of what an entry's fields say, codes among them."""
    names = [name for name in (fields.get("speaker"), *_chairs(fields)) if name]
    said = [*names, *(known.people.get(name, "") for name in names)]
    said += [fields.get(name) or "" for name in ("place", "subject", "about")]
    codes = [code_key("party", party) for party in parties]
    codes += [code_key("track", track) for track in fields.get("tracks") or ()]
    value = fields.get("class") or fields.get("kind")
    codes += [code_key("class" if kind == "act" else "kind", value)] if value else []
    return [code_key("type", kind), *codes, *_keys_of(said)]


def _chairs(fields: Mapping[str, Any]) -> list[str]:
    return [chair["name"] for chair in fields.get("chairs") or ()]


def _keys_of(texts: Iterable[str]) -> list[str]:
    return [key for text in texts if text for key in _kept_keys(text)]


_kept_keys = lru_cache(maxsize=1 << 14)(lambda text: tuple(keys(text)))
"""Names and topics come back from entry to entry."""


def _joined(values: Iterable[str]) -> str:
    """Return values so that each is found whole."""
    kept = BETWEEN.join(values)
    return f"{BETWEEN}{kept}{BETWEEN}" if kept else ""
