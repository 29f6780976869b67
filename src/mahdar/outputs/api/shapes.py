"""Records of the register → the objects that the interface for programs and the desk answer with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mahdar.model.links import Tie
from mahdar.model.records import EntryRecord, EventRecord
from mahdar.model.uploads import Upload
from mahdar.outputs.export.json import entry_object
from mahdar.pipeline.uploading import state_now
from mahdar.register import Register

__all__ = ["entry_shape", "event_shape", "upload_shape"]


def entry_shape(record: EntryRecord, tie: Tie | None = None) -> dict[str, Any]:
    """Return an entry as the export has it, with the words of its evidence and its state."""
    evidence = [{"start": one.start, "end": one.end, "quote": one.quote} for one in record.evidence]
    return {**entry_object(record, tie), "evidence": evidence, "state": record.state}


def event_shape(record: EventRecord) -> Mapping[str, Any]:
    """Return an event."""
    return {
        "number": record.number, "at": record.at, "who": record.who, "what": record.what, "why": record.why,
        "carried": (record.data or {}).get("carried"),
    }  # fmt: skip


def upload_shape(register: Register, upload: Upload) -> dict[str, Any]:
    """Return documents given at one time: how far they are read, what became of each."""
    result = upload.result
    return {
        "id": upload.id, "who": upload.who, "at": upload.at, "state": state_now(register, upload),
        "done": upload.done, "total": upload.total, "documents": result.get("documents", []),
        "linked": result.get("linked", []), "links": result.get("links"), "why": result.get("why"),
    }  # fmt: skip
