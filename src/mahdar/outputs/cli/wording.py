"""One line for an entry: its fields in the order in which a reader wants them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from mahdar.register import EntryRecord

__all__ = ["headline"]

Fields = Mapping[str, Any]


def headline(record: EntryRecord) -> str:
    """Return an entry's fields in one line; what the text does not give is left out."""
    parts = [*_LINES[record.type](record.fields), *_standing(record)]
    return "  ".join(part for part in parts if part)


def _standing(record: EntryRecord) -> list[str]:
    """Return what people and later readings made of an entry."""
    review = "" if record.review == "unreviewed" else f"[{record.review}]"
    return [review, "" if record.state == "active" else f"[{record.state}]"]


def _meeting(fields: Fields) -> list[str]:
    edition = f"no. {fields['edition']}" if fields["edition"] else ""
    chairs = ", ".join(_chair(chair) for chair in fields["chairs"])
    return [
        fields["kind"], edition, _codes(fields["parties"]), fields["date"] or "", fields["place"] or "",
        fields["status"], f"chairs {chairs}" if chairs else "",
    ]  # fmt: skip


def _chair(chair: Mapping[str, Any]) -> str:
    return f"{chair['name']} ({chair['party']})" if chair["party"] else str(chair["name"])


def _instrument(fields: Fields) -> list[str]:
    return [fields["kind"], fields["action"], _codes(fields["parties"]), fields["date"] or ""]


def _act(fields: Fields) -> list[str]:
    target = f"→ {_codes(fields['target'])}" if fields["target"] else ""
    due = f"due {fields['due']}" if fields["due"] else ""
    own = "own words" if fields["quoted"] else ""
    tracks = f"[{_codes(fields['tracks'])}]" if fields["tracks"] else ""
    return [_codes(fields["actors"]) or "?", target, fields["speaker"] or "", tracks, due, own]


def _amount(fields: Fields) -> list[str]:
    sides = (fields["giver"], fields["receiver"])
    flow = f"{sides[0] or '?'} → {sides[1] or '?'}" if any(sides) else ""
    value = fields["value"]
    shown = f"{value:,.0f}" if float(value).is_integer() else f"{value:,}"
    return [f"{shown} {fields['unit']}", flow]


def _quote(fields: Fields) -> list[str]:
    return [fields["speaker"] or "?", "direct" if fields["direct"] else "reported"]


def _date(fields: Fields) -> list[str]:
    return [fields["value"] or "?", fields["precision"]]


_LINES: Final[Mapping[str, Callable[[Fields], list[str]]]] = {
    "meeting": _meeting,
    "instrument": _instrument,
    "act": _act,
    "amount": _amount,
    "quote": _quote,
    "date": _date,
}


def _codes(codes: list[str]) -> str:
    return ", ".join(codes)
