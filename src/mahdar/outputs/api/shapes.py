"""Records of the register → the objects that the interface answers with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mahdar.model.links import Tie
from mahdar.model.records import EntryRecord, EventRecord
from mahdar.outputs.export.json import entry_object

__all__ = ["entry_shape", "event_shape"]


def entry_shape(record: EntryRecord, tie: Tie | None = None) -> dict[str, Any]:
    """Return an entry as the export has it, with the words of its evidence and its state."""
    evidence = [{"start": one.start, "end": one.end, "quote": one.quote} for one in record.evidence]
    return {**entry_object(record, tie), "evidence": evidence, "state": record.state}


def event_shape(record: EventRecord) -> Mapping[str, Any]:
    """Return an event."""
    return {
        "number": record.number, "at": record.at, "who": record.who, "what": record.what, "why": record.why,
    }  # fmt: skip
