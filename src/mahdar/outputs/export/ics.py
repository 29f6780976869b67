"""Meetings and days on which something is due → one calendar of whole days.

A meeting is in the calendar where a text gives its day, or a stretch of days of up to a month; one occasion
that several documents speak of is one event with all their quotations. What is due in a month is put on the
month's last day, and says which month. Months and years of meetings, and years in which something is due, are
no days: they are left out and counted, as is what people have rejected.

Source: RFC 5545
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from icalendar import Event, vDDDTypes

from mahdar.lexicon import default_lexicon
from mahdar.lexicon.parties import party_table
from mahdar.model.dates import last_day, whole_days
from mahdar.outputs.export.extract import Extract
from mahdar.register import EntryRecord

__all__ = ["calendar"]

_HEAD: Final = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Mahdar//Register//EN\r\nCALSCALE:GREGORIAN\r\n"
_FOOT: Final = "END:VCALENDAR\r\n"
_LONGEST_STRETCH: Final = 31
_LONGEST_TITLE: Final = 90
_CONTROLS: Final = re.compile(r"[\0-\x08\x0b-\x1f\x7f]+")
_REJECTED: Final = "rejected"


def calendar(extract: Extract) -> Iterator[str]:
    """Yield a calendar: what is due, document by document, then the meetings by day."""
    yield _HEAD
    occasions: dict[str, list[EntryRecord]] = {}
    left = {"meeting": 0, "due": 0, _REJECTED: 0}
    for entry in extract.entries():
        due = entry.type == "act" and entry.fields["due"]
        if entry.review == _REJECTED:
            left[_REJECTED] += bool(due or entry.type == "meeting")
        elif entry.type == "meeting":
            tie = extract.ties.get(entry.id)
            occasions.setdefault(tie.occasion if tie else entry.id, []).append(entry)
        elif due and (day := last_day(due)):
            yield _text(_due(extract, entry, day))
        elif due:
            left["due"] += 1
    dated = {key: found for key, met in occasions.items() if (found := _occasion(key, met))}
    left["meeting"] = len(occasions) - len(dated)
    for found in sorted(dated.values(), key=lambda one: (one.first, one.key)):
        yield _text(_meeting(extract, found))
    yield _FOOT
    extract.remarks += _left_out(left)


def _left_out(left: dict[str, int]) -> Iterator[str]:
    """Yield what is not in the calendar."""
    for what, why in (
        ("meeting", "meetings of which no text gives the day"),
        ("due", "acts that are due in some year, without a month"),
        (_REJECTED, "rejected entries"),
    ):
        if left[what]:
            yield f"left out: {left[what]:,} {why}"


@dataclass(frozen=True, slots=True)
class _Occasion:
    """One meeting with all its mentions."""

    key: str
    first: date
    last: date
    mentions: tuple[EntryRecord, ...]
    """The one that gives the day first, then as the documents have them."""


def _occasion(key: str, mentions: Sequence[EntryRecord]) -> _Occasion | None:
    """Return a meeting on its day: the one that the surest of its mentions gives."""
    dated = [(one, days) for one in mentions if (days := whole_days(one.fields["date"]))]
    short = [(one, days) for one, days in dated if (days[1] - days[0]).days < _LONGEST_STRETCH]
    if not short:
        return None
    surest, (first, last) = max(short, key=lambda pair: pair[0].confidence)
    return _Occasion(key, first, last, (surest, *(one for one in mentions if one is not surest)))


def _meeting(extract: Extract, occasion: _Occasion) -> Event:
    """Return the event of a meeting."""
    met = occasion.mentions
    parties = list(dict.fromkeys(code for one in met for code in one.fields["parties"]))
    edition = next((one.fields["edition"] for one in met if one.fields["edition"]), None)
    held = any(one.fields["status"] == "held" for one in met)
    kind = str(met[0].fields["kind"])
    title = kind.replace("_", " ").capitalize() + (f" no. {edition}" if edition else "")
    event = _event(extract, f"meeting-{occasion.key}", met, (occasion.first, occasion.last))
    event.add("summary", _clean(f"{title}: {_named(parties)}" if parties else title))
    place = next((one.fields["place"] for one in met if one.fields["place"]), None)
    if place:
        event.add("location", _clean(place))
    event.add("status", "CONFIRMED" if held else "TENTATIVE")
    event.add("categories", ["meeting", kind])
    return event


def _due(extract: Extract, entry: EntryRecord, day: date) -> Event:
    """Return the event of something that is due."""
    due, fields = str(entry.fields["due"]), entry.fields
    event = _event(extract, f"due-{entry.id}", (entry,), (day, day))
    when = "Due" if due == day.isoformat() else f"Due ({due})"
    actors = _named(fields["actors"])
    words = _shortened(entry.evidence[0].quote)
    event.add("summary", _clean(f"{when}: {actors}: {words}" if actors else f"{when}: {words}"))
    event.add("categories", ["due", str(fields["class"]), *fields["tracks"]])
    return event


def _event(extract: Extract, uid: str, entries: Sequence[EntryRecord], days: tuple[date, date]) -> Event:
    """Return an event of whole days with its quotations."""
    event = Event()
    event.add("uid", f"{uid}@mahdar")
    event["DTSTAMP"] = vDDDTypes(max(datetime.fromisoformat(extract.changed(one)) for one in entries))
    event.add("dtstart", days[0])
    event.add("dtend", days[1] + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("description", "\n\n".join(_quoted(extract, one) for one in entries))
    return event


def _quoted(extract: Extract, entry: EntryRecord) -> str:
    """Return an entry's words and where they stand."""
    source, first = extract.source(entry.document), entry.evidence[0]
    facts = [source.name, source.said(entry), f"{first.start}-{first.end}", f"entry {entry.id}"]
    if entry.review != "unreviewed":
        facts.append(entry.review)
    opened, closed = (
        "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}",
        "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}",
    )
    return f"{opened}{_clean(first.quote)}{closed}\n{_clean(', '.join(filter(None, facts)))}"


def _named(codes: Sequence[str]) -> str:
    """Return what parties are called."""
    english = party_table(default_lexicon()).english
    return ", ".join(english.get(code, code.removeprefix("ORG:")).removeprefix("the ") for code in codes)


def _shortened(words: str) -> str:
    """Return words that fit a title, cut between two of them."""
    plain = " ".join(words.split())
    if len(plain) <= _LONGEST_TITLE:
        return plain
    return plain[:_LONGEST_TITLE].rsplit(" ", 1)[0] + " …"


def _clean(text: str) -> str:
    """Return a text without control characters, which a calendar may not hold."""
    return _CONTROLS.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))


def _text(event: Event) -> str:
    """Return an event's lines, folded."""
    return str(event.to_ical().decode())
