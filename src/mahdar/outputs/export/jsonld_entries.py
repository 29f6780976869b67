"""Entries → nodes of JSON-LD: one function a type, in the words of schema.org where they fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from mahdar.model.links import Tie
from mahdar.model.spans import Span
from mahdar.outputs.export.context import ACTIONS
from mahdar.outputs.export.extract import Source
from mahdar.outputs.export.nodes import Named, dated, identifier
from mahdar.register import EntryRecord

__all__ = ["entry_node"]

Fields = Mapping[str, Any]
Node = dict[str, Any]

_CURRENCY: Final = re.compile(r"[A-Z]{3}")
_CODES: Final = re.compile(r"[A-Z0-9+]+|ORG:.*")


def entry_node(entry: EntryRecord, source: Source, tie: Tie | None, named: Named) -> Node:
    """Return what an entry says.

    Args:
        entry: of the source.
        source: its document.
        tie: where a meeting belongs.
        named: is told which parties and series are named.
    """
    node = _NODES[entry.type](entry.fields, named)
    if entry.type == "quote":
        node["text"] = _words(source, {"start": entry.evidence[0].start, "end": entry.evidence[0].end})
    if entry.type == "meeting" and tie:
        node |= {"superEvent": named.series(tie.series), "occasion": identifier("occasion", tie.occasion)}
    for name in ("trigger", "content", "question", "name"):
        if entry.fields.get(name):
            node[name] = _words(source, entry.fields[name])
    return {"id": identifier("entry", entry.id), **node}


def _words(source: Source, span: Mapping[str, int]) -> Node:
    """Return words in the language of their document."""
    return {"@value": source.cut(Span(span["start"], span["end"])), "@language": source.language}


def _meeting(fields: Fields, named: Named) -> Node:
    first, slash, last = (fields["date"] or "").partition("/")
    return {
        "type": ["Event", "Meeting"],
        "kind": fields["kind"],
        "status": fields["status"],
        "edition": fields["edition"],
        "attendee": named.parties(fields["parties"]),
        "startDate": dated(first),
        "endDate": dated(last) if slash else None,
        "location": fields["place"] and {"type": "Place", "name": fields["place"]},
        "chair": [_chair(one, named) for one in fields["chairs"]],
    }


def _chair(chair: Mapping[str, Any], named: Named) -> Node:
    member = {"memberOf": named.party(chair["party"])} if chair["party"] else {}
    return {"type": "Person", "name": chair["name"], **member}


def _instrument(fields: Fields, named: Named) -> Node:
    return {
        "type": ["CreativeWork", "Instrument"],
        "kind": fields["kind"],
        "action": fields["action"],
        "subject": fields["subject"],
        "party": named.parties(fields["parties"]),
        "date": dated(fields["date"]),
    }


def _amount(fields: Fields, named: Named) -> Node:
    unit, money = fields["unit"], _CURRENCY.fullmatch(fields["unit"])
    return {
        "type": ["MonetaryAmount" if money else "QuantitativeValue", "Amount"],
        "value": fields["value"],
        "currency" if money else "unitText": unit,
        "subject": fields["about"],
        "giver": fields["giver"] and named.party(fields["giver"]),
        "receiver": fields["receiver"] and named.party(fields["receiver"]),
    }


def _act(fields: Fields, named: Named) -> Node:
    return {
        "type": [ACTIONS[fields["class"]], "Act"],
        "class": fields["class"],
        "agent": named.parties(fields["actors"]),
        "speaker": fields["speaker"] and {"type": "Person", "name": fields["speaker"]},
        "directedAt": named.parties(fields["target"]),
        "tracks": fields["tracks"],
        "due": dated(fields["due"]),
        "quoted": fields["quoted"],
    }


def _quote(fields: Fields, named: Named) -> Node:
    speaker = fields["speaker"]
    by: Any = speaker and {"type": "Person", "name": speaker}
    if speaker and _CODES.fullmatch(speaker):
        by = named.parties(speaker.split("+"))
    return {"type": ["Quotation", "Quote"], "direct": fields["direct"], "spokenByCharacter": by}


def _date(fields: Fields, _named: Named) -> Node:
    return {"type": "Date", "date": dated(fields["value"]), "precision": fields["precision"]}


_NODES: Final[Mapping[str, Callable[[Fields, Named], Node]]] = {
    "meeting": _meeting,
    "instrument": _instrument,
    "amount": _amount,
    "act": _act,
    "quote": _quote,
    "date": _date,
}
